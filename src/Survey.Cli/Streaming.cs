using System.Globalization;
using Survey.Files;

namespace Survey.Cli;

/// <summary>Estimates straight from files, in memory for their groups rather than their rows.</summary>
internal static class Streaming
{
    private const string Section = "Speed";

    public static readonly Option[] Options =
    [
        new("--threads", ["N"], "how many threads work; by default as many as there are processors. Results are the same for any number", Section),
    ];

    /// <summary>Options that, where no clusters are named, need a number for each row.</summary>
    public static readonly string[] OfNumberedRows = ["--lonely-domains", "--systematic", "--probabilities"];

    /// <summary>Whether what is asked needs no table: weighting keeps a weight for each row, some designs without clusters a number, and a map is held against all strata beforehand.</summary>
    public static bool IsPossible(Arguments arguments) =>
        !WeightingOptions.AreAsked(arguments)
        && !arguments.Has("--collapse")
        && (arguments.Has("--clusters") || !OfNumberedRows.Any(arguments.Has));

    /// <summary>The rows of a command's files: streamed from CSV and Parquet files where what is asked needs no table of them.</summary>
    /// <param name="arguments">With the options of reading and of the design.</param>
    /// <param name="columns">Only these.</param>
    /// <param name="keys">Those that name units of the sample.</param>
    /// <param name="messages">For progress.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static Rows Open(Arguments arguments, IReadOnlyList<string> columns, IReadOnlyList<string> keys, TextWriter messages, CancellationToken cancellation)
    {
        Reading.CheckFiles(arguments);
        ReadOptions options = Reading.OptionsOf(arguments) with { Columns = columns, Keys = keys };
        return !IsPossible(arguments)
            ? Table.Read(arguments.Files, options)
            : Rows.Open(arguments.Files, options, new ProgressLines(messages, TimeSpan.FromSeconds(3)), cancellation);
    }

    /// <summary>Does something with as many threads as were asked for.</summary>
    public static T OnThreads<T>(Arguments arguments, Func<T> action)
    {
        int usual = OrderedPass.Threads;
        OrderedPass.Threads = arguments["--threads"] is { } text ? Threads(text) : usual;
        try
        {
            return action();
        }
        finally
        {
            OrderedPass.Threads = usual;
        }
    }

    /// <summary>A number of threads.</summary>
    public static int Threads(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int threads) && threads is >= 1 and <= 1024
            ? threads
            : throw new ArgumentException($"--threads takes a whole number from 1 to 1024, not '{text}'.");
}
