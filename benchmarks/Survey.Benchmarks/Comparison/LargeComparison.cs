namespace Survey.Benchmarks.Comparison;

/// <summary>Does the tasks of large files here, in R survey and in DuckDB, one after another in one sitting, and writes one table.</summary>
internal static class LargeComparison
{
    private const int HelpRuns = 11;

    /// <param name="command">The assembly of the survey command.</param>
    /// <param name="binding">DuckDB's binding for node.</param>
    /// <param name="scripts">The folder of large.R and duckdb.js.</param>
    /// <param name="result">The Markdown file.</param>
    public static void Run(string command, string binding, string scripts, string result)
    {
        int rows = LargeSizes.Rows;
        string folder = Directory.CreateDirectory(Path.Combine(LargeSizes.Folder, $"survey-large-{Guid.NewGuid():N}")).FullName;
        try
        {
            var files = new LargeFiles(folder, command);
            string file = files.Write(rows);
            Say("DuckDB");
            Rival duckDb = Programs.Tasks("node", Path.Combine(scripts, "duckdb.js"), binding, file, folder, $"{Environment.ProcessorCount}");
            Say("Parquet");
            LargeRow[] parquet = new LargeParquet(folder, command).Rows(rows, duckDb);
            Say("CSV");
            LargeRow csv = LargeFiles.Estimates(file, rows, duckDb);
            File.Delete(file);
            Say("memory, growth and simulation of files");
            LargeRow[] fileRows = [csv, .. parquet, files.Memory(5L * rows), files.Growth(rows), files.Simulation(rows)];
            Say("R");
            Rival r = Programs.Tasks("Rscript", Path.Combine(scripts, "large.R"), $"{rows / 10}");
            Say("rows in memory");
            LargeRow[] all = [.. LargeMemory.Rows(rows, r, duckDb), .. fileRows, Help(command)];
            using StreamWriter text = new(result);
            Write(text, rows, [r.Version, duckDb.Version], all);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static LargeRow Help(string command)
    {
        double milliseconds = 1e3 * Timing.Median([.. Enumerable.Range(0, HelpRuns).Select(_ => Programs.Seconds("dotnet", command, "--help"))]);
        return new("survey --help", milliseconds, "ms") { Target = new("under 120 ms", milliseconds, 120) };
    }

    private static void Write(TextWriter to, int rows, IEnumerable<string> rivals, IEnumerable<LargeRow> all)
    {
        to.WriteLine("# What large files of households take");
        to.WriteLine();
        to.WriteLine(FormattableString.Invariant($"Made by `benchmarks/run.sh compare` in one sitting; no figure was written by hand. {rows:N0} rows in memory or in a file unless said, 50 strata of 40 PSUs, a proportion with 3 % missing."));
        to.WriteLine("The floor streams the same columns once on all processors, or reads the same bytes. R does the same tasks on a tenth of the rows, and DuckDB only the sums by stratum, PSU and domain; times are compared a row, and those of replicates as they are, for as many rows as here.");
        to.WriteLine("Reached is the quantity that the target limits. Medians of several runs after some that warm up.");
        to.WriteLine();
        LargeTable.Write(to, all);
        to.WriteLine();
        foreach (LargeRow row in all)
            if (row.Target is { IsMet: false, WhyNot: { } why } target)
                to.WriteLine($"- {row.Task}: not {target.Text}, because {why}.");
        to.WriteLine();
        to.WriteLine($"{MachineFacts.Text(rivals)}.");
    }

    private static void Say(string what) => Console.Error.WriteLine($"compare: {what}");
}
