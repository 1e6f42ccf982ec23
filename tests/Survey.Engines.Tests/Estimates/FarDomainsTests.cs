namespace Survey.Engines.Tests;

/// <summary>Domains, and strata, whose numbers are of quite another size than those of others, so that what differs within them is a small part of what is summed.</summary>
public class FarDomainsTests
{
    private static readonly string[] Engines3 = ["DuckDB", "PostgreSQL", "ClickHouse"];

    private static readonly Statistic[] Statistics =
    [
        // its PSUs' scores are differences of large totals in memory too
        Statistic.Ratio("income", "twice"), Statistic.Mean("income"), Statistic.Total("income"), Statistic.StandardDeviation("income"), Statistic.Variance("income"), Statistic.Mean("level"),
    ];

    private static IEnumerable<TestCaseData> Cases() =>
        from engine in Engines3
        from distance in (double[])[30, 1_000, 1e6]
        from areUnits in (bool[])[false, true]
        select new TestCaseData(engine, distance, areUnits);

    [TestCaseSource(nameof(Cases))]
    public void KeepTheirDigits(string engine, double distance, bool rowsAreUnits)
    {
        Table people = Made(distance);
        Design Of(Rows rows) => rowsAreUnits ? new SurveyDesign(rows, "w", "stratum") : new SurveyDesign(rows, "w", "stratum", "psu");
        var question = new EstimateCase("far", rows => Of(rows).By("currency", "half").Estimate(distance < 1e6 ? Statistics : Statistics[1..]), rowsAreUnits);
        EqualEstimates.Assert(question, people, Loaded.In(engine, people));
    }

    [TestCaseSource(nameof(Engines3))]
    public void StrataKeepTheirDigits(string engine)
    {
        Table people = Made(1e4);
        var question = new EstimateCase("far strata", rows => new SurveyDesign(rows, "w", "currency").Estimate(Statistics[1..4]), RowsAreUnits: true);
        EqualEstimates.Assert(question, people, Loaded.In(engine, people));
    }

    [TestCaseSource(nameof(Engines3))]
    public void OneFarAmongManyKeepsItsDigits(string engine)
    {
        Table people = Villages();
        var question = new EstimateCase("villages", rows => new SurveyDesign(rows, "w").By("village").Estimate(Statistic.Variance("income"), Statistic.Mean("income")), RowsAreUnits: true);
        EqualEstimates.Assert(question, people, Loaded.In(engine, people));
    }

    [TestCaseSource(nameof(Engines3))]
    public void ZeroIsOneDomainWhateverItsSign(string engine)
    {
        // rounded, -0.4 is -0; means of 0 are far from all others
        double[] z = [.. Enumerable.Range(0, 700).Select(row => row % 7 + (row % 2 == 0 ? -0.4 : 0.4))];
        double[] y = [.. Enumerable.Range(0, 700).Select(row => row % 7 < 2 ? 0.0 : 990 + row % 20)];
        Table people = Table.FromColumns([("z", (Array)z), ("y", y), ("psu", Enumerable.Range(0, 700).Select(row => row % 11 + 1.0).ToArray()), ("stratum", Enumerable.Repeat(1.0, 700).ToArray())]);
        var question = new EstimateCase("zero", rows => new SurveyDesign(rows, clusters: "psu").By((Variable)Expr.Round(Expr.Col("z"))).Estimate(Statistic.Mean("y")));
        EqualEstimates.Assert(question, people, Loaded.In(engine, people));
    }

    [Test]
    public void FewCentresAreThoseOfTheSmallestSpreads()
    {
        double[] values = [.. Enumerable.Range(1, 1_498).Select(value => (double)value), 1e9, 1e9 + 1];
        double[] centres = FewCentres.Of(values, [.. values.Select(value => value == 1e9 ? 1 : value > 1e9 ? 2 : double.NaN)], 300);
        Assert.That(centres.Distinct().Count(), Is.InRange(100, 256));
        Assert.That(centres[^2..], Is.All.EqualTo(1e9));
        Assert.That(values.Zip(centres, (value, centre) => Math.Abs(value - centre)).Take(1_498).Max(), Is.LessThan(100));
    }

    /// <summary>Hundreds of villages of four people each, and one of many people with quite other incomes.</summary>
    private static Table Villages()
    {
        var random = new Random(9);
        (string Village, double Income)[] people = [.. Enumerable.Range(0, 2_400).Select(row => ($"village {row / 4}", row / 4 + (row % 4) * (row % 4) / 8.0)), .. Enumerable.Range(0, 200).Select(_ => ("far", 1e9 + random.NextDouble()))];
        return Table.FromColumns([("village", (Array)people.Select(own => own.Village).ToArray()), ("income", people.Select(own => own.Income).ToArray()), ("w", people.Select(_ => Math.Round(50 + 100 * random.NextDouble())).ToArray()), ("stratum", people.Select((_, row) => row % 3 + 1.0).ToArray())]);
    }

    /// <summary>Two currencies, whose incomes are alike but for their size; a level that is one number in each.</summary>
    private static Table Made(double distance)
    {
        var random = new Random(5);
        const int rows = 2_000;
        double[][] numbers = [.. Enumerable.Range(0, 6).Select(_ => new double[rows])];
        string[] currency = new string[rows], half = new string[rows];
        for (int row = 0; row < rows; row++)
        {
            int kind = random.Next(2);
            (currency[row], half[row]) = ($"currency {kind}", random.Next(2) == 0 ? "a" : "b");
            (numbers[0][row], numbers[1][row], numbers[2][row]) = (random.Next(1, 5), random.Next(1, 9), Math.Round(500 + 1_000 * random.NextDouble()));
            numbers[3][row] = 10 + kind * distance + random.NextDouble();
            numbers[4][row] = 2 * numbers[3][row] + 4 * random.NextDouble();
            numbers[5][row] = 7 + kind * distance / 3;
        }
        return Table.FromColumns([
            ("stratum", (Array)numbers[0]), ("psu", numbers[1]), ("w", numbers[2]), ("income", numbers[3]), ("twice", numbers[4]), ("level", numbers[5]), ("currency", currency), ("half", half)]);
    }
}
