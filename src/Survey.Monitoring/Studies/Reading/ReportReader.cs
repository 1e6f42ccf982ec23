namespace Survey.Monitoring;

/// <summary>Makes what a report holds of its map.</summary>
/// <param name="names">Of the study.</param>
/// <param name="folder">Of the study, to which its paths are relative.</param>
internal sealed class ReportReader(StudyNames names, string folder)
{
    public StudyReport Report(MapNode root)
    {
        if (root.Map("report") is not { } map)
            return new StudyReport();
        MapNode? texts = map.Map("texts");
        return new StudyReport
        {
            Language = map.Text("language") == "en" ? Language.English : Language.Chinese,
            Kind = Kind(map.Text("kind")),
            By = Variables(map, "by", "report"),
            ExtraTables = [.. map.Maps("extraTables").Select(table => new StudyTable(Variables(table.Map, "variable", $"report.{table.Where}")[0], Variables(table.Map, "by", $"report.{table.Where}")))],
            Overview = PathOf(map, "overview"),
            Texts = texts is null ? new ReportTexts(null, null, null, null) : new ReportTexts(PathOf(texts, "background"), PathOf(texts, "organisation"), PathOf(texts, "quality"), PathOf(texts, "recommendations")),
            Model = map.Map("model") is { } model ? new ReportModel(Variables(model, "outcome", "report.model")[0], Variables(model, "terms", "report.model")) : null,
            Template = PathOf(map, "template"),
            Decimals = map.Whole("decimals") ?? 2,
            CompiledBy = map.Text("compiledBy"),
        };
    }

    private static ReportKind? Kind(string? word) =>
        word switch
        {
            null => null,
            "baseline" => ReportKind.Baseline,
            "evaluation" => ReportKind.Evaluation,
            _ => ReportKind.SelfAssessment,
        };

    private IReadOnlyList<Variable> Variables(MapNode map, string key, string where)
    {
        IReadOnlyList<TextNode> written = map.TextNodes(key);
        names.CheckVariables(written, $"{where}.{key}");
        return [.. written.Select(node => Variable.Parse(node.Text))];
    }

    private string? PathOf(MapNode map, string key) => map.Text(key) is { } path ? Path.Combine(folder, path) : null;
}
