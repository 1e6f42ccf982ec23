namespace Survey;

/// <summary>What became of the units drawn, as counts or sums of weights, and the rates that follow from it.</summary>
/// <param name="Responded">Interviewed; AAPOR's I.</param>
/// <param name="Refused">AAPOR's R.</param>
/// <param name="NotFound">Eligible and not met; AAPOR's NC.</param>
/// <param name="Ineligible">Not among those the survey is about; in no rate, but in <see cref="EligibleShare"/>.</param>
/// <param name="Unknown">Of unknown eligibility; AAPOR's UH and UO.</param>
/// <param name="EligibleShare">AAPOR's e, the share of those of unknown eligibility that is taken to be eligible; NaN where nothing is known of it.</param>
/// <remarks>
/// There are no partial interviews here (AAPOR's P), and no eligible units that fell out for other reasons (O), so rates that differ only in how they count those are the same: RR2 is RR1, RR4 is RR3, RR6 is RR5, and COOP2, COOP3 and COOP4 are COOP1.
/// A rate whose denominator is 0 is NaN.
/// American Association for Public Opinion Research (2023), Standard Definitions: Final Dispositions of Case Codes and Outcome Rates for Surveys, 10th edition.
/// </remarks>
public sealed record ResponseRates(double Responded, double Refused, double NotFound, double Ineligible, double Unknown, double EligibleShare)
{
    /// <summary>All that were drawn.</summary>
    public double Drawn => Responded + Refused + NotFound + Ineligible + Unknown;

    /// <summary>RR1, the lowest response rate, which takes all of unknown eligibility for eligible: I / (I + R + NC + U).</summary>
    public double Minimum => Rate(Responded, Eligible + Unknown);

    /// <summary>RR3, the response rate with the share of the unknown that is likely eligible: I / (I + R + NC + e U); RR5 where none is unknown.</summary>
    public double Estimated => Unknown == 0 ? Maximum : Rate(Responded, Eligible + (EligibleShare * Unknown));

    /// <summary>RR5, the highest response rate, which takes none of unknown eligibility for eligible: I / (I + R + NC).</summary>
    public double Maximum => Rate(Responded, Eligible);

    /// <summary>COOP1, the share of interviews among the eligible who were met: I / (I + R).</summary>
    public double Cooperation => Rate(Responded, Responded + Refused);

    /// <summary>REF1, the share of refusals: R / (I + R + NC + U).</summary>
    public double Refusal => Rate(Refused, Eligible + Unknown);

    /// <summary>CON1, the share of those met: (I + R) / (I + R + NC + U).</summary>
    public double Contact => Rate(Responded + Refused, Eligible + Unknown);

    private double Eligible => Responded + Refused + NotFound;

    /// <summary>Rates from counts.</summary>
    /// <param name="responded">How many were interviewed, or the sum of their weights; so are the others.</param>
    /// <param name="refused">How many refused.</param>
    /// <param name="notFound">How many eligible ones were not met.</param>
    /// <param name="ineligible">How many were not among those the survey is about.</param>
    /// <param name="unknown">Of how many it is not known whether they are eligible.</param>
    /// <param name="eligibleShare">The share of the unknown that is eligible, from 0 to 1; by default that among those of whom it is known: (I + R + NC) / (I + R + NC + ineligible), NaN where that is nobody.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or not finite, or the share is not between 0 and 1.</exception>
    public static ResponseRates OfCounts(double responded, double refused, double notFound, double ineligible, double unknown, double? eligibleShare = null)
    {
        foreach ((double count, string name) in new[] { (responded, nameof(responded)), (refused, nameof(refused)), (notFound, nameof(notFound)), (ineligible, nameof(ineligible)), (unknown, nameof(unknown)) })
            if (!(count >= 0 && double.IsFinite(count)))
                throw new ArgumentOutOfRangeException(name, count, "A count, or a sum of weights, is a number of at least 0.");
        CheckShare(eligibleShare);
        double eligible = responded + refused + notFound;
        return new ResponseRates(responded, refused, notFound, ineligible, unknown, eligibleShare ?? Rate(eligible, eligible + ineligible));
    }

    internal static void CheckShare(double? eligibleShare)
    {
        if (eligibleShare is { } share && !(share is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(eligibleShare), share, "The eligible share of those of unknown eligibility is between 0 and 1.");
    }

    private static double Rate(double part, double whole) => whole > 0 ? part / whole : double.NaN;
}
