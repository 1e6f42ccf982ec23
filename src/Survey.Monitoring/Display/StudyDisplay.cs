namespace Survey.Monitoring;

/// <summary>What a study's files hold, for people.</summary>
internal static class StudyDisplay
{
    private static readonly (Severity Severity, string Heading)[] Sections =
        [(Severity.Change, "changed, dropped or chosen"), (Severity.Doubt, "to be looked at"), (Severity.Unresolved, "unresolved")]; // what matters most stands last, where a terminal ends

    public static Display Of(StudyData data)
    {
        Display display = new Display().Add(TitleOf(data.Study));
        foreach (WaveData wave in data.Waves)
            AddWave(display, wave);
        return display.AddFindings(data.Findings);
    }

    public static string TitleOf(Study study, Language language = Language.English) => $"{study.Title}{(study.Simulated ? language == Language.Chinese ? "（模拟数据，不对应任何真实地区）" : " (simulated)" : "")}\n";

    public static Display AddFindings(this Display display, IReadOnlyList<Finding> findings)
    {
        display.Add("\n");
        foreach ((Severity severity, string heading) in Sections)
            AddFindings(display, findings, severity, heading);
        return display;
    }

    /// <summary>Only what a reader of results must know: what may be wrong and what is unresolved.</summary>
    public static Display AddDoubts(this Display display, IReadOnlyList<Finding> findings, Language language = Language.English)
    {
        display.Add("\n");
        foreach ((Severity severity, string heading) in Sections.Where(section => section.Severity != Severity.Change))
            AddFindings(display, findings, severity, language == Language.English ? heading : severity == Severity.Doubt ? "项需核对" : "项未解决");
        return display;
    }

    private static void AddWave(Display display, WaveData wave)
    {
        long rows = wave.Files.Sum(file => file.Rows);
        display.Add($"\n{wave.Wave.Id}: {Figures.Count(rows)} row{(rows == 1 ? "" : "s")} of {wave.Files.Count} file{(wave.Files.Count == 1 ? "" : "s")}{(wave.IsResolved ? "" : ", not to be trusted yet")}\n\n");
        if (wave.Files.Count > 1)
        {
            var files = new TextTable(TextTable.Left("file"), TextTable.Right("rows"));
            foreach ((string file, long own) in wave.Files)
                files.Add(Path.GetFileName(file), Figures.Count(own));
            display.Add(files).Add("\n");
        }
        if (wave.Response is { } response)
            display.Add(ResponseOf(response));
    }

    public static TextTable ResponseOf(Table response)
    {
        string[] places = [.. response.Columns.TakeWhile(name => response[name] is CategoryColumn)], counts = [.. response.Columns.Skip(places.Length)];
        counts = [.. counts.Where(name => response[name].CountMissing() < response.RowCount)];
        var table = new TextTable([.. places.Select(TextTable.Left), .. counts.Select(TextTable.Right)]);
        for (int row = 0; row < response.RowCount; row++)
            table.Add([.. places.Select(name => PlaceOf((CategoryColumn)response[name], row)), .. counts.Select(name => response[name].IsMissing(row) ? "-" : Figures.Count((long)((NumberColumn)response[name]).Values[row]))]);
        return table;
    }

    private static string PlaceOf(CategoryColumn column, int row)
    {
        if (column.IsMissing(row))
            return "(all)";
        int code = column.Codes[row];
        return column.Labels[code] == column.Levels[code] ? column.Levels[code] : $"{column.Levels[code]} {column.Labels[code]}";
    }

    private static void AddFindings(Display display, IReadOnlyList<Finding> all, Severity severity, string heading)
    {
        Finding[] findings = [.. all.Where(finding => finding.Severity == severity)];
        display.Add($"{findings.Length} {heading}");
        foreach (Finding finding in findings)
            display.Add($"  {finding.Wave ?? "study"}: {finding.Message}");
    }

    /// <summary>A finding a row.</summary>
    public static Table Findings(IReadOnlyList<Finding> findings) =>
        new ResultTable<Finding>(findings)
            .Text("wave", finding => finding.Wave).Text("severity", finding => finding.Severity.ToString().ToLowerInvariant()).Text("file", finding => finding.File)
            .Number("row", finding => finding.Row ?? double.NaN).Text("column", finding => finding.Column).Number("rows", finding => finding.Rows).Text("message", finding => finding.Message)
            .ToTable();
}
