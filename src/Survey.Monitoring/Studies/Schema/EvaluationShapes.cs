using static Survey.Monitoring.KeyShape;

namespace Survey.Monitoring;

/// <summary>The shapes of indicators, of the figures beside them and of what reviewers decide.</summary>
internal static class EvaluationShapes
{
    private static readonly MapShape Indicator = new(
        Optional("use", Scalars.Text, "an indicator that is known by its name"),
        Optional("id", Scalars.Text, "the name of an indicator of the study's own"),
        Optional("zh", Scalars.Text, "what Chinese reports call it"),
        Optional("en", Scalars.Text, "what English reports call it"),
        Optional("event", Scalars.Expression, "the condition that is counted"),
        Optional("age", Scalars.AgeRange, "the ages it is taken of"),
        Optional("better", Scalars.Words("higher", "lower", "none"), "which way is better"))
    {
        ExactlyOne = ["use", "id"],
        Needs = [("id", ["event", "better"])],
    };

    /// <summary>What is estimated.</summary>
    public static ListShape Indicators { get; } = new(Indicator);

    private static readonly MapShape PublishedFigure = new(
        Required("indicator", Scalars.Text, "the indicator"),
        Required("wave", Scalars.Text, "the id of the wave"),
        Required("value", Scalars.Percent, "the rate, with its percent sign"),
        Optional("interval", new ListShape(Scalars.Percent) { Least = 2, Most = 2 }, "its confidence interval"),
        Optional("respondents", Scalars.Whole(1), "how many people it rests on"),
        Optional("confirmedBy", Scalars.Text, "who confirmed it"),
        Required("document", Scalars.Text, "where it is printed"));

    /// <summary>Figures confirmed before.</summary>
    public static ListShape Published { get; } = new(PublishedFigure);

    private static readonly MapShape Reference = new(
        Required("indicator", Scalars.Text, "the indicator"),
        Required("of", Scalars.Words("province", "city", "nation", "county"), "the area it is of"),
        Optional("value", Scalars.Percent, "the rate, with its percent sign"),
        Optional("series", Scalars.Path, "a file of rates by year, in place of value"),
        Optional("year", Scalars.Year, "its year"),
        Optional("age", Scalars.AgeRange, "the ages it is taken of"),
        Optional("instrument", Scalars.Text, "the edition of the questionnaire"),
        Optional("standard", Scalars.Year, "the year of the population it is weighted to"),
        Optional("decimals", Scalars.Whole(0, 6), "the decimals it was printed with"),
        Optional("source", Scalars.Text, "where it is printed"))
    {
        ExactlyOne = ["value", "series"],
        Needs = [("value", ["year", "age", "source"])],
    };

    /// <summary>Figures of other areas.</summary>
    public static ListShape References { get; } = new(Reference);

    private static readonly MapShape Waiver = new(
        Required("target", Scalars.Text, "the number of the target, in quotes"),
        Required("difference", Scalars.Words("age", "year", "area", "instrument", "standard", "definition"), "in what the reference differs"),
        Required("reason", Scalars.Text, "why that is accepted"));

    /// <summary>Differences that are accepted.</summary>
    public static ListShape Waivers { get; } = new(Waiver);

    private static readonly MapShape AdministrativeFigure = new(
        Optional("value", Scalars.NumberOrPercent, "the figure; a rate with its percent sign"),
        Optional("unit", Scalars.Text, "its unit"),
        Optional("count", Scalars.Whole(0), "how many there were"),
        Optional("numerator", Scalars.Number, "what is divided"),
        Optional("denominator", Scalars.Number, "what it is divided by"),
        Required("year", Scalars.Year, "its year"),
        Required("source", Scalars.Text, "who gave it"),
        Optional("evidence", Scalars.Path, "the file that shows it"))
    {
        ExactlyOne = ["value", "count", "numerator"],
        Needs = [("numerator", ["denominator"]), ("denominator", ["numerator"])],
    };

    /// <summary>Figures from administrative data.</summary>
    public static DictionaryShape Administrative { get; } = new("the number of a target", AdministrativeFigure);

    private static readonly MapShape Review = new(
        Required("decision", Scalars.Words("met", "not met", "partly met", "unknown"), "what was decided"),
        Optional("by", Scalars.Text, "who decided"),
        Optional("date", Scalars.Date, "when"),
        Required("reason", Scalars.Text, "why"),
        Optional("evidence", Scalars.Path, "the file that shows it"));

    /// <summary>What reviewers decided.</summary>
    public static DictionaryShape Reviews { get; } = new("the number of a target", Review);

    /// <summary>How figures are judged.</summary>
    public static MapShape Judgement { get; } = new(
        Optional("confidence", Scalars.Percent, "the level of intervals and verdicts, such as 95 %"),
        Optional("rounding", Scalars.Words("none", "0", "1", "2", "3"), "whether figures are judged as they are, or rounded to that many decimals"));
}
