using Survey.Files.Columns;

namespace Survey.Files.Csv;

/// <summary>Walks the rows of a file below its header and holds them to its shape.</summary>
internal static class CsvRows
{
    /// <summary>Gives each field to its target and counts the rows.</summary>
    public static long Read(CsvReader reader, FieldTarget?[] targets, IReadOnlyList<string> columns, int headerRow)
    {
        long rows = 0, blankRow = 0, blankLine = 0, blanks = 0;
        while (reader.ReadField())
        {
            if (reader.EndsRecord && !reader.Quoted && reader.Field.IsWhiteSpace())
            {
                if (blanks++ == 0)
                    (blankRow, blankLine) = (reader.Row, reader.RecordLine);
                continue;
            }
            if (blanks > 0 && columns.Count > 1)
                throw new SurveyDataException($"{reader.File}, row {blankRow} (line {blankLine}) is blank with rows after it; delete the line, or write the delimiters of a row without values.");
            for (; blanks > 0; blanks--, rows++) // in a file of one column an empty line is a missing value
                targets[0]?.Take([], reader);
            ReadRow(reader, targets, columns, headerRow);
            rows++;
        }
        if (rows == 0)
            throw new SurveyDataException($"{reader.File} has a header but no rows; export it again with its data.");
        return rows;
    }

    private static void ReadRow(CsvReader reader, FieldTarget?[] targets, IReadOnlyList<string> columns, int headerRow)
    {
        while (true)
        {
            if (reader.Column < targets.Length)
                targets[reader.Column]?.Take(reader.Field, reader);
            if (reader.EndsRecord || !reader.ReadField())
                break;
        }
        int fields = reader.Column + 1;
        if (fields != columns.Count)
            throw new SurveyDataException(
                $"{reader.RecordPlace} has {Invariant.Count(fields)} {(fields == 1 ? "field" : "fields")} and the header has {Invariant.Count(columns.Count)}; " +
                (columns.Count == 1 && reader.Row == 1
                    ? $"put quotes around a text that holds the delimiter, or read it with HeaderRow = {headerRow + 1L} if the row above is a title."
                    : "add what is missing, or put quotes around a text that holds the delimiter or a line end."));
    }
}
