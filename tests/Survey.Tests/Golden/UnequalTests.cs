using System.Globalization;
using static Survey.Expr;
using static Survey.Statistic;
using static Survey.Tests.Tolerance;

namespace Survey.Tests.Golden;

/// <summary>Samples of unequal probabilities against R; unequal_brewer.R wrote the figures of Brewer's estimator in stages, strata and domains.</summary>
public class UnequalTests
{
    // Σ p² over the 4,600 counties of R's data set election, of which the repository has the sample
    private const double SumOfSquares = 4.1284109064939942;

    private static IEnumerable<TestCaseData> Cases => GoldenCase.Of("pps.json");

    [TestCaseSource(nameof(Cases))]
    public void MatchesR(GoldenCase golden)
    {
        Table counties = Samples.Table("election_pps");
        SurveyDesign design = golden.Design == "dpps_wr"
            ? new SurveyDesign(counties, "wt")
            : new SurveyDesign(counties, unequal: golden.Design switch
            {
                "dpps_br" => UnequalProbabilities.Brewer("p"),
                "dpps_ov" => UnequalProbabilities.Overton("p"),
                "dpps_hr" => UnequalProbabilities.HartleyRao("p", SumOfSquares),
                "dpps_hr1" => UnequalProbabilities.HartleyRao("p"),
                "dpps_ht" => UnequalProbabilities.HorvitzThompson("p", Joint()),
                "dpps_yg" => UnequalProbabilities.YatesGrundy("p", Joint()),
                _ => throw new ArgumentException($"No design is written for {golden.Design}."),
            });

        AgainstR.Compare(golden, design.Estimate(Total("Bush"), Total("Kerry"), Total("Nader")));
    }

    [Test]
    public void NoCaseIsLeftOutByMistake()
    {
        Assert.That(Cases.Count(), Is.EqualTo(7));
        Assert.That(BrewerCases.Count(), Is.EqualTo(5));
    }

    private static IEnumerable<TestCaseData> BrewerCases =>
        from line in File.ReadLines(GoldenCase.Path("unequal_brewer.tsv")).Skip(2)
        let cells = line.Split('\t')
        select new TestCaseData(cells[0], Array.ConvertAll(cells[1..], cell => double.Parse(cell, CultureInfo.InvariantCulture))).SetName($"Brewer {cells[0]}");

    [TestCaseSource(nameof(BrewerCases))]
    public void BrewerMatchesR(string name, double[] expected)
    {
        Estimate estimate = name switch
        {
            "stages total" => Stages.Total("y1"),
            "stages mean" => Stages.Mean("y1"),
            "strata total" => Strata.Total("api.stu"),
            "strata mean" => Strata.Mean("api00"),
            "strata domain" => Strata.Where(Col("awards") == "Yes").Mean("api00"),
            _ => throw new ArgumentException($"No request is written for {name}."),
        };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(estimate.Value, Close(expected[0], ClosedForm));
            Assert.That(estimate.StandardError, Close(expected[1], ClosedForm, estimate.Value));
            Assert.That(estimate.DegreesOfFreedom, Is.EqualTo(expected[2]));
        }
    }

    private static SurveyDesign Stages
    {
        get
        {
            Table farms = Samples.Table("mu284").With("p", Choose("id1", (19, 0.2), (31, 0.3), (45, 0.5), (47, 0.25), (50, 0.4)));
            return new SurveyDesign(farms, clusters: ["id1", "id2"], populationSizes: "n2", degreesOfFreedom: DegreesOfFreedomRule.Design, unequal: UnequalProbabilities.Brewer("p"));
        }
    }

    private static SurveyDesign Strata =>
        new(Samples.Table("apistrat").With("p", Col("enroll") / 4000), strata: "stype", degreesOfFreedom: DegreesOfFreedomRule.Design, unequal: UnequalProbabilities.Brewer("p"));

    private static Expr Choose(string column, params (double Value, double Then)[] cases) =>
        cases.Aggregate((Expr)0.0, (otherwise, own) => When(Col(column) == own.Value, own.Then, otherwise));

    private static double[,] Joint()
    {
        string[][] cells = [.. File.ReadLines(Repository.File("datasets", "unequal-probabilities", "election_jointprob.csv")).Select(line => line.Split(','))];
        double[,] joint = new double[cells.Length, cells.Length];
        for (int i = 0; i < cells.Length; i++)
            for (int j = 0; j < cells.Length; j++)
                joint[i, j] = double.Parse(cells[i][j], CultureInfo.InvariantCulture);
        return joint;
    }
}
