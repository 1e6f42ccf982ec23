using System.Diagnostics;

namespace Survey.Cli.Tests;

/// <summary>survey estimate straight from files: threads, results into a file, and what an interruption leaves.</summary>
public class StreamingTests
{
    private const string Small = "w,stratum,psu,y\n1,a,1,1\n2,a,2,0\n1,b,1,1\n3,b,2,1\n";

    [Test]
    public void ResultsAreTheSameForAnyNumberOfThreads()
    {
        using var session = new Session();
        string file = Path.Combine(session.Folder, "households.csv");
        Assert.That(Session.Survey("simulate", "--households", "200000", "--out", file).Code, Is.Zero);

        string[] results = [.. ((string[])["1", "2", "8"]).Select(threads => Estimate(file, "--threads", threads).Output)];

        Assert.That(results.Distinct().Count(), Is.EqualTo(1));
    }

    [TestCase("0")]
    [TestCase("many")]
    public void ThreadsAreAWholeNumber(string threads)
    {
        using var session = new Session();
        Run run = Session.Survey("estimate", session.File("a.csv", Small), "--mean", "y", "--threads", threads);
        Assert.That((run.Code, run.Output, run.Messages), Is.EqualTo((2, "", $"survey: --threads takes a whole number from 1 to 1024, not '{threads}'.\n")));
    }

    [Test]
    public void ResultsGoIntoAFile()
    {
        using var session = new Session();
        string file = session.File("a.csv", Small), results = Path.Combine(session.Folder, "results.json");
        string[] words = ["estimate", file, "--weights", "w", "--strata", "stratum", "--clusters", "psu", "--mean", "y", "--format", "json"];

        Run run = Session.Survey([.. words, "--out", results]);

        Assert.That((run.Code, run.Output), Is.EqualTo((0, "")));
        Assert.That(File.ReadAllText(results), Is.EqualTo(Session.Survey(words).Output));
    }

    [Test]
    public void AFailureLeavesEarlierResults()
    {
        using var session = new Session();
        string file = session.File("a.csv", Small.Replace("3,b", "-3,b", StringComparison.Ordinal)), results = session.File("results.txt", "earlier");

        Run run = Session.Survey("estimate", file, "--weights", "w", "--strata", "stratum", "--clusters", "psu", "--mean", "y", "--out", results);

        Assert.That((run.Code, run.Messages), Is.EqualTo((2, "survey: The weight 'w' is negative in row 4; a base weight is 1 / probability of selection.\n")));
        Assert.That(File.ReadAllText(results), Is.EqualTo("earlier"));
        Assert.That(Directory.GetFiles(session.Folder), Has.Length.EqualTo(2));
    }

    [Test]
    public void ResultsAreNotWrittenOverTheirFile()
    {
        using var session = new Session();
        string file = session.File("a.csv", Small);

        Run run = Session.Survey("estimate", file, "--mean", "y", "--out", file);

        Assert.That((run.Code, run.Messages), Is.EqualTo((2, $"survey: The result would be written over {file}, which is read; name another place with --out.\n")));
        Assert.That(File.ReadAllText(file), Is.EqualTo(Small));
    }

    [Test]
    public void AFileThatCannotBeWrittenIsSaidFirst()
    {
        using var session = new Session();
        string file = session.File("a.csv", Small), nowhere = Path.Combine(session.Folder, "nowhere", "x.json");

        Run folder = Session.Survey("estimate", file, "--mean", "y", "--out", session.Folder), lacking = Session.Survey("estimate", file, "--mean", "y", "--out", nowhere);

        Assert.That((folder.Code, folder.Messages), Is.EqualTo((2, $"survey: {session.Folder} is a folder; name a file in it with --out.\n")));
        Assert.That((lacking.Code, lacking.Messages), Is.EqualTo((2, $"survey: {nowhere} cannot be written, as there is no folder {Path.GetDirectoryName(nowhere)}; make it, or name another place with --out.\n")));
    }

    [TestCase("INT", true)]
    [TestCase("KILL", false)]
    public void WhatIsStoppedWhileItWritesLeavesTheEarlierFile(string signal, bool cleans)
    {
        if (OperatingSystem.IsWindows())
            Assert.Ignore("Windows has no kill.");
        using var session = new Session();
        string file = session.File("households.csv", "earlier");
        using Process survey = Start("simulate", "--households", "2000000000", "--out", file);
        try
        {
            Assert.That(SpinWait.SpinUntil(() => Directory.GetFiles(session.Folder, "*.tmp") is [var beside] && new FileInfo(beside).Length > 1 << 20, TimeSpan.FromSeconds(30)), "something is written beside");

            Process.Start("kill", [$"-{signal}", $"{survey.Id}"]).WaitForExit();

            Assert.That(survey.WaitForExit(TimeSpan.FromSeconds(30)));
        }
        finally
        {
            survey.Kill();
        }
        using (Assert.EnterMultipleScope())
        {
            Assert.That(survey.ExitCode, Is.EqualTo(cleans ? App.Stopped : 128 + 9));
            Assert.That(File.ReadAllText(file), Is.EqualTo("earlier"));
            Assert.That(Directory.GetFiles(session.Folder, "*.tmp"), Has.Length.EqualTo(cleans ? 0 : 1));
        }
    }

    private static Run Estimate(string file, params string[] more) =>
        Session.Survey(["estimate", file, "--weights", "weight", "--strata", "stratum", "--clusters", "psu", "--proportion", "smoker", "--mean", "age", "--by", "region", "--format", "json", .. more]);

    private static Process Start(params string[] words) =>
        Process.Start(new ProcessStartInfo("dotnet", [typeof(App).Assembly.Location, .. words]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
}
