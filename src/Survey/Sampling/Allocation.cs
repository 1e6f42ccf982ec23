using System.Globalization;

namespace Survey;

/// <summary>How many units of a stratum are drawn.</summary>
public abstract record Allocation
{
    private Allocation()
    {
    }

    /// <summary>The same number in every stratum.</summary>
    /// <param name="count">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public static Allocation PerStratum(int count) => new Fixed(count >= 1 ? count : throw new ArgumentOutOfRangeException(nameof(count), count, "At least one unit is drawn."));

    /// <summary>A number for each stratum, which stands in a column of the frame.</summary>
    /// <param name="column">Of whole numbers, the same in all rows of a stratum.</param>
    public static Allocation From(string column)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(column);
        return new InColumn(column);
    }

    /// <summary>A share of the units of each stratum, rounded half up, and at least one unit.</summary>
    /// <param name="share">Above 0 and at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not above 0 and at most 1.</exception>
    public static Allocation Share(double share) => new ShareOfUnits(share is > 0 and <= 1 ? share : throw new ArgumentOutOfRangeException(nameof(share), share, "A share is above 0 and at most 1."));

    /// <summary>A number over all strata, shared among them in proportion to their sizes (their numbers of units where no size is given), by largest remainders, with at least one in each.</summary>
    /// <param name="count">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public static Allocation InAll(int count) => new Allocated(count >= 1 ? count : throw new ArgumentOutOfRangeException(nameof(count), count, "At least one unit is drawn."));

    /// <summary>The text that <see cref="Parse"/> reads: "2", "column:drawn", "10%", "28 in all".</summary>
    public abstract override string ToString();

    /// <summary>Reads how many: "2" of each stratum, "10%" of its units, "28 in all" over all strata, "column:drawn" for a column of numbers.</summary>
    /// <param name="text">One of these.</param>
    /// <exception cref="ArgumentException">The text is none of them.</exception>
    public static Allocation Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string trimmed = text.Trim();
        if (trimmed.StartsWith(InColumn.Prefix, StringComparison.Ordinal) && trimmed.Length > InColumn.Prefix.Length)
            return From(trimmed[InColumn.Prefix.Length..]);
        if (trimmed.EndsWith('%') && double.TryParse(trimmed.AsSpan(0, trimmed.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double percent) && percent is > 0 and <= 100)
            return Share(percent / 100);
        bool inAll = trimmed.EndsWith(Allocated.Suffix, StringComparison.Ordinal);
        string number = inAll ? trimmed[..^Allocated.Suffix.Length] : trimmed;
        if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count >= 1)
            return inAll ? InAll(count) : PerStratum(count);
        throw new ArgumentException($"\"{text}\" does not say how many are drawn; write a number such as 2, a share such as 10%, \"28 in all\", or column:NAME for a column of the frame.");
    }

    internal sealed record Fixed(int Count) : Allocation
    {
        public override string ToString() => Count.ToString(CultureInfo.InvariantCulture);
    }

    internal sealed record InColumn(string Column) : Allocation
    {
        public const string Prefix = "column:";

        public override string ToString() => Prefix + Column;
    }

    internal sealed record ShareOfUnits(double Of) : Allocation
    {
        public override string ToString() => $"{Invariant.Text(Of * 100)}%";
    }

    internal sealed record Allocated(int Count) : Allocation
    {
        public const string Suffix = " in all";

        public override string ToString() => Count.ToString(CultureInfo.InvariantCulture) + Suffix;
    }
}
