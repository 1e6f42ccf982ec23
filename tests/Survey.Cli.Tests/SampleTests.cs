using System.Text.Json;

namespace Survey.Cli.Tests;

/// <summary>What survey sample prints and writes.</summary>
public sealed class SampleTests : IDisposable
{
    private const string Villages = "town,village,households,area\nA,A01,900,urban\nA,A02,300,rural\nA,A03,5000,rural\nA,A04,1200,urban\nB,B01,700,rural\nB,B02,650,rural\nB,B03,2100,urban\nB,B04,80,rural\n";

    private readonly Session _session = new();

    public void Dispose() => _session.Dispose();

    private string Frame => _session.File("villages.csv", Villages);

    private string Out(string name = "drawn.csv") => Path.Combine(_session.Folder, name);

    private Run Sample(params string[] args) => Session.Survey(["sample", Frame, "--out", Out(), .. args]);

    private static string[] Draw(int count = 2) => ["--stage", "village", "--within", "town", "--draw", $"{count}", "--method", "systematic", "--size", "households", "--seed", "7"];

    [Test]
    public void DrawsAndSaysWhat()
    {
        Run run = Sample(Draw());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run, Is.EqualTo(new Run(0, """
                village: systematic, chance proportional to households
                town   units    size  drawn  certain       probability
                -----  -----  ------  -----  -------  ----------------
                A          4   7,400      2        1  0.5000 to 1.0000
                B          4   3,530      2        1  0.4545 to 1.0000
                (all)      8  10,930      4        2  0.4545 to 1.0000

                4 of 8 rows drawn, seed 7
                2 units of village are taken with certainty, the size being at least the stratum's total over the number drawn: 'A03' (5000 of 7400 in town 'A'); 'B03' (2100 of 3530 in town 'B')

                """, "")));
            Assert.That(File.ReadAllText(Out()).TrimStart('\uFEFF'), Is.EqualTo("""
                town,village,households,area,probability1,drawn1,units1,probability,weight
                A,A03,5000,rural,1,2,4,1,1
                A,A04,1200,urban,0.5,2,4,0.5,2
                B,B02,650,rural,0.45454545454545453,2,4,0.45454545454545453,2.2
                B,B03,2100,urban,1,2,4,1,1

                """));
        }
    }

    [Test]
    public void ADrawIsRepeatedFromItsRecord()
    {
        Sample(Draw());
        Run again = Session.Survey("sample", Frame, "--repeat", Out("drawn.csv.draw.json"), "--out", Out("again.csv"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((again.Code, again.Messages), Is.EqualTo((0, "survey: The draw was repeated: frame and sample are those of the record.\n")));
            Assert.That(File.ReadAllText(Out("again.csv")), Is.EqualTo(File.ReadAllText(Out())));
        }
    }

    [Test]
    public void AnotherFrameIsNotTheOneDrawnFrom()
    {
        Sample(Draw());
        string other = _session.File("other.csv", Villages.Replace("650", "651", StringComparison.Ordinal));
        Run again = Session.Survey("sample", other, "--repeat", Out("drawn.csv.draw.json"), "--out", Out("elsewhere.csv"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(again, Is.EqualTo(new Run(2, "", "survey: The frame has as many rows as the one recorded, 8, but says something else in town, village, households, or in another order; take the file that was drawn from.\n")));
            Assert.That(File.Exists(Out("elsewhere.csv")), Is.False);
        }
    }

    [Test]
    public void JointProbabilitiesAreWritten()
    {
        Run run = Sample([.. Draw(), "--joint", Out("joint.csv")]);
        Assert.That((run.Code, File.ReadAllText(Out("joint.csv")).TrimStart('\uFEFF')), Is.EqualTo((0, "town,first,second,probability\nA,A03,A04,0.5\nB,B02,B03,0.45454545454545453\n")));
    }

    [Test]
    public void StrataForPrograms()
    {
        using var json = JsonDocument.Parse(Sample([.. Draw(), "--format", "json"]).Output);
        JsonElement stratum = json.RootElement.GetProperty("strata")[1];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(stratum.GetProperty("stratum").GetProperty("town").GetString(), Is.EqualTo("B"));
            Assert.That(stratum.GetProperty("drawn").GetInt32(), Is.EqualTo(2));
            Assert.That(stratum.GetProperty("size").GetDouble(), Is.EqualTo(3530));
            Assert.That(json.RootElement.GetProperty("notes").GetArrayLength(), Is.EqualTo(1));
            Assert.That(Sample([.. Draw(), "--format", "csv"]).Output, Does.StartWith("stage,unit,town,units,size,drawn,certain,lowestProbability,highestProbability\n1,village,A,4,7400,2,1,0.5,1\n"));
        }
    }

    [Test]
    public void TwoStagesEachWithItsOptionsAndKishTables()
    {
        string households = _session.File("households.csv", "village,household,area\n" + string.Concat(from v in Enumerable.Range(1, 6) from h in Enumerable.Range(1, 10 + v) select $"v{v},{h},x\n"));
        Run run = Session.Survey("sample", households, "--stage", "village", "--draw", "2", "--method", "pivotal", "--size-rows", "--stage", "household", "--draw", "12", "--all-if-fewer", "--seed", "1", "--kish", "--out", Out());
        string[] lines = File.ReadAllLines(Out());
        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.Code, run.Messages), Is.EqualTo((0, "")));
            Assert.That(lines[0].TrimStart('\uFEFF'), Is.EqualTo("village,household,area,probability1,drawn1,units1,probability2,drawn2,units2,probability,weight,kishTable"));
            Assert.That(lines.Skip(1).Select(line => line.Split(',')[^1]).Distinct().Order(), Is.EqualTo(new[] { "A", "B1", "B2", "C", "D", "E1", "E2", "F" }));
        }
    }

    [Test]
    public void APartOfLastYearsVillagesIsKept()
    {
        Sample(Draw(1));
        File.Move(Out(), Out("last.csv"));
        Run run = Sample([.. Draw(1).SkipLast(2), "--seed", "8", "--keep", "100%", "--last", Out("last.csv")]);
        static string[] VillagesOf(string file) => [.. File.ReadAllLines(file).Skip(1).Select(line => line.Split(',')[1])];
        Assert.That((run.Code, VillagesOf(Out())), Is.EqualTo((0, VillagesOf(Out("last.csv")))));
    }

    [Test]
    public void HouseholdsAfterVillages()
    {
        Sample(Draw());
        string listed = _session.File("listed.csv", "village,household\n" + string.Concat(from v in new[] { "A03", "A04", "B02", "B03" } from h in Enumerable.Range(1, 20) select $"{v},{h}\n"));
        Run run = Session.Survey("sample", listed, "--stage", "household", "--within", "village", "--draw", "5", "--after", Out(), "--seed", "2", "--out", Out("households.csv"));
        string[] lines = File.ReadAllLines(Out("households.csv"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.Code, run.Messages), Is.EqualTo((0, "")));
            Assert.That(lines[0].TrimStart('\uFEFF'), Is.EqualTo("village,household,probability1,drawn1,units1,probability2,drawn2,units2,probability,weight"));
            Assert.That(lines[6], Does.StartWith("A04,").And.EndsWith(",0.5,2,4,0.25,5,20,0.125,8"));
        }
    }

    [Test]
    public void Segments()
    {
        Run run = Sample("--stage", "village", "--within", "town", "--size", "households", "--merge-below", "750");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run, Is.EqualTo(new Run(0, $"8 units of village became 8 segments of 1,090 to 1,667 households: {Out()}\n", "")));
            Assert.That(File.ReadAllLines(Out())[1], Is.EqualTo("A,A01+A02,A01+A02,1,1,1,1200,1200,"), "the areas of the two differ");
        }
    }

    [Test]
    public void ColumnsThatLookPersonalAreLeftOutUnlessTheyAreNamed()
    {
        string frame = _session.File("named.csv", "village,联系电话\n" + string.Concat(Enumerable.Range(0, 30).Select(k => $"v{k},1390000{1000 + k}\n")));
        string[] args = ["sample", frame, "--stage", "village", "--draw", "3", "--seed", "1", "--out", Out()];
        Run without = Session.Survey(args);
        string header = File.ReadAllLines(Out())[0];
        Run with = Session.Survey([.. args, "--columns", "联系电话"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((without.Code, without.Messages), Is.EqualTo((0, "survey: note: 联系电话 looks like personal data and is left out of the sample; name the columns to keep with --columns.\n")));
            Assert.That(header, Does.Not.Contain("联系电话"));
            Assert.That((with.Code, with.Messages), Is.EqualTo((0, "")));
            Assert.That(File.ReadAllLines(Out())[0], Does.Contain("联系电话"));
        }
    }

    [TestCase("No stage is named; begin with --stage and the column of what is drawn, such as --stage village --draw 2.", "--seed", "1")]
    [TestCase("--draw stands before any stage; begin with --stage and the column of what is drawn, such as --stage village --draw 2.", "--draw", "2", "--stage", "village", "--seed", "1")]
    [TestCase("How many village are drawn is not said; add --draw after --stage village, such as --draw 2.", "--stage", "village", "--seed", "1")]
    [TestCase("--draw stands twice for the stage village; it may stand once for each.", "--stage", "village", "--draw", "2", "--draw", "3", "--seed", "1")]
    [TestCase("No seed is given; choose any whole number, such as the date, --seed 20230904, and the draw can be repeated by anyone.", "--stage", "village", "--draw", "2")]
    [TestCase("--seed takes a whole number from 0, such as 20230904, not '-1'.", "--stage", "village", "--draw", "2", "--seed", "-1")]
    [TestCase("--method takes simple-random, systematic, sampford, brewer, pivotal or poisson, not 'lottery'.", "--stage", "village", "--draw", "2", "--method", "lottery", "--seed", "1")]
    [TestCase("--method pps says that chances are proportional to size, which --size does, and not how units are drawn; choose systematic, sampford, brewer, pivotal or poisson, such as --method systematic --size households.", "--stage", "village", "--draw", "2", "--method", "pps", "--seed", "1")]
    [TestCase("In town 'A' there are 4 units of village and 5 are to be drawn; draw fewer, merge strata, or let strata that have fewer be taken whole (--all-if-fewer).", "--stage", "village", "--within", "town", "--draw", "5", "--seed", "1")]
    [TestCase("--keep needs last year's sample; give both, such as --keep 50% --last 2023.csv.", "--stage", "village", "--draw", "2", "--seed", "1", "--keep", "50%")]
    [TestCase("--keep takes a share from 0 to 1, such as 50% or 0.5, not '150%'.", "--stage", "village", "--draw", "2", "--seed", "1", "--keep", "150%", "--last", "x.csv")]
    [TestCase("--repeat takes seed and stages from the record; leave --seed out.", "--repeat", "RECORD", "--seed", "1")]
    [TestCase("--seed belongs to a draw, and --merge-below and --split-above make the list to draw from; make the segments first, then draw from OUT.", "--stage", "village", "--size", "households", "--merge-below", "750", "--seed", "1")]
    [TestCase("Segments need --size, such as --size households.", "--stage", "village", "--merge-below", "750")]
    public void WrongCallsAreOneSentence(string message, params string[] args)
    {
        Sample(Draw());
        string record = Out("drawn.csv.draw.json");
        Run run = Sample([.. args.Select(arg => arg == "RECORD" ? record : arg == "x.csv" ? Frame : arg)]);
        Assert.That(run, Is.EqualTo(new Run(2, "", $"survey: {message.Replace("OUT", Out(), StringComparison.Ordinal)}\n")));
    }

    [Test]
    public void TheFrameIsNotWrittenOver() =>
        Assert.That(Session.Survey(["sample", Frame, .. Draw(), "--out", Frame]), Is.EqualTo(new Run(2, "", $"survey: The result would be written over {Frame}, which is read; name another place with --out.\n")));

    [Test]
    public void WithoutAPlaceForTheSampleNothingIsDrawn() =>
        Assert.That(Session.Survey(["sample", Frame, .. Draw()]), Is.EqualTo(new Run(2, "", "survey: No file is named for the sample; say where it goes with --out FILE.\n")));
}
