using static Survey.Expr;
using static Survey.Statistic;
using static Survey.Tests.Tolerance;

namespace Survey.Tests.Laws;

/// <summary>Rows that are in no estimate change no digit of it, however large their values are.</summary>
public class CentreLaws
{
    [Test]
    public void AnOutlierOutsideTheDomainChangesNothing([Values(1e8, 1e12, 1e17)] double outlier)
    {
        SurveyDesign with = Design(outlier, weight: 1), without = Design(3, weight: 1);
        Same(with.Where(Col("g") == 1).Estimate(Mean("y")), without.Where(Col("g") == 1).Estimate(Mean("y")), 0);
    }

    [Test]
    public void AnOutlierInAnotherDomainChangesNothing([Values(1e8, 1e12, 1e17)] double outlier) =>
        Same(Design(outlier, weight: 1).By("g").Mean("y"), Design(3, weight: 1).By("g").Mean("y"), 1);

    [Test]
    public void AnOutlierOfWeightZeroChangesNothing([Values(1e8, 1e12, 1e17)] double outlier) =>
        Same(Design(outlier, weight: 0).Estimate(Mean("y")), Design(3, weight: 0).Estimate(Mean("y")), 0);

    /// <summary>Centres are found in the first chunk only, as files are not read twice for them: a domain that begins later takes the first value of another.</summary>
    [Test]
    public void ADomainThatBeginsInALaterChunkKeepsItsDigitsNextToValuesOfItsSize([Values(0.5, 5)] double before)
    {
        const int Rows = Chunk.Size + 1_000;
        double[] y = [.. Enumerable.Range(0, Rows).Select(row => row < Chunk.Size ? before * (1 + row % 3) : 0.30 + row % 7 / 100.0)];
        double[] g = [.. Enumerable.Range(0, Rows).Select(row => row < Chunk.Size ? 0.0 : 1)];
        double[] own = y[Chunk.Size..];

        Estimate late = new SurveyDesign(Table.FromColumns([("y", y), ("g", g)])).By("g").Mean("y")[1];

        Assert.That(late.Value, Close(own.Average(), ClosedForm));
    }

    // the first row is alone in domain 0, the others are in domain 1
    private static SurveyDesign Design(double first, double weight)
    {
        double[] y = [first, .. Enumerable.Range(0, 999).Select(row => 0.30 + row % 7 / 100.0)];
        double[] g = [0, .. Enumerable.Repeat(1.0, 999)];
        double[] w = [weight, .. Enumerable.Range(0, 999).Select(row => 1.0 + row % 5)];
        return new SurveyDesign(Table.FromColumns([("y", y), ("g", g), ("w", w)]), "w");
    }

    private static void Same(Estimates actual, Estimates expected, int k)
    {
        Assert.That(actual[k].Value, Close(expected[k].Value, ClosedForm));
        Assert.That(actual[k].StandardError, Close(expected[k].StandardError, ClosedForm));
        Assert.That(actual[k].Missing, Is.EqualTo(expected[k].Missing));
    }
}
