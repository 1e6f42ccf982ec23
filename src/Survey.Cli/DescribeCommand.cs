using Survey.Files;
using Survey.Monitoring;

namespace Survey.Cli;

/// <summary>survey describe: what a file holds.</summary>
internal static class DescribeCommand
{
    private const string Lesson = """
        Columns are typed by all their values: numbers, flags (true, false), dates, else categories. Codes are categories:
        values with a leading zero, of more than 15 digits, or of 9 or 12 digits under a name such as village_code.
        Only an empty field is missing; declare other codes with --missing or --missing-in.
        Columns that look like personal data (ID card and phone numbers, names, addresses, accounts) are named in a warning,
        and none of their values is shown.

        A file is a CSV file, a Parquet file (or a folder of them) or an Excel workbook (xlsx, xls), whatever it is called.
        One sheet of a workbook is read, below a row of column names. Parquet files say themselves what their columns are.

        Of a study (.yaml) the columns of each wave are described as the study reads them, with those left out and why.

        Examples
          survey describe people.csv
          survey describe study.yaml
          survey describe people.xlsx --sheet "Wave 2" --header-row 3
          survey describe export.csv --encoding gb18030 --missing 9,99 --missing-in age=999 --type village=category

        """;

    public static readonly Command Command = new(
        "describe",
        "the columns of a file or a study: types, missing values, ranges and levels",
        "FILE [FILE ...] | STUDY [options]",
        () => [new("--format", ["FORMAT"], "table (default), json or csv", "Results"), .. Reading.Options],
        Lesson,
        Run);

    private static int Run(Arguments arguments, TextWriter output, TextWriter messages)
    {
        var format = Output.FormatOf(arguments);
        if (arguments.Files is [var file] && StudyFile.IsStudy(file))
            return DescribeStudy(Study.Read(file).Load(), format, output, messages);
        Table table = Reading.Read(arguments, arguments.Files, null, []);
        RefusePeopleAsHeadings(table, arguments.Files[0]);
        IReadOnlyList<PersonalDataColumn> personal = PersonalData.Find(table);
        TableDescription description = table.Describe([.. personal.Select(column => column.Column)]);
        CommandVoice.Note(description.Notes, messages);
        foreach (PersonalDataColumn column in personal)
            messages.WriteLine($"survey: warning: {column}, which are not shown; leave it out of files that are handed on.");
        Output.Write(description, format, output);
        return 0;
    }

    /// <summary>Who answered in each wave and what the columns hold; all that was changed on the way is for survey check.</summary>
    private static int DescribeStudy(StudyData data, Format format, TextWriter output, TextWriter messages)
    {
        foreach (Finding finding in data.Findings.Where(finding => finding.Severity != Severity.Change))
            messages.WriteLine($"survey: warning: {finding.Message}");
        Output.Write(StudyDescription.Of(data), format, output);
        return data.Waves.Any(wave => wave.Everyone is not null) ? 0 : App.BadInput;
    }

    /// <summary>Of a file without a line of column names the first person's data would be shown as such.</summary>
    private static void RefusePeopleAsHeadings(Table table, string file)
    {
        int column = table.Columns.ToList().FindIndex(name => PersonalData.Hidden(name) != name);
        if (column >= 0)
            throw new SurveyDataException($"The name of column {column + 1} of {file} holds an ID card or phone number (not shown), so the file seems to have no line of column names; add one.");
    }
}
