using Survey.Monitoring.Tests.Intake;
using Survey.Monitoring.Tests.Made;

namespace Survey.Monitoring.Tests.Instruments;

/// <summary>The waves of a study are scored, or it is said why not.</summary>
public sealed class StudyScoringTests : SmallStudies
{
    private const string Structure = "format: 1\nid: two\ntitle: {en: Two items}\npoints: {single: 1, multiple: 2}\n";

    private const string Items = "item,type,options,key\n1,single,甲|乙|丙,B\n2,multiple,4,ACD\n";

    private const string People = "n,Q1,Q2\na,B,ACD\nb,9,\nc,A,AC\n";

    private const string Own = """
        columns: {n: {from: n, as: text}}
        instrument: {use: two.yaml, version: "1", items: items.csv, dontKnow: 9}
        waves: [{id: "1", files: people.csv, answers: {columns: "Q{item}", options: letters}}]

        """;

    [Test]
    public void AnInstrumentOfTheUsersOwnScoresItsStudy()
    {
        StudyData data = LoadOwn().Score();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Values(data, "score"), Is.EqualTo(["3", "0", "0"]));
            Assert.That(Values(data, "literate"), Is.EqualTo(["true", "false", "false"]));
            Assert.That(Values(data.Waves[0].Table!, "score"), Is.EqualTo(["3", "0", "0"]));
            Assert.That((data.Waves[0].Instrument!.Id, data.Waves[0].Instrument!.Version, data.Waves[0].IsResolved), Is.EqualTo(("two", "1", true)));
            Assert.That(Messages(data, Severity.Change), Has.Some.EqualTo("In 1 1 items were left unanswered and 1 answered with \"I do not know\" by 3 valid people; they count as wrong."));
        }
    }

    [Test]
    public void PeopleWhoLeftTooManyOutHaveNoScore()
    {
        StudyData data = LoadOwn(study: Own.Replace("dontKnow: 9", "dontKnow: 9, unanswered: exclude, mostUnanswered: 0", StringComparison.Ordinal)).Score();
        Assert.That(Values(data, "score"), Is.EqualTo(["3", null, "0"]));
        Assert.That(Messages(data, Severity.Change), Has.Some.EndsWith("they count as wrong; 1 people left out more than 0 and have no score."));
    }

    [Test]
    public void PeopleWhoWereNotInterviewedHaveNoScoreInTheDemonstrationCounty()
    {
        Table everyone = Study.Read(Path.Combine(MadePlan.DemoFolder, "clean", "study.yaml")).Load().Score()["2023"].Everyone!;
        for (int row = 0; row < everyone.RowCount; row++)
            Assert.That((everyone["score"].IsMissing(row), everyone["literate.skills"].IsMissing(row)), Is.EqualTo((everyone["result"].TextAt(row) != "responded", everyone["result"].TextAt(row) != "responded")), $"row {row + 1}");
    }

    [Test]
    public void AStudyWithoutKeysLoadsAndIsNotScored()
    {
        StudyData data = LoadOwn(items: "item,type,options\n1,single,3\n2,multiple,4\n");
        Assert.That(Unresolved(data), Is.Empty);
        StudyData scored = data.Score();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Unresolved(scored).Single(), Does.Contain("line 4, column 13: 1 cannot be scored: ").And.EndsWith("items.csv has no column 'key' or '答案' or '正确答案' among item, type, options."));
            Assert.That((scored.Waves[0].IsResolved, scored.Waves[0].Instrument), Is.EqualTo((false, (Instrument?)null)));
            Assert.That(scored.Waves[0].Everyone!.Columns, Does.Not.Contain("score"));
        }
    }

    [Test]
    public void AColumnOfTheStudyThatIsCalledLikeAScoreKeepsTheWaveFromBeingScored()
    {
        StudyData data = LoadOwn(study: Own.Replace("{n: {", "{score: {", StringComparison.Ordinal)).Score();
        Assert.That(Unresolved(data).Single(), Does.EndWith("1 cannot be scored: The table has a column 'score' already, which is the name of a score; give that column another name first."));
        Assert.That(data.Waves[0].IsResolved, Is.False);
    }

    [Test]
    public void AStudyWithoutAnInstrumentIsRefused()
    {
        StudyData data = Load($"columns: {{n: {{from: n, as: text}}}}\n{OneWave}", ("people.csv", "n\na\n"));
        Assert.That(() => data.Score(), Throws.TypeOf<SurveyDataException>().With.Message.EndsWith("study.yaml has no instrument; say under instrument which questionnaire is scored, and where its items are."));
    }

    [Test]
    public void WavesOfTwoEditionsAreScoredEachByItsOwnAndDoubted()
    {
        StudyData data = TwoEditions("\"2\"").Score();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(data.Waves.Select(wave => wave.Instrument!.Version), Is.EqualTo(["1", "2"]));
            Assert.That(Values(data.Waves[1].Everyone!, "score"), Is.EqualTo(["1", "4"]));
            Assert.That(Messages(data, Severity.Doubt), Has.Some.EndsWith("line 4, column 13: 1 (edition 1) and 2 (edition 2) were asked different editions, so that their scores are not comparable; write compareOn: common-items to score waves by the items that two editions have in common."));
        }
    }

    [Test]
    public void WavesOfTwoEditionsAreScoredByCommonItems()
    {
        StudyData data = TwoEditions("\"2\"", ", compareOn: common-items").Score();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(data.Waves.Select(wave => wave.Instrument!.Version), Is.All.EqualTo("2 common items of 1 and 2"));
            Assert.That(Values(data.Waves[0].Everyone!, "score"), Is.EqualTo(["3", "0", "0"]));
            Assert.That(Values(data.Waves[1].Everyone!, "score"), Is.EqualTo(["0", "3"]));
            Assert.That(Messages(data, Severity.Change), Has.Some.EndsWith("line 4, column 13: 1 (edition 1) and 2 (edition 2) were asked different editions, and all are scored by 2 common items of 1 and 2, of 3 points, literate from 3 on; not counted of 2: 3."));
        }
    }

    [Test]
    public void AnItemThatReadsDifferentlyIsNotCommon()
    {
        StudyData data = TwoEditions("\"2\"", ", compareOn: common-items", "item,type,options,key\n1,single,甲|乙|丁,B\n2,multiple,4,ACD\n").Score();
        Assert.That(data.Waves[0].Instrument!.Items.Select(item => item.Id), Is.EqualTo(["2"]));
    }

    [Test]
    public void OptionsInAnotherOrderAreTheSameItemWithItsOwnKey()
    {
        StudyData data = TwoEditions("\"2\"", ", compareOn: common-items", "item,type,options,key\n1,single,乙|甲|丙,A\n2,multiple,4,ACD\n3,single,2,A\n").Score();
        Assert.That(data.Waves.Select(wave => wave.Instrument!.Items[0].Key), Is.EqualTo(["B", "A"]));
        Assert.That(Values(data.Waves[1].Everyone!, "score"), Is.EqualTo(["1", "2"]));
    }

    [Test]
    public void NothingInCommonLeavesTheWavesUnscored()
    {
        StudyData data = TwoEditions("\"2\"", ", compareOn: common-items", "item,type,options,key\n1,single,甲|乙|丁,B\n2,multiple,5,ACD\n").Score();
        Assert.That(Unresolved(data).Single(), Does.EndWith("line 4, column 13: no wave is scored: two (1) and two (2) have no item in common: none has the same id, type, options, points, aspect and issue in both."));
        Assert.That(data.Waves.Select(wave => wave.Instrument), Is.All.Null);
        Assert.That(data.Waves.Select(wave => wave.IsResolved), Is.All.False);
    }

    [Test]
    public void OneVersionOfTwoItemFilesIsRefused()
    {
        StudyData data = TwoEditions("\"1\"").Score();
        Assert.That(Unresolved(data), Has.Length.EqualTo(2).And.All.EndsWith("1 and 2 have the version 1, but not the same items (items.csv and items2.csv), so that their figures would be taken to be comparable; give each edition a version of its own."));
        Assert.That(data.Waves.Select(wave => wave.IsResolved), Is.All.False);
    }

    [Test]
    public void WhatIsWrongInAWavesItemsKeepsThatWaveFromBeingScored()
    {
        StudyData data = TwoEditions("\"2\"", items: "item,type,options,key\n1,single,3,D\n2,multiple,4,ACD\n").Score();
        Assert.That(data.Waves.Select(wave => wave.IsResolved), Is.EqualTo([true, false]));
        Assert.That(Unresolved(data).Single(), Does.Contain("2 cannot be scored: ").And.EndsWith("items2.csv, row 1: the key 'D' of item 1 is not made of its options A, B, C; write the letters of those that are right."));
    }

    private StudyData LoadOwn(string study = Own, string items = Items) => Load(study, ("two.yaml", Structure), ("items.csv", items), ("people.csv", People));

    private StudyData TwoEditions(string version, string more = "", string items = "item,type,options,key\n1,single,甲|乙|丙,B\n2,multiple,4,ACD\n3,single,2,A\n") =>
        Load(Own.Replace("dontKnow: 9", "dontKnow: 9" + more, StringComparison.Ordinal)
            .Replace("letters}}]", $"letters}}}}, {{id: \"2\", files: people2.csv, instrument: {{version: {version}, items: items2.csv}}, answers: {{columns: \"Q{{item}}\", options: letters}}}}]", StringComparison.Ordinal),
            ("two.yaml", Structure), ("items.csv", Items), ("items2.csv", items), ("people.csv", People), ("people2.csv", "n,Q1,Q2,Q3\na,A,AC,A\nb,B,ACD,A\n"));
}
