namespace Survey.Files.Parquet.Metadata;

/// <summary>A node of the schema, as the footer lists them, each before its children.</summary>
internal sealed record SchemaNode
{
    public string Name { get; init; } = "";
    public PhysicalType? Type { get; init; }
    public int TypeLength { get; init; }
    public Repetition Repetition { get; init; }
    public int Children { get; init; }
    public int? ConvertedType { get; init; }
    public int Scale { get; init; }
    public LogicalType? Logical { get; init; }
}

/// <summary>What the values of a column mean.</summary>
/// <param name="Kind">The field of the union in the format.</param>
/// <param name="Scale">Of decimals.</param>
/// <param name="Unit">Of times: 1 ms, 2 µs, 3 ns.</param>
/// <param name="IsInUtc">Of moments.</param>
/// <param name="IsSigned">Of whole numbers.</param>
internal sealed record LogicalType(LogicalKind Kind, int Scale = 0, int Unit = 0, bool IsInUtc = false, bool IsSigned = true);

/// <summary>The meanings that values may have, by the number of their field in the format.</summary>
internal enum LogicalKind
{
    String = 1,
    Map = 2,
    List = 3,
    Enum = 4,
    Decimal = 5,
    Date = 6,
    Time = 7,
    Timestamp = 8,
    Integer = 10,
    Null = 11,
    Json = 12,
    Bson = 13,
    Uuid = 14,
    Float16 = 15,
    Variant = 16,
    Geometry = 17,
    Geography = 18,
}
