namespace Survey.Cli;

/// <summary>survey describe: what a file holds.</summary>
internal static class DescribeCommand
{
    private const string Lesson = """
        Columns are typed by all their values: numbers, flags (true, false), dates, else categories. Codes are categories:
        values with a leading zero, of more than 15 digits, or of 9 or 12 digits under a name such as village_code.
        Only an empty field is missing; declare other codes with --missing or --missing-in.

        Examples
          survey describe people.csv
          survey describe export.csv --encoding gb18030 --missing 9,99 --missing-in age=999 --type village=category

        """;

    public static readonly Command Command = new(
        "describe",
        "the columns of a file: types, missing values, ranges and levels",
        "FILE [FILE ...] [options]",
        [new("--format", ["FORMAT"], "table (default), json or csv", "Results"), .. Reading.Options],
        Lesson,
        Run);

    private static int Run(Arguments arguments, TextWriter output, TextWriter messages)
    {
        var format = Output.FormatOf(arguments);
        if (arguments.Files is [var file] && StudyFile.IsStudy(file))
            return DescribeStudy(Study.Read(file).Load(), format, output, messages);
        TableDescription description = Reading.Read(arguments, arguments.Files, null, []).Describe();
        foreach (string note in description.Notes)
            messages.WriteLine($"survey: note: {note}");
        Output.Write(description, format, output);
        return 0;
    }

    /// <summary>The columns of each wave, who was left out and why, and what the waves share; all else is for survey check.</summary>
    private static int DescribeStudy(StudyData data, Format format, TextWriter output, TextWriter messages)
    {
        foreach (Finding finding in data.Findings.Where(finding => finding.Severity != Severity.Change))
            messages.WriteLine($"survey: {(finding.Severity == Severity.Unresolved ? "unresolved" : "warning")}: {finding.Message}");
        Output.WriteDescription(data, format, output);
        return StudyFile.ExitCode(data);
    }
}
