namespace Survey.Monitoring.Intake;

/// <summary>A column by which the response table is split: its levels, those that only the register has at their end, and the code of each row.</summary>
/// <param name="Name">Of the column.</param>
/// <param name="Levels">Of the people and of the register.</param>
/// <param name="Labels">What readers are shown.</param>
/// <param name="Codes">Of the rows of people, then of the register; -1 where missing.</param>
internal sealed record ResponseSplit(string Name, IReadOnlyList<string> Levels, IReadOnlyList<string> Labels, int[] Codes)
{
    private const string Unknown = "(missing)";

    public static ResponseSplit Of(string name, Column people, Column? register)
    {
        CategoryColumn own = CategoryOf(people);
        if (register is null)
            return new ResponseSplit(name, own.Levels, own.Labels, own.Codes.ToArray());
        CategoryColumn others = CategoryOf(register);
        string[] levels = [.. own.Levels, .. others.Levels.Except(own.Levels)];
        var codeOf = levels.Select((level, code) => (level, code)).ToDictionary(pair => pair.level, pair => pair.code, StringComparer.Ordinal);
        return new ResponseSplit(name, levels, [.. own.Labels, .. levels.Skip(own.Levels.Count).Select(level => others.Labels[others.Levels.ToList().IndexOf(level)])], [.. own.Codes, .. Enumerable.Range(0, others.Length).Select(row => others.TextAt(row) is { } level ? codeOf[level] : CategoryColumn.Missing)]);
    }

    /// <summary>The column of the table: null stands for all places, -1 for rows whose place is missing.</summary>
    public CategoryColumn Column(int?[] codes)
    {
        bool anyUnknown = codes.Contains(CategoryColumn.Missing);
        string[] levels = anyUnknown ? [.. Levels, Unknown] : [.. Levels], labels = anyUnknown ? [.. Labels, Unknown] : [.. Labels];
        return new CategoryColumn((ReadOnlyMemory<int>)codes.Select(code => code is null ? CategoryColumn.Missing : code == CategoryColumn.Missing ? levels.Length - 1 : code.Value).ToArray(), levels, labels);
    }

    private static CategoryColumn CategoryOf(Column column) => column as CategoryColumn ?? new CategoryColumn([.. Enumerable.Range(0, column.Length).Select(column.TextAt)]);
}
