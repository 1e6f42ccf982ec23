using System.Globalization;

namespace Survey;

/// <summary>What was done to weights, step by step.</summary>
/// <param name="Steps">In the order in which they were done.</param>
[TypeFormatterSource(typeof(NotebookFormatters), PreferredMimeTypes = ["text/html"])]
public sealed record WeightLog(IReadOnlyList<WeightStep> Steps) : IResult
{
    /// <summary>The log with one more step.</summary>
    /// <param name="step">The last one.</param>
    public WeightLog With(WeightStep step) => new(new Sequence<WeightStep>([.. Steps, step ?? throw new ArgumentNullException(nameof(step))]));

    /// <summary>An aligned table, a step a line, with warnings, notes and tables of balance below.</summary>
    public override string ToString() => Display().ToString();

    /// <summary>The steps as rows.</summary>
    public Table ToTable() => AddSteps(new ResultTable<WeightStep>(Steps), step => step, text => text).ToTable();

    /// <summary>Adds the columns of steps to rows, with texts as they may be shown.</summary>
    internal static ResultTable<T> AddSteps<T>(ResultTable<T> rows, Func<T, WeightStep> of, Func<string, string> shown)
    {
        rows.Text("step", row => of(row).What).Text("columns", row => Joined(of(row).Columns, ", "));
        foreach ((string name, Func<WeightStep, double> number) in Numbers)
            rows.Number(name, row => number(of(row)));
        return rows.Text("warnings", row => Joined(of(row).Warnings, "; ")).Text("notes", row => Joined(of(row).Notes, "; "));

        string? Joined(IReadOnlyList<string> texts, string between) => texts.Count == 0 ? null : shown(string.Join(between, texts));
    }

    /// <summary>The figures of a step, by name.</summary>
    internal static IReadOnlyList<(string Name, Func<WeightStep, double> Of)> Numbers { get; } =
    [
        ("rows", step => step.Rows),
        ("smallestFactor", step => step.SmallestFactor),
        ("greatestFactor", step => step.GreatestFactor),
        ("sum", step => step.Sum),
        ("smallest", step => step.Smallest),
        ("median", step => step.Median),
        ("greatest", step => step.Greatest),
        ("designEffectBefore", step => step.DesignEffectBefore),
        ("designEffectAfter", step => step.DesignEffectAfter),
    ];

    Display IResult.Display() => Display();

    internal Display Display()
    {
        var table = new TextTable(
            TextTable.Left("step"), TextTable.Left("by"), TextTable.Right("rows"), TextTable.Right("factors"), TextTable.Right("sum of weights"),
            TextTable.Right("smallest"), TextTable.Right("median"), TextTable.Right("greatest"), TextTable.Right("Kish deff"));
        foreach (WeightStep step in Steps)
            table.Add(
                step.What, string.Join(", ", step.Columns), Invariant.Count(step.Rows), RangeOf(step.SmallestFactor, step.GreatestFactor), Number(step.Sum),
                Number(step.Smallest), Number(step.Median), Number(step.Greatest), $"{Figures.Effect(step.DesignEffectBefore)} to {Figures.Effect(step.DesignEffectAfter)}");
        Display display = new Display().Add(table).Add(string.Concat(Steps.SelectMany(Remarks)));
        foreach (WeightStep step in Steps.Where(step => step.Balance.Count > 0))
            display.Add("\n").Add(BalanceOf(step), $"Balance ({step.What}): shares in %, means as they are; the difference is weighted less target");
        return display;
    }

    /// <summary>The sample against the population: shares in per cent, differences in percentage points.</summary>
    private static TextTable BalanceOf(WeightStep step)
    {
        var table = new TextTable(
            TextTable.Left("margin"), TextTable.Left("level"), TextTable.Right("rows"), TextTable.Right("unweighted"), TextTable.Right("weighted"),
            TextTable.Right("target"), TextTable.Right("difference"), TextTable.Right("calibrated"));
        foreach (BalanceLine line in step.Balance)
            table.Add(
                line.Variables, line.IsShare ? line.Level : "(mean)", Invariant.Count(line.Rows), Figure(line, line.Unweighted), Figure(line, line.Weighted),
                Figure(line, line.Target), Figure(line, line.Difference), Figure(line, line.Calibrated));
        return table;
    }

    private static string Figure(BalanceLine line, double value) => line.IsShare ? Figures.Fixed(100 * value, 2) : Number(value);

    private static IEnumerable<string> Remarks(WeightStep step) =>
        (step.Convergence is { } end ? [$"Convergence ({step.What}): {Invariant.Count(end.Iterations)} iteration{(end.Iterations == 1 ? "" : "s")}, totals {(end.GreatestDifference == 0 ? "exactly at" : $"within {end.GreatestDifference.ToString("0.0e0", CultureInfo.InvariantCulture)} of")} their targets.\n"] : (string[])[]).Concat(
        step.Warnings.Select(warning => $"Warning ({step.What}): {warning}.\n").Concat(step.Notes.Select(note => $"Note ({step.What}): {note}.\n")));

    private static string RangeOf(double smallest, double greatest) => Number(smallest) == Number(greatest) ? Number(smallest) : $"{Number(smallest)} to {Number(greatest)}";

    // large numbers by their whole part, small ones by three digits behind the point
    private static string Number(double value) => Figures.Fixed(value, value switch { >= 1000 => 0, >= 100 => 1, >= 10 => 2, _ => 3 });
}
