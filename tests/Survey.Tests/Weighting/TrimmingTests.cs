using static Survey.Tests.Tolerance;

namespace Survey.Tests.Weighting;

/// <summary>Trimming by hand.</summary>
public class TrimmingTests
{
    private static SurveyDesign Design(params double[] weights) => new(Table.FromColumns([("w", weights), ("y", weights)]), "w");

    private static double[] WeightsOf(Design design) => ((NumberColumn)((Table)design.Rows)[Calibration.Weight]).Values.ToArray();

    [Test]
    public void WhatIsCutOffGoesToTheOthersInEqualParts() => Assert.That(WeightsOf(Design(1, 2, 3, 14).Trim(above: 8)), Is.EqualTo(new double[] { 3, 4, 5, 8 }));

    [Test]
    public void AWeightMayBePushedOverTheLimitAndTheLogSaysSo()
    {
        SurveyDesign loose = Design(1, 7, 14).Trim(above: 8);
        Assert.That(WeightsOf(loose), Is.EqualTo(new double[] { 4, 10, 8 }));
        Assert.That(loose.Log!.Steps[^1].Warnings, Is.EqualTo(new[] { "1 weight is outside the limits again, as what was cut off went to it; trim strictly to have none" }));
        double[] strict = WeightsOf(Design(1, 7, 14).Trim(above: 8, strict: true));
        Assert.That(strict, Is.EqualTo(new double[] { 6, 8, 8 }).Within(1e-12));
        Assert.That(strict.Max(), Is.LessThanOrEqualTo(8));
    }

    [Test]
    public void LimitsMayBeMediansAndRowsOfWeightZeroStay()
    {
        SurveyDesign design = Design(0, 1, 2, 3, 14).Trim(above: WeightLimit.Medians(3)); // of 1, 2, 3, 14: 2.5
        Assert.That(WeightsOf(design), Is.EqualTo(new[] { 0, 1 + 6.5 / 3, 2 + 6.5 / 3, 3 + 6.5 / 3, 7.5 }).Within(1e-12));
        Assert.That(design.Log!.Steps[^1].Notes, Is.EqualTo(new[] { "1 weight above 7.5 (3 medians); later variances take the factors as fixed" }));
    }

    [Test]
    public void BothLimits() => Assert.That(WeightsOf(Design(1, 4, 5, 14).Trim(above: 10, below: 3)), Is.EqualTo(new double[] { 3, 5, 6, 10 }));

    [Test]
    public void WhatNobodyIsWithinTheLimitsToTakeIsWarnedOf()
    {
        SurveyDesign trimmed = Design(10, 10, 20, 20, 10, 30).Trim(above: 18, below: 12, strict: true);
        Assert.That(WeightsOf(trimmed), Is.EqualTo(new double[] { 12, 12, 18, 18, 12, 18 }));
        Assert.That(trimmed.Log!.Steps[^1].Warnings, Is.EqualTo(new[] { "the sum of the weights went from 100 to 90, as no weight was within the limits to take what was cut off; widen them, or bring the sum back by post-stratification" }));
    }

    [Test]
    public void FixedFactorsMoveVariancesAsTheWeightsThemselves()
    {
        SurveyDesign trimmed = Design(1, 2, 3, 14).Trim(above: 8);
        Estimate plain = Design(3, 4, 5, 8).Total("y");
        Assert.That(trimmed.Mean("y").StandardError, Close(new SurveyDesign(((Table)trimmed.Rows).Select("y", Calibration.Weight), Calibration.Weight).Mean("y").StandardError, ClosedForm));
        Assert.That(plain.Value, Is.EqualTo(9 + 16 + 25 + 64));
    }

    [TestCase("45", "45")]
    [TestCase(" 5 medians ", "5 medians")]
    [TestCase("1 median", "1 medians")]
    public void LimitsAreRead(string text, string limit) => Assert.That(WeightLimit.Parse(text).ToString(), Is.EqualTo(limit));

    [TestCase("five medians")]
    [TestCase("5 means")]
    [TestCase("")]
    public void WhatIsNoLimitIsRefused(string text) => Assert.That(() => WeightLimit.Parse(text), Throws.ArgumentException.With.Message.StartsWith($"'{text}' is no limit of weights; write a weight, such as 45, or times their median, such as \"5 medians\"."));

    [Test]
    public void LimitsThatTheSumForbids() => Assert.That(() => Design(1, 2, 3).Trim(above: 1.5), Throws.TypeOf<SurveyDataException>().With.Message.EqualTo(
        "Weights cannot all be within at most 1.5 and keep their sum: their mean is 2; choose limits on both sides of it."));

    [Test]
    public void NoLimit() => Assert.That(() => Design(1, 2).Trim(), Throws.ArgumentException.With.Message.StartsWith("No limit is given; give above or below"));

    [Test]
    public void LimitsTheWrongWayRound() => Assert.That(() => Design(1, 2).Trim(above: 1.2, below: 1.6), Throws.ArgumentException.With.Message.EqualTo("The lower limit of weights, 1.6, is not below the upper one, 1.2."));
}
