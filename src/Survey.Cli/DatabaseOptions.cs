using System.Globalization;
using Survey.Engines;

namespace Survey.Cli;

/// <summary>The options of commands that ask a database instead of reading files, or fill it. Credentials come from the environment, so that no history of a shell and no list of processes has them.</summary>
internal static class DatabaseOptions
{
    private const int MostSeconds = 7 * 24 * 3600;

    // what says how files are read
    private static readonly string[] OfFiles = [.. Reading.Options.Select(option => option.Name)];

    // what tells rows apart where no PSUs do
    private static readonly string[] OfNumberedRows = [.. Streaming.OfNumberedRows, "--make-replicates"];

    /// <param name="section">Of the help.</param>
    public static Option[] Options(string section) =>
    [
        new("--engine", ["URL"], "postgres://HOST[:PORT]/DATABASE or clickhouse://HOST[:PORT]/DATABASE (clickhouses:// over TLS); user and password are PGUSER and PGPASSWORD, or CLICKHOUSE_USER and CLICKHOUSE_PASSWORD, of the environment", section),
        new("--table", ["NAME"], "the table, after a schema or database and a dot if need be", section),
        new("--timeout", ["SECONDS"], "how long a statement and its answer may take (600 otherwise)", section),
    ];

    public static bool AreAsked(Arguments arguments) => arguments.Has("--engine") || arguments.Has("--table");

    /// <summary>Refuses options that contradict each other.</summary>
    public static void Check(Arguments arguments)
    {
        if (arguments.Files.Find(IsAddress) is not null || (arguments["--table"] is { } table && IsAddress(table)))
            throw new ArgumentException("The address of a database stands where a file or a table is named; give it with --engine, without a user or password in it."); // not shown, as it may hold them
        if (!AreAsked(arguments))
        {
            if (arguments.Has("--timeout"))
                throw new ArgumentException("--timeout is of a database, and none is named; add --engine URL and --table NAME, or leave it out.");
            return;
        }
        if (!arguments.Has("--engine") || !arguments.Has("--table"))
            throw new ArgumentException(arguments.Has("--engine") ? "--engine names a database, and no table in it is named; add --table NAME." : "--table names a table, and no database is named; add --engine postgres://HOST/DATABASE or clickhouse://HOST/DATABASE.");
    }

    /// <summary>Refuses what estimates from a table in a database have no use for, and what needs its rows.</summary>
    public static void RefuseFiles(Arguments arguments)
    {
        if (arguments.Files.Count > 0)
            throw new ArgumentException($"{arguments.Files[0]} and --engine are two places for the rows; leave one out (survey load puts files into a database).");
        if (Array.Find(OfFiles, arguments.Has) is { } option)
            throw new ArgumentException($"{option} says how files are read; of a table in a database give a view in which it is done, or a condition such as case when age < 99 then age end.");
        if (arguments.Has("--threads"))
            throw new ArgumentException("--threads is of reading files, and a database has threads of its own; leave it out.");
        if (WeightingOptions.StepOf(arguments) is { } step)
            throw new ArgumentException($"{step} makes a weight for each row, and the rows of --engine stay in the database; weight a file (survey weight), and load the result.");
        if (!arguments.Has("--clusters") && Array.Find(OfNumberedRows, arguments.Has) is { } numbered)
            throw new ArgumentException($"{numbered} without --clusters tells each row apart, and the rows of --engine stay in the database; name PSUs with --clusters, or estimate from a file.");
    }

    /// <summary>The table, whose rows stay where they are.</summary>
    public static EngineTable Open(Arguments arguments, CancellationToken cancellation) => EngineOf(arguments).Open(arguments["--table"]!, cancellation);

    /// <summary>The database.</summary>
    public static Engine EngineOf(Arguments arguments) => DatabaseAddress.Parse(arguments["--engine"]!).Open(TimeoutOf(arguments));

    private static TimeSpan TimeoutOf(Arguments arguments)
    {
        if (arguments["--timeout"] is not { } text)
            return Engine.UsualTimeout;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) && seconds is >= 1 and <= MostSeconds
            ? TimeSpan.FromSeconds(seconds)
            : throw new ArgumentException($"--timeout takes a number of seconds from 1 to {MostSeconds}, a week, not '{text}'.");
    }

    private static bool IsAddress(string text) => text.Contains("://", StringComparison.Ordinal);
}
