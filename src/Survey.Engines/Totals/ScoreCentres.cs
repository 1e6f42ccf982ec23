namespace Survey.Engines;

/// <summary>For servers whose covariances lose the digits in which scores differ: the mean score of each stratum and domain, known from the first statement, is taken off before products are summed.</summary>
internal sealed class ScoreCentres
{
    // numbers in the text of a statement, some 20 characters each; beyond, scores are summed about 0
    private const long MostCentres = 1 << 17;

    private readonly UnitTotals _totals;
    private readonly int _domains, _strata;
    private readonly string _stratum;

    public ScoreCentres(EngineTable table, UnitTotals totals)
    {
        (_totals, _domains, _strata) = (totals, totals.Request.Domains.Count, totals.Units);
        (Dialect, _stratum) = (table.Dialect, StratumOf(table, totals));
    }

    private Dialect Dialect { get; }

    /// <summary>The mean score of each domain's rows in each stratum, by stratum and domain.</summary>
    public double[] Of(OwnScores scores)
    {
        if ((long)_strata * _domains > MostCentres)
            return [0];
        double[] centres = new double[_strata * _domains];
        for (int domain = 0; domain < _domains; domain++)
        {
            double[] rows = _totals.Slot(domain, _totals.Request.RowCountSlot);
            for (int k = 0; k < scores.Groups.Count; k++)
                foreach ((int slot, double slope) in Slopes(scores, k, domain))
                    Add(_totals.Slot(domain, slot), slope, rows, domain, centres);
        }
        return centres;
    }

    /// <summary>The centre of a row.</summary>
    /// <param name="centres">Of strata and domains.</param>
    /// <param name="domain">The code of a row's domain.</param>
    public string Sql(double[] centres, string domain) =>
        centres.Length == 1 ? Dialect.Number(centres[0]) : Dialect.Lookup(centres, _domains == 1 ? _stratum : $"({_stratum} * {_domains} + {domain})");

    /// <summary>Means and covariances of scores from those of scores less their centres.</summary>
    public SummedScores Uncentred(SummedScores scores, double[][] centres, IReadOnlyList<(int First, int Second)> pairs)
    {
        double[][] covariances = [.. pairs.Select((pair, p) => scores.Covariances[p].Select((product, cell) => product - scores.Means[pair.First][cell] * scores.Means[pair.Second][cell]).ToArray())];
        int[] strata = _totals.Request.Design.UnitsOf(scores.Keys);
        double[][] means = [.. scores.Means.Select((own, k) => own.Select((mean, cell) => mean + CentreOf(centres[k], strata[scores.KeyOf[cell]], scores.DomainOf[cell])).ToArray())];
        return scores with { Means = means, Covariances = covariances };
    }

    private double CentreOf(double[] centres, int stratum, int domain) => centres.Length == 1 || domain < 0 ? centres[0] : centres[stratum * _domains + domain];

    // J by states of an indicator, of which the weights of those who answered and of whom it is true are known
    private IEnumerable<(int Slot, double Slope)> Slopes(OwnScores scores, int k, int domain)
    {
        int first = _totals.Request.FirstSlot[scores.Groups[k]];
        double[] gradient = scores.Gradient(domain, k).ToArray();
        return _totals.Request.Groups[scores.Groups[k]].IsIndicator
            ? [(first, gradient[0]), (first + 1, gradient[1] - gradient[0])]
            : gradient.Select((slope, j) => (first + j, slope));
    }

    private void Add(double[] sums, double slope, double[] rows, int domain, double[] centres)
    {
        for (int stratum = 0; stratum < _strata; stratum++)
            if (rows[stratum] > 0 && !double.IsNaN(slope))
                centres[stratum * _domains + domain] += slope * sums[stratum] / rows[stratum];
    }

    /// <summary>The number of a row's stratum: what else is a key, such as a population size, is one number in each.</summary>
    private static string StratumOf(EngineTable table, UnitTotals totals)
    {
        if (totals.Request.Design.KeyColumns is not { Strata: { } strata } sample)
            return "0";
        KeyUnits keys = totals.KeyUnits!;
        Column column = keys.Keys.Columns.First(key => key.Name == strata).Column;
        GroupKey own = new KeyColumns(table, sample, table.Compiler([])).Keys[0];
        IEnumerable<string> arms = keys.UnitOf.Select((unit, key) => $"WHEN {LiteralOf(column, key, own.Kind, table.Dialect)} THEN {unit}").Distinct();
        return $"CASE {own.Shown} {string.Join(" ", arms)} ELSE 0 END";
    }

    private static string LiteralOf(Column column, int row, ReplyKind kind, Dialect dialect) =>
        column switch
        {
            FlagColumn flags => dialect.Number(flags.Values[row]),
            DateColumn dates => dialect.Number(dates.Days[row]),
            NumberColumn numbers when kind == ReplyKind.Number => dialect.Number(numbers.Values[row]),
            _ => dialect.Text(column.TextAt(row)!, []),
        };
}
