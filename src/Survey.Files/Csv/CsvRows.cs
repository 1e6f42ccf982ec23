using Survey.Files.Columns;

namespace Survey.Files.Csv;

/// <summary>Holds rows to the shape that the header gives them.</summary>
internal static class CsvRows
{
    /// <summary>Reads one record, giving each field to its target.</summary>
    /// <param name="reader">Before the record.</param>
    /// <param name="form">Of the file.</param>
    /// <param name="targets">One for each column, null where it is not read; by default none.</param>
    /// <exception cref="SurveyDataException">The record is broken.</exception>
    public static void ReadRow(CsvReader reader, CsvForm form, IReadOnlyList<FieldTarget?>? targets = null)
    {
        while (reader.ReadField())
        {
            if (reader.Column == 0 && reader.EndsRecord && IsBlank(reader))
                return;
            if (targets is not null && reader.Column < targets.Count)
                targets[reader.Column]?.Take(reader.Field, reader);
            if (reader.EndsRecord)
                break;
        }
        int fields = reader.Column + 1, columns = form.Columns.Count;
        if (fields != columns)
            throw new SurveyDataException(
                $"{reader.RecordPlace} has {Invariant.Count(fields)} {(fields == 1 ? "field" : "fields")} and the header has {Invariant.Count(columns)}; " +
                (columns == 1 && reader.Row == 1
                    ? $"put quotes around a text that holds the delimiter, or read it with HeaderRow = {form.HeaderRow + 1L} if the row above is a title."
                    : "add what is missing, or put quotes around a text that holds the delimiter or a line end."));
    }

    /// <summary>A blank line in a file of several columns, once the row behind it begins.</summary>
    public static SurveyDataException Blank(string file, long row, long line) =>
        new($"{file}, row {row} (line {line}) is blank with rows after it; delete the line, or write the delimiters of a row without values.");

    public static SurveyDataException None(string file) => new($"{file} has a header but no rows; export it again with its data.");

    private static bool IsBlank(CsvReader reader) => !reader.Quoted && reader.Field.IsWhiteSpace();
}
