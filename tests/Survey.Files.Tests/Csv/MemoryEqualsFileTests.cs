using System.Globalization;
using System.Text;

namespace Survey.Files.Tests.Csv;

/// <summary>Estimates straight from CSV files are those from the same files read into memory, bit for bit.</summary>
[NonParallelizable]
public class MemoryEqualsFileTests : TempFiles
{
    private static readonly int _usual = OrderedPass.Threads;

    [TearDown]
    public void Restore() => OrderedPass.Threads = _usual;

    [Test]
    public void OfOneFile([Values(1, 20, 70_000, 200_000)] int rows, [Values] bool sorted, [Values(1, 2, 8)] int threads)
    {
        Same([FileOf(Text(rows, sorted, seed: rows))], threads);
    }

    [Test]
    public void OfSeveralFilesWithTheirColumnsInOtherOrders()
    {
        Same([FileOf(Text(70_001, false, 1), "a.csv"), FileOf(Text(65_535, true, 2, turned: true), "b.csv"), FileOf(Text(3, false, 3), "c.csv")], 2);
    }

    [Test]
    public void OfWhatTheBeginningDoesNotShow()
    {
        string late = Text(70_000, true, 4) + "S9,007,2.5,kiln,1,x3\nS9,008,2.5,kiln,0,x4\n";

        Same([FileOf(late)], 2);
    }

    [Test]
    public void OfTypesThatComeLateInASampleThatIsFoundFirst()
    {
        var text = new StringBuilder("psu,N,y\n");
        for (int row = 0; row < 70_000; row++)
            text.Append(row < 66_000 ? $"{row % 50},500,\n" : $"A{row % 7},500,{(row % 3 == 0 ? "true" : "false")}\n");
        string file = FileOf(text.ToString());

        Assert.That(Answer(Rows.Open(file)), Is.EqualTo(Answer(Table.Read(file))));

        static string[] Answer(Rows rows) => [.. Bits(new SurveyDesign(rows, clusters: "psu", populationSizes: "N").Estimate(Statistic.Proportion("y")))];
    }

    [Test]
    public void OfColumnNamesThatTwoEncodingsRead()
    {
        var text = new StringBuilder("省,w,y\n");
        for (int row = 0; row < 66_000; row++)
            text.Append(row % 2 == 0 ? "a,1,0\n" : "b,2,1\n");
        text.Append("江苏,2,1\n江苏,2,0\n");
        string file = FileOf(CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes(text.ToString()));

        Assert.That(Answer(Rows.Open(file)), Is.EqualTo(Answer(Table.Read(file))));

        static string[] Answer(Rows rows) => [.. Bits(new SurveyDesign(rows, "w").By("省").Estimate(Statistic.Proportion("y")))];
    }

    [Test]
    public void OfReplicateWeightsPopulationSizesAndWeightsOfNobody([Values(1, 8)] int threads)
    {
        var random = new Random(5);
        var text = new StringBuilder("stratum,psu,N,w,r1,r2,r3,sex,y\n");
        for (int row = 0; row < 90_000; row++)
            text.Append(CultureInfo.InvariantCulture, $"{1 + row % 3},{1 + row % 60},400,{(row % 17 == 0 ? 0 : random.Next(1, 9) + 0.25)},{random.Next(9)},{random.Next(9)},{1 + random.Next(9)},{"fm"[random.Next(2)]},{random.Next(2)}\n");
        string file = FileOf(text.ToString());
        OrderedPass.Threads = threads;

        Assert.That(Answer(Rows.Open(file)), Is.EqualTo(Answer(Table.Read(file))));

        static string[] Answer(Rows rows) =>
        [
            .. Bits(new ReplicateDesign(rows, "w", ["r1", "r2", "r3"], ReplicateMethod.Bootstrap).By("sex").Estimate(Statistic.Proportion("y"), Statistic.Mean("psu"))),
            .. Bits(new SurveyDesign(rows, "w", "stratum", "psu", "N").By("sex").Estimate(Statistic.Proportion("y"), Statistic.Total("psu"))),
            .. Bits(new SurveyDesign(rows, strata: "stratum", clusters: "psu", populationSizes: "N").By("sex").Estimate(Statistic.Mean("y"))),
        ];
    }

    private static void Same(string[] files, int threads)
    {
        OrderedPass.Threads = threads;
        string[] expected = Results(Table.Read(files)), actual = Results(Rows.Open(files));
        Assert.That(actual, Is.EqualTo(expected));
    }

    internal static string[] Results(Rows rows)
    {
        var clusters = new SurveyDesign(rows, "weight", "stratum", "psu", lonelyPsu: LonelyPsu.Certainty);
        var ofRows = new SurveyDesign(rows, "weight", "stratum", lonelyPsu: LonelyPsu.Certainty);
        Statistic[] statistics = [Statistic.Proportion("smoker"), Statistic.Mean("weight"), Statistic.Shares("region"), Statistic.Ratio("smoker", "weight")];
        return
        [
            .. Bits(clusters.Estimate(statistics)),
            .. Bits(clusters.By("region").Estimate(statistics)),
            .. Bits(clusters.By("smoker").Mean("weight")),
            .. Bits(clusters.Where(Expr.Col("region") == "hill").By("stratum").Proportion("smoker")),
            .. Bits(ofRows.By("region").Estimate(statistics)),
        ];
    }

    internal static IEnumerable<string> Bits(Estimates estimates) =>
        estimates.Select(of => string.Create(CultureInfo.InvariantCulture, $"{of.Title} {BitConverter.DoubleToInt64Bits(of.Value)} {BitConverter.DoubleToInt64Bits(of.StandardError)} {of.DegreesOfFreedom} {of.Respondents} {of.Missing} {of.SumOfWeights:R} {of.DesignEffectWithReplacement:R}"))
            .Append(estimates.Sample.ToString());

    internal static string Text(int rows, bool sorted, int seed, bool turned = false)
    {
        var random = new Random(seed);
        var text = new StringBuilder(turned ? "psu,region,smoker,note,stratum,weight\n" : "stratum,psu,weight,region,smoker,note\n");
        string[] regions = ["hill", "coast", "平原", "\"river, north\""];
        for (int row = 0; row < rows; row++)
        {
            int unit = sorted ? (int)((long)row * 60 / rows) : random.Next(60);
            string stratum = $"S{unit / 20 + 1}", psu = $"{unit % 20 + 1}", region = row == 0 ? "hill" : random.Next(30) == 0 ? "" : regions[random.Next(regions.Length)];
            string weight = (50 + random.Next(100_000) / 1_000.0).ToString(CultureInfo.InvariantCulture), smoker = random.Next(25) == 0 ? "" : random.Next(4) == 0 ? "1" : "0", note = random.Next(9) == 0 ? "\"said \"\"no\"\"\nand left\"" : "x";
            text.Append(turned ? $"{psu},{region},{smoker},{note},{stratum},{weight}\n" : $"{stratum},{psu},{weight},{region},{smoker},{note}\n");
        }
        return text.ToString();
    }
}
