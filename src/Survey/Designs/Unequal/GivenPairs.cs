namespace Survey;

/// <summary>Joint probabilities of PSUs as somebody gave them.</summary>
internal abstract class GivenPairs
{
    /// <summary>Those of PSUs of the sample.</summary>
    public abstract PairList Among(SampledPsus psus);

    /// <summary>PSUs by what they are called; where no stratum is wanted it is "".</summary>
    protected static Dictionary<(string Stratum, string Cluster), int> ByName(PsuNames names, bool withStrata)
    {
        var found = new Dictionary<(string, string), int>(names.Count);
        for (int psu = 0; psu < names.Count; psu++)
            found.Add((withStrata ? names.Stratum(psu) : "", names.Cluster(psu)), psu);
        return found;
    }
}

/// <summary>The PSUs of a sample, as joint probabilities may name them.</summary>
/// <param name="Count">How many.</param>
/// <param name="Names">Their ids; null where each row is a PSU.</param>
/// <param name="Strata">The column of strata, or null.</param>
/// <param name="NameOf">What each is called in messages.</param>
internal sealed record SampledPsus(int Count, PsuNames? Names, string? Strata, Func<int, string> NameOf);

/// <summary>Pairs of PSUs and their joint probabilities, as they were given.</summary>
internal sealed class PairList
{
    private readonly List<(int First, int Second, double Probability)> _all = [];

    public IReadOnlyList<(int First, int Second, double Probability)> All => _all;

    /// <summary>How many were given of which a PSU is not in the sample.</summary>
    public long Outside { get; set; }

    public void Add(int first, int second, double probability) => _all.Add((first, second, probability));
}
