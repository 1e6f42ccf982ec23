using System.Globalization;

namespace Survey.Monitoring;

/// <summary>A number that a rule names, with its unit. Exact: 0.1 % is no binary fraction.</summary>
public sealed record Amount
{
    private Amount(decimal value, decimal scale, bool isPercent, string? unit) => (Value, Scale, IsPercent, Unit) = (value, scale, isPercent, unit);

    /// <summary>As the rule writes it: 20 of 20 %, 35 of 35 beds per 1,000.</summary>
    public decimal Value { get; }

    /// <summary>How many times the figure it is held against is taken: 100 of a rate in per cent, 1,000 of a ratio per 1,000, 1 of anything else.</summary>
    public decimal Scale { get; }

    /// <summary>Whether it is a rate in per cent.</summary>
    public bool IsPercent { get; }

    /// <summary>Its unit, such as "m2"; or null.</summary>
    public string? Unit { get; }

    /// <summary>A rate in per cent, to be held against a fraction.</summary>
    /// <param name="value">20 is 20 %.</param>
    public static Amount Percent(decimal value) => new(value, 100, true, null);

    /// <summary>So many per 1,000 or 10,000, to be held against numerator / denominator.</summary>
    /// <param name="value">Such as 35.</param>
    /// <param name="per">Such as 1,000.</param>
    /// <param name="unit">Such as "beds"; or null.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="per"/> is not above 0.</exception>
    public static Amount Per(decimal value, decimal per, string? unit = null) =>
        per > 0 ? new Amount(value, per, false, unit) : throw new ArgumentOutOfRangeException(nameof(per), per, "Give per how many, such as 1000.");

    /// <summary>A number in the unit of the figure: an area, a count, a mean score.</summary>
    /// <param name="value">Such as 12.</param>
    /// <param name="unit">Such as "m2"; or null.</param>
    public static Amount Number(decimal value, string? unit = null) => new(value, 1, false, unit);

    /// <summary>In the unit of the figure: 0.2 of 20 %.</summary>
    internal Rational Exact => Rational.Of(Value, Scale);

    /// <summary>The amount in English: "20 %", "35 per 1,000", "12 m2".</summary>
    public override string ToString() => Text(Language.English);

    /// <summary>A figure in the unit of this amount, with two decimals: "3.29 people per 10,000", "每万人3.29名".</summary>
    internal string Of(double figure, Language language)
    {
        string value = Numbers.Fixed((double)Scale * figure);
        if (IsPercent)
            return language == Language.Chinese ? $"{value}%" : $"{value} %";
        if (language == Language.Chinese)
            return ChinesePer + value + ChineseUnit(Unit);
        string per = Scale == 1 ? "" : $" per {Scale.ToString("#,0.##", CultureInfo.InvariantCulture)}";
        return $"{value}{(Unit is null || EnglishUnit(Unit, false) is not { Length: > 0 } unit ? "" : $" {unit}")}{per}";
    }

    /// <summary>Of how many, in Chinese: "每万人" where something is counted among people, as beds and doctors are; "每万中" where nothing says what is counted.</summary>
    internal string ChinesePer =>
        Scale switch { 1 => "", 1_000 => "每千", 10_000 => "每万", 100_000 => "每10万", _ => $"每{Numbers.Plain(Scale)}" } + (Scale == 1 ? "" : Unit is not null && Scale >= 1_000 ? "人" : "中");

    /// <summary>A unit in Chinese; empty where there is none.</summary>
    internal static string ChineseUnit(string? unit) => unit is "m2" ? "平方米" : unit ?? "";

    /// <summary>A unit in English: Chinese counts with words that English has none for.</summary>
    private static string EnglishUnit(string unit, bool isOne) =>
        unit switch
        {
            "张" => isOne ? "bed" : "beds",
            "名" or "人" => isOne ? "person" : "people",
            "岁" => isOne ? "year" : "years",
            "次" or "场次" => isOne ? "time" : "times",
            "课时" => isOne ? "lesson" : "lessons",
            "批次" => isOne ? "batch" : "batches",
            "个" or "家" or "座" or "条" or "项" or "类" or "本" => "",
            _ => unit,
        };

    internal string Text(Language language)
    {
        string number = Value.ToString("0.############################", CultureInfo.InvariantCulture);
        if (IsPercent)
            return language == Language.Chinese ? $"{number}%" : $"{number} %";
        if (language == Language.Chinese)
            return ChinesePer + number + ChineseUnit(Unit);
        string unit = Unit is not null && EnglishUnit(Unit, Value == 1) is { Length: > 0 } english ? $" {english}" : "";
        return $"{number}{unit}{(Scale == 1 ? "" : $" per {Scale.ToString("#,0.##", CultureInfo.InvariantCulture)}")}";
    }
}

/// <summary>A language that results are written in.</summary>
public enum Language
{
    /// <summary>简体中文.</summary>
    Chinese,

    /// <summary>English.</summary>
    English,
}
