namespace Survey.Tests.Laws;

/// <summary>
/// The same estimates by another road: a score for every row, then sums over units and stages, in plain sums of doubles and as the methods are written down.
/// Nothing of the library is used.
/// </summary>
/// <param name="sample">The rows.</param>
/// <param name="rule">For lonely PSUs.</param>
/// <param name="domainLonely">Whether it acts in domains.</param>
/// <param name="collapse">Strata to merge.</param>
/// <param name="systematic">Whether PSUs were drawn from a list in the order of their places.</param>
internal sealed class Twin(RandomSample sample, LonelyPsu rule = LonelyPsu.Fail, bool domainLonely = false, IReadOnlyDictionary<string, string>? collapse = null, bool systematic = false)
{
    private readonly Row[] _rows = [.. sample.Rows];
    private readonly double[] _weights = Weights(sample);

    /// <summary>An estimate with the score of each row.</summary>
    public sealed record Answer(double Value, double[] Scores, bool[] Counted, bool[] InDomain, long Respondents, long Missing);

    public Answer Total(Func<Row, double> y, Func<Row, bool> domain) =>
        Make(domain, row => double.IsNaN(y(row)), rows => rows.Sum(i => _weights[i] * y(_rows[i])), (i, _) => _weights[i] * y(_rows[i]));

    public Answer Mean(Func<Row, double> y, Func<Row, bool> domain) => Ratio(y, row => double.IsNaN(y(row)) ? double.NaN : 1, domain);

    public Answer Ratio(Func<Row, double> y, Func<Row, double> x, Func<Row, bool> domain)
    {
        double sum = 0;
        return Make(
            domain,
            row => double.IsNaN(y(row)) || double.IsNaN(x(row)),
            rows => rows.Sum(i => _weights[i] * y(_rows[i])) / (sum = rows.Sum(i => _weights[i] * x(_rows[i]))),
            (i, ratio) => _weights[i] * (y(_rows[i]) - ratio * x(_rows[i])) / sum);
    }

    /// <summary>S² = n/(n - 1) Σw(y - m)² / Σw, whose scores are those of the mean of n/(n - 1)(y - m)².</summary>
    public Answer Variance(Func<Row, double> y, Func<Row, bool> domain)
    {
        double mean = Mean(y, domain).Value, sum = 0, factor = 0;
        return Make(
            domain,
            row => double.IsNaN(y(row)),
            rows =>
            {
                double n = rows.Count(i => _weights[i] > 0);
                (sum, factor) = (rows.Sum(i => _weights[i]), n > 1 ? n / (n - 1) : double.NaN);
                return factor * rows.Sum(i => _weights[i] * Squared(y(_rows[i]) - mean)) / sum;
            },
            (i, variance) => _weights[i] * (factor * Squared(y(_rows[i]) - mean) - variance) / sum);
    }

    /// <summary>V / [N² S² (1/n - 1/N)] of the linearized variable, or with 1/n.</summary>
    public double DesignEffect(Answer of, bool withReplacement)
    {
        int[] rows = [.. Enumerable.Range(0, _rows.Length).Where(i => of.Counted[i] && _weights[i] > 0)];
        double n = rows.Length, people = rows.Sum(i => _weights[i]);
        double[] u = [.. rows.Select(i => of.Scores[i] / _weights[i])];
        double mean = rows.Select((i, k) => _weights[i] * u[k]).Sum() / people;
        double s2 = n / (n - 1) * rows.Select((i, k) => _weights[i] * Squared(u[k] - mean)).Sum() / people;
        return Covariance(of, of) / (people * people * s2 * (1 / n - (withReplacement ? 0 : 1 / people)));
    }

    /// <summary>n Σw² / (Σw)².</summary>
    public double KishDesignEffect(Answer of)
    {
        double[] weights = [.. _weights.Where((weight, i) => of.Counted[i] && weight > 0)];
        return weights.Length * weights.Sum(Squared) / Squared(weights.Sum());
    }

    private static double Squared(double value) => value * value;

    public double Covariance(Answer a, Answer b)
    {
        double first = 0, later = 0;
        foreach (int[] stratum in Strata())
        {
            first += FirstStage(stratum, a, b);
            later += LaterStages(stratum, 0, a, b);
        }
        return first * Inflation(a) * Inflation(b) + later;
    }

    /// <summary>What each PSU adds to the first stage's variance: its score, centred and scaled in its stratum.</summary>
    public IEnumerable<(string Stratum, int Psu, double Contribution)> PsuContributions(Answer answer)
    {
        foreach (int[] stratum in Strata())
        {
            int[][] psus = UnitsOf(stratum, 0);
            (double centre, double scale) = Treat(stratum, psus, answer);
            foreach (int[] psu in psus)
                yield return (_rows[psu[0]].Stratum, UnitOf(psu[0], 0).Unit, Inflation(answer) * scale * (psu.Sum(i => answer.Scores[i]) - centre));
        }
    }

    public double DegreesOfFreedom(Answer answer, DegreesOfFreedomRule degrees)
    {
        int[] rows = [.. Enumerable.Range(0, _rows.Length).Where(i => _weights[i] > 0 && degrees switch
        {
            DegreesOfFreedomRule.Design => true,
            DegreesOfFreedomRule.Domain => answer.InDomain[i],
            _ => answer.Counted[i],
        })];
        return rows.Select(i => UnitOf(i, 0)).Distinct().Count() - rows.Select(i => StratumOf(_rows[i])).Distinct().Count();
    }

    private Answer Make(Func<Row, bool> domain, Func<Row, bool> missing, Func<int[], double> value, Func<int, double, double> score)
    {
        bool[] inDomain = [.. _rows.Select(domain)], counted = [.. _rows.Select((row, i) => inDomain[i] && !missing(row))];
        int[] rows = [.. Enumerable.Range(0, _rows.Length).Where(i => counted[i])];
        double estimate = rows.Any(i => _weights[i] > 0) ? value(rows) : double.NaN;
        return new Answer(
            estimate,
            [.. counted.Select((counts, i) => counts ? score(i, estimate) : double.IsNaN(estimate) ? double.NaN : 0)],
            counted,
            inDomain,
            rows.Count(i => _weights[i] > 0),
            Enumerable.Range(0, _rows.Length).Count(i => inDomain[i] && !counted[i]));
    }

    /// <summary>The first stage in one stratum, with its lonely-PSU rule.</summary>
    private double FirstStage(int[] stratum, Answer a, Answer b)
    {
        int[][] psus = UnitsOf(stratum, 0);
        (double centreA, double scaleA) = Treat(stratum, psus, a);
        (double centreB, double scaleB) = Treat(stratum, psus, b);
        double sum = 0;
        if (systematic && psus.Length > 1)
        {
            int[][] listed = [.. psus.OrderBy(psu => _rows[psu[0]].Place)];
            for (int k = 1; k < listed.Length; k++)
                sum += (listed[k].Sum(i => a.Scores[i]) - listed[k - 1].Sum(i => a.Scores[i])) * (listed[k].Sum(i => b.Scores[i]) - listed[k - 1].Sum(i => b.Scores[i])) / 2;
            return scaleA * scaleB * sum;
        }
        foreach (int[] psu in psus)
            sum += (psu.Sum(i => a.Scores[i]) - centreA) * (psu.Sum(i => b.Scores[i]) - centreB);
        return scaleA * scaleB * sum;
    }

    private (double Centre, double Scale) Treat(int[] stratum, int[][] psus, Answer answer)
    {
        int n = psus.Length;
        double f = Fraction(stratum, 0, n);
        double own = stratum.Sum(i => answer.Scores[i]) / n, scale = n == 1 ? 0 : Math.Sqrt((1 - f) * n / (n - 1));
        if (!HasRow(stratum, answer) || !IsLonely(stratum, answer))
            return (own, scale);
        return rule switch
        {
            LonelyPsu.Adjust => (MeanOfPsus(answer), n == 1 ? Math.Sqrt(1 - f) : scale),
            LonelyPsu.Average => (own, 0),
            _ => (own, scale),
        };
    }

    /// <summary>Over the strata with a row of the domain.</summary>
    private double MeanOfPsus(Answer answer)
    {
        int[][] strata = [.. Strata().Where(stratum => HasRow(stratum, answer))];
        return strata.Sum(stratum => stratum.Sum(i => answer.Scores[i])) / strata.Sum(stratum => UnitsOf(stratum, 0).Length);
    }

    /// <summary>The square root of H/(H - L).</summary>
    private double Inflation(Answer answer)
    {
        if (rule != LonelyPsu.Average)
            return 1;
        int[][] strata = [.. Strata().Where(stratum => HasRow(stratum, answer))];
        double lonely = strata.Count(stratum => IsLonely(stratum, answer));
        return strata.Length == 0 ? 1 : Math.Sqrt(strata.Length / (strata.Length - lonely));
    }

    private bool IsLonely(int[] stratum, Answer answer)
    {
        int[][] psus = UnitsOf(stratum, 0);
        bool byDesign = psus.Length == 1 && Fraction(stratum, 0, 1) != 1;
        return byDesign || domainLonely && psus.Length > 1 && psus.Count(psu => HasRow(psu, answer)) == 1;
    }

    private static bool HasRow(int[] rows, Answer answer) => rows.Any(i => answer.Counted[i]);

    /// <summary>What the stages below add, for the units of a group: f times the variance within each of them, and so on down.</summary>
    private double LaterStages(int[] group, int stage, Answer a, Answer b)
    {
        if (stage + 1 >= sample.Plan.Counted)
            return 0;
        int[][] units = UnitsOf(group, stage);
        return Fraction(group, stage, units.Length) * units.Sum(unit => Within(unit, stage + 1, a, b) + LaterStages(unit, stage + 1, a, b));
    }

    /// <summary>(1 - f) n/(n - 1) Σ (z - mean)(z - mean)', 0 for one unit.</summary>
    private double Within(int[] group, int stage, Answer a, Answer b)
    {
        int[][] units = UnitsOf(group, stage);
        int n = units.Length;
        if (n == 1)
            return 0;
        double meanA = group.Sum(i => a.Scores[i]) / n, meanB = group.Sum(i => b.Scores[i]) / n;
        return (1 - Fraction(group, stage, n)) * n / (n - 1) * units.Sum(unit => (unit.Sum(i => a.Scores[i]) - meanA) * (unit.Sum(i => b.Scores[i]) - meanB));
    }

    private double Fraction(int[] group, int stage, int n)
    {
        if (stage >= sample.Plan.Sizes)
            return 0;
        if (stage == 0)
            return n / group.GroupBy(i => _rows[i].Stratum).Sum(stratum => PopulationOf([.. stratum]));
        double size = _rows[group[0]].Sizes[stage];
        return sample.Plan.Fractions ? size : n / size;
    }

    private int[][]? _strata;

    private int[][] Strata() => _strata ??= [.. Enumerable.Range(0, _rows.Length).GroupBy(i => StratumOf(_rows[i])).Select(rows => rows.ToArray())];

    private string StratumOf(Row row) => collapse is not null && collapse.TryGetValue(row.Stratum, out string? into) ? into : row.Stratum;

    /// <summary>N of a stratum as it was drawn.</summary>
    private double PopulationOf(int[] stratum)
    {
        double size = _rows[stratum[0]].Sizes[0];
        return sample.Plan.Fractions ? UnitsOf(stratum, 0).Length / size : size;
    }

    private readonly Dictionary<(int[], int), int[][]> _units = [];

    private int[][] UnitsOf(int[] group, int stage)
    {
        if (!_units.TryGetValue((group, stage), out int[][]? units))
            _units[(group, stage)] = units = [.. group.GroupBy(i => UnitOf(i, stage)).Select(rows => rows.ToArray())];
        return units;
    }

    private (string Stratum, int Unit) UnitOf(int row, int stage) => (_rows[row].Stratum, sample.Plan.Clusters == 0 ? row : _rows[row].Units[stage]);

    /// <summary>The column; without it the product of N/n over all stages; without either 1.</summary>
    private static double[] Weights(RandomSample sample)
    {
        if (sample.Plan.Weighted)
            return [.. sample.Rows.Select(row => row.Weight)];
        if (sample.Plan.Sizes == 0)
            return [.. sample.Rows.Select(_ => 1.0)];
        double[] weights = [.. sample.Rows.Select(_ => 1.0)];
        for (int stage = 0; stage < sample.Plan.Stages; stage++)
        {
            int s = stage;
            var n = sample.Rows.GroupBy(Key).ToDictionary(group => group.Key, group => sample.Plan.Clusters == 0 ? group.Count() : group.Select(row => row.Units[s]).Distinct().Count());
            for (int i = 0; i < weights.Length; i++)
                weights[i] *= sample.Plan.Fractions ? 1 / sample.Rows[i].Sizes[s] : sample.Rows[i].Sizes[s] / n[Key(sample.Rows[i])];

            string Key(Row row) => $"{row.Stratum}|{string.Join('|', row.Units.Take(s))}";
        }
        return weights;
    }
}
