using System.Globalization;

namespace Survey;

/// <summary>What was done to weights, step by step.</summary>
/// <param name="Steps">In the order in which they were done.</param>
public sealed record WeightLog(IReadOnlyList<WeightStep> Steps)
{
    /// <summary>The log with one more step.</summary>
    /// <param name="step">The last one.</param>
    public WeightLog With(WeightStep step) => new(new Sequence<WeightStep>([.. Steps, step ?? throw new ArgumentNullException(nameof(step))]));

    /// <summary>An aligned table, a step a line, with warnings, notes and tables of balance below.</summary>
    public override string ToString()
    {
        var table = new TextTable(
            TextTable.Left("step"), TextTable.Left("by"), TextTable.Right("rows"), TextTable.Right("factors"), TextTable.Right("sum of weights"),
            TextTable.Right("smallest"), TextTable.Right("median"), TextTable.Right("greatest"), TextTable.Right("Kish deff"));
        foreach (WeightStep step in Steps)
            table.Add(
                step.What, string.Join(", ", step.Columns), Invariant.Count(step.Rows), RangeOf(step.SmallestFactor, step.GreatestFactor), Number(step.Sum),
                Number(step.Smallest), Number(step.Median), Number(step.Greatest), $"{Figures.Effect(step.DesignEffectBefore)} to {Figures.Effect(step.DesignEffectAfter)}");
        return table + string.Concat(Steps.SelectMany(Remarks)) + string.Concat(Steps.Where(step => step.Balance.Count > 0).Select(BalanceOf));
    }

    /// <summary>The sample against the population: shares in per cent, differences in percentage points.</summary>
    private static string BalanceOf(WeightStep step)
    {
        var table = new TextTable(
            TextTable.Left("margin"), TextTable.Left("level"), TextTable.Right("rows"), TextTable.Right("unweighted"), TextTable.Right("weighted"),
            TextTable.Right("target"), TextTable.Right("difference"), TextTable.Right("calibrated"));
        foreach (BalanceLine line in step.Balance)
            table.Add(
                line.Variables, line.IsShare ? line.Level : "(mean)", Invariant.Count(line.Rows), Figure(line, line.Unweighted), Figure(line, line.Weighted),
                Figure(line, line.Target), Figure(line, line.Difference), Figure(line, line.Calibrated));
        return $"\nBalance ({step.What}): shares in %, means as they are; the difference is weighted less target\n{table}";
    }

    private static string Figure(BalanceLine line, double value) => line.IsShare ? Figures.Fixed(100 * value, 2) : Number(value);

    private static IEnumerable<string> Remarks(WeightStep step) =>
        (step.Convergence is { } end ? [$"Convergence ({step.What}): {Invariant.Count(end.Iterations)} iteration{(end.Iterations == 1 ? "" : "s")}, totals {(end.GreatestDifference == 0 ? "exactly at" : $"within {end.GreatestDifference.ToString("0.0e0", CultureInfo.InvariantCulture)} of")} their targets.\n"] : (string[])[]).Concat(
        step.Warnings.Select(warning => $"Warning ({step.What}): {warning}.\n").Concat(step.Notes.Select(note => $"Note ({step.What}): {note}.\n")));

    private static string RangeOf(double smallest, double greatest) => Number(smallest) == Number(greatest) ? Number(smallest) : $"{Number(smallest)} to {Number(greatest)}";

    // large numbers by their whole part, small ones by three digits behind the point
    private static string Number(double value) => Figures.Fixed(value, value switch { >= 1000 => 0, >= 100 => 1, >= 10 => 2, _ => 3 });
}
