using Survey.Files;

namespace Survey.Tests.Display;

/// <summary>The rows of results hold the figures that the results have.</summary>
public class ResultRowsTests
{
    private static readonly Table Years = Table.Read(Repository.File("datasets", "two-waves", "two_waves.csv"));

    private static SurveyDesign DesignOf(Table rows) => new(rows, weights: "w", strata: "stratum", clusters: "village");

    private static double Number(Table table, string column, int row) => ((NumberColumn)table[column]).Values[row];

    [Test]
    public void Of_estimates()
    {
        Estimates estimates = DesignOf(Years).By("year").Estimate(Statistic.Proportion("literate"), Statistic.Mean("person"));
        Table rows = estimates.ToTable(level: 0.9, IntervalMethod.Wilson);
        for (int k = 0; k < estimates.Count; k++)
        {
            Estimate own = estimates[k];
            Interval interval = own.IsProportion ? own.Interval(0.9, IntervalMethod.Wilson) : own.Interval(0.9);
            foreach ((string column, double value) in (ReadOnlySpan<(string, double)>)
                [
                    ("value", own.Value), ("standardError", own.StandardError), ("degreesOfFreedom", own.DegreesOfFreedom), ("low", interval.Low), ("high", interval.High), ("level", 0.9), ("respondents", own.Respondents),
                    ("missing", own.Missing), ("sumOfWeights", own.SumOfWeights), ("designEffect", own.DesignEffect), ("effectiveSampleSize", own.EffectiveSampleSize), ("coefficientOfVariation", own.CoefficientOfVariation),
                ])
                Assert.That(Number(rows, column, k), Is.EqualTo(value), column);
            Assert.That((rows["statistic"].TextAt(k), rows["variable"].TextAt(k), rows["year"].TextAt(k)), Is.EqualTo((own.Statistic, own.Variable, own.Domain[0].Level)));
        }
    }

    [Test]
    public void Of_changes()
    {
        Waves both = Waves.Of(Years, "year", DesignOf, samePlaces: true);
        Changes changes = both.By("stratum").Changes(Statistic.Proportion("literate"));
        Table rows = changes.ToTable(level: 0.8);
        for (int k = 0; k < changes.Count; k++)
        {
            Change own = changes[k];
            (Interval difference, RelativeInterval fieller, RelativeInterval log) = (own.Difference.Interval(0.8), own.RelativeInterval(0.8), own.RelativeInterval(0.8, RelativeMethod.LogRatio));
            foreach ((string column, double value) in (ReadOnlySpan<(string, double)>)
                [
                    ("before", own.Before.Value), ("beforeLow", own.Before.Interval(0.8).Low), ("after", own.After.Value), ("afterHigh", own.After.Interval(0.8).High), ("covariance", own.Covariance), ("correlation", own.Correlation),
                    ("difference", own.Difference.Value), ("standardError", own.Difference.StandardError), ("low", difference.Low), ("high", difference.High), ("relative", own.Relative), ("relativeLow", fieller.Low), ("relativeHigh", fieller.High),
                    ("logRatio", own.LogRatio.Value), ("logRatioLow", log.Low), ("logRatioHigh", log.High), ("g", own.Fieller(0.8).G),
                ])
                Assert.That(Number(rows, column, k), Is.EqualTo(value), column);
            Assert.That((fieller.Low, fieller.High), Is.Not.EqualTo((log.Low, log.High)));
        }
    }

    [Test]
    public void Of_contrasts_and_tests()
    {
        Waves both = Waves.Of(Years, "year", DesignOf, samePlaces: true);
        Contrasts contrasts = both.Contrasts(["p2 - p1 as rise"], Statistic.Proportion("literate"));
        Table rows = contrasts.ToTable();
        Assert.That((rows["contrast"].TextAt(0), Number(rows, "value", 0), Number(rows, "low", 0), Number(rows, "p", 0)), Is.EqualTo(("rise", contrasts[0].Value, contrasts[0].Interval().Low, contrasts[0].PValue)));

        Association test = DesignOf(Years).Association("stratum", "literate");
        Table cells = test.ToTable();
        Assert.That(((NumberColumn)cells["share"]).Values.ToArray(), Is.EqualTo(test.Cells.Select(cell => cell.Value)));
        Assert.That((cells["stratum"].TextAt(1), cells["literate"].TextAt(1)), Is.EqualTo((test.RowLevels[0], test.ColumnLevels[1])));
    }
}
