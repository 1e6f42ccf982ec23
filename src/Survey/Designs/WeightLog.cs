namespace Survey;

/// <summary>What was done to weights, step by step.</summary>
/// <param name="Steps">In the order in which they were done.</param>
public sealed record WeightLog(IReadOnlyList<WeightStep> Steps)
{
    /// <summary>The log with one more step.</summary>
    /// <param name="step">The last one.</param>
    public WeightLog With(WeightStep step) => new(new Sequence<WeightStep>([.. Steps, step ?? throw new ArgumentNullException(nameof(step))]));

    /// <summary>An aligned table, a step a line, with warnings and notes below.</summary>
    public override string ToString()
    {
        var table = new TextTable(
            TextTable.Left("step"), TextTable.Left("by"), TextTable.Right("rows"), TextTable.Right("factors"), TextTable.Right("sum of weights"),
            TextTable.Right("smallest"), TextTable.Right("median"), TextTable.Right("greatest"), TextTable.Right("Kish deff"));
        foreach (WeightStep step in Steps)
            table.Add(
                step.What, string.Join(", ", step.Columns), Invariant.Count(step.Rows), RangeOf(step.SmallestFactor, step.GreatestFactor), Number(step.Sum),
                Number(step.Smallest), Number(step.Median), Number(step.Greatest), $"{Figures.Effect(step.DesignEffectBefore)} to {Figures.Effect(step.DesignEffectAfter)}");
        return table + string.Concat(Steps.SelectMany(Remarks));
    }

    private static IEnumerable<string> Remarks(WeightStep step) =>
        step.Warnings.Select(warning => $"Warning ({step.What}): {warning}.\n").Concat(step.Notes.Select(note => $"Note ({step.What}): {note}.\n"));

    private static string RangeOf(double smallest, double greatest) => Number(smallest) == Number(greatest) ? Number(smallest) : $"{Number(smallest)} to {Number(greatest)}";

    // large numbers by their whole part, small ones by three digits behind the point
    private static string Number(double value) => Figures.Fixed(value, value switch { >= 1000 => 0, >= 100 => 1, >= 10 => 2, _ => 3 });
}
