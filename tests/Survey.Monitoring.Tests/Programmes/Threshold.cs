using System.Globalization;
using System.Runtime.CompilerServices;

namespace Survey.Monitoring.Tests.Programmes;

/// <summary>A row of thresholds.tsv: what a notice asks in one part of it.</summary>
/// <param name="Programme">Its id.</param>
/// <param name="Part">Its id in the library.</param>
/// <param name="Rule">In the notation of <see cref="RuleNotation"/>.</param>
/// <param name="Points">Null where the notice gives none.</param>
/// <param name="Departments">As the table abbreviates them; of Wuzhong only, whose table names them by item.</param>
internal sealed record Threshold(string Programme, string Part, string Rule, decimal? Points, string[] Departments)
{
    private static readonly Lazy<Threshold[]> _all = new(() => [.. File.ReadLines(Path.Combine(Path.GetDirectoryName(ThisFile())!, "thresholds.tsv")).Skip(2).Select(line => Of(line.Split('\t')))]);

    public static IReadOnlyList<Threshold> All => _all.Value;

    public static IEnumerable<TestCaseData> Cases => All.Select(row => new TestCaseData(row).SetArgDisplayNames($"{row.Programme} {row.Part}"));

    public static IEnumerable<string> Programmes => All.Select(row => row.Programme).Distinct();

    private static Threshold Of(string[] cells) =>
        new(cells[0], cells[1], cells[2], cells[3].Length == 0 ? null : decimal.Parse(cells[3], CultureInfo.InvariantCulture), cells[4].Split('、', StringSplitOptions.RemoveEmptyEntries));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
