using System.Globalization;
using Survey.Engines.Benchmarks;

if (args is ["ask", .. var words]) // a process of its own, whose memory is measured
    Asked.Run(words);
else if (args is [var result, .. var sizes])
{
    string folder = Environment.GetEnvironmentVariable("SURVEY_BENCHMARK_FOLDER") is { Length: > 0 } named ? named : Path.GetTempPath();
    folder = Directory.CreateDirectory(Path.Combine(folder, $"survey-engines-{Guid.NewGuid():N}")).FullName;
    try
    {
        using var comparison = new EnginesComparison([.. sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture))], folder);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        comparison.Run(text);
        File.WriteAllText(result, text + Meaning(result));
    }
    finally
    {
        Directory.Delete(folder, recursive: true);
    }
}
else
    throw new ArgumentException("Name the file of results and rows of surveys, the smallest first.");

// what somebody wrote below earlier tables; it may no longer be so, which he has to see to
static string Meaning(string result) =>
    File.Exists(result) && File.ReadAllText(result) is var text && text.IndexOf("\n## What it means", StringComparison.Ordinal) is >= 0 and int at ? text[at..] : "";
