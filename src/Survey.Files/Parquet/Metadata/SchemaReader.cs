using Survey.Files.Columns;

namespace Survey.Files.Parquet.Metadata;

/// <summary>The columns of a schema that can be read, and why others cannot.</summary>
/// <param name="Leaves">Those that can.</param>
/// <param name="Refused">Names of those that cannot, and what they are: "holds lists".</param>
/// <param name="AllLeaves">How many there are, nested ones included.</param>
internal sealed record ReadableSchema(IReadOnlyList<Leaf> Leaves, IReadOnlyList<(string Name, string Why)> Refused, int AllLeaves);

/// <summary>Walks a schema.</summary>
internal static class SchemaReader
{
    // converted types, by which files before 2018 tell what logical types tell
    private const int Utf8 = 0, Enumeration = 4, DecimalNumber = 5, Day = 6, TimeMillis = 7, TimeMicros = 8, MomentMillis = 9, MomentMicros = 10, FirstUnsigned = 11, LastUnsigned = 14, JsonText = 19, BsonBytes = 20, Interval = 21;

    private const int LargestScale = 1000;

    /// <exception cref="InvalidDataException">The nodes are no tree.</exception>
    public static ReadableSchema Read(IReadOnlyList<SchemaNode> nodes)
    {
        if (nodes.Count == 0 || nodes[0].Children < 0)
            throw new InvalidDataException("its schema is empty");
        var leaves = new List<Leaf>();
        var refused = new List<(string, string)>();
        int at = 1, count = 0;
        for (int child = 0; child < nodes[0].Children; child++)
        {
            SchemaNode node = NodeAt(nodes, at);
            int first = count;
            Pass(nodes, ref at, ref count, 1);
            if (WhyNested(node) is { } why)
                refused.Add((node.Name, why));
            else
                Add(node, first, leaves, refused);
        }
        if (at != nodes.Count)
            throw new InvalidDataException("its schema has nodes outside its tree");
        return new ReadableSchema(leaves, refused, count);
    }

    private static void Add(SchemaNode node, int index, List<Leaf> leaves, List<(string, string)> refused)
    {
        if (KindOf(node, out string? why) is not { } kind)
        {
            refused.Add((node.Name, why!));
            return;
        }
        int unit = node.Logical?.Unit ?? 0;
        leaves.Add(new Leaf(node.Name, index, node.Type!.Value, node.TypeLength, node.Repetition == Repetition.Optional, kind)
        {
            Scale = node.Logical?.Kind == LogicalKind.Decimal ? node.Logical.Scale : node.Scale,
            UnitNanoseconds = unit == 1 || (unit == 0 && node.ConvertedType is TimeMillis or MomentMillis) ? 1_000_000 : unit == 2 || (unit == 0 && node.ConvertedType is TimeMicros or MomentMicros) ? 1_000 : 1,
            IsUnsigned = node.Logical is { Kind: LogicalKind.Integer } whole ? !whole.IsSigned : node.ConvertedType is >= FirstUnsigned and <= LastUnsigned,
            IsInUtc = kind == ValueKind.Moment && node.Logical?.IsInUtc == true,
            IsDeclaredText = node.Logical?.Kind is LogicalKind.String or LogicalKind.Enum or LogicalKind.Json || node.ConvertedType is Utf8 or Enumeration or JsonText,
        });
    }

    /// <summary>Passes a node and all below it, and counts its leaves.</summary>
    private static void Pass(IReadOnlyList<SchemaNode> nodes, ref int at, ref int leaves, int depth)
    {
        SchemaNode node = NodeAt(nodes, at++);
        if (depth > ParquetLimits.DeepestNesting || node.Children < 0)
            throw new InvalidDataException("its schema is no tree, or too deep a one");
        if (node.Type is not null)
            leaves++;
        else
            for (int child = 0; child < node.Children; child++)
                Pass(nodes, ref at, ref leaves, depth + 1);
    }

    private static SchemaNode NodeAt(IReadOnlyList<SchemaNode> nodes, int at) => at < nodes.Count ? nodes[at] : throw new InvalidDataException("its schema ends before its tree does");

    private static string? WhyNested(SchemaNode node) =>
        node.Type is null ? (node.Logical?.Kind is LogicalKind.List || node.ConvertedType is 3 ? "holds lists" : node.Logical?.Kind is LogicalKind.Map || node.ConvertedType is 1 or 2 ? "holds maps" : "holds structures")
        : node.Repetition == Repetition.Repeated ? "holds lists"
        : null;

    /// <summary>What the values are; null where they are nothing that a column here may hold.</summary>
    private static ValueKind? KindOf(SchemaNode node, out string? why)
    {
        why = node.Logical?.Kind switch
        {
            LogicalKind.Null => "has the null type, without values",
            LogicalKind.Bson => "holds BSON",
            LogicalKind.Variant => "holds variants",
            LogicalKind.Geometry or LogicalKind.Geography => "holds shapes on a map",
            _ => node.ConvertedType switch { Interval => "holds intervals of time", BsonBytes => "holds BSON", _ => null },
        };
        if (why is not null)
            return null;
        ValueKind? kind = node.Type switch
        {
            PhysicalType.Boolean => ValueKind.Flag,
            PhysicalType.Int32 => OfInt32(node),
            PhysicalType.Int64 => OfInt64(node),
            PhysicalType.Int96 => ValueKind.Moment,
            PhysicalType.Float or PhysicalType.Double => ValueKind.Number,
            PhysicalType.ByteArray => IsDecimal(node) ? ValueKind.Decimal : ValueKind.Text,
            PhysicalType.FixedLenByteArray => OfFixed(node),
            _ => null,
        };
        if (kind is null || (kind == ValueKind.Decimal && (node.Logical?.Scale ?? node.Scale) is < 0 or > LargestScale))
            why = $"has a type that is not known ({Texts.Short($"{node.Type}, {node.Logical?.Kind.ToString() ?? node.ConvertedType?.ToString() ?? "without a meaning"}")})";
        return why is null ? kind : null;
    }

    private static ValueKind OfInt32(SchemaNode node) =>
        IsDecimal(node) ? ValueKind.Decimal
        : node.Logical?.Kind == LogicalKind.Date || node.ConvertedType == Day ? ValueKind.Date
        : node.Logical?.Kind == LogicalKind.Time || node.ConvertedType == TimeMillis ? ValueKind.Time
        : ValueKind.Number;

    private static ValueKind OfInt64(SchemaNode node) =>
        IsDecimal(node) ? ValueKind.Decimal
        : node.Logical?.Kind == LogicalKind.Timestamp || node.ConvertedType is MomentMillis or MomentMicros ? ValueKind.Moment
        : node.Logical?.Kind == LogicalKind.Time || node.ConvertedType == TimeMicros ? ValueKind.Time
        : ValueKind.Whole;

    private static ValueKind? OfFixed(SchemaNode node) =>
        node.TypeLength is <= 0 or > ParquetLimits.LongestText ? null
        : IsDecimal(node) ? ValueKind.Decimal
        : node.Logical?.Kind == LogicalKind.Uuid ? (node.TypeLength == 16 ? ValueKind.Uuid : null)
        : node.Logical?.Kind == LogicalKind.Float16 ? (node.TypeLength == 2 ? ValueKind.Number : null)
        : ValueKind.Text;

    private static bool IsDecimal(SchemaNode node) => node.Logical?.Kind == LogicalKind.Decimal || (node.Logical is null && node.ConvertedType == DecimalNumber);
}
