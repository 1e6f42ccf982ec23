namespace Survey.Files.Parquet.Writing;

/// <summary>Writes rows as a Parquet file, chunk after chunk.</summary>
internal static class ParquetOutput
{
    /// <summary>Writes all rows.</summary>
    /// <param name="rows">A table, or rows that are read as they are needed.</param>
    /// <param name="stream">Where the file goes; it is not closed.</param>
    /// <param name="given">Levels and labels of categories that the rows do not know themselves.</param>
    /// <param name="allowedIn">Columns that are written although they look like personal data.</param>
    /// <param name="look">Is shown each chunk before it is written.</param>
    /// <returns>How many rows there are.</returns>
    public static long Write(Rows rows, Stream stream, IReadOnlyList<StoredLevels.Column> given, IReadOnlyList<string> allowedIn, Action<IReadOnlyList<Column>>? look = null)
    {
        using var writer = new ParquetWriter(stream, rows.Columns);
        var group = new List<Chunk>(ParquetWriter.ChunksOfGroup);
        try
        {
            foreach (Chunk chunk in rows.Read(rows.Columns))
            {
                group.Add(chunk);
                if (group.Count == ParquetWriter.ChunksOfGroup)
                    Write(writer, group, look);
            }
            if (group.Count > 0)
                Write(writer, group, look);
        }
        finally
        {
            group.ForEach(chunk => chunk.Dispose());
        }
        writer.Finish([.. rows.Columns.Select(rows.VarietyOf)], given, allowedIn);
        return writer.Rows;
    }

    private static void Write(ParquetWriter writer, List<Chunk> group, Action<IReadOnlyList<Column>>? look)
    {
        Together.Do(group.Count, (_, k) => Make(group[k]));
        if (look is not null)
            group.ForEach(chunk => look(chunk.Columns));
        writer.WriteGroup([.. group.Select(chunk => chunk.Columns)]);
        group.ForEach(chunk => chunk.Dispose());
        group.Clear();
    }

    // columns of files are made by the thread that first asks for them
    private static IReadOnlyList<Column> Make(Chunk chunk) => chunk.Columns;
}
