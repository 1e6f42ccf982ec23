namespace Survey.Monitoring;

/// <summary>What columns are made of.</summary>
internal static class NeededColumns
{
    /// <summary>Some columns, and all that those among them are made of that are derived.</summary>
    /// <param name="columns">Of the study or a wave.</param>
    /// <param name="names">Of columns; the flag of an option, such as channel.A, stands for its question.</param>
    /// <returns>Their names, those of no column among them.</returns>
    public static HashSet<string> Of(IReadOnlyList<StudyColumn> columns, IEnumerable<string> names)
    {
        var needed = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(names);
        while (waiting.TryDequeue(out string? name))
        {
            StudyColumn? column = columns.FirstOrDefault(own => own.Name == name || own.Options.Any(option => $"{own.Name}.{option.Option}" == name));
            if (needed.Add(column?.Name ?? name) && column?.Derive is { } derive)
                foreach (string part in Variable.Parse(derive).Of.Columns)
                    waiting.Enqueue(part);
        }
        return needed;
    }
}
