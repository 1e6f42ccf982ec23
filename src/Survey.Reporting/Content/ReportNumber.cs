using System.Globalization;
using Survey.Monitoring;

namespace Survey.Reporting.Content;

/// <summary>What a number in a report is, by which it is written.</summary>
internal enum NumberKind
{
    /// <summary>A fraction, written in per cent.</summary>
    Rate,

    /// <summary>A difference of two rates, written in percentage points.</summary>
    Points,

    /// <summary>A difference of two rates relative to the first, written in per cent.</summary>
    Relative,

    /// <summary>People or things.</summary>
    Count,

    /// <summary>A number of no or its own unit: a mean score, a statistic, a design effect.</summary>
    Number,

    /// <summary>A probability under a hypothesis.</summary>
    PValue,

    /// <summary>Points of a scorecard.</summary>
    Score,
}

/// <summary>A number of a report at full precision, and how it is written; the one place where numbers become texts.</summary>
/// <param name="Value">A fraction of rates, differences and relative changes. NaN where there is none.</param>
/// <param name="Kind">What it is.</param>
internal readonly record struct ReportNumber(double Value, NumberKind Kind)
{
    /// <summary>What stands in the place of a number that there is not.</summary>
    public const string None = "—";

    /// <summary>What stands in the place of a number that is too unreliable to be shown.</summary>
    public const string Hidden = "※";

    /// <summary>What follows a number that is shown and should be read with care.</summary>
    public const string Marked = "†";

    /// <summary>Decimals as written, of the per cent where it is one.</summary>
    public int Decimals { get; init; } = Kind is NumberKind.Count ? 0 : Kind is NumberKind.PValue ? 3 : 2;

    /// <summary>Whether it is too unreliable to be shown.</summary>
    public bool IsSuppressed { get; init; }

    /// <summary>Whether it is to be read with care.</summary>
    public bool IsMarked { get; init; }

    /// <summary>Whether there is a number to be seen.</summary>
    public bool IsShown => !IsSuppressed && double.IsFinite(Value);

    /// <summary>The value in the unit in which it is written: 31.05 of the fraction 0.3105.</summary>
    public double Written => Kind is NumberKind.Rate or NumberKind.Points or NumberKind.Relative ? 100 * Value : Value;

    /// <summary>The digits without a unit, as in the cell of a table whose heading has it: "31.05", "&lt;0.001".</summary>
    public string Digits(Language language)
    {
        if (IsSuppressed)
            return Hidden;
        if (!double.IsFinite(Value))
            return None;
        return Kind switch
        {
            NumberKind.PValue => Value < 0.001 ? language == Language.Chinese ? "<0.001" : "< 0.001" : Fixed(Value, Decimals),
            NumberKind.Count => language == Language.English ? Value.ToString("N" + Decimals, CultureInfo.InvariantCulture) : Fixed(Value, Decimals),
            NumberKind.Number when language == Language.English => Unsigned(Value.ToString("N" + Decimals, CultureInfo.InvariantCulture)),
            NumberKind.Score => Value.ToString("0.##", CultureInfo.InvariantCulture),
            _ => Fixed(Written, Decimals),
        } + (IsMarked ? Marked : "");
    }

    /// <summary>The digits with their unit, as in a sentence: "31.05%", "5.74个百分点".</summary>
    public string Text(Language language) => IsShown ? (this with { IsMarked = false }).Digits(language) + Unit(language) + (IsMarked ? Marked : "") : Digits(language);

    /// <summary>The unit as it follows the digits; empty where there is none.</summary>
    public string Unit(Language language) =>
        Kind switch
        {
            NumberKind.Rate or NumberKind.Relative => language == Language.Chinese ? "%" : " %",
            NumberKind.Points => language == Language.Chinese ? "个百分点" : " percentage points",
            _ => "",
        };

    /// <summary>The same without its sign, for sentences that say the direction.</summary>
    public ReportNumber Abs() => this with { Value = Math.Abs(Value) };

    /// <summary>Never: a number that became a text unseen would be lost to whoever follows the numbers of a report.</summary>
    public override string ToString() => throw new InvalidOperationException("A number of a report is written by Words, Text or Digits.");

    /// <summary>A fraction, written in per cent.</summary>
    public static ReportNumber Rate(double value) => new(value, NumberKind.Rate);

    /// <summary>A difference of two rates.</summary>
    public static ReportNumber Points(double value) => new(value, NumberKind.Points);

    /// <summary>A relative change.</summary>
    public static ReportNumber Relative(double value) => new(value, NumberKind.Relative);

    /// <summary>People or things.</summary>
    public static ReportNumber Count(double value) => new(value, NumberKind.Count);

    /// <summary>A number with so many decimals.</summary>
    public static ReportNumber Of(double value, int decimals = 2) => new(value, NumberKind.Number) { Decimals = decimals };

    /// <summary>A probability under a hypothesis.</summary>
    public static ReportNumber P(double value) => new(value, NumberKind.PValue);

    /// <summary>Points of a scorecard.</summary>
    public static ReportNumber Score(decimal value) => new((double)value, NumberKind.Score);

    private static string Fixed(double value, int decimals) => Unsigned(value.ToString("F" + decimals, CultureInfo.InvariantCulture));

    /// <summary>Without the sign of what rounds to 0.</summary>
    private static string Unsigned(string text) => text[0] == '-' && text.AsSpan().IndexOfAnyInRange('1', '9') < 0 ? text[1..] : text;
}
