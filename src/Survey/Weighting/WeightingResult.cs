namespace Survey;

/// <summary>A table with weights, and the log of how they were made. Never changes: each step gives another.</summary>
public sealed record WeightingResult
{
    internal WeightingResult(Table table, string weight, string drawnWeight, WeightLog log) => (Table, Weight, DrawnWeight, Log) = (table, weight, drawnWeight, log);

    /// <summary>All rows, with the columns of the steps; a weight is 0 or missing where a row has none.</summary>
    public Table Table { get; }

    /// <summary>The column of the weights so far.</summary>
    public string Weight { get; }

    /// <summary>The column of the weights of what was drawn, known of those not met too: the product of the stages but those within the household. It is <see cref="Weight"/> where that is known of all.</summary>
    public string DrawnWeight { get; }

    /// <summary>What was done, step by step.</summary>
    public WeightLog Log { get; }

    /// <summary>Begins with weights that a table has already.</summary>
    /// <param name="table">Of the people drawn.</param>
    /// <param name="weight">The column of weights of those who responded.</param>
    /// <param name="drawnWeight">The column of weights of what was drawn, known of all, such as households; where it is left out, <paramref name="weight"/> is known of all.</param>
    /// <exception cref="SurveyDataException">There is no such column of numbers, or no row has a weight.</exception>
    public static WeightingResult Of(Table table, string weight, string? drawnWeight = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ReadOnlySpan<double> weights = table.NumbersOf(weight, "weight").Values;
        if (drawnWeight is not null)
            table.NumbersOf(drawnWeight, "weight of what was drawn");
        WeightStep given = WeightStep.Of("given", [weight], Enumerable.Repeat(1.0, weights.Length).ToArray(), weights);
        return given.Rows > 0
            ? new WeightingResult(table, weight, drawnWeight ?? weight, new WeightLog(new Sequence<WeightStep>(given)))
            : throw new SurveyDataException($"The weight '{weight}' is above 0 in no row; name another column.");
    }
}
