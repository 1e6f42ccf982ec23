namespace Survey.Monitoring.Tests.Weighting;

/// <summary>What follows nonresponse in the weights of a study: trimming, the population, replicates, and what is doubted.</summary>
public sealed class LaterStepTests : WeighedStudies
{
    private const string Cells = "poststratify: {cells: ageGroup, population: population.csv, count: 人口数}";

    private const string Stages = $"{Village}, {Household}, {Person}";

    private static string Study(string rest, string columns = "") =>
        StudyOf(Stages, $"{Nonresponse}\n  {rest}")
            .Replace("  result: {from", "  ageGroup: {derive: \"cut(age, 15, 35, 70)\", labels: [15~34岁, 35~69岁]}\n" + columns + "  result: {from", StringComparison.Ordinal);

    private StudyWeights Weighed(string rest, string population = "ageGroup,人口数\n15~34岁,900\n35~69岁,2100\n", string? study = null) =>
        Load(study ?? Study(rest), ("people.csv", People), ("frame.csv", Frame), ("register.csv", Register), ("population.csv", population)).Weigh();

    [Test]
    public void PeopleStandForThePopulationByTheLabelsOrLevelsOfItsFile([Values("15~34岁,900\n35~69岁,2100", "15-34,900\n35-69,2100")] string cells)
    {
        WaveWeights wave = Weighed(Cells, $"ageGroup,人口数\n{cells}\n")["1"];
        Table table = wave.Table!;
        double[] before = Numbers(table, "nonresponseWeight"), weights = Numbers(table, "weight");
        using (Assert.EnterMultipleScope())
        {
            // ages 30, 40, 50, 20
            Assert.That(weights[0] + weights[3], Is.EqualTo(900).Within(1e-9));
            Assert.That(weights[1] + weights[2], Is.EqualTo(2_100).Within(1e-9));
            Assert.That(weights[0] / before[0], Is.EqualTo(weights[3] / before[3]).Within(1e-12));
            Assert.That(table.Columns.TakeLast(2), Is.EqualTo(new[] { "nonresponseWeight", "weight" }));
            Assert.That(wave.Result!.Log.Steps.Select(step => step.What).TakeLast(2), Is.EqualTo(new[] { "nonresponse", "post-stratification" }));
            Assert.That(wave.Result.Log.Steps[^1].Balance.Select(line => line.Level), Is.EqualTo(new[] { "15~34岁", "35~69岁" }));
        }
    }

    [Test]
    public void TheDesignKnowsOfTheCalibration()
    {
        SurveyDesign design = Weighed(Cells, study: Study(Cells).Replace("design: {strata: town, clusters: village}", "design: {clusters: village}", StringComparison.Ordinal))["1"].Design!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(design.By("ageGroup").Total(Expr.When(Expr.Col("age") > 0, 1, 1))[0].StandardError, Is.LessThan(1e-9));
            Assert.That(design.PsuCount, Is.EqualTo(3));
            Assert.That(design.Log!.Steps[^1].What, Is.EqualTo("post-stratification"));
        }
    }

    [Test]
    public void ADesignThatCannotBeIsNoObstacleToWeights()
    {
        // one village in town 02
        WaveWeights wave = Weighed(Cells)["1"];
        Assert.That(wave.Table, Is.Not.Null);
        Assert.That(() => wave.Design, Throws.TypeOf<SurveyDataException>().With.Message.StartsWith("One PSU was drawn from stratum '02'"));
    }

    [Test]
    public void StepsAreTakenInTheOrderTrimmingThenPopulation()
    {
        WeightLog log = Weighed($"trim: {{above: 1.2 medians, strict: true}}\n  {Cells}")["1"].Result!.Log;
        Assert.That(log.Steps.Select(step => step.What).TakeLast(3), Is.EqualTo(new[] { "nonresponse", "trimming", "post-stratification" }));
        Assert.That(log.Steps[^1].Sum, Is.EqualTo(3_000).Within(1e-9));
    }

    [Test]
    public void SharesKeepTheNumberOfPeople()
    {
        Table table = Weighed("rake: {margins: [{cells: ageGroup, population: population.csv, count: 占比}], shares: true}", "ageGroup,占比\n15~34岁,30\n35~69岁,70\n")["1"].Table!;
        Assert.That(Numbers(table, "weight").Sum(), Is.EqualTo(Numbers(table, "nonresponseWeight").Sum()).Within(1e-9));
        Assert.That(Numbers(table, "weight")[0] + Numbers(table, "weight")[3], Is.EqualTo(0.3 * Numbers(table, "weight").Sum()).Within(1e-9));
    }

    [Test]
    public void ReplicateWeightsFollowTheWeight()
    {
        const string Rest = "trim: {above: 5 medians}\n  replicates: {type: rao-wu, count: 20, seed: 4}";
        WaveWeights wave = Weighed(Rest, study: Study(Rest).Replace("design: {strata: town, clusters: village}", "design: {clusters: village}", StringComparison.Ordinal))["1"];
        Table table = wave.Table!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(table.Columns.TakeLast(21), Is.EqualTo((string[])["weight", .. Enumerable.Range(1, 20).Select(r => $"replicate{r}")]));
            double[] weights = Numbers(table, "weight"), replicate = Numbers(table, "replicate7");
            Assert.That(weights.Zip(replicate).Select(pair => pair.Second / pair.First), Is.All.Matches<double>(factor => Math.Abs(factor / 1.5 - Math.Round(factor / 1.5)) < 1e-12)); // 3/2 times how often its village was drawn
            Assert.That(replicate[0] / weights[0], Is.EqualTo(replicate[1] / weights[1]).Within(1e-12)); // of one village
            Assert.That(wave.Replicates!.ReplicateCount, Is.EqualTo(20));
        }
    }

    [Test]
    public void ReplicatesFollowTheStudysRuleForStrataOfOnePsu()
    {
        StudyWeights weights = Weighed($"{Cells}\n  replicates: {{type: jkn}}");
        Assert.That(weights["1"].Result, Is.Null);
        Assert.That(Unresolved(weights).Single(), Does.Match(@"line 2\d, column \d+: the weights of 1 cannot be made: One PSU was drawn from stratum '02', so its variance cannot be estimated; give population sizes if it was taken whole, or write design\.lonelyPsu: certainty\.$"));
    }

    [Test]
    public void WhatIsNotBelievedIsDoubtedByName()
    {
        string[] doubts = [.. Weighed($"{Cells}\n  check: {{deff: [0.1, 1.01], maximumFactor: 0.2}}").Findings.Where(finding => finding.Severity == Severity.Doubt).Select(finding => finding.Message)];
        Assert.That(doubts, Has.Length.EqualTo(2));
        Assert.That(doubts[0], Does.Match(@"^Kish's design effect of the final weights of 1 is [0-9.]+ after post-stratification, above the 1\.01 of weighting\.check\.deff; see which step raised it, and trim weights or merge cells\.$"));
        Assert.That(doubts[1], Does.Match(@"^The greatest factor of post-stratification in 1 is [0-9.]+, above the 0\.2 of weighting\.check\.maximumFactor; merge cells that have few respondents, or calibrate within bounds\.$"));
    }

    [Test]
    public void WavesOfPopulationsOfTheirOwnAreNamed()
    {
        string study = Study(Cells.Replace("count: 人口数", "count: 人口数, sameForAllWaves: false", StringComparison.Ordinal)).Replace("waves: [{id: \"1\", files: people.csv}]", "waves: [{id: \"1\", files: people.csv}, {id: \"2\", files: people.csv}]", StringComparison.Ordinal);
        StudyWeights weights = Weighed("", "wave,ageGroup,人口数\n1,15~34岁,900\n1,35~69岁,2100\n2,15~34岁,800\n2,35~69岁,2300\n", study);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Numbers(weights["1"].Table!, "weight").Sum(), Is.EqualTo(3_000).Within(1e-9));
            Assert.That(Numbers(weights["2"].Table!, "weight").Sum(), Is.EqualTo(3_100).Within(1e-9));
            Assert.That(weights.Findings.Single(finding => finding.Severity == Severity.Doubt).Message, Does.Contain("1 and 2 are each brought to a population of their own (sameForAllWaves: false)"));
        }
    }

    [TestCase("ageGroup,人口数\n15~34岁,900\n", "The sample has 2 rows of ageGroup in '35-69', and the population margin has no such cell")]
    [TestCase("ageGroup,人口数\n15~34岁,900\n35~69岁,\n", "Row 2 of the population has no value in '人口数'")]
    [TestCase("ageGroup,人口数\n15~34岁,900\n35~69岁,2000\n70岁以上,100\n", "Nobody in the sample with a weight is in '70岁以上' of the margin of ageGroup")]
    [TestCase("ageGroup,人口数\n15~34岁,900\n35~69岁,2000\n合计,2900\n", "row 3 is a total of others, which would count twice")]
    [TestCase("年龄组,人口数\n15~34岁,900\n", "has no column 'ageGroup'")]
    [TestCase("ageGroup,人数\n15~34岁,900\n35~69岁,2100\n", "has no column '人口数'")]
    public void APopulationThatCannotBeUsedIsNamed(string population, string why)
    {
        StudyWeights weights = Weighed(Cells, population);
        Assert.That(weights["1"].Result, Is.Null);
        Assert.That(Unresolved(weights).Single(), Does.Contain(why).And.Match(@"line \d+, column \d+: the weights of 1 cannot be made: "));
    }

    [TestCase("trim", "trim: {above: 1}")]
    [TestCase("poststratify", "trim: {above: 5 medians}\n  poststratify: {cells: ageGroup, population: population.csv, count: 人口}")]
    [TestCase("replicates", $"{Cells}\n  replicates: {{type: jk1}}")]
    public void WhatStopsAStepIsSaidAtItsPlace(string step, string rest)
    {
        StudyWeights weights = Weighed(rest);
        int line = Array.FindIndex(File.ReadAllLines(weights.Data.Study.File), text => text.TrimStart().StartsWith(step + ":", StringComparison.Ordinal)) + 1;
        Assert.That(Unresolved(weights).Single(), Does.Contain($", line {line}, column ").And.Match(@"[^.?][.?]$"));
    }

    [TestCase("check: {deff: [6, 0.7]}", "weighting.check.deff is from 6 to 0.7; write the least first, such as [0.7, 6]")]
    [TestCase("trim: {above: five}", "weighting.trim.above is 'five', which is no limit of weights; write a weight, such as 45, or times their median, such as 5 medians")]
    [TestCase("trim: {strict: true}", "above")]
    [TestCase("replicates: {type: rao-wu}", "weighting.replicates are drawn by chance (rao-wu) and have no seed; add seed, a whole number, so that they can be made again")]
    [TestCase("replicates: {type: jkn, seed: 4}", "weighting.replicates has seed, which is of a bootstrap, and the type is jkn; remove it")]
    [TestCase("replicates: {type: fay}", "weighting.replicates by Fay's method have a factor; add fay, such as 0.5")]
    [TestCase("calibrate: {margins: [{cells: town, population: p.csv, count: n}], distance: logit}", "weighting.calibrate has the distance logit, which has bounds; add bounds, such as [0.4, 2.5]")]
    [TestCase("calibrate: {margins: [{cells: town, population: p.csv, count: n}], bounds: [1.2, 2]}", "weighting.calibrate.bounds are 1.2 and 2; write a least factor below 1 and a greatest above 1, such as [0.4, 2.5]")]
    public void WhatTheStudySaysWrongIsNamed(string rest, string why) =>
        Assert.That(() => Weighed(rest), Throws.TypeOf<SurveyDataException>().With.Message.Contains(why));
}
