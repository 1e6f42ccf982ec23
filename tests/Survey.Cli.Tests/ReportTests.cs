namespace Survey.Cli.Tests;

/// <summary>survey report.</summary>
public class ReportTests
{
    private static readonly string Demo = Path.Combine(Monitoring.Tests.Made.MadePlan.DemoFolder, "study.yaml");

    [Test]
    public void It_writes_three_files_and_says_where()
    {
        using var session = new Session();
        string folder = Path.Combine(session.Folder, "report");
        Run run = Session.Survey("report", Demo, "--out", folder);
        Assert.That(run.Code, Is.Zero, run.Messages);
        Assert.That(Directory.GetFiles(folder).Select(Path.GetFileName), Is.EquivalentTo(new[] { "evaluation-zh.html", "evaluation-zh.docx", "evaluation-zh.xlsx", "report.sha256" }));
        Assert.That(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(3).And.All.Match(@"evaluation-zh\.(html|docx|xlsx) \([\d,]+ KB\)$"));
    }

    [Test]
    public void Kind_language_and_formats_are_chosen()
    {
        using var session = new Session();
        Run run = Session.Survey("report", Demo, "--out", session.Folder, "--kind", "baseline", "--lang", "en", "--format", "json,html");
        Assert.That(run.Code, Is.Zero, run.Messages);
        Assert.That(Directory.GetFiles(session.Folder).Select(Path.GetFileName), Is.EquivalentTo(new[] { "baseline-en.json", "baseline-en.html", "report.sha256" }));
        Assert.That(File.ReadAllText(Path.Combine(session.Folder, "baseline-en.html")), Does.Contain("Baseline report"));
    }

    [Test]
    public void A_file_that_was_edited_by_hand_is_kept()
    {
        using var session = new Session();
        string page = Path.Combine(session.Folder, "self-assessment-zh.html");
        string[] command = ["report", Demo, "--out", session.Folder, "--kind", "self-assessment", "--format", "html"];
        Assert.That(Session.Survey(command).Messages, Does.Not.Contain("kept"));
        Assert.That(Session.Survey(command).Messages, Does.Not.Contain("kept"), "what the command wrote is no edit");
        File.AppendAllText(page, "<!-- by hand -->");
        Run run = Session.Survey(command);
        Assert.That(run.Messages, Does.Contain("is kept as").And.Contain("self-assessment-zh (edited).html"));
        Assert.That(File.ReadAllText(Path.Combine(session.Folder, "self-assessment-zh (edited).html")), Does.EndWith("<!-- by hand -->"));
        Assert.That(File.ReadAllText(page), Does.Not.Contain("by hand"));
    }

    /// <summary>A study of 40 people in 20 villages without weights.</summary>
    private static string Small(Session session, string more = "")
    {
        session.File("a.csv", $"编号,村,性别,年龄,吸烟\n{string.Concat(Enumerable.Range(1, 40).Select(k => $"{k},{(k + 1) / 2},{(k % 3 == 0 ? "男" : "女")},{20 + k},{k % 2}\n"))}");
        return session.File("study.yaml", $$"""
            format: 1
            title: {zh: 试点县调查, en: A county}
            area: {name: 试点县}
            columns:
              id: {from: [编号], as: text}
              village: {from: [村], as: code}
              sex: {from: [性别], levels: [男, 女]}
              age: {from: [年龄], as: number}
              smokes: {from: [吸烟], as: flag, codes: {1: "true", 0: "false"} }
            waves:
              - {id: "2024", files: a.csv}
            design: {clusters: [village]}
            indicators:
              - {id: smoking-current, zh: 现在吸烟率, en: Current smoking, event: smokes, age: 15-69, better: lower}
            {{more}}
            """);
    }

    [Test]
    public void A_file_that_fails_leaves_those_before_it_known()
    {
        using var session = new Session();
        string bad = Small(session, "report: {template: bad.docx}"), folder = Path.Combine(session.Folder, "out");
        session.File("bad.docx", "no document");
        string[] command = ["report", bad, "--out", folder];
        Run first = Session.Survey(command), second = Session.Survey(command);
        Assert.That((first.Code, first.Messages), Is.EqualTo((2, second.Messages)));
        Assert.That(second.Messages, Does.Contain("bad.docx cannot be read as a Word document").And.Not.Contain("is kept as"));
        Assert.That(Directory.GetFiles(folder).Select(Path.GetFileName), Is.EquivalentTo(new[] { "baseline-zh.html", "report.sha256" }));
    }

    [Test]
    public void What_is_not_settled_is_said()
    {
        using var session = new Session();
        Run doubt = Session.Survey("report", Small(session), "--out", session.Folder, "--format", "html");
        Assert.That(doubt.Code, Is.Zero);
        Assert.That(doubt.Messages, Does.Match(@"^survey: to be looked at: \S+study\.yaml has no weighting, so everyone counts the same"));
        Run unresolved = Session.Survey("report", Small(session, "  - use: literacy\n  - use: literacy-aspects\n  - use: literacy-issues\n  - use: smoking-daily"), "--out", session.Folder, "--format", "html");
        string[] lines = [.. unresolved.Messages.Split('\n').TakeWhile(line => !line.Contains("note:", StringComparison.Ordinal))];
        Assert.That(unresolved.Code, Is.EqualTo(3), unresolved.Messages);
        Assert.That(lines, Has.Length.EqualTo(11), unresolved.Messages);
        Assert.That(lines.Take(10), Is.All.StartsWith("survey: unresolved: "));
        Assert.That(lines[0], Does.Contain("the indicator literacy is not estimated"));
        Assert.That(lines[10], Is.EqualTo("survey: and 2 more; survey check lists all."));
    }

    [TestCase("survey: --out says where the report goes; add --out FOLDER.", "report", "study.yaml")]
    [TestCase("survey: --format takes html, docx, xlsx or json, not 'pdf'.", "report", "study.yaml", "--out", "x", "--format", "pdf")]
    [TestCase("survey: --kind takes baseline, evaluation or self-assessment, not 'final'.", "report", "study.yaml", "--out", "x", "--kind", "final")]
    [TestCase("survey: No study is named; give a study file, such as study.yaml.", "report", "--out", "x")]
    public void A_wrong_call_is_refused_in_a_sentence(string message, params string[] words)
    {
        Run run = Session.Survey(words);
        Assert.That((run.Code, run.Messages.TrimEnd()), Is.EqualTo((2, message)));
    }

    [Test]
    public void A_study_that_cannot_be_estimated_is_refused_with_the_way_out()
    {
        using var session = new Session();
        string study = session.File("study.yaml", "format: 1\ntitle: {en: Nothing}\ncolumns: {id: {from: [id], as: text}}\nwaves: [{id: \"2024\", files: none.csv}]\nindicators: [{id: a, en: A, event: \"id = '1'\", better: lower}]\n");
        Run run = Session.Survey("report", study, "--out", Path.Combine(session.Folder, "out"));
        Assert.That(run.Code, Is.EqualTo(2));
        Assert.That(run.Messages, Does.Match(@"no wave could be estimated, so there is nothing to report: There is no file .*none\.csv; check its name and its folder"));
    }
}
