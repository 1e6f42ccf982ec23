using System.Text.Json;
using Survey.Files;

namespace Survey.Cli.Tests;

/// <summary>survey weight of a file, and the same steps in survey estimate.</summary>
public class WeightFileTests
{
    private const string People = "w,town,village,sex,age,income,姓名\n10,1,1,f,20,5,王小明\n10,1,1,m,30,6,李四\n20,1,2,f,40,7,张三\n20,1,2,m,50,8,赵六\n10,2,3,f,60,9,钱七\n30,2,4,m,25,4,孙八\n";

    private const string Sex = "sex,count\nf,60\nm,50\n";

    private static readonly string[] Design = ["--weights", "w", "--strata", "town", "--clusters", "village"];

    [Test]
    public void TheFileHasTheWeightsAndNoPersonalData()
    {
        using var session = new Session();
        string file = session.File("people.csv", People), result = Path.Combine(session.Folder, "weighted.csv");
        Run run = Session.Survey(["weight", file, .. Design, "--post-stratify", session.File("sex.csv", Sex), "--out", result]);
        Table table = Table.Read(result);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Code, Is.Zero);
            Assert.That(table.Columns, Is.EqualTo(new[] { "w", "town", "village", "sex", "age", "income", "calibratedWeight" }));
            Assert.That(((NumberColumn)table["calibratedWeight"]).Values.ToArray(), Is.EqualTo(new[] { 15, 50 / 6.0, 30, 50 / 3.0, 15, 25 }).Within(1e-12));
            Assert.That(run.Messages, Does.Contain("姓名 looks like personal data and is left out; name the columns to keep with --columns."));
            Assert.That(run.Output, Is.EqualTo("""
                step                 by   rows         factors  sum of weights  smallest  median  greatest     Kish deff
                -------------------  ---  ----  --------------  --------------  --------  ------  --------  ------------
                given                w       6  10.00 to 30.00           100.0     10.00   15.00     30.00  1.00 to 1.20
                post-stratification  sex     6  0.833 to 1.500           110.0     8.333   15.83     30.00  1.20 to 1.15
                Convergence (post-stratification): 1 iteration, totals exactly at their targets.

                Balance (post-stratification): shares in %, means as they are; the difference is weighted less target
                margin  level  rows  unweighted  weighted  target  difference  calibrated
                ------  -----  ----  ----------  --------  ------  ----------  ----------
                sex     f         3       50.00     40.00   54.55      -14.55       54.55
                sex     m         3       50.00     60.00   45.45       14.55       45.45

                """));
        }
    }

    [Test]
    public void StepsAreTakenInTheOrderGiven()
    {
        using var session = new Session();
        string file = session.File("people.csv", People), result = Path.Combine(session.Folder, "weighted.csv");
        string sex = session.File("sex.csv", Sex), age = session.File("age.csv", "\"cut(age, 15, 35, 70)\",share\n15-34,45\n35-69,55\n"), shares = session.File("shares.csv", "sex,share\nf,0.5\nm,0.5\n");
        Run run = Session.Survey(["weight", file, .. Design, "--trim-above", "1.5 medians", "--rake", shares, "--rake", age, "--shares", "--out", result, "--format", "json"]);
        JsonElement steps = JsonDocument.Parse(run.Output).RootElement.GetProperty("steps");
        Assert.That(steps.EnumerateArray().Select(step => step.GetProperty("step").GetString()), Is.EqualTo(new[] { "given", "trimming", "raking" }));
        Assert.That(steps[2].GetProperty("balance").EnumerateArray().Select(line => line.GetProperty("level").GetString()), Is.EqualTo(new[] { "f", "m", "15-34", "35-69" }));
        Assert.That(steps[2].GetProperty("balance")[2].GetProperty("calibrated").GetDouble(), Is.EqualTo(0.45).Within(1e-12));
        Run other = Session.Survey(["weight", file, .. Design, "--post-stratify", sex, "--trim-above", "26", "--out", result, "--format", "csv"]);
        Assert.That(other.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).Select(line => line.Split(',')[0]), Is.EqualTo(new[] { "given", "post-stratification", "trimming" }));
    }

    [Test]
    public void PopulationsMayBeInChineseAndHaveTotals()
    {
        using var session = new Session();
        string file = session.File("people.csv", People), result = Path.Combine(session.Folder, "weighted.csv");
        Run run = Session.Survey(["weight", file, .. Design, "--calibrate", session.File("population.csv", "变量,水平,人口数\nsex,f,60\nsex,m,50\nage,,4200\n"), "--distance", "raking", "--out", result]);
        Table table = Table.Read(result);
        double[] weights = ((NumberColumn)table["calibratedWeight"]).Values.ToArray(), ages = ((NumberColumn)table["age"]).Values.ToArray();
        Assert.That(run.Code, Is.Zero, run.Messages);
        Assert.That(weights.Sum(), Is.EqualTo(110).Within(1e-9));
        Assert.That(weights.Zip(ages, (weight, age) => weight * age).Sum(), Is.EqualTo(4_200).Within(1e-7));
    }

    [Test]
    public void WeightsOfAnEarlierRunAreNotWrittenOver()
    {
        using var session = new Session();
        string file = session.File("people.csv", "calibratedWeight,sex\n1,f\n2,m\n"), result = Path.Combine(session.Folder, "weighted.csv");
        string sex = session.File("sex.csv", Sex);
        Run run = Session.Survey("weight", file, "--weights", "calibratedWeight", "--rake", sex, "--out", result);
        Assert.That(run, Is.EqualTo(new Run(2, "", $"survey: --rake {sex}: The table has a column 'calibratedWeight' already, which is the name of the weights that a step makes; rename it in the file, or take all steps at once from the weights before them.\n")));
    }

    [Test]
    public void ReplicatesThatAreWrittenGiveTheStandardErrorsOfTheCalibration()
    {
        using var session = new Session();
        string file = session.File("people.csv", People), sex = session.File("sex.csv", Sex), result = Path.Combine(session.Folder, "weighted.csv");
        Run made = Session.Survey(["weight", file, .. Design, "--post-stratify", sex, "--make-replicates", "jkn", "--out", result]);
        Assert.That(made.Messages, Does.Contain($"survey: note: survey estimate {result} --weights calibratedWeight --replicates \"replicate*\" --replicate-type jkn --scale 1 --rscales {result}.rscales.csv --mse no --df 2 ... estimates from it."));
        Assert.That(made.Output, Does.EndWith("\nReplicates: 4 by jkn, 2 degrees of freedom\n"));
        string read = Session.Survey("estimate", result, "--weights", "calibratedWeight", "--replicates", "replicate*", "--replicate-type", "jkn", "--scale", "1", "--rscales", result + ".rscales.csv", "--mse", "no", "--df", "2", "--mean", "income", "--format", "json").Output;
        string direct = Session.Survey(["estimate", file, .. Design, "--post-stratify", sex, "--make-replicates", "jkn", "--mean", "income", "--format", "json"]).Output;
        Assert.That(Error(read), Is.GreaterThan(0).And.EqualTo(Error(direct)).Within(1e-12));
        Assert.That(Interval(read), Is.EqualTo(Interval(direct)).Within(1e-9));
        Session.Survey(["weight", file, .. Design, "--post-stratify", sex, "--out", result]);
        Assert.That(File.Exists(result + ".rscales.csv"), Is.False, "factors of an earlier run");

        static double Interval(string json) => JsonDocument.Parse(json).RootElement.GetProperty("estimates")[0].GetProperty("interval").GetProperty("low").GetDouble();

        static double Error(string json) => JsonDocument.Parse(json).RootElement.GetProperty("estimates")[0].GetProperty("standardError").GetDouble();
    }

    [Test]
    public void EstimatesKnowOfACalibrationWithoutAFile()
    {
        using var session = new Session();
        string[] asked = ["estimate", session.File("people.csv", People), .. Design, "--total", "sex = 'f'", "--format", "json"];
        JsonElement before = JsonDocument.Parse(Session.Survey(asked).Output).RootElement.GetProperty("estimates")[0];
        JsonElement after = JsonDocument.Parse(Session.Survey([.. asked, "--post-stratify", session.File("sex.csv", Sex)]).Output).RootElement.GetProperty("estimates")[0];
        Assert.That(before.GetProperty("standardError").GetDouble(), Is.GreaterThan(1));
        Assert.That((after.GetProperty("value").GetDouble(), after.GetProperty("standardError").GetDouble()), Is.EqualTo((60.0, 0.0)));
    }

    [TestCase("--post-stratify contradicting.csv", "contradicting.csv: Nobody in the sample with a weight is in 'x' of the margin of sex")]
    [TestCase("--rake sex.csv --rake age.csv", "The margins contradict each other: that of sex has 110 people and that of age 90")]
    [TestCase("--post-stratify gone.csv", "gone.csv")]
    [TestCase("--post-stratify odd.csv", "it cannot be told which of them holds counts or shares; name it")]
    [TestCase("--rake sex.csv --distance raking", "--distance is of a calibration, and none is asked for; add --calibrate, or leave it out.")]
    [TestCase("--rake sex.csv --seed 4", "--seed is of a bootstrap")]
    [TestCase("--make-replicates rao-wu", "--make-replicates rao-wu draws by chance; add --seed N")]
    [TestCase("--make-replicates jkn --seed 4", "without chance; leave --seed and --replicate-count out")]
    [TestCase("--make-replicates brr --strict", "--strict trims")]
    [TestCase("--calibrate sex.csv --bounds 2", "--bounds takes two numbers, the least factor and the greatest")]
    [TestCase("--calibrate sex.csv --bounds 1.2,2", "the lower below 1 and the upper above 1")]
    [TestCase("--trim-above five", "'five' is no limit of weights")]
    [TestCase("--make-replicates sdr", "the design has no order of their list; give its column (--systematic)")]
    [TestCase("--make-replicates rao-wu --seed 1.5", "--seed takes a whole number from 0, such as 20230904, not '1.5'")]
    [TestCase("--calibrate sex.csv --distance logit", "--distance logit has bounds of the factors; give them, such as --bounds 0.4,2.5.")]
    [TestCase("--rake unknown.csv", "unknown.csv of --rake: The population is of 'sexe', which is no column of the sample; did you mean 'sex'?")]
    [TestCase("", "No step of weighting is asked for; add --post-stratify FILE")]
    public void WhatCannotBeIsRefused(string steps, string why)
    {
        using var session = new Session();
        string file = session.File("people.csv", People), result = Path.Combine(session.Folder, "weighted.csv");
        session.File("sex.csv", Sex);
        session.File("age.csv", "age,count\n20,15\n30,15\n40,15\n50,15\n60,15\n25,15\n");
        session.File("contradicting.csv", Sex + "x,4\n");
        session.File("unknown.csv", "sexe,count\nf,60\nm,50\n");
        session.File("odd.csv", "sex,a,b\nf,1,2\nm,3,4\n");
        Run run = Session.Survey(["weight", file, .. Design, .. steps.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.EndsWith(".csv", StringComparison.Ordinal) ? Path.Combine(session.Folder, word) : word), "--out", result]);
        Assert.That((run.Code, run.Output, File.Exists(result)), Is.EqualTo((2, "", false)));
        Assert.That(run.Messages, Does.Contain(why));
        Assert.That(run.Messages.Count(c => c == '\n'), Is.EqualTo(1), run.Messages);
    }

    [Test]
    public void MarginsOfPeopleAreNotShown()
    {
        using var session = new Session();
        string people = "w,身份证号\n10,11010519491231002X\n10,440524188001010014\n", margin = "身份证号,count\n11010519491231002X,30\n440524188001010014,30\n";
        Run run = Session.Survey("weight", session.File("people.csv", people), "--weights", "w", "--rake", session.File("margin.csv", margin), "--out", Path.Combine(session.Folder, "out.csv"));
        Assert.That((run.Code, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Messages, Does.Contain("As a margin, ").And.Not.Contains("11010519491231002X"));
    }

    [Test]
    public void NothingIsWrittenOverWhatIsRead()
    {
        using var session = new Session();
        string file = session.File("people.csv", People), sex = session.File("sex.csv", Sex), link = Path.Combine(session.Folder, "link.csv");
        File.CreateSymbolicLink(link, file);
        string data = session.File("out.csv.rscales.csv", People), collapse = session.File("collapse.csv", "town,into\n2,1\n");
        Assert.That(Session.Survey(["weight", data, .. Design, "--make-replicates", "jkn", "--out", Path.Combine(session.Folder, "out.csv")]).Messages, Does.StartWith("survey: The result would be written over "));
        Assert.That(Session.Survey(["weight", file, .. Design, "--collapse", collapse, "--post-stratify", sex, "--out", collapse]).Messages, Does.StartWith("survey: The result would be written over "));
        foreach (string output in (string[])[file, Path.Combine(session.Folder, ".", "people.csv"), link, sex])
        {
            Run run = Session.Survey(["weight", file, .. Design, "--post-stratify", sex, "--out", output]);
            Assert.That((run.Code, run.Output), Is.EqualTo((2, "")));
            Assert.That(run.Messages, Does.Match(@"^survey: The result would be written over .*, which is read; name another place with --out\.\n$"));
        }
        Assert.That(File.ReadAllText(file), Is.EqualTo(People));
    }

    [Test]
    public void NorThroughALinkOfAFolderFarAbove()
    {
        using var session = new Session();
        string inner = Directory.CreateDirectory(Path.Combine(session.Folder, "real", "inner")).FullName, link = Path.Combine(session.Folder, "link"), file = Path.Combine(inner, "people.csv");
        File.WriteAllText(file, People);
        Directory.CreateSymbolicLink(link, Path.Combine(session.Folder, "real"));
        Run run = Session.Survey(["weight", file, .. Design, "--post-stratify", session.File("sex.csv", Sex), "--out", Path.Combine(link, "inner", "people.csv")]);
        Assert.That(run, Is.EqualTo(new Run(2, "", $"survey: The result would be written over {file}, which is read; name another place with --out.\n")));
        Assert.That(File.ReadAllText(file), Is.EqualTo(People));
    }

    [TestCase("rscales.csv")]
    [TestCase("w.csv")]
    public void NorOverFactorsOfReplicates(string output)
    {
        using var session = new Session();
        string people = session.File("people.csv", "w,sex,r1,r2\n1,f,0,2\n1,m,2,0\n"), scales = session.File(output == "w.csv" ? "w.csv.rscales.csv" : output, "1\n1\n");
        Run run = Session.Survey("weight", people, "--weights", "w", "--replicates", "r*", "--replicate-type", "jkn", "--rscales", scales, "--trim-above", "3", "--out", Path.Combine(session.Folder, output));
        Assert.That(run, Is.EqualTo(new Run(2, "", $"survey: The result would be written over {scales}, which is read; name another place with --out.\n")));
        Assert.That(File.ReadAllText(scales), Is.EqualTo("1\n1\n"));
    }

    [Test]
    public void FactorsOfAnEarlierRunDoNotStayBesideOtherReplicates()
    {
        using var session = new Session();
        string result = Path.Combine(session.Folder, "weighted.csv"), scales = result + ".rscales.csv";
        string[] asked = ["weight", session.File("people.csv", People), .. Design, "--out", result, "--make-replicates"];
        Assert.That((Session.Survey([.. asked, "jkn"]).Code, File.Exists(scales)), Is.EqualTo((0, true)));
        Run run = Session.Survey([.. asked, "brr"]);
        Assert.That((run.Code, File.Exists(scales)), Is.EqualTo((0, false)));
        Assert.That(run.Messages, Does.Contain($"survey: note: {scales} of an earlier run is removed.\n"));
    }

    [Test]
    public void TheCommandThatReadsReplicatesQuotesNamesWithBlanks()
    {
        using var session = new Session();
        string result = Path.Combine(session.Folder, "my weights.csv");
        Run run = Session.Survey(["weight", session.File("people.csv", People), .. Design, "--make-replicates", "jkn", "--out", result]);
        Assert.That(run.Messages, Does.Contain($"survey estimate \"{result}\" --weights ").And.Contains($" --rscales \"{result}.rscales.csv\" "));
    }

    [Test]
    public void ADesignOfPersonalDataIsNotWritten()
    {
        using var session = new Session();
        string file = session.File("people.csv", People), result = Path.Combine(session.Folder, "weighted.csv");
        Run run = Session.Survey("weight", file, "--weights", "w", "--clusters", "姓名", "--trim-above", "25", "--out", result);
        Assert.That((run.Code, run.Output, File.Exists(result)), Is.EqualTo((2, "", false)));
        Assert.That(run.Messages, Is.EqualTo("survey: Nothing is written, as the column '姓名' looks like names of people (6 of 6 values), and the design or a margin needs it; write codes in its place, or name it in --columns, with all others to keep, if it holds nothing personal.\n"));
    }

    [Test]
    public void AStudySaysItsStepsItself()
    {
        using var session = new Session();
        Run run = Session.Survey("weight", session.File("study.yaml", "x"), "--post-stratify", "a.csv", "--out", session.Folder);
        Assert.That(run.Messages, Is.EqualTo("survey: --post-stratify is of a file; a study says all of that itself, in its section weighting.\n"));
    }
}
