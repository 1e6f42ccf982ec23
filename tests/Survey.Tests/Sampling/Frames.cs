namespace Survey.Tests.Sampling;

/// <summary>Frames to draw from.</summary>
internal static class Frames
{
    /// <summary>Towns A (6 villages), B (4) and C (9), of 20 to 400 households.</summary>
    public static Table Villages()
    {
        var random = new RandomStream(5);
        (string Town, string Village)[] villages = [.. from town in new[] { ("A", 6), ("B", 4), ("C", 9) } from k in Enumerable.Range(1, town.Item2) select (town.Item1, $"{town.Item1}{k:00}")];
        return Table.FromColumns(
        [
            ("town", (Column)new CategoryColumn([.. villages.Select(village => village.Town)])),
            ("village", new CategoryColumn([.. villages.Select(village => village.Village)])),
            ("households", new NumberColumn([.. villages.Select(_ => Math.Round(20 + 380 * random.Uniform()))])),
            ("area", new CategoryColumn([.. villages.Select((_, k) => k % 3 == 0 ? "urban" : "rural")])),
        ]);
    }

    /// <summary>The households of those villages, a row each.</summary>
    public static Table Households()
    {
        Table villages = Villages();
        double[] counts = ((NumberColumn)villages["households"]).Values.ToArray();
        (int Village, int Household)[] rows = [.. from village in Enumerable.Range(0, villages.RowCount) from k in Enumerable.Range(1, (int)counts[village]) select (village, k)];
        return Table.FromColumns(
        [
            ("town", (Column)new CategoryColumn([.. rows.Select(row => villages["town"].TextAt(row.Village))])),
            ("village", new CategoryColumn([.. rows.Select(row => villages["village"].TextAt(row.Village))])),
            ("household", new CategoryColumn([.. rows.Select(row => $"{row.Household:000}")])),
            ("size", new NumberColumn([.. rows.Select(row => counts[row.Village])])),
        ]);
    }

    public static double[] Numbers(this Table table, string column) => ((NumberColumn)table[column]).Values.ToArray();

    public static string[] Texts(this Table table, string column) => [.. Enumerable.Range(0, table.RowCount).Select(row => table[column].TextAt(row)!)];
}
