namespace Survey.Monitoring.Tests.Made;

/// <summary>Whether two tables are the same down to the bit.</summary>
public static class TableAssert
{
    /// <summary>Fails with the first difference.</summary>
    public static void AreIdentical(Table actual, Table expected)
    {
        if (FirstDifference(actual, expected) is { } difference)
            Assert.Fail(difference);
    }

    /// <summary>Where two tables differ first, in one sentence; null if nowhere. Notes play no part.</summary>
    public static string? FirstDifference(Table actual, Table expected)
    {
        if (!actual.Columns.SequenceEqual(expected.Columns))
            return $"The columns are {string.Join(", ", actual.Columns)}, not {string.Join(", ", expected.Columns)}.";
        if (actual.RowCount != expected.RowCount)
            return $"There are {actual.RowCount} rows, not {expected.RowCount}.";
        return actual.Columns.Select(name => Difference(name, actual[name], expected[name])).FirstOrDefault(difference => difference is not null);
    }

    private static string? Difference(string name, Column actual, Column expected)
    {
        if (actual.Type != expected.Type)
            return $"The column '{name}' is {actual.Type}, not {expected.Type}.";
        if (actual is CategoryColumn category && LevelDifference(name, category, (CategoryColumn)expected) is { } difference)
            return difference;
        for (int row = 0; row < actual.Length; row++)
            if (!SameAt(actual, expected, row))
                return $"The column '{name}' has {actual.TextAt(row) ?? "nothing"} in row {row + 1}, not {expected.TextAt(row) ?? "nothing"}.";
        return null;
    }

    private static string? LevelDifference(string name, CategoryColumn actual, CategoryColumn expected) =>
        !actual.Levels.SequenceEqual(expected.Levels) ? $"The levels of '{name}' are {string.Join(", ", actual.Levels)}, not {string.Join(", ", expected.Levels)}."
        : !actual.Labels.SequenceEqual(expected.Labels) ? $"The labels of '{name}' are {string.Join(", ", actual.Labels)}, not {string.Join(", ", expected.Labels)}."
        : actual.Ordered != expected.Ordered ? $"The levels of '{name}' are ordered in one table only."
        : null;

    /// <summary>What is missing in both is the same, whatever bits stand for it.</summary>
    private static bool SameAt(Column actual, Column expected, int row)
    {
        if (actual.IsMissing(row) || expected.IsMissing(row))
            return actual.IsMissing(row) && expected.IsMissing(row);
        return (actual, expected) switch
        {
            (NumberColumn a, NumberColumn b) => BitConverter.DoubleToInt64Bits(a.Values[row]) == BitConverter.DoubleToInt64Bits(b.Values[row]),
            (CategoryColumn a, CategoryColumn b) => a.Codes[row] == b.Codes[row],
            (FlagColumn a, FlagColumn b) => a.Values[row] == b.Values[row],
            (DateColumn a, DateColumn b) => a[row] == b[row],
            _ => throw new InvalidOperationException($"There is no comparison for {actual.Type}."),
        };
    }
}
