using static Survey.Tests.Tolerance;

namespace Survey.Tests.Designs;

/// <summary>Population sizes: two forms, one at a time, and weights that follow from them.</summary>
public class PopulationSizeTests
{
    private static readonly Table People = Table.FromColumns([
        ("weight", Numbers(1, 2, 3, 4, 5, 6)),
        ("stratum", (Column)new CategoryColumn(["a", "a", "a", "b", "b", "b"])),
        ("psu", Numbers(1, 1, 2, 1, 2, 2)),
        ("household", Numbers(1, 2, 1, 1, 1, 2)),
        ("y", Numbers(1, 2, 3, 4, 5, 6))]);

    [TestCase(double.NaN, "missing")]
    [TestCase(0, "0")]
    [TestCase(-2.5, "-2.5")]
    public void ASizeThatIsNone(double size, string said) =>
        Refuses(
            Sizes(9, 9, 9, 9, size, 9),
            $"The population size 'N' is {said} in row 5; it is a count of units of at least 1, or a sampled fraction above 0.");

    [Test]
    public void FewerThanWereDrawn() =>
        Refuses(
            Sizes(9, 9, 9, 2, 2, 2),
            "In stratum 'b' 3 units were drawn from a population of 2 ('N'); population sizes count the units that could have been drawn, not those that were.");

    [Test]
    public void CountsAndFractionsTogether() =>
        Refuses(
            Sizes(9, 9, 9, 0.25, 0.25, 0.25),
            "The population size 'N' is 0.25 in row 4, a sampled fraction, and 9 in row 1, a count; give one or the other in every row and at every stage.");

    [Test]
    public void CountsAtOneStageAndFractionsAtAnother() =>
        Refuses(
            () => TwoStages(People.With("N", Numbers(9, 9, 9, 9, 9, 9)).With("M", Numbers(0.5, 0.5, 0.5, 0.5, 0.5, 0.5))),
            "The population size 'M' is 0.5 in row 1, a sampled fraction, and 'N' is 9 in row 1, a count; give one or the other in every row and at every stage.");

    [Test]
    public void TwoSizesOfOneStratum() =>
        Refuses(
            Sizes(9, 9, 9, 8, 8, 7),
            "The population size 'N' of stratum 'b' is 8 and, in row 6, 7; it is one number for all units drawn from the same group.");

    [Test]
    public void TwoSizesOfOnePsu() =>
        Refuses(
            () => TwoStages(People.With("N", Numbers(9, 9, 9, 9, 9, 9)).With("M", Numbers(5, 4, 5, 5, 5, 5))),
            "The population size 'M' of psu '1' of stratum 'a' is 5 and, in row 2, 4; it is one number for all units drawn from the same group.");

    [Test]
    public void MoreSizesThanStages()
    {
        using (Assert.EnterMultipleScope())
        {
            Refuses(
                () => new SurveyDesign(People, "weight", "stratum", "psu", ["y", "y"]),
                "There are 2 columns of population sizes for 1 stage of clusters; name a cluster column for each stage (where each row is a unit of its own, a column that numbers the rows).");
            Refuses(
                () => new SurveyDesign(People, "weight", "stratum", ["psu", "household"], ["y", "y", "y"]),
                "There are 3 columns of population sizes for 2 stages of clusters; name a cluster column for each stage (where each row is a unit of its own, a column that numbers the rows).");
        }
    }

    [Test]
    public void NoWeightsAndTooFewSizes()
    {
        using (Assert.EnterMultipleScope())
        {
            Refuses(
                () => new SurveyDesign(People, strata: "stratum", clusters: ["psu", "household"], populationSizes: "y"),
                "Weights follow from population sizes only when all 2 stages have one, and 1 of them has; name a weight column.");
            Refuses(
                () => new SurveyDesign(People, strata: "stratum", clusters: ["psu", "household", "y"], populationSizes: ["y", "y"]),
                "Weights follow from population sizes only when all 3 stages have one, and 2 of them have; name a weight column.");
        }
    }

    [Test]
    public void FractionsAreCountsOfAnotherForm()
    {
        Estimate counts = new SurveyDesign(People.With("N", Numbers(4, 4, 4, 12, 12, 12)), "weight", "stratum", populationSizes: "N").Mean("y");
        Estimate fractions = new SurveyDesign(People.With("N", Numbers(0.75, 0.75, 0.75, 0.25, 0.25, 0.25)), "weight", "stratum", populationSizes: "N").Mean("y");

        Assert.That(fractions.StandardError, Close(counts.StandardError, ClosedForm));
    }

    [Test]
    public void WeightsFollowFromSizes()
    {
        Table sizes = People.With("N", Numbers(6, 6, 6, 8, 8, 8)).With("M", Numbers(4, 4, 3, 5, 2, 2));
        var design = new SurveyDesign(sizes, strata: "stratum", clusters: ["psu", "household"], populationSizes: ["N", "M"], lonelyPsu: LonelyPsu.Certainty);

        // a: 6/2 times 4/2 and 3/1; b: 8/2 times 5/1 and 2/2
        Assert.That(design.Total("y").Value, Is.EqualTo(6 * 1 + 6 * 2 + 9 * 3 + 20 * 4 + 4 * 5 + 4 * 6));
    }

    [Test]
    public void WithoutWeightsAndSizesTheResultSaysThatRowsCountOne()
    {
        var design = new SurveyDesign(People, strata: "stratum");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(design.Total("y").Value, Is.EqualTo(21));
            Assert.That(string.Join('|', design.Notes), Is.EqualTo("no weights were given: every row counts 1, so totals are counts of rows"));
        }
    }

    private static SurveyDesign TwoStages(Table table) => new(table, "weight", "stratum", ["psu", "household"], ["N", "M"]);

    private static Func<SurveyDesign> Sizes(params double[] sizes) => () => new SurveyDesign(People.With("N", Numbers(sizes)), "weight", "stratum", populationSizes: "N");

    private static void Refuses(Func<SurveyDesign> make, string sentence) => Assert.That(() => make(), Throws.TypeOf<SurveyDataException>().With.Message.EqualTo(sentence));

    private static NumberColumn Numbers(params ReadOnlySpan<double> values) => new(values);
}
