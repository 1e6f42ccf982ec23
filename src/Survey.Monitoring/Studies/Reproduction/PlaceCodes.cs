namespace Survey.Monitoring.Reproducing;

/// <summary>The columns of a study that hold codes, such as of villages, or may: those of lookups, and those that are made of them. What stands in them is not handed on.</summary>
internal sealed class PlaceCodes(Study study)
{
    /// <param name="name">Of a column.</param>
    public bool Contains(string name) =>
        study.Design is { } design && (design.Strata.Contains(name) || design.Clusters.Contains(name))
        || study.Lookups.Any(lookup => lookup.Columns.Any(column => column.Name == name))
        || study.Columns.FirstOrDefault(column => column.Name == name) is { } column && (column.As == StudyColumnType.Code || column.Derive is { } derive && AreIn(Variable.Parse(derive).Of));

    /// <summary>Whether an expression names such a column.</summary>
    public bool AreIn(Expr expression) => expression.Columns.Any(Contains);
}
