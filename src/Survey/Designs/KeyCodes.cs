namespace Survey;

/// <summary>The values of a key column (a stratum, a cluster) as codes 0, 1, ... in the order of the values.</summary>
internal sealed class KeyCodes
{
    // whole numbers whose span is below this are looked up in a table instead of a hash
    private const int TableSpan = 1 << 20;

    private KeyCodes(int[] codes, string[] texts) => (Codes, Texts) = (codes, texts);

    /// <summary>The code of each row.</summary>
    public int[] Codes { get; }

    /// <summary>Number of codes; levels of a category without rows have one too.</summary>
    public int Count => Texts.Length;

    /// <summary>The value behind each code.</summary>
    public string[] Texts { get; }

    /// <param name="name">Of the column, for messages.</param>
    /// <param name="role">What the column is in the design, for messages: "strata", "clusters" or "order".</param>
    /// <param name="parts">The column, chunk by chunk.</param>
    public static KeyCodes Of(string name, string role, IReadOnlyList<Column> parts)
    {
        if (parts[0] is NumberColumn && WholeNumbers(parts) is { } whole && SpanOf(whole) < TableSpan)
            return OfNumbers(CodedByTable(whole));
        RefuseMissing(name, role, parts);
        switch (parts[0])
        {
            case CategoryColumn category:
                return new KeyCodes(Column.Joined(parts, part => ((CategoryColumn)part).Codes), [.. category.Levels]);
            case FlagColumn:
                return new KeyCodes(Array.ConvertAll(Column.Joined(parts, part => ((FlagColumn)part).Values), flag => (int)flag), ["false", "true"]);
            case DateColumn:
                int[] days = Column.Joined(parts, part => ((DateColumn)part).Days);
                (int[] codes, double[] met) = SpanOf(days) < TableSpan ? CodedByTable(days) : CodedByHash(Array.ConvertAll(days, day => (double)day));
                return new KeyCodes(codes, [.. met.Select(day => DateColumn.TextOf((int)day))]);
            default:
                return OfNumbers(CodedByHash(Column.Joined(parts, part => ((NumberColumn)part).Values)));
        }
    }

    private static KeyCodes OfNumbers((int[] Codes, double[] Values) coded) =>
        new(coded.Codes, Array.ConvertAll(coded.Values, Invariant.Text));

    private static void RefuseMissing(string name, string role, IReadOnlyList<Column> parts)
    {
        var missing = new RowList();
        long first = 0;
        foreach (Column part in parts)
        {
            AddMissing(part, first, missing);
            first += part.Length;
        }
        Refuse(name, role, missing);
    }

    /// <summary>Adds the rows in which a column is missing.</summary>
    /// <param name="part">Some of it.</param>
    /// <param name="first">The number of its first row.</param>
    /// <param name="missing">Where they are added.</param>
    public static void AddMissing(Column part, long first, RowList missing)
    {
        if (part is CategoryColumn category && !category.Codes.ContainsAnyInRange(int.MinValue, -1))
            return; // seen at once, as a rule
        for (int row = 0; row < part.Length; row++)
            if (part.IsMissing(row))
                missing.Add(first + row);
    }

    /// <summary>Refuses a column that is missing in some rows.</summary>
    public static void Refuse(string name, string role, RowList missing)
    {
        if (missing.Count > 0)
            throw Missing(name, role, missing.ToString());
    }

    /// <summary>Says that a column is missing in some rows.</summary>
    public static SurveyDataException Missing(string name, string role, string rows) =>
        new($"The {role} column '{name}' is missing in {rows}; every row of a sample has a {role switch { "strata" => "stratum", "clusters" => "cluster", _ => "place on the list" }}, so fill it in or leave those rows out with the reason noted.");

    /// <summary>The numbers as they are, or null where one is missing, broken or too large.</summary>
    private static int[]? WholeNumbers(IReadOnlyList<Column> parts)
    {
        int[] whole = new int[parts.Sum(part => part.Length)];
        int at = 0;
        foreach (Column part in parts)
        {
            ReadOnlySpan<double> values = ((NumberColumn)part).Values;
            Span<int> own = whole.AsSpan(at, values.Length);
            for (int row = 0; row < own.Length; row++)
            {
                own[row] = (int)values[row];
                if (own[row] != values[row])
                    return null;
            }
            at += own.Length;
        }
        return whole;
    }

    private static long SpanOf(int[] values) => (long)values.Max() - values.Min();

    /// <summary>Overwrites the values by their codes.</summary>
    private static (int[] Codes, double[] Values) CodedByTable(int[] values)
    {
        int low = values.Min();
        int[] codeOf = new int[values.Max() - low + 1];
        foreach (int value in values)
            codeOf[value - low] = 1;
        var met = new List<double>();
        for (int k = 0; k < codeOf.Length; k++)
            if (codeOf[k] == 1)
            {
                codeOf[k] = met.Count;
                met.Add((double)low + k);
            }
        for (int row = 0; row < values.Length; row++)
            values[row] = codeOf[values[row] - low];
        return (values, [.. met]);
    }

    private static (int[] Codes, double[] Values) CodedByHash(double[] values)
    {
        double[] met = [.. new HashSet<double>(values).Order()];
        var codeOf = new Dictionary<double, int>(met.Length);
        foreach (double value in met)
            codeOf.Add(value, codeOf.Count);
        return (Array.ConvertAll(values, value => codeOf[value]), met);
    }
}
