namespace Survey.Monitoring.Intake;

/// <summary>Adds the columns that a study derives and those that it looks up, each as soon as the columns it needs are there.</summary>
/// <param name="study">Whose columns they are.</param>
/// <param name="wave">The wave.</param>
/// <param name="labels">Of levels.</param>
/// <param name="places">Where each row comes from.</param>
/// <param name="findings">Where what cannot be made is named.</param>
internal sealed class AddedColumns(Study study, StudyWave wave, LabelBook labels, RowPlaces places, FindingList findings)
{
    /// <param name="table">With the columns that were read.</param>
    /// <returns>The table with all that could be added.</returns>
    public Table To(Table table)
    {
        var waiting = new List<Step>();
        waiting.AddRange(wave.Columns.Where(column => column.Derive is not null).Select(Derivation));
        waiting.AddRange(study.Lookups.Where(lookup => lookup.Waves.Count == 0 || lookup.Waves.Contains(wave.Id)).Select(Lookup));
        while (waiting.Find(step => step.Needs.All(name => table.Columns.Contains(name, StringComparer.Ordinal))) is { } next)
        {
            waiting.Remove(next);
            try
            {
                table = next.Add(table);
            }
            catch (SurveyDataException error)
            {
                findings.Add(Severity.Unresolved, wave.Id, $"{error.Message.TrimEnd('.', '?')}{(error.Message.EndsWith('?') ? "?" : ".")}", study.File, column: next.Name);
            }
        }
        foreach (Step step in waiting)
            findings.Add(Severity.Unresolved, wave.Id, $"{step.Place}: {step.Name} cannot be made, for it needs {Excerpt.List([.. step.Needs.Where(name => !table.Columns.Contains(name, StringComparer.Ordinal))])}.", study.File, column: step.Name);
        return table;
    }

    private Step Derivation(StudyColumn column)
    {
        Variable of = Variable.Parse(column.Derive!);
        return new Step(column.Name, [.. of.Of.Columns], column.Place, table => Derived(table, column, of));
    }

    private Table Derived(Table table, StudyColumn column, Variable of)
    {
        try
        {
            Table with = table.With(column.Name, of);
            return with.With(column.Name, labels.Labelled(column, with[column.Name]));
        }
        catch (SurveyDataException error) when (!error.Message.StartsWith(column.Place.File, StringComparison.Ordinal))
        {
            throw new SurveyDataException($"{column.Place}: {column.Name} cannot be derived: {error.Message}", error);
        }
    }

    private Step Lookup(StudyLookup lookup) =>
        new(string.Join(", ", lookup.Columns.Select(column => column.Name)), [.. lookup.Key.Where(name => name != LookupRows.WaveKey)], lookup.Place, table => new LookupJoin(study, wave, lookup, places, findings).To(table));

    /// <summary>One thing to add.</summary>
    private sealed record Step(string Name, IReadOnlyList<string> Needs, StudyPlace Place, Func<Table, Table> Add);
}
