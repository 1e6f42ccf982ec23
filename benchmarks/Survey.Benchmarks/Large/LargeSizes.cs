using System.Globalization;

namespace Survey.Benchmarks;

/// <summary>How large the large samples are: ten million rows, unless SURVEY_BENCHMARK_ROWS says otherwise; and where large files go: SURVEY_BENCHMARK_FOLDER, or else the system's folder for temporary files.</summary>
internal static class LargeSizes
{
    public static int Rows { get; } = Environment.GetEnvironmentVariable("SURVEY_BENCHMARK_ROWS") is { Length: > 0 } rows ? int.Parse(rows, CultureInfo.InvariantCulture) : 10_000_000;

    /// <summary>Replicates, and tasks that R does too, take a tenth of the rows.</summary>
    public static int Tenth => Rows / 10;

    public static string Folder { get; } = Environment.GetEnvironmentVariable("SURVEY_BENCHMARK_FOLDER") is { Length: > 0 } folder ? folder : Path.GetTempPath();
}
