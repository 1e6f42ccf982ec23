namespace Survey;

/// <summary>Errors of PSUs drawn with unequal probabilities whose variance is a quadratic form: V = Σ_h z_h' Q_h z_h.</summary>
/// <remarks>
/// The form is not positive semidefinite for every sample. Where a variance is below 0 it is NaN here, so that no sum with others makes a number of it.
/// PSUs that were certain to be drawn, and those that are alone with chance in their stratum, add nothing.
/// </remarks>
internal sealed class QuadraticErrors : LinearizedErrors
{
    private const double Cancelled = 1e-14;

    private readonly UnequalProbabilities _unequal;
    private readonly (int[] Units, QuadraticForm Form)[] _strata;

    public QuadraticErrors(SurveyDesign design, UnequalProbabilities unequal, UnitTotals totals, IReadOnlyList<Linearized> estimates) : base(design, totals, estimates)
    {
        _unequal = unequal;
        Stage stage = Sample.Stages[0];
        int[][] units = stage.Unequal!.ChosenUnits(stage.GroupOfUnit);
        _strata = [.. from h in Enumerable.Range(0, units.Length) where units[h].Length > 1 select (units[h], QuadraticForm.Of(stage, stage.Unequal, h, units[h]))];
    }

    public override IReadOnlyList<string> Notes
    {
        get
        {
            int negative = Enumerable.Range(0, Estimates.Count).Count(k => double.IsNaN(OfEstimates[k]) && !double.IsNaN(Estimates[k].Gradient[0]));
            string others = _unequal.Kind == UnequalEstimator.HorvitzThompson ? "Yates and Grundy's estimator where the number drawn was fixed, or Brewer's, which is never negative" : "Brewer's estimator, which is never negative";
            return negative == 0 ? [] : [$"by {_unequal.Whose} estimator the variance of {Invariant.Count(negative)} of {Invariant.Count(Estimates.Count)} estimates is negative, so {(negative == 1 ? "it has" : "they have")} no standard error; choose {others}"];
        }
    }

    protected override double[] FindVariances(IReadOnlyList<Combination> of) => [.. of.Select(Variance)];

    public override double[,] Covariance(IReadOnlyList<Combination> of)
    {
        double[][] scores = [.. of.Select(combination => Scores(combination, out _))], products = Array.ConvertAll(scores, Product);
        double[,] covariance = new double[scores.Length, scores.Length];
        for (int k = 0; k < scores.Length; k++)
            covariance[k, k] = Variance(of[k]);
        for (int k = 0; k < scores.Length; k++)
            for (int l = 0; l < k; l++)
            {
                double own = OfTwo(scores[k], products[k], scores[l], products[l]);
                bool isFixed = (covariance[k, k] == 0 || covariance[l, l] == 0) && !double.IsNaN(own);
                covariance[k, l] = covariance[l, k] = isFixed ? 0 : own;
            }
        return covariance;
    }

    /// <summary>Half of either product, so that the order of two estimates leaves no trace.</summary>
    private static double OfTwo(double[] first, double[] firstProduct, double[] second, double[] secondProduct) =>
        (CompensatedSum.OfProducts(first, secondProduct) + CompensatedSum.OfProducts(second, firstProduct)) / 2;

    /// <summary>0 where it is no more than rounding, NaN where it is negative.</summary>
    private double Variance(Combination of)
    {
        double[] scores = Scores(of, out double size);
        double variance = CompensatedSum.OfProducts(scores, Product(scores)), error = Cancelled * size * (Cancelled * size);
        foreach ((int[] units, QuadraticForm form) in _strata)
            error += form.Error(Array.ConvertAll(units, unit => scores[unit]));
        bool isRounding = Math.Abs(variance) <= error || of is { Estimates: [int only], Coefficients: [double multiple] } && IsRounding(Math.Abs(variance) / (multiple * multiple), Estimates[only]);
        return isRounding ? 0 : variance < 0 ? double.NaN : variance;
    }

    /// <summary>Scores of a combination; where it is one of several estimates those that are fixed by the design are left out, as what their scores have is rounding.</summary>
    /// <param name="of">The combination.</param>
    /// <param name="size">The sum of the sizes of what was added up.</param>
    private double[] Scores(Combination of, out double size)
    {
        double[] sum = new double[Sample.UnitCount];
        size = 0;
        for (int part = 0; part < of.Estimates.Length; part++)
        {
            if (of.Estimates.Length > 1 && OfEstimates[of.Estimates[part]] == 0)
                continue;
            double[] own = Scores(Estimates[of.Estimates[part]]);
            for (int unit = 0; unit < sum.Length; unit++)
            {
                double score = of.Coefficients[part] * own[unit];
                sum[unit] += score;
                size += Math.Abs(score);
            }
        }
        return sum;
    }

    /// <summary>Qz, 0 for PSUs that are in no form.</summary>
    private double[] Product(double[] scores)
    {
        double[] product = new double[scores.Length];
        foreach ((int[] units, QuadraticForm form) in _strata)
        {
            double[] own = new double[units.Length];
            form.Times(Array.ConvertAll(units, unit => scores[unit]), own);
            for (int i = 0; i < units.Length; i++)
                product[units[i]] = own[i];
        }
        return product;
    }
}
