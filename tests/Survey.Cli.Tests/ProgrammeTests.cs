using System.Runtime.CompilerServices;
using System.Text.Json;
using Survey.Files;

namespace Survey.Cli.Tests;

/// <summary>survey programmes, and survey check of the demonstration county by each of them.</summary>
public sealed class ProgrammeTests
{
    private static readonly string _demo = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "datasets", "demo-county")), _study = Path.Combine(_demo, "study.yaml");

    [Test]
    public void ProgrammesAreListed()
    {
        string[] lines = Session.Survey("programmes", "--lang", "zh").Output.TrimEnd('\n').Split('\n');
        Assert.That(lines.Skip(2).Select(line => line.Split(' ')[0]), Is.EqualTo(new[] { "jiangyin-2018", "lianyungang-2020", "qidong-2023", "wuzhong-2023", "yongchuan-2023" }));
        Assert.That(lines.Single(line => line.StartsWith("wuzhong", StringComparison.Ordinal)), Does.EndWith("   69      77      30    99"));
    }

    [Test]
    public void APartIsExplainedWithItsClause() =>
        Assert.That(Session.Survey("programmes", "wuzhong-2023", "18", "--lang", "zh").Output, Does.EndWith("""

            18 生活污水集中处理率
              原文：生活污水集中处理率，城市达95%，县(建成区)达85%
              要求：城市不低于95%；县（建成区）不低于85%
              分值：1
              依据：部门数据
              责任单位：区水务局
              期限：2024-10-31
              须选定：sewage: 区适用城市还是县的标准，方案未写明
              说明：原表18至22条并为一格，单位按次序对应

            
            """.Replace("            \n", "", StringComparison.Ordinal)));

    [Test]
    public void AnItemStandsForItsParts() => Assert.That(Session.Survey("programmes", "wuzhong-2023", "42").Output, Does.Contain("\n42.1 ").And.Contain("\n42.2 "));

    [TestCase("unit", "区财政局 (1, 2 分)")]
    [TestCase("phase", "启动筹备阶段 2023-07 - 2023-12 (1, 2 分)")]
    [TestCase("dimension", "5 健康文化 (12, 15 分)")]
    public void PartsAreGrouped(string by, string heading) => Assert.That(Session.Survey("programmes", "wuzhong-2023", "--by", by, "--lang", "zh").Output, Does.Contain($"\n{heading}\n"));

    [Test]
    public void TheCalendarSaysWhatIsDueWhen()
    {
        string text = Session.Survey("programmes", "yongchuan-2023", "--calendar", "--study", _study).Output;
        Assert.That(text, Does.Contain("Full effort (2023-05 to 2023-08): the baseline survey (2023-09-04 to 2023-10-20) does not lie in it; say why in the report.\n").And.Contain("by the 30th of each month"));
    }

    [Test]
    public void CsvHasARowAPart()
    {
        using var session = new Session();
        Table table = Table.Read(session.File("parts.csv", Session.Survey("programmes", "wuzhong-2023", "--format", "csv").Output));
        Assert.That((table.RowCount, ((NumberColumn)table["points"]).Values.ToArray().Sum()), Is.EqualTo((77, 99.0)));
    }

    [Test]
    public void JsonHasBothLanguages()
    {
        JsonElement wuzhong = JsonDocument.Parse(Session.Survey("programmes", "wuzhong-2023", "--format", "json").Output).RootElement.GetProperty("programmes")[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(wuzhong.GetProperty("parts").GetArrayLength(), Is.EqualTo(77));
            Assert.That(wuzhong.GetProperty("dimensions")[2].GetProperty("statedPoints").GetDecimal() - wuzhong.GetProperty("dimensions")[2].GetProperty("points").GetDecimal(), Is.EqualTo(1));
            Assert.That(wuzhong.GetProperty("missingItems")[0].GetProperty("number").GetString(), Is.EqualTo("29"));
            Assert.That(wuzhong.GetProperty("choices").EnumerateArray().Select(own => own.GetProperty("id").GetString()), Is.EqualTo(new[] { "adults", "elderly", "lastYear", "referenceYear", "sewage" }));
        }
    }

    [TestCase("There is no programme 'wuzong-2023'; did you mean 'wuzhong-2023'?", "wuzong-2023")]
    [TestCase("There is no programme 'suzhou'; those known are jiangyin-2018, lianyungang-2020, qidong-2023, wuzhong-2023, yongchuan-2023.", "suzhou")]
    [TestCase("The notice of wuzhong-2023 has no item 29, and nothing is assumed of it.", "wuzhong-2023", "29")]
    [TestCase("wuzhong-2023 has no part '71'; survey programmes wuzhong-2023 lists them.", "wuzhong-2023", "71")]
    [TestCase("--calendar is of one programme; name it, such as jiangyin-2018.", "--calendar")]
    [TestCase("--study goes with --template, whose towns it names, or with --calendar, which its waves are held against; add one of them, or leave it out.", "wuzhong-2023", "--study", "STUDY")]
    public void WrongUsesAreRefused(string message, params string[] words) =>
        Assert.That(Session.Survey(["programmes", .. words.Select(word => word == "STUDY" ? _study : word)]), Is.EqualTo(new Run(2, "", $"survey: {message}\n")));

    [TestCase("jiangyin-2018", "原文未设分值", "it gives no points")]
    [TestCase("lianyungang-2020", "原文未设分值", "it gives no points")]
    [TestCase("qidong-2023", "原文未设分值", "it gives no points")]
    [TestCase("wuzhong-2023", "满分按原文可计99分，第29项原文缺失，未作推定", "of 99 in it, item 29 is missing from its table and nothing is assumed of it")]
    [TestCase("yongchuan-2023", "原文未设分值", "it gives no points")]
    public void EachProgrammeGivesAScorecardInBothLanguages(string programme, string zh, string en)
    {
        Run chinese = Session.Survey("check", _study, "--programme", programme), english = Session.Survey("check", _study, "--programme", programme, "--lang", "en");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((chinese.Code, chinese.Messages, english.Code, english.Messages), Is.EqualTo((0, "", 0, "")));
            Assert.That(chinese.Output, Does.Contain($"{zh}）；其中把握充分").And.Contain("\n优先事项（").And.Contain("\n逐项结论\n").And.Contain("\n责任单位"));
            Assert.That(english.Output, Does.Contain($"{en}); of these").And.Contain("\nWhat to do first (").And.Contain("\nPart by part\n").And.Contain("\ndepartment"));
            Assert.That(chinese.Output, Does.EndWith("0 项未解决\n"));
        }
    }

    [Test]
    public void JsonHasBothScores()
    {
        JsonElement card = JsonDocument.Parse(Session.Survey("check", _study, "--format", "json").Output).RootElement.GetProperty("scorecards")[0], score = card.GetProperty("score");
        decimal of(string name) => score.GetProperty(name).GetDecimal();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(of("met") + of("notMet") + of("awaiting"), Is.EqualTo(99));
            Assert.That(of("confirmed") + of("notConfirmed"), Is.EqualTo(of("met")));
            Assert.That(card.GetProperty("parts").EnumerateArray().Sum(part => part.GetProperty("given").GetDecimal()), Is.EqualTo(of("met")));
            Assert.That(card.GetProperty("priorities").GetArrayLength(), Is.GreaterThan(0));
        }
    }

    [Test]
    public void OfThirtyStudiesTheBrokenOneIsNamedAndTheOthersFinish()
    {
        using var session = new Session();
        string broken = session.File("broken.yaml", "format: 1\ntitle: {zh: 坏}\n");
        Run run = Session.Survey(["check", .. Enumerable.Repeat(_study, 17), broken, .. Enumerable.Repeat(_study, 12), "--format", "csv"]);
        Table table = Table.Read(session.File("all.csv", run.Output));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Code, Is.EqualTo(3));
            Assert.That(run.Messages.TrimEnd('\n').Split('\n'), Has.All.StartWith($"survey: {broken}, line 1, ").And.Some.Contain("has no key 'waves'"));
            Assert.That(table.RowCount, Is.EqualTo(29 * 77 + 1));
            Assert.That(Enumerable.Range(0, table.RowCount).Count(row => table["error"].TextAt(row) is not null), Is.EqualTo(1));
        }
    }

    [Test]
    public void SeveralStudiesHaveALineEach()
    {
        using var session = new Session();
        string broken = session.File("broken.yaml", "format: 1\n"), clean = Path.Combine(_demo, "clean", "study.yaml");
        Run run = Session.Survey("check", _study, broken, clean);
        string[] lines = run.Output.TrimEnd('\n').Split('\n');
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Code, Is.EqualTo(3));
            Assert.That(lines, Has.Length.EqualTo(6));
            Assert.That(lines[2], Does.Contain(" wuzhong-2023  99 "));
            Assert.That(lines[3], Does.EndWith("could not be checked"));
            Assert.That(lines[4], Does.Contain(" targets        3 "));
            Assert.That(lines[5], Is.EqualTo("3 studies, 1 of which could not be checked; survey check STUDY shows one in full"));
        }
    }

    [Test]
    public void WhatRNeedsIsWrittenToAFolderThatIsNotThereYet()
    {
        using var session = new Session();
        string folder = Path.Combine(session.Folder, "r");
        Run run = Session.Survey("check", _study, "--reproduce", folder), again = Session.Survey("check", _study, "--reproduce", folder);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.Code, run.Messages), Is.EqualTo((0, $"survey: {folder} has the analysis columns and reproduce.R; run it there with Rscript reproduce.R.\n")));
            Assert.That(Directory.GetFiles(folder).Select(Path.GetFileName), Is.SupersetOf(new[] { "reproduce.R", "figures.csv", "wave-2023.csv", "wave-2024.csv" }));
            Assert.That((again.Code, again.Output), Is.EqualTo((2, "")));
            Assert.That(again.Messages, Does.Contain(folder));
        }
    }

    [TestCase("--reproduce is of one study, and 2 are named; name one.", "check", "STUDY", "STUDY", "--reproduce", "x")]
    [TestCase("--programme judges, and --only-data judges nothing; leave one of the two out.", "check", "STUDY", "--only-data", "--programme", "wuzhong-2023")]
    public void WhatContradictsItselfIsRefused(string message, params string[] words) =>
        Assert.That(Session.Survey([.. words.Select(word => word == "STUDY" ? _study : word)]), Is.EqualTo(new Run(2, "", $"survey: {message}\n")));

    [Test]
    public void AWorkbookIsWrittenForTheStudysTowns()
    {
        using var session = new Session();
        string file = Path.Combine(session.Folder, "entries.xlsx");
        Run run = Session.Survey("programmes", "qidong-2023", "--template", file, "--study", _study);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run, Is.EqualTo(new Run(0, "", $"survey: {file} has a row for each of the 123 parts of qidong-2023; fill it in, and name it in the study under entries.\n")));
            Assert.That(Table.Read(file, new ReadOptions { Sheet = "分镇填报" }).RowCount, Is.EqualTo(4 * 14));
            Assert.That(Session.Survey("programmes", "qidong-2023", "--template", file).Messages, Is.EqualTo($"survey: {file} is there already, and may have been filled in; name another file, or remove it.\n"));
            Assert.That(Session.Survey("programmes", "qidong-2023", "--template", "entries.csv").Messages, Is.EqualTo("survey: entries.csv is not the name of a workbook; let it end in .xlsx.\n"));
        }
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
