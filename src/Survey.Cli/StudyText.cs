using System.Text;
using Survey.Monitoring;

namespace Survey.Cli;

/// <summary>What a study's files hold, for people.</summary>
internal static class StudyText
{
    private static readonly (Severity Severity, string Heading)[] Sections =
        [(Severity.Change, "changed, dropped or chosen"), (Severity.Doubt, "to be looked at"), (Severity.Unresolved, "unresolved")]; // what matters most stands last, where a terminal ends

    public static string Of(StudyData data)
    {
        var text = new StringBuilder(TitleOf(data.Study));
        foreach (WaveData wave in data.Waves)
            AppendWave(text, wave);
        AppendFindings(text, data.Findings);
        return text.ToString();
    }

    public static string TitleOf(Study study, Language language = Language.English) => $"{study.Title}{(study.Simulated ? language == Language.Chinese ? "（模拟数据，不对应任何真实地区）" : " (simulated)" : "")}\n";

    public static void AppendFindings(StringBuilder text, IReadOnlyList<Finding> findings)
    {
        text.Append('\n');
        foreach ((Severity severity, string heading) in Sections)
            AppendFindings(text, findings, severity, heading);
    }

    /// <summary>Only what a reader of results must know: what may be wrong and what is unresolved.</summary>
    public static void AppendDoubts(StringBuilder text, IReadOnlyList<Finding> findings, Language language = Language.English)
    {
        text.Append('\n');
        foreach ((Severity severity, string heading) in Sections.Where(section => section.Severity != Severity.Change))
            AppendFindings(text, findings, severity, language == Language.English ? heading : severity == Severity.Doubt ? "项需核对" : "项未解决");
    }

    private static void AppendWave(StringBuilder text, WaveData wave)
    {
        long rows = wave.Files.Sum(file => file.Rows);
        text.Append($"\n{wave.Wave.Id}: {Figures.Count(rows)} row{(rows == 1 ? "" : "s")} of {wave.Files.Count} file{(wave.Files.Count == 1 ? "" : "s")}{(wave.IsResolved ? "" : ", not to be trusted yet")}\n\n");
        if (wave.Files.Count > 1)
        {
            var files = new TextTable(TextTable.Left("file"), TextTable.Right("rows"));
            foreach ((string file, long own) in wave.Files)
                files.Add(Path.GetFileName(file), Figures.Count(own));
            text.Append(files).Append('\n');
        }
        if (wave.Response is { } response)
            text.Append(ResponseOf(response));
    }

    public static string ResponseOf(Table response)
    {
        string[] places = [.. response.Columns.TakeWhile(name => response[name] is CategoryColumn)], counts = [.. response.Columns.Skip(places.Length)];
        counts = [.. counts.Where(name => response[name].CountMissing() < response.RowCount)];
        var table = new TextTable([.. places.Select(TextTable.Left), .. counts.Select(TextTable.Right)]);
        for (int row = 0; row < response.RowCount; row++)
            table.Add([.. places.Select(name => PlaceOf((CategoryColumn)response[name], row)), .. counts.Select(name => response[name].IsMissing(row) ? "-" : Figures.Count((long)((NumberColumn)response[name]).Values[row]))]);
        return table.ToString();
    }

    private static string PlaceOf(CategoryColumn column, int row)
    {
        if (column.IsMissing(row))
            return "(all)";
        int code = column.Codes[row];
        return column.Labels[code] == column.Levels[code] ? column.Levels[code] : $"{column.Levels[code]} {column.Labels[code]}";
    }

    private static void AppendFindings(StringBuilder text, IReadOnlyList<Finding> all, Severity severity, string heading)
    {
        Finding[] findings = [.. all.Where(finding => finding.Severity == severity)];
        text.Append($"{findings.Length} {heading}\n");
        foreach (Finding finding in findings)
            text.Append($"  {finding.Wave ?? "study"}: {finding.Message}\n");
    }
}
