using System.Globalization;
using Survey.Files;

namespace Survey.Cli;

/// <summary>The options of every command that reads files.</summary>
internal static class Reading
{
    private const string Section = "Reading files";

    public static readonly Option[] Options =
    [
        new("--missing", ["CODES"], "texts that mean missing in every column, such as 9,99,NA (an empty field is missing anyway)", Section),
        new("--missing-in", ["COL=CODES"], "texts that mean missing in one column, such as age=999", Section, Repeats: true),
        new("--type", ["COL=TYPE"], "number, category, flag or date, where the content is not to decide", Section, Repeats: true),
        new("--sheet", ["NAME"], "the sheet of a workbook, by its name or its number from 1 (the first visible one otherwise)", Section),
        new("--header-row", ["N"], "the row that holds the column names, from 1 (the default); rows above it are titles", Section),
        new("--encoding", ["NAME"], "of CSV files: utf-8, gb18030 or utf-16 (found by itself otherwise)", Section),
        new("--delimiter", ["CHAR"], "between the fields of CSV files: , or ; or tab (found by itself otherwise)", Section),
    ];

    /// <summary>Reads the files of a command as one table.</summary>
    /// <param name="arguments">With the options above.</param>
    /// <param name="files">Their paths.</param>
    /// <param name="columns">Only these, or null for all.</param>
    /// <param name="keys">Those that name units of the sample.</param>
    public static Table Read(Arguments arguments, IReadOnlyList<string> files, IReadOnlyList<string>? columns, IReadOnlyList<string> keys)
    {
        CheckFiles(arguments);
        return Table.Read(files, OptionsOf(arguments) with { Columns = columns, Keys = keys });
    }

    /// <summary>Refuses names of files that cannot be meant.</summary>
    public static void CheckFiles(Arguments arguments)
    {
        if (arguments.Files.Count == 0)
            throw new ArgumentException("No file is named; give a CSV or Parquet file or an Excel workbook, such as people.csv.");
        if (arguments.Files.Any(string.IsNullOrWhiteSpace))
            throw new ArgumentException("The name of a file is empty; check the quotes around it.");
        if (arguments.Files.GroupBy(Path.GetFullPath).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ArgumentException($"The file {twice.First()} is named twice, so its rows would count twice; name it once.");
    }

    /// <summary>What the options say of files.</summary>
    public static ReadOptions OptionsOf(Arguments arguments) =>
        new()
        {
            Missing = arguments["--missing"]?.Split(',') ?? [],
            MissingIn = arguments.All("--missing-in").Select(text => Pair("--missing-in", text)).GroupBy(pair => pair.Column).ToDictionary(
                same => same.Key,
                same => (IReadOnlyList<string>)[.. same.SelectMany(pair => pair.Value.Split(','))]),
            Types = TypesOf([.. arguments.All("--type").Select(text => Pair("--type", text))]),
            Sheet = arguments["--sheet"],
            HeaderRow = arguments["--header-row"] is { } row ? HeaderRowOf(row) : 1,
            Encoding = arguments["--encoding"] is { } encoding
                ? Words.OneOf<TextEncoding>("--encoding", encoding, ("utf-8", TextEncoding.Utf8), ("gb18030", TextEncoding.Gb18030), ("utf-16", TextEncoding.Utf16))
                : null,
            Delimiter = arguments["--delimiter"] is { } delimiter
                ? Words.OneOf("--delimiter", delimiter, (",", ','), (";", ';'), ("tab", '\t'))
                : null,
        };

    private static int HeaderRowOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int row) && row >= 1
            ? row
            : throw new ArgumentException($"--header-row takes a whole number of at least 1, such as 3, not '{text}'.");

    private static Dictionary<string, ColumnType> TypesOf((string Column, string Value)[] pairs) =>
        pairs.GroupBy(pair => pair.Column).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new ArgumentException($"--type is given twice for '{twice.Key}'; a column has one type.")
            : pairs.ToDictionary(pair => pair.Column, pair => TypeOf(pair.Value));

    private static ColumnType TypeOf(string word) =>
        Words.OneOf("--type", word, ("number", ColumnType.Number), ("category", ColumnType.Category), ("flag", ColumnType.Flag), ("date", ColumnType.Date));

    private static (string Column, string Value) Pair(string option, string text)
    {
        int equals = text.LastIndexOf('=');
        return equals > 0 && equals < text.Length - 1
            ? (text[..equals], text[(equals + 1)..])
            : throw new ArgumentException($"{option} takes COLUMN=VALUE, not '{text}'.");
    }
}
