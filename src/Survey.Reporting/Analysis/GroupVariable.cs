namespace Survey.Reporting.Analysis;

/// <summary>A column by which people are told apart.</summary>
/// <param name="Column">Its name among the estimates.</param>
/// <param name="Variable">The column of the study, or an expression.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Levels">Its levels in the study's order, with what each is called.</param>
/// <param name="IsPlace">Whether its levels are places, which are never ranked.</param>
internal sealed record GroupVariable(string Column, Variable Variable, string Title, IReadOnlyList<(string Level, string Label)> Levels, bool IsPlace);
