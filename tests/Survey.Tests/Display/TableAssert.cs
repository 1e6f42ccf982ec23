namespace Survey.Tests.Display;

/// <summary>Compares tables.</summary>
internal static class TableAssert
{
    /// <summary>The same names, and in every cell the same value, or none; whether a text that is a number was read as one does not matter.</summary>
    public static void AreEqual(Table actual, Table expected, string? what = null)
    {
        Assert.That(actual.Columns, Is.EqualTo(expected.Columns), what);
        Assert.That(actual.RowCount, Is.EqualTo(expected.RowCount), what);
        foreach (string name in expected.Columns)
            for (int row = 0; row < expected.RowCount; row++)
                if (expected[name] is NumberColumn numbers && !numbers.IsMissing(row))
                    Assert.That(((NumberColumn)actual[name]).Values[row], Is.EqualTo(numbers.Values[row]), $"{what} {name}, row {row + 1}");
                else
                    Assert.That(actual[name].TextAt(row), Is.EqualTo(expected[name].TextAt(row)), $"{what} {name}, row {row + 1}");
    }
}
