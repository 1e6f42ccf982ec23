using Survey.Files.Parquet.Thrift;

namespace Survey.Files.Parquet.Metadata;

/// <summary>Reads footers.</summary>
internal static class FooterReader
{
    public static FileFooter Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new CompactReader(bytes);
        var schema = new List<SchemaNode>();
        var groups = new List<ParquetGroup>();
        var notes = new List<(string, string)>();
        long rows = -1;
        reader.Enter();
        for (int field = 0; reader.NextField(ref field, out ThriftType type);)
            switch (field)
            {
                case 2:
                    for (int left = Few(reader.List(type, ThriftType.Struct)); left > 0; left--)
                        schema.Add(Node(ref reader));
                    break;
                case 3:
                    rows = reader.I64(type);
                    break;
                case 4:
                    for (int left = reader.List(type, ThriftType.Struct); left > 0; left--)
                        groups.Add(Group(ref reader, schema.Count));
                    break;
                case 5:
                    for (int left = reader.List(type, ThriftType.Struct); left > 0; left--)
                        if (Note(ref reader) is { Key.Length: > 0 } note)
                            notes.Add(note);
                    break;
                default:
                    reader.Skip(type);
                    break;
            }
        return new FileFooter(schema, rows, groups, notes);
    }

    private static int Few(int nodes) =>
        nodes <= ParquetLimits.MostNodes ? nodes : throw new InvalidDataException($"its schema has {Invariant.Count(nodes)} nodes, and at most {Invariant.Count(ParquetLimits.MostNodes)} are read");

    private static SchemaNode Node(ref CompactReader reader)
    {
        var node = new SchemaNode();
        reader.Enter();
        for (int field = 0; reader.NextField(ref field, out ThriftType type);)
            switch (field)
            {
                case 1: node = node with { Type = PhysicalTypeOf(reader.I32(type)) }; break;
                case 2: node = node with { TypeLength = reader.I32(type) }; break;
                case 3: node = node with { Repetition = RepetitionOf(reader.I32(type)) }; break;
                case 4: node = node with { Name = reader.Text(type) }; break;
                case 5: node = node with { Children = reader.I32(type) }; break;
                case 6: node = node with { ConvertedType = reader.I32(type) }; break;
                case 7: node = node with { Scale = reader.I32(type) }; break;
                case 10: node = node with { Logical = Logical(ref reader, type) }; break;
                default: reader.Skip(type); break;
            }
        return node;
    }

    /// <summary>A union: one field, whose number says what is meant.</summary>
    private static LogicalType? Logical(ref CompactReader reader, ThriftType type)
    {
        LogicalType? logical = null;
        Expect(type);
        reader.Enter();
        for (int field = 0; reader.NextField(ref field, out ThriftType kind);)
        {
            Expect(kind);
            logical = Parameters(ref reader, new LogicalType((LogicalKind)field));
        }
        return logical;
    }

    private static LogicalType Parameters(ref CompactReader reader, LogicalType logical)
    {
        reader.Enter();
        for (int field = 0; reader.NextField(ref field, out ThriftType type);)
            switch (logical.Kind, field)
            {
                case (LogicalKind.Decimal, 1): logical = logical with { Scale = reader.I32(type) }; break;
                case (LogicalKind.Time or LogicalKind.Timestamp, 2): logical = logical with { Unit = Unit(ref reader, type) }; break;
                case (LogicalKind.Timestamp, 1): logical = logical with { IsInUtc = CompactReader.Flag(type) }; break;
                case (LogicalKind.Integer, 2): logical = logical with { IsSigned = CompactReader.Flag(type) }; break;
                default: reader.Skip(type); break;
            }
        return logical;
    }

    private static int Unit(ref CompactReader reader, ThriftType type)
    {
        int unit = 0;
        Expect(type);
        reader.Enter();
        for (int field = 0; reader.NextField(ref field, out ThriftType empty);)
        {
            unit = field;
            reader.Skip(empty);
        }
        return unit;
    }

    private static (string Key, string Value) Note(ref CompactReader reader)
    {
        string key = "", value = "";
        reader.Enter();
        for (int field = 0; reader.NextField(ref field, out ThriftType type);)
            if (field == 1)
                key = reader.Text(type);
            else if (field == 2 && key == FileFooter.LevelsKey)
                value = reader.Text(type);
            else
                reader.Skip(type); // what others keep may be long, and no text
        return (key, value);
    }

    private static ParquetGroup Group(ref CompactReader reader, int most)
    {
        long rows = -1;
        ColumnChunk[] columns = [];
        reader.Enter();
        for (int field = 0; reader.NextField(ref field, out ThriftType type);)
            switch (field)
            {
                case 1:
                    int count = reader.List(type, ThriftType.Struct);
                    columns = count <= most ? new ColumnChunk[count] : throw new InvalidDataException("a group of rows has more columns than the schema");
                    for (int k = 0; k < columns.Length; k++)
                        columns[k] = Chunk(ref reader);
                    break;
                case 3:
                    rows = reader.I64(type);
                    break;
                default:
                    reader.Skip(type);
                    break;
            }
        return rows >= 0 && columns.Length > 0 ? new ParquetGroup(rows, columns) : throw new InvalidDataException("a group of rows does not say how many, or of what columns");
    }

    private static ColumnChunk Chunk(ref CompactReader reader)
    {
        var chunk = new ColumnChunk();
        bool isElsewhere = false, isEncrypted = false;
        reader.Enter();
        for (int field = 0; reader.NextField(ref field, out ThriftType type);)
            switch (field)
            {
                case 1: isElsewhere = reader.Binary(type).Length > 0; break;
                case 3: chunk = Place(ref reader, type); break;
                default:
                    isEncrypted |= field is 8 or 9;
                    reader.Skip(type);
                    break;
            }
        if (!chunk.IsDescribed && !isEncrypted)
            throw new InvalidDataException("nothing is said of a column of a group");
        return chunk with { IsElsewhere = isElsewhere, IsEncrypted = isEncrypted };
    }

    private static ColumnChunk Place(ref CompactReader reader, ThriftType structure)
    {
        var chunk = new ColumnChunk { IsDescribed = true };
        Expect(structure);
        reader.Enter();
        for (int field = 0; reader.NextField(ref field, out ThriftType type);)
            switch (field)
            {
                case 1: chunk = chunk with { Type = PhysicalTypeOf(reader.I32(type)) }; break;
                case 4: chunk = chunk with { Codec = (Codec)reader.I32(type) }; break;
                case 5: chunk = chunk with { Values = reader.I64(type) }; break;
                case 7: chunk = chunk with { Length = reader.I64(type) }; break;
                case 9: chunk = chunk with { DataAt = reader.I64(type) }; break;
                case 11: chunk = chunk with { DictionaryAt = reader.I64(type) }; break;
                default: reader.Skip(type); break;
            }
        return chunk;
    }

    private static PhysicalType PhysicalTypeOf(int number) =>
        Enum.IsDefined((PhysicalType)number) ? (PhysicalType)number : throw new InvalidDataException($"a column has the physical type {number}, which there is not");

    private static Repetition RepetitionOf(int number) =>
        Enum.IsDefined((Repetition)number) ? (Repetition)number : throw new InvalidDataException($"a column has the repetition {number}, which there is not");

    private static void Expect(ThriftType type)
    {
        if (type != ThriftType.Struct)
            throw new InvalidDataException($"a field is {type}, not {ThriftType.Struct}");
    }
}
