namespace Survey;

/// <summary>One step of calibration, which can be taken with the weights of the sample and of its replicates.</summary>
internal sealed class Calibrator
{
    private readonly CalibrationFrame _frame;
    private readonly CalibrationRequest _request;

    public Calibrator(CalibrationRequest request, Table table, double[] weights, int[]? clusters)
    {
        _request = request;
        _frame = new CalibrationFrame(table, weights, request.Margins, clusters);
        if (request.KeepsWeightsPositive)
            foreach (NumberVariable number in _frame.Numbers)
                number.RefuseOutside(weights, _frame.People);
    }

    /// <summary>The weights after the step.</summary>
    /// <exception cref="NoConvergenceException">No weights meet the margins.</exception>
    public double[] After(double[] before, out Convergence convergence)
    {
        var solver = new CalibrationSolver(_frame.PointsBy(before), _frame.CellCount, _request.Function);
        CalibrationSolver.Solution solution = solver.Solve(_frame.WeightsOfPoints(before), _frame.TargetsOf(before));
        convergence = new Convergence(solution.Steps, solution.Distance);
        if (!solution.HasConverged)
            throw NotMet(solution, before);
        double[] after = new double[before.Length];
        for (int row = 0; row < after.Length; row++)
            after[row] = before[row] * solution.Factors[_frame.PointOfRow[row]];
        return after;
    }

    /// <summary>The step as later variances need it.</summary>
    public CalibrationStep StepOf(double[] before, double[] after) => new(_frame.PointOfRow, _frame.PointsBy(before), _frame.CellCount, before, after)
    {
        PerPerson = _frame.IsPerPerson ? [.. _frame.Variables.Select(variable => variable.Amount)] : null,
        Redo = weights => After(weights, out _),
        Unmet = Unmet,
    };

    /// <summary>The step as the log has it.</summary>
    public WeightStep Logged(double[] before, double[] after, Convergence convergence)
    {
        int negative = after.Count(weight => weight < 0);
        WeightStep step = WeightStep.Of(_request.What, _request.Columns, before, after) with
        {
            Convergence = convergence,
            Balance = Balance.Of(_frame, before, after),
            Notes = new Sequence<string>([.. _request.Margins.Where(margin => margin.Rounded is not null).Select(margin => $"the shares of {margin.Name} make {Invariant.Short(margin.Rounded!.Value)} and were taken over that")]),
        };
        return negative == 0 ? step : step with
        {
            Warnings = new Sequence<string>($"{Invariant.Count(negative)} weight{(negative == 1 ? " is" : "s are")} negative, the least {Invariant.Short(step.Smallest)}; totals are still right, but quantiles and models refuse such weights: give bounds of the factors, such as 0.3 and 3, or take the distance Raking"),
        };
    }

    /// <summary>The variable whose total is farthest from its target; null where all are within a millionth.</summary>
    private string? Unmet(double[] weights)
    {
        const double Enough = 1e-6;
        double[] targets = _frame.TargetsOf(weights), totals = new double[targets.Length], ofPoints = _frame.WeightsOfPoints(weights);
        SparseRows points = _frame.PointsBy(weights);
        for (int point = 0; point < ofPoints.Length; point++)
            points.AddTo(totals, point, ofPoints[point]);
        int cells = targets.Length - _frame.Numbers.Count;
        int worst = Enumerable.Range(0, targets.Length).MaxBy(Distance);
        return Distance(worst) <= Enough ? null : $"'{_frame.Variables[worst].Name}' is {(worst < cells ? $"at {Invariant.Short(totals[worst])} people where {Invariant.Short(targets[worst])} are wanted" : "off its total")}";

        // of numbers, which are centred, relative to their spread
        double Distance(int k) => Math.Abs(totals[k] - targets[k]) / (k < cells ? Math.Max(targets[k], double.Epsilon) : ofPoints.Sum());
    }

    private NoConvergenceException NotMet(CalibrationSolver.Solution solution, double[] before)
    {
        CalibrationVariable worst = _frame.Variables[solution.Worst];
        NumberVariable? number = solution.Worst >= _frame.Variables.Count - _frame.Numbers.Count ? _frame.Numbers[solution.Worst - _frame.Variables.Count + _frame.Numbers.Count] : null;
        string far = number is null
            ? $"'{worst.Name}' is at {solution.Reached:0.###} people where {_frame.TargetsOf(before)[solution.Worst]:0.###} are wanted"
            : $"the {(number.Margin.IsPerPerson ? "mean" : "total")} of '{worst.Name}' stays {solution.Distance:0.0e0} of its size away from {Invariant.Text(number.Margin.Cells[0].Amount)}";
        return new NoConvergenceException(FormattableString.Invariant($"No weights{_request.WithinBounds} meet the margins: after {solution.Steps} iteration{(solution.Steps == 1 ? "" : "s")} {far}; {_request.WayOut}."));
    }
}
