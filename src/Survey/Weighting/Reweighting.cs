namespace Survey;

/// <summary>Takes steps of weighting on designs.</summary>
internal static class Reweighting
{
    /// <summary>The column of the weights after the last step.</summary>
    public const string Weight = "calibratedWeight";

    // and of replicate weights, numbered from 1
    private const string Replicate = "replicate";

    public static SurveyDesign Calibrate(SurveyDesign design, CalibrationRequest request)
    {
        (Table table, double[] before) = WeightsOf(design, request.Verb);
        var calibrator = new Calibrator(request, table, before, ClustersOf(design, request));
        double[] after = calibrator.After(before, out Convergence convergence);
        WeightStep step = Warned(calibrator.Logged(before, after, convergence), design, after);
        return design.Reweighted(WithWeight(design, table, after), Weight, LogOf(design, before).With(step), [.. design.Calibrations?.Steps ?? [], calibrator.StepOf(before, after)], NotesOf(step));
    }

    public static ReplicateDesign Calibrate(ReplicateDesign design, CalibrationRequest request)
    {
        (Table table, double[] before) = WeightsOf(design, request.Verb);
        var calibrator = new Calibrator(request, table, before, ClustersOf(design, request));
        double[] after = calibrator.After(before, out Convergence convergence);
        return Replicated(design, table, after, calibrator.Logged(before, after, convergence), before, weights => calibrator.After(weights, out _));
    }

    public static SurveyDesign Trim(SurveyDesign design, Trimming trimming)
    {
        (Table table, double[] before) = WeightsOf(design, "trimming");
        double[] after = trimming.After(before);
        WeightStep step = Warned(trimming.Logged(before, after), design, after);
        return design.Reweighted(WithWeight(design, table, after), Weight, LogOf(design, before).With(step), design.Calibrations?.Steps ?? [], NotesOf(step));
    }

    /// <summary>In each replicate the factors of the full sample, which are taken as fixed.</summary>
    public static ReplicateDesign Trim(ReplicateDesign design, Trimming trimming)
    {
        (Table table, double[] before) = WeightsOf(design, "trimming");
        double[] after = trimming.After(before);
        return Replicated(design, table, after, trimming.Logged(before, after), before, weights => [.. weights.Select((weight, row) => before[row] == 0 ? weight : weight * after[row] / before[row])]);
    }

    /// <summary>The design with a step taken in every replicate.</summary>
    private static ReplicateDesign Replicated(ReplicateDesign design, Table table, double[] after, WeightStep step, double[] before, Func<double[], double[]> take)
    {
        double[][] replicates = ReplicateRows.Of(design, table, before);
        InEach(replicates, take);
        (Table with, string[] names) = WithReplicates(design, WithWeight(design, table, after), replicates);
        return design.Reweighted(with, Weight, names, LogOf(design, before).With(step), [.. NotesOf(step), $"the step '{step.What}' was taken in every replicate"]);
    }

    /// <summary>The design with its replicate weights in columns.</summary>
    public static ReplicateDesign InColumns(ReplicateDesign design)
    {
        if (design.Replicates is WeightsInColumns)
            return design;
        (Table table, double[] weights) = WeightsOf(design, "table of replicate weights");
        (Table with, string[] names) = WithReplicates(design, design.Weights is null ? WithWeight(design, table, weights) : table, ReplicateRows.Of(design, table, weights));
        return design.Reweighted(with, design.Weights ?? Weight, names, LogOf(design, weights), []);
    }

    /// <summary>The calibrations of a design taken again in each of its replicates, with the factors of other steps as they are.</summary>
    /// <param name="design">Whose weights are calibrated.</param>
    /// <param name="made">The replicates of its sample.</param>
    public static ReplicateDesign Recalibrated(SurveyDesign design, ReplicateDesign made)
    {
        var table = (Table)design.Rows;
        IReadOnlyList<CalibrationStep> steps = design.Calibrations!.Steps;
        double[] final = WeightsOf(table, design.Weights!);
        double[][] replicates = ReplicateRows.Of(made, table, steps[0].Before);
        InEach(replicates, weights => TakenAgain(steps, final, weights));
        (Table with, string[] names) = WithReplicates(made, table, replicates);
        return made.Reweighted(with, design.Weights!, names, design.Log!, ["the calibration was taken in every replicate"]);
    }

    /// <summary>Step by step, with what came between steps, or after the last, as a fixed factor of each row.</summary>
    private static double[] TakenAgain(IReadOnlyList<CalibrationStep> steps, double[] final, double[] weights)
    {
        for (int s = 0; s < steps.Count; s++)
        {
            double[] next = s + 1 < steps.Count ? steps[s + 1].Before : final, own = steps[s].After;
            weights = steps[s].Redo(weights);
            for (int row = 0; row < weights.Length; row++)
                weights[row] *= own[row] == 0 ? 1 : next[row] / own[row];
        }
        return weights;
    }

    private static double[] WeightsOf(Table table, string column) => ((NumberColumn)table[column]).Values.ToArray();

    /// <summary>The table with a column for each replicate.</summary>
    private static (Table Table, string[] Names) WithReplicates(ReplicateDesign design, Table table, double[][] replicates)
    {
        string[] names = [.. Enumerable.Range(1, replicates.Length).Select(r => $"{Replicate}{r}")];
        bool own = design.Replicates is WeightsInColumns columns && columns.Names.SequenceEqual(names);
        if (!own && names.FirstOrDefault(table.Columns.Contains) is { } taken)
            throw new SurveyDataException($"The table has a column '{taken}' already, which is the name of a column of replicate weights; give it another name first.");
        Table with = Table.FromColumns([
            .. table.Columns.Except(names).Select(name => (name, table[name])), .. names.Select((name, r) => (name, (Column)NumberColumn.Owning(replicates[r])))]);
        return (with.Noting(table.Notes), names);
    }

    /// <summary>Takes a step in each replicate; what fails is said of the first that does, whatever the threads.</summary>
    private static void InEach(double[][] replicates, Func<double[], double[]> take)
    {
        var failures = new NoConvergenceException?[replicates.Length];
        Parallel.For(0, replicates.Length, r =>
        {
            try
            {
                replicates[r] = take(replicates[r]);
            }
            catch (NoConvergenceException failure)
            {
                failures[r] = failure;
            }
        });
        int first = Array.FindIndex(failures, failure => failure is not null);
        if (first >= 0)
            throw new NoConvergenceException($"In {failures.Count(failure => failure is not null)} of {replicates.Length} replicates the step cannot be taken, first in replicate {first + 1}: {failures[first]!.Message} Or make replicates in which everybody keeps a weight (Fay's method).");
    }

    /// <summary>The table of a design, and the weight of each row.</summary>
    private static (Table Table, double[] Weights) WeightsOf(Design design, string verb)
    {
        ArgumentNullException.ThrowIfNull(design);
        if (design.Domain is not null)
            throw new ArgumentException($"The {verb} is of a whole sample, and the design asks about part of it (where {design.Domain}); take the step first and ask Where of its result, or make the design of those people alone, if the others were not drawn for them.", nameof(design));
        if (design.Rows is not Table table)
            throw new SurveyDataException($"The {verb} takes a sample in memory; read its rows into a Table first (Table.Read, or Extract of a table in a database).");
        double[] weights = design.Weights is { } column ? WeightsOf(table, column)
            : design.Sample.WeightOfUnit is { } ofUnit ? Array.ConvertAll(design.Sample.UnitOfRow, unit => ofUnit[unit])
            : [.. Enumerable.Repeat(1.0, table.RowCount)];
        return (table, weights);
    }

    /// <summary>What should be said beside estimates by the weights after a step.</summary>
    private static IEnumerable<string> NotesOf(WeightStep step) => [$"weights are those after {step.What}", .. step.Warnings.Select(warning => $"{step.What}: {warning}")];

    /// <summary>The step with a warning of earlier margins that it left unmet.</summary>
    private static WeightStep Warned(WeightStep step, SurveyDesign design, double[] after)
    {
        string[] unmet = [.. (design.Calibrations?.Steps ?? []).Select(earlier => earlier.Unmet(after)).OfType<string>()];
        return unmet.Length == 0 ? step : step with { Warnings = new Sequence<string>([.. step.Warnings, .. unmet.Select(one => $"margins that were met before are no longer: {one}; take the step earlier, or calibrate to all margins together")]) };
    }

    private static int[]? ClustersOf(Design design, CalibrationRequest request)
    {
        if (!request.IsConstantInClusters)
            return null;
        return design is SurveyDesign or ReplicateDesign { IsMade: true } && design.Sample.PsuNames is not null
            ? design.Sample.PsuOfRow()
            : throw new SurveyDataException("Factors shall be constant in clusters, and the design has none: name the clusters of its design, or leave constantInClusters out.");
    }

    private static Table WithWeight(Design design, Table table, double[] after)
    {
        if (table.Columns.Contains(Weight) && !(design.Weights == Weight && design.Log is not null))
            throw new SurveyDataException($"The table has a column '{Weight}' already, which is the name of the column of weights that a step makes; give it another name first.");
        return table.With(Weight, NumberColumn.Owning(after));
    }

    private static WeightLog LogOf(Design design, double[] weights) =>
        design.Log ?? new WeightLog(new Sequence<WeightStep>(WeightStep.Of("given", design.Weights is { } column ? [column] : [], Array.ConvertAll(weights, weight => weight == 0 ? 0 : 1.0), weights)));
}
