namespace Survey;

/// <summary>Which domain each row is in: the combination of levels of the variables that split a design, among the rows its condition means.</summary>
internal sealed class DomainCodes
{
    /// <summary>Code of a row that is not meant.</summary>
    public const int Outside = -1;

    /// <summary>Code of a row of which nobody knows whether, or in which domain, it is meant.</summary>
    public const int Unknown = LevelCodes.Unknown;

    // of a row of the condition that is false, true, missing; where it is true the row keeps its own
    private static readonly int[] CodeOfFlag = [Outside, 0, Unknown];

    private const int MostDomains = 1_000_000;

    // the domain of rows that are not split
    private static readonly int[] OneDomain = new int[Chunk.Size];

    private readonly Bound? _condition;
    private readonly LevelCodes[] _axes;

    public DomainCodes(Rows rows, Expr? condition, IReadOnlyList<Variable> by, Binder binder)
    {
        if (by.GroupBy(variable => variable.Name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new SurveyDataException($"Two variables that split the sample are called '{twice.Key}'; leave one out, or name it otherwise with As (as in text).");
        Condition = condition;
        _condition = condition is null ? null : binder.Condition(condition);
        _axes = [.. by.Select(variable => new LevelCodes(rows, variable, binder))];
        long domains = 1;
        foreach (LevelCodes axis in _axes)
            if ((domains *= axis.Levels.Count) > MostDomains)
                throw new SurveyDataException($"The levels of {string.Join(", ", by)} make more than {Invariant.Count(MostDomains)} domains; split by fewer variables, or group their values with cut.");
        Count = (int)domains;
    }

    /// <summary>Who is meant; null for everyone.</summary>
    public Expr? Condition { get; }

    /// <summary>What splits them, the first slowest.</summary>
    public IReadOnlyList<LevelCodes> Axes => _axes;

    /// <summary>Number of domains, empty ones included.</summary>
    public int Count { get; }

    /// <summary>The levels that make a domain.</summary>
    public IReadOnlyList<DomainLevel> LevelsOf(int domain)
    {
        var levels = new DomainLevel[_axes.Length];
        for (int k = _axes.Length - 1; k >= 0; k--)
        {
            LevelCodes axis = _axes[k];
            int code = domain % axis.Levels.Count;
            domain /= axis.Levels.Count;
            levels[k] = new DomainLevel(axis.Name, axis.Levels[code], axis.Labels[code]);
        }
        return new Sequence<DomainLevel>(levels);
    }

    /// <summary>Whether the domains of rows of a chunk need no writing: each row is in one, as a column tells, or as nothing splits them.</summary>
    /// <param name="whole">Of the chunk.</param>
    /// <param name="first">The first of the rows.</param>
    /// <param name="count">How many.</param>
    public bool Stand(Evaluation whole, int first, int count) =>
        _condition is null && (_axes is [] || _axes is [{ Column: not null }] && !Standing(whole, first, count).ContainsAnyExceptInRange(0, Count - 1));

    /// <summary>The domains of such rows.</summary>
    public ReadOnlySpan<int> Standing(Evaluation whole, int first, int count) => _axes is [] ? OneDomain.AsSpan(0, count) : whole.Codes(_axes[0].Column!).Slice(first, count);

    /// <summary>Writes the domain of each row of a chunk, or <see cref="Outside"/> or <see cref="Unknown"/>.</summary>
    public void Fill(Evaluation evaluation, Span<int> codes)
    {
        codes.Clear();
        foreach (LevelCodes axis in _axes)
        {
            ReadOnlySpan<int> levels = axis.In(evaluation);
            int count = axis.Levels.Count;
            for (int row = 0; row < codes.Length; row++)
                codes[row] = (codes[row] | levels[row]) < 0 ? Unknown : codes[row] * count + levels[row];
        }
        if (_condition is null)
            return;
        ReadOnlySpan<byte> meant = evaluation.Flags(_condition);
        for (int row = 0; row < codes.Length; row++)
            codes[row] = (codes[row] & -(meant[row] & 1)) | CodeOfFlag[meant[row]]; // no branch, which would often be foreseen wrongly
    }
}
