using static Survey.Tests.Tolerance;

namespace Survey.Tests.Designs;

/// <summary>The order of a systematic sample: what it does to lonely PSUs, what it says, and what it refuses.</summary>
public class SystematicOrderTests
{
    private static readonly Table People = Table.FromColumns([
        ("weight", Numbers(1, 1, 1, 1, 1, 1, 1)),
        ("stratum", (Column)new CategoryColumn(["a", "a", "a", "a", "b", "b", "b"])),
        ("psu", Numbers(1, 1, 2, 3, 1, 2, 3)),
        ("place", Numbers(20, 20, 10, 30, 7, 8, 9)),
        ("y", Numbers(1, 2, 3, 4, 5, 6, 7))]);

    [Test]
    public void TheDesignSaysSo()
    {
        SurveyDesign design = Clusters(People);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(design.SystematicOrder, Is.EqualTo("place"));
            Assert.That(design.Where(Expr.Col("y") > 2).SystematicOrder, Is.EqualTo("place"));
            Assert.That(new SurveyDesign(People).SystematicOrder, Is.Null);
            Assert.That(string.Join('|', design.Notes), Is.EqualTo("PSUs were drawn systematically in the order of 'place': their variance is estimated by successive differences"));
            Assert.That(design.DegreesOfFreedom, Is.EqualTo(4));
        }
    }

    [Test]
    public void DifferencesAreOfNeighboursOnTheList()
    {
        // a in the order 2, 1, 3: 3, 3, 4; b: 5, 6, 7; n/(2(n - 1)) = 3/4
        double variance = 0.75 * (0 + 1) + 0.75 * (1 + 1);

        Assert.That(Clusters(People).Total("y").StandardError, Close(Math.Sqrt(variance), ClosedForm));
    }

    [Test]
    public void RowsOutsideADomainKeepTheirPlace()
    {
        // a: 3, 0, 4 (the second PSU's row of 1 and 2 is outside); b: 5, 6, 0
        double variance = 0.75 * (9 + 16) + 0.75 * (1 + 36);

        Assert.That(Clusters(People).Where(Expr.Parse("y between 3 and 6")).Total("y").StandardError, Close(Math.Sqrt(variance), ClosedForm));
    }

    [Test]
    public void TextsWithoutAnOrderOfTheirOwnAreInTheOrderOfTheirNumbers()
    {
        Table named = People.With("place", new CategoryColumn(["plot 9", "plot 9", "plot 8", "plot 10", "plot 7", "plot 8", "plot 9"]));

        Assert.That(Clusters(named).Total("y").StandardError, Is.EqualTo(Clusters(People).Total("y").StandardError));
    }

    [TestCase(LonelyPsu.Certainty)]
    [TestCase(LonelyPsu.Adjust)]
    [TestCase(LonelyPsu.Average)]
    public void LonelyPsusFollowTheirRule(LonelyPsu rule)
    {
        Table lonely = People.With("stratum", new CategoryColumn(["a", "a", "a", "a", "b", "b", "c"]));
        double a = 0.75 * (0 + 1), b = 1, mean = 28 / 6.0;
        double expected = rule switch { LonelyPsu.Adjust => a + b + (7 - mean) * (7 - mean), LonelyPsu.Average => (a + b) * 3 / 2, _ => a + b };

        Assert.That(Clusters(lonely, rule).Total("y").StandardError, Close(Math.Sqrt(expected), ClosedForm));
    }

    [Test]
    public void AverageActsInDomainsAndAdjustHasNoMeaningThere()
    {
        // in the domain stratum a has its third PSU alone, so b stands for both
        Estimate domain = new SurveyDesign(People, "weight", "stratum", "psu", lonelyPsu: LonelyPsu.Average, domainLonely: true, systematicOrder: "place").Where(Expr.Col("y") >= 4).Total("y");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(domain.StandardError, Close(Math.Sqrt(0.75 * 2 * 2), ClosedForm));
            Refuses(
                () => new SurveyDesign(People, "weight", "stratum", "psu", lonelyPsu: LonelyPsu.Adjust, domainLonely: true, systematicOrder: "place"),
                "The rule Adjust moves the centre of a stratum whose PSU is alone in a domain, and successive differences have no centre; leave out domainLonely or systematicOrder, or choose Average.");
        }
    }

    [Test]
    public void MergedStrataAreOneList()
    {
        var map = new Dictionary<string, string> { ["b"] = "a" };
        // in the order of their places 7, 8, 9, 10, 20, 30: 5, 6, 7, 3, 3, 4; n/(2(n - 1)) = 0.6
        Assert.That(
            new SurveyDesign(People, "weight", "stratum", "psu", collapse: map, systematicOrder: "place").Total("y").StandardError,
            Close(Math.Sqrt(0.6 * (1 + 1 + 16 + 0 + 1)), ClosedForm));
        Refuses(
            () => new SurveyDesign(People, "weight", "stratum", "psu", collapse: map, systematicOrder: "psu"),
            "The order 'psu' is 1 for both psu '1' of stratum 'a' and psu '1' of stratum 'b'; give the PSUs of a stratum (of all that are merged into one) different places, in the order of the list they were drawn from.");
    }

    [Test]
    public void APsuHasOnePlace() =>
        Refuses(
            () => Clusters(People.With("place", Numbers(20, 21.5, 10, 30, 7, 8, 9))),
            "The order 'place' of psu '1' of stratum 'a' is 20 and, in row 2, 21.5; a PSU has one place on the list it was drawn from.");

    [Test]
    public void APlaceHasOnePsu()
    {
        using (Assert.EnterMultipleScope())
        {
            Refuses(
                () => Clusters(People.With("place", Numbers(20, 20, 30, 30, 7, 8, 9))),
                "The order 'place' is 30 for both psu '2' of stratum 'a' and psu '3' of stratum 'a'; give the PSUs of a stratum (of all that are merged into one) different places, in the order of the list they were drawn from.");
            Refuses(
                () => new SurveyDesign(People, "weight", systematicOrder: "place"),
                "The order 'place' is 20 for both row 1 and row 2; give the PSUs of a stratum (of all that are merged into one) different places, in the order of the list they were drawn from.");
            Assert.That(() => Clusters(People.With("place", Numbers(8, 8, 7, 9, 7, 8, 9))), Throws.Nothing, "places of different strata");
        }
    }

    [Test]
    public void APlaceIsNotMissing() =>
        Refuses(
            () => Clusters(People.With("place", Numbers(20, 20, 10, 30, double.NaN, 8, 9))),
            "The order column 'place' is missing in row 5; every row of a sample has a place on the list, so fill it in or leave those rows out with the reason noted.");

    [Test]
    public void TheOrderIsAColumn() =>
        Refuses(() => new SurveyDesign(People, "weight", systematicOrder: "plaice"), "There is no column 'plaice'; did you mean 'place'?");

    private static SurveyDesign Clusters(Table table, LonelyPsu rule = LonelyPsu.Fail) => new(table, "weight", "stratum", "psu", lonelyPsu: rule, systematicOrder: "place");

    private static void Refuses(Func<SurveyDesign> make, string sentence) => Assert.That(() => make(), Throws.TypeOf<SurveyDataException>().With.Message.EqualTo(sentence));

    private static NumberColumn Numbers(params ReadOnlySpan<double> values) => new(values);
}
