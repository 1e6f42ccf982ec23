using Survey.Files.Columns;
using Survey.Files.Parquet.Metadata;
using Survey.Files.Parquet.Values;

namespace Survey.Files.Parquet.Reading;

/// <summary>A column of some files: what its values are, and how they are read.</summary>
internal sealed class ParquetColumn
{
    private readonly IReadOnlyList<ParquetFile> _files;
    private readonly ColumnType? _declared;
    private readonly MissingCodes _missing;
    private readonly StoredLevels.Column? _stored;
    private readonly List<DecimalNumbers> _decimals = [];
    private string? _whyNotNumber;

    /// <param name="name">Of the column.</param>
    /// <param name="files">Whose rows follow one another.</param>
    /// <param name="options">What the user said of the files.</param>
    /// <exception cref="SurveyDataException">It is of different types in the files, or cannot be read.</exception>
    public ParquetColumn(string name, IReadOnlyList<ParquetFile> files, ReadOptions options)
    {
        (Name, _files) = (name, files);
        _declared = FilesTable.TypeOf(name, options);
        _missing = FilesTable.MissingIn(name, options);
        foreach (ParquetFile file in files)
            file.Check(name);
        Type = _declared ?? TypeInAll();
        IsFinal = _declared is not null || !files.Any(file => file.LeafOf(name)?.Kind is ValueKind.Whole or ValueKind.Moment);
        _stored = Type == ColumnType.Category ? StoredInAll() : null;
    }

    public string Name { get; }

    /// <summary>The type that its files state, or else its values show.</summary>
    public ColumnType Type { get; private set; }

    /// <summary>Whether no value can show another type.</summary>
    public bool IsFinal { get; private set; }

    /// <summary>What should be said beside its values; complete once they are read.</summary>
    public IReadOnlyList<string> Notes
    {
        get
        {
            lock (_decimals)
                return [.. NotesOf(_decimals.Any(decimals => decimals.AnyIsInexact))];
        }
    }

    private IEnumerable<string> NotesOf(bool isInexact)
    {
        if (isInexact)
            yield return $"the column '{Texts.Name(Name)}' holds decimals of more digits than a number has, which are rounded to some 16";
        if (Type == ColumnType.Category && _files.Any(file => file.LeafOf(Name)?.IsInUtc == true))
            yield return $"the column '{Texts.Name(Name)}' holds moments in UTC, which may fall on another day where they were noted";
        if (Type == ColumnType.Category && _stored is null && _files.FirstOrDefault(file => file.Stored(Name) is not null) is { } labelled)
            yield return $"the column '{Texts.Name(Name)}' has labels or an order of its levels in {labelled.File}, which other files do not share and which are left out";
    }

    /// <summary>Levels that stand first, in their order: those that the files keep with labels or an order.</summary>
    public FileLevels NewLevels(IReadOnlyList<string>? known = null) => new(Name, _missing, known ?? _stored?.Levels ?? [], ParquetLimits.MostLevels);

    /// <summary>The levels met, in the order that the files keep, or else in their natural order; and for each code the place of its level.</summary>
    public (string[] Levels, int[] PlaceOf) InOrder(FileLevels met) => met.InOrder(_stored?.Levels.Count ?? 0);

    /// <summary>What readers are shown for levels in order.</summary>
    public IReadOnlyList<string>? LabelsOf(IReadOnlyList<string> levels) => _stored?.Labels is { } labels ? [.. levels.Select((level, k) => k < labels.Count ? labels[k] : level)] : null;

    /// <summary>Whether the order of the levels has a meaning, if there are no others.</summary>
    public bool IsOrdered(IReadOnlyList<string> levels) => _stored is { Ordered: true } && levels.Count == _stored.Levels.Count;

    /// <summary>What kept it from being numbers.</summary>
    public string? WhyNotNumber => _whyNotNumber ?? (_declared == ColumnType.Category && _files.All(file => IsNumber(file.LeafOf(Name)?.Kind)) ? "it was declared one" : null);

    /// <summary>A value did not fit the type that most such columns have.</summary>
    public ProvisionalFactsException Doubted()
    {
        _whyNotNumber = Type == ColumnType.Number ? "it holds whole numbers that a number would round (beyond 2^53)" : null;
        (Type, IsFinal) = (ColumnType.Category, true);
        return new ProvisionalFactsException(Name);
    }

    public ValueSource<double> Numbers(OpenFiles open) =>
        Joined(open, double.NaN, (leaf, plan) => Makers.Numbers(leaf, plan, NewDecimals(leaf)), plan => new NumberTarget(plan));

    public ValueSource<byte> Flags(OpenFiles open) => Joined(open, FlagColumn.Missing, Makers.Flags, plan => new FlagTarget(plan));

    public ValueSource<int> Dates(OpenFiles open) => Joined(open, DateColumn.Missing, Makers.Dates, plan => new DateTarget(plan));

    public ValueSource<int> Codes(OpenFiles open, FileLevels levels) =>
        Joined(open, CategoryColumn.Missing, (leaf, plan) => Makers.Codes(leaf, plan, levels), plan => new LevelTarget(plan, levels));

    /// <summary>Numbers that stand for "missing" become so.</summary>
    public void LeaveOutMissing(Span<double> numbers)
    {
        if (!_missing.HasAny)
            return;
        foreach (ref double number in numbers)
            if (_missing.Match(number))
                number = double.NaN;
    }

    private JoinedSource<T> Joined<T>(OpenFiles open, T missing, Func<Leaf, ColumnPlan, Maker<T>> maker, Func<ColumnPlan, ValueTarget<T>> target)
    {
        // what a file says of its own columns is as good as a declaration
        var plan = new ColumnPlan(Name, Type, IsFinal, _missing, WhyNotNumber) { IsProvisional = !IsFinal };
        return new JoinedSource<T>([.. _files.Select(file => (file.Footer.Rows, (Func<ValueSource<T>>)(() => file.LeafOf(Name) is { } leaf
            ? new ColumnCursor<T>(file, open, leaf, maker(leaf, plan), missing)
            : new ConstantSource<T>(target(plan).Of(file.FolderValue(Name) ?? "", new ValuePlace(file.File))))))]);
    }

    private DecimalNumbers NewDecimals(Leaf leaf)
    {
        var decimals = new DecimalNumbers(leaf.Scale);
        lock (_decimals)
            _decimals.Add(decimals);
        return decimals;
    }

    private ColumnType TypeInAll()
    {
        ColumnType[] types = [.. _files.Select(file => file.LeafOf(Name) is { } leaf ? TypeOf(leaf.Kind) : TypeOfFolders())];
        int other = Array.FindIndex(types, type => type != types[0]);
        return other < 0
            ? types[0]
            : throw new SurveyDataException($"The column '{Texts.Name(Name)}' is {types[0].Called()} in {_files[0].File} and {types[other].Called()} in {_files[other].File}; declare its type (Types), such as a category, or read the files one by one.");
    }

    private static ColumnType TypeOf(ValueKind kind) =>
        kind switch
        {
            ValueKind.Number or ValueKind.Whole or ValueKind.Decimal => ColumnType.Number,
            ValueKind.Flag => ColumnType.Flag,
            ValueKind.Date or ValueKind.Moment => ColumnType.Date,
            _ => ColumnType.Category,
        };

    private static bool IsNumber(ValueKind? kind) => kind is ValueKind.Number or ValueKind.Whole or ValueKind.Decimal;

    /// <summary>Names of folders are texts, and typed together as those of a CSV file are.</summary>
    private ColumnType TypeOfFolders()
    {
        var evidence = new ColumnEvidence(Name, _missing, null, false) { SeveralFiles = true };
        foreach (ParquetFile file in _files.Where(file => file.LeafOf(Name) is null))
            evidence.Take(file.FolderValue(Name) ?? "", new ValuePlace(file.File));
        return evidence.Decide();
    }

    /// <summary>Levels that all files keep alike.</summary>
    private StoredLevels.Column? StoredInAll()
    {
        StoredLevels.Column? first = _files[0].Stored(Name);
        return first is not null && _files.All(file => first.Equals(file.Stored(Name))) ? WithoutMissing(first) : null;
    }

    /// <summary>The levels that are no texts for "missing", as blank ones and those declared are.</summary>
    private StoredLevels.Column WithoutMissing(StoredLevels.Column stored)
    {
        (string Level, string Label)[] kept = [.. stored.Levels.Zip(stored.Labels ?? stored.Levels).Where(level => !_missing.Match(Texts.Trimmed(level.First)))];
        return kept.Length == stored.Levels.Count ? stored : StoredLevels.Of(Name, [.. kept.Select(level => level.Level)], [.. kept.Select(level => level.Label)], stored.Ordered);
    }
}
