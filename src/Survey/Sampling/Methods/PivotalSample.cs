namespace Survey;

/// <summary>
/// The ordered pivotal method. One unit at a time is undecided; the next on the list competes with it for the sum of their probabilities. If that is below 1 the loser is out and the winner keeps the sum;
/// otherwise the winner is drawn and the loser keeps what is above 1.
/// </summary>
internal static class PivotalSample
{
    // probabilities that add up to 1 leave a rest of rounding
    private const double Rounding = 1e-9;

    public static int[] Draw(ReadOnlySpan<double> probabilities, RandomStream random)
    {
        bool[] isDrawn = new bool[probabilities.Length];
        int undecided = -1;
        double rest = 0;
        for (int unit = 0; unit < probabilities.Length; unit++)
        {
            Duel duel = new(rest, probabilities[unit]);
            if (undecided < 0)
                undecided = unit;
            else
            {
                bool newcomerWins = random.Uniform() < duel.NewcomerWins;
                if (duel.WinnerIsDrawn)
                    isDrawn[newcomerWins ? unit : undecided] = true;
                undecided = newcomerWins != duel.WinnerIsDrawn ? unit : undecided;
            }
            rest = duel.Rest;
            if (rest < Rounding || rest > 1 - Rounding)
            {
                isDrawn[undecided] |= rest > 0.5;
                undecided = -1;
                rest = 0;
            }
        }
        if (undecided >= 0)
            isDrawn[undecided] = random.Uniform() < rest;
        return [.. Enumerable.Range(0, isDrawn.Length).Where(unit => isDrawn[unit])];
    }

    /// <summary>The chances that two are both drawn, for all pairs of the units given.</summary>
    /// <remarks>
    /// Let b be the chance that i is drawn before j competes, a that it is undecided then, and r the rest it holds, which depends on the place alone. A rest is the chance that its holder is drawn in the end, so
    /// joint(i, j) = b p_j + a max(0, r + p_j - 1).
    /// </remarks>
    public static double[,] Joint(ReadOnlySpan<double> probabilities, ReadOnlySpan<int> units)
    {
        double[,] joint = new double[units.Length, units.Length];
        for (int i = 0; i < units.Length; i++)
        {
            joint[i, i] = probabilities[units[i]];
            int next = i + 1;
            double drawn = 0, undecided = 0, rest = 0;
            for (int unit = 0; unit < probabilities.Length && next < units.Length; unit++)
            {
                if (next < units.Length && unit == units[next] && unit > units[i])
                {
                    joint[i, next] = joint[next, i] = drawn * probabilities[unit] + undecided * Math.Max(0, rest + probabilities[unit] - 1);
                    next++;
                }
                Duel duel = new(rest, probabilities[unit]);
                if (unit == units[i])
                    (drawn, undecided) = duel.WinnerIsDrawn ? (duel.NewcomerWins, 1 - duel.NewcomerWins) : (0, rest == 0 ? 1 : duel.NewcomerWins);
                else if (unit > units[i])
                    (drawn, undecided) = duel.WinnerIsDrawn
                        ? (drawn + undecided * (1 - duel.NewcomerWins), undecided * duel.NewcomerWins)
                        : (drawn, undecided * (1 - duel.NewcomerWins));
                rest = duel.Rest;
                if (rest < Rounding || rest > 1 - Rounding)
                {
                    drawn += rest > 0.5 ? undecided : 0;
                    (undecided, rest) = (0, 0);
                }
            }
        }
        return joint;
    }

    /// <summary>How an undecided unit and the next on the list compete.</summary>
    private readonly struct Duel
    {
        public Duel(double rest, double probability)
        {
            double sum = rest + probability;
            WinnerIsDrawn = sum > 1;
            Rest = WinnerIsDrawn ? sum - 1 : sum;
            NewcomerWins = WinnerIsDrawn ? (1 - rest) / (2 - sum) : probability / sum;
        }

        public bool WinnerIsDrawn { get; }

        public double Rest { get; }

        /// <summary>The chance that the newcomer wins, so that each is drawn in the end with its own probability.</summary>
        public double NewcomerWins { get; }
    }
}
