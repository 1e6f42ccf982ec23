using System.Reflection;
using Survey.Files.Parquet.Metadata;
using Survey.Files.Parquet.Thrift;

namespace Survey.Files.Parquet.Writing;

/// <summary>What stands at the end of a Parquet file: the columns, and where their pages are.</summary>
internal static class Footer
{
    private const int FormatVersion = 1, Utf8 = 0, Date = 6; // converted types, which older readers know

    private static readonly string CreatedBy = $"survey version {typeof(Footer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]}";

    /// <summary>Writes the metadata.</summary>
    public static void Write(ByteBuffer into, IReadOnlyList<string> names, IReadOnlyList<ColumnType> types, IReadOnlyList<RowGroup> groups, IReadOnlyList<StoredLevels.Column> levels)
    {
        var writer = new CompactWriter(into);
        writer.Begin();
        writer.I32(1, FormatVersion);
        writer.List(2, ThriftType.Struct, names.Count + 1);
        WriteRoot(writer, names.Count);
        for (int k = 0; k < names.Count; k++)
            WriteColumn(writer, names[k], types[k]);
        writer.I64(3, groups.Sum(group => (long)group.Rows));
        writer.List(4, ThriftType.Struct, groups.Count);
        foreach (RowGroup group in groups)
            Write(writer, group, names, types);
        if (levels.Count > 0)
            WriteLevels(writer, levels);
        writer.Text(6, CreatedBy);
        writer.End();
    }

    private static void WriteRoot(CompactWriter writer, int columns)
    {
        writer.Begin();
        writer.Text(4, "schema");
        writer.I32(5, columns);
        writer.End();
    }

    private static void WriteColumn(CompactWriter writer, string name, ColumnType type)
    {
        writer.Begin();
        writer.I32(1, (int)PhysicalTypeOf(type));
        writer.I32(3, (int)Repetition.Optional);
        writer.Text(4, name);
        if (type is ColumnType.Category or ColumnType.Date)
        {
            writer.I32(6, type == ColumnType.Category ? Utf8 : Date);
            writer.Begin(10); // logicalType, of which one field is set: 1 is STRING, 6 DATE, and both are structs without fields
            writer.Begin(type == ColumnType.Category ? 1 : 6);
            writer.End();
            writer.End();
        }
        writer.End();
    }

    private static void Write(CompactWriter writer, RowGroup group, IReadOnlyList<string> names, IReadOnlyList<ColumnType> types)
    {
        writer.Begin();
        writer.List(1, ThriftType.Struct, names.Count);
        for (int k = 0; k < names.Count; k++)
            Write(writer, group.Columns[k], group.Rows, names[k], types[k]);
        writer.I64(2, group.Columns.Sum(column => column.PlainBytes));
        writer.I64(3, group.Rows);
        writer.I64(5, group.Columns[0].Start);
        writer.I64(6, group.Columns.Sum(column => column.Bytes));
        writer.End();
    }

    private static void Write(CompactWriter writer, WrittenColumn column, int rows, string name, ColumnType type)
    {
        bool hasDictionary = column.DictionaryBytes > 0;
        PageEncoding[] encodings = hasDictionary ? [PageEncoding.Plain, PageEncoding.Rle, PageEncoding.RleDictionary] : [PageEncoding.Plain, PageEncoding.Rle];
        writer.Begin();
        writer.I64(2, column.Start);
        writer.Begin(3); // meta_data
        writer.I32(1, (int)PhysicalTypeOf(type));
        writer.List(2, ThriftType.I32, encodings.Length);
        foreach (PageEncoding encoding in encodings)
            writer.Integer((int)encoding);
        writer.List(3, ThriftType.Binary, 1);
        writer.Text(name);
        writer.I32(4, (int)Codec.Snappy);
        writer.I64(5, rows);
        writer.I64(6, column.PlainBytes);
        writer.I64(7, column.Bytes);
        writer.I64(9, column.Start + column.DictionaryBytes);
        if (hasDictionary)
            writer.I64(11, column.Start);
        writer.Begin(12); // statistics
        writer.I64(3, column.Missing);
        writer.End();
        writer.End();
        writer.End();
    }

    private static void WriteLevels(CompactWriter writer, IReadOnlyList<StoredLevels.Column> levels)
    {
        writer.List(5, ThriftType.Struct, 1);
        writer.Begin();
        writer.Text(1, FileFooter.LevelsKey);
        writer.Text(2, StoredLevels.ToJson(levels));
        writer.End();
    }

    private static PhysicalType PhysicalTypeOf(ColumnType type) =>
        type switch
        {
            ColumnType.Number => PhysicalType.Double,
            ColumnType.Flag => PhysicalType.Boolean,
            ColumnType.Date => PhysicalType.Int32,
            _ => PhysicalType.ByteArray,
        };
}

/// <summary>A row group that is written.</summary>
/// <param name="Rows">How many it has.</param>
/// <param name="Columns">In order.</param>
internal sealed record RowGroup(int Rows, WrittenColumn[] Columns);

/// <summary>The pages of a column in a row group.</summary>
/// <param name="Start">Where the first begins in the file.</param>
/// <param name="DictionaryBytes">Of the dictionary page, which is the first; 0 where there is none.</param>
/// <param name="Bytes">Of all pages.</param>
/// <param name="PlainBytes">Of all pages without compression.</param>
/// <param name="Missing">Rows without a value.</param>
internal readonly record struct WrittenColumn(long Start, int DictionaryBytes, long Bytes, long PlainBytes, int Missing);
