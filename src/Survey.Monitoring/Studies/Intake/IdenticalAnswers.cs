namespace Survey.Monitoring.Intake;

/// <summary>Finds rows that are the same in all answers although their keys differ: a questionnaire that was copied looks like this.</summary>
internal static class IdenticalAnswers
{
    /// <summary>Fewer answers are alike by chance.</summary>
    public const int FewestAnswers = 10;

    /// <summary>Of the hash FNV-1a of 128 bits.</summary>
    private static readonly UInt128 Prime = new(0x0000000001000000, 0x000000000000013B);

    /// <summary>The most groups of a wave that are named one by one.</summary>
    private const int MostNamed = 20;

    /// <param name="wave">Whose rows they are.</param>
    /// <param name="table">With the columns below.</param>
    /// <param name="answers">Columns of answers; nothing is compared where they are fewer than ten.</param>
    /// <param name="key">Columns that name a row.</param>
    /// <param name="places">Where each row comes from.</param>
    /// <param name="findings">Where each is named.</param>
    public static void Find(string wave, Table table, IReadOnlyList<string> answers, ShownKeys key, RowPlaces places, FindingList findings)
    {
        if (answers.Count < FewestAnswers)
            return;
        int[][] columns = [.. answers.Select(name => RowKeys.CodesOf(table[name]))];
        IReadOnlyList<int>[] groups = [.. RowKeys.Groups(KeysOf(columns)).Where(rows => rows.All(row => Array.TrueForAll(columns, codes => codes[row] == codes[rows[0]])))];
        foreach (IReadOnlyList<int> rows in groups.Take(MostNamed))
        {
            RowPlace place = places.Of(rows[1]);
            string who = string.Join(" and ", rows.Take(5).Select(row => $"{places.Of(row).Text}{KeyText(key, row)}")) + (rows.Count > 5 ? " and others" : "");
            findings.Add(Severity.Doubt, wave, $"{rows.Count} rows of {wave} are the same in all {answers.Count} answers: {who}; look at the questionnaires.", place.File, place.Row, null, rows.Count);
        }
        if (groups.Length > MostNamed)
            findings.Add(Severity.Doubt, wave, $"{groups.Length - MostNamed} more groups of rows of {wave} are the same in all answers.", rows: groups.Length - MostNamed);
    }

    private static string KeyText(ShownKeys key, int row) =>
        key.Columns.Count == 0 ? "" : $" ({string.Join(", ", key.Columns.Select(name => $"{name} {key.Of(name, row)}"))})";

    /// <summary>A number for each row, the same where all answers are, as far as a hash can tell; none where there are few.</summary>
    private static int[] KeysOf(int[][] answers)
    {
        int rows = answers[0].Length;
        var hashes = new UInt128[rows];
        int[] given = new int[rows];
        foreach (int[] codes in answers)
        {
            for (int row = 0; row < rows; row++)
            {
                hashes[row] = (hashes[row] ^ (uint)(codes[row] + 2)) * Prime;
                given[row] += codes[row] == CategoryColumn.Missing ? 0 : 1;
            }
        }
        var numberOf = new Dictionary<UInt128, int>();
        int[] keys = new int[rows];
        for (int row = 0; row < rows; row++)
        {
            if (given[row] < FewestAnswers)
                keys[row] = RowKeys.Missing;
            else if (!numberOf.TryGetValue(hashes[row], out keys[row]))
                numberOf.Add(hashes[row], keys[row] = numberOf.Count);
        }
        return keys;
    }
}
