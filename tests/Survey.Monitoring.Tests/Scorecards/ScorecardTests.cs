namespace Survey.Monitoring.Scorecards;

/// <summary>A study judged by a programme.</summary>
public sealed class ScorecardTests
{
    private const string Wuzhong = """
        programme:
          use: wuzhong-2023
          choices: {adults: 15-69, elderly: 60+, lastYear: "2023", referenceYear: same, sewage: county}
        references:
          - {indicator: smoking-current, of: province, value: 21.50 %, year: 2024, age: 15-69, source: 虚构}

        """;

    private SmallCounty _county = null!;

    [SetUp]
    public void Make() => _county = new SmallCounty();

    [TearDown]
    public void Remove() => _county.Dispose();

    [Test]
    public void PointsAddUp()
    {
        Scorecard card = _county.Judged("wuzhong-2023", Wuzhong + """
            administrative:
              "8.1": {value: 14.6, unit: m2, year: 2024, source: 住建局}
              "8.2": {value: 33.8 %, year: 2024, source: 住建局}
              "42.1": {numerator: 3, denominator: 10000, year: 2024, source: 年报}
            reviews:
              "1": {decision: met, reason: 齐备}
              "2.1": {decision: not met, reason: 没有举办}
            """);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(card.Score, Is.EqualTo(new Score(77, 99, 6, 5, 91)), "8.1, 42.1 and 1 are confirmed, 37 (1 point) is met by the sample and not confirmed");
            Assert.That((card.Score.NotConfirmed, card.Score.NotMet), Is.EqualTo((1m, 2m)));
            Assert.That(card.ByDimension.Select(own => own.Score.Total), Is.EqualTo(new decimal[] { 10, 20, 19, 20, 15, 15 }));
            Assert.That(card.ByDimension.Sum(own => own.Score.Met), Is.EqualTo(card.Score.Met));
            Assert.That(card.ByPhase.Sum(own => own.Score.Awaiting), Is.EqualTo(card.Score.Awaiting));
            Assert.That(card.ByUnit.Single(own => own.Unit?.Id == "housing").Score, Is.EqualTo(new Score(3, 3, 1, 1, 1)));
        }
    }

    [Test]
    public void WhatToDoFirstIsWhatWasMissedWithMostPoints()
    {
        Scorecard card = _county.Judged("wuzhong-2023", Wuzhong + """
            administrative:
              "8.2": {value: 34.9 %, year: 2024, source: 住建局}
              "9": {value: 50 %, year: 2024, source: 生态环境局}
              "42.1": {numerator: 2, denominator: 10000, year: 2024, source: 年报}
            """);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(card.Gaps.Take(3).Select(own => own.Part.Id), Is.EqualTo(new[] { "42.1", "9", "8.2" }), "two points first, then the larger distance of one point each");
            Assert.That(card.Gaps[^1].Part.Id, Is.EqualTo("37"), "what is met and not confirmed comes last");
            Assert.That(card["9"].Distance, Is.EqualTo(0.375).Within(1e-12));
            Assert.That(card["9"].Lacking(Language.Chinese), Is.EqualTo("现为50.00%，要求不低于80%"));
            Assert.That(card["42.1"].Lacking(Language.English), Is.EqualTo("now 2.00 people per 10,000, asked at least 3 people per 10,000"));
            Assert.That(card["42.2"].Lacking(Language.English), Is.EqualTo("a figure of Public-health staff per 10,000 residents"));
            Assert.That(card["1"].Lacking(Language.Chinese), Is.EqualTo("待评审认定"));
        }
    }

    [Test]
    public void WhatIsLackingIsSaidInNumbers()
    {
        Scorecard card = _county.Judged("wuzhong-2023", Wuzhong + """
            administrative:
              "8.1": {value: 11.2, unit: m2, year: 2024, source: 住建局}
              "8.2": {value: 33.8 %, year: 2024, source: 住建局}
              "42.2": {numerator: 351, denominator: 1000000, year: 2024, source: 年报}
            """);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(card["8.1"].Lacking(Language.Chinese), Is.EqualTo("现为11.20平方米，要求不低于12平方米"));
            Assert.That(card["42.2"].Lacking(Language.Chinese), Is.EqualTo("现为每万人3.51名，要求每万人不低于4名"));
            Assert.That(card["8.1"].Evidence[0].What.Chinese, Is.EqualTo("11.2平方米（2024年，住建局）"));
            Assert.That(card["8.2"].Evidence[0].What, Is.EqualTo(new LocalText("33.80%（2024年，住建局）", "33.8 % (2024, 住建局)")));
        }
    }

    [TestCase("wuzhong-2023", "54", "居民健康素养水平")]
    [TestCase("lianyungang-2020", "21.2", "国民体质合格以上比例")]
    public void AnIndicatorThatIsNotInTheStudyIsCalledByItsName(string programme, string part, string name)
    {
        PartVerdict own = _county.Judged(programme, programme == "wuzhong-2023" ? Wuzhong : "programme: {use: lianyungang-2020, choices: {referenceYear: same}}\n")[part];
        Assert.That(own.Verdict.ToText(Language.Chinese), Does.StartWith($"研究文件未列出指标“{name}”，也未填报其数据").And.EndWith("暂不评定。补齐后重新判定。"));
    }

    [Test]
    public void WhatIsLackingOfAChangeIsHowFarItCame()
    {
        PartVerdict smoking = _county.Judged("wuzhong-2023", Wuzhong)["37"];
        Evidence years = Verdicts.CountyYears.Literacy(0.2373, 0.2821);
        Target above = new ReferenceTarget(TargetComparison.AtLeast, "province");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(smoking.Lacking(Language.Chinese), Does.Match(@"^现为\d\d\.\d\d%，要求低于全省平均水平（21\.50%）；较2023年下降\d+\.\d\d%，要求下降10%$"));
            Assert.That(LackingOf(Target.AnyOf(above, Target.RisesByPercent(20)), Language.Chinese), Is.EqualTo("现为28.21%，要求达到全省平均水平（32.10%）以上；较2023年提高18.88%，要求提高20%"));
            Assert.That(LackingOf(Target.AnyOf(above, Target.RisesByPercent(20)), Language.English), Is.EqualTo("now 28.21 %, asked at or above the province's average (32.10 %); up 18.88 % on 2023, asked up 20 %"));
            Assert.That(LackingOf(Target.FallsByPercent(10), Language.Chinese), Is.EqualTo("较2023年上升18.88%，要求下降10%"));
            Assert.That(LackingOf(Target.RisesByPoints(5), Language.Chinese), Is.EqualTo("较2023年提高4.48个百分点，要求较上一年提高不低于5个百分点"));
            Assert.That(LackingOf(Target.RisesByPoints(5), Language.English), Is.EqualTo("up 4.48 percentage points on 2023, asked up at least 5 percentage points on last year"));
        }

        string LackingOf(Target rule, Language language) => (smoking with { Judged = smoking.Judged with { Verdict = rule.Judge(years) } }).Lacking(language);
    }

    [Test]
    public void AnOpenChoiceLeavesItsPartsOpenAndQuotesTheClause()
    {
        Scorecard card = _county.Judged("wuzhong-2023", Wuzhong.Replace("sewage: county", "below: strict", StringComparison.Ordinal).Replace("adults: 15-69, ", "", StringComparison.Ordinal) + """
            administrative:
              "18": {value: 99 %, year: 2024, source: 水务局}
            """);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(card["18"].IsAwaiting);
            Assert.That(card["18"].Lacking(Language.English), Is.EqualTo("choose programme.choices.sewage: the notice does not say whether a district is \"city\" or \"county\" ('生活污水集中处理率，城市达95%，县(建成区)达85%')"));
            Assert.That(card["37"].LabelText(Language.Chinese), Is.EqualTo("暂不评定"), "adults");
            Assert.That(card.Choices.Where(own => own.Made is null).Select(own => own.Choice.Id), Is.EqualTo(new[] { "adults", "sewage" }));
        }
    }

    [Test]
    public void AReviewerMayGiveAPartOfThePointsWithAReason()
    {
        Scorecard card = _county.Judged("wuzhong-2023", Wuzhong + """
            reviews:
              "42.1": {decision: partly met, points: 1.5, reason: 全科医生在编2.6名, by: 评审组}
            """);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((card["42.1"].Given, card["42.1"].IsAwaiting), Is.EqualTo((1.5m, false)));
            Assert.That(card["42.1"].LabelText(Language.Chinese), Is.EqualTo("评审酌定"));
            Assert.That((card.Score.Met, card.Score.NotConfirmed), Is.EqualTo((2.5m, 2.5m)), "what no evidence confirms is not confirmed");
        }
    }

    [Test]
    public void OneCountOfAllEventsIsOneOfEach()
    {
        const string Count = """
            administrative:
              "25": {count: 0, year: 2024, source: 应急管理局}
            """;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_county.Judged("wuzhong-2023", Wuzhong + Count)["25"].Verdict.Published, Is.EqualTo(PublishedVerdict.Met));
            Assert.That(_county.Judged("wuzhong-2023", Wuzhong + Count.Replace("count: 0", "count: 1", StringComparison.Ordinal))["25"].Verdict.Published, Is.EqualTo(PublishedVerdict.NotMet));
        }
    }

    [Test]
    public void AConjunctionNeedsEachOfItsRecords()
    {
        const string Two = """
            administrative:
              "51a": {value: 3.2, unit: m2, year: 2024, source: 文体旅局}
              "51b": {numerator: 12, denominator: 12, year: 2024, source: 文体旅局}
            """;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_county.Judged("wuzhong-2023", Wuzhong + Two)["51"].Lacking(Language.Chinese), Is.EqualTo("待填报：社区15分钟健身圈"));
            Assert.That(_county.Judged("wuzhong-2023", Wuzhong + Two + "\n  \"51c\": {numerator: 30, denominator: 30, year: 2024, source: 文体旅局}\n")["51"].Verdict.Published, Is.EqualTo(PublishedVerdict.Met));
            Assert.That(_county.Judged("wuzhong-2023", Wuzhong + Two + "\n  \"51c\": {numerator: 29, denominator: 30, year: 2024, source: 文体旅局}\n")["51"].Verdict.Published, Is.EqualTo(PublishedVerdict.NotMet));
        }
    }

    [Test]
    public void EvidenceWithoutAProgrammesNameIsForTheStudysOwn()
    {
        const string Records = """
            administrative:
              "4": {numerator: 10, denominator: 10, year: 2024, source: 住建局}
              "lianyungang-2020:6.1": {value: 16, unit: m2, year: 2024, source: 住建局}
            """;
        Scorecard card = _county.Judged("lianyungang-2020", "programme: {use: lianyungang-2020}\n" + Records), other = _county.Judged("lianyungang-2020", "programme: {use: jiangyin-2018}\n" + Records.Replace("\"4\"", "\"jiangyin-2018:1.3.1\"", StringComparison.Ordinal));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((card["4"].IsAwaiting, card["6.1"].IsAwaiting), Is.EqualTo((false, false)));
            Assert.That((other["4"].IsAwaiting, other["6.1"].IsAwaiting), Is.EqualTo((true, false)));
        }
    }

    [Test]
    public void AnotherProgrammesPartOfTheSameNumberGetsNothing()
    {
        const string Decided = "programme: {use: wuzhong-2023}\nreviews: {\"26\": {decision: met, reason: 消防设施齐全}}\n";
        Assert.That((_county.Judged("wuzhong-2023", Decided)["26"].IsAwaiting, _county.Judged("lianyungang-2020", Decided)["26"].IsAwaiting), Is.EqualTo((false, true)), "26 is fire safety there and publicity in the media here");
    }

    [Test]
    public void AKeyThatTwoProgrammesHaveNamesItsProgramme() =>
        Assert.That(_county.Refused("wuzhong-2023", "programme: {use: [wuzhong-2023, lianyungang-2020]}\nreviews:\n  \"2\": {decision: met, reason: 齐备}\n  \"8\": {decision: met, reason: 齐备}\n  \"17.9\": {decision: met, reason: 齐备}\n  \"wuzhou-2023:1\": {decision: met, reason: 齐备}\n  \"wuzhong-2023:99\": {decision: met, reason: 齐备}\n  \"30\": {decision: met, reason: 齐备}"),
            Is.EqualTo(new[]
            {
                "study.yaml, line 22, column 3: reviews names '17.9', which is no target of the study and no part of wuzhong-2023 or lianyungang-2020; 'survey programmes wuzhong-2023' lists its parts.",
                "study.yaml, line 23, column 3: reviews names 'wuzhou-2023:1', and there is no programme 'wuzhou-2023'; did you mean 'wuzhong-2023'?",
                "study.yaml, line 24, column 3: reviews names 'wuzhong-2023:99', and wuzhong-2023 has no part '99'; 'survey programmes wuzhong-2023' lists its parts.",
                "study.yaml, line 25, column 3: reviews names '30', which wuzhong-2023 and lianyungang-2020 all have; write the programme before it, such as \"wuzhong-2023:30\".",
            }));

    [TestCase("lianyungang-2020", "25.1", "tolerance: 3")]
    [TestCase("jiangyin-2018", "4.3.3", "below: strict")]
    public void ASurveyOf15To69WaitsForAWaiverByName(string programme, string part, string choice)
    {
        string use = $"programme: {{use: {programme}, choices: {{{choice}}}}}\n";
        Scorecard card = _county.Judged(programme, use), waived = _county.Judged(programme, use + $"waivers: [{{target: \"{part}\", difference: age, reason: 评估组同意}}]\n");
        Scorecard elsewhere = _county.Judged(programme, use + "waivers: [{target: \"wuzhong-2023:37\", difference: age, reason: 评估组同意}]\n");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((card[part].IsAwaiting, card[part].LabelText(Language.English)), Is.EqualTo((true, "not assessed")));
            Assert.That(card[part].Lacking(Language.English), Is.EqualTo("the survey is of ages 15-69, the target of 15+, and no conversion was made"));
            Assert.That((waived[part].IsAwaiting, waived[part].Verdict.Waived.Single().Waiver.Reason), Is.EqualTo((false, "评估组同意")));
            Assert.That(elsewhere[part].IsAwaiting);
        }
    }

    [Test]
    public void AWaiverThatChangesNothingIsSaid()
    {
        Scorecard card = _county.Judged("wuzhong-2023", Wuzhong + "waivers: [{target: \"37\", difference: season, reason: 无}]\n");
        Assert.That(card.Notes.Single().English, Is.EqualTo("The waiver of season for 37 changed nothing: the figures do not differ in that."));
    }

    [Test]
    public void RecordsOfOtherYearsThanTheProgrammeAsksAboutAreSaid()
    {
        Scorecard card = _county.Judged("wuzhong-2023", Wuzhong + """
            administrative:
              "8.1": {value: 14.6, unit: m2, year: 2021, source: 住建局}
              "9": [{value: 81 %, year: 2023, source: 生态环境局}, {value: 79 %, year: 2024, source: 生态环境局}]
            """);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(card.Notes.Single().English, Is.EqualTo("Judged by records that are not of 2024: 8.1 (2021)."));
            Assert.That(_county.Judged("jiangyin-2018", Wuzhong + "administrative: {\"jiangyin-2018:4.2.2\": {count: 33, year: 2020, source: 局}, \"jiangyin-2018:4.2.3\": {count: 20, year: 2031, source: 局}}\n").Notes.Select(note => note.English), Is.EqualTo(new[]
            {
                "The survey of 2024 is outside of the programme's years (2018 to 2020).", "Judged by records that are not of 2020: 4.2.3 (2031).",
            }));
            Assert.That((card["8.1"].Judged.Wave, card["9"].Judged.Wave, card["9"].Verdict.Published), Is.EqualTo(("2021", "2024", PublishedVerdict.NotMet)));
        }
    }

    [Test]
    public void PointsForWhatIsDecidedByReviewAreAsSureAsTheReview()
    {
        Scorecard card = _county.Judged("wuzhong-2023", Wuzhong + """
            reviews:
              "12": {decision: partly met, points: 0.5, reason: 9个达标}
              "62": {decision: met, points: 2, reason: 齐备}
            """);
        Assert.That((card.Score.Met, card.Score.Confirmed, card["12"].Gap, card["62"].Gap), Is.EqualTo((3.5m, 2.5m, GapKind.NotMet, GapKind.None)), "with 37, which is met and not confirmed");
    }

    [Test]
    public void ADecisionOnAMissingItemGivesNothingAndIsShown()
    {
        Scorecard card = _county.Judged("wuzhong-2023", Wuzhong + "reviews: {\"29\": {decision: met, reason: 另有文件}}\n");
        Assert.That((card.Score.Total, card.Notes.Single().English), Is.EqualTo((99m, "Item 29 is missing from the notice and gives nothing; what was handed in: met: 另有文件.")));
    }

    [Test]
    public void ABaselineAloneEarnsNoPoints()
    {
        string baseline = SmallCounty.Head.Replace("  - {id: \"2024\", role: final, fieldwork: [2024-09-01, 2024-10-01], files: \"2024.csv\"}\n", "", StringComparison.Ordinal);
        Scorecard card = _county.Study("programme: {use: wuzhong-2023, choices: {adults: 15-69, elderly: 60+, referenceYear: same, sewage: county}}\nreferences: [{indicator: smoking-current, of: province, value: 60 %, year: 2023, age: 15-69, source: 虚构}]\n", baseline).Load().Estimate().Judge(Programme.Library["wuzhong-2023"]);
        Assert.That((card["37"].IsAwaiting, card["37"].Lacking(Language.English)), Is.EqualTo((true, "the final survey has not been made, and there is only the baseline; choose programme.choices.lastYear: the notice does not say which survey is that of \"the year before\" ('较上一年增加20%')")));
    }

    [Test]
    public void RecordsOfOnePartLeaveOthersAlone()
    {
        const string Trend = "administrative:\n  \"lianyungang-2020:19.1\": [{value: 7 %, year: 2019, source: 财政局}, {value: 8 %, year: 2020, source: 财政局}]\n";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_county.Judged("lianyungang-2020", Trend)["19.1"].Verdict.Published, Is.EqualTo(PublishedVerdict.Met), "years of the survey are none of its own");
            Assert.That(_county.Judged("lianyungang-2020", Trend + "  \"lianyungang-2020:14.2a\": {count: 3, year: 2018, source: 经发局}\n")["19.1"].Verdict.Published, Is.EqualTo(PublishedVerdict.Met));
        }
    }

    [TestCase("{value: 2.2, year: 2020, source: 局}", PublishedVerdict.NotAssessed)]
    [TestCase("{numerator: 22, denominator: 10000, year: 2020, source: 局}", PublishedVerdict.Met)]
    [TestCase("{numerator: 52, denominator: 10000, year: 2020, source: 局}", PublishedVerdict.NotMet)]
    public void AReferencePerThousandIsHeldAgainstARate(string record, PublishedVerdict expected)
    {
        Scorecard card = _county.Judged("lianyungang-2020", "programme: {use: lianyungang-2020, choices: {referenceYear: same}}\nreferences: [{indicator: \"20.1\", of: city, number: 4, per: 1000, year: 2020, source: 虚构}]\nadministrative: {\"20.1\": " + record + "}\n");
        Assert.That(card["20.1"].Verdict.Arms[0].Published, Is.EqualTo(expected));
    }

    [Test]
    public void FiguresOfSeveralYearsAreNotOnePart()
    {
        const string Years = """
            administrative:
              "51a": {value: 3.2, unit: ㎡, year: 2024, source: 文体旅局}
              "51b": {value: 100 %, year: 2023, source: 文体旅局}
              "51c": {value: 100 %, year: 2024, source: 文体旅局}
            """;
        Assert.That(_county.Judged("wuzhong-2023", Wuzhong + Years)["51"].Lacking(Language.English), Is.EqualTo("its figures are of different years (51a 2024, 51b 2023, 51c 2024)"));
    }

    [Test]
    public void PhasesAreHeldAgainstTheirWaves()
    {
        PhaseTiming[] wuzhong = [.. _county.Judged("wuzhong-2023", Wuzhong).Timing];
        PhaseTiming yongchuan = _county.Judged("yongchuan-2023", Wuzhong).Timing.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(wuzhong.Select(own => (own.Wave, own.IsInPhase)), Is.EqualTo(new (string?, bool?)[] { ("2023", true), ("2024", true) }));
            Assert.That((yongchuan.Wave, yongchuan.IsInPhase), Is.EqualTo(((string?)"2023", (bool?)false)));
            Assert.That(yongchuan.ToText(Language.Chinese), Is.EqualTo("全面达标阶段（2023-05至2023-08）：基线调查于2023-09-01至2023-10-01完成，不在该阶段内，请在报告中说明。"));
        }
    }

    [Test]
    public void DepartmentsAreRankedAsTheStudyChooses()
    {
        _county.Write("得分.csv", ["部门,得分", .. new[] { 900m, 950, 950, 800, 700, 600, 500 }.Select((score, k) => $"部门{k},{score}")]);
        const string Use = "programme: {use: jiangyin-2018, scores: 得分.csv, choices: {rounding: ROUND, ties: TIES}}\n";
        string[] excellent(string rounding, string ties) => [.. _county.Judged("jiangyin-2018", Use.Replace("ROUND", rounding, StringComparison.Ordinal).Replace("TIES", ties, StringComparison.Ordinal)).Ranking.Where(own => own.HasGrade).Select(own => own.Unit)];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(excellent("down", "all"), Is.EqualTo(new[] { "部门1", "部门2" }), "30 % of 7 are 2.1");
            Assert.That(excellent("up", "all"), Is.EqualTo(new[] { "部门1", "部门2", "部门0" }));
            Assert.That(_county.Judged("jiangyin-2018", "programme: {use: jiangyin-2018, scores: 得分.csv}\n").NoRanking!.English, Does.Contain("choose programme.choices.rounding and ties"));
            Assert.That(_county.Judged("jiangyin-2018", Use.Replace("ROUND", "nearest", StringComparison.Ordinal).Replace("TIES", "none", StringComparison.Ordinal)).Ranking.Select(own => own.Place), Is.EqualTo(new[] { 1, 1, 3, 4, 5, 6, 7 }));
        }
        _county.Write("得分.csv", "部门,得分", "甲,1001");
        Assert.That(_county.Judged("jiangyin-2018", Use.Replace("ROUND", "down", StringComparison.Ordinal).Replace("TIES", "none", StringComparison.Ordinal)).NoRanking!.English, Does.StartWith("the scores cannot be used: ").And.EndsWith("得分.csv: the score 1001 of 甲 is not between 0 and 1000; correct it"));
    }

    [Test]
    public void EveryTownMustReachIt()
    {
        const string Use = """
            programme: {use: lianyungang-2020}
            byTown:
              "7.2":
                东镇: {decision: met, reason: B级}
                西镇: {decision: met, reason: A级}

            """;
        Scorecard open = _county.Judged("lianyungang-2020", Use), met = _county.Judged("lianyungang-2020", Use + "    南街道: {decision: met, reason: B级}\n"), not = _county.Judged("lianyungang-2020", Use.Replace("met, reason: A级", "not met, reason: C级", StringComparison.Ordinal));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(open["7.2"].Lacking(Language.Chinese), Is.EqualTo("3个镇（街道）中1个待补：南街道"));
            Assert.That(met["7.2"].Verdict.Published, Is.EqualTo(PublishedVerdict.Met));
            Assert.That(not["7.2"].Verdict.Published, Is.EqualTo(PublishedVerdict.NotMet));
            Assert.That(not["7.2"].Lacking(Language.English), Is.EqualTo("1 of 3 towns do not reach it: 西镇"));
        }
    }

    [Test]
    public void TownsReachANumberEachByItsOwnRecord()
    {
        const string Study = """
            targets:
              - {id: t, rule: {inEveryTown: {atLeast: 30 %}}}
            byTown:
              t:
                东镇: {numerator: 3, denominator: 10, year: 2024, source: 镇}
                西镇: {value: 29.9 %, year: 2024, source: 镇}
                南街道: {value: 31 %, year: 2023, source: 镇}
            """;
        Verdict verdict = _county.Study(Study).Load().Estimate().Judge()["t"].Verdict;
        Assert.That((verdict.Published, verdict.Reasons.Single().English), Is.EqualTo((PublishedVerdict.NotMet, "1 of 3 towns do not reach it: 西镇")));
    }
}
