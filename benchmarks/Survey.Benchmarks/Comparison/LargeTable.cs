using System.Globalization;
using Survey.Simulations;

namespace Survey.Benchmarks.Comparison;

/// <summary>The table of large files in Markdown.</summary>
internal static class LargeTable
{
    private static readonly string[] Heading = ["task", "ours", "unit", "floor", "rival", "takes", "rival / ours", "target", "reached", "met"];

    public static void Write(TextWriter to, IEnumerable<LargeRow> rows) =>
        MarkdownTable.Write(to, 1, Heading, rows.Select(row => new[]
        {
            row.Task,
            Number(row.Ours),
            row.Unit,
            row.Floor is { } floor ? Number(floor) : "",
            row.Rival?.Name ?? "",
            row.Rival is { } rival ? Number(rival.Value) : "",
            row.Rival is { } other ? Number(other.Value / row.Ours) : "",
            row.Target?.Text ?? "",
            row.Target is { } target ? Number(target.Reached) : "",
            row.Target is { } own ? own.IsMet ? "yes" : "no" : "",
        }));

    /// <summary>Three digits, or all of a whole number.</summary>
    public static string Number(double value) =>
        value.ToString(Math.Abs(value) switch { >= 100 => "#,##0", >= 10 => "0.0", _ => "0.00" }, CultureInfo.InvariantCulture);
}
