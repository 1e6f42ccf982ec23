using System.Globalization;
using System.Text;
using System.Text.Json;
using Survey.Monitoring;

namespace Survey.Cli;

/// <summary>What programmes ask.</summary>
/// <param name="programme">One of them; null lists them all.</param>
/// <param name="language">Of a table.</param>
internal sealed class ProgrammeReport(Programme? programme, Language language) : IReport
{
    private readonly bool _zh = language == Language.Chinese;

    /// <summary>The parts that are explained; empty for the whole programme.</summary>
    public IReadOnlyList<ProgrammePart[]> Parts { get; init; } = [];

    /// <summary>By what parts are grouped; null for the notice's order.</summary>
    public PartGroup? By { get; init; }

    /// <summary>Whether the calendar is asked for.</summary>
    public bool IsCalendar { get; init; }

    /// <summary>A study whose waves are held against the calendar; or null.</summary>
    public Study? Study { get; init; }

    private IEnumerable<ProgrammePart> Asked => Parts.Count > 0 ? Parts.SelectMany(own => own) : programme!.Parts;

    public override string ToString()
    {
        if (programme is null)
            return All();
        var text = new StringBuilder();
        AppendHead(text, programme);
        if (IsCalendar)
            AppendCalendar(text, programme);
        else if (By is { } by)
            AppendGroups(text, programme, by);
        else if (Parts.Count > 0)
            foreach (ProgrammePart part in Asked)
                AppendPart(text, programme, part);
        else
            AppendWhole(text, programme);
        return text.ToString();
    }

    private string All()
    {
        var table = new TextTable(
            TextTable.Left(Of("编号", "programme")), TextTable.Left(Of("名称", "name")), TextTable.Left(Of("文件", "notice")), TextTable.Right(Of("条目", "items")), TextTable.Right(Of("评分项", "parts")), TextTable.Right(Of("可测量", "measurable")),
            TextTable.Right(Of("分值", "points")));
        foreach (Programme own in Programme.Library.All)
            table.Add(own.Id, own.Name.In(language), own.Notice.ToString(), Count(own.Items.Count), Count(own.Parts.Count()), Count(own.Parts.Count(part => part.IsMeasurable)), own.HasPoints ? Plain(own.Total) : "-");
        return table.ToString();
    }

    private void AppendHead(StringBuilder text, Programme own)
    {
        text.Append($"{own.Name.In(language)}\n{own.Notice}{(own.Notice.Date is { } date ? $", {date:yyyy-MM-dd}" : "")}\n");
        text.Append(_zh
            ? $"{own.Items.Count}条，{own.Parts.Count()}个评分项，其中{own.Parts.Count(part => part.IsMeasurable)}个可按数据判定；{(own.HasPoints ? $"按原文可计{Plain(own.Total)}分" : "原文未设分值")}\n"
            : $"{own.Items.Count} items, {own.Parts.Count()} parts, {own.Parts.Count(part => part.IsMeasurable)} of them decided by figures alone; {(own.HasPoints ? $"{Plain(own.Total)} points as the notice counts them" : "the notice gives no points")}\n");
        foreach (MissingItem missing in own.Missing)
            text.Append(_zh ? $"第{missing.Number}项：{missing.What.Chinese}，未作推定\n" : $"Item {missing.Number}: {missing.What.English}; nothing is assumed of it\n");
        text.Append('\n');
    }

    private void AppendWhole(StringBuilder text, Programme own)
    {
        foreach (ProgrammeDimension dimension in own.Dimensions)
        {
            ProgrammePart[] parts = [.. own.Parts.Where(part => part.Dimension == dimension.Id)];
            text.Append($"{dimension.Id} {dimension.Name.In(language)}{PointsOf(own, dimension, parts)}\n\n{TableOf(own, parts)}\n");
        }
        AppendChoices(text, own);
        if (own.Ranking is { } ranking)
            text.Append(_zh ? $"部门排名：满分{Plain(ranking.OutOf)}分，前{Plain(ranking.TopShare)}%为{ranking.Grade.Chinese}。{ranking.Note?.Chinese}\n" : $"Departments are ranked: of {Plain(ranking.OutOf)} points, the top {Plain(ranking.TopShare)} % are {ranking.Grade.English}. {ranking.Note?.English}\n");
    }

    private string PointsOf(Programme own, ProgrammeDimension dimension, ProgrammePart[] parts)
    {
        if (!own.HasPoints)
            return "";
        decimal sum = parts.Sum(part => part.Points ?? 0);
        return dimension.StatedPoints is not { } stated ? _zh ? $"（各项合计{Plain(sum)}分，原文未写明）" : $" ({Plain(sum)} points by its parts; the notice states none)"
            : stated == sum ? _zh ? $"（{Plain(sum)}分）" : $" ({Plain(sum)} points)"
            : _zh ? $"（各项合计{Plain(sum)}分，原文写明{Plain(stated)}分）" : $" ({Plain(sum)} points by its parts; the notice states {Plain(stated)})";
    }

    /// <summary>Columns that would be empty, or say what the heading above says, are left out.</summary>
    private TextTable TableOf(Programme own, IReadOnlyList<ProgrammePart> parts)
    {
        bool hasUnits = By != PartGroup.Unit && parts.Any(part => part.Units.Count > 0);
        var table = new TextTable(
        [
            TextTable.Left(Of("编号", "no.")), TextTable.Left(Of("内容", "what")), TextTable.Left(Of("要求", "rule")), .. own.HasPoints ? [TextTable.Right(Of("分值", "points"))] : (TextTable.Heading[])[],
            TextTable.Left(Of("依据", "evidence")), .. hasUnits ? [TextTable.Left(Of("责任单位", "departments"))] : (TextTable.Heading[])[], TextTable.Left(Of("期限", "due")),
        ]);
        foreach (ProgrammePart part in parts)
            table.Add(
            [
                part.Id, part.Name.In(language), part.Rule.ToText(language), .. own.HasPoints ? [part.Points is { } points ? Plain(points) : "-"] : (string[])[],
                SourceOf(part.Source), .. hasUnits ? [ProgrammeWords.Units(own, part, language)] : (string[])[], Due(own, part),
            ]);
        return table;
    }

    private void AppendChoices(StringBuilder text, Programme own)
    {
        if (own.Choices.Count == 0)
            return;
        text.Append(_zh ? "方案未写明、须由研究选定（programme.choices）：\n" : "What the notice leaves open, and a study must choose (programme.choices):\n");
        foreach (OpenChoice choice in own.Choices)
            text.Append($"  {choice.Id}: {choice.Question.In(language)} ({string.Join(", ", choice.For)}) “{choice.Quote}”\n");
    }

    private void AppendPart(StringBuilder text, Programme own, ProgrammePart part)
    {
        text.Append($"{part.Id} {part.Name.In(language)}\n");
        Line(Of("原文", "clause"), part.Quote);
        Line(Of("要求", "rule"), part.Rule.ToText(language));
        if (part.Points is { } points)
            Line(Of("分值", "points"), Plain(points));
        Line(Of("依据", "evidence"), SourceOf(part.Source) + (part.Indicator is { } indicator ? $" ({indicator}{(part.Ages is { } ages ? $", {ages.Text(language)}" : part.AgesChoice is { } called ? $", {called}" : "")})" : ""));
        foreach ((string id, LocalText name) in part.Figures)
            Line(id, name.In(language));
        if (ProgrammeWords.Units(own, part, language) is { Length: > 0 } units)
            Line(Of("责任单位", "departments"), units);
        Line(Of("期限", "due"), Due(own, part));
        foreach (OpenChoice choice in own.Choices.Where(choice => choice.For.Contains(part.Id)))
            Line(Of("须选定", "to choose"), $"{choice.Id}: {choice.Question.In(language)}");
        if (part.Note is { } note)
            Line(Of("说明", "note"), note.In(language));
        text.Append('\n');

        void Line(string what, string words) => text.Append($"  {what}{(_zh ? "：" : ": ")}{words}\n");
    }

    private void AppendGroups(StringBuilder text, Programme own, PartGroup by)
    {
        foreach ((string heading, ProgrammePart[] parts) in Groups(own, by).Where(group => group.Parts.Length > 0))
            text.Append($"{heading} ({Count(parts.Length)}{(own.HasPoints ? $", {Plain(parts.Sum(part => part.Points ?? 0))} {Of("分", "points")}" : "")})\n\n{TableOf(own, parts)}\n");
        if (by == PartGroup.Unit)
            AppendDuties(text, own);
    }

    private IEnumerable<(string Heading, ProgrammePart[] Parts)> Groups(Programme own, PartGroup by) =>
        by switch
        {
            PartGroup.Unit => own.Units.Select(unit => (unit.Name.In(language), own.Parts.Where(part => part.Units.Contains(unit.Id)).OrderBy(own.DueOf).ToArray())).Append((Of("原文未明确责任单位", "No department is named"), own.Parts.Where(part => part.Units.Count == 0).ToArray())),
            PartGroup.Phase => own.Calendar.Select(phase => ($"{phase.Name.In(language)} {phase.First:yyyy-MM} - {phase.Last:yyyy-MM}", own.Parts.Where(part => part.Phase == phase.Id).ToArray())),
            _ => own.Dimensions.Select(dimension => ($"{dimension.Id} {dimension.Name.In(language)}", own.Parts.Where(part => part.Dimension == dimension.Id).ToArray())),
        };

    private void AppendCalendar(StringBuilder text, Programme own)
    {
        var table = new TextTable(TextTable.Left(Of("阶段", "phase")), TextTable.Left(Of("起", "from")), TextTable.Left(Of("止", "to")), TextTable.Right(Of("评分项", "parts")), TextTable.Left(Of("调查", "survey")), TextTable.Left(Of("原文", "clause")));
        foreach (ProgrammePhase phase in own.Calendar)
            table.Add(phase.Name.In(language), Day(phase.First), Day(phase.Last), Count(own.Parts.Count(part => part.Phase == phase.Id)), phase.Wave switch { "baseline" => Of("基线调查", "baseline"), "final" => Of("效果评估", "final"), _ => "-" }, phase.Quote ?? "");
        text.Append(table).Append('\n');
        if (Study is not null)
            text.Append(string.Concat(PhaseTiming.Of(own, Study).Select(timing => timing.ToText(language) + "\n"))).Append('\n');
        ProgrammePart[] dated = [.. own.Parts.Where(part => part.By is not null)];
        if (dated.Length > 0)
            text.Append(Of("另有期限的评分项\n\n", "Parts with a date of their own\n\n")).Append(TableOf(own, dated)).Append('\n');
        AppendDuties(text, own);
    }

    private void AppendDuties(StringBuilder text, Programme own)
    {
        if (own.Duties.Count == 0)
            return;
        var table = new TextTable(TextTable.Left(Of("定期事项", "at set times")), TextTable.Left(Of("时间", "when")), TextTable.Left(Of("责任单位", "departments")), TextTable.Left(Of("原文", "clause")));
        foreach (ProgrammeDuty duty in own.Duties)
            table.Add(duty.Name.In(language), duty.When.In(language), ProgrammeWords.Units(own, duty.Units, language), duty.Quote);
        text.Append(table);
    }

    public Table Table()
    {
        (Programme Programme, ProgrammePart Part)[] all = programme is null ? [.. Programme.Library.All.SelectMany(own => own.Parts.Select(part => (own, part)))] : [.. Asked.Select(part => (programme, part))];
        return Survey.Table.FromColumns(
        [
            ("programme", Texts(own => own.Programme.Id)),
            ("part", Texts(own => own.Part.Id)),
            ("item", Texts(own => own.Part.Item)),
            ("dimension", Texts(own => own.Part.Dimension)),
            ("zh", Texts(own => own.Part.Name.Chinese)),
            ("en", Texts(own => own.Part.Name.English)),
            ("points", new NumberColumn([.. all.Select(own => own.Part.Points is { } points ? (double)points : double.NaN)])),
            ("ruleZh", Texts(own => own.Part.Rule.ToText(Language.Chinese))),
            ("rule", Texts(own => own.Part.Rule.ToText(Language.English))),
            ("evidence", Texts(own => own.Part.Source.ToString().ToLowerInvariant())),
            ("indicator", Texts(own => own.Part.Indicator)),
            ("unitsZh", Texts(own => ProgrammeWords.Units(own.Programme, own.Part, Language.Chinese))),
            ("units", Texts(own => ProgrammeWords.Units(own.Programme, own.Part, Language.English))),
            ("phase", Texts(own => own.Part.Phase)),
            ("due", Texts(own => Day(own.Programme.DueOf(own.Part)))),
            ("choices", Texts(own => string.Join(", ", own.Programme.Choices.Where(choice => choice.For.Contains(own.Part.Id)).Select(choice => choice.Id)))),
            ("quote", (Column)Texts(own => own.Part.Quote)),
        ]);

        CategoryColumn Texts(Func<(Programme Programme, ProgrammePart Part), string?> of) => new([.. all.Select(own => of(own) is { Length: > 0 } text ? text : null)]);
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", 1);
        json.WriteStartArray("programmes");
        foreach (Programme own in programme is null ? Programme.Library.All : [programme])
            ProgrammeJson.Write(json, own, Parts.Count > 0 ? [.. Asked] : [.. own.Parts]);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private string SourceOf(EvidenceSource source) =>
        source switch { EvidenceSource.Survey => Of("居民调查", "survey"), EvidenceSource.Records => Of("部门数据", "records"), EvidenceSource.Measurement => Of("监测", "measurement"), _ => Of("资料评审", "review") };

    private static string Due(Programme own, ProgrammePart part) => Day(own.DueOf(part));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Plain(decimal value) => ProgrammeWords.Plain(value);

    private string Of(string zh, string en) => _zh ? zh : en;
}
