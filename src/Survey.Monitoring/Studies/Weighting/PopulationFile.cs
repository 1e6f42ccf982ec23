using Survey.Monitoring.Intake;

namespace Survey.Monitoring.Weighting;

/// <summary>Reads a margin of a study's population, in the levels of a wave's columns.</summary>
/// <param name="study">Whose file it is.</param>
/// <param name="wave">The wave.</param>
/// <param name="step">That the margin is of.</param>
internal sealed class PopulationFile(Study study, StudyWave wave, StudyCalibration step)
{
    /// <param name="margin">The file, its cells and its count.</param>
    /// <param name="people">Whose levels are meant: a file may write levels or labels.</param>
    public Margin Read(StudyMargin margin, Table people)
    {
        string[] key = step.SameForAllWaves ? [.. margin.Cells] : [LookupRows.WaveKey, .. margin.Cells];
        string path = Path.Combine(study.Folder, margin.File);
        Table table = new LookupRows(study, wave, new StudyLookup(margin.File, key, [(margin.Count, margin.Count)], [], margin.Place)).Read();
        if (table.RowCount == 0)
            throw new SurveyDataException($"{path} has no row of the wave {wave.Id}; add its population, or write sameForAllWaves: true");
        foreach (string cell in margin.Cells)
            if (people[cell] is CategoryColumn column)
                table = table.With(cell, InLevels((CategoryColumn)table[cell], column));
        try
        {
            return Margin.Of([.. margin.Cells.Select(cell => (Variable)cell)], table, margin.Count, step.AreShares);
        }
        catch (Exception error) when (error is SurveyDataException or ArgumentException)
        {
            throw new SurveyDataException($"{path}: {error.Message}", error);
        }
    }

    private static CategoryColumn InLevels(CategoryColumn texts, CategoryColumn of)
    {
        HashSet<string> levels = [.. of.Levels];
        Dictionary<string, string> levelOf = of.Labels.Zip(of.Levels).GroupBy(pair => pair.First).Where(same => same.Count() == 1).ToDictionary(same => same.Key, same => same.First().Second);
        return new CategoryColumn([.. Enumerable.Range(0, texts.Length).Select(texts.TextAt).Select(text => text is null || levels.Contains(text) ? text : levelOf.GetValueOrDefault(text, text))]);
    }
}
