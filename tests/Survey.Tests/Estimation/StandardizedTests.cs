using Survey.Tests.Laws;
using static Survey.Expr;
using static Survey.Statistic;
using static Survey.Tests.Tolerance;

namespace Survey.Tests.Estimation;

/// <summary>Direct standardization: laws, and groups that do not match.</summary>
public class StandardizedTests
{
    private static readonly Table People = Table.FromColumns([
        ("y", (Column)new NumberColumn([1, 0, 1, 1, 0, double.NaN])),
        ("age", new CategoryColumn(["young", "old", "young", null, "old", "middle"], ["young", "middle", "old"])),
        ("grade", new NumberColumn([1, 2, 1, 2, 2, 1])),
        ("sex", new CategoryColumn(["f", "m", "f", "f", "f", "f"]))]);

    private static readonly SurveyDesign Design = new(People);

    private static StandardPopulation Ages(params (string, double)[] sizes) => new("age", sizes);

    [Test]
    public void TheSamplesOwnSharesGiveThePlainMean([Range(1, 10)] int seed)
    {
        RandomSample sample = RandomSample.Of(seed, new SamplePlan { Strata = 3, Clusters = 1, MostUnits = 6, MostRows = 30 });
        Design answered = sample.Design().Where(!Col("y").IsMissing & !Col("kind").IsMissing);
        Estimates groups = answered.By("kind").Mean("y");
        var own = new StandardPopulation("kind", [.. groups.Where(group => group.Respondents > 0).Select(group => (group.Domain[0].Level, group.SumOfWeights))]);

        Assert.That(answered.StandardizedMean("y", own).Value, Close(answered.Mean("y").Value, ClosedForm));
    }

    [Test]
    public void ItIsTheCombinationOfItsGroups([Range(1, 10)] int seed, [Values] bool proportion)
    {
        RandomSample sample = RandomSample.Of(seed, new SamplePlan { Strata = 3, Clusters = 1, MostUnits = 6, MostRows = 30 });
        Design design = sample.Design().Where(!Col("kind").IsMissing);
        var population = new StandardPopulation("kind", ("a", 10), ("b", 25), ("c", 15));
        Estimate standardized = proportion ? design.StandardizedProportion("smoker", population) : design.StandardizedMean("y", population);
        Estimates groups = proportion ? design.By("kind").Proportion("smoker") : design.By("kind").Mean("y");
        double[] shares = [0.2, 0.5, 0.3, 0];
        double variance = 0;
        for (int g = 0; g < 3; g++)
            for (int h = 0; h < 3; h++)
                variance += shares[g] * shares[h] * groups.Covariance(g, h);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(standardized.Value, Close(Enumerable.Range(0, 3).Sum(g => shares[g] * groups[g].Value), ClosedForm));
            Assert.That(standardized.StandardError, Close(Math.Sqrt(variance), ClosedForm, standardized.Value));
            Assert.That(standardized.Respondents, Is.EqualTo(groups.Sum(group => group.Respondents)));
            Assert.That(standardized.DesignEffect, Is.NaN);
            Assert.That(standardized.Interval().Method, Is.EqualTo(proportion ? IntervalMethod.Logit : IntervalMethod.Wald));
        }
    }

    [Test]
    public void AMeanOfABillionKeepsItsDigits()
    {
        double[] y = [.. Enumerable.Range(0, 60).Select(row => row % 7 / 8.0)], group = [.. y.Select((_, row) => (double)(row % 2))];
        var population = new StandardPopulation("g", ("0", 1), ("1", 3));
        Estimates estimates = new SurveyDesign(Table.FromColumns([("y", y), ("z", y.Select(value => value + 1e9).ToArray()), ("g", group)]))
            .Estimate(StandardizedMean("y", population), StandardizedMean("z", population));

        Assert.That(estimates[1].StandardError, Close(estimates[0].StandardError, ClosedForm));
    }

    [Test]
    public void GroupsMayBeNumbersOrFlags()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Design.StandardizedMean("y", new StandardPopulation("grade", ("1", 1), ("2", 3))).Value, Close(0.25 + 0.75 / 3, ClosedForm));
            Assert.That(Design.StandardizedMean("y", new StandardPopulation(Col("grade") == 1, ("false", 3), ("true", 1))).Value, Close(0.25 + 0.75 / 3, ClosedForm));
            Refuses(() => Design.StandardizedMean("y", new StandardPopulation("grade", ("first", 1))), "'grade' is numbers, and a group of the standard population is 'first'; name groups by numbers, or make the same groups with cut(grade, ...).");
        }
    }

    [Test]
    public void PeopleInNoGroupAreNotLeftOutSilently()
    {
        using (Assert.EnterMultipleScope())
        {
            Refuses(() => Design.StandardizedMean("y", Ages(("young", 3))),
                "The standardized mean of y would leave people out: the standard population has no age = 'old' (respondents: 2); give their population, or leave those people out with Where (--where).");
            Refuses(() => Design.StandardizedMean("y", new StandardPopulation("grade", ("1", 3))),
                "The standardized mean of y would leave people out: the standard population has no grade = '2' (respondents: 3); give their population, or leave those people out with Where (--where).");
            Assert.That(Design.Where(Col("age") == "young").StandardizedMean("y", Ages(("young", 3))).Value, Is.EqualTo(1));
            Assert.That(Design.StandardizedProportion("y", Ages(("young", 3), ("old", 1))).Missing, Is.EqualTo(2), "one without an answer and one without a group");
        }
    }

    [Test]
    public void AnEmptyGroupIsNamed()
    {
        using (Assert.EnterMultipleScope())
        {
            Refuses(() => Design.StandardizedProportion("y", Ages(("young", 3), ("old", 1), ("middle", 2))),
                "The standardized proportion of y cannot be: no respondent has age = 'middle'; collapse groups (cut with fewer breaks, and the standard population with them), or split by less.");
            Refuses(() => Design.By("sex").StandardizedProportion("y", Ages(("young", 3), ("old", 1))),
                "The standardized proportion of y cannot be: no respondent has age = 'young' in sex = m; collapse groups (cut with fewer breaks, and the standard population with them), or split by less.");
        }
    }

    [Test]
    public void APopulationOfOtherGroups()
    {
        using (Assert.EnterMultipleScope())
        {
            Refuses(() => Design.StandardizedMean("y", Ages(("yuong", 3))), "'age' has no level 'yuong', which is a group of the standard population; did you mean 'young'?");
            Assert.That(() => Ages(), Throws.ArgumentException);
            Assert.That(() => Ages(("young", 1), ("young", 2)), Throws.ArgumentException.With.Message.StartsWith("The group 'young' of the standard population stands twice;"));
            Assert.That(() => Ages(("young", 0)), Throws.ArgumentException.With.Message.StartsWith("The group 'young' of the standard population has size 0;"));
        }
    }

    [Test]
    public void ATableIsAPopulation()
    {
        Table table = Table.FromColumns([("level", (Column)new CategoryColumn(["young", "old"])), ("people", new NumberColumn([3, 1])), ("lacks", new NumberColumn([3, double.NaN]))]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(StandardPopulation.Of("age", table, "level", "people").Sizes, Is.EqualTo(Ages(("young", 3), ("old", 1)).Sizes));
            Refuses(() => StandardPopulation.Of("age", table, "level", "lacks"), "Row 2 of the standard population has no value in 'lacks'; each group has a level and a size.");
            Refuses(() => StandardPopulation.Of("age", table, "people", "level"), "'level' is a category where the sizes of a standard population are wanted, which are numbers.");
        }
    }

    private static void Refuses(Func<object> ask, string sentence) => Assert.That(() => ask(), Throws.TypeOf<SurveyDataException>().With.Message.EqualTo(sentence));

    [Test]
    public void ANumberThatStandsTwiceIsRefused()
    {
        var design = new SurveyDesign(Survey.Table.FromColumns([("g", (System.Collections.IEnumerable)(double[])[1, 2, 1, 2]), ("y", (double[])[1, 2, 3, 5])]));
        Assert.That(
            () => design.StandardizedMean("y", new StandardPopulation("g", ("1", 10), ("1.0", 10), ("2", 10))),
            Throws.TypeOf<SurveyDataException>().With.Message.StartsWith("The standard population has g 1 twice; each group stands once."));
    }
}
