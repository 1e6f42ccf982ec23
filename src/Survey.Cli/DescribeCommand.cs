namespace Survey.Cli;

/// <summary>survey describe: what a file holds.</summary>
internal static class DescribeCommand
{
    private const string Lesson = """
        Columns are typed by all their values: numbers, flags (true, false), dates, else categories. Codes are categories:
        values with a leading zero, of more than 15 digits, or of 9 or 12 digits under a name such as village_code.
        Only an empty field is missing; declare other codes with --missing or --missing-in.

        A file is a CSV file or an Excel workbook (xlsx, xls), whatever it is called. One sheet of a workbook is read, below a row of column names.

        Examples
          survey describe people.csv
          survey describe people.xlsx --sheet "Wave 2" --header-row 3
          survey describe export.csv --encoding gb18030 --missing 9,99 --missing-in age=999 --type village=category

        """;

    public static readonly Command Command = new(
        "describe",
        "the columns of a file: types, missing values, ranges and levels",
        "FILE [FILE ...] [options]",
        [new("--format", ["FORMAT"], "table (default), json or csv", "Results"), .. Reading.Options],
        Lesson,
        Run);

    private static void Run(Arguments arguments, TextWriter output, TextWriter messages)
    {
        var format = Output.FormatOf(arguments);
        TableDescription description = Reading.Read(arguments, arguments.Files, null, []).Describe();
        foreach (string note in description.Notes)
            messages.WriteLine($"survey: note: {note}");
        Output.Write(description, format, output);
    }
}
