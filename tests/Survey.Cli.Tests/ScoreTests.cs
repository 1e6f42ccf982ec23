using System.Runtime.CompilerServices;
using System.Text.Json;
using Survey.Cli.Tests.Studies;

namespace Survey.Cli.Tests;

/// <summary>survey score: what a user sees of a file's and of a study's scores.</summary>
public sealed class ScoreTests
{
    private const string Two = "format: 1\nid: two\ntitle: {en: Two items}\npoints: {single: 1, multiple: 2}\n";

    private const string Items = "item,type,options,key\n1,single,3,B\n2,multiple,4,ACD\n";

    private const string People = "id,sex,w,Q1,Q2\n1,m,10,B,ACD\n2,f,20,9,\n3,f,20,A,\"A,C\"\n4,m,30,B,\"D,C,A\"\n";

    private const string Study = """
        simulated: true
        columns: {n: {from: n, as: text}}
        instrument: {use: two.yaml, version: "1", items: items.csv, dontKnow: 9}
        waves: [{id: "1", files: people.csv, answers: {columns: "Q{item}", options: letters}}, {id: "2", files: more.csv, instrument: {version: "2", items: items2.csv}, answers: {columns: "Q{item}", options: letters}}]
        """;

    private static readonly string Demo = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "datasets", "demo-county"));

    [Test]
    public void AFileIsScoredAndPrinted()
    {
        using var session = new Session();
        Run run = Score(session);
        Assert.That(run.Output, Does.StartWith("Two items, 2 items, everyone counting the same\n\n").And.Contain("\ntotal      2       3    3        1.50   50.00 %").And.EndsWith("            4  0.889  总分\n"));
        Assert.That(run.Messages.TrimEnd(), Is.EqualTo("survey: note: 1 items were left unanswered and 1 answered with \"I do not know\" by 4 people; they count as wrong"));
        Assert.That(run.Code, Is.Zero);
    }

    [Test]
    public void WeightsAndDesignGiveFiguresOfThoseWhoAreStoodFor()
    {
        using var session = new Session();
        JsonElement wave = JsonDocument.Parse(Score(session, "--weights", "w", "--strata", "sex", "--format", "json").Output).RootElement.GetProperty("waves")[0], total = wave.GetProperty("scales")[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That((wave.GetProperty("instrument").GetString(), wave.GetProperty("weighted").GetBoolean()), Is.EqualTo(("two", true)));
            Assert.That((total.GetProperty("mean").GetDouble(), total.GetProperty("literate").GetDouble()), Is.EqualTo((1.5, 0.5)));
            // scores w(y - 1/2)/80: 1/16 and 3/16 of the men, -1/8 of both women
            Assert.That(total.GetProperty("literateStandardError").GetDouble(), Is.EqualTo(0.125).Within(1e-15));
        }
    }

    [Test]
    public void JsonHasAVersionOfItsForm()
    {
        using var session = new Session();
        Assert.That(JsonDocument.Parse(Score(session, "--format", "json").Output).RootElement.GetProperty("schemaVersion").GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public void PeopleWhoLeftTooManyOutAreNotScored()
    {
        using var session = new Session();
        Run run = Score(session, "--most-unanswered", "0", "--format", "csv");
        Assert.That(run.Output.ReplaceLineEndings("\n"), Does.StartWith("wave,scale,name,items,points,cut,mean,meanStandardError,literate,literateStandardError,low,high,respondents,alpha\n,total,总分,2,3,3,2,").And.EndsWith(",3,0.8888888888888888\n"));
        Assert.That(run.Messages, Does.Contain("1 people left out more than 0 and have no score"));
    }

    [Test]
    public void PeopleWhoAnsweredNothingAreNamed()
    {
        using var session = new Session();
        Run run = Session.Survey("score", session.File("people.csv", People + "5,f,20,,\n"), "--instrument", session.File("two.yaml", Two), "--items", session.File("items.csv", Items), "--dont-know", "9");
        Assert.That(run.Messages.TrimEnd(), Does.EndWith("by 5 people; they count as wrong; 1 of them answered no item at all and have 0 points, so leave out who was not interviewed"));
    }

    [Test]
    public void ItemsAreAnalysed()
    {
        using var session = new Session();
        Assert.That(Score(session, "--item-analysis").Output, Does.EndWith("""
            item  points    right  std. error  correlation with the rest  alpha without it  note
            ----  ------  -------  ----------  -------------------------  ----------------  ----
            Q1         1  50.00 %      28.868                      1.000                 -
            Q2         2  50.00 %      28.868                      1.000                 -

            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public void ItemsInCsv()
    {
        using var session = new Session();
        Assert.That(Score(session, "--item-analysis", "--format", "csv").Output.ReplaceLineEndings("\n"), Does.StartWith("wave,item,points,right,standardError,correlation,alphaWithout\n,1,1,0.5,0.28867513459481287,1,\n"));
    }

    [Test]
    public void TheScoredFileHasTheColumnsOfTheFileAndTheScores()
    {
        using var session = new Session();
        string path = Path.Combine(session.Folder, "scored.csv");
        Assert.That(Score(session, "--out", path).Code, Is.Zero);
        Assert.That(File.ReadAllText(path).TrimStart('\uFEFF').ReplaceLineEndings("\n"), Is.EqualTo("id,sex,w,Q1,Q2,score,literate\n1,m,10,B,ACD,3,true\n2,f,20,9,,0,false\n3,f,20,A,\"A,C\",0,false\n4,m,30,B,\"D,C,A\",3,true\n"));
    }

    [Test]
    public void ColumnsToWriteAreChosen()
    {
        using var session = new Session();
        string path = Path.Combine(session.Folder, "scored.csv");
        Score(session, "--out", path, "--columns", "sex");
        Assert.That(File.ReadAllText(path).TrimStart('\uFEFF'), Does.StartWith("Q1,Q2,sex,score,literate").Or.StartsWith("sex,Q1,Q2,score,literate"));
    }

    [Test]
    public void PersonalDataAreNotWritten()
    {
        using var session = new Session();
        string path = Path.Combine(session.Folder, "scored.csv");
        string people = session.File("people.csv", "手机号码,Q1,Q2\n13800138000,B,ACD\n13900139001,A,A\n");
        Run run = Session.Survey("score", people, "--instrument", session.File("two.yaml", Two), "--items", session.File("items.csv", Items), "--out", path);
        Assert.That(run.Messages, Does.Contain("手机号码 looks like personal data and is left out"));
        Assert.That(File.ReadAllText(path), Does.Not.Contain("138"));
    }

    [TestCase("people.csv")]
    [TestCase("items.csv")]
    [TestCase("two.yaml")]
    public void NothingThatIsReadIsWrittenOver(string name)
    {
        using var session = new Session();
        string path = Path.Combine(session.Folder, name);
        Run run = Score(session, "--out", path);
        Assert.That((run.Code, run.Messages), Is.EqualTo((2, $"survey: The result would be written over {path}, which is read; name another place with --out.{Environment.NewLine}")));
    }

    [Test]
    public void AnAnswerThatIsNoOptionIsBadInput()
    {
        using var session = new Session();
        Run run = Session.Survey("score", session.File("people.csv", People), "--instrument", session.File("two.yaml", Two), "--items", session.File("items.csv", Items));
        Assert.That((run.Code, run.Output, run.Messages.TrimEnd()), Is.EqualTo((2, "", "survey: Row 2: the answer '9' to Q1 is not made of its options A, B, C; correct it, or say that it means \"I do not know\" (--dont-know) or is missing (--missing).")));
    }

    [TestCase("No items are named; give their file with --items FILE, with the columns item, type, options, key, aspect and issue.", "score", "people.csv")]
    [TestCase("--dont-know is of a file; a study says all of that itself, in its section instrument.", "score", "study.yaml", "--dont-know", "9")]
    [TestCase("No file is named; give a CSV or Parquet file or an Excel workbook, such as people.csv.", "score", "--items", "items.csv")]
    public void WhatIsMissingOrTooMuchIsSaid(string message, params string[] args)
    {
        Run run = Session.Survey(args);
        Assert.That((run.Code, run.Messages.TrimEnd()), Is.EqualTo((2, $"survey: {message}")));
    }

    [Test]
    public void AStudyIsScoredWaveByWaveAndWhatCannotBeIsSaid()
    {
        using StudySession study = OfTwoWaves("item,type,options,key\n1,single,3,E\n2,multiple,4,ACD\n");
        string folder = study.At("scored");
        Run run = Session.Survey("score", study.Path, "--out", folder);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Code, Is.EqualTo(3));
            Assert.That(run.Output, Does.StartWith("小 (simulated)\n").And.Contain("\n1: Two items, edition 1, 2 items, everyone counting the same\n"));
            Assert.That(run.Output, Does.Contain("\n2: not scored, as something is unresolved\n").And.Contain("items2.csv, row 1: the key 'E' of item 1 is not made of its options A, B, C"));
            Assert.That(run.Messages.TrimEnd(), Is.EqualTo("survey: 2 is not written, as 1 thing is unresolved."));
            Assert.That(File.ReadAllText(Path.Combine(folder, "1.csv")).TrimStart('\uFEFF').ReplaceLineEndings("\n"), Is.EqualTo("n,Q1,Q2,unanswered,score,literate\na,B,\"A,C,D\",0,3,true\nb,9,,1,0,false\n"));
            Assert.That(File.Exists(Path.Combine(folder, "2.csv")), Is.False);
        }
    }

    [Test]
    public void WavesOfTwoEditionsAreDoubted()
    {
        using StudySession study = OfTwoWaves(Items);
        Run run = Session.Survey("score", study.Path);
        Assert.That(run.Code, Is.Zero);
        Assert.That(run.Output, Does.Contain("1 (edition 1) and 2 (edition 2) were asked different editions, so that their scores are not comparable"));
    }

    [Test]
    public void TheDemonstrationCountyIsWeightedWithIntervals()
    {
        Run run = Session.Survey("score", Path.Combine(Demo, "clean", "study.yaml"), "--format", "json", "--item-analysis");
        JsonElement wave = JsonDocument.Parse(run.Output).RootElement.GetProperty("waves")[0], interval = wave.GetProperty("scales")[0].GetProperty("interval");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.Code, wave.GetProperty("weighted").GetBoolean()), Is.EqualTo((0, true)));
            Assert.That(wave.GetProperty("scales").EnumerateArray().Select(scale => scale.GetProperty("cut").GetInt32()), Is.EqualTo([53, 23, 18, 13, 9, 6, 10, 12, 12, 7]));
            Assert.That(wave.GetProperty("items").GetArrayLength(), Is.EqualTo(50));
            Assert.That(interval.GetProperty("low").GetDouble(), Is.LessThan(0.2485), "the truth of 2023");
            Assert.That(interval.GetProperty("high").GetDouble(), Is.GreaterThan(0.2485));
        }
    }

    private static Run Score(Session session, params string[] more) =>
        Session.Survey(["score", session.File("people.csv", People), "--instrument", session.File("two.yaml", Two), "--items", session.File("items.csv", Items), "--dont-know", "9", .. more]);

    private static StudySession OfTwoWaves(string items2) =>
        new(Study, ("two.yaml", Two), ("items.csv", Items), ("items2.csv", items2), ("people.csv", "n,Q1,Q2\na,B,ACD\nb,9,\n"), ("more.csv", "n,Q1,Q2\na,B,ACD\nb,A,ACD\n"));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
