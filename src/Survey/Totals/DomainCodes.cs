namespace Survey;

/// <summary>Which domain each row is in: the combination of levels of the variables that split a design, among the rows its condition means.</summary>
internal sealed class DomainCodes
{
    /// <summary>Code of a row that is not meant.</summary>
    public const int Outside = -1;

    /// <summary>Code of a row of which nobody knows whether, or in which domain, it is meant.</summary>
    public const int Unknown = -2;

    // of a row of the condition that is false, true, missing; where it is true the row keeps its own
    private static readonly int[] CodeOfFlag = [Outside, 0, Unknown];

    private const int MostNumbers = 10_000, MostDomains = 1_000_000;

    private readonly Bound? _condition;
    private readonly Axis[] _axes;

    public DomainCodes(Rows rows, Expr? condition, IReadOnlyList<Variable> by, Binder binder)
    {
        if (by.GroupBy(variable => variable.Name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new SurveyDataException($"Two variables that split the sample are called '{twice.Key}'; leave one out, or name it otherwise with As (as in text).");
        _condition = condition is null ? null : binder.Condition(condition);
        _axes = [.. by.Select(variable => AxisOf(rows, variable, binder))];
        long domains = 1;
        foreach (Axis axis in _axes)
            if ((domains *= axis.Levels.Count) > MostDomains)
                throw new SurveyDataException($"The levels of {string.Join(", ", by)} make more than {Invariant.Count(MostDomains)} domains; split by fewer variables, or group their values with cut.");
        Count = (int)domains;
    }

    /// <summary>Number of domains, empty ones included.</summary>
    public int Count { get; }

    /// <summary>The levels that make a domain.</summary>
    public IReadOnlyList<DomainLevel> LevelsOf(int domain)
    {
        var levels = new DomainLevel[_axes.Length];
        for (int k = _axes.Length - 1; k >= 0; k--)
        {
            Axis axis = _axes[k];
            int code = domain % axis.Levels.Count;
            domain /= axis.Levels.Count;
            levels[k] = new DomainLevel(axis.Name, axis.Levels[code], axis.Labels[code]);
        }
        return new Sequence<DomainLevel>(levels);
    }

    /// <summary>Writes the domain of each row of a chunk, or <see cref="Outside"/> or <see cref="Unknown"/>.</summary>
    public void Fill(Evaluation evaluation, Span<int> codes)
    {
        codes.Clear();
        foreach (Axis axis in _axes)
        {
            ReadOnlySpan<int> levels = axis.CodesOf(evaluation);
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

    private static Axis AxisOf(Rows rows, Variable variable, Binder binder)
    {
        Bound bound = binder.Bind(variable.Of);
        switch (bound.Type)
        {
            case ColumnType.Category:
                return new Axis(variable.Name, bound.Variety!.Levels, bound.Variety.Labels, e => e.Codes(bound));
            case ColumnType.Flag:
                return new Axis(variable.Name, ["false", "true"], ["false", "true"], e => CodesOfFlags(e.Flags(bound)));
            case ColumnType.Date:
                return NumberAxis(rows, variable, e => [.. e.Days(bound).ToArray().Select(day => day == DateColumn.Missing ? double.NaN : day)], day => DateColumn.TextOf((int)day));
            default:
                return NumberAxis(rows, variable, e => e.Numbers(bound).ToArray(), Invariant.Text);
        }

        // the values of a variable that has no levels are met in a pass of their own
        Axis NumberAxis(Rows rows, Variable variable, Func<Evaluation, double[]> values, Func<double, string> text)
        {
            var met = new HashSet<double>();
            foreach (Chunk chunk in rows.Read(binder.Columns))
                foreach (double value in values(new Evaluation(chunk)))
                    if (!double.IsNaN(value) && met.Add(value) && met.Count > MostNumbers)
                        throw new SurveyDataException($"'{variable}' has more than {Invariant.Count(MostNumbers)} different values, too many to split by; group them, such as cut({variable}, 15, 25, 35).");
            double[] ordered = [.. met.Order()];
            var codeOf = new Dictionary<double, int>(ordered.Length);
            foreach (double value in ordered)
                codeOf.Add(value, codeOf.Count);
            string[] levels = [.. ordered.Select(text)];
            return new Axis(variable.Name, levels, levels, e => Array.ConvertAll(values(e), value => codeOf.GetValueOrDefault(value, Unknown)));
        }
    }

    private static int[] CodesOfFlags(ReadOnlySpan<byte> flags)
    {
        int[] codes = new int[flags.Length];
        for (int row = 0; row < codes.Length; row++)
            codes[row] = flags[row] == FlagColumn.Missing ? Unknown : flags[row];
        return codes;
    }

    private delegate ReadOnlySpan<int> Codes(Evaluation evaluation);

    private sealed record Axis(string Name, IReadOnlyList<string> Levels, IReadOnlyList<string> Labels, Codes CodesOf);
}
