namespace Survey;

/// <summary>The calibrations of a design's weights, one after the other: what they leave over of a score is what its variance is of.</summary>
/// <remarks>
/// With u the linearized variable of an estimate Σ w u, a step from weights d to w = d g replaces u by g e, e = u - x'B the residual of the regression on the step's variables x weighted by d; the last step comes first, and the score of a row is
/// its weight before the first step times what is left. That is the derivative of the estimate by the weights before, exactly for linear distances and in the limit for all (Deville and Särndal 1992, JASA 87, 376-382); with one step the score is w e,
/// as of R's <c>calibrate</c>. A factor c taken as fixed, as of trimming, makes cu of u. Rows whose weight became 0 take no part in the regressions.
/// Where only shares p of people are known, the totals that a step meets are p times the sum of the weights before it, and p'B is added to g e.
/// B follows from cross totals Σ d x u, which are functions of those of the terms, so nothing needs a second pass over the rows.
/// </remarks>
internal sealed class Calibrations
{
    private readonly Lazy<NormalEquations[]> _equations;
    private readonly Lazy<SparseRows[]> _ofUnits;
    private readonly Lazy<double[,][][]> _between;
    private readonly Lazy<double[][]> _ratios;
    private readonly Sample _sample;
    private readonly double[] _final;

    /// <param name="sample">Whose units have scores.</param>
    /// <param name="steps">In the order in which they were done.</param>
    /// <param name="final">The final weight of each row.</param>
    public Calibrations(Sample sample, IReadOnlyList<CalibrationStep> steps, double[] final)
    {
        (_sample, Steps, _final) = (sample, steps, final);
        _equations = new(() => [.. steps.Select(step => new NormalEquations(step.Points, WeightsOfPoints(step), step.Cells))]);
        _ofUnits = new(() => [.. steps.Select(OfUnits)]);
        _ratios = new(() => [.. steps.Select(step => final.Select((weight, row) => weight == 0 ? 0 : step.Before[row] / step.After[row]).ToArray())]);
        _between = new(Between);
    }

    public IReadOnlyList<CalibrationStep> Steps { get; }

    /// <summary>For each step and row 1/g, by what a final weight is multiplied for the cross totals of the step.</summary>
    public double[][] Ratios => _ratios.Value;

    /// <summary>Takes off the scores of units what the calibrations fix.</summary>
    /// <param name="scores">J t of each unit.</param>
    /// <param name="crossTotals">For each step Σ d x u.</param>
    public void TakeOff(Span<double> scores, Func<int, double[]> crossTotals)
    {
        double[][] coefficients = new double[Steps.Count][];
        for (int s = Steps.Count - 1; s >= 0; s--)
        {
            double[] cross = crossTotals(s);
            for (int later = s + 1; later < Steps.Count; later++)
                for (int k = 0; k < cross.Length; k++)
                    cross[k] -= Product(_between.Value[s, later][k], coefficients[later]);
            coefficients[s] = _equations.Value[s].Solve(cross);
            double[] taken = [.. coefficients[s], Steps[s].PerPerson is { } amounts ? -Product(amounts, coefficients[s]) : 0];
            for (int unit = 0; unit < scores.Length; unit++)
                scores[unit] -= _ofUnits.Value[s].Dot(unit, taken);
        }
    }

    /// <summary>The totals of the calibration variables in each unit, and of the weights before the step where they decide its targets.</summary>
    private SparseRows OfUnits(CalibrationStep step) =>
        step.Points.Summed(_sample.UnitCount, _sample.UnitOfRow, step.PointOfRow, [.. _final.Select((weight, row) => weight == 0 ? 0 : step.After[row])], step.PerPerson is null ? null : step.Before);

    private double[] WeightsOfPoints(CalibrationStep step)
    {
        double[] weights = new double[step.Points.RowCount];
        for (int row = 0; row < _final.Length; row++)
            if (_final[row] != 0)
                weights[step.PointOfRow[row]] += step.Before[row];
        return weights;
    }

    /// <summary>Σ x_S x_L' w_L / g_S of a step S and a later one L.</summary>
    private double[,][][] Between()
    {
        double[,][][] between = new double[Steps.Count, Steps.Count][][];
        for (int s = 0; s < Steps.Count; s++)
            for (int later = s + 1; later < Steps.Count; later++)
                between[s, later] = Products(s, Steps[s], Steps[later]);
        return between;
    }

    private double[][] Products(int s, CalibrationStep step, CalibrationStep later)
    {
        double[][] products = [.. Enumerable.Range(0, step.Points.ColumnCount).Select(_ => new double[later.Points.ColumnCount])];
        for (int row = 0; row < _final.Length; row++)
        {
            double weight = _final[row] == 0 ? 0 : Ratios[s][row] * later.After[row];
            ReadOnlySpan<int> columns = step.Points.Columns(step.PointOfRow[row]);
            ReadOnlySpan<double> values = step.Points.Values(step.PointOfRow[row]);
            for (int k = 0; k < columns.Length; k++)
            {
                later.Points.AddTo(products[columns[k]], later.PointOfRow[row], weight * values[k]);
                if (later.PerPerson is not null)
                    Multiples.Add(later.PerPerson, _final[row] == 0 ? 0 : -Ratios[s][row] * later.Before[row] * values[k], products[columns[k]]);
            }
        }
        return products;
    }

    private static double Product(double[] a, double[] b)
    {
        double sum = 0;
        for (int k = 0; k < a.Length; k++)
            sum += a[k] * b[k];
        return sum;
    }
}
