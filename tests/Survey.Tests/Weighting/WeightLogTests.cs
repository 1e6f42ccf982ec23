using static Survey.Tests.Tolerance;

namespace Survey.Tests.Weighting;

/// <summary>The log of steps: its numbers by hand, and how it is read.</summary>
public class WeightLogTests
{
    private static readonly Table People = Table.FromColumns([
        ("result", new[] { "responded", "responded", "refused", "responded" }), ("village", new[] { "a", "a", "a", "b" }),
        ("n", new double[] { 2, 2, 2, 1 }), ("N", new double[] { 1_200, 1_200, 1_200, 500 }), ("eligible", new double?[] { 5, 1, null, 3 })]);

    private static WeightLog Log => People.BaseWeights("result", WeightStage.Equal("household", "n", "N"), WeightStage.Kish("person", "eligible")).AdjustForNonresponse("village", "result").Log;

    [Test]
    public void TheNumbersOfAStep()
    {
        WeightStep step = Log.Steps[1];
        using (Assert.EnterMultipleScope())
        {
            Assert.That((step.Rows, step.SmallestFactor, step.GreatestFactor), Is.EqualTo((3, 1.0, 5.0)));
            Assert.That((step.Sum, step.Smallest, step.Median, step.Greatest), Is.EqualTo((5_100.0, 600.0, 1_500.0, 3_000.0)));
            Assert.That(step.DesignEffectBefore, Close(3 * (600.0 * 600 * 2 + 500 * 500) / (1_700.0 * 1_700), ClosedForm));
            Assert.That(step.DesignEffectAfter, Close(3 * (3_000.0 * 3_000 + 600 * 600 + 1_500 * 1_500) / (5_100.0 * 5_100), ClosedForm));
        }
    }

    [Test]
    public void TheMedianOfAnEvenNumberIsTheMeanOfTheTwoInTheMiddle() =>
        Assert.That(WeightingResult.Of(Table.FromColumns([("w", new double[] { 8, 1, 3, 0, 2 })]), "w").Log.Steps[0].Median, Is.EqualTo(2.5));

    [Test]
    public void AStepALineAndWhatIsToBeSaidBelow() =>
        Assert.That(Log.ToString(), Is.EqualTo("""
            step                            by               rows         factors  sum of weights  smallest  median  greatest     Kish deff
            ------------------------------  ---------------  ----  --------------  --------------  --------  ------  --------  ------------
            household: equal probabilities  n, N                4  500.0 to 600.0           2,300     500.0   600.0     600.0  1.00 to 1.01
            person: Kish grid               eligible            3  1.000 to 5.000           5,100     600.0   1,500     3,000  1.01 to 1.34
            nonresponse                     village, result     3  1.000 to 1.500           6,900     900.0   1,500     4,500  1.34 to 1.47
            Note (person: Kish grid): 1 household of 5 eligible members has the weight 5, as neither ranks nor tables are given; the grid's chances ask for 6, 6, 4, 6, 4 by rank.
            Warning (nonresponse): 2 cells have fewer than 10 respondents: a (2 respondents), which might go with b (1 respondent); b (1 respondent), which might go with a (2 respondents); name a column within which small cells are merged (collapse), or take coarser cells.
            Note (nonresponse): 1 row that did not respond has the weight 0; while it is kept, PSUs without respondents stay in the design.

            """));

    [Test]
    public void ALaterStepIsAddedToACopy()
    {
        WeightLog log = Log;
        WeightLog longer = log.With(log.Steps[0] with { What = "trimmed" });
        Assert.That(longer.Steps.Select(step => step.What), Is.EqualTo(new[] { "household: equal probabilities", "person: Kish grid", "nonresponse", "trimmed" }));
        Assert.That(log.Steps, Has.Count.EqualTo(3));
    }
}
