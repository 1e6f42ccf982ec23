using Survey.Monitoring.Tests.Made;

namespace Survey.Monitoring.Tests.Reproducing;

/// <summary>R makes the figures of studies again.</summary>
public sealed class ReproductionTests : ReproducedStudies
{
    private const string Ratio = "  - {id: cigarettes, zh: 支数, en: Cigarettes, numerator: cigarettes, denominator: age, better: lower, population: \"sex = '男'\"}\n";

    private const string Sex = "{cells: sex, population: sex.csv, count: 人数}", Age = "{cells: ageGroup, population: age.csv, count: 人数}";

    private const string Raking = $"{Base}\n  rake: {{margins: [{Sex}, {Age}]}}";

    private const string SexShares = "{cells: sex, population: sex_shares.csv, count: 占比}", AgeShares = "{cells: ageGroup, population: age_shares.csv, count: 占比}";

    private static readonly TestCaseData[] Weightings =
    [
        new TestCaseData(null).SetArgDisplayNames("none"),
        new TestCaseData(Base).SetArgDisplayNames("base"),
        new TestCaseData($"{Base}\n  trim: {{above: 1.3 medians}}\n  poststratify: {{cells: [sex, ageGroup], population: sex_age.csv, count: 人数}}").SetArgDisplayNames("trimming and post-stratification"),
        new TestCaseData($"{Base}\n  poststratify: {{cells: sex, population: sex_waves.csv, count: 人数, sameForAllWaves: false}}").SetArgDisplayNames("populations of their own"),
        new TestCaseData($"{Base}\n  poststratify: {{cells: sex, population: sex_shares.csv, count: 占比, shares: true}}").SetArgDisplayNames("shares"),
        new TestCaseData(Raking).SetArgDisplayNames("raking"),
        new TestCaseData($"{Base}\n  calibrate: {{margins: [{{cells: [town, sex], population: town_sex.csv, count: 人数}}, {{cells: [town, ageGroup], population: town_age.csv, count: 人数}}]}}").SetArgDisplayNames("overlapping margins"),
        new TestCaseData($"{Base}\n  calibrate: {{margins: [{SexShares}, {AgeShares}], shares: true}}").SetArgDisplayNames("linear to shares"),
        new TestCaseData($"{Base}\n  calibrate: {{margins: [{Sex}, {Age}], distance: logit, bounds: [0.7, 1.6]}}").SetArgDisplayNames("logit"),
        new TestCaseData($"{Base}\n  poststratify: {{cells: [town, sex], population: town_sex.csv, count: 人数}}\n  rake: {{margins: [{Sex}, {Age}]}}").SetArgDisplayNames("two steps"),
    ];

    [Test]
    public void RMakesTheFiguresOfTheDemonstrationCountyAgain()
    {
        string folder = Path.Combine(NewFolder(), "a folder");
        IReadOnlyList<string> leftOut = StudyReproduction.Write(Study.Read(Path.Combine(MadePlan.DemoFolder, "clean", "study.yaml")).Load().Estimate(), folder);
        Assert.That(leftOut, Is.Empty);
        string output = Made(folder);
        Assert.That(output.Split('\n').Count(line => line.Contains("literacy 2023", StringComparison.Ordinal)), Is.EqualTo(2)); // the figure and its change
    }

    [TestCaseSource(nameof(Weightings))]
    public void RMakesTheFiguresAgainWhateverTheWeights(string? weighting)
    {
        (string folder, IReadOnlyList<string> leftOut) = Reproduced(weighting, indicators: Smokers + Ratio);
        Assert.That(leftOut, Is.Empty);
        Made(folder);
    }

    [TestCase("", "two independent samples")]
    [TestCase("design: {clusters: village, samePlaces: different}\n", "difference(\"smoking-current\", \"2023\", \"2024\")")]
    [TestCase("design: {strata: [town, sex], clusters: village, samePlaces: same, degreesOfFreedom: design}\n", "df <- degf(design)")]
    [TestCase("design: {strata: town, clusters: [village, age], samePlaces: same}\n", "# Later stages (age) add nothing to variances")]
    public void RMakesTheFiguresAgainWhateverTheDesign(string design, string line)
    {
        (string folder, IReadOnlyList<string> leftOut) = Reproduced(design: design, indicators: Smokers + Ratio);
        Assert.That(leftOut, Is.Empty);
        Assert.That(File.ReadAllText(Path.Combine(folder, "reproduce.R")), Does.Contain(line));
        Made(folder);
    }

    [TestCase("certainty")]
    [TestCase("adjust")]
    [TestCase("average")]
    public void RMakesTheFiguresAgainWhereAStratumHasOnePsu(string rule) =>
        Made(Reproduced(design: $"design: {{strata: town, clusters: village, samePlaces: same, lonelyPsu: {rule}}}\n", change: (_, row) => row[0] == Villages[0] || row[0] == Villages[1] ? null : row).Folder);

    [TestCase(Base)]
    [TestCase(Raking)]
    public void APlaceWhereNobodyRespondedCountsInItsStratum(string weighting)
    {
        string folder = Reproduced(weighting, change: (wave, row) => wave == "2023" && row[0] == Villages[4] ? [row[0], "", "", "", "", "", row[6], "2"] : row).Folder;
        Assert.That(Column(folder, "wave-2023.csv", "weight").Count(weight => weight == "0"), Is.EqualTo(1));
        Made(folder);
    }

    [TestCase($"{Base}\n  rake: {{margins: [{SexShares}, {AgeShares}], shares: true}}", "standard errors and intervals: weights are calibrated to shares of people")]
    [TestCase($"{Base}\n  calibrate: {{margins: [{Sex}], constantInClusters: true}}", "standard errors and intervals: people of a PSU share one factor of calibration")]
    [TestCase($"{Raking}\n  replicates: {{type: jkn}}", "replicate weights (jkn): the figures of the study rest on its design, not on them")]
    public void WhatRCannotSayIsSaidInItsOutput(string weighting, string why)
    {
        (string folder, IReadOnlyList<string> leftOut) = Reproduced(weighting);
        Assert.That(leftOut.Single(), Does.StartWith(why));
        Assert.That(Made(folder).ReplaceLineEndings(" "), Does.Match(@"Not made again, or not compared: - " + System.Text.RegularExpressions.Regex.Escape(why)));
    }

    [Test]
    public void RatesOf0And1HaveTheExactInterval() =>
        Made(Reproduced(indicators: "  - {id: everybody, zh: 全部, en: Everybody, event: \"age > 1\", better: none}\n  - {id: nobody, zh: 无人, en: Nobody, event: \"age > 99\", better: none}\n", design: "design: {clusters: village, samePlaces: different}\n").Folder);

    [Test]
    public void WavesWithoutAChangeDifferByNothing()
    {
        string folder = Path.Combine(NewFolder(), "R");
        StudyIndicators twice = Load("columns: {village: {from: v, as: code}, yes: {from: y, as: flag, codes: {1: \"true\", 0: \"false\"}}}\nwaves: [{id: a, files: p.csv}, {id: b, files: p.csv}]\ndesign: {clusters: village, samePlaces: same}\nindicators: [{id: yes, zh: 是, event: \"yes\", better: none}]\n",
            ("p.csv", "v,y\n1,1\n1,0\n2,0\n2,0\n3,1\n3,1\n3,0\n")).Estimate();
        StudyReproduction.Write(twice, folder);
        Assert.That(Column(folder, "changes.csv", "se"), Is.EqualTo(new[] { "0" }));
        Made(folder);
    }

    [TestCase("figures.csv", "high")]
    [TestCase("changes.csv", "se")]
    public void AFigureThatDiffersEndsTheScriptWithStatus1(string file, string column)
    {
        string folder = Reproduced().Folder, path = Path.Combine(folder, file);
        Table table = Survey.Files.TableFile.Read(path);
        double[] numbers = ((NumberColumn)table[column]).Values.ToArray();
        numbers[^1] *= 1 + 2e-8;
        File.Delete(path);
        using (StreamWriter writer = File.CreateText(path))
            Survey.Files.TableFile.WriteCsv(table.With(column, new NumberColumn(numbers)), writer);
        (int status, string output, string messages) = Rscript.Run(Path.Combine(folder, "reproduce.R"));
        Assert.That((status, messages.Trim()), Is.EqualTo((1, "Error: a number is off by more than 1e-08 of its size\nExecution halted")), output);
        Assert.That(output, Does.Contain("\nLargest relative difference: 2e-08"));
    }

    /// <summary>Runs the script, whose numbers agree.</summary>
    private static string Made(string folder)
    {
        (int status, string output, string messages) = Rscript.Run(Path.Combine(folder, "reproduce.R"));
        Assert.That((status, messages), Is.EqualTo((0, "")), output);
        Assert.That(output, Does.Match(@"\nLargest relative difference: [0-9.]+e-1[0-9] \n$"));
        return output;
    }
}
