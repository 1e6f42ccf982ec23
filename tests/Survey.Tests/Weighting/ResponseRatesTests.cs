namespace Survey.Tests.Weighting;

/// <summary>Response rates, by hand.</summary>
public sealed class ResponseRatesTests
{
    [Test]
    public void AreAaporsFormulas()
    {
        // of 100 drawn: 60 interviewed, 10 refused, 5 eligible and not met, 15 ineligible, 10 unknown; e = 75 / 90
        ResponseRates rates = ResponseRates.OfCounts(60, 10, 5, 15, 10);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rates.Drawn, Is.EqualTo(100));
            Assert.That(rates.EligibleShare, Is.EqualTo(75 / 90.0));
            Assert.That(rates.Minimum, Is.EqualTo(60 / 85.0));
            Assert.That(rates.Estimated, Is.EqualTo(60 / (75 + (75 / 90.0 * 10))));
            Assert.That(rates.Maximum, Is.EqualTo(60 / 75.0));
            Assert.That(rates.Cooperation, Is.EqualTo(60 / 70.0));
            Assert.That(rates.Refusal, Is.EqualTo(10 / 85.0));
            Assert.That(rates.Contact, Is.EqualTo(70 / 85.0));
        }
    }

    [TestCase(0.0)]
    [TestCase(0.4)]
    [TestCase(1.0)]
    public void TheEligibleShareMayBeGiven(double share)
    {
        ResponseRates rates = ResponseRates.OfCounts(60, 10, 5, 15, 10, share);
        Assert.That(rates.Estimated, Is.EqualTo(60 / (75 + (share * 10))));
        Assert.That(rates.Estimated, Is.InRange(rates.Minimum, rates.Maximum));
    }

    [Test]
    public void WhatHasNoDenominatorIsNotANumber()
    {
        ResponseRates none = ResponseRates.OfCounts(0, 0, 0, 4, 0), unknown = ResponseRates.OfCounts(0, 0, 0, 0, 4), notMet = ResponseRates.OfCounts(0, 0, 3, 0, 0);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(new[] { none.Minimum, none.Estimated, none.Maximum, none.Cooperation, none.Refusal, none.Contact }, Is.All.NaN);
            Assert.That(none.EligibleShare, Is.Zero);
            Assert.That(unknown.Minimum, Is.Zero);
            Assert.That(new[] { unknown.Estimated, unknown.Maximum, unknown.EligibleShare, unknown.Cooperation }, Is.All.NaN);
            Assert.That(notMet.Maximum, Is.Zero);
            Assert.That(notMet.Contact, Is.Zero);
            Assert.That(notMet.Cooperation, Is.NaN);
        }
    }

    [Test]
    public void RatesAreInTheirOrder([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        ResponseRates rates = ResponseRates.OfCounts(random.Next(50), random.Next(50), random.Next(50), random.Next(50), random.Next(1, 50));
        Assert.That(rates.Minimum, Is.LessThanOrEqualTo(rates.Estimated));
        Assert.That(rates.Estimated, Is.LessThanOrEqualTo(rates.Maximum));
        Assert.That(rates.Minimum + rates.Refusal, Is.EqualTo(rates.Contact).Within(1e-15), "those met were interviewed or refused");
        Assert.That(rates.Contact * rates.Cooperation, Is.EqualTo(rates.Minimum).Within(1e-15));
    }

    [Test]
    public void WrongCountsAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ResponseRates.OfCounts(-1, 0, 0, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ResponseRates.OfCounts(0, double.NaN, 0, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ResponseRates.OfCounts(0, 0, double.PositiveInfinity, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ResponseRates.OfCounts(1, 0, 0, 0, 0, 1.01));
        Assert.Throws<ArgumentOutOfRangeException>(() => ResponseRates.OfCounts(1, 0, 0, 0, 0, double.NaN));
    }
}
