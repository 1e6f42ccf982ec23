using System.Text;
using Survey.Monitoring;

namespace Survey.Cli;

/// <summary>survey init: the draft of a study.</summary>
internal static class InitCommand
{
    private const string Lesson = """
        Looks at the files, finds the row of their headings, and writes a study file to begin with: which headings are
        which columns, what codes were met, which columns look like personal data and are never read. "guess" marks what
        was guessed, "?" what only you can say. Files with a year in their path are the wave of that year.

        Examples
          survey init data/2023/*.xlsx --out study.yaml
          survey init data/2023 data/2024/export.csv --instrument items.csv --programme wuzhong-2023 --out study.yaml
          survey init --schema > study.schema.json      for editors that complete and check YAML

        """;

    public static readonly Command Command = new(
        "init",
        "a commented draft of a study, from the files that you have",
        "FILE [FILE ...] [options]",
        () =>
        [
            new("--programme", ["NAME"], "the programme that is evaluated", "What"),
            new("--instrument", ["FILE"], "the file of the questionnaire's items, or the name of an instrument", "What"),
            new("--schema", [], "write the JSON schema of study files instead", "What"),
            new("--out", ["FILE"], "write to a file, which must not exist yet; otherwise the draft is printed", "Results"),
        ],
        Lesson,
        Run);

    private static int Run(Arguments arguments, TextWriter output, TextWriter messages)
    {
        if (arguments.Has("--schema"))
        {
            output.Write(Study.JsonSchema);
            return 0;
        }
        if (arguments.Files.Count == 0)
            throw new ArgumentException("No file is named; give the exports of a wave, such as data/2023/*.xlsx.");
        string? file = arguments["--out"];
        if (file is not null && File.Exists(file))
            throw new ArgumentException($"{file} exists already, and a draft would replace it; give another name.");
        string folder = file is null ? "" : Path.GetDirectoryName(file) ?? "";
        string draft = StudyDraft.Of(arguments.Files, folder, arguments["--programme"], arguments["--instrument"]);
        if (file is null)
            output.Write(draft);
        else
        {
            File.WriteAllText(file, draft, new UTF8Encoding(false));
            messages.WriteLine($"survey: {file} is a draft; settle what is marked in it, then run survey check --only-data {file}");
        }
        return 0;
    }
}
