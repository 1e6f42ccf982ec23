namespace Survey.Tests.Weighting;

/// <summary>What base weights refuse, in one sentence.</summary>
public class BaseWeightErrorTests
{
    private static Table Of(params double[] x) => Table.FromColumns([("x", x), ("one", x.Select(_ => 1.0).ToArray()), ("text", x.Select(_ => "a").ToArray())]);

    [TestCase(double.NaN, "missing in row 2; fill it in")]
    [TestCase(0, "not above 0 in row 2; correct it")]
    [TestCase(-3, "not above 0 in row 2; correct it")]
    public void ASizeThatIsNone(double size, string what)
    {
        using (Assert.EnterMultipleScope())
        {
            Weighed.Refuses(() => Of(1, size, 2).BaseWeights(WeightStage.ProportionalToSize("village", "x", 100, 2)), $"The stage 'village': the size 'x' is {what}.");
            Weighed.Refuses(() => Of(1, size, 2).BaseWeights(WeightStage.ProportionalToSize("village", 1, "x", 1)), $"The stage 'village': the total size 'x' is {what}.");
            Weighed.Refuses(() => Of(1, size, 2).BaseWeights(WeightStage.Equal("household", "x", 100)), $"The stage 'household': the number drawn 'x' is {what}.");
            Weighed.Refuses(() => Of(1, size, 2).BaseWeights(WeightStage.Equal("household", 1, "x")), $"The stage 'household': the number present 'x' is {what}.");
            Weighed.Refuses(() => Of(0.5, size, 1).BaseWeights(WeightStage.Probability("village", "x")), $"The stage 'village': the probability 'x' is {what}.");
        }
    }

    [Test]
    public void NumbersThatContradictEachOther()
    {
        using (Assert.EnterMultipleScope())
        {
            Weighed.Refuses(() => Of(100, 600).BaseWeights(WeightStage.ProportionalToSize("village", "x", 1_000, 2)), "The stage 'village': row 2 has 2 drawn of a total of 1000 by a size of 600, which would be a probability of 1.2; correct the numbers, or if so large a unit was drawn with certainty, give the probabilities of the draw themselves (WeightStage.Probability).");
            Weighed.Refuses(() => Of(60, 50).BaseWeights(WeightStage.Equal("household", 55, "x")), "The stage 'household': row 2 has 55 drawn of 50 present, and no more can be drawn than there are; correct the numbers.");
            Weighed.Refuses(() => Of(0.5, 25).BaseWeights(WeightStage.Probability("village", "x")), "The stage 'village': the probability 'x' is above 1 in row 2; a probability is at most 1, so give 1 / weight if these are weights.");
        }
    }

    [Test]
    public void CountsThatAreNotWhole()
    {
        using (Assert.EnterMultipleScope())
        {
            Weighed.Refuses(() => Of(2.5, 1).BaseWeights(WeightStage.Equal("household", "x", 10)), "The stage 'household': the number drawn 'x' is no whole number in row 1; write how many there are.");
            Weighed.Refuses(() => Of(2, 1).BaseWeights(WeightStage.ProportionalToSize("village", "x", 10, 1.5)), "The stage 'village': the number drawn 1.5 is no whole number; write how many there are.");
            Weighed.Refuses(() => Of(2, 1).BaseWeights(WeightStage.Equal("household", 0, "x")), "The stage 'household': the number drawn 0 is not above 0; correct it.");
        }
    }

    [Test]
    public void ColumnsThatAreNone()
    {
        using (Assert.EnterMultipleScope())
        {
            Weighed.Refuses(() => Of(1).BaseWeights(WeightStage.Probability("village", "prob")), "There is no column 'prob' among x, one, text.");
            Weighed.Refuses(() => Of(1).BaseWeights(WeightStage.Probability("village", "text")), "The probability of the stage 'village', the column 'text', is a category, where numbers are wanted.");
            Weighed.Refuses(() => Of(1).With("baseWeight", new NumberColumn([1])).BaseWeights(WeightStage.Probability("village", "x")), "The table has a column 'baseWeight' already, which is the name of a column of weights; give it another name first.");
            Weighed.Refuses(() => Of().BaseWeights(WeightStage.Probability("village", "x")), "There are no people to weight; the table has no rows.");
            Weighed.Refuses(() => Of(1, 1).BaseWeights("text", WeightStage.Probability("village", "x")), "The disposition 'text' is none of responded, refused, not found, ineligible, unknown in 2 rows (1, 2); bring its texts to these, with unknown where nobody knows.");
        }
    }

    [Test]
    public void CallsThatAreWrong()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Of(1).BaseWeights(), Throws.ArgumentException.With.Message.StartsWith("No stage is given; give at least one"));
            Assert.That(() => Of(1).BaseWeights(WeightStage.Probability("a", "x"), WeightStage.Probability("a", "one")), Throws.ArgumentException.With.Message.StartsWith("Two stages are called 'a'; give each a name of its own."));
            Assert.That(() => WeightStage.Probability(" ", "x"), Throws.ArgumentException);
        }
    }
}
