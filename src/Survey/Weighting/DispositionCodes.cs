namespace Survey;

/// <summary>Reads what became of units.</summary>
internal static class DispositionCodes
{
    /// <summary>The disposition of each row, as a number; a missing one is unknown.</summary>
    /// <param name="table">The units.</param>
    /// <param name="name">Of the column.</param>
    /// <param name="missing">How many rows have none.</param>
    /// <exception cref="SurveyDataException">A text is none of the five.</exception>
    public static int[] Of(Table table, string name, out int missing)
    {
        Column column = table[name];
        int[] codes = new int[table.RowCount];
        missing = 0;
        for (int row = 0; row < codes.Length; row++)
            if (column.TextAt(row) is not { } text)
            {
                codes[row] = (int)Disposition.Unknown;
                missing++;
            }
            else if (DispositionText.TryRead(text, out Disposition disposition))
                codes[row] = (int)disposition;
            else
                throw new SurveyDataException($"'{name}' is '{(text.Length > 40 ? text[..40] + "..." : text)}' in row {Invariant.Count(row + 1)}, and a disposition is one of {string.Join(", ", DispositionText.Levels)}; bring its texts to these, or read the file as a study that says what they mean.");
        return codes;
    }
}
