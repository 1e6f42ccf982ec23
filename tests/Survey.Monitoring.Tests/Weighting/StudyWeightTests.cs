namespace Survey.Monitoring.Tests.Weighting;

/// <summary>The weights of a study, by hand, and who gets them.</summary>
public sealed class StudyWeightTests : WeighedStudies
{
    // 0101: 2,000 households of the town, 2 villages of 600; 4 of 600 households. 0103: one in one; 2 of 1,000. 0201: 1,000 of the town, 1 of 300; 2 of 310.
    private static readonly double[] Households = [2_000 / 1_200.0 * 150, 500, 1_000 / 300.0 * 155];

    [Test]
    public void BaseWeightsFollowFromTheStages()
    {
        Table table = Weigh()["1"].Result!.Table;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Numbers(table, "villageWeight"), Is.EqualTo(new[] { 2_000 / 1_200.0, 2_000 / 1_200.0, 2_000 / 1_200.0, 2_000 / 1_200.0, 1, 1, 1_000 / 300.0, 1_000 / 300.0 }));
            Assert.That(Numbers(table, "drawnWeight"), Is.EqualTo(new[] { Households[0], Households[0], Households[0], Households[0], Households[1], Households[1], Households[2], Households[2] }));
            Assert.That(Numbers(table, "personWeight"), Is.EqualTo(new[] { 2, 4, double.NaN, double.NaN, 1, double.NaN, 3, double.NaN }));
            Assert.That(Values(table, "status"), Is.EqualTo(new[] { "valid", "valid", "refused", "ineligible", "valid", "not found", "valid", "年龄" }));
        }
    }

    // of 0101 two of three eligible responded, of 0103 one of two; whom a rule makes ineligible needs nobody
    [Test]
    public void ThoseWhoRespondedStandForTheEligible()
    {
        StudyWeights weights = Weigh();
        Table table = weights["1"].Table!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Numbers(table, "weight"), Is.EqualTo(new[] { Households[0] * 2 * 1.5, Households[0] * 4 * 1.5, Households[1] * 2, Households[2] * 3 }));
            Assert.That(Numbers(weights["1"].Result!.Table, "weight").Count(weight => weight == 0), Is.EqualTo(4));
            Assert.That(table.Columns, Is.EqualTo(new[] { "village", "town", "eligible", "kishTable", "age", "result", "drawn", "present", "villageWeight", "householdWeight", "personWeight", "baseWeight", "drawnWeight", "nonresponseCell", "nonresponseFactor", "weight" }));
            Assert.That(weights.Findings, Is.Empty);
        }
    }

    [Test]
    public void AQuestionnaireThatDoesNotCountIsStoodFor()
    {
        string study = StudyOf($"{Village}, {Household}, {Person}").Replace("status: ineligible", "status: invalid", StringComparison.Ordinal);
        Assert.That(Numbers(Weigh(study)["1"].Table!, "weight")[^1], Is.EqualTo(Households[2] * 3 * 2));
    }

    [Test]
    public void WithoutNonresponseWeightsAreThoseOfTheDraw()
    {
        StudyWeights weights = Weigh(StudyOf($"{Village}, {Household}, {Person}", ""));
        Assert.That(Numbers(weights["1"].Table!, "weight"), Is.EqualTo(Numbers(weights["1"].Table!, "baseWeight")));
        Assert.That(Numbers(weights["1"].Result!.Table, "weight")[2], Is.Zero);
        Assert.That(weights.Findings.Single(), Has.Property("Severity").EqualTo(Severity.Doubt).And.Property("Message").Match(@"line \d+, column 3: weighting has no nonresponse, so weights are base weights, and nobody stands for those who did not respond\.$"));
    }

    [Test]
    public void AVillageWithoutAValidPersonIsNamed()
    {
        string people = People.Replace("0103,1,A,1,50", "0103,,,2,", StringComparison.Ordinal);
        WeightingResult result = Weigh(StudyOf($"{Village}, {Household}, {Person}", "nonresponse: {cells: village, minimum: 1, collapse: town}"), people)["1"].Result!;
        Assert.That(result.Log.Steps[^1].Notes, Has.One.EqualTo("1 of 3 PSUs (village) has no valid respondent: 0103; it is in no table of those who responded, whose variances and degrees of freedom are of the other 2"));
        Assert.That(result.Log.Steps[^1].Notes, Has.One.EqualTo("merged within 'town': 0101 (2 respondents) + 0103 (0 respondents)"));
        Assert.That(Unresolved(Weigh(people: people)).Single(), Does.EndWith("the weights of 1 cannot be made: Nobody responded in the cell '0103', so nobody can stand for those drawn there; name a column within which such cells are merged (nonresponse.collapse), or take coarser cells."));
    }

    [Test]
    public void WhereThoseNotMetHaveNoRowsTheyAreCounted()
    {
        string study = StudyOf($"{Village}, {Household}, {Person}").Replace("response: {disposition: result}", "response: {drawn: drawn}", StringComparison.Ordinal);
        StudyWeights weights = Weigh(study, "村,人数,表,结果,年龄\n0101,2,A,1,30\n0103,1,A,1,50\n0103,2,A,1,50\n0201,3,F,1,20\n");
        Assert.That(Numbers(weights["1"].Table!, "weight"), Is.EqualTo(new[] { Households[0] * 2 * 4, Households[1], Households[1] * 2, Households[2] * 3 * 2 }));
    }

    [Test]
    public void ProbabilitiesOfADrawMayStandInAColumn()
    {
        string study = StudyOf("{stage: village, probability: p}").Replace("columns: {drawn:", "columns: {p: 概率, drawn:", StringComparison.Ordinal);
        StudyWeights weights = Weigh(study, register: "村,概率,抽取户数,实有户数\n0101,0.5,4,600\n0103,1,2,1000\n0201,0.25,2,310\n");
        Assert.That(Numbers(weights["1"].Table!, "baseWeight"), Is.EqualTo(new double[] { 2, 2, 1, 4 }));
    }

    [Test]
    public void AnErrorTellsWhereItsFirstRowComesFrom()
    {
        StudyWeights weights = Weigh(people: People.Replace("0101,5,C", "0101,,C", StringComparison.Ordinal));
        Finding finding = weights.Findings.Single();
        Assert.That(weights["1"].Result, Is.Null);
        Assert.That((finding.Severity, finding.Wave, finding.File, finding.Row), Is.EqualTo((Severity.Unresolved, "1", "people.csv", (long?)2)));
        Assert.That(finding.Message, Does.Match(@"study\.yaml, line 16, column 3: the weights of 1 cannot be made: The stage 'person': the number of eligible members 'eligible' is missing in row 2; fill it in \(of the rows of everyone drawn in 1; the first is .*people\.csv, row 2 \(line 3\)\)\.$"));
    }

    [Test]
    public void AWaveThatIsNotResolvedIsNotWeighted()
    {
        StudyWeights weights = Weigh(people: People.Replace("0101,2,A,1,30", "0101,2,A,7,30", StringComparison.Ordinal));
        Assert.That(weights["1"].Result, Is.Null);
        Assert.That(weights["1"].Table, Is.Null);
        Assert.That(weights.Findings, Is.Empty);
        Assert.That(weights.Data["1"].IsResolved, Is.False);
    }

    [Test]
    public void AStudyWithoutWeightingIsRefused()
    {
        StudyData data = LoadColumn("as: text", ["a"]);
        Assert.That(() => data.Weigh(), Throws.InstanceOf<SurveyDataException>().With.Message.EndsWith("study.yaml has no weighting; say under weighting.base how the sample was drawn, stage by stage."));
    }
}
