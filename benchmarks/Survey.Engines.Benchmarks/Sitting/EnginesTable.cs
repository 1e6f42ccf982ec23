using System.Globalization;
using Survey.Benchmarks.Comparison;
using Survey.Simulations;

namespace Survey.Engines.Benchmarks;

/// <summary>The tables in Markdown.</summary>
internal static class EnginesTable
{
    public static void WriteEstimates(TextWriter to, IEnumerable<Line> lines) =>
        MarkdownTable.Write(to, 2, ["place", "units", "rows", "ours, s", "its statements, s", "bare GROUP BY, s", "ours / statements", "ours / bare", "statements", "rows back", "MB here", "MB from shards", "peak MB", "apart"], lines.Select(line => new[]
        {
            line.Place,
            line.Question.Name,
            Whole(line.Rows),
            Seconds(line.Ours),
            Seconds(line.Statements),
            Seconds(line.Bare),
            Number(line.Ours / line.Statements),
            Number(line.Ours / line.Bare),
            Whole(line.StatementCount),
            Whole(line.AnswerRows),
            Number(line.Bytes / 1e6),
            Number(line.BytesFromShards / 1e6),
            Number(line.Megabytes),
            double.IsNaN(line.Apart) ? "" : line.Apart.ToString("0e0", CultureInfo.InvariantCulture),
        }));

    /// <summary>How times grow with rows.</summary>
    public static void WriteGrowth(TextWriter to, IReadOnlyList<Line> lines) =>
        MarkdownTable.Write(to, 2, ["place", "units", "rows", "times the rows", "ours, times the time", "bare, times the time"], lines.GroupBy(line => (line.Place, line.Question)).Where(own => own.Count() > 1).Select(own =>
        {
            (Line few, Line many) = (own.MinBy(line => line.Rows)!, own.MaxBy(line => line.Rows)!);
            return new[] { few.Place, few.Question.Name, Whole(many.Rows), Number((double)many.Rows / few.Rows), Number(many.Ours / few.Ours), Number(many.Bare / few.Bare) };
        }));

    public static void WriteScans(TextWriter to, IEnumerable<(string Place, long Rows, double Seconds)> scans) =>
        MarkdownTable.Write(to, 1, ["place", "rows", "s", "million rows a second and core"], scans.Select(scan => new[] { scan.Place, Whole(scan.Rows), Seconds(scan.Seconds), Number(scan.Rows / scan.Seconds / 1e6) }));

    public static void WriteLoads(TextWriter to, IEnumerable<LoadLine> loads) =>
        MarkdownTable.Write(to, 1, ["place", "ours, s", "rival, s", "ours / rival", "rival"], loads.Select(load => new[] { load.Place, Seconds(load.Ours), Seconds(load.Takes), Number(load.Ours / load.Takes), load.Rival }));

    public static string Number(double? value) => value is { } number && !double.IsNaN(number) ? LargeTable.Number(number) : "";

    private static string Seconds(double? value) => value is { } seconds ? seconds.ToString(seconds < 10 ? "0.000" : "0.0", CultureInfo.InvariantCulture) : "";

    private static string Whole(long? value) => value is { } whole ? whole.ToString("N0", CultureInfo.InvariantCulture) : "";
}
