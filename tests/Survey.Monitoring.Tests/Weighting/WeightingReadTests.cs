using Survey.Monitoring.Tests.Studies;

namespace Survey.Monitoring.Tests.Weighting;

/// <summary>The section weighting as it is read, and what is wrong with it.</summary>
public sealed class WeightingReadTests
{
    private const string Last = "judgement: {confidence: 95 %}";

    private static StudyWeighting Read(string section) => StudyText.Read(StudyText.With(Last, $"weighting: {section}")).Weighting!;

    [Test]
    public void StagesAreThoseOfTheLibrary()
    {
        StudyWeighting weighting = Read("{base: [{stage: v, frame: x.csv, key: village, method: pps, size: 户, within: [sex], drawn: 抽}, {stage: h, drawn: 55, present: age}, {stage: p, kish: age, rank: drawn}, {stage: q, probability: age}], nonresponse: {cells: [village, sex], minimum: 8, collapse: sex}}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(weighting.Base.Select(stage => stage.Name), Is.EqualTo(new[] { "v", "h", "p", "q" }));
            var frame = (FrameStage)weighting.Base[0];
            Assert.That((frame.Frame, frame.Size, frame.Drawn), Is.EqualTo(("x.csv", "户", "抽")));
            Assert.That((frame.Key, frame.Within), Is.EqualTo((new[] { "village" }, new[] { "sex" })));
            Assert.That(weighting.Base.Skip(1).Cast<ColumnStage>().Select(stage => stage.Stage), Is.EqualTo(new[] { WeightStage.Equal("h", 55, "age"), WeightStage.Kish("p", "age", rank: "drawn"), WeightStage.Probability("q", "age") }));
            Assert.That((weighting.Nonresponse!.Minimum, weighting.Nonresponse.Collapse), Is.EqualTo((8, "sex")));
            Assert.That(weighting.Nonresponse.Cells, Is.EqualTo(new[] { "village", "sex" }));
        }
    }

    [Test]
    public void TheChainOfTheTobaccoSurveyStandsInColumns()
    {
        StudyWeighting weighting = Read("{base: [{stage: county, total: age, size: drawn, drawn: 2}, {stage: person, members: age}]}");
        Assert.That(weighting.Base.Cast<ColumnStage>().Select(stage => stage.Stage), Is.EqualTo(new[] { WeightStage.ProportionalToSize("county", "drawn", "age", 2), WeightStage.Members("person", "age") }));
    }

    [TestCase("{stage: p, present: age, size: age, drawn: 2}", "line 38, column 20: weighting.base[1] has a size, which goes with a frame or with total; add one of them, or remove size.")]
    [TestCase("{stage: v, frame: x.csv, key: village, method: pps, drawn: 2}", "line 38, column 20: weighting.base[1] is drawn by pps and has no size; add size, the heading of the measure of size.")]
    [TestCase("{stage: v, frame: x.csv, key: village, method: srs, size: a, drawn: 2}", "line 38, column 20: weighting.base[1] has a size, but srs draws with equal probabilities; remove size, or write method: pps.")]
    [TestCase("{stage: v, frame: x.csv, key: vilage, method: srs, drawn: 2}", "line 38, column 50: weighting.base[1].key names 'vilage', which is no column of the study; did you mean 'village'?")]
    [TestCase("{stage: h, drawn: drwn, present: age}", "line 38, column 38: weighting.base[1].drawn names 'drwn', which is no column of the study; did you mean 'drawn'?")]
    [TestCase("{stage: p, kish: agee}", "line 38, column 37: weighting.base[1].kish names 'agee', which is no column of the study; did you mean 'age'?")]
    [TestCase("{stage: p, kish: age, table: vilage}", "line 38, column 49: weighting.base[1].table names 'vilage', which is no column of the study; did you mean 'village'?")]
    [TestCase("{stage: p, probability: age}, {stage: p, kish: age}", "line 38, column 50: weighting.base has two stages 'p'; give each a name of its own.")]
    [TestCase("{stage: p, present: age, rank: age, drawn: 2}", "line 38, column 45: weighting.base[1] has 'rank', but no kish; add what is missing.")]
    [TestCase("{stage: p, kish: age, probability: age}", "line 38, column 20: weighting.base[1] has kish and probability, which exclude each other; keep one of them.")]
    [TestCase("{stage: p, drawn: age}", "line 38, column 20: weighting.base[1] has neither frame nor present nor total nor members nor kish nor probability; add one of them.")]
    public void AStageThatIsWrongIsSaidWithItsPlace(string stages, string expected) =>
        Assert.That(StudyText.ErrorOf(StudyText.With(Last, $"weighting: {{base: [{stages}]}}")), Is.EqualTo(expected));

    [Test]
    public void NonresponseNeedsToKnowWhoDidNotRespond()
    {
        string study = StudyText.With(Last, "weighting: {base: [{stage: p, probability: age}], nonresponse: {cells: vilage, collapse: sexx}}");
        Assert.That(StudyText.ErrorOf(study), Is.EqualTo("line 38, column 72: weighting.nonresponse.cells names 'vilage', which is no column of the study; did you mean 'village'?\nline 38, column 90: weighting.nonresponse.collapse names 'sexx', which is no column of the study; did you mean 'sex'?"));
        Assert.That(StudyText.ErrorOf(study.Replace("vilage", "village", StringComparison.Ordinal).Replace("sexx", "sex", StringComparison.Ordinal).Replace("response: {disposition: result, by: village}", "response: {by: village}", StringComparison.Ordinal)),
            Is.EqualTo("line 38, column 64: weighting.nonresponse needs to know who did not respond; name the column of dispositions in response.disposition, or that of how many were drawn in response.drawn."));
    }
}
