namespace Survey;

/// <summary>How many of last year's units stay in the sample.</summary>
/// <remarks>
/// In each stratum a random part of last year's units is kept and the others are drawn from the units that were not in it, with chances proportional to their sizes. Last year's sample is taken to have been drawn by the same
/// plan from the same frame. The probability of a unit is its chance over both years: that it was drawn last year and is kept, or was not and is drawn now, added up over all samples that last year could have had. It is
/// close to, but not exactly, proportional to size, and it is known for the simple random and the systematic method, for Sampford's, and for one or two units a stratum by any.
/// </remarks>
public sealed record KeptShare
{
    /// <summary>Keeps a share of last year's units.</summary>
    /// <param name="share">From 0 to 1. Where it is not a whole number of units, chance decides between the two next to it.</param>
    /// <param name="last">Last year's units: a table with the columns of the first stage, its strata and its unit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not from 0 to 1.</exception>
    public KeptShare(double share, Table last)
    {
        ArgumentNullException.ThrowIfNull(last);
        if (!(share is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share is from 0 to 1.");
        (Share, Last) = (share, last);
    }

    /// <summary>The share that is kept.</summary>
    public double Share { get; }

    /// <summary>Last year's units.</summary>
    public Table Last { get; }
}
