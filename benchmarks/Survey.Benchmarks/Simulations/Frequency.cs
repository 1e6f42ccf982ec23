namespace Survey.Simulations;

/// <summary>How often something happened.</summary>
/// <param name="Count">In how many samples.</param>
/// <param name="Samples">Of how many.</param>
internal readonly record struct Frequency(int Count, int Samples)
{
    public double Share => (double)Count / Samples;

    /// <summary>Monte Carlo standard error of the share.</summary>
    public double Error => ErrorOf(Share, Samples);

    public static Frequency Of(IEnumerable<bool> happened)
    {
        bool[] all = [.. happened];
        return new Frequency(all.Count(own => own), all.Length);
    }

    /// <summary>Monte Carlo standard error of the share of something that has this chance.</summary>
    public static double ErrorOf(double chance, int samples) => Math.Sqrt(chance * (1 - chance) / samples);

    /// <summary>"2.45 ± 0.35", in per cent.</summary>
    public override string ToString() => FormattableString.Invariant($"{100 * Share:0.00} ± {100 * Error:0.00}");
}
