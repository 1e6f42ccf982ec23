using static Survey.Expr;

namespace Survey.Tests.Designs;

/// <summary>Replicate weights that cannot be, supplied or made, are refused in one sentence.</summary>
public class ReplicateDesignErrorTests
{
    private static readonly Table People = Table.FromColumns([
        ("w", new double[] { 10, 10, 20, 20, 10, 10 }), ("psu", new double[] { 1, 1, 2, 2, 3, 4 }), ("h", new[] { "a", "a", "a", "a", "b", "b" }), ("y", new double[] { 1, 2, 3, 4, 5, 6 }),
        ("rep1", new double[] { 0, 0, 40, 40, 10, 10 }), ("rep2", new double[] { 20, 20, 0, 0, 10, 10 }), ("rep3", new double[] { 10, 10, 20, 20, 20, 0 })]);

    private static void Refused<T>(Func<object> act, string message) where T : Exception => Assert.That(() => act(), Throws.TypeOf<T>().With.Message.EqualTo(message));

    private static ReplicateDesign Of(Table table, ReplicateMethod method = ReplicateMethod.JK1, string replicates = "rep*") => new(table, "w", replicates, method);

    [Test]
    public void ThePatternLeavesTheWeightsOut()
    {
        ReplicateDesign design = new(People.With("repw", Col("w")), "repw", "rep*", ReplicateMethod.JK1);
        Assert.That((design.ReplicateCount, design.Scale, design.Centre), Is.EqualTo((3, 2 / 3.0, ReplicateCentre.Mean)));
        Assert.That(design.Notes, Is.EqualTo(new[] { "3 replicates (JK1), about their mean, scale 0.666667" }));
        Assert.That(design.Mean("y").ToString(), Does.StartWith("mean of y: "));
        Assert.That(design.Estimate(Statistic.Mean("y")).Sample.ToString(), Is.EqualTo("6 rows, 3 replicates, 2 degrees of freedom"));
    }

    [Test]
    public void NoColumnOfThePattern() => Refused<SurveyDataException>(() => Of(People, replicates: "wgt*"), "No column is called 'wgt*'; the star stands for any characters, and letter case counts.");

    [Test]
    public void AColumnThatIsNotThere() => Refused<SurveyDataException>(() => new ReplicateDesign(People, "w", ["rep1", "rep4"], ReplicateMethod.JK1), "There is no column 'rep4'; did you mean 'rep1'?");

    [Test]
    public void AGapInTheNumbers() => Refused<SurveyDataException>(
        () => Of(People.With("rep6", Col("rep3"))),
        "Of the replicate weights 'rep*' there is rep3 and then rep6: 2 between them are missing, without which the variance is wrong; read the file with all of them, or name the columns one by one.");

    [Test]
    public void NumbersThatBeginLate() => Refused<SurveyDataException>(
        () => Of(People.Select("w", "rep2", "rep3")),
        "The replicate weights 'rep*' begin with rep2, so those before it seem to be missing, without which the variance is wrong; read the file with all of them, or name the columns one by one.");

    [Test]
    public void AnAnswerThatIsCalledAlikeIsNoReplicate() => Assert.That(Of(People.With("replied", Col("y"))).ReplicateCount, Is.EqualTo(3));

    [Test]
    public void FactorsTakenAsWeightsAreRefusedAndTheReverse()
    {
        Table factors = People.With("rep1", Col("rep1") / Col("w")).With("rep2", Col("rep2") / Col("w")).With("rep3", Col("rep3") / Col("w"));
        Assert.That(() => Of(factors), Throws.TypeOf<SurveyDataException>().With.Message.StartsWith("The replicate weights add up to 0.0"));
        Assert.That(() => new ReplicateDesign(People, "w", "rep*", ReplicateMethod.JK1, areCombined: false), Throws.TypeOf<SurveyDataException>().With.Message.StartsWith("The replicate factors are 1"));
        Assert.That(new ReplicateDesign(factors, "w", "rep*", ReplicateMethod.JK1, areCombined: false).Mean("y").StandardError, Is.EqualTo(Of(People).Mean("y").StandardError).Within(1e-12));
    }

    [Test]
    public void DegreesOfFreedomMayBeGiven()
    {
        ReplicateDesign design = Of(People).WithDegreesOfFreedom(7);
        Assert.That((design.DegreesOfFreedom, design.Where(Col("h") == "b").Mean("y").DegreesOfFreedom), Is.EqualTo((7, 7.0)));
        Assert.That(() => design.WithDegreesOfFreedom(0), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void AReplicateThatEndsEarly() => Refused<SurveyDataException>(
        () => Of(People.With("rep2", When(Col("y") > 4, Missing, Col("rep2")))),
        "The replicate weight 'rep2' is missing in 2 rows (5, 6); every row has a weight in every replicate (0 where it is not in it), so read the columns whole.");

    [Test]
    public void OneReplicate() => Refused<SurveyDataException>(() => Of(People, replicates: "rep1"), "There is one column of replicate weights, 'rep1', and a variance takes two at least; name them all, or by a pattern such as 'repwgt*'.");

    [Test]
    public void ReplicatesThatAreNoNumbers() => Refused<SurveyDataException>(() => new ReplicateDesign(People, "w", ["rep1", "h"], ReplicateMethod.JK1), "The replicate weights column 'h' is a category, where numbers are wanted.");

    [Test]
    public void ScaleFactorsOfTheWrongLength() => Refused<SurveyDataException>(
        () => new ReplicateDesign(People, "w", "rep*", ReplicateMethod.JKn, rscales: [0.5, 0.5]),
        "There are 2 scale factors of replicates (rscales) for 3 replicate weights; give one for each, in their order.");

    [Test]
    public void AScaleFactorBelowZero() => Refused<SurveyDataException>(
        () => new ReplicateDesign(People, "w", "rep*", ReplicateMethod.JKn, rscales: [0.5, -1, 0.5]),
        "The scale factor (rscale) of replicate 2 is -1; it is a number of at least 0.");

    [Test]
    public void AScaleBelowZero() => Refused<SurveyDataException>(() => new ReplicateDesign(People, "w", "rep*", ReplicateMethod.Other, scale: -1), "The scale of the replicates is -1; it is a number above 0.");

    [Test]
    public void FactorsThatTheMethodNeeds()
    {
        Assert.That(() => Of(People, ReplicateMethod.JKn), Throws.ArgumentException.With.Message.StartsWith("The stratified jackknife (JKn) has a factor for each replicate"));
        Assert.That(() => Of(People, ReplicateMethod.Fay), Throws.ArgumentException.With.Message.StartsWith("Fay's method has a factor rho, such as 0.5; give it."));
        Assert.That(() => new ReplicateDesign(People, "w", "rep*", ReplicateMethod.Brr, fay: 0.5), Throws.ArgumentException.With.Message.StartsWith("A factor rho of Fay's is given, and the method is BRR"));
        Assert.That(() => Of(People, ReplicateMethod.Other), Throws.ArgumentException.With.Message.StartsWith("The scale of replicate weights of another method is not known"));
        Assert.That(() => new ReplicateDesign(People, "w", "rep*", ReplicateMethod.Fay, fay: 1), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void NegativeReplicateWeightsAreCounted() => Assert.That(
        Of(People.With("rep1", Col("rep1") - 1)).Notes, Has.One.EqualTo("of the weights 0 and of the replicate weights 2 are negative, as calibrated ones may be"));

    [Test]
    public void ADomainThatAReplicateLeavesEmpty() => Refused<SurveyDataException>(
        () => Of(People).Where(Col("psu") == 1).Mean("y"),
        "The mean of y is not finite in replicate 1, in which nobody who answered has a weight, so its variance cannot be estimated; ask for a larger domain, or leave it out with Where.");

    [Test]
    public void DegreesOfFreedomAreThoseOfTheRowsAskedAbout()
    {
        ReplicateDesign design = Of(People);
        Assert.That(design.DegreesOfFreedom, Is.EqualTo(2));
        Assert.That(design.Where(Col("h") == "b").Mean("y").DegreesOfFreedom, Is.EqualTo(1)); // rep1 and rep2 are alike there
        Assert.That(new ReplicateDesign(People, "w", "rep*", ReplicateMethod.JK1, degreesOfFreedom: DegreesOfFreedomRule.Design).Where(Col("h") == "b").Mean("y").DegreesOfFreedom, Is.EqualTo(2));
        Assert.That(new ReplicateDesign(People.With("y", When(Col("psu") > 3, Missing, Col("y"))), "w", "rep*", ReplicateMethod.JK1, degreesOfFreedom: DegreesOfFreedomRule.Answered).Mean("y").DegreesOfFreedom, Is.EqualTo(2));
    }

    [Test]
    public void StrataForTheJackknifeOfNone() => Refused<SurveyDataException>(
        () => new SurveyDesign(People, "w", "h", "psu").Replicates(ReplicateScheme.JK1()),
        "The jackknife JK1 is of a sample of one stratum, and there are 2; take that of strata (JKn).");

    [Test]
    public void StrataWithoutPairs() => Refused<SurveyDataException>(
        () => new SurveyDesign(People, "w", "h").Replicates(ReplicateScheme.Brr()),
        "Balanced repeated replication takes two PSUs in each stratum, and there are 4 in stratum 'a'; take the jackknife of strata (JKn) or a bootstrap.");

    [Test]
    public void StrataTooUnlikeForOneScale() => Refused<SurveyDataException>(
        () => new SurveyDesign(People, "w", "h").Replicates(ReplicateScheme.CantyDavison(10, 1)),
        "The bootstrap of Canty and Davison has one scale for all strata, and these have from 2 to 4 PSUs, more unlike than one to 1.5; take that of Rao and Wu.");

    [Test]
    public void SuccessiveDifferencesWithoutAnOrder() => Refused<SurveyDataException>(
        () => new SurveyDesign(People, "w", "h", "psu").Replicates(ReplicateScheme.SuccessiveDifferences()),
        "Successive differences are of PSUs drawn systematically, and the design has no order of their list; give its column (systematicOrder).");

    [Test]
    public void AStratumTakenWholeNeverMoves()
    {
        // b has 2 of 2 PSUs
        Table table = People.With("N", When(Col("h") == "b", 2, 10));
        var design = new SurveyDesign(table, "w", "h", "psu", "N");
        foreach (ReplicateScheme scheme in (ReplicateScheme[])[ReplicateScheme.Brr(), ReplicateScheme.JKn(), ReplicateScheme.JK2(), ReplicateScheme.RaoWu(20, 1), ReplicateScheme.RaoWuYueBeaumont(20, 1), ReplicateScheme.CantyDavison(20, 1)])
            foreach (double[] factors in ((UnitFactors)design.Replicates(scheme).Replicates).OfReplicate)
                Assert.That(factors[2..], Is.EqualTo(new double[] { 1, 1 }), scheme.ToString());
    }

    [Test]
    public void LonelyPsusAddNothingUnderCertaintyAndAreRefusedUnderOtherRules()
    {
        Table table = People.With("h", When(Col("psu") == 1, Expr.Text("alone"), Col("h")));
        double[][] factors = ((UnitFactors)new SurveyDesign(table.Filter(Col("psu") != 2), "w", "h", "psu", lonelyPsu: LonelyPsu.Certainty).Replicates(ReplicateScheme.JKn()).Replicates).OfReplicate;
        Assert.That(factors, Has.Length.EqualTo(2));
        Assert.That(factors.Select(own => own[0]), Is.All.EqualTo(1));
        Refused<SurveyDataException>(
            () => new SurveyDesign(table.Filter(Col("psu") != 2), "w", "h", "psu", lonelyPsu: LonelyPsu.Adjust).Replicates(ReplicateScheme.JKn()),
            "A stratum has one PSU, and its rule Adjust has no replicates; choose the rule Certainty, under which it adds nothing, or merge it with a stratum like it (collapse).");
    }

    [Test]
    public void StagesThatReplicatesLeaveOutAreSaid() => Assert.That(
        new SurveyDesign(People.With("row", Col("y")).With("N", 10 + 0 * Col("y")), "w", "h", ["psu", "row"], ["N", "N"], lonelyPsu: LonelyPsu.Certainty).Replicates(ReplicateScheme.JKn()).Notes,
        Has.One.EqualTo("replicates are of PSUs, so that the variance within them, of stages with population sizes, is not in theirs"));
}
