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

    /// <summary>What a variable is called: a column, an expression that was given a name, or what an expression says.</summary>
    /// <param name="table">With its columns.</param>
    /// <param name="variable">A column or an expression.</param>
    public string Title(Table table, Variable variable) =>
        variable.Of.Node is Node.Column || variable.Name != variable.Of.ToString() ? Column(variable.Name) : new ExpressionWords(table, this, language).Of(variable.Of) ?? variable.Name;

    /// <summary>The levels of a variable, in order, with what each is called.</summary>
    /// <param name="table">With its columns.</param>
    /// <param name="variable">A category; flags and numbers have their values.</param>
    public IReadOnlyList<(string Level, string Label)> Levels(Table table, Variable variable)
    {
        Column column = Values(table, variable);
        return column is CategoryColumn category
            ? [.. category.Levels.Zip(category.Labels, (level, label) => (level, study.LabelIn(variable.Name, label, language)))]
            : [.. Enumerable.Range(0, column.Length).Select(column.TextAt).OfType<string>().Distinct().Order(StringComparer.Ordinal).Select(level => (level, FlagLabel(column, level)))];
    }

    /// <summary>The values of a variable, row by row.</summary>
    public static Column Values(Table table, Variable variable) => table.Columns.Contains(variable.Name) ? table[variable.Name] : table.With(variable.Name, variable)[variable.Name];

    private string FlagLabel(Column column, string level) => column is not FlagColumn ? level : level == "true" ? language == Language.Chinese ? "是" : "yes" : language == Language.Chinese ? "否" : "no";
}
