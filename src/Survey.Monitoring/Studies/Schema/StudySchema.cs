using static Survey.Monitoring.KeyShape;

namespace Survey.Monitoring;

/// <summary>What a study file may hold, every section of it.</summary>
internal static class StudySchema
{
    private static MapShape Area { get; } = new(
        Required("name", Scalars.Text, "what the area is called"),
        Optional("code", Scalars.Text, "its administrative code, in quotes"),
        Optional("kind", Scalars.Words("city", "county", "district"), "city, county or district, where a programme tells them apart"),
        Optional("towns", new ChoiceShape(Scalars.Path, CommonShapes.TextList, null), "its towns and streets, where a programme asks each of them: a list of names, or a file of two columns, codes and names"));

    private static MapShape Programme { get; } = new(
        Required("use", CommonShapes.Texts, "the programme, or a list of them"),
        Optional("choices", new MapShape([.. ProgrammeChoices.Shapes]), "what the programme's notice leaves open"),
        Optional("scores", Scalars.Path, "a file of two columns, departments and their scores, where the programme ranks them"));

    /// <summary>The whole file.</summary>
    public static MapShape Root { get; } = new(
        Required("format", Scalars.Words("1"), "the edition of this form: 1"),
        Required("title", CommonShapes.LocalText, "what the study is called, in zh, en or both"),
        Optional("area", Area, "the area that is studied"),
        Optional("simulated", Scalars.Flag, "true where its people are made up, which every page then says"),
        Optional("programme", Programme, "the programme by which the area is judged"),
        Optional("personalData", DataShapes.PersonalData, "what is done about personal data"),
        Required("columns", ColumnShapes.Columns, "the columns by the names that they have from here on"),
        Optional("missing", CommonShapes.MissingTexts, "texts that mean missing in every column"),
        Optional("lookups", DataShapes.Lookups, "files of which columns are added by a key"),
        Optional("instrument", DataShapes.Instrument, "the questionnaire that is scored"),
        Required("waves", WaveShapes.Waves, "the surveys, the earliest first"),
        Optional("response", DataShapes.Response, "how the table of who was drawn and who answered is made"),
        Optional("eligibility", DataShapes.Eligibility, "who counts: rules in the order in which they are applied"),
        Optional("quality", DataShapes.Quality, "how the quality of the interviews is checked"),
        Optional("design", DesignShapes.Design, "how the sample was drawn"),
        Optional("weighting", DesignShapes.Weighting, "how weights are made"),
        Optional("indicators", EvaluationShapes.Indicators, "the figures that are estimated"),
        Optional("targets", TargetShapes.Targets, "what must be reached, each with its rule"),
        Optional("published", EvaluationShapes.Published, "figures that were confirmed or printed before"),
        Optional("references", EvaluationShapes.References, "figures of other areas, each with year, age and source"),
        Optional("waivers", EvaluationShapes.Waivers, "differences to a reference that are accepted, each with its reason"),
        Optional("entries", ChoiceShape.OneOrList(Scalars.Path), "workbooks of figures and decisions, a row for each scored part, made by survey programmes --template"),
        Optional("administrative", EvaluationShapes.Administrative, "figures from administrative data, by the number of the target"),
        Optional("reviews", EvaluationShapes.Reviews, "what reviewers decided, by the number of the target"),
        Optional("byTown", EvaluationShapes.ByTown, "figures and decisions of each town, by the number of the target"),
        Optional("judgement", EvaluationShapes.Judgement, "how figures are judged"),
        Optional("report", ReportShapes.Report, "what the report holds"));
}
