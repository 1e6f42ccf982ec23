using Survey.Monitoring.Scorecards;

namespace Survey.Monitoring.Entries;

/// <summary>What no entry may be, each in one sentence with its place and the way out.</summary>
public sealed class EntryCheckTests
{
    private SmallCounty _county = null!;

    [SetUp]
    public void Make() => _county = new SmallCounty();

    [TearDown]
    public void Remove() => _county.Dispose();

    [TestCase("14", "{value: 96, year: 2024, source: 水务局}", "the rule is of a rate, and 96 has no percent sign; write 96 %.")]
    [TestCase("14", "{value: 0.96, year: 2024, source: 水务局}", "the rule is of a rate, and 0.96 has no percent sign; write 96 %, or 0.96 % if that is meant.")]
    [TestCase("14", "{value: 104 %, year: 2024, source: 水务局}", "104 % is no rate from 0 % to 100 %; correct it.")]
    [TestCase("14", "{numerator: 97, denominator: 96, year: 2024, source: 水务局}", "the numerator 97 is larger than the denominator 96 of a rate; correct one of the two.")]
    [TestCase("14", "{count: 96, year: 2024, source: 水务局}", "the rule is of a rate, and 96 is a count; give numerator and denominator, or a rate with its percent sign.")]
    [TestCase("13", "{value: 1, year: 2024, source: 生态环境局}", "the rule is of a rate, and 1 has no percent sign; write 100 %, or 1 % if that is meant.")]
    [TestCase("13", "{numerator: -1, denominator: 3, year: 2024, source: 生态环境局}", "-1 of 3 is no share of anything; correct numerator or denominator.")]
    [TestCase("8.1", "{value: 14.6 %, year: 2024, source: 住建局}", "the rule is of a number in m2, and 14.6 % is a rate; give the number.")]
    [TestCase("8.1", "{value: 14.6, unit: 亩, year: 2024, source: 住建局}", "the rule is in m2, and the figure in 亩; give it in m2.")]
    [TestCase("42.1", "{value: 3.3, year: 2024, source: 年报}", "the rule is per 10000, and the figure has no numerator and denominator; give both.")]
    [TestCase("42.1", "{numerator: 412, denominator: 125.1, year: 2024, source: 年报}", "412 of 125.1 are more than one for each; write both in full, such as 1251000 for 125.1万.")]
    [TestCase("52", "{value: -3, year: 2024, source: 教育局}", "-3 is below 0; correct it.")]
    [TestCase("25", "{value: 10 %, year: 2024, source: 应急局}", "what must not happen is counted, and the figure is no count; give the number of events, such as 0.")]
    [TestCase("51", "{value: 3.3, unit: m2, year: 2024, source: 文体旅局}", "51 needs several figures; give 51a, 51b, 51c one by one.")]
    [TestCase("1", "{value: 3.3, year: 2024, source: 政府办}", "1 is decided by review, and a figure is given; give a decision.")]
    [TestCase("29", "{value: 3.3, year: 2024, source: 政府办}", "the notice has no item 29, so there is no figure of it; remove it.")]
    public void FiguresThatCannotBe(string part, string figure, string sentence) => Assert.That(Refused($"administrative:\n  \"{part}\": {figure}\n"), Is.EqualTo(new[] { $"study.yaml, line 20, column {part.Length + 7}: {sentence}" }));

    [TestCase("14", "{decision: met, reason: 达标}", "14 is decided by its figures, which a decision does not change; give its figure, or points in the place of all or none, with the reason.")]
    [TestCase("1", "{decision: partly met, points: 2.5, reason: 达标}", "2.5 points are not between 0 and the 2 of 1; correct them.")]
    [TestCase("1", "{decision: unknown, points: 2, reason: 待查}", "nothing is decided on 1, and it is given 2 points; decide it, or leave points out.")]
    [TestCase("1", "{decision: not met, points: 2, reason: 未办}", "2 of 2 points contradict the decision on 1; a part of them goes with 'partly met' (部分达到).")]
    [TestCase("1", "{decision: met, points: 0, reason: 已办}", "0 of 2 points contradict the decision on 1; a part of them goes with 'partly met' (部分达到).")]
    [TestCase("51a", "{decision: met, reason: 达标}", "a decision is of a whole part, and 51a is a figure of 51; give it for 51.")]
    [TestCase("29", "{decision: unknown, points: 1, reason: 缺}", "the notice has no item 29, so nothing says how many points it has; leave points out.")]
    public void DecisionsThatCannotBe(string part, string decision, string sentence) => Assert.That(Refused($"reviews:\n  \"{part}\": {decision}\n"), Is.EqualTo(new[] { $"study.yaml, line 20, column {part.Length + 7}: {sentence}" }));

    [Test]
    public void PointsAreOfNoticesThatGiveThem() =>
        Assert.That(_county.Refused("lianyungang-2020", "programme: {use: lianyungang-2020}\nreviews:\n  \"2\": {decision: met, points: 1, reason: 达标}\n"), Is.EqualTo(new[] { "study.yaml, line 20, column 8: lianyungang-2020 gives no points, so a reviewer cannot; leave points out." }));

    [Test]
    public void TownsAreNamedWhereTheyAreAsked() =>
        Assert.That(_county.Refused("lianyungang-2020", "programme: {use: lianyungang-2020}\nreviews:\n  \"7.2\": {decision: met, reason: B级}\nbyTown:\n  \"7.2\":\n    东镇: {decision: met, reason: B级}\n    西村镇: {decision: met, reason: B级}\n  \"2\":\n    东镇: {decision: met, reason: 有}\n"), Is.EqualTo(new[]
        {
            "study.yaml, line 20, column 10: 7.2 is asked of every town, and no town is named; give it by town.",
            "study.yaml, line 24, column 10: '西村镇' is no town of the area; did you mean '西镇'?",
            "study.yaml, line 26, column 9: 2 is of the whole area, and '东镇' is named; leave the town out.",
        }));

    [Test]
    public void OneThingStandsOnce() =>
        Assert.That(Refused("administrative:\n  \"14\": {value: 96 %, year: 2024, source: 水务局}\n  \"wuzhong-2023:14\": {value: 97 %, year: 2024, source: 水务局}\n"), Is.EqualTo(new[] { "study.yaml, line 21, column 22: the figure of 14 for 2024 stands in study.yaml, line 20, column 9 already; keep one of the two." }));

    [Test]
    public void AWholeAndItsPiecesAreNotBothGiven() =>
        Assert.That(Refused("administrative:\n  \"25\": {count: 0, year: 2024, source: 应急局}\n  \"25a\": {count: 3, year: 2024, source: 应急局}\n"), Is.EqualTo(new[] { "study.yaml, line 21, column 10: the figure of 25a for 2024 stands beside the figure of 25 for 2024 in study.yaml, line 20, column 9; keep one of the two." }));

    [Test]
    public void OnlyWhatIsJudgedCanBeWaived() =>
        Assert.That(Refused("waivers:\n  - {target: \"29\", difference: age, reason: 缺}\n  - {target: \"51a\", difference: age, reason: 缺}\n"), Is.EqualTo(new[]
        {
            "study.yaml, line 20, column 14: waivers[1].target names '29', which is no part that is judged; name the part.",
            "study.yaml, line 21, column 14: waivers[2].target names '51a', which is no part that is judged; name the part.",
        }));

    [Test]
    public void TheWaveThatIsJudgedIsNoEarlierOne() =>
        Assert.That(_county.Refused("wuzhong-2023", "programme: {use: wuzhong-2023, choices: {lastYear: \"2024\"}}\n").Single(), Is.EqualTo("study.yaml, line 18, column 52: programme.choices.lastYear is 2024, the last wave, which is the one that is judged; name an earlier wave, or leave it out while there is none."));

    private string[] Refused(string more) => _county.Refused("wuzhong-2023", "programme: {use: wuzhong-2023}\n" + more);
}
