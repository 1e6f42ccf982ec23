using Survey.Files;

namespace Survey.Benchmarks.Comparison;

/// <summary>Tasks on the Parquet files that DuckDB left, which are in the memory of the system where it has room for them.</summary>
/// <param name="folder">Where they are; they are removed.</param>
/// <param name="command">The assembly of the survey command.</param>
internal sealed class LargeParquet(string folder, string command)
{
    private const string Unit = "ns a row", DuckDb = "DuckDB, sums alone";

    /// <param name="rows">Of the files; one has ten times as many.</param>
    /// <param name="duckDb">What DuckDB takes on them.</param>
    public LargeRow[] Rows(int rows, Rival duckDb)
    {
        LargeRow[] all =
        [
            Estimates("default.parquet", "Parquet of DuckDB's default", rows, 1e9 * duckDb.SecondsARow["parquet"]),
            Estimates("zstd.parquet", "Parquet with zstd", rows, 1e9 * duckDb.SecondsARow["parquet zstd"]),
            Memory("many.parquet", 10L * rows),
            Writing("default.parquet", rows, 1e9 * duckDb.SecondsARow["parquet write"]),
        ];
        foreach (string file in Directory.EnumerateFiles(folder, "*.parquet"))
            File.Delete(file);
        return all;
    }

    private LargeRow Estimates(string name, string what, int rows, double takes)
    {
        string file = Path.Combine(folder, name);
        double ours = PerRow(Timing.Seconds(() => LargeTasks.FromFile(file)), rows);
        return new($"{what}, {new FileInfo(file).Length / 1_000_000:N0} MB, to estimates of 10 domains", ours, Unit)
        {
            Floor = PerRow(Timing.Seconds(() => LargeFiles.Read(file)), rows),
            Rival = (DuckDb, takes),
            Target = new("at least as fast as DuckDB", takes / ours, 1, AtLeast: true),
        };
    }

    private LargeRow Memory(string name, long rows)
    {
        double peak = Programs.Measure("dotnet", command, "estimate", Path.Combine(folder, name), "--weights", "weight", "--strata", "stratum", "--clusters", "psu", "--proportion", "smoker", "--by", "occupation").Megabytes;
        return new($"peak memory of survey estimate, Parquet of {rows:N0} rows", peak, "MB") { Target = new("under 300 MB", peak, 300) };
    }

    private LargeRow Writing(string name, int rows, double takes)
    {
        Table table = Table.Read(Path.Combine(folder, name));
        string file = Path.Combine(folder, "ours.parquet");
        double ours = PerRow(Timing.Seconds(() => { table.Write(file); return null; }), rows);
        return new($"writing Parquet of {table.Columns.Count} columns, {new FileInfo(file).Length / 1_000_000:N0} MB", ours, Unit)
        {
            Rival = ($"DuckDB's COPY, {new FileInfo(Path.Combine(folder, "written.parquet")).Length / 1_000_000:N0} MB", takes),
            Target = new("at least as fast as DuckDB", takes / ours, 1, AtLeast: true),
        };
    }

    private static double PerRow(double seconds, long rows) => 1e9 * seconds / rows;
}
