using static Survey.Statistic;

namespace Survey.Simulations;

/// <summary>What one pair of waves says of the change: as the library has it, and in two ways that are wrong where some villages are in both waves and some are not.</summary>
/// <param name="Change">Each wave in its own design, with the covariance over the villages in both.</param>
/// <param name="Independent">The difference as if no village were in both.</param>
/// <param name="Stacked">The difference of two domains of one design in which the rows of both waves are.</param>
internal sealed record ChangeResult(Change Change, Contrast Independent, Contrast Stacked)
{
    /// <param name="waves">Columns as <see cref="TwoWaves.Draw"/> has them.</param>
    /// <param name="anyShared">Whether any village is in both waves.</param>
    public static ChangeResult Of(Table waves, bool anyShared)
    {
        return new ChangeResult(ChangeOf(samePlaces: anyShared), ChangeOf(samePlaces: false).Difference, Design(waves).By("year").Proportion("literate").Contrast("p2 - p1"));

        Change ChangeOf(bool samePlaces) => Waves.Of(waves, "year", Design, samePlaces).Change(Proportion("literate"));
    }

    private static SurveyDesign Design(Table rows) => new(rows, weights: "w", strata: "town", clusters: "village");
}
