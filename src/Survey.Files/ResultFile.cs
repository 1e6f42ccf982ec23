using System.Net;
using System.Text;

namespace Survey.Files;

/// <summary>Writes results as files.</summary>
public static class ResultFile
{
    private const string PageStyle = ":root{color-scheme:light dark}body{margin:1.5em auto;padding:0 1em;max-width:72em;font-family:system-ui,\"Noto Sans CJK SC\",\"Microsoft YaHei\",sans-serif}";

    /// <summary>Writes a result to a file, which appears whole or not at all; one of that name is replaced.</summary>
    /// <param name="result">Any result.</param>
    /// <param name="path">Ends in .html (a page as people are shown it, that needs nothing else), or in .csv, .json, .xlsx or .parquet (its rows at full precision, <see cref="IResult.ToTable"/>).</param>
    /// <exception cref="ArgumentException">The path ends in something else.</exception>
    /// <exception cref="SurveyDataException">A text column, or a label that people are shown, looks like personal data (<see cref="PersonalData"/>), or the file cannot be written.</exception>
    public static void Save(this IResult result, string path)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Table table = result.ToTable();
        RefusePersonalData(table, result.Display());
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".html" or ".htm":
                OutputFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(Page(result.ToHtml(), Path.GetFileNameWithoutExtension(path)))));
                break;
            case ".json":
                OutputFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(table.ToJson())));
                break;
            case ".csv" or ".xlsx" or ".parquet":
                OutputFile.Write(table, path, new WriteOptions { PersonalDataAllowedIn = table.Columns });
                break;
            case var other:
                throw new ArgumentException($"A result is written as .html, .csv, .json, .xlsx or .parquet, not as '{other}'; give {path} one of these endings.", nameof(path));
        }
    }

    /// <summary>Refuses personal data in the rows, and in what people are shown: labels of levels are not in the rows.</summary>
    private static void RefusePersonalData(Table table, Display shown)
    {
        Table texts = table.Select(table.Columns.Where(name => table[name] is not NumberColumn)); // a sum of weights may look like a phone number
        if (PersonalData.Find(texts) is [var found, ..])
            throw Refusal(found);
        RefusePersonalData(shown.Columns());
    }

    /// <summary>Refuses numbers and addresses of persons among texts; indicators have names too, and interviewers are shown by theirs.</summary>
    internal static void RefusePersonalData(IEnumerable<(string Heading, IEnumerable<string> Texts)> shown)
    {
        if (shown.Select(column => PersonalData.KindOf(column.Heading, column.Texts.CountBy(text => text).Select(text => (text.Key, text.Value)))).OfType<PersonalDataColumn>().FirstOrDefault(found => found.Kind != PersonalDataKind.Name) is { } personal)
            throw Refusal(personal);
    }

    private static SurveyDataException Refusal(PersonalDataColumn found) =>
        new($"Nothing is written, as {(found.Column.Length == 0 ? $"a line looks as if it held {found.Kind.Called()}" : found)}; a result is about groups of people: split by another variable, give its levels other names, or call it otherwise (As).");

    private static string Page(string body, string title) =>
        $"<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{WebUtility.HtmlEncode(title)}</title>\n<style>{PageStyle}</style>\n</head>\n<body>\n{body}</body>\n</html>\n";
}
