namespace Survey;

/// <summary>Finds the factors by which weighted totals meet their targets: Σ d F(x'λ) x = t, by Newton's method on λ with steps halved while they do not help.</summary>
/// <param name="points">x.</param>
/// <param name="cells">How many of the first variables are indicators of which each point has one.</param>
/// <param name="function">F.</param>
internal sealed class CalibrationSolver(SparseRows points, int cells, CalibrationFunction function)
{
    private const int MostSteps = 200, MostHalvings = 40;

    // relative to the totals: what is aimed at, and what must be reached
    private const double Goal = 1e-14, Enough = 1e-10;

    // the part of the rise that a step promises and must bring, and where a promise is lost in rounding
    private const double LeastRise = 1e-4, Rounding = 1e-13;

    // a slope of 0, at a bound, would leave no direction
    private const double LeastSlope = 1e-6;

    /// <summary>Where the search ended.</summary>
    /// <param name="Factors">Of each point.</param>
    /// <param name="Steps">How many were taken.</param>
    /// <param name="Worst">The variable farthest from its target.</param>
    /// <param name="Distance">How far, relative to its size.</param>
    /// <param name="Reached">The total of that variable.</param>
    public readonly record struct Solution(double[] Factors, int Steps, int Worst, double Distance, double Reached)
    {
        public bool HasConverged => Distance <= Enough;
    }

    /// <param name="weights">d of each point.</param>
    /// <param name="targets">t.</param>
    public Solution Solve(double[] weights, double[] targets)
    {
        double[] sizes = Sizes(weights, targets), lambda = new double[targets.Length];
        State state = At(lambda, weights, targets, sizes);
        int step = 0;
        while (state.Distance > Goal && step < MostSteps && Better(state, weights, targets, sizes) is { } next)
            (state, step) = (next, step + 1);
        return new Solution([.. Enumerable.Range(0, points.RowCount).Select(point => function.Factor(state.Index[point]))], step, state.Worst, state.Distance, targets[state.Worst] - state.Residual[state.Worst]);
    }

    /// <summary>The state after a Newton step, or so much of one that helps; null where nothing does.</summary>
    private State? Better(State state, double[] weights, double[] targets, double[] sizes)
    {
        double[] slopes = new double[weights.Length];
        for (int point = 0; point < slopes.Length; point++)
            slopes[point] = weights[point] * Math.Max(LeastSlope, function.Slope(state.Index[point]));
        double[] direction = new NormalEquations(points, slopes, cells).Solve(state.Residual);
        double rise = CompensatedSum.OfProducts(direction, state.Residual);
        State? nearer = null;
        double share = 1;
        for (int halving = 0; halving < MostHalvings; halving++, share /= 2)
        {
            double[] lambda = [.. state.Lambda.Zip(direction, (own, move) => own + share * move)];
            State next = At(lambda, weights, targets, sizes);
            // the objective is concave where no weight is negative, and rises until its digits are used up; from there on distances decide
            if (rise > Rounding * Math.Abs(state.Objective) && next.Objective >= state.Objective + LeastRise * share * rise)
                return next;
            if (next.Distance < state.Distance)
                nearer ??= next;
            if (nearer is not null && !(rise > Rounding * Math.Abs(state.Objective)))
                return nearer;
        }
        return nearer;
    }

    /// <summary>The totals of |x| and the target together: what a distance is relative to.</summary>
    private double[] Sizes(double[] weights, double[] targets)
    {
        double[] sizes = Array.ConvertAll(targets, Math.Abs);
        for (int point = 0; point < weights.Length; point++)
        {
            ReadOnlySpan<int> columns = points.Columns(point);
            ReadOnlySpan<double> values = points.Values(point);
            for (int k = 0; k < columns.Length; k++)
                sizes[columns[k]] += Math.Abs(weights[point] * values[k]);
        }
        return sizes;
    }

    private State At(double[] lambda, double[] weights, double[] targets, double[] sizes)
    {
        double[] index = new double[weights.Length], residual = [.. targets];
        var objective = new CompensatedSum();
        for (int j = 0; j < lambda.Length; j++)
            objective.Add(lambda[j] * targets[j]);
        for (int point = 0; point < weights.Length; point++)
        {
            index[point] = points.Dot(point, lambda);
            points.AddTo(residual, point, -weights[point] * function.Factor(index[point]));
            objective.Add(-weights[point] * function.Integral(index[point]));
        }
        (int worst, double distance) = (0, 0);
        for (int j = 0; j < residual.Length; j++)
            if (sizes[j] > 0 && !(Math.Abs(residual[j]) <= distance * sizes[j]))
                (worst, distance) = (j, double.IsNaN(residual[j]) ? double.PositiveInfinity : Math.Abs(residual[j]) / sizes[j]);
        return new State(lambda, index, residual, objective.Value, worst, distance);
    }

    /// <param name="Lambda">λ.</param>
    /// <param name="Index">x'λ of each point.</param>
    /// <param name="Residual">What the totals lack of their targets.</param>
    /// <param name="Objective">λ't - Σ d G(x'λ), of which λ is the maximum where the targets are met.</param>
    /// <param name="Worst">The variable farthest from its target.</param>
    /// <param name="Distance">How far, relative to its size.</param>
    private sealed record State(double[] Lambda, double[] Index, double[] Residual, double Objective, int Worst, double Distance);
}
