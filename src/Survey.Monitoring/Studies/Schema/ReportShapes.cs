using static Survey.Monitoring.KeyShape;

namespace Survey.Monitoring;

/// <summary>The shapes of what a report holds.</summary>
internal static class ReportShapes
{
    private static readonly ChoiceShape Variables = ChoiceShape.OneOrList(Scalars.Variable);

    private static readonly MapShape Table = new(
        Required("variable", Scalars.Variable, "the column that is counted"),
        Optional("by", Variables, "the columns it is split by"));

    private static readonly MapShape Texts = new(
        Optional("background", Scalars.Path, "a file with the chapter on the background"),
        Optional("organisation", Scalars.Path, "a file with the chapter on how the survey was organised"),
        Optional("quality", Scalars.Path, "a file with the chapter on quality control"),
        Optional("recommendations", Scalars.Path, "a file with the recommendations"));

    private static readonly MapShape Model = new(
        Required("outcome", Scalars.Variable, "what is explained"),
        Required("terms", Variables, "what it is explained by"));

    /// <summary>The report.</summary>
    public static MapShape Report { get; } = new(
        Optional("language", Scalars.Words("zh", "en"), "zh or en"),
        Optional("kind", Scalars.Words("baseline", "evaluation", "self-assessment"), "what the report is"),
        Optional("by", Variables, "the columns that indicators are split by"),
        Optional("extraTables", new ListShape(Table), "further tables"),
        Optional("overview", Scalars.Path, "a workbook of facts about the area: item, value, unit, year, source"),
        Optional("texts", Texts, "chapters that people wrote"),
        Optional("model", Model, "a regression"),
        Optional("template", Scalars.Path, "a document whose styles are used"),
        Optional("decimals", Scalars.Whole(0, 6), "the decimals of rates"),
        Optional("compiledBy", Scalars.Text, "who made the report"));
}
