namespace Survey;

/// <summary>V = z'Qz of the PSUs that chance drew in a stratum, for an estimator of unequal probabilities.</summary>
internal abstract class QuadraticForm
{
    // a Δ_ij, a difference of products of probabilities, is known to a few units of the last place of 1
    private const double Rounding = 4 * 2.2204460492503131e-16;

    /// <summary>Qz.</summary>
    /// <param name="z">Scores of the PSUs.</param>
    /// <param name="product">Takes the product.</param>
    public abstract void Times(ReadOnlySpan<double> z, Span<double> product);

    /// <summary>What the computed z'Qz may be off, since its terms cancel.</summary>
    public virtual double Error(ReadOnlySpan<double> z)
    {
        double size = 0;
        foreach (double score in z)
            size += Math.Abs(score);
        return Rounding * size * size;
    }

    /// <param name="stage">The first.</param>
    /// <param name="unequal">Its probabilities.</param>
    /// <param name="stratum">The stratum.</param>
    /// <param name="units">Its PSUs that chance drew, at least two.</param>
    public static QuadraticForm Of(Stage stage, UnequalStage unequal, int stratum, int[] units)
    {
        double[] probability = Array.ConvertAll(units, unit => unequal.Probability[unit]);
        return unequal.Kind switch
        {
            UnequalEstimator.Overton => new OvertonForm(probability),
            UnequalEstimator.HartleyRao => new HartleyRaoForm(probability, unequal.SumsOfSquares![stratum] / units.Length),
            UnequalEstimator.HorvitzThompson => new HorvitzThompsonForm(unequal.Dependence![stratum]),
            UnequalEstimator.YatesGrundy => new YatesGrundyForm(unequal.Dependence![stratum]),
            _ => throw new InvalidOperationException($"The estimator {unequal.Kind} of {stage.NameOf(stratum)} is no quadratic form."),
        };
    }
}
