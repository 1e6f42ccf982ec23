namespace Survey;

/// <summary>How a row's part of a score follows from its slots: of at most one single estimate in each domain, or of one combination in all of them.</summary>
internal sealed class OwnScores
{
    private const int MostMeans = 1 << 27;

    private readonly Request _request;
    private readonly int _strata;
    private readonly int[] _groups;

    // by domain, and within it for each group J by state of an indicator, or by slot of numbers
    private readonly int[] _firstGradient;
    private readonly int _stride;
    private readonly double[] _gradients, _means;

    // 0 where the mean is that of all domains together
    private readonly int _meansOfDomain;

    private OwnScores(UnitTotals totals, IEnumerable<int> groups, bool meansByDomain)
    {
        _request = totals.Request;
        _strata = _request.Sample.Stages[0].GroupCount;
        _meansOfDomain = meansByDomain ? _strata : 0;
        if (meansByDomain && (long)_request.Domains.Count * _strata > MostMeans)
            throw new SurveyDataException($"{Invariant.Count(_request.Domains.Count)} domains in {Invariant.Count(_strata)} strata of rows have more than {Invariant.Count(MostMeans)} mean scores; split by fewer variables, or ask domain by domain.");
        _groups = [.. groups];
        _firstGradient = new int[_groups.Length];
        for (int k = 0; k < _groups.Length; k++)
        {
            _firstGradient[k] = _stride;
            _stride += _request.Groups[_groups[k]].IsIndicator ? CellLayout.States : _request.Groups[_groups[k]].SlotCount;
        }
        CombinationOf = Enumerable.Repeat(-1, _request.Domains.Count).ToArray();
        _gradients = new double[CombinationOf.Length * _stride];
        _means = new double[meansByDomain ? CombinationOf.Length * _strata : _strata];
    }

    /// <summary>For each domain the index of the combination that its rows add to, or -1.</summary>
    public int[] CombinationOf { get; }

    /// <summary>The groups of terms of which scores follow.</summary>
    public IReadOnlyList<int> Groups => _groups;

    /// <summary>J of a group in a domain, by state of an indicator or by slot of numbers; NaN where there is no estimate.</summary>
    /// <param name="domain">The domain.</param>
    /// <param name="k">The number of the group among <see cref="Groups"/>.</param>
    public ReadOnlySpan<double> Gradient(int domain, int k) => _gradients.AsSpan(domain * _stride + _firstGradient[k], (k + 1 < _groups.Length ? _firstGradient[k + 1] : _stride) - _firstGradient[k]);

    /// <summary>M: what is taken off the scores of a domain's rows in a stratum.</summary>
    public double Mean(int domain, int stratum) => _means[domain * _meansOfDomain + stratum];

    /// <summary>How many combinations are in it.</summary>
    public int Count { get; private set; }

    /// <summary>Room for single estimates of a group of terms.</summary>
    public static OwnScores OfSingles(UnitTotals totals, int group) => new(totals, [group], meansByDomain: true);

    /// <summary>One combination, of which rows of every domain have a part.</summary>
    public static OwnScores Of(UnitTotals totals, RowCombination combination, int k)
    {
        var scores = new OwnScores(totals, combination.Parts.Select(part => part.Of.Group).Distinct().Order(), meansByDomain: false);
        scores.Add(combination, k);
        Array.Fill(scores.CombinationOf, k);
        return scores;
    }

    public void Add(RowCombination combination, int k)
    {
        Count++;
        foreach ((Linearized of, double coefficient) in combination.Parts)
        {
            CombinationOf[of.Domain] = k;
            int first = of.Domain * _stride + _firstGradient[Array.IndexOf(_groups, of.Group)];
            double[] gradient = _request.Groups[of.Group].IsIndicator ? ByState(of.Gradient) : of.Gradient;
            for (int j = 0; j < gradient.Length; j++)
                _gradients[first + j] += coefficient * gradient[j];
            combination.Mean.CopyTo(_means, of.Domain * _meansOfDomain);
        }
    }

    /// <summary>The score less its stratum's mean, row by row; 0 in a domain that adds to no combination.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="first">The first of those wanted.</param>
    /// <param name="deviations">To be written to.</param>
    public void Deviations(ChunkRows rows, int first, Span<double> deviations)
    {
        ReadOnlySpan<int> domains = rows.Domains.Slice(first, deviations.Length), strata = rows.Units.Slice(first, deviations.Length);
        for (int i = 0; i < deviations.Length; i++)
            deviations[i] = -_means[domains[i] * _meansOfDomain + strata[i]];
        for (int k = 0; k < _groups.Length; k++)
            if (_request.Groups[_groups[k]].IsIndicator)
                AddIndicator(_firstGradient[k], rows.States(_groups[k]).Slice(first, deviations.Length), rows.Weights.Slice(first, deviations.Length), domains, deviations);
            else
            {
                AddNumbers(_firstGradient[k], rows.WeightsAnswering(_groups[k]).Slice(first, deviations.Length), domains, deviations);
                for (int term = 0; term < _request.Groups[_groups[k]].SlotCount - 1; term++)
                    AddNumbers(_firstGradient[k] + 1 + term, rows.Products(_groups[k], term).Slice(first, deviations.Length), domains, deviations);
            }
    }

    /// <summary>J by the weights, and by those where it is true, as of states; of an estimate that is not, NaN in all.</summary>
    private static double[] ByState(double[] gradient) => [gradient[0] + 0 * gradient[1], gradient[0] + gradient[1], 0 * gradient[0] + 0 * gradient[1]];

    private void AddIndicator(int gradient, ReadOnlySpan<byte> states, ReadOnlySpan<double> weights, ReadOnlySpan<int> domains, Span<double> deviations)
    {
        for (int i = 0; i < deviations.Length; i++)
            deviations[i] += _gradients[domains[i] * _stride + gradient + states[i]] * weights[i];
    }

    private void AddNumbers(int gradient, ReadOnlySpan<double> values, ReadOnlySpan<int> domains, Span<double> deviations)
    {
        for (int i = 0; i < deviations.Length; i++)
            deviations[i] += _gradients[domains[i] * _stride + gradient] * values[i];
    }
}
