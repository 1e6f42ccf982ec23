using System.Text.Json;

namespace Survey.Cli.Tests;

/// <summary>Nothing the command prints shows who somebody is.</summary>
public sealed class PersonalDataTests
{
    // made-up numbers with right check digits
    private static readonly string[] Identities = ["11010519491231002X", "440524188001010014", "32050619900101123X"];

    private static readonly string[] Mobiles = ["13812345678", "15912345678", "18612345678"];

    private static readonly string[] Names = ["欧阳修远", "司马光明", "王羲之之"];

    private static readonly string[] Secrets = [.. Identities, .. Mobiles, .. Names, "192.0.2.77", "东山村17号"];

    private static string People()
    {
        string[] rows = [.. Enumerable.Range(0, 3).Select(k => $"32050600100{k},{Names[k]},{Identities[k]},{Mobiles[k]},{k}岁{Mobiles[k]},192.0.2.77,东山村17号,{30 + k}")];
        return $"village_code,姓名,q1,q2,备注,来自IP,住址,age\n{string.Join('\n', rows)}\n";
    }

    [Test]
    public void DescribeShowsNoPersonalData([Values("table", "json", "csv")] string format)
    {
        using var session = new Session();
        Run run = Session.Survey("describe", session.File("p.csv", People()), "--format", format);
        Assert.That(run.Code, Is.EqualTo(0));
        foreach (string secret in Secrets)
            Assert.That(run.Output + run.Messages, Does.Not.Contain(secret));
        Assert.That(run.Output, Does.Contain("320506001000").Or.Contain("village_code,category,0"), "codes of villages are shown");
        Assert.That(run.Output.Split("personal data, not shown"), Has.Length.EqualTo(7), "six columns");
    }

    [Test]
    public void DescribeWarnsOfEachColumn()
    {
        using var session = new Session();
        Assert.That(Session.Survey("describe", session.File("p.csv", People())).Messages, Is.EqualTo("""
            survey: warning: the column '姓名' looks like names of people (3 of 3 values), which are not shown; leave it out of files that are handed on.
            survey: warning: the column 'q1' looks like ID card numbers (3 of 3 values), which are not shown; leave it out of files that are handed on.
            survey: warning: the column 'q2' looks like phone numbers (3 of 3 values), which are not shown; leave it out of files that are handed on.
            survey: warning: the column '备注' looks like phone numbers (3 of 3 values), which are not shown; leave it out of files that are handed on.
            survey: warning: the column '来自IP' looks like IP addresses (3 of 3 values), which are not shown; leave it out of files that are handed on.
            survey: warning: the column '住址' looks like addresses (3 of 3 values), which are not shown; leave it out of files that are handed on.

            """));
    }

    [Test]
    public void DescribeKeepsTypeAndMissing()
    {
        using var session = new Session();
        string path = session.File("p.csv", "电话,x\n13812345678,1\n,2\n15912345678,3\n");
        Assert.That(Session.Survey("describe", path).Output, Does.Contain("电话    number        1  personal data, not shown"));
        Assert.That(Session.Survey("describe", path, "--format", "csv").Output.Split('\n')[1], Is.EqualTo("电话,number,1,,,,,\"personal data, not shown\""));
        JsonElement column = JsonDocument.Parse(Session.Survey("describe", path, "--format", "json").Output).RootElement.GetProperty("columns")[0];
        Assert.That(string.Join(" ", column.EnumerateObject().Select(property => property.Name)), Is.EqualTo("name type missing withheld"));
    }

    [Test]
    public void TheFirstPersonIsNoHeading()
    {
        using var session = new Session();
        Run run = Session.Survey("describe", session.File("p.csv", $"1,{Identities[0]},30\n2,{Identities[1]},40\n"));
        Assert.That(run.Code, Is.EqualTo(2));
        Assert.That(run.Output, Is.Empty);
        Assert.That(run.Messages, Does.StartWith("survey: The name of column 2 of ").And.Contain("holds an ID card or phone number (not shown), so the file seems to have no line of column names; add one.").And.Not.Contain(Identities[0]));
    }

    [TestCase("--by", "q1", "The levels of 'q1' look like ID card numbers (3 of 3), and results would show them; split by something that many people have in common.")]
    [TestCase("--by", "q2", "The levels of 'q2' look like phone numbers (3 of 3), and results would show them; split by something that many people have in common.")]
    [TestCase("--categories", "备注", "The levels of '备注' look like phone numbers (3 of 3), and results would show them; split by something that many people have in common.")]
    public void ResultsByPeopleAreRefused(string option, string column, string message)
    {
        using var session = new Session();
        Run run = Session.Survey("estimate", session.File("p.csv", People()), "--mean", "age", option, column);
        Assert.That(run, Is.EqualTo(new Run(2, "", $"survey: {message}\n")));
    }

    [Test]
    public void ComparisonsByPeopleAreRefused()
    {
        using var session = new Session();
        string before = session.File("a.csv", People()), after = session.File("b.csv", People());
        Run run = Session.Survey("compare", before, after, "--mean", "age", "--by", "q1", "--same-places", "no");
        Assert.That(run.Messages, Does.StartWith("survey: The levels of 'q1' look like ID card numbers"));
        run = Session.Survey("compare", before, after, "--mean", "age", "--decompose", "q1", "--same-places", "no");
        Assert.That(run.Messages, Does.StartWith("survey: The levels of 'q1' look like ID card numbers"));
    }

    [Test]
    public void GroupsOfPeopleAreNot()
    {
        using var session = new Session();
        Run run = Session.Survey("estimate", session.File("p.csv", People()), "--mean", "age", "--by", "left(q1, 6) as county", "--format", "csv");
        Assert.That(run.Code, Is.EqualTo(0), run.Messages);
    }

    [Test]
    public void ManyNamesArePeopleAndFewAreAnswers()
    {
        using var session = new Session();
        string[] people = [.. Enumerable.Range(0, 20).Select(k => $"张{(char)('一' + k)},{(k % 2 == 0 ? "是" : "否")},{k}")];
        string path = session.File("p.csv", $"x,户主,age\n{string.Join('\n', people)}\n");
        Assert.That(Session.Survey("estimate", path, "--mean", "age", "--by", "x").Messages, Does.StartWith("survey: The levels of 'x' look like names of people (20 of 20), and"));
        Assert.That(Session.Survey("estimate", path, "--mean", "age", "--by", "户主").Code, Is.EqualTo(0));
    }

    [TestCase("--mean", "q1")]
    [TestCase("--proportion", "q1")]
    [TestCase("--proportion", "q1 = '11010519491231003X'")]
    [TestCase("--mean", "备注")]
    [TestCase("--type", "q1=number")]
    public void ErrorsShowNone(string option, string value)
    {
        using var session = new Session();
        Run run = Session.Survey("estimate", session.File("p.csv", People()), "--mean", "age", option, value);
        foreach (string secret in Secrets)
            Assert.That(run.Messages, Does.Not.Contain(secret));
    }
}
