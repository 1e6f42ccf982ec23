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
        new("--encoding", ["NAME"], "utf-8, gb18030 or utf-16 (found by itself otherwise)", Section),
        new("--delimiter", ["CHAR"], "between fields: , or ; or tab (found by itself otherwise)", Section),
    ];

    /// <summary>Reads the files of a command as one table.</summary>
    /// <param name="arguments">With the files and the options above.</param>
    /// <param name="columns">Only these, or null for all.</param>
    public static Table Read(Arguments arguments, IReadOnlyList<string>? columns)
    {
        if (arguments.Files.Count == 0)
            throw new ArgumentException("No file is named; give a CSV file, such as survey describe people.csv.");
        return Table.Read(arguments.Files, OptionsOf(arguments) with { Columns = columns });
    }

    private static ReadOptions OptionsOf(Arguments arguments) =>
        new()
        {
            Missing = arguments["--missing"]?.Split(',') ?? [],
            MissingIn = arguments.All("--missing-in").Select(text => Pair("--missing-in", text)).GroupBy(pair => pair.Column).ToDictionary(
                same => same.Key,
                same => (IReadOnlyList<string>)[.. same.SelectMany(pair => pair.Value.Split(','))]),
            Types = arguments.All("--type").Select(text => Pair("--type", text)).ToDictionary(pair => pair.Column, pair => TypeOf(pair.Value)),
            Encoding = arguments["--encoding"] is { } encoding
                ? Words.OneOf<TextEncoding>("--encoding", encoding, ("utf-8", TextEncoding.Utf8), ("gb18030", TextEncoding.Gb18030), ("utf-16", TextEncoding.Utf16))
                : null,
            Delimiter = arguments["--delimiter"] is { } delimiter
                ? Words.OneOf("--delimiter", delimiter, (",", ','), (";", ';'), ("tab", '\t'))
                : null,
        };

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
