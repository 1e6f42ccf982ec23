namespace Survey.Monitoring.Instruments;

/// <summary>Works out the figures of items and scales from weighted products of items' points.</summary>
internal sealed class ItemAnalyser(Design design, Instrument instrument, ScoringRules rules)
{
    private readonly IReadOnlyList<InstrumentItem> _items = instrument.Items;

    public ItemAnalysis Analysed()
    {
        if (design.Rows is not Table table)
            throw new SurveyDataException("Items are analysed in a table; read the answers into one first.");
        int[][] points = [.. _items.Select(item => ItemPoints.Of(table, item, rules))];
        Design scored = design.Where(!Expr.Col(instrument.Total.ScoreColumn).IsMissing);
        (double[,] covariance, string?[] remarks) = Covariance(table, points, WeightsOf(scored, table));
        Statistic[] statistics =
        [
            .. _items.Select((item, k) => Statistic.Proportion(((Variable)IsRight(table, item, points[k])).As(item.Column))),
            .. instrument.Scales.SelectMany(scale => (Statistic[])[Statistic.Mean(scale.ScoreColumn), Statistic.Proportion(scale.LiterateColumn)]),
        ];
        Estimates estimates = scored.Estimate(statistics);
        int[] all = [.. Enumerable.Range(0, _items.Count)];
        return new ItemAnalysis(
            [.. _items.Select((item, k) => new ItemFigures(item, estimates[k], Correlation(covariance, k), Alpha(covariance, [.. all.Where(other => other != k)])) { Remark = remarks[k] })],
            [.. instrument.Scales.Select((scale, s) => new ScaleFigures(scale, estimates[_items.Count + 2 * s], estimates[_items.Count + 2 * s + 1], Alpha(covariance, [.. all.Where(k => scale.Has(_items[k]))])))]);
    }

    /// <summary>Whether an answer is the key: of somebody who is scored, no answer is a wrong one.</summary>
    private static Expr IsRight(Table table, InstrumentItem item, int[] points)
    {
        IReadOnlyList<string> levels = ((CategoryColumn)table[item.Column]).Levels;
        string[] right = [.. levels.Where((_, level) => points[level + 1] > 0)];
        return right.Length == 0 ? Expr.Col(item.Column).IsMissing & !Expr.Col(item.Column).IsMissing : Expr.When(Expr.Col(item.Column).IsMissing, false, Expr.Col(item.Column).In(right));
    }

    /// <summary>The weight of each row, 0 of those that are not meant or have no score.</summary>
    private static double[] WeightsOf(Design scored, Table table)
    {
        const string IsMeant = "is meant"; // no plain name of a column
        ReadOnlySpan<byte> meant = ((FlagColumn)table.With(IsMeant, scored.Domain!)[IsMeant]).Values;
        ReadOnlySpan<double> column = scored.Weights is { } name ? ((NumberColumn)table[name]).Values : [];
        double[] weights = new double[table.RowCount];
        for (int row = 0; row < weights.Length; row++)
            weights[row] = meant[row] != 1 ? 0 : column.Length > 0 ? column[row] : scored.Sample.WeightOfUnit?[scored.Sample.UnitOfRow[row]] ?? 1;
        return weights;
    }

    /// <summary>Weighted covariances of the items' points, with the weights' sum in the denominator (alpha and correlations are ratios, so it does not matter), and of items that do not vary why.</summary>
    private (double[,] Covariance, string?[] Remarks) Covariance(Table table, int[][] points, double[] weights)
    {
        int n = _items.Count;
        ReadOnlyMemory<int>[] codes = [.. _items.Select(item => ((CategoryColumn)table[item.Column]).CodeMemory)];
        double[,] products = new double[n, n];
        double[] sums = new double[n], own = new double[n];
        long[] right = new long[n];
        long people = 0;
        double sum = 0;
        for (int row = 0; row < weights.Length; row++)
        {
            if (weights[row] == 0)
                continue;
            people++;
            sum += weights[row];
            for (int k = 0; k < n; k++)
                own[k] = points[k][codes[k].Span[row] + 1];
            for (int k = 0; k < n; k++)
            {
                right[k] += own[k] > 0 ? 1 : 0;
                double weighted = weights[row] * own[k];
                sums[k] += weighted;
                for (int l = 0; weighted != 0 && l <= k; l++)
                    products[k, l] += weighted * own[l];
            }
        }
        if (!(sum > 0))
            throw new SurveyDataException("Nobody has a score and a weight, so there are no items to analyse.");
        string?[] remarks = [.. right.Select(count => count == 0 ? "nobody answers it rightly" : count == people ? "everybody answers it rightly" : null)];
        for (int k = 0; k < n; k++)
            for (int l = 0; l <= k; l++)
                // rounding would leave a little where there is nothing
                products[k, l] = products[l, k] = remarks[k] is not null || remarks[l] is not null ? 0 : products[k, l] / sum - sums[k] / sum * (sums[l] / sum);
        return (products, remarks);
    }

    private static double Correlation(double[,] covariance, int item)
    {
        int n = covariance.GetLength(0);
        double with = 0, rest = 0;
        for (int k = 0; k < n; k++)
            for (int l = 0; l < n; l++)
                if (k != item && l != item)
                    rest += covariance[k, l];
        for (int k = 0; k < n; k++)
            if (k != item)
                with += covariance[item, k];
        double spread = covariance[item, item] * rest;
        return spread > 0 ? with / Math.Sqrt(spread) : double.NaN;
    }

    private static double Alpha(double[,] covariance, int[] items)
    {
        double own = items.Sum(k => covariance[k, k]), all = items.Sum(k => items.Sum(l => covariance[k, l]));
        return items.Length > 1 && all > 0 ? items.Length / (items.Length - 1.0) * (1 - own / all) : double.NaN;
    }
}
