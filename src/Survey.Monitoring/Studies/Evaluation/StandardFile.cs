using Survey.Monitoring.Intake;

namespace Survey.Monitoring.Evaluating;

/// <summary>Reads the standard population of an indicator.</summary>
internal static class StandardFile
{
    /// <exception cref="SurveyDataException">The file cannot be read, or has no numbers.</exception>
    public static StandardPopulation Read(Study study, IndicatorStandard standard)
    {
        Variable by = Variable.Parse(standard.By);
        LookupFile file = LookupFile.Read(Path.Combine(study.Folder, standard.Population));
        string levels = file.Heading([by.Name, .. study.Columns.Where(column => column.Name == by.Name).SelectMany(column => column.From)]), counts = file.Heading([standard.Count]);
        (string, double)[] sizes = [.. Enumerable.Range(0, file.Table.RowCount).Select(row => (file.Text(levels, row) ?? throw file.Empty(levels, row), Number(file, counts, row)))];
        try
        {
            return new StandardPopulation(by, sizes);
        }
        catch (ArgumentException error)
        {
            throw new SurveyDataException($"{file.File}: {error.Message}", error);
        }
    }

    private static double Number(LookupFile file, string heading, int row)
    {
        string text = file.Text(heading, row) ?? throw file.Empty(heading, row);
        return Survey.Files.Columns.NumberText.TryRead(text, out Survey.Files.Columns.NumberText number) ? number.Value : throw new SurveyDataException($"{file.File}, row {row + 1}: '{Excerpt.Of(text)}' in the column '{heading}' is no number; write how many people the group has.");
    }
}
