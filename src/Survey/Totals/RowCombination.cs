namespace Survey;

/// <summary>A linear combination of estimates of a sample whose rows are its units.</summary>
/// <param name="strata">How many there are.</param>
internal sealed class RowCombination(int strata)
{
    /// <summary>Its estimates with their coefficients, in which the inflation of the rule Average is already.</summary>
    public List<(Linearized Of, double Coefficient)> Parts { get; } = [];

    /// <summary>M: its mean score in each stratum of several rows.</summary>
    public double[] Mean { get; } = new double[strata];

    /// <summary>In strata of one row, the contribution of that row.</summary>
    public double[] Alone { get; } = new double[strata];
}
