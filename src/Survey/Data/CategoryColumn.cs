namespace Survey;

/// <summary>A column of levels, kept as codes into a list.</summary>
public sealed class CategoryColumn : Column
{
    /// <summary>The code of a missing value.</summary>
    internal const int Missing = -1;

    private readonly ReadOnlyMemory<int> _codes;

    /// <summary>Codes texts.</summary>
    /// <param name="values">Levels, or null where missing.</param>
    /// <param name="levels">The levels in the order they are to be shown; by default those met, runs of digits in them ordered as numbers.</param>
    /// <param name="labels">What readers are shown for each level; by default the level.</param>
    /// <param name="ordered">Whether the order of the levels has a meaning, so that <c>&lt;</c> may be asked of them.</param>
    /// <exception cref="SurveyDataException">A value is not among the levels.</exception>
    /// <exception cref="ArgumentException">A level stands twice, or there is not one label for each level.</exception>
    public CategoryColumn(ReadOnlySpan<string?> values, IReadOnlyList<string>? levels = null, IReadOnlyList<string>? labels = null, bool ordered = false)
    {
        Levels = new Sequence<string>(levels is null ? LevelsOf(values) : [.. levels]);
        Labels = labels is null ? Levels : new Sequence<string>([.. labels]);
        Ordered = ordered;
        if (Labels.Count != Levels.Count)
            throw new ArgumentException($"There are {Levels.Count} levels and {Labels.Count} labels; give one label for each level.", nameof(labels));

        var codes = new Dictionary<string, int>(Levels.Count, StringComparer.Ordinal);
        foreach (string level in Levels)
            if (!codes.TryAdd(level, codes.Count))
                throw new ArgumentException($"The level '{level}' stands twice.", nameof(levels));

        int[] coded = new int[values.Length];
        for (int row = 0; row < coded.Length; row++)
            coded[row] = values[row] is not { } text ? Missing
                : codes.TryGetValue(text, out int code) ? code
                : throw new SurveyDataException($"Row {row + 1} is '{text}', which is not among the {Levels.Count} levels given.");
        _codes = coded;
    }

    internal CategoryColumn(ReadOnlyMemory<int> codes, IReadOnlyList<string> levels, IReadOnlyList<string>? labels = null, bool ordered = false, string? whyNotNumber = null)
    {
        _codes = codes;
        Levels = levels is Sequence<string> or SharedLevels ? levels : new Sequence<string>([.. levels]);
        Labels = labels ?? Levels;
        Ordered = ordered;
        WhyNotNumber = whyNotNumber;
    }

    /// <summary>The values a row may have, in order.</summary>
    public IReadOnlyList<string> Levels { get; }

    /// <summary>What readers are shown for each level.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Whether the order of the levels has a meaning.</summary>
    public bool Ordered { get; }

    /// <summary>The index of each row's level, -1 where it is missing.</summary>
    public ReadOnlySpan<int> Codes => _codes.Span;

    /// <summary>The same, for work on several threads.</summary>
    internal ReadOnlyMemory<int> CodeMemory => _codes;

    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Category;

    /// <inheritdoc/>
    public override int Length => _codes.Length;

    /// <summary>What kept a file's column from being numbers, for messages.</summary>
    internal string? WhyNotNumber { get; }

    /// <inheritdoc/>
    public override bool IsMissing(int row) => Codes[row] == Missing;

    /// <inheritdoc/>
    public override string? TextAt(int row) => IsMissing(row) ? null : Levels[Codes[row]];

    internal override Variety Variety => new(ColumnType.Category, Levels, Labels, Ordered, WhyNotNumber);

    internal override Column Slice(int start, int length) => WithCodes(_codes.Slice(start, length));

    internal override Array ToArray() => Array.ConvertAll(Codes.ToArray(), code => code == Missing ? null : Levels[code]);

    internal override Column Take(ReadOnlySpan<int> rows) => WithCodes(Taken(Codes, rows, Missing));

    internal override Column Append(IReadOnlyList<Column> others)
    {
        CategoryColumn[] all = [this, .. others.Cast<CategoryColumn>()];
        bool same = all.All(HasLevelsOf);
        string[] levels = same ? [.. Levels] : [.. all.SelectMany(column => column.Levels).Distinct(StringComparer.Ordinal).Order(LevelOrder.Natural)];
        var codes = levels.Select((level, code) => (level, code)).ToDictionary(pair => pair.level, pair => pair.code, StringComparer.Ordinal);

        var joined = new List<int>(all.Sum(column => column.Length));
        foreach (CategoryColumn column in all)
        {
            int[] recoded = [.. column.Levels.Select(level => codes[level])];
            foreach (int code in column.Codes)
                joined.Add(code == Missing ? Missing : recoded[code]);
        }
        return new CategoryColumn(joined.ToArray(), levels, same ? Labels : null, same && Ordered, WhyNotNumber);
    }

    /// <summary>Whether another column has the same levels, labels and order, so that the two can be joined without a loss.</summary>
    internal bool HasLevelsOf(CategoryColumn other) => Levels.SequenceEqual(other.Levels) && Labels.SequenceEqual(other.Labels) && Ordered == other.Ordered;

    /// <summary>Whether somebody gave the levels labels, or an order with a meaning.</summary>
    internal bool HasLabelsOrOrder => Ordered || !Labels.SequenceEqual(Levels);

    /// <summary>The same levels with other labels, one for each.</summary>
    internal CategoryColumn Labelled(IReadOnlyList<string> labels) => new(_codes, Levels, new Sequence<string>([.. labels]), Ordered, WhyNotNumber);

    private CategoryColumn WithCodes(ReadOnlyMemory<int> codes) => new(codes, Levels, Labels, Ordered, WhyNotNumber);

    private static string[] LevelsOf(ReadOnlySpan<string?> values)
    {
        var met = new HashSet<string>(StringComparer.Ordinal);
        foreach (string? value in values)
            if (value is not null)
                met.Add(value);
        return [.. met.Order(LevelOrder.Natural)];
    }
}
