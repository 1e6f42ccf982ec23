namespace Survey;

/// <summary>One line of the table that holds a sample against its population: a level of a margin, as shares of people, or a variable, as means.</summary>
/// <param name="Variables">The variables of the margin: "sex, age".</param>
/// <param name="Level">The levels: "female, 25-34"; empty for a mean.</param>
/// <param name="Rows">Rows with a weight.</param>
/// <param name="Unweighted">Their share of all such rows; of a variable its mean.</param>
/// <param name="Weighted">The same by the weights before the step.</param>
/// <param name="Target">The same in the population.</param>
/// <param name="Calibrated">The same by the weights after the step.</param>
public sealed record BalanceLine(string Variables, string Level, int Rows, double Unweighted, double Weighted, double Target, double Calibrated)
{
    /// <summary>What the weights before the step were off: weighted less target.</summary>
    public double Difference => Weighted - Target;

    /// <summary>Whether the figures are shares, from 0 to 1; otherwise they are means.</summary>
    public bool IsShare => Level.Length > 0;
}
