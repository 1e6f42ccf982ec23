namespace Survey.Files.Parquet.Metadata;

/// <summary>What the values of a column are.</summary>
internal enum ValueKind
{
    /// <summary>Numbers that a double holds, to the last digit or nearly.</summary>
    Number,

    /// <summary>Whole numbers of 64 bits, which a double may not hold.</summary>
    Whole,

    /// <summary>Whole numbers over a power of ten.</summary>
    Decimal,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>Days.</summary>
    Date,

    /// <summary>Days with a time.</summary>
    Moment,

    /// <summary>Times of a day.</summary>
    Time,

    /// <summary>Texts.</summary>
    Text,

    /// <summary>Identifiers of 16 bytes.</summary>
    Uuid,
}

/// <summary>A column of a file.</summary>
/// <param name="Name">As the file has it.</param>
/// <param name="Index">Among all columns of the file, nested ones included.</param>
/// <param name="Type">How its values are kept.</param>
/// <param name="Width">Bytes of a value of fixed length.</param>
/// <param name="IsOptional">Whether values may be missing.</param>
/// <param name="Kind">What its values are.</param>
internal sealed record Leaf(string Name, int Index, PhysicalType Type, int Width, bool IsOptional, ValueKind Kind)
{
    /// <summary>Digits behind the point of decimals.</summary>
    public int Scale { get; init; }

    /// <summary>Nanoseconds of the unit of times and moments.</summary>
    public long UnitNanoseconds { get; init; } = 1;

    /// <summary>Whether whole numbers have no sign.</summary>
    public bool IsUnsigned { get; init; }

    /// <summary>Whether moments are said to be in UTC.</summary>
    public bool IsInUtc { get; init; }

    /// <summary>Whether texts were declared as such.</summary>
    public bool IsDeclaredText { get; init; }

    /// <summary>The least bytes that a value takes as it is; 0 for truths.</summary>
    public int PlainWidth =>
        Type switch
        {
            PhysicalType.Boolean => 0,
            PhysicalType.Int32 or PhysicalType.Float or PhysicalType.ByteArray => 4,
            PhysicalType.Int64 or PhysicalType.Double => 8,
            PhysicalType.Int96 => 12,
            _ => Width,
        };
}
