using Survey.Files;

namespace Survey.Monitoring;

/// <summary>A column of the workbook of entries.</summary>
internal enum EntryColumn
{
    Number,
    Town,
    Dimension,
    What,
    Clause,
    Rule,
    Points,
    Units,
    Unit,
    Value,
    Numerator,
    Denominator,
    Year,
    Source,
    Evidence,
    Decision,
    GivenPoints,
    Role,
    Date,
    Reason,
}

/// <summary>Words of the workbook of entries, in both languages: what is written in one is read in either.</summary>
internal static class EntryWords
{
    /// <summary>The label beside which the id of the programme stands.</summary>
    public static readonly LocalText Programme = new("方案编号", "Programme");

    private static readonly Dictionary<EntryColumn, LocalText> _columns = new()
    {
        [EntryColumn.Number] = new("编号", "No."),
        [EntryColumn.Town] = new("镇（街道）", "Town"),
        [EntryColumn.Dimension] = new("维度", "Chapter"),
        [EntryColumn.What] = new("内容", "What"),
        [EntryColumn.Clause] = new("原文", "Clause"),
        [EntryColumn.Rule] = new("要求", "Rule"),
        [EntryColumn.Points] = new("分值", "Points"),
        [EntryColumn.Units] = new("责任单位", "Departments"),
        [EntryColumn.Unit] = new("单位", "Unit"),
        [EntryColumn.Value] = new("数值", "Value"),
        [EntryColumn.Numerator] = new("分子", "Numerator"),
        [EntryColumn.Denominator] = new("分母", "Denominator"),
        [EntryColumn.Year] = new("年份", "Year"),
        [EntryColumn.Source] = new("数据来源", "Source"),
        [EntryColumn.Evidence] = new("佐证材料", "Evidence file"),
        [EntryColumn.Decision] = new("评审结论", "Decision"),
        [EntryColumn.GivenPoints] = new("评审给分", "Points given"),
        [EntryColumn.Role] = new("评审人身份", "Reviewer's role"),
        [EntryColumn.Date] = new("评审日期", "Date"),
        [EntryColumn.Reason] = new("评审理由", "Reason"),
    };

    private static readonly (ReviewDecision Decision, LocalText Word)[] _decisions =
    [
        (ReviewDecision.Met, new("已佐证", "met")),
        (ReviewDecision.PartlyMet, new("部分达到", "partly met")),
        (ReviewDecision.NotMet, new("未达到", "not met")),
        (ReviewDecision.Unknown, new("待补佐证", "unknown")),
    ];

    /// <summary>The heading of a column.</summary>
    public static string Heading(this EntryColumn column, Language language) => _columns[column].In(language);

    /// <summary>The column of a heading, or null.</summary>
    public static EntryColumn? ColumnOf(string heading) =>
        Folding.Fold(heading) is var folded && _columns.FirstOrDefault(own => Is(own.Value, folded)) is { Value: not null } found ? found.Key : null;

    /// <summary>The words that a decision may be.</summary>
    public static IReadOnlyList<string> Decisions(Language language) => [.. _decisions.Select(own => own.Word.In(language))];

    /// <summary>The decision of a word, or null.</summary>
    public static ReviewDecision? DecisionOf(string word) =>
        Folding.Fold(word) is var folded && _decisions.FirstOrDefault(own => Is(own.Word, folded)) is { Word: not null } found ? found.Decision : null;

    /// <summary>Whether a text is one of the two of a word.</summary>
    public static bool Is(LocalText word, string folded) =>
        folded.Equals(Folding.Fold(word.Chinese!), StringComparison.OrdinalIgnoreCase) || folded.Equals(Folding.Fold(word.English!), StringComparison.OrdinalIgnoreCase);
}
