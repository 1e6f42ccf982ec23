namespace Survey;

/// <summary>Checks joint probabilities and turns them into the dependence of the PSUs that chance drew together.</summary>
/// <param name="estimator">That asks for them.</param>
/// <param name="probability">π of each PSU.</param>
/// <param name="stage">The first, with its strata.</param>
/// <param name="nameOf">What a PSU is called.</param>
internal sealed class JointCheck(UnequalEstimator estimator, double[] probability, Stage stage, Func<int, string> nameOf)
{
    /// <summary>Relative: what six printed digits round off.</summary>
    public const double Tolerance = 1e-6;

    private readonly Dictionary<long, double> _joint = [];

    /// <summary>For each stratum 1 - π_i π_j/π_ij of the units given, row by row, with 1 - π_i on the diagonal.</summary>
    /// <param name="pairs">As given.</param>
    /// <param name="units">Of each stratum, those that chance drew.</param>
    public double[][] Dependence(PairList pairs, int[][] units)
    {
        _joint.EnsureCapacity(pairs.All.Count);
        foreach ((int first, int second, double joint) in pairs.All)
            Enter(Math.Min(first, second), Math.Max(first, second), joint);
        return Array.ConvertAll(units, DependenceAmong);
    }

    private void Enter(int first, int second, double joint)
    {
        if (first == second)
            Require(joint, probability[first], $"The joint probability of {nameOf(first)} with itself", "which is its own probability; check that rows are those of the PSUs they are meant for");
        else if (stage.GroupOfUnit[first] != stage.GroupOfUnit[second])
            Require(joint, probability[first] * probability[second], Title(first, second), "the product of theirs, as PSUs of different strata are drawn independently");
        else
        {
            CheckBounds(first, second, joint);
            if (!_joint.TryAdd(Key(first, second), joint) && _joint[Key(first, second)] != joint)
                throw new SurveyDataException($"{Title(first, second)} stands twice, as {Invariant.Text(_joint[Key(first, second)])} and as {Invariant.Text(joint)}; give it once.");
        }
    }

    private static void Require(double given, double expected, string title, string why)
    {
        if (!(Math.Abs(given - expected) <= Tolerance * expected))
            throw new SurveyDataException($"{title} is {(double.IsNaN(given) ? "missing" : Invariant.Text(given))} instead of {Invariant.Short(expected)}, {why}.");
    }

    /// <summary>π_i + π_j - 1 ≤ π_ij ≤ min(π_i, π_j), and above 0.</summary>
    private void CheckBounds(int first, int second, double joint)
    {
        if (double.IsNaN(joint))
            throw Missing(first, second);
        if (!(joint > 0))
            throw new SurveyDataException($"{Title(first, second)} is {Invariant.Text(joint)}, and there is no estimate without bias where two PSUs cannot be drawn together; choose Brewer's estimator, which needs no joint probabilities.");
        double low = probability[first] + probability[second] - 1, high = Math.Min(probability[first], probability[second]);
        if (joint > high * (1 + Tolerance))
            throw new SurveyDataException($"{Title(first, second)} is {Invariant.Text(joint)}, more than {Invariant.Text(high)}, the smaller of their own; check which probabilities belong to which PSUs.");
        if (joint < low * (1 - Tolerance))
            throw new SurveyDataException($"{Title(first, second)} is {Invariant.Text(joint)}, and two PSUs of probabilities {Invariant.Text(probability[first])} and {Invariant.Text(probability[second])} are drawn together with {Invariant.Short(low)} at least; check which probabilities belong to which PSUs.");
    }

    private double[] DependenceAmong(int[] units)
    {
        RefuseMissing(units);
        int n = units.Length;
        double[] dependence = new double[(long)n * n];
        bool independent = n > 1;
        for (int i = 0; i < n; i++)
        {
            dependence[i * n + i] = 1 - probability[units[i]];
            for (int j = i + 1; j < n; j++)
            {
                double joint = _joint[Key(units[i], units[j])];
                double own = (joint - probability[units[i]] * probability[units[j]]) / joint;
                dependence[i * n + j] = dependence[j * n + i] = own;
                independent &= Math.Abs(own) <= Tolerance;
            }
        }
        if (independent && estimator == UnequalEstimator.YatesGrundy)
            throw new SurveyDataException($"All joint probabilities of {stage.NameOf(stage.GroupOfUnit[units[0]])} are products: its PSUs were drawn independently, and their number was left to chance, for which Yates and Grundy's estimator is always 0; choose Horvitz and Thompson's.");
        return dependence;
    }

    /// <summary>Before memory is taken for all pairs there have to be so many.</summary>
    private void RefuseMissing(int[] units)
    {
        for (int i = 0; i < units.Length; i++)
            for (int j = i + 1; j < units.Length; j++)
                if (!_joint.ContainsKey(Key(units[i], units[j])))
                    throw Missing(units[i], units[j]);
    }

    private SurveyDataException Missing(int first, int second) =>
        new($"{Title(first, second)} is missing; give one for every two PSUs of a stratum, or choose Brewer's estimator, which needs none.");

    private string Title(int first, int second) => $"The joint probability of {nameOf(first)} and {nameOf(second)}";

    // no two halves of a word: the hash of a long is their exclusive or, which most pairs would share
    private long Key(int first, int second) => (long)first * probability.Length + second;
}
