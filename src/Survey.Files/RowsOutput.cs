using Survey.Files.Csv;
using Survey.Files.Parquet;
using Survey.Files.Parquet.Writing;
using Survey.Files.Personal;
using Survey.Files.Workbooks;
using Survey.Files.Workbooks.Writing;

namespace Survey.Files;

/// <summary>Writes rows, whatever they come from, as a file that appears whole or not at all.</summary>
internal static class RowsOutput
{
    /// <param name="rows">A table, or rows that are read as they are needed.</param>
    /// <param name="file">As the user gave it; its name decides on the format.</param>
    /// <param name="options">How it is written.</param>
    /// <param name="given">Levels and labels that Parquet is to keep of categories, which the rows do not know themselves.</param>
    /// <returns>How many rows there are.</returns>
    public static long Write(Rows rows, string file, WriteOptions options, IReadOnlyList<StoredLevels.Column> given)
    {
        OutputFile.CheckName(file);
        foreach (string name in options.PersonalDataAllowedIn.Concat(given.Select(own => own.Name)))
            rows.Require(name);
        if (OutputFile.IsWorkbook(file))
            return WriteWorkbook(rows.Settled(() => TableOf(rows)), file, options);
        if (rows is Table table)
            PersonalData.Refuse(table, options.PersonalDataAllowedIn);
        long count = 0;
        OutputFile.Write(file, stream => count = rows.AreStreamed ? WriteStreamed(rows, stream, file, options, given) : Write(rows, stream, file, options, given));
        return count;
    }

    private static long Write(Rows rows, Stream stream, string file, WriteOptions options, IReadOnlyList<StoredLevels.Column> given, Action<IReadOnlyList<Column>>? look = null) =>
        OutputFile.IsParquet(file) ? ParquetOutput.Write(rows, stream, given, options.PersonalDataAllowedIn, look) : CsvOutput.Write(rows, stream, options, look);

    /// <summary>Writes rows that only show while they are written what they are, and whether they are personal data.</summary>
    private static long WriteStreamed(Rows rows, Stream stream, string file, WriteOptions options, IReadOnlyList<StoredLevels.Column> given)
    {
        (long count, IReadOnlyList<PersonalDataColumn> personal) = rows.Settled(() =>
        {
            stream.SetLength(0);
            var tally = new PersonalTally(rows.Columns, options.PersonalDataAllowedIn);
            return (Write(rows, stream, file, options, given, tally.Take), tally.Find(rows));
        });
        PersonalData.Refuse(personal, "of the Columns that are read");
        return count;
    }

    private static long WriteWorkbook(Table table, string file, WriteOptions options)
    {
        PersonalData.Refuse(table, options.PersonalDataAllowedIn);
        OutputFile.WriteWorkbook([TableSheet.Of(table)], file);
        return table.RowCount;
    }

    /// <summary>The rows in memory, as far as a sheet can hold them.</summary>
    private static Table TableOf(Rows rows)
    {
        if (rows is Table table)
            return table;
        var tables = new List<Table>();
        foreach (Chunk chunk in rows.Read(rows.Columns))
            using (chunk)
            {
                if (chunk.FirstRow >= SheetRows.MostRows)
                    throw new SurveyDataException($"There are more than {Invariant.Count(SheetRows.MostRows - 1)} rows, and the sheet of a workbook holds no more below the names; write CSV or Parquet.");
                int[] all = [.. Enumerable.Range(0, chunk.RowCount)]; // copied, as a chunk's columns last no longer than it
                tables.Add(new Table([.. rows.Columns.Select((name, k) => (name, chunk.Columns[k].Take(all)))]));
            }
        return tables.Count == 0
            ? new Table([.. rows.Columns.Select(name => (name, Empty(rows.VarietyOf(name))))])
            : tables[0].Concat(tables[1..]);
    }

    private static Column Empty(Variety variety) =>
        variety.Type switch
        {
            ColumnType.Number => new NumberColumn([]),
            ColumnType.Flag => new FlagColumn([]),
            ColumnType.Date => new DateColumn([]),
            _ => new CategoryColumn([], variety.Levels, variety.Labels, variety.Ordered),
        };
}
