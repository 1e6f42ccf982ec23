using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Survey.Cli.Tests;

/// <summary>survey estimate and compare on replicate weights that a file has.</summary>
public class ReplicateWeightTests
{
    private const string People = "w,psu,h,y,wave,r1,r2,r3\n10,1,a,1,1,0,20,10\n10,1,a,0,2,0,20,10\n20,2,a,1,1,40,0,20\n20,2,a,0,2,40,0,20\n10,3,b,1,1,10,10,20\n10,4,b,0,2,10,10,0\n";

    /// <summary>What R has for files that may not be copied, by --replicates alone.</summary>
    [TestCase("cps_tus_2014_15_brr160", "--weights repwgt0 --replicates repwgt* --replicate-type fay --fay 0.5 --mean numcg", 13.5874668194255, 0.148258147185623, 159, 160)]
    [TestCase("acs_m_pums_sdr80", "--weights pwgtp --replicates pwgtp* --replicate-type sdr --mean agep", 37.3542136267072, 0.0531521762677138, 79, 80)]
    [TestCase("acs_m_pums_sdr80", "--weights pwgtp --replicates pwgtp* --replicate-type sdr --mse no --mean agep", 37.3542136267072, 0.0531090755440411, 79, 80)]
    [TestCase("recs_2015_brr96", "--weights NWEIGHT --replicates BRRWT* --replicate-type fay --fay 0.5 --total DOLLAREL", 162495237022.945, 1666895091.01129, 95, 96)]
    public void FilesOfProducersGiveTheirFigures(string name, string options, double value, double error, int degrees, int replicates)
    {
        string file = Path.GetFullPath(Path.Combine(ThisFolder(), "..", "..", "..", "shared", "data", "reference", name + ".csv"));
        if (!File.Exists(file))
            Assert.Ignore($"The reference file {name}.csv is not beside the project.");
        JsonElement json = JsonDocument.Parse(Session.Survey(["estimate", file, .. options.Split(' '), "--format", "json"]).Output).RootElement;
        JsonElement estimate = json.GetProperty("estimates")[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(estimate.GetProperty("value").GetDouble(), Is.EqualTo(value).Within(1e-8 * value));
            Assert.That(estimate.GetProperty("standardError").GetDouble(), Is.EqualTo(error).Within(1e-8 * error));
            Assert.That(estimate.GetProperty("degreesOfFreedom").GetInt32(), Is.EqualTo(degrees));
            Assert.That(json.GetProperty("design").GetProperty("replicates").GetProperty("count").GetInt32(), Is.EqualTo(replicates));
            Assert.That(json.GetProperty("design").TryGetProperty("psus", out _), Is.False);
        }
    }

    [Test]
    public void TheTableNamesTheReplicatesAndTheNoteTheirKind()
    {
        using var session = new Session();
        Run run = Session.Survey("estimate", session.File("people.csv", People), "--weights", "w", "--replicates", "r*", "--replicate-type", "jk1", "--mean", "y");
        Assert.That(run.Output, Does.EndWith("6 rows, 3 replicates, 2 degrees of freedom\n"));
        Assert.That(run.Messages, Is.EqualTo("survey: note: 3 replicates (JK1), about their mean, scale 0.666667\n"));
    }

    [TestCase("brr", "", 3, "brr", null, 1 / 3.0, "full estimate")]
    [TestCase("fay", "--fay 0.5", 3, "fay", 0.5, 1 / (3 * 0.25), "full estimate")]
    [TestCase("bootstrap", "--mse no", 3, "bootstrap", null, 0.5, "mean")]
    [TestCase("sdr", "--scale 0.7", 3, "sdr", null, 0.7, "full estimate")]
    public void JsonHasWhatVariancesAreMadeOf(string type, string options, int count, string method, double? fay, double scale, string centre)
    {
        using var session = new Session();
        JsonElement replicates = JsonDocument.Parse(Session.Survey(["estimate", session.File("people.csv", People), "--weights", "w", "--replicates", "r*", "--replicate-type", type, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--mean", "y", "--format", "json"]).Output)
            .RootElement.GetProperty("design").GetProperty("replicates");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(replicates.GetProperty("count").GetInt32(), Is.EqualTo(count));
            Assert.That(replicates.GetProperty("method").GetString(), Is.EqualTo(method));
            Assert.That(replicates.GetProperty("fay").ValueKind == JsonValueKind.Null ? (double?)null : replicates.GetProperty("fay").GetDouble(), Is.EqualTo(fay));
            Assert.That(replicates.GetProperty("scale").GetDouble(), Is.EqualTo(scale).Within(1e-15));
            Assert.That(replicates.GetProperty("centre").GetString(), Is.EqualTo(centre));
        }
    }

    [Test]
    public void FactorsAreMultipliedByTheWeights()
    {
        using var session = new Session();
        string[] asked = ["estimate", session.File("people.csv", "w,p1,p2,f1,f2\n2,0,4,0,2\n3,6,0,2,0\n5,10,0,2,0\n"), "--weights", "w", "--replicate-type", "jk2", "--total", "1 = 1", "--format", "json"];
        JsonElement weights = Estimate("p*"), factors = Estimate("f*", "--replicate-factors");
        Assert.That(factors.GetProperty("standardError").GetDouble(), Is.GreaterThan(0).And.EqualTo(weights.GetProperty("standardError").GetDouble()).Within(1e-12));

        JsonElement Estimate(params string[] replicates) => JsonDocument.Parse(Session.Survey([.. asked, "--replicates", .. replicates]).Output).RootElement.GetProperty("estimates")[0];
    }

    [Test]
    public void ScalesComeFromAFileOfOneColumnWithOrWithoutAName()
    {
        using var session = new Session();
        string people = session.File("people.csv", People), named = session.File("named.csv", "rscale\n0.5\n0.5\n0.5\n"), bare = session.File("bare.csv", "0.5\n0.5\n0.5\n");
        string[] outputs = [.. new[] { named, bare }.Select(file => Session.Survey("estimate", people, "--weights", "w", "--replicates", "r1,r2,r3", "--replicate-type", "jkn", "--rscales", file, "--mean", "y").Output)];
        Assert.That(outputs[0], Is.Not.Empty.And.EqualTo(outputs[1]));
        Run wrong = Session.Survey("estimate", people, "--weights", "w", "--replicates", "r*", "--replicate-type", "jkn", "--rscales", session.File("short.csv", "0.5\n0.5\n"), "--mean", "y");
        Assert.That((wrong.Code, wrong.Output), Is.EqualTo((2, "")));
        Assert.That(wrong.Messages, Is.EqualTo("survey: There are 2 scale factors of replicates (rscales) for 3 replicate weights; give one for each, in their order.\n"));
    }

    [Test]
    public void WavesOfOneFileSayWhetherReplicatesWereMadeTogether()
    {
        using var session = new Session();
        string[] asked = ["compare", session.File("people.csv", People), "--wave", "wave", "--weights", "w", "--replicates", "r*", "--replicate-type", "fay", "--fay", "0.5", "--mean", "y"];
        Assert.That(Session.Survey(asked).Messages, Does.StartWith("survey: 1 and 2 both have 3 replicates (Fay): say whether they were made together, of the same places (--same-places yes or no)"));
        Assert.That(Session.Survey([.. asked, "--same-places", "yes"]).Output, Does.Contain("the 3 replicates of 1 and of 2 were declared made together"));
        Assert.That(Session.Survey([.. asked, "--same-places", "no"]).Code, Is.Zero);
        JsonElement overlap = JsonDocument.Parse(Session.Survey([.. asked, "--same-places", "yes", "--format", "json"]).Output).RootElement.GetProperty("overlaps")[0];
        Assert.That((overlap.GetProperty("sharedPsus").GetInt32(), overlap.GetProperty("sharedReplicates").GetInt32()), Is.EqualTo((0, 3)));
    }

    [TestCase("--replicates r* --mean y --weights w", "--replicates needs to know how the replicate weights were made; add --replicate-type")]
    [TestCase("--replicates r* --replicate-type jk1 --mean y", "the full sample's are not named; add --weights COL")]
    [TestCase("--weights w --replicate-type jk1 --mean y", "--replicate-type is of replicate weights, and none are named; add --replicates")]
    [TestCase("--weights w --fay 0.5 --mean y", "--fay is of replicate weights by Fay's method, and none are named or made")]
    [TestCase("--weights w --replicates r* --replicate-type jk1 --strata h --mean y", "--strata says how the sample was drawn, which replicate weights stand for")]
    [TestCase("--weights w --replicates q* --replicate-type jk1 --mean y", "No column is called 'q*'")]
    [TestCase("--weights w --replicates w,r1,r2 --replicate-type jk1 --mean y", "'w' is named as the weight of the full sample and as a replicate weight, under which nothing varies; leave it out of the replicates.")]
    [TestCase("--weights w --replicates r* --replicate-type other --mean y", "is not known; give the scale that their producer gives (--scale S).")]
    [TestCase("--weights w --replicates r* --replicate-type jkn --mean y", "give the factors of their producer (--rscales FILE).")]
    [TestCase("--weights w --replicates r1,r9 --replicate-type jk1 --mean y", "There is no column 'r9'")]
    [TestCase("--weights w --replicates r* --replicate-type jkk --mean y", "--replicate-type takes jk1, jkn")]
    [TestCase("--weights w --replicates r* --replicate-type fay --mean y", "Fay's method has a factor rho")]
    [TestCase("--weights w --replicates r* --replicate-type jk1 --scale x --mean y", "--scale takes a number, not 'x'")]
    [TestCase("--weights w --replicates r* --replicate-type jk1 --make-replicates jk1 --mean y", "choose one")]
    public void WhatCannotBeIsRefused(string options, string why)
    {
        using var session = new Session();
        Run run = Session.Survey(["estimate", session.File("people.csv", People), .. options.Split(' ')]);
        Assert.That((run.Code, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Messages, Does.StartWith("survey: ").And.Contains(why).And.Matches(@"[.?]\n$"));
        Assert.That(run.Messages.Count(c => c == '\n'), Is.EqualTo(1));
    }

    private static string ThisFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
