namespace Survey.Monitoring.Intake;

/// <summary>The labels of a study's levels and its codes that were changed, those in files read once.</summary>
/// <param name="study">Whose they are.</param>
/// <param name="findings">Where a file that cannot be read is named.</param>
internal sealed class LabelBook(Study study, FindingList findings)
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>?> _files = new(StringComparer.Ordinal);

    /// <summary>Labels by level, or null where a column has none, or has them in the order of levels that only its values tell.</summary>
    public IReadOnlyDictionary<string, string>? Of(StudyColumn column)
    {
        if (column.Labels is not { } labels)
            return null;
        if (labels.File is { } file)
            return InFile(file, column);
        if (labels.ByLevel is { } byLevel)
            return byLevel.ToDictionary(pair => pair.Level, pair => pair.Label, StringComparer.Ordinal);
        return column.Levels.Count > 0 ? column.Levels.Zip(labels.InOrder!).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal) : null;
    }

    /// <summary>What codes of a column became, or null.</summary>
    public IReadOnlyDictionary<string, string>? RecodeOf(StudyColumn column) => column.Recode is { } file ? InFile(file, column) : null;

    /// <summary>A derived column with its levels in the order of the study, and their labels.</summary>
    /// <exception cref="SurveyDataException">A level is not among those of the study, there is not one label for each, or the column has no levels.</exception>
    public Column Labelled(StudyColumn column, Column values)
    {
        if (column.Labels is null && column.Levels.Count == 0)
            return values;
        if (values is not CategoryColumn category)
            throw new SurveyDataException($"{column.Place}: {column.Name} is {values.Type.Called()} and has no levels; leave levels and labels out");
        if (column.Levels.Count > 0)
            category = Ordered(column, category);
        if (column.Labels is null)
            return category;
        if (column.Labels.InOrder is { } inOrder && inOrder.Count != category.Levels.Count)
            throw new SurveyDataException($"{column.Place}: {column.Name} has {category.Levels.Count} levels ({string.Join(", ", category.Levels.Take(12))}) and {inOrder.Count} labels; write one label for each level");
        IReadOnlyDictionary<string, string>? byLevel = column.Labels.InOrder is null ? Of(column) : null;
        IReadOnlyList<string> labels = column.Labels.InOrder ?? [.. category.Levels.Select(level => byLevel?.GetValueOrDefault(level, level) ?? level)];
        return category.Labelled(labels);
    }

    private static CategoryColumn Ordered(StudyColumn column, CategoryColumn category) =>
        category.Levels.Except(column.Levels).FirstOrDefault() is { } odd
            ? throw new SurveyDataException($"{column.Place}: {column.Name} has a level '{odd}' that is not among its levels ({Excerpt.List(column.Levels)}); add it to levels")
            : new CategoryColumn([.. Enumerable.Range(0, category.Length).Select(category.TextAt)], column.Levels, ordered: category.Ordered);

    /// <summary>Names the levels that a file of labels lacks, and those of its levels that a wave does not have.</summary>
    public void SayUnmatched(StudyColumn column, CategoryColumn values, string wave)
    {
        if (column.Labels?.File is not { } file || InFile(file, column) is not { } labels)
            return;
        var met = new HashSet<string>(values.Levels, StringComparer.Ordinal);
        Say([.. met.Where(level => !labels.ContainsKey(level)).Order(LevelOrder.Natural)], $"of {column.Name} in {wave}", $"without a label in {file}");
        Say([.. labels.Keys.Where(level => !met.Contains(level)).Order(LevelOrder.Natural)], $"of {file}", $"without a row in {wave}");

        void Say(IReadOnlyList<string> levels, string of, string without)
        {
            if (levels.Count > 0)
                findings.Add(Severity.Doubt, wave, $"{levels.Count} level{(levels.Count == 1 ? "" : "s")} {of} {(levels.Count == 1 ? "is" : "are")} {without}: {Excerpt.List(levels)}.", Path.Combine(study.Folder, file), column: column.Name);
        }
    }

    private IReadOnlyDictionary<string, string>? InFile(string file, StudyColumn column)
    {
        if (_files.TryGetValue(file, out IReadOnlyDictionary<string, string>? labels))
            return labels;
        string path = Path.Combine(study.Folder, file);
        try
        {
            labels = LabelFile.Read(path);
        }
        catch (SurveyDataException error)
        {
            findings.Add(Severity.Unresolved, null, $"{error.Message.TrimEnd('.')}; {column.Name} goes without it.", path, column: column.Name);
        }
        return _files[file] = labels;
    }
}
