namespace Survey.Files.Csv;

/// <summary>Writes rows as a CSV file, chunk after chunk.</summary>
internal static class CsvOutput
{
    /// <summary>Writes all rows, after the mark of the encoding.</summary>
    /// <param name="rows">A table, or rows that are read as they are needed.</param>
    /// <param name="stream">Where the file goes; it is not closed.</param>
    /// <param name="options">Delimiter and encoding.</param>
    /// <param name="look">Is shown each chunk before it is written.</param>
    /// <returns>How many rows there are.</returns>
    public static long Write(Rows rows, Stream stream, WriteOptions options, Action<IReadOnlyList<Column>>? look = null)
    {
        stream.Write(Encodings.MarkOf(options.Encoding));
        using var text = new StreamWriter(stream, Encodings.Of(options.Encoding), 1 << 15, leaveOpen: true);
        var writer = new CsvWriter(text, options.Delimiter, rows.Columns);
        long count = 0;
        foreach (Chunk chunk in rows.Read(rows.Columns))
            using (chunk)
            {
                look?.Invoke(chunk.Columns);
                writer.Write(chunk.Columns);
                count += chunk.RowCount;
            }
        return count;
    }
}
