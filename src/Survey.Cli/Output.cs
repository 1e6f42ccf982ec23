using Survey.Files;

namespace Survey.Cli;

internal enum Format { Table, Json, Csv }

/// <summary>Writes results as a table for people, as JSON at full precision, or as CSV.</summary>
internal static class Output
{
    public static Format FormatOf(Arguments arguments) =>
        arguments["--format"] is { } word ? Words.OneOf("--format", word, ("table", Format.Table), ("json", Format.Json), ("csv", Format.Csv)) : Format.Table;

    public static void Write(Estimates estimates, Format format, double level, IntervalMethod? method, TextWriter output)
    {
        switch (format)
        {
            case Format.Json:
                Json.Write(output, json => EstimatesJson.Write(json, estimates, level, method));
                break;
            case Format.Csv:
                EstimatesTable.Of(estimates, level, method).WriteCsv(output);
                break;
            default:
                output.Write(estimates.ToText(level, method));
                break;
        }
    }

    public static void Write(TableDescription description, Format format, TextWriter output)
    {
        switch (format)
        {
            case Format.Json:
                Json.Write(output, json => DescriptionJson.Write(json, description));
                break;
            case Format.Csv:
                DescriptionJson.Table(description).WriteCsv(output);
                break;
            default:
                output.Write(description.ToString());
                break;
        }
    }
}
