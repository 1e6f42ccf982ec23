namespace Survey;

/// <summary>The PSUs of a sample by stratum, and how replicates of them become factors of its units.</summary>
internal sealed class PsuGroups
{
    public PsuGroups(Sample sample)
    {
        Sample = sample;
        Stage stage = sample.Stages[0];
        var psus = new List<int>[stage.GroupCount];
        for (int psu = 0; psu < stage.GroupOfUnit.Length; psu++)
            (psus[stage.GroupOfUnit[psu]] ??= []).Add(psu);
        PsusOf = [.. psus.Select(own => own.ToArray())];
        Moving = [.. Enumerable.Range(0, PsusOf.Length).Where(h => PsusOf[h].Length > 1 && stage.Fraction(h) < 1)];
    }

    public Sample Sample { get; }

    /// <summary>The PSUs of each stratum.</summary>
    public int[][] PsusOf { get; }

    /// <summary>Strata that add to the variance: of several PSUs, and not taken whole. In the others every factor is 1.</summary>
    public int[] Moving { get; }

    public int PsuCount => Sample.Stages[0].GroupOfUnit.Length;

    public string NameOf(int stratum) => Sample.Stages[0].NameOf(stratum);

    /// <summary>f = n/N.</summary>
    public double Fraction(int stratum) => Sample.Stages[0].Fraction(stratum);

    /// <summary>A factor a as 1 + sqrt(1 - f)(a - 1), whose replicates vary less by 1 - f.</summary>
    public double Shrunk(int stratum, double factor) => 1 + Math.Sqrt(1 - Fraction(stratum)) * (factor - 1);

    /// <summary>So many replicates of factors 1.</summary>
    public double[][] Ones(int replicates) => [.. Enumerable.Range(0, replicates).Select(_ => Enumerable.Repeat(1.0, PsuCount).ToArray())];

    /// <summary>The factors of the units of the last stage that counts, from those of PSUs.</summary>
    public double[][] OfUnits(double[][] ofPsus)
    {
        if (Sample.Stages.Count == 1)
            return ofPsus;
        int[] psus = [.. Enumerable.Range(0, Sample.UnitCount)];
        for (int s = Sample.Stages.Count - 1; s > 0; s--)
            for (int unit = 0; unit < psus.Length; unit++)
                psus[unit] = Sample.Stages[s].GroupOfUnit[psus[unit]];
        return [.. ofPsus.Select(own => Array.ConvertAll(psus, psu => own[psu]))];
    }

    /// <summary>Refuses strata that do not have two PSUs.</summary>
    /// <param name="method">That needs pairs.</param>
    public void RequirePairs(string method)
    {
        const int MostNamed = 10;
        int[] odd = [.. Moving.Where(h => PsusOf[h].Length != 2)];
        if (odd.Length > 0)
            throw new SurveyDataException($"{method} takes two PSUs in each stratum, and there are {string.Join(", ", odd.Take(MostNamed).Select(h => $"{PsusOf[h].Length} in {NameOf(h)}"))}{(odd.Length > MostNamed ? $", ... ({odd.Length} strata)" : "")}; take the jackknife of strata (JKn) or a bootstrap.");
        if (Moving.Length == 0)
            throw NothingMoves();
    }

    public static SurveyDataException NothingMoves() => new("No stratum has several PSUs of which some were left undrawn, so no replicate would differ from the sample; there is no variance to estimate.");
}
