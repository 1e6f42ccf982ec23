using System.Globalization;

namespace Survey.Monitoring;

/// <summary>Ages in completed years, both ends included.</summary>
/// <param name="First">The youngest.</param>
/// <param name="Last">The oldest; null for everyone from <paramref name="First"/> on.</param>
public readonly record struct AgeRange(int First, int? Last)
{
    /// <summary>Reads "15-69" or "60+".</summary>
    /// <exception cref="FormatException">The text is neither.</exception>
    public static AgeRange Parse(string text)
    {
        if (text.EndsWith('+') && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out int from))
            return new AgeRange(from, null);
        return text.Split('-') is [var first, var last] && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out int low) && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out int high) && low <= high
            ? new AgeRange(low, high)
            : throw new FormatException($"'{text}' is no range of ages; write 15-69 or 60+.");
    }

    /// <summary>As a condition on a column: "age between 15 and 69".</summary>
    internal Expr Condition(string column) => Last is { } last ? Expr.Col(column) >= First & Expr.Col(column) <= last : Expr.Col(column) >= First;

    /// <summary>"15-69" or "60+".</summary>
    public override string ToString() => Text(Language.English);

    internal string Text(Language language) =>
        (language, Last) switch
        {
            (Language.Chinese, { } last) => FormattableString.Invariant($"{First}～{last}岁"),
            (Language.Chinese, null) => FormattableString.Invariant($"{First}岁以上"),
            (_, { } last) => FormattableString.Invariant($"{First}-{last}"),
            _ => FormattableString.Invariant($"{First}+"),
        };
}
