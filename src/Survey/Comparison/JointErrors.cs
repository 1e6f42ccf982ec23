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
    private readonly int _places;

    /// <param name="parts">One for each sample.</param>
    /// <param name="partOf">The sample each estimate is of, and its index there.</param>
    public JointErrors(IReadOnlyList<Part> parts, (int Part, int Index)[] partOf)
    {
        (_parts, _partOf) = (parts, partOf);
        _places = parts.SelectMany(part => part.Places ?? []).DefaultIfEmpty(-1).Max() + 1;
    }

    /// <summary>One sample.</summary>
    /// <param name="Errors">Of its estimates.</param>
    /// <param name="Places">For each of its PSUs a number that it shares with the same PSU of other samples; null where it shares none.</param>
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
            Add(covariance, _parts[p] is { Places: { } places, Errors: UnitErrors units }
                ? EnterPsus(units, places, own, joint)
                : _parts[p].Errors.Covariance(own));
        }
        Add(covariance, UnitErrors.Products(joint));
        return covariance;
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
            double variance = _parts[p].Errors.Covariance([combination])[0, 0];
            sum += variance;
            squares += variance * variance / degrees;
        }
        return squares > 0 ? sum * sum / squares : least;

        double DegreesOfPart(int p, Combination combination) =>
            _parts[p].Errors.DegreesOfFreedom(combination, index => own(Array.IndexOf(_partOf, (p, index))));
    }

    /// <summary>Enters the contributions of PSUs at their places; gives the products of those of later stages, which no other sample shares.</summary>
    private static double[,] EnterPsus(UnitErrors units, int[] places, Combination[] own, double[][] joint)
    {
        double[][] rest = new double[own.Length][];
        for (int k = 0; k < own.Length; k++)
        {
            double[] contributions = units.Contributions(own[k]);
            for (int psu = 0; psu < places.Length; psu++)
                joint[k][places[psu]] += contributions[psu];
            rest[k] = contributions[places.Length..];
        }
        return UnitErrors.Products(rest);
    }

    private Combination OfPart(Combination of, int part)
    {
        int[] kept = [.. Enumerable.Range(0, of.Estimates.Length).Where(k => _partOf[of.Estimates[k]].Part == part)];
        return new Combination([.. kept.Select(k => _partOf[of.Estimates[k]].Index)], [.. kept.Select(k => of.Coefficients[k])]);
    }

    private bool SharesAny(int[] parts)
    {
        var met = new HashSet<int>();
        foreach (int part in parts)
        {
            int[] places = _parts[part].Places ?? [];
            if (met.Overlaps(places))
                return true;
            met.UnionWith(places);
        }
        return false;
    }

    private static void Add(double[,] to, double[,] of)
    {
        for (int k = 0; k < to.GetLength(0); k++)
            for (int l = 0; l < to.GetLength(1); l++)
                to[k, l] += of[k, l];
    }
}
