using Survey.Monitoring.Simulating;

namespace Survey.Benchmarks.Comparison;

/// <summary>Tasks on CSV files, which are in the memory of the system where it has room for them.</summary>
/// <param name="folder">Where the files are made; they are removed.</param>
/// <param name="command">The assembly of the survey command.</param>
internal sealed class LargeFiles(string folder, string command)
{
    private const string Unit = "ns a row";
    private const int BytesARow = 64;

    /// <summary>A file of so many rows, for others to read first.</summary>
    public string Write(long rows)
    {
        long free = new DriveInfo(folder).AvailableFreeSpace;
        if (free < 2 * BytesARow * rows)
            throw new IOException($"{folder} has {free / 1_000_000:N0} MB left, and a file of {rows:N0} rows should find {2 * BytesARow * rows / 1_000_000:N0}; name another with SURVEY_BENCHMARK_FOLDER, or fewer rows with SURVEY_BENCHMARK_ROWS.");
        string file = Path.Combine(folder, $"households-{rows}.csv");
        HouseholdFile.Write(new HouseholdNation(rows), file, Environment.ProcessorCount);
        return file;
    }

    /// <summary>From a file to estimates, against sums by stratum, PSU and domain in DuckDB.</summary>
    public static LargeRow Estimates(string file, int rows, Rival duckDb)
    {
        double ours = PerRow(Timing.Seconds(() => LargeTasks.FromFile(file)), rows), takes = 1e9 * duckDb.SecondsARow["csv"];
        return new($"CSV of {new FileInfo(file).Length / 1_000_000:N0} MB to estimates of 10 domains", ours, Unit)
        {
            Floor = PerRow(Timing.Seconds(() => Read(file)), rows),
            Rival = ("DuckDB, sums alone", takes),
            Target = new("at least as fast as DuckDB", takes / ours, 1, AtLeast: true),
        };
    }

    /// <summary>Peak memory of the command on a file of so many rows.</summary>
    public LargeRow Memory(long rows)
    {
        string file = Write(rows);
        try
        {
            double peak = Programs.Measure("dotnet", command, "estimate", file, "--weights", "weight", "--strata", "stratum", "--clusters", "psu", "--proportion", "smoker", "--by", "occupation").Megabytes;
            return new($"peak memory of survey estimate, CSV of {rows:N0} rows", peak, "MB") { Target = new("under 300 MB", peak, 300) };
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Time a row from a tenth of the rows to ten times as many.</summary>
    public LargeRow Growth(long rows)
    {
        double[] times = [.. new[] { rows / 10, rows, 10 * rows }.Select(Time)];
        return new($"CSV of {10 * rows:N0} rows", times[^1], Unit)
        {
            Target = new($"within 20 % from {rows / 10:N0} rows on", times.Max() / times.Min(), 1.2)
            {
                WhyNot = "the beginning of a file is read twice, once to see what its columns are, and threads, buffers and tables of codes are made anew for each file: some milliseconds, which a million rows feel",
            },
        };
    }

    /// <summary>Makes a file with the command.</summary>
    public LargeRow Simulation(long rows)
    {
        string file = Path.Combine(folder, "made.csv");
        try
        {
            double seconds = Programs.Measure("dotnet", command, "simulate", "--households", $"{rows}", "--out", file).Seconds;
            double speed = new FileInfo(file).Length / seconds / 1e6;
            return new($"survey simulate --households {rows:N0}", speed, "MB/s") { Target = new("at least 200 MB/s", speed, 200, AtLeast: true) };
        }
        finally
        {
            File.Delete(file);
        }
    }

    private double Time(long rows)
    {
        string file = Write(rows);
        try
        {
            return PerRow(Timing.Seconds(() => LargeTasks.FromFile(file)), rows);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Reads the bytes of a file and nothing else.</summary>
    public static long Read(string file)
    {
        byte[] buffer = new byte[1 << 20];
        using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        long bytes = 0;
        while (stream.Read(buffer) is > 0 and var read)
            bytes += read;
        return bytes;
    }

    private static double PerRow(double seconds, long rows) => 1e9 * seconds / rows;
}
