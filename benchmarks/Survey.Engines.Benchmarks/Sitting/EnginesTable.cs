using System.Globalization;
using Survey.Benchmarks.Comparison;
using Survey.Simulations;

namespace Survey.Engines.Benchmarks;

/// <summary>The tables in Markdown.</summary>
internal static class EnginesTable
{
    public static void WriteEstimates(TextWriter to, IEnumerable<Line> lines) =>
        MarkdownTable.Write(to, 2, ["place", "units", "rows", "ours, s", "bare, s", "ours, CPU s", "its statements, CPU s", "bare, CPU s", "ours / statements", "ours / bare", "statements", "rows back", "MB here", "MB from shards", "peak MB", "apart"], lines.Select(line => new[]
        {
            line.Place,
            line.Question.Name,
            Whole(line.Rows),
            Seconds(line.Ours.Seconds),
            Seconds(line.Bare?.Seconds),
            Seconds(line.Ours.Processors),
            Seconds(line.Statements?.Processors),
            Seconds(line.Bare?.Processors),
            Number(line.Ours.Processors / line.Statements?.Processors),
            Number(line.Ours.Processors / line.Bare?.Processors),
            Whole(line.StatementCount),
            Whole(line.AnswerRows),
            Number(line.Bytes / 1e6),
            Number(line.BytesFromShards / 1e6),
            Number(line.Megabytes),
            double.IsNaN(line.Apart) ? "" : line.Apart.ToString("0e0", CultureInfo.InvariantCulture),
        }));

    /// <summary>How times grow with rows.</summary>
    public static void WriteGrowth(TextWriter to, IReadOnlyList<Line> lines) =>
        MarkdownTable.Write(to, 2, ["place", "units", "rows", "times the rows", "ours, times the CPU s", "bare, times the CPU s", "ours, ns CPU for each row more"], lines.GroupBy(line => (line.Place, line.Question)).Where(own => own.Count() > 1).Select(own =>
        {
            (Line few, Line many) = (own.MinBy(line => line.Rows)!, own.MaxBy(line => line.Rows)!);
            return new[] { few.Place, few.Question.Name, Whole(many.Rows), Number((double)many.Rows / few.Rows), Number(many.Ours.Processors / few.Ours.Processors), Number(many.Bare?.Processors / few.Bare?.Processors), Number(1e9 * (many.Ours.Processors - few.Ours.Processors) / (many.Rows - few.Rows)) };
        }));

    public static void WriteScans(TextWriter to, IEnumerable<(string Place, long Rows, Taken Time)> scans) =>
        MarkdownTable.Write(to, 1, ["place", "rows", "s", "CPU s", "million rows a CPU s"], scans.Select(scan => new[] { scan.Place, Whole(scan.Rows), Seconds(scan.Time.Seconds), Seconds(scan.Time.Processors), Number(scan.Rows / scan.Time.Processors / 1e6) }));

    public static void WriteLoads(TextWriter to, IEnumerable<LoadLine> loads) =>
        MarkdownTable.Write(to, 1, ["place", "ours, s", "rival, s", "ours, CPU s", "rival, CPU s", "ours / rival", "rival"], loads.Select(load => new[] { load.Place, Seconds(load.Ours.Seconds), Seconds(load.Takes.Seconds), Seconds(load.Ours.Processors), Seconds(load.Takes.Processors), Number(load.Ours.Processors / load.Takes.Processors), load.Rival }));

    public static string Number(double? value) => value is { } number && !double.IsNaN(number) ? LargeTable.Number(number) : "";

    private static string Seconds(double? value) => value is { } seconds ? seconds.ToString(seconds < 10 ? "0.000" : "0.0", CultureInfo.InvariantCulture) : "";

    private static string Whole(long? value) => value is { } whole ? whole.ToString("N0", CultureInfo.InvariantCulture) : "";
}
