using static Survey.Monitoring.KeyShape;

namespace Survey.Monitoring;

/// <summary>The shapes of indicators, of the figures beside them and of what reviewers decide.</summary>
internal static class EvaluationShapes
{
    private static readonly MapShape Standardization = new(
        Required("by", Scalars.Variable, "the groups, such as ageGroup"),
        Required("population", Scalars.Path, "a file of the groups with their populations"),
        Required("count", Scalars.Text, "the heading of the populations in it"),
        Optional("year", Scalars.Year, "the year of that population"));

    private static readonly MapShape Indicator = new(
        Optional("use", Scalars.Text, "an indicator that is known by its name, or a group of them"),
        Optional("id", Scalars.Text, "the name of an indicator of the study's own"),
        Optional("zh", Scalars.Text, "what Chinese reports call it"),
        Optional("en", Scalars.Text, "what English reports call it"),
        Optional("event", Scalars.Expression, "the condition that is counted"),
        Optional("numerator", Scalars.Expression, "of a ratio: what is divided"),
        Optional("denominator", Scalars.Expression, "of a ratio: what it is divided by"),
        Optional("population", Scalars.Expression, "of whom it is, where ages do not say it all"),
        Optional("age", Scalars.AgeRange, "the ages it is taken of"),
        Optional("better", Scalars.Words("higher", "lower", "none"), "which way is better"),
        Optional("source", Scalars.Words("survey", "administrative"), "where its figures come from: the survey, or records of a department"),
        Optional("questionnaire", Scalars.Flag, "whether it rests on the questionnaire that is scored, so that editions matter"),
        Optional("standardize", Standardization, "the standard population to which it is weighted directly"))
    {
        ExactlyOne = ["use", "id"],
        Needs = [("id", ["better"]), ("numerator", ["denominator"]), ("denominator", ["numerator"])],
    };

    private static readonly MapShape Need = new(
        Required("column", Scalars.Text, "the name of the column"),
        Optional("levels", CommonShapes.TextList, "the levels it has"),
        Optional("zh", Scalars.Text, "what it is, in Chinese"),
        Optional("en", Scalars.Text, "what it is, in English"));

    private static readonly MapShape LibraryIndicator = new(
        Required("id", Scalars.Text, "its name"),
        Required("zh", Scalars.Text, "what Chinese reports call it"),
        Required("en", Scalars.Text, "what English reports call it"),
        Required("event", Scalars.Expression, "the condition that is counted"),
        Required("age", Scalars.AgeRange, "the ages it is taken of"),
        Required("better", Scalars.Words("higher", "lower", "none"), "which way is better"),
        Optional("questionnaire", Scalars.Flag, "whether it rests on the questionnaire that is scored"),
        Optional("needs", new ListShape(Need), "the columns it needs of the data"),
        Required("definition", CommonShapes.LocalText, "what it means"));

    /// <summary>A library of indicators.</summary>
    public static MapShape Library { get; } = new(
        Required("format", Scalars.Words("1"), "the edition of this form: 1"),
        Required("indicators", new ListShape(LibraryIndicator), "the indicators"),
        Optional("groups", new DictionaryShape("the name of a group", CommonShapes.TextList), "names that stand for several"));

    /// <summary>What is estimated.</summary>
    public static ListShape Indicators { get; } = new(Indicator);

    private static readonly MapShape PublishedFigure = new(
        Required("indicator", Scalars.Text, "the indicator"),
        Required("wave", Scalars.Text, "the id of the wave"),
        Required("value", Scalars.Percent, "the rate, with its percent sign"),
        Optional("interval", new ListShape(Scalars.Percent) { Least = 2, Most = 2 }, "its confidence interval"),
        Optional("standardError", Scalars.Percent, "its standard error, in percentage points with a percent sign"),
        Optional("respondents", Scalars.Whole(1), "how many people it rests on"),
        Optional("deff", Scalars.Number, "its design effect, from which the standard error follows"),
        Optional("age", Scalars.AgeRange, "the ages it is taken of, where there are no data of the wave"),
        Optional("instrument", Scalars.Text, "the edition of the questionnaire, where there are no data of the wave"),
        Optional("standard", Scalars.Year, "the year of the population it is weighted to, where there are no data of the wave"),
        Optional("year", Scalars.Year, "its year, where the id of the wave is none"),
        Optional("confirmedBy", Scalars.Text, "who confirmed it"),
        Required("document", Scalars.Text, "where it is printed"))
    { Needs = [("deff", ["respondents"])] };

    /// <summary>Figures confirmed before.</summary>
    public static ListShape Published { get; } = new(PublishedFigure);

    private static readonly MapShape Contained = new(
        Required("share", Scalars.Percent, "the area's share of the weights of the reference"),
        Required("interviews", Scalars.Words("shared", "others", "unknown"), "whether the area's interviews are among those of the reference"));

    private static readonly MapShape Reference = new(
        Required("indicator", Scalars.Text, "the indicator"),
        Required("of", Scalars.Words("province", "city", "nation", "county"), "the area it is of"),
        Optional("value", Scalars.Percent, "the rate, with its percent sign"),
        Optional("number", Scalars.Number, "a figure that is no rate in per cent, in place of value"),
        Optional("per", Scalars.Whole(1), "of number: per how many, such as 100000"),
        Optional("series", Scalars.Path, "a file of rates by year, in place of value"),
        Optional("year", Scalars.Year, "its year"),
        Optional("age", Scalars.AgeRange, "the ages it is taken of"),
        Optional("instrument", Scalars.Text, "the edition of the questionnaire"),
        Optional("standard", Scalars.Year, "the year of the population it is weighted to"),
        Optional("standardError", Scalars.Percent, "its standard error, in percentage points with a percent sign; a constant where it is left out"),
        Optional("degreesOfFreedom", Scalars.Whole(1), "of that standard error; taken as known where it is left out"),
        Optional("contains", Contained, "how much of it is the area that is judged"),
        Optional("decimals", Scalars.Whole(0, 6), "the decimals it was printed with"),
        Optional("source", Scalars.Text, "where it is printed"))
    {
        ExactlyOne = ["value", "number", "series"],
        Needs = [("value", ["year", "source"]), ("number", ["year", "source"]), ("per", ["number"])],
    };

    /// <summary>Figures of other areas.</summary>
    public static ListShape References { get; } = new(Reference);

    private static readonly MapShape Waiver = new(
        Required("target", Scalars.Text, "the number of the target, in quotes"),
        Required("difference", Scalars.Words("age", "year", "instrument", "standard", "definition", "season", "time"), "in what the figures differ"),
        Required("reason", Scalars.Text, "why that is accepted"));

    /// <summary>Differences that are accepted.</summary>
    public static ListShape Waivers { get; } = new(Waiver);

    private static readonly KeyShape[] _figure =
    [
        Optional("value", Scalars.NumberOrPercent, "the figure; a rate with its percent sign"),
        Optional("unit", Scalars.Text, "its unit"),
        Optional("count", Scalars.Whole(0), "how many there were"),
        Optional("numerator", Scalars.Number, "what is divided"),
        Optional("denominator", Scalars.Number, "what it is divided by"),
    ];

    private static readonly MapShape AdministrativeFigure = new(
    [
        .. _figure,
        Required("year", Scalars.Year, "its year"),
        Required("source", Scalars.Text, "who gave it"),
        Optional("evidence", Scalars.Path, "the file that shows it"),
    ])
    {
        ExactlyOne = ["value", "count", "numerator"],
        Needs = [("numerator", ["denominator"]), ("denominator", ["numerator"])],
    };

    /// <summary>Figures from administrative data.</summary>
    public static DictionaryShape Administrative { get; } = new("the number of a target or an indicator", new ChoiceShape(null, new ListShape(AdministrativeFigure), AdministrativeFigure));

    private static readonly MapShape Review = new(
        Required("decision", Scalars.Words("met", "not met", "partly met", "unknown"), "what was decided"),
        Optional("by", Scalars.Text, "who decided"),
        Optional("date", Scalars.Date, "when"),
        Optional("points", Scalars.Number, "the points that the reviewer gives, where that is another number than all or none"),
        Required("reason", Scalars.Text, "why"),
        Optional("evidence", Scalars.Path, "the file that shows it"));

    /// <summary>What reviewers decided.</summary>
    public static DictionaryShape Reviews { get; } = new("the number of a target", Review);

    private static readonly MapShape TownEvidence = new(
    [
        .. _figure,
        Optional("year", Scalars.Year, "its year"),
        Optional("source", Scalars.Text, "who gave it"),
        Optional("decision", Scalars.Words("met", "not met", "partly met", "unknown"), "what was decided, where a reviewer decides"),
        Optional("by", Scalars.Text, "who decided"),
        Optional("date", Scalars.Date, "when"),
        Optional("reason", Scalars.Text, "why"),
        Optional("evidence", Scalars.Path, "the file that shows it"),
    ])
    {
        ExactlyOne = ["value", "count", "numerator", "decision"],
        Needs =
        [
            ("value", ["year", "source"]), ("count", ["year", "source"]), ("numerator", ["denominator", "year", "source"]), ("denominator", ["numerator"]), ("decision", ["reason"]), ("year", ["source"]),
        ],
    };

    /// <summary>Evidence by town.</summary>
    public static DictionaryShape ByTown { get; } = new("the number of a target", new DictionaryShape("the name of a town", TownEvidence));

    private static readonly MapShape Family = new(
        Required("adjust", Scalars.Words("holm", "benjamini-hochberg"), "by which method"),
        Optional("targets", CommonShapes.TextList, "their ids; all where they are left out"));

    /// <summary>How figures are judged.</summary>
    public static MapShape Judgement { get; } = new(
        Optional("confidence", Scalars.Percent, "the level of intervals and verdicts, such as 95 %"),
        Optional("rounding", Scalars.Words("none", "0", "1", "2", "3"), "whether figures are judged as they are, or rounded to that many decimals"),
        Optional("figures", Scalars.Words("ours", "confirmed"), "which figure judges as published where a higher office confirmed another"),
        Optional("referenceYear", Scalars.Words("same", "latest-published"), "the year of a reference: the wave's own, or the latest one published"),
        Optional("family", Family, "targets whose p values are adjusted together"));
}
