namespace Survey.Monitoring.Intake;

/// <summary>Finds rows that are the same in all answers although their keys differ: a questionnaire that was copied looks like this.</summary>
internal static class IdenticalAnswers
{
    /// <summary>Fewer answers are alike by chance.</summary>
    private const int FewestAnswers = 10;

    /// <summary>The most groups of a wave that are named one by one.</summary>
    private const int MostNamed = 20;

    /// <param name="wave">Whose rows they are.</param>
    /// <param name="table">With the columns below.</param>
    /// <param name="answers">Columns of answers; nothing is compared where they are fewer than ten.</param>
    /// <param name="key">Columns that name a row.</param>
    /// <param name="places">Where a row of the table comes from.</param>
    /// <param name="findings">Where each is named.</param>
    public static void Find(string wave, Table table, IReadOnlyList<string> answers, IReadOnlyList<string> key, Func<int, (string File, int Row, string Text)> places, FindingList findings)
    {
        if (answers.Count < FewestAnswers)
            return;
        int[] keys = RowKeys.Of(table, answers, missingIsValue: true);
        for (int row = 0; row < keys.Length; row++)
            if (answers.Count(name => !table[name].IsMissing(row)) < FewestAnswers)
                keys[row] = RowKeys.Missing;
        IReadOnlyList<int>[] groups = [.. RowKeys.Groups(keys)];
        foreach (IReadOnlyList<int> rows in groups.Take(MostNamed))
        {
            (string file, int number, _) = places(rows[1]);
            string who = string.Join(" and ", rows.Take(5).Select(row => $"{places(row).Text}{KeyText(table, key, row)}")) + (rows.Count > 5 ? " and others" : "");
            findings.Add(Severity.Doubt, wave, $"{rows.Count} rows of {wave} are the same in all {answers.Count} answers: {who}; look at the questionnaires.", file, number, null, rows.Count);
        }
        if (groups.Length > MostNamed)
            findings.Add(Severity.Doubt, wave, $"{groups.Length - MostNamed} more groups of rows of {wave} are the same in all answers.", rows: groups.Length - MostNamed);
    }

    private static string KeyText(Table table, IReadOnlyList<string> key, int row) =>
        key.Count == 0 ? "" : $" ({string.Join(", ", key.Select(name => $"{name} '{Survey.Files.Columns.Texts.Short(table[name].TextAt(row))}'"))})";
}
