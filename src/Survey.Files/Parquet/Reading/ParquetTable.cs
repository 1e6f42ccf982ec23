using Survey.Files.Columns;

namespace Survey.Files.Parquet.Reading;

/// <summary>Reads files as one table, several columns at a time.</summary>
internal static class ParquetTable
{
    /// <param name="files">Whose rows follow one another.</param>
    /// <param name="options">What the user said of them.</param>
    public static Table Read(IReadOnlyList<ParquetFile> files, ReadOptions options)
    {
        ParquetColumn[] columns = [.. FilesTable.ColumnsOf(files, options).Select(name => new ParquetColumn(name, files, options))];
        int rows = RowsOf(files);
        FilesTable.CheckMemory(files, [.. columns.Select(column => column.Type)], rows);
        var made = new Column[columns.Length];
        using var open = new OpenFiles();
        InputFile.Attempt(files[0].File, () =>
        {
            Together.Do(columns.Length, (_, k) => made[k] = Made(columns[k], open, rows, files));
            return made;
        });
        return new Table([.. columns.Select((column, k) => (column.Name, made[k]))], [.. files.SelectMany(file => file.Notes), .. columns.SelectMany(column => column.Notes)]);
    }

    private static int RowsOf(IReadOnlyList<ParquetFile> files)
    {
        long rows = files.Sum(file => file.Footer.Rows);
        return rows <= Array.MaxLength
            ? (int)rows
            : throw new SurveyDataException($"{files[0].File}{(files.Count > 1 ? " and the files after it make" : " makes")} a table of {Invariant.Count(rows)} rows, and a table has at most {Invariant.Count(Array.MaxLength)}; read fewer files at once, or read them as rows (Rows.Open).");
    }

    private static Column Made(ParquetColumn column, OpenFiles open, int rows, IReadOnlyList<ParquetFile> files)
    {
        long likely = files.Sum(file => file.Length) * ParquetLimits.RowsForAByte;
        try
        {
            return column.Type switch
            {
                ColumnType.Number => NumberColumn.Owning(Numbers(column, open, rows, likely)),
                ColumnType.Flag => FlagColumn.Owning(All(column.Flags(open), rows, likely)),
                ColumnType.Date => DateColumn.Owning(All(column.Dates(open), rows, likely)),
                _ => Category(column, open, rows, likely),
            };
        }
        catch (ProvisionalFactsException)
        {
            column.Doubted();
            return Category(column, open, rows, likely);
        }
    }

    private static double[] Numbers(ParquetColumn column, OpenFiles open, int rows, long likely)
    {
        double[] numbers = All(column.Numbers(open), rows, likely);
        column.LeaveOutMissing(numbers);
        return numbers;
    }

    private static CategoryColumn Category(ParquetColumn column, OpenFiles open, int rows, long likely)
    {
        FileLevels met = column.NewLevels();
        int[] codes = All(column.Codes(open, met), rows, likely);
        (string[] levels, int[] placeOf) = column.InOrder(met);
        foreach (ref int code in codes.AsSpan())
            if (code != CategoryColumn.Missing)
                code = placeOf[code];
        return new CategoryColumn((ReadOnlyMemory<int>)codes, levels, column.LabelsOf(levels), column.IsOrdered(levels), column.WhyNotNumber);
    }

    /// <summary>All values of a column. Memory for more rows than the files are likely to hold is taken only as they turn out to be there.</summary>
    private static T[] All<T>(ValueSource<T> source, int rows, long likely)
    {
        using (source)
        {
            T[] values = GC.AllocateUninitializedArray<T>((int)Math.Min(rows, likely));
            source.Read(values);
            for (int read = values.Length; read < rows; read = values.Length)
            {
                Array.Resize(ref values, (int)Math.Min(rows, 2L * read + 1));
                source.Read(values.AsSpan(read));
            }
            return values;
        }
    }
}
