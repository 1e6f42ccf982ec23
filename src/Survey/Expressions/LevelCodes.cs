namespace Survey;

/// <summary>The levels of a variable that splits rows, and which of them each row has.</summary>
internal sealed class LevelCodes
{
    /// <summary>Code of a row in which the variable is missing.</summary>
    public const int Unknown = -2;

    private const int MostNumbers = 10_000;

    private readonly Codes _codes;

    private delegate ReadOnlySpan<int> Codes(Evaluation evaluation);

    public LevelCodes(Rows rows, Variable variable, Binder binder)
    {
        Of = variable.Of;
        Name = variable.Name;
        Bound bound = binder.Bind(variable.Of);
        Column = bound is { IsColumn: true, Type: ColumnType.Category } ? bound : null;
        switch (bound.Type)
        {
            case ColumnType.Category:
                (Levels, Labels, _codes) = (bound.Variety!.Levels, bound.Variety.Labels, e => e.Codes(bound));
                break;
            case ColumnType.Flag:
                (Levels, _codes) = (["false", "true"], e => CodesOfFlags(e.Flags(bound)));
                break;
            case ColumnType.Date:
                (Levels, Numbers, _codes) = OfNumbers(rows, variable, binder, e => [.. e.Days(bound).ToArray().Select(day => day == DateColumn.Missing ? double.NaN : day)], day => DateColumn.TextOf((int)day));
                break;
            default:
                (Levels, Numbers, _codes) = OfNumbers(rows, variable, binder, e => e.Numbers(bound).ToArray(), Invariant.Text);
                break;
        }
        Labels ??= Levels;
    }

    public Expr Of { get; }

    public string Name { get; }

    /// <summary>The column whose codes these are, where they are a column's.</summary>
    public Bound? Column { get; }

    public IReadOnlyList<string> Levels { get; }

    public IReadOnlyList<string> Labels { get; }

    /// <summary>The values of numbers, or the days of dates, in order: those of the levels; null where there are none.</summary>
    public double[]? Numbers { get; }

    /// <summary>The code of each row: a level's, or one below 0 where it is missing.</summary>
    public ReadOnlySpan<int> In(Evaluation evaluation) => _codes(evaluation);

    // the values of a variable that has no levels are met in a pass of their own
    private static (IReadOnlyList<string> Levels, double[] Numbers, Codes Codes) OfNumbers(Rows rows, Variable variable, Binder binder, Func<Evaluation, double[]> values, Func<double, string> text)
    {
        // the first rows of a stream show them as a rule, and others that come later make all be asked again
        bool provisional = rows.AreStreamed && rows.Settlements == 0;
        var met = new HashSet<double>();
        if (rows is INumberSource source)
            met.UnionWith(source.DistinctValues(variable, MostNumbers + 1));
        foreach (Chunk chunk in rows is INumberSource ? [] : provisional ? rows.Read(binder.Columns).Take(1) : rows.Read(binder.Columns))
        {
            foreach (double value in values(new Evaluation(chunk)))
                if (!double.IsNaN(value) && met.Add(value) && met.Count > MostNumbers)
                    break;
            chunk.Dispose();
        }
        if (met.Count > MostNumbers)
            throw new SurveyDataException($"'{variable}' has more than {Invariant.Count(MostNumbers)} different values, too many to split by; group them, such as cut({variable}, 15, 25, 35).");
        double[] ordered = [.. met.Order()];
        var codeOf = new Dictionary<double, int>(ordered.Length);
        foreach (double value in ordered)
            codeOf.Add(value, codeOf.Count);
        return ([.. ordered.Select(text)], ordered, e => Array.ConvertAll(values(e), CodeOf));

        int CodeOf(double value) =>
            codeOf.TryGetValue(value, out int code) ? code
            : provisional && !double.IsNaN(value) ? throw new ProvisionalFactsException(variable.Name)
            : Unknown;
    }

    private static int[] CodesOfFlags(ReadOnlySpan<byte> flags)
    {
        int[] codes = new int[flags.Length];
        for (int row = 0; row < codes.Length; row++)
            codes[row] = flags[row] == FlagColumn.Missing ? Unknown : flags[row];
        return codes;
    }
}
