using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Survey.Cli.Tests;

/// <summary>survey estimate and compare of samples of unequal probabilities.</summary>
public class UnequalTests
{
    // one stratum, villages 01, 02, 03
    private const string Villages = "village,p,y,s\n01,0.5,3,0.6\n02,0.25,3,0.6\n03,0.4,4,0.6\n";
    private const string Pairs = "first,second,probability\n01,02,0.05\n03,01,0.1\n02,03,0.06\n";

    private static string Data(string name) => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "datasets", "unequal-probabilities", name + ".csv"));

    [TestCase("brewer", 2447628.88865615)]
    [TestCase("overton", 2939607.84993936)]
    [TestCase("hartley-rao", 2472752.96278869)]
    [TestCase("hartley-rao --sum-of-squares 4.1284109064939942", 2624661.6443617)]
    [TestCase("horvitz-thompson --joint MATRIX", 2604404.47780038)]
    [TestCase("yates-grundy --joint MATRIX", 2406525.80921637)]
    public void TheFiguresAreThoseOfR(string estimator, double standardError)
    {
        Run run = Session.Survey(["estimate", Data("election_pps"), "--total", "Bush", "--probabilities", "p", "--format", "json", "--pps", .. estimator.Replace("MATRIX", Data("election_jointprob"), StringComparison.Ordinal).Split(' ')]);
        JsonElement estimate = JsonDocument.Parse(run.Output).RootElement.GetProperty("estimates")[0];

        Assert.That(estimate.GetProperty("standardError").GetDouble(), Is.EqualTo(standardError).Within(1e-10).Percent);
        Assert.That(run.Messages, Does.StartWith("survey: note: PSUs were drawn without replacement with the probabilities 'p': their variance is estimated by "));
    }

    [Test]
    public void PairsNameVillagesAsTheSampleDoes()
    {
        using var session = new Session();
        string[] words = ["estimate", session.File("v.csv", Villages), "--total", "y", "--clusters", "village", "--probabilities", "p", "--format", "csv"];
        Run pairs = Session.Survey([.. words, "--pps", "yates-grundy", "--joint", session.File("joint.csv", Pairs)]);
        Run matrix = Session.Survey(["estimate", session.File("v.csv", Villages), "--total", "y", "--probabilities", "p", "--format", "csv", "--pps", "yates-grundy", "--joint", session.File("matrix.csv", "0.5,0.05,0.1\n0.05,0.25,0.06\n0.1,0.06,0.4\n")]);

        Assert.That(pairs.Code, Is.Zero, pairs.Messages);
        Assert.That(pairs.Output, Is.EqualTo(matrix.Output));
    }

    [Test]
    public void WhatSurveySampleWritesIsRead()
    {
        using var session = new Session();
        string frame = session.File("frame.csv", "town,village,households,y\n" + string.Concat(Enumerable.Range(0, 24).Select(k => $"{(k < 12 ? "北" : "南")},{k:00},{50 + k * 7 % 11 * 10},{k}\n")));
        string drawn = Path.Combine(session.Folder, "drawn.csv"), joint = Path.Combine(session.Folder, "joint.csv");
        Run draw = Session.Survey("sample", frame, "--stage", "village", "--within", "town", "--draw", "4", "--method", "sampford", "--size", "households", "--seed", "7", "--out", drawn, "--joint", joint);
        Run run = Session.Survey("estimate", drawn, "--strata", "town", "--clusters", "village", "--probabilities", "probability1", "--pps", "yates-grundy", "--joint", joint, "--total", "households", "--mean", "y", "--format", "json");

        Assert.That((draw.Code, run.Code), Is.EqualTo((0, 0)), draw.Messages + run.Messages);
        JsonElement estimates = JsonDocument.Parse(run.Output).RootElement.GetProperty("estimates");
        Assert.That(estimates[0].GetProperty("standardError").GetDouble(), Is.Zero);
        Assert.That(estimates[1].GetProperty("standardError").GetDouble(), Is.GreaterThan(0));
    }

    [Test]
    public void CompareTakesThemForEachFile()
    {
        using var session = new Session();
        string before = session.File("2023.csv", Villages), after = session.File("2024.csv", Villages.Replace("0.4,4", "0.4,9").Replace("village,p", "village,q"));
        Run run = Session.Survey("compare", before, after, "--clusters", "village", "--probabilities", "p", "--probabilities", "q", "--pps", "brewer", "--mean", "y", "--same-places", "yes");
        Run overton = Session.Survey("compare", before, after, "--clusters", "village", "--probabilities", "p", "--probabilities", "q", "--pps", "overton", "--mean", "y", "--same-places", "yes");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Code, Is.Zero, run.Messages);
            Assert.That(overton, Is.EqualTo(new Run(2, "", "survey: The waves are declared to be in the same places, and 2023 estimates by Overton's estimator, between which and another wave no covariance is defined; choose Brewer's, or declare that the places are not the same.\n")));
        }
    }

    [TestCase("--pps brewer", "--pps says how variance is estimated from probabilities, and none are named; add --probabilities COL.")]
    [TestCase("--probabilities p", "--probabilities does not say how variance is estimated from them; add --pps brewer, which needs nothing else, or another that --help lists.")]
    [TestCase("--probabilities p --pps brewr", "--pps takes brewer, overton, hartley-rao, horvitz-thompson or yates-grundy, not 'brewr'; did you mean 'brewer'?")]
    [TestCase("--probabilities p --pps yates-grundy", "--pps yates-grundy takes joint probabilities; add --joint FILE, or choose --pps brewer, which needs none.")]
    [TestCase("--probabilities p --pps brewer --joint x.csv", "--joint goes with --pps horvitz-thompson or --pps yates-grundy; with another it would change nothing.")]
    [TestCase("--probabilities p --pps brewer --sum-of-squares 2", "--sum-of-squares goes with --pps hartley-rao; with another it would change nothing.")]
    [TestCase("--probabilities p --pps hartley-rao --sum-of-squares -2", "--sum-of-squares takes a number above 0 or a column, not '-2'.")]
    [TestCase("--probabilities p --pps hartley-rao --sum-of-squares t", "In DATA there is no column 't' among village, p, y, s.")]
    [TestCase("--probabilities p --pps overton --lonely-psu adjust", "The lonely-PSU rule Adjust moves means or factors of strata, and Overton's estimator has none; choose the rule --lonely-psu certainty, or Brewer's estimator.")]
    [TestCase("--probabilities p --pps brewer --systematic y", "The first stage's variance is estimated by successive differences or by Brewer's estimator from the probabilities 'p', not by both; leave --systematic out, or the probabilities.")]
    [TestCase("--probabilities p --pps brewer --probabilities p", "--probabilities stands twice; it may stand once.")]
    public void WhatDoesNotGoTogetherIsOneSentence(string options, string sentence)
    {
        using var session = new Session();
        string file = session.File("v.csv", Villages);
        Run run = Session.Survey(["estimate", file, "--clusters", "village", "--mean", "y", .. options.Split(' ')]);

        Assert.That(run, Is.EqualTo(new Run(2, "", $"survey: {sentence.Replace("DATA", file, StringComparison.Ordinal)}\n")));
    }

    [TestCase("0.5,0.05,0.1\n0.05,0.25,0.06\n", "The matrix FILE of --joint has 2 lines and 3 numbers in line 1; it has as many of both as the sample has rows.")]
    [TestCase("0.5,0.05\n0.05,0.25,0.06\n", "The matrix FILE of --joint has 2 lines and 3 numbers in line 2; it has as many of both as the sample has rows.")]
    [TestCase("0.5,0.05\n0.05,x\n", "The matrix FILE of --joint has 'x' in line 2, column 2, where numbers are wanted.")]
    [TestCase("0.5,0.05\n0.05,0.25\n", "The matrix of joint probabilities has 2 rows and columns for a sample of 3 rows, each of which is a PSU; they stand in the same order.")]
    public void MatricesAreChecked(string content, string sentence)
    {
        using var session = new Session();
        string file = session.File("matrix.csv", content);
        Run run = Session.Survey("estimate", session.File("v.csv", Villages), "--mean", "y", "--probabilities", "p", "--pps", "horvitz-thompson", "--joint", file);

        Assert.That(run, Is.EqualTo(new Run(2, "", $"survey: {sentence.Replace("FILE", file, StringComparison.Ordinal)}\n")));
    }

    [Test]
    public void AMissingFileOfJointProbabilitiesIsNamed()
    {
        using var session = new Session();
        Run run = Session.Survey("estimate", session.File("v.csv", Villages), "--mean", "y", "--probabilities", "p", "--pps", "horvitz-thompson", "--joint", "nowhere.csv");

        Assert.That(run, Is.EqualTo(new Run(2, "", "survey: The file nowhere.csv of --joint cannot be read; check its name, its folder and the permission to read it.\n")));
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
