namespace Survey;

/// <summary>Errors of estimates of several samples: independent, but for the PSUs that are in more than one of them.</summary>
/// <remarks>
/// A PSU that is in two samples has one place in the vector of contributions, in which both are entered; all else has a place of its own.
/// So the covariance of two samples is C = Σ c_1i c_2i over the PSUs in both, exactly 0 where there are none, and the joint matrix is positive semidefinite.
/// </remarks>
internal sealed class JointErrors : SamplingErrors
{
    private readonly IReadOnlyList<Part> _parts;
    private readonly (int Part, int Index)[] _partOf;
    private readonly int[][] _jointOf;
    private readonly bool[,] _share;
    private readonly int _places;

    /// <param name="parts">One for each sample.</param>
    /// <param name="partOf">The sample each estimate is of, and its index there.</param>
    public JointErrors(IReadOnlyList<Part> parts, (int Part, int Index)[] partOf)
    {
        (_parts, _partOf) = (parts, partOf);
        _places = parts.SelectMany(part => part.Places ?? []).DefaultIfEmpty(-1).Max() + 1;
        _jointOf = [.. Enumerable.Range(0, parts.Count).Select(p => Enumerable.Range(0, partOf.Length).Where(k => partOf[k].Part == p).OrderBy(k => partOf[k].Index).ToArray())];
        HashSet<int>[] places = [.. parts.Select(part => new HashSet<int>(part.Places ?? []))];
        _share = new bool[parts.Count, parts.Count];
        for (int p = 0; p < parts.Count; p++)
            for (int q = 0; q < p; q++)
                _share[p, q] = _share[q, p] = places[p].Overlaps(places[q]);
    }

    /// <summary>One sample.</summary>
    /// <param name="Errors">Of its estimates.</param>
    /// <param name="Places">For each of its PSUs, or replicates, a number that it shares with the same one of other samples; null where it shares none.</param>
    public sealed record Part(SamplingErrors Errors, int[]? Places);

    public override double[,] Covariance(IReadOnlyList<Combination> of)
    {
        double[,] covariance = new double[of.Count, of.Count];
        double[][] joint = [.. of.Select(_ => new double[_places])];
        for (int p = 0; p < _parts.Count; p++)
        {
            Combination[] own = [.. of.Select(combination => OfPart(combination, p))];
            if (own.All(combination => combination.Estimates.Length == 0))
                continue;
            Add(covariance, _parts[p] is { Places: { } places, Errors: IContributions units }
                ? EnterPsus(units, places, own, joint)
                : _parts[p].Errors.Covariance(own));
        }
        Add(covariance, ContributionProducts.Of(joint));
        return covariance;
    }

    public override double[] Variances(IReadOnlyList<Combination> of)
    {
        double[] variances = new double[of.Count];
        for (int p = 0; p < _parts.Count; p++)
            if (_parts[p].Places is null)
                Add(variances, _parts[p].Errors.Variances([.. of.Select(combination => OfPart(combination, p))]));
        // one by one, so that one vector is held at a time
        if (_places > 0)
            for (int k = 0; k < variances.Length; k++)
                variances[k] += SharedVariance(of[k]);
        return variances;
    }

    /// <summary>What samples that share PSUs add to a variance.</summary>
    private double SharedVariance(Combination of)
    {
        double[][] joint = [new double[_places]];
        double variance = 0;
        for (int p = 0; p < _parts.Count; p++)
            if (_parts[p] is { Places: { } places, Errors: IContributions units } && OfPart(of, p) is { Estimates.Length: > 0 } own)
                variance += EnterPsus(units, places, [own], joint)[0, 0];
        return variance + CompensatedSum.OfProducts(joint[0], joint[0]);
    }

    /// <summary>Where samples share a PSU the smallest of theirs; where they share none (a_1 + a_2)²/(a_1²/df_1 + a_2²/df_2), a the variance that each contributes (Welch and Satterthwaite).</summary>
    public override double DegreesOfFreedom(Combination of, Func<int, double> own)
    {
        (int Part, Combination Of, double Degrees)[] involved = [.. from p in Enumerable.Range(0, _parts.Count)
                                                                    let combination = OfPart(of, p)
                                                                    where combination.Estimates.Length > 0
                                                                    select (p, combination, DegreesOfPart(p, combination))];
        double least = involved.Select(part => part.Degrees).DefaultIfEmpty(double.PositiveInfinity).Min();
        if (involved.Length < 2 || !(least > 0) || SharesAny([.. involved.Select(part => part.Part)]))
            return least;
        double sum = 0, squares = 0;
        foreach ((int p, Combination combination, double degrees) in involved)
        {
            double variance = _parts[p].Errors.Variances([combination])[0];
            sum += variance;
            squares += variance * variance / degrees;
        }
        return squares > 0 ? sum * sum / squares : least;

        double DegreesOfPart(int p, Combination combination) =>
            _parts[p].Errors.DegreesOfFreedom(combination, index => own(_jointOf[p][index]));
    }

    /// <summary>Enters the contributions of PSUs at their places; gives the products of those of later stages, which no other sample shares.</summary>
    private static double[,] EnterPsus(IContributions units, int[] places, Combination[] own, double[][] joint)
    {
        double[][] rest = new double[own.Length][];
        for (int k = 0; k < own.Length; k++)
        {
            double[] contributions = units.Contributions(own[k]);
            for (int psu = 0; psu < places.Length; psu++)
                joint[k][places[psu]] += contributions[psu];
            rest[k] = contributions[places.Length..];
        }
        return ContributionProducts.Of(rest);
    }

    private Combination OfPart(Combination of, int part)
    {
        int[] kept = [.. Enumerable.Range(0, of.Estimates.Length).Where(k => _partOf[of.Estimates[k]].Part == part)];
        return new Combination([.. kept.Select(k => _partOf[of.Estimates[k]].Index)], [.. kept.Select(k => of.Coefficients[k])]);
    }

    private bool SharesAny(int[] parts) => parts.Any(p => parts.Any(q => p != q && _share[p, q]));

    private static void Add(double[] to, double[] of)
    {
        for (int k = 0; k < to.Length; k++)
            to[k] += of[k];
    }

    private static void Add(double[,] to, double[,] of)
    {
        for (int k = 0; k < to.GetLength(0); k++)
            for (int l = 0; l < to.GetLength(1); l++)
                to[k, l] += of[k, l];
    }
}
