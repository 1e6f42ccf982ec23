using Survey.Files.Columns;
using Survey.Files.Csv;

namespace Survey.Files.Tests.Csv;

/// <summary>Reads CSV files field by field and character by character on one thread: the naive twin of the reader of blocks.</summary>
internal static class NaiveTable
{
    public static Table Read(IReadOnlyList<string> paths, ReadOptions? options = null)
    {
        options ??= new ReadOptions();
        CsvFile[] files = [.. paths.Select(path => (CsvFile)RowFile.Open(path, options))];
        IReadOnlyList<string> columns = FilesTable.ColumnsOf(files, options);
        MissingCodes[] missing = [.. columns.Select(name => FilesTable.MissingIn(name, options))];
        ColumnEvidence[] evidence = [.. columns.Select((name, k) => FilesTable.EvidenceOf(name, missing[k], options, files.Length > 1))];
        int rows = Pass(files, columns, evidence);
        ColumnBuilder[] builders = [.. columns.Select((name, k) => ColumnBuilder.Of(new ColumnPlan(name, evidence[k].Decide(), options.Types.ContainsKey(name), missing[k], evidence[k].WhyNotNumber()), rows))];
        Pass(files, columns, builders);
        return new Table([.. columns.Select((name, k) => (name, builders[k].Build()))], [.. files.SelectMany(file => file.Notes)]);
    }

    /// <summary>Gives the fields of all rows to their targets.</summary>
    public static long Read(CsvFile file, IReadOnlyList<FieldTarget?> targets)
    {
        using var text = new StreamReader(file.File, file.Form.Text.Encoding, detectEncodingFromByteOrderMarks: false);
        text.BaseStream.Position = file.Form.Text.MarkLength;
        var reader = new CsvReader(text, file.Form.Delimiter, file.File);
        Header.Read(reader, file.Form.HeaderRow, HeadingRule.Distinct);
        long rows = 0, blankRow = 0, blankLine = 0, blanks = 0;
        while (reader.ReadField())
        {
            if (reader.EndsRecord && !reader.Quoted && reader.Field.IsWhiteSpace())
            {
                if (blanks++ == 0)
                    (blankRow, blankLine) = (reader.Row, reader.RecordLine);
                continue;
            }
            if (blanks > 0 && file.Columns.Count > 1)
                throw new SurveyDataException($"{reader.File}, row {blankRow} (line {blankLine}) is blank with rows after it; delete the line, or write the delimiters of a row without values.");
            for (; blanks > 0; blanks--, rows++)
                targets[0]?.Take([], reader);
            ReadRow(reader, targets, file);
            rows++;
        }
        return rows > 0 ? rows : throw new SurveyDataException($"{reader.File} has a header but no rows; export it again with its data.");
    }

    private static int Pass(CsvFile[] files, IReadOnlyList<string> columns, IReadOnlyList<FieldTarget> targets)
    {
        var targetOf = columns.Select((name, k) => (name, targets[k])).ToDictionary(pair => pair.name, pair => pair.Item2, StringComparer.Ordinal);
        return (int)files.Sum(file => Read(file, [.. file.Columns.Select(targetOf.GetValueOrDefault)]));
    }

    private static void ReadRow(CsvReader reader, IReadOnlyList<FieldTarget?> targets, CsvFile file)
    {
        while (true)
        {
            if (reader.Column < targets.Count)
                targets[reader.Column]?.Take(reader.Field, reader);
            if (reader.EndsRecord || !reader.ReadField())
                break;
        }
        int fields = reader.Column + 1, columns = file.Columns.Count;
        if (fields != columns)
            throw new SurveyDataException(
                $"{reader.RecordPlace} has {fields:N0} {(fields == 1 ? "field" : "fields")} and the header has {columns:N0}; " +
                (columns == 1 && reader.Row == 1
                    ? $"put quotes around a text that holds the delimiter, or read it with HeaderRow = {file.Form.HeaderRow + 1L} if the row above is a title."
                    : "add what is missing, or put quotes around a text that holds the delimiter or a line end."));
    }
}
