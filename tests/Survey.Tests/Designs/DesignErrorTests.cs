namespace Survey.Tests.Designs;

/// <summary>What a design refuses, in one sentence that names the thing, the place and the way out.</summary>
public class DesignErrorTests
{
    private static readonly Table People = Table.FromColumns([
        ("weight", Numbers(1, 2, 3, 4, 5, 6)),
        ("stratum", Texts("a", "a", "a", "b", "b", "b")),
        ("psu", Numbers(1, 1, 2, 1, 2, 2)),
        ("household", Numbers(1, 2, 1, 1, 1, 2)),
        ("y", Numbers(1, 2, 3, 4, 5, 6))]);

    [Test]
    public void AnUnknownColumn()
    {
        using (Assert.EnterMultipleScope())
        {
            Refuses(() => new SurveyDesign(People, "weigth"), "There is no column 'weigth'; did you mean 'weight'?");
            Refuses(() => new SurveyDesign(People, "weight", strata: "Stratum"), "There is no column 'Stratum'; did you mean 'stratum'?");
            Refuses(() => new SurveyDesign(People, clusters: ["psu", "village"]), "There is no column 'village' among weight, stratum, psu, household, y.");
            Refuses(() => new SurveyDesign(People, populationSizes: "N"), "There is no column 'N' among weight, stratum, psu, household, y.");
        }
    }

    [TestCase("missing", double.NaN, "fill it in, or leave rows without an interview out before the design is made")]
    [TestCase("negative", -0.5, "a base weight is 1 / probability of selection")]
    [TestCase("infinite", double.PositiveInfinity, "a probability of selection of 0 cannot be")]
    public void AWeightThatIsNoWeight(string what, double weight, string way)
    {
        using (Assert.EnterMultipleScope())
        {
            Refuses(() => Weighted(1, weight, 3, 4, 5, 6), $"The weight 'weight' is {what} in row 2; {way}.");
            Refuses(() => Weighted(weight, 2, weight, 4, 5, weight), $"The weight 'weight' is {what} in 3 rows (1, 3, 6); {way}.");
            Refuses(() => Weighted(weight, weight, weight, weight, weight, weight), $"The weight 'weight' is {what} in 6 rows (1, 2, 3, 4, 5, ...); {way}.");
        }
    }

    [Test]
    public void WeightsOfZeroOnly() =>
        Refuses(() => Weighted(0, 0, 0, 0, 0, 0), "The weight 'weight' is 0 in all 6 rows, so the sample stands for nobody; name another column, or none if every row counts 1.");

    [Test]
    public void AMissingStratumOrCluster()
    {
        Table lacking = People.With("stratum", Texts("a", null, "a", "b", null, "b")).With("psu", Numbers(1, 1, double.NaN, 1, 2, 2));
        using (Assert.EnterMultipleScope())
        {
            Refuses(() => new SurveyDesign(lacking, "weight", "stratum"), "The strata column 'stratum' is missing in 2 rows (2, 5); every row of a sample has a stratum, so fill it in or leave those rows out with the reason noted.");
            Refuses(() => new SurveyDesign(lacking, "weight", clusters: "psu"), "The clusters column 'psu' is missing in row 3; every row of a sample has a cluster, so fill it in or leave those rows out with the reason noted.");
        }
    }

    [Test]
    public void TextWhereNumbersAreWanted()
    {
        using (Assert.EnterMultipleScope())
        {
            Refuses(() => new SurveyDesign(People, "stratum"), "The weights column 'stratum' is a category, where numbers are wanted.");
            Refuses(() => new SurveyDesign(People, "weight", clusters: "psu", populationSizes: "stratum"), "The population sizes column 'stratum' is a category, where numbers are wanted.");
        }
    }

    [Test]
    public void NoRows() =>
        Refuses(() => new SurveyDesign(People.Head(0), "weight"), "The sample has no rows; a design needs at least one.");

    [Test]
    public void StrataOfOnePsu()
    {
        Table lonely = People.With("stratum", Texts("a", "b", "b", "b", "丙", "d"));
        using (Assert.EnterMultipleScope())
        {
            Refuses(
                () => new SurveyDesign(lonely, "weight", "stratum"),
                "One PSU was drawn from stratum 'a', stratum 'd', stratum '丙', so their variance cannot be estimated; merge each with a stratum like it (collapse), give population sizes if it was taken whole, or choose the lonely-PSU rule Certainty, Adjust or Average.");
            Refuses(
                () => new SurveyDesign(lonely.Head(4), "weight", "stratum"),
                "One PSU was drawn from stratum 'a', so its variance cannot be estimated; merge it with a stratum like it (collapse), give population sizes if it was taken whole, or choose the lonely-PSU rule Certainty, Adjust or Average.");
            Refuses(
                () => new SurveyDesign(lonely.Head(1), "weight"),
                "One PSU was drawn from the sample and there is no other stratum, so the variance cannot be estimated; name as clusters the units that were drawn, give population sizes if it was taken whole, or choose the lonely-PSU rule Certainty.");
        }
    }

    [Test]
    public void AHundredStrataOfOnePsuAreAllNamed()
    {
        double[] numbers = [.. Enumerable.Range(0, 100).Select(k => (double)k)];

        Assert.That(
            () => new SurveyDesign(Table.FromColumns([("h", numbers)]), strata: "h"),
            Throws.TypeOf<SurveyDataException>().With.Message.StartsWith("One PSU was drawn from " + string.Join(", ", numbers.Select(number => $"stratum '{number}'")) + ", so their "));
    }

    [Test]
    public void AStratumOfOnePsuThatWasTakenWholeIsAllowed([Values] LonelyPsu rule)
    {
        Table whole = People.With("stratum", Texts("a", "b", "b", "b", "b", "b")).With("N", Numbers(1, 9, 9, 9, 9, 9));

        Assert.That(new SurveyDesign(whole, "weight", "stratum", populationSizes: "N", lonelyPsu: rule).Mean("y").StandardError, Is.GreaterThan(0));
    }

    [Test]
    public void PsusOfOneUnit()
    {
        Table sizes = People.With("N", Numbers(9, 9, 9, 9, 9, 9)).With("M", Numbers(5, 5, 5, 5, 5, 5));
        using (Assert.EnterMultipleScope())
        {
            Refuses(
                () => TwoStages(sizes, LonelyPsu.Fail),
                "At stage 2 one unit was drawn from psu '2' of stratum 'a', psu '1' of stratum 'b', so the variance there cannot be estimated; give population sizes if it was taken whole, leave the stage out, or choose the lonely-PSU rule Certainty.");
            Refuses(
                () => TwoStages(sizes, LonelyPsu.Average),
                "At stage 2 one unit was drawn from psu '2' of stratum 'a', psu '1' of stratum 'b', and the rule Average is for the first stage only; choose Certainty or Adjust.");
            Refuses(
                () => new SurveyDesign(sizes, clusters: ["y", "household"], populationSizes: ["N", "M"]),
                "At stage 2 one unit was drawn from y '1', y '2', y '3', y '4', y '5', y '6', so the variance there cannot be estimated; give population sizes if it was taken whole, leave the stage out, or choose the lonely-PSU rule Certainty.");
            Assert.That(TwoStages(sizes, LonelyPsu.Certainty).Mean("y").StandardError, Is.EqualTo(TwoStages(sizes, LonelyPsu.Adjust).Mean("y").StandardError));
            Assert.That(() => new SurveyDesign(sizes, "weight", "stratum", ["psu", "household"]), Throws.Nothing, "without sizes the second stage does not count");
        }
    }

    [Test]
    public void ARuleThatDoesNotExist()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => new SurveyDesign(People, lonelyPsu: (LonelyPsu)9), Throws.TypeOf<ArgumentOutOfRangeException>());
            Assert.That(() => new SurveyDesign(People, degreesOfFreedom: (DegreesOfFreedomRule)9), Throws.TypeOf<ArgumentOutOfRangeException>());
        }
    }

    private static SurveyDesign TwoStages(Table table, LonelyPsu rule) => new(table, "weight", "stratum", ["psu", "household"], ["N", "M"], rule);

    private static SurveyDesign Weighted(params ReadOnlySpan<double> weights) => new(People.With("weight", Numbers(weights)), "weight");

    private static void Refuses(Func<SurveyDesign> make, string sentence) => Assert.That(() => make(), Throws.TypeOf<SurveyDataException>().With.Message.EqualTo(sentence));

    // the public way to a column of numbers refuses infinities, but an expression or a file may have other ways
    private static NumberColumn Numbers(params ReadOnlySpan<double> values) => NumberColumn.Owning(values.ToArray());

    private static CategoryColumn Texts(params ReadOnlySpan<string?> values) => new(values);
}
