using System.Globalization;

namespace Survey.Tests.Laws;

/// <summary>PSUs drawn with unequal probabilities from a seed: strata, some PSUs certain, rows of several answers, domains that miss PSUs.</summary>
internal sealed class UnequalSample
{
    private readonly int[] _psuOfRow;
    private readonly double[] _y, _x;
    private readonly bool[] _inside;

    public UnequalSample(int seed)
    {
        var random = new Random(seed);
        int strata = random.Next(1, 5);
        Stratum = [.. Enumerable.Range(0, strata).SelectMany(h => Enumerable.Repeat(h, random.Next(3, 9)))];
        // the first two of a stratum are drawn by chance
        P = [.. Stratum.Select((h, i) => random.Next(6) == 0 && i > 1 && Stratum[i - 2] == h ? 1 : 0.05 + 0.9 * random.NextDouble())];
        double[,] joint = new double[P.Length, P.Length];
        for (int i = 0; i < P.Length; i++)
            for (int j = 0; j <= i; j++)
                joint[i, j] = joint[j, i] = i == j ? P[i] : JointOf(random, P[i], P[j], Stratum[i] == Stratum[j]);
        Joint = joint;
        SumsOfSquares = [.. Enumerable.Range(0, strata).Select(SumOfSquares)];
        _psuOfRow = [.. Enumerable.Range(0, P.Length).SelectMany(i => Enumerable.Repeat(i, random.Next(1, 4)))];
        random.Shuffle(_psuOfRow);
        _y = [.. _psuOfRow.Select(i => 10 + 5 * i + 20 * random.NextDouble())];
        _x = [.. _psuOfRow.Select(_ => 1 + random.NextDouble())];
        _inside = [.. _psuOfRow.Select(_ => random.Next(3) > 0)];

        double SumOfSquares(int stratum)
        {
            double[] open = [.. P.Where((p, i) => Stratum[i] == stratum && p < 1)];
            double drawn = open.Sum(p => p * p);
            return drawn + (open.Length - drawn) * random.NextDouble();
        }
    }

    public int[] Stratum { get; }

    public double[] P { get; }

    public double[,] Joint { get; }

    public double[] SumsOfSquares { get; }

    public UnequalTwin Twin => new(Stratum, P, (i, j) => Joint[i, j]);

    public int Strata => Stratum[^1] + 1;

    public Table Table() => Survey.Table.FromColumns([
        ("psu", Numbers(i => i)),
        ("stratum", new CategoryColumn([.. _psuOfRow.Select(i => Name(Stratum[i]))])),
        ("p", Numbers(i => P[i])),
        ("squares", Numbers(i => SumsOfSquares[Stratum[i]])),
        ("y", new NumberColumn(_y)),
        ("x", new NumberColumn(_x)),
        ("inside", new FlagColumn([.. _inside.Select(own => (bool?)own)]))]);

    public SurveyDesign Design(UnequalProbabilities unequal) => new(Table(), strata: "stratum", clusters: "psu", unequal: unequal);

    /// <summary>Scores of the total of y, and of the mean of y in the domain.</summary>
    public (double[] Total, double[] DomainMean) Scores()
    {
        double[] total = new double[P.Length], mean = new double[P.Length];
        double people = Rows().Where(row => _inside[row]).Sum(row => 1 / P[_psuOfRow[row]]), sum = Rows().Where(row => _inside[row]).Sum(row => _y[row] / P[_psuOfRow[row]]);
        foreach (int row in Rows())
        {
            int psu = _psuOfRow[row];
            total[psu] += _y[row] / P[psu];
            if (_inside[row])
                mean[psu] += (_y[row] - sum / people) / P[psu] / people;
        }
        return (total, mean);
    }

    /// <summary>A row for each pair of a stratum, as a drawn sample gives them.</summary>
    public Table Pairs()
    {
        (int I, int J)[] pairs = [.. from i in Enumerable.Range(0, P.Length) from j in Enumerable.Range(0, i) where Stratum[i] == Stratum[j] select (i, j)];
        return Survey.Table.FromColumns([
            ("stratum", new CategoryColumn([.. pairs.Select(pair => Name(Stratum[pair.I]))])),
            ("first", new NumberColumn([.. pairs.Select(pair => (double)pair.I)])),
            ("second", new NumberColumn([.. pairs.Select(pair => (double)pair.J)])),
            ("probability", new NumberColumn([.. pairs.Select(pair => Joint[pair.I, pair.J])]))]);
    }

    private static string Name(int stratum) => string.Create(CultureInfo.InvariantCulture, $"s{stratum}");

    private IEnumerable<int> Rows() => Enumerable.Range(0, _psuOfRow.Length);

    private NumberColumn Numbers(Func<int, double> of) => new([.. _psuOfRow.Select(of)]);

    /// <summary>Anything that can be: below the smaller, above what two of their size share at least; mostly a little below independence.</summary>
    private static double JointOf(Random random, double first, double second, bool together)
    {
        double product = first * second, low = Math.Max(0, first + second - 1);
        return together && first < 1 && second < 1 ? low + (product - low) * (0.5 + 0.4 * random.NextDouble()) : product;
    }
}
