namespace Survey.Simulations;

/// <summary>Tables in Markdown, and numbers in them.</summary>
internal static class MarkdownTable
{
    /// <summary>Writes a table.</summary>
    /// <param name="to">Where it goes.</param>
    /// <param name="texts">How many columns, the first ones, are texts; the others are set to the right.</param>
    /// <param name="heading">Of each column.</param>
    /// <param name="rows">The others.</param>
    public static void Write(TextWriter to, int texts, string[] heading, IEnumerable<string[]> rows)
    {
        to.WriteLine($"| {string.Join(" | ", heading)} |");
        to.WriteLine($"|{string.Concat(heading.Select((_, k) => k < texts ? "---|" : "---:|"))}");
        foreach (string[] row in rows)
            to.WriteLine($"| {string.Join(" | ", row)} |");
    }

    /// <summary>A fraction in percentage points: 0.0564 is 5.640.</summary>
    public static string Points(double fraction) => FormattableString.Invariant($"{100 * fraction:0.000}");

    /// <summary>A share in per cent with one decimal.</summary>
    public static string Percent(double share) => FormattableString.Invariant($"{100 * share:0.0} %");

    /// <summary>The mean standard error / the standard deviation of the estimates, with its own standard error.</summary>
    public static string Ratio(ErrorCheck check) => FormattableString.Invariant($"{check.Ratio:0.000} ± {check.RatioError:0.000}");
}
