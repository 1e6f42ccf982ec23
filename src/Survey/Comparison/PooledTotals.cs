namespace Survey;

/// <summary>A figure of all waves together: its statistic at the sums of the waves' totals, and how it moves with the totals of each wave.</summary>
internal sealed class PooledTotals
{
    /// <param name="answers">One for each wave.</param>
    /// <param name="indices">Of the figure in each.</param>
    public PooledTotals(IReadOnlyList<Answer> answers, int[] indices)
    {
        Indices = indices;
        SmoothStatistic statistic = answers[0].Statistic(indices[0]);
        // the waves' totals are moved to the centres of the first
        double[] centres = answers[0].CentresOf(indices[0]);
        Recentring[] moves = [.. answers.Select((answer, w) => new Recentring(statistic.Terms, answer.CentresOf(indices[w]), centres))];
        double[] sums = new double[1 + statistic.Terms.Count];
        long respondents = 0;
        for (int w = 0; w < moves.Length; w++)
        {
            double[] own = moves[w].Totals(answers[w].SumsOf(indices[w]));
            for (int slot = 0; slot < sums.Length; slot++)
                sums[slot] += own[slot];
            respondents += answers[w].RespondentsOf(indices[w]);
        }
        var totals = new DomainTotals(sums, centres, respondents);
        Value = totals.SumOfWeights > 0 ? statistic.Value(totals) : double.NaN;
        double[] gradient = new double[sums.Length];
        if (double.IsNaN(Value))
            Array.Fill(gradient, double.NaN);
        else
            statistic.Gradient(totals, gradient);
        Gradients = [.. moves.Select(move => move.Gradient(gradient))];
    }

    /// <summary>Of the figure in each wave.</summary>
    public int[] Indices { get; }

    public double Value { get; }

    /// <summary>By the totals of each wave.</summary>
    public double[][] Gradients { get; }
}
