using static Survey.Expr;

namespace Survey.Tests.Weighting;

/// <summary>What cannot be calibrated is refused in one sentence.</summary>
public class CalibrationErrorTests
{
    private static readonly Table People = Table.FromColumns([
        ("w", new double[] { 10, 10, 20, 20, 10, 10 }), ("psu", new double[] { 1, 1, 2, 2, 3, 3 }),
        ("sex", new[] { "f", "m", "f", "m", "f", "m" }), ("age", new[] { "young", "old", "young", "old", "young", "old" }), ("x", new double[] { 1, 2, 3, 4, 5, 6 }), ("same", new double[] { 7, 7, 7, 7, 7, 7 })]);

    private static SurveyDesign Design => new(People, "w", clusters: "psu");

    private static Margin Sex => Margin.Counts("sex", ("f", 50), ("m", 50));

    private static void Refused<T>(Action act, string message) where T : Exception =>
        Assert.That(() => act(), Throws.TypeOf<T>().With.Message.EqualTo(message));

    [Test]
    public void MarginsThatContradictEachOther() => Refused<SurveyDataException>(
        () => Design.Rake(Sex, Margin.Counts("age", ("young", 60), ("old", 50))),
        "The margins contradict each other: that of sex has 100 people and that of age 110; give margins of one population, or one of them as shares.");

    [Test]
    public void ALevelThatTheSampleHasNot() => Refused<SurveyDataException>(
        () => Design.PostStratify(Margin.Counts("sex", ("f", 50), ("m", 40), ("x", 10))),
        "Nobody in the sample with a weight is in 'x' of the margin of sex, and the population has people there; merge it with a cell like it, in the sample and in the margin.");

    [Test]
    public void ALevelThatTheMarginHasNot() => Refused<SurveyDataException>(
        () => Design.PostStratify(Margin.Counts("sex", ("f", 100))),
        "The sample has 3 rows of sex in 'm', and the population margin has no such cell; give how many people it has, write levels alike, or leave those rows out with the reason noted.");

    [Test]
    public void ALevelThatIsNearlyTheSame() => Assert.That(
        () => Design.PostStratify(Margin.Counts("age", ("young", 50), ("Old", 50))), Throws.TypeOf<SurveyDataException>().With.Message.Contains("did you mean 'Old'?"));

    [Test]
    public void APopulationOfNobodyWhereTheSampleHasSome() => Refused<SurveyDataException>(
        () => Design.PostStratify(Margin.Counts("sex", ("f", 100), ("m", 0))),
        "The population has nobody in 'm' of the margin of sex, and the sample has; correct the margin, or leave those rows out with the reason noted.");

    // all f are young and all m old
    [Test]
    public void MarginsThatNoWeightsMeet() => Refused<NoConvergenceException>(
        () => Design.Rake(Sex, Margin.Counts("age", ("young", 60), ("old", 40))),
        "No weights meet the margins: after 5 iterations 'age = old' is at 50 people where 40 are wanted; some combination of levels has nobody in the sample: merge cells that are small in the sample, or leave a margin out.");

    [Test]
    public void AMeanOutsideItsValues() => Refused<SurveyDataException>(
        () => Design.Calibrate([Margin.Population(100), Margin.Total("x", 700)], CalibrationDistance.Raking),
        "The mean of 'x' in the population is 7, and in the sample it is 1 to 6, so no weights above 0 can meet it; see whether both have one unit, and whether the total is right.");

    [Test]
    public void ANumberThatDoesNotVary() => Refused<SurveyDataException>(
        () => Design.Calibrate([Sex, Margin.Total("same", 800)]),
        "'same' is 7 in every row with a weight, so no weights can move its total; calibrate to the number of people instead.");

    [Test]
    public void AVariableThatIsMissing() => Refused<RowException>(
        () => new SurveyDesign(People.With("sex", When(Col("x") == 4, Missing, Col("sex"))), "w").PostStratify(Sex),
        "The margin of sex is missing in row 4; weights are calibrated by what is known of everybody, so fill it in, or leave those rows out with the reason noted.");

    [Test]
    public void PartOfASample() => Assert.That(
        () => Design.Where(Col("x") > 1).PostStratify(Sex), Throws.TypeOf<ArgumentException>().With.Message.StartsWith("The post-stratification is of a whole sample, and the design asks about part of it (where x > 1); take the step first and ask Where of its result"));

    [Test]
    public void SharesThatDoNotMakeOne() => Assert.That(
        () => Margin.Shares("sex", ("f", 0.5), ("m", 0.4)), Throws.TypeOf<ArgumentException>().With.Message.StartsWith("The shares of the margin of sex make 0.9; shares of all people make 1 (or 100 per cent)"));

    [Test]
    public void ACellTwice() => Refused<SurveyDataException>(
        () => Margin.Of(["sex"], Table.FromColumns([("sex", new[] { "f", "m", "f" }), ("age", new[] { "a", "a", "b" }), ("n", new double[] { 1, 2, 3 })]), "n"),
        "The margin of sex has 'f' 2 times; give each cell once (add up what belongs together, or name all the variables that tell its rows apart).");

    [Test]
    public void ATotalWithSharesAndNoNumberOfPeople() => Refused<SurveyDataException>(
        () => Design.Calibrate([Margin.Shares("sex", ("f", 0.5), ("m", 0.5)), Margin.Total("x", 300)]),
        "The margin of sex has shares and another a total, and nothing tells how many people there are; give Margin.Population, or counts.");

    [Test]
    public void ClustersThatThereAreNot() => Refused<SurveyDataException>(
        () => new SurveyDesign(People, "w").Calibrate([Sex], constantInClusters: true),
        "Factors shall be constant in clusters, and the design has none: name the clusters of its design, or leave constantInClusters out.");

    [Test]
    public void LogitWithoutBounds() => Assert.That(() => Design.Calibrate([Sex], CalibrationDistance.Logit), Throws.ArgumentException.With.Message.StartsWith("The distance Logit has bounds of the factors; give them, such as (0.4, 2.5)."));

    [TestCase(1.2, 2)]
    [TestCase(0.5, 0.9)]
    [TestCase(double.NaN, 2)]
    public void BoundsThatCannotBe(double lower, double upper) => Assert.That(
        () => Design.Calibrate([Sex], bounds: (lower, upper)), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("the lower below 1 and the upper above 1, such as (0.4, 2.5)."));

    [Test]
    public void NegativeWeightsAreReportedWithTheWayOut()
    {
        SurveyDesign design = Design.Calibrate([Margin.Population(80), Margin.Total("x", 450)]);
        Assert.That(design.Log!.Steps[^1].Warnings, Is.EqualTo(new[]
        {
            "2 weights are negative, the least -13.6111; totals are still right, but quantiles and models refuse such weights: give bounds of the factors, such as 0.3 and 3, or take the distance Raking",
        }));
        Assert.That(design.Total("x").Value, Is.EqualTo(450).Within(1e-9));
    }

    [Test]
    public void AColumnOfTheSameName() => Refused<SurveyDataException>(
        () => new SurveyDesign(People.With(Calibration.Weight, Col("w")), "w").PostStratify(Sex),
        "The table has a column 'calibratedWeight' already, which is the name of the column of weights that a step makes; give it another name first.");
}
