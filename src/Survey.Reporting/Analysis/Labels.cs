using Survey.Monitoring;

namespace Survey.Reporting.Analysis;

/// <summary>What readers are shown for columns and levels of a study.</summary>
/// <param name="study">The study.</param>
/// <param name="language">Of the report.</param>
internal sealed class Labels(Study study, Language language)
{
    /// <summary>Columns that studies usually have, by the names that this project's own files use.</summary>
    private static readonly Dictionary<string, LocalText> Usual = new(StringComparer.Ordinal)
    {
        ["area"] = new("城乡", "Urban or rural"),
        ["sex"] = new("性别", "Sex"),
        ["age"] = new("年龄", "Age"),
        ["ageGroup"] = new("年龄组", "Age group"),
        ["education"] = new("文化程度", "Education"),
        ["occupation"] = new("职业", "Occupation"),
        ["town"] = new("乡镇（街道）", "Town"),
        ["village"] = new("村（居）委会", "Village"),
        ["household"] = new("户", "Household"),
        ["person"] = new("个人", "Person"),
        ["smokeNow"] = new("现在吸烟", "Smokes now"),
    };

    private readonly Dictionary<string, StudyColumn> _columns = study.Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);

    /// <summary>What a column is called: its title, else the usual word, else its name.</summary>
    /// <param name="column">Of the study.</param>
    public string Column(string column) =>
        _columns.GetValueOrDefault(column)?.Title is { } title ? title.In(language) : Usual.GetValueOrDefault(column)?.In(language) ?? column;

    /// <summary>What the levels of a column are called, by level.</summary>
    /// <param name="table">With the column.</param>
    /// <param name="column">A category.</param>
    public static IReadOnlyDictionary<string, string> Levels(Table table, string column) =>
        table[column] is CategoryColumn levels
            ? levels.Levels.Zip(levels.Labels).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)
            : new Dictionary<string, string>(StringComparer.Ordinal);
}
