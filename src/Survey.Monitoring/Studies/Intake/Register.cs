namespace Survey.Monitoring.Intake;

/// <summary>The register of places that says how many were drawn in each, for studies whose files hold only those who answered.</summary>
/// <param name="study">With the lookup that brings the counts.</param>
/// <param name="wave">The wave.</param>
/// <param name="labels">Of levels.</param>
/// <param name="findings">Where it is said that they cannot be used.</param>
internal sealed class Register(Study study, StudyWave wave, LabelBook labels, FindingList findings)
{
    /// <summary>A row for each place, with the columns by which the table is split and the counts; null where there is none, or it cannot be used.</summary>
    /// <param name="by">The columns by which the table is split.</param>
    public Table? Read(IReadOnlyList<string> by)
    {
        if (study.Response.Drawn is not { } drawn || study.Lookups.FirstOrDefault(own => IsOf(own, drawn)) is not { } lookup)
            return null;
        Table table;
        try
        {
            table = WithDerived(new LookupRows(study, wave, lookup).Read());
        }
        catch (SurveyDataException)
        {
            return null; // said when it was joined
        }
        string? wrong = table[drawn] is not NumberColumn
            ? $"{drawn} holds texts beside numbers"
            : table[drawn].CountMissing() > 0 ? $"{drawn} is empty in {table[drawn].CountMissing()} row{(table[drawn].CountMissing() == 1 ? "" : "s")}"
            : by.FirstOrDefault(name => !table.Columns.Contains(name, StringComparer.Ordinal)) is { } unknown ? $"it does not know {unknown}, by which the table is split" : null;
        if (wrong is null)
            return table;
        findings.Add(Severity.Unresolved, wave.Id, $"{Path.Combine(study.Folder, lookup.File)}: who was drawn cannot be counted, as {wrong}.", Path.Combine(study.Folder, lookup.File), column: drawn);
        return null;
    }

    private bool IsOf(StudyLookup lookup, string drawn) =>
        lookup.Columns.Any(column => column.Name == drawn) && (lookup.Waves.Count == 0 || lookup.Waves.Contains(wave.Id));

    /// <summary>Adds what can be derived of the key, such as the town of a village.</summary>
    private Table WithDerived(Table table)
    {
        foreach (StudyColumn column in wave.Columns.Where(column => column.Derive is not null && !table.Columns.Contains(column.Name, StringComparer.Ordinal)))
        {
            Variable of = Variable.Parse(column.Derive!);
            if (of.Of.Columns.All(table.Columns.Contains))
            {
                table = table.With(column.Name, of);
                table = table.With(column.Name, labels.Labelled(column, table[column.Name]));
            }
        }
        return table;
    }
}
