using Survey.Files;

namespace Survey.Monitoring.Intake;

/// <summary>Finds the columns of a wave that look like personal data, by their values and by the headings they have in the files.</summary>
/// <param name="study">With what is known to be none.</param>
/// <param name="wave">The wave.</param>
internal sealed class PersonalColumns(Study study, StudyWave wave)
{
    /// <param name="table">All columns of the wave.</param>
    public IReadOnlyList<PersonalDataColumn> In(Table table)
    {
        string[] suspects = [.. table.Columns.Except(study.PersonalData.Harmless)];
        List<PersonalDataColumn> found = [.. PersonalData.Find(table.Select(suspects))];
        foreach (StudyColumn column in wave.Columns.Where(column => suspects.Contains(column.Name) && found.TrueForAll(own => own.Column != column.Name)))
            if (table[column.Name] is CategoryColumn category && column.From.Select(heading => ByHeading(heading, category)).FirstOrDefault(own => own is not null) is { } personal)
                found.Add(personal with { Column = column.Name });
        return found;
    }

    /// <summary>Judges values under the heading they have in a file: under 调查员 a few names are enough.</summary>
    private static PersonalDataColumn? ByHeading(string heading, CategoryColumn category)
    {
        int[] rows = new int[category.Levels.Count];
        foreach (int code in category.Codes)
            if (code >= 0)
                rows[code]++;
        return PersonalData.KindOf(heading, category.Levels.Zip(rows).Where(pair => pair.Second > 0));
    }
}
