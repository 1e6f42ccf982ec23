namespace Survey.Monitoring.Intake;

/// <summary>Labels of levels from a file of two columns: the level and its label.</summary>
internal static class LabelFile
{
    /// <exception cref="SurveyDataException">The file cannot be read, has not two columns, or names a level twice.</exception>
    public static Dictionary<string, string> Read(string file)
    {
        LookupFile lookup = LookupFile.Read(file);
        if (lookup.Table.Columns is not [var level, var label])
            throw new SurveyDataException($"{file} has {lookup.Table.Columns.Count} columns; a file of labels has two, the level and what readers are shown.");
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int row = 0; row < lookup.Table.RowCount; row++)
        {
            string key = lookup.Text(level, row) ?? throw lookup.Empty(level, row);
            if (!labels.TryAdd(key, lookup.Text(label, row) ?? throw lookup.Empty(label, row)))
                throw new SurveyDataException($"{file} names '{key}' twice, again in row {row + 1}; each level stands once.");
        }
        return labels;
    }
}
