using NUnit.Framework.Constraints;

using static Survey.Tests.Tolerance;

namespace Survey.Tests;

/// <summary>A helper that lets everything pass would make every other test worthless.</summary>
public class ToleranceTests
{
    private static bool Passes(object? actual, double expected, double relative = ClosedForm, double scale = 0) =>
        Close(expected, relative, scale).ApplyTo(actual).IsSuccess;

    [TestCase(1.0, 1.0)]
    [TestCase(1e300, 1e300 * (1 + 5e-13))]
    [TestCase(-1e-300, -1e-300 * (1 - 5e-13))]
    [TestCase(0.0, 0.0)]
    [TestCase(0.0, -0.0)]
    [TestCase(double.PositiveInfinity, double.PositiveInfinity)]
    [TestCase(double.NegativeInfinity, double.NegativeInfinity)]
    public void ValuesWithinTheToleranceAreClose(double expected, double actual) => Assert.That(Passes(actual, expected), Is.True);

    [TestCase(1.0, 1 + 2e-12)]
    [TestCase(1.0, 1 - 2e-12)]
    [TestCase(1.0, -1.0)]
    [TestCase(1e-300, 2e-300)]
    [TestCase(0.0, double.Epsilon)]
    [TestCase(double.Epsilon, 0.0)]
    [TestCase(double.PositiveInfinity, double.NegativeInfinity)]
    [TestCase(double.PositiveInfinity, double.MaxValue)]
    [TestCase(double.PositiveInfinity, 1.0)]
    [TestCase(double.MaxValue, double.PositiveInfinity)]
    [TestCase(1.0, double.NegativeInfinity)]
    public void OtherValuesAreNot(double expected, double actual) => Assert.That(Passes(actual, expected), Is.False);

    [Test]
    public void NothingIsCloseToNaN([Values(0.0, 1.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity)] double other)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Passes(other, double.NaN), Is.False);
            Assert.That(Passes(double.NaN, other), Is.False);
            Assert.That(Passes(1.0, 1.0, relative: double.NaN), Is.False);
            Assert.That(Passes(1.0, 1.0, scale: double.NaN), Is.False);
        }
    }

    [Test]
    public void OnlyANumberIsCloseToANumber([Values(null, "1", 1, 1f)] object? actual) => Assert.That(Passes(actual, 1), Is.False);

    [TestCase(0.0, 1e-10, true)]
    [TestCase(0.0, 1e-8, false)]
    [TestCase(1e-3, 1e-3 + 5e-10, true)]
    [TestCase(1e-3, 1e-3 + 5e-9, false)]
    [TestCase(1e9, 1e9 + 5e-4, true)]
    public void TheScaleCountsWhereItIsTheLarger(double expected, double actual, bool close) =>
        Assert.That(Passes(actual, expected, scale: 1_000), Is.EqualTo(close));

    [Test]
    public void TheMessageSaysWhatWasExpected()
    {
        Constraint close = Close(2, ClosedForm);

        Assert.That(close.Description, Is.EqualTo("2 within 1E-12 of 2"));
    }
}
