using static Survey.Expr;

namespace Survey.Engines.Tests;

/// <summary>What is made of several estimates, or of two samples, one of which may be a file and the other a table.</summary>
public class ComparisonTests
{
    private const double Tolerance = 1e-10;

    private static readonly Table Before = SamplePeople.Of(1_500, 21), After = SamplePeople.Of(1_800, 22);

    private static readonly string[] Engines3 = ["DuckDB", "PostgreSQL", "ClickHouse"];

    private static readonly Statistic Height = Statistic.Mean("height"), Smoker = Statistic.Proportion("smoker");

    [Test]
    public void ChangesEqualMemory([ValueSource(nameof(Engines3))] string engine, [Values] bool rowsAreUnits)
    {
        Design Of(Rows rows) => rowsAreUnits ? new SurveyDesign(rows, "w", "stratum") : new SurveyDesign(rows, "w", "stratum", "psu");
        Waves Both(Rows before, Rows after) => new(!rowsAreUnits, ("2023", Of(before)), ("2024", Of(after)));
        Waves expected = Both(Before, After), actual = Both(Loaded.In(engine, Before), Loaded.In(engine, After)), mixed = Both(Before, Loaded.In(engine, After));
        using (Assert.EnterMultipleScope())
            foreach (Statistic statistic in (Statistic[])[Height, Smoker])
                foreach (Waves waves in (Waves[])[actual, mixed])
                {
                    AssertSame(expected.Change(statistic), waves.Change(statistic));
                    AssertSame(expected.Where(Col("age") > 30).Change(statistic), waves.Where(Col("age") > 30).Change(statistic));
                }
    }

    [Test]
    public void ContrastsAndTestsEqualMemory([ValueSource(nameof(Engines3))] string engine, [Values] bool rowsAreUnits)
    {
        Design Of(Rows rows) => rowsAreUnits ? new SurveyDesign(rows, "w", "stratum") : new SurveyDesign(rows, "w", "stratum", "psu");
        Design expected = Of(Before), actual = Of(Loaded.In(engine, Before));
        using (Assert.EnterMultipleScope())
        {
            AssertSame(expected.Estimate(Height, Smoker, Statistic.Mean("age")).Contrast([1, -2, 0.5]), actual.Estimate(Height, Smoker, Statistic.Mean("age")).Contrast([1, -2, 0.5]));
            Contrasts pairs = expected.By("region").Estimate(Height).Differences(), others = actual.By("region").Estimate(Height).Differences();
            for (int k = 0; k < pairs.Count; k++)
                AssertSame(pairs[k], others[k]);
            AssertSame(expected.MeanDifference("height", "smoker"), actual.MeanDifference("height", "smoker"));
            Association table = expected.Association("region", "smoker"), other = actual.Association("region", "smoker");
            Near(table.Statistic, other.Statistic);
            Near(table.DenominatorDegreesOfFreedom, other.DenominatorDegreesOfFreedom);
            Assert.That((other.Respondents, other.Missing), Is.EqualTo((table.Respondents, table.Missing)));
        }
    }

    [TestCaseSource(nameof(Engines3))]
    public void ExtractedColumnsAreThoseOfTheTable(string engine)
    {
        EngineTable table = Loaded.In(engine, Before);
        Table extracted = table.Extract([.. Before.Columns]);
        Assert.That(extracted.RowCount, Is.EqualTo(Before.RowCount));
        using (Assert.EnterMultipleScope())
            foreach (string name in Before.Columns)
            {
                Assert.That(extracted[name].Type, Is.EqualTo(Before[name].Type), name);
                Assert.That(Texts(extracted[name]), Is.EquivalentTo(Texts(Before[name])), name);
            }
        EqualEstimates.Assert(EstimateCase.Of().First(), Before, extracted);
    }

    private static string?[] Texts(Column column) => [.. Enumerable.Range(0, column.Length).Select(column.TextAt)];

    private static void AssertSame(Change expected, Change actual)
    {
        AssertSame(expected.Difference, actual.Difference);
        Near(expected.Covariance, actual.Covariance, expected.Before.StandardError * expected.After.StandardError);
        Near(expected.Fieller().Low, actual.Fieller().Low);
    }

    private static void AssertSame(Contrast expected, Contrast actual)
    {
        Assert.That(actual.Name, Is.EqualTo(expected.Name));
        Near(expected.DegreesOfFreedom, actual.DegreesOfFreedom);
        Near(expected.Value, actual.Value, expected.StandardError);
        Near(expected.StandardError, actual.StandardError);
    }

    private static void Near(double expected, double actual, double scale = 0)
    {
        if (double.IsNaN(expected))
            Assert.That(actual, Is.NaN);
        else
            Assert.That(Math.Abs(actual - expected), Is.LessThanOrEqualTo(Tolerance * Math.Max(Math.Abs(expected), scale)), $"{actual:R} where {expected:R} is expected");
    }
}
