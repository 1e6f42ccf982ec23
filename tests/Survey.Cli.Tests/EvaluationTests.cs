using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Survey.Cli.Tests;

/// <summary>survey score, indicators and check on the demonstration county.</summary>
public sealed class EvaluationTests
{
    private static readonly string _demo = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "datasets", "demo-county")), _study = Path.Combine(_demo, "clean", "study.yaml"), _items = Path.Combine(_demo, "问卷", "题目.csv");

    [Test]
    public void CheckJudgesEveryTargetInTheLanguageOfTheTitle()
    {
        Run run = Session.Survey("check", _study), english = Session.Survey("check", _study, "--lang", "en");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.Code, run.Messages), Is.EqualTo((0, "")));
            Assert.That(run.Output, Does.Contain("\nliteracy 居民健康素养水平 - 未达标（差距在误差内）\n  本方案要求：居民健康素养水平高于全省平均水平或较2023年增加20%（本报告按相对增幅理解，同时列出百分点）。\n"));
            Assert.That(english.Output, Does.Contain("\nliteracy Health literacy - not met, within sampling error\n  Rule: Health literacy: above the province's average or up 20 % (relative) on 2023.\n"));
        }
    }

    [Test]
    public void JsonHasVerdictsFiguresAndAnAudit()
    {
        Run run = Session.Survey("check", _study, "--format", "json");
        JsonElement json = JsonDocument.Parse(run.Output).RootElement, target = json.GetProperty("targets")[0], audit = json.GetProperty("audit");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(json.GetProperty("schemaVersion").GetInt32(), Is.EqualTo(1));
            Assert.That(json.GetProperty("simulated").GetBoolean());
            Assert.That((target.GetProperty("published").GetString(), target.GetProperty("confidence").GetString()), Is.EqualTo(("not met", "undetermined")));
            Assert.That(target.GetProperty("arms").GetArrayLength(), Is.EqualTo(2));
            Assert.That(target.GetProperty("arms")[1].GetProperty("relative").GetDouble(), Is.EqualTo(target.GetProperty("arms")[1].GetProperty("figure").GetProperty("value").GetDouble() / target.GetProperty("arms")[1].GetProperty("against").GetProperty("value").GetDouble() - 1).Within(1e-15));
            Assert.That(target.GetProperty("text").GetProperty("zh").GetString(), Does.StartWith("2024年居民健康素养水平由"));
            Assert.That(audit.GetProperty("files").EnumerateArray().Select(file => (file.GetProperty("file").GetString(), file.GetProperty("sha256").GetString()!.Length)), Is.SupersetOf(new[] { ("study.yaml", 64), ("数据/2023.csv", 64), ("数据/2024.csv", 64), ("../问卷/题目.csv", 64), ("../抽样/村居名册.csv", 64) }), "paths start at the study, wherever the command runs");
            Assert.That(audit.GetProperty("waves")[0].GetProperty("rowsRead").GetInt32(), Is.GreaterThan(audit.GetProperty("waves")[0].GetProperty("valid").GetInt32()));
            Assert.That(audit.GetProperty("choices").GetProperty("confidence").GetString(), Is.EqualTo("95 %"));
        }
    }

    [Test]
    public void CsvHasARowATarget()
    {
        string[] lines = Session.Survey("check", _study, "--format", "csv").Output.TrimEnd('\n').Split('\n');
        Assert.That(lines, Has.Length.EqualTo(4));
        Assert.That(lines[0], Does.StartWith("target,zh,en,indicator,wave,rule,published,confidence,label,labelZh,pMet,pNotMet,text,textZh,notes,notesZh"));
    }

    [Test]
    public void IndicatorsAreThoseOfCompare()
    {
        using var session = new Session();
        string folder = Path.Combine(session.Folder, "scored");
        Assert.That(Session.Survey("score", _study, "--out", folder).Code, Is.Zero);
        JsonElement indicators = JsonDocument.Parse(Session.Survey("indicators", _study, "--format", "json").Output).RootElement;
        // the files have calibrated weights and no calibration, so values are the same and standard errors are not
        JsonElement estimate = JsonDocument.Parse(Session.Survey("estimate", Path.Combine(folder, "2024.csv"), "--weights", "weight", "--strata", "town", "--clusters", "village", "--proportion", "literate", "--proportion", "smokeNow in ('daily', 'some')", "--format", "json").Output).RootElement;
        double value(string indicator) => indicators.GetProperty("indicators").EnumerateArray().Single(own => own.GetProperty("indicator").GetString() == indicator && own.GetProperty("wave").GetString() == "2024").GetProperty("value").GetDouble();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(value("literacy"), Is.EqualTo(estimate.GetProperty("estimates")[0].GetProperty("value").GetDouble()).Within(1e-12));
            Assert.That(value("smoking-current"), Is.EqualTo(estimate.GetProperty("estimates")[1].GetProperty("value").GetDouble()).Within(1e-12));
            Assert.That(indicators.GetProperty("changes").GetArrayLength(), Is.EqualTo(14));
        }
    }

    [TestCase("table", "smoking-current  ")]
    [TestCase("json", "\"use\": \"smoking-current\"")]
    [TestCase("csv", "\nsmoking-current,现在吸烟率,")]
    public void WithoutAStudyTheIndicatorsThatAreKnownAreListed(string format, string text) => Assert.That(Session.Survey("indicators", "--format", format).Output, Does.Contain(text));

    [Test]
    public void AFileIsScored()
    {
        using var session = new Session();
        string answers = session.File("answers.csv", $"id,{string.Join(',', Enumerable.Range(1, 50).Select(item => $"Q{item}"))},w\n1{string.Concat(Keys().Select(key => $",\"{key}\""))},2\n2{string.Concat(Keys().Select((key, k) => k < 13 ? "," : $",\"{key}\""))},1\n");
        string to = Path.Combine(session.Folder, "scored.csv");
        Run run = Session.Survey("score", answers, "--items", _items, "--weights", "w", "--out", to), few = Session.Survey("score", answers, "--items", _items, "--most-unanswered", "10", "--format", "csv");
        string[] written = File.ReadAllLines(to);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Code, Is.Zero);
            Assert.That(run.Output, Does.Contain("total                 50      66   53"));
            Assert.That(written[0], Does.EndWith("score,literate,score.knowledge,literate.knowledge,score.behaviour,literate.behaviour,score.skills,literate.skills,score.scientificView,literate.scientificView,score.infectiousDisease,literate.infectiousDisease,score.chronicDisease,literate.chronicDisease,score.safety,literate.safety,score.medicalCare,literate.medicalCare,score.information,literate.information"));
            Assert.That(written[1], Does.Contain(",66,true,28,true,"));
            Assert.That(written[2], Does.Contain(",53,true,15,false,"));
            Assert.That(few.Output.Split('\n')[1], Does.StartWith(",total,").And.Contain(",66,"), "of one person");
        }
    }

    [Test]
    public void ItemsAreAnalysed()
    {
        JsonElement json = JsonDocument.Parse(Session.Survey("score", _study, "--item-analysis", "--format", "json").Output).RootElement;
        JsonElement[] items = [.. json.GetProperty("waves")[0].GetProperty("items").EnumerateArray()];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(json.GetProperty("schemaVersion").GetInt32(), Is.EqualTo(1));
            Assert.That(items, Has.Length.EqualTo(50));
            Assert.That(items.Average(item => item.GetProperty("correlation").GetDouble()), Is.GreaterThan(0.1));
            Assert.That(json.GetProperty("waves")[0].GetProperty("scales")[0].GetProperty("alpha").GetDouble(), Is.InRange(0.6, 0.95));
        }
    }

    [TestCase("No items are named; give their file with --items FILE, with the columns item, type, options, key, aspect and issue.", "score", "answers.csv")]
    [TestCase("There is no questionnaire 'national-51'; did you mean 'national-50'?", "score", "answers.csv", "--items", "items.csv", "--instrument", "national-51")]
    [TestCase("--weights is of a file; a study says all of that itself, in its section instrument.", "score", "STUDY", "--weights", "w")]
    [TestCase("--lang takes zh or en, not 'fr'.", "check", "STUDY", "--lang", "fr")]
    public void WhatIsAskedWronglyIsSaid(string message, params string[] args) =>
        Assert.That(Session.Survey([.. args.Select(arg => arg == "STUDY" ? _study : arg)]), Is.EqualTo(new Run(2, "", $"survey: {message}\n")));

    private static IEnumerable<string> Keys() => Survey.Monitoring.Instrument.Read("national-50", _items).Items.Select(item => item.Key);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
