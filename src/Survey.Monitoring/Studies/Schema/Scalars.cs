using System.Globalization;
using System.Text.RegularExpressions;

namespace Survey.Monitoring;

/// <summary>The kinds of texts in a study file.</summary>
internal static class Scalars
{
    private static readonly string[] Anything = ["string", "number", "boolean"];

    public static ScalarShape Text { get; } = new("a text", _ => null) { Types = Anything };

    /// <summary>A text that may be "", such as what means missing.</summary>
    public static ScalarShape TextOrEmpty { get; } = Text with { MayBeEmpty = true };

    public static ScalarShape Flag { get; } = Words("true", "false");

    public static ScalarShape Number { get; } = Matching("a number", @"^[+-]?[0-9]+(\.[0-9]+)?$", "write digits, with a decimal point if need be, such as 14.6") with { Types = ["number", "string"] };

    /// <summary>From 0 to 100, with its sign: a rate without one could be a share.</summary>
    public static ScalarShape Percent { get; } = new("a rate such as 25.31 %", text =>
        Matches(PercentPattern, text) ? null
        : Matches(Number.Pattern!, text) ? WithoutSign(text)
        : $"'{Excerpt.Of(text)}' is not a rate from 0 % to 100 %; write it such as 25.31 %")
    { Pattern = PercentPattern };

    /// <summary>A number with its unit elsewhere, or a rate of any size with its sign.</summary>
    public static ScalarShape NumberOrPercent { get; } =
        Matching("a number or a rate", @"^[+-]?[0-9]+(\.[0-9]+)?( ?%)?$", "write digits, such as 14.6, and for a rate the percent sign, such as 85 %") with { Types = ["number", "string"] };

    public static ScalarShape Date { get; } = new("a date such as 2024-08-26", text =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? null
            : $"'{Excerpt.Of(text)}' is not a date; write year, month and day as 2024-08-26")
    { Pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" };

    public static ScalarShape Month { get; } = Matching("a month such as 2024-08", "^(19|2[01])[0-9]{2}-(0[1-9]|1[0-2])$", "write year and month as 2024-08");

    /// <summary>15-69 or 60+, completed years.</summary>
    public static ScalarShape AgeRange { get; } = new("ages such as 15-69 or 60+", text =>
        Matches(AgePattern, text) && IsRising(text) ? null : $"'{Excerpt.Of(text)}' is not a range of ages; write the first and the last age as 15-69, or 60+")
    { Pattern = AgePattern };

    public static ScalarShape Year { get; } = Whole(1900, 2199, "a year", 2024);

    /// <summary>A file or, where several may be read, a pattern; / everywhere, so that a study moves between computers.</summary>
    public static ScalarShape Path { get; } =
        Matching("a path", @"^[^\\]+$", "write / for \\, which every computer reads") with { Types = ["string", "number"] };

    public static ScalarShape Character { get; } =
        new("one character", text => text.Length == 1 ? null : $"'{Excerpt.Of(text)}' is not one character; write one, such as \";\"") { Pattern = "^.$", Types = ["string", "number"] };

    /// <summary>How dates are written in files.</summary>
    public static ScalarShape DateForm { get; } =
        Matching("a form of dates", "^(excel|(?=.*yyyy)([^A-Za-z]|[yMdHms])+)$", "write it with yyyy, MM, dd, HH, mm and ss, such as yyyy-MM-dd, or excel for a number of days");

    public static ScalarShape Expression { get; } =
        new("an expression", text => Fault(() => Expr.Parse(text))) { Types = ["string", "boolean"] };

    /// <summary>An expression, with or without "as NAME".</summary>
    public static ScalarShape Variable { get; } =
        new("a column or an expression", text => Fault(() => Survey.Variable.Parse(text))) { Types = ["string", "boolean"] };

    /// <summary>One of a list of words.</summary>
    public static ScalarShape Words(params string[] words)
    {
        string all = string.Join(", ", words);
        return new ScalarShape(words.Length == 1 ? words[0] : $"one of {all}", text =>
            words.Contains(text, StringComparer.Ordinal) ? null
            : words.Length == 1 ? $"'{Excerpt.Of(text)}' is not known; the only one there is is {all}"
            : $"'{Excerpt.Of(text)}' is not one of {all}{Nearest.Hint(text, words, "; write one of these")}")
        {
            Words = words,
            Types = [.. words.Select(JsonType).Prepend("string").Distinct()],
        };
    }

    public static ScalarShape Whole(int least, int most = int.MaxValue, string what = "a whole number", int example = 12)
    {
        string range = most == int.MaxValue ? $"from {least} on" : $"from {least} to {most}";
        return new ScalarShape($"{what} {range}", text =>
            Matches(WholePattern, text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most
                ? null
                : $"'{Excerpt.Of(text)}' is not {what} {range}; write it in digits, such as {Math.Clamp(example, least, most)}")
        {
            Pattern = WholePattern,
            Types = ["integer", "string"],
        };
    }

    private const string WholePattern = "^[0-9]+$";
    private const string PercentPattern = @"^(100(\.0+)?|[0-9]{1,2}(\.[0-9]+)?) ?%$";
    private const string AgePattern = @"^[0-9]{1,3}(-[0-9]{1,3}|\+)$";

    private static ScalarShape Matching(string what, string pattern, string wayOut) =>
        new(what, text => Matches(pattern, text) ? null : $"'{Excerpt.Of(text)}' is not {what}; {wayOut}") { Pattern = pattern };

    // $ would let a line break pass
    private static bool Matches(string pattern, string text) => !text.Contains('\n') && Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant);

    private static bool IsRising(string ages) =>
        ages.EndsWith('+') || (ages.Split('-') is [var first, var last] && int.Parse(first, CultureInfo.InvariantCulture) <= int.Parse(last, CultureInfo.InvariantCulture));

    private static string WithoutSign(string rate)
    {
        decimal value = decimal.Parse(rate, NumberStyles.Float, CultureInfo.InvariantCulture);
        string share = value is > 0 and < 1 ? FormattableString.Invariant($" (or {(value * 100).ToString("0.############", CultureInfo.InvariantCulture)} % if 1 means everybody)") : "";
        return $"{rate} is a rate and needs its percent sign: write {rate} %{share}";
    }

    private static string JsonType(string word) =>
        word is "true" or "false" ? "boolean" : Matches(WholePattern, word) ? "integer" : "string";

    private static string? Fault(Func<object> parse)
    {
        try
        {
            parse();
            return null;
        }
        catch (ArgumentException fault)
        {
            // the library's sentence goes on with ours
            return $"is not understood: {char.ToLowerInvariant(fault.Message[0])}{fault.Message[1..].ReplaceLineEndings(" ")}";
        }
    }
}
