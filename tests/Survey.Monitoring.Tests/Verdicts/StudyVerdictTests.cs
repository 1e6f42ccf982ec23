using Survey.Files;


namespace Survey.Monitoring.Verdicts;

/// <summary>From a study's files to its figures and verdicts.</summary>
public sealed class StudyVerdictTests
{
    private const string Head = """
        format: 1
        title: {zh: 示例}
        columns:
          village: {from: village, as: code}
          age: {from: age, as: number}
          smokeNow: {from: smoke, codes: {1: daily, 2: some, 3: none}}
          p: {from: p, as: number}
        eligibility:
          - {keep: "age between 15 and 69", reason: 年龄, status: ineligible}
        design: {clusters: village, samePlaces: same}
        weighting: {base: [{stage: person, probability: p}]}
        waves:
          - {id: "2023", role: baseline, fieldwork: [2023-09-01, 2023-10-01], files: "2023.csv"}
          - {id: "2024", fieldwork: [2024-09-01, 2024-10-01], files: "2024.csv"}
        indicators:
          - use: smoking-current

        """;

    private string _folder = "";

    [SetUp]
    public void MakeFiles()
    {
        _folder = Directory.CreateTempSubdirectory("survey-verdicts-").FullName;
        foreach ((string wave, int smokers) in new[] { ("2023", 24), ("2024", 18) })
            File.WriteAllLines(Path.Combine(_folder, $"{wave}.csv"), ["village,age,smoke,p", .. from village in Enumerable.Range(0, 10) from person in Enumerable.Range(0, 80) select $"{100 + village},{15 + person * 7 % 55},{(person < smokers + village % 3 ? 1 + person % 2 : 3)},0.01"]);
    }

    [TearDown]
    public void RemoveFiles() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void FiguresAreThoseOfTheLibrary()
    {
        StudyIndicators indicators = Estimated("");
        Table[] tables = [.. new[] { "2023", "2024" }.Select(wave => Table.Read(Path.Combine(_folder, $"{wave}.csv")))];
        SurveyDesign[] designs = [.. tables.Select(table => new SurveyDesign(table.With("w", 1 / (Expr)Expr.Col("p")), "w", clusters: "village"))];
        Change change = new Waves(true, ("2023", designs[0]), ("2024", designs[1])).Where(Expr.Parse("age between 15 and 69")).Change(Statistic.Proportion(Expr.Parse("smoke in (1, 2)")));
        Figure after = indicators["smoking-current", "2024"]!.Figure!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(after.Value, Is.EqualTo(change.After.Value).Within(1e-14));
            Assert.That(after.StandardError, Is.EqualTo(change.After.StandardError).Within(1e-14));
            Assert.That(indicators.Changes.Single().Change.Difference.StandardError, Is.EqualTo(change.Difference.StandardError).Within(1e-14));
            Assert.That(indicators.Set.Covariance(0, 1), Is.EqualTo(change.Covariance).Within(1e-16));
            Assert.That(after.Basis.Ages, Is.EqualTo(new AgeRange(15, 69)), "a survey of 15 to 69 has no figure of everyone from 15 on");
        }
    }

    [Test]
    public void ASurveyOf15To69IsNotJudgedByATargetOf15AndOver()
    {
        const string Targets = """
            targets:
              - {id: a, indicator: smoking-current, age: 15+, rule: {fallsByPercent: 10, since: lastYear}}
              - {id: b, indicator: smoking-current, age: 15+, rule: {fallsByPercent: 10, since: lastYear}}
            waivers:
              - {target: b, difference: age, reason: 方案未界定}
            """;
        StudyVerdicts verdicts = Judged(Targets);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(verdicts["a"].Verdict.ToText(Language.Chinese), Is.EqualTo("本次调查为15～69岁，方案为15岁以上，未作换算，暂不评定（如经评估组同意按15～69岁比较，可在研究文件中登记后重新判定）。"));
            Assert.That(verdicts["b"].Verdict.Published, Is.EqualTo(PublishedVerdict.Met));
            Assert.That(verdicts["b"].Verdict.Waived.Single().Waiver.Reason, Is.EqualTo("方案未界定"));
        }
    }

    [Test]
    public void AWaveThatIsOnlyPublishedCanBeTheBase()
    {
        const string Targets = """
            published:
              - {indicator: smoking-current, wave: "2022", value: 30.00 %, interval: [27.00 %, 33.20 %], age: 15-69, document: 通报}
              - {indicator: smoking-current, wave: "2021", value: 31.00 %, age: 15-69, document: 通报}
            targets:
              - {id: error, indicator: smoking-current, rule: {fallsByPercent: 10, since: "2022"}}
              - {id: none, indicator: smoking-current, rule: {fallsByPercent: 10, since: "2021"}}
              - {id: rows, indicator: smoking-current, rule: {trend: falling}}
            """;
        StudyVerdicts verdicts = Judged(Targets);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(verdicts["error"].Verdict.Confidence, Is.Not.EqualTo(ConfidenceVerdict.NotAssessed));
            Assert.That(verdicts["error"].Verdict.Figures!.Other!.StandardError, Is.EqualTo(0.0158).Within(0.0002));
            Assert.That((verdicts["none"].Verdict.Published, verdicts["none"].Verdict.Confidence), Is.EqualTo((PublishedVerdict.Met, ConfidenceVerdict.NotAssessed)));
            Assert.That(verdicts["rows"].Verdict.Arms, Has.Count.EqualTo(3), "published waves stand in the order of years");
        }
    }

    [Test]
    public void RecordsAreJudgedByCounts()
    {
        const string Targets = """
            indicators:
              - use: smoking-current
              - {id: green, zh: 人均公园绿地, source: administrative, better: higher}
            targets:
              - {id: "42", rule: {atLeast: 3, per: 10000}}
              - {id: "8", indicator: green, rule: {allOf: [{atLeast: 12, unit: m2}, {trend: rising}]}}
              - {id: "25", rule: {zeroEvents: true}}
              - {id: "27", rule: {fullCoverage: true}}
            administrative:
              "42": {numerator: 3, denominator: 10000, year: 2024, source: 年报}
              green: [{value: 11.9, unit: m2, year: 2023, source: 住建局}, {value: 12.0, unit: m2, year: 2024, source: 住建局}]
              "25": {count: 1, year: 2024, source: 应急局}
            """;
        StudyVerdicts verdicts = Judged(Targets, Head.Replace("indicators:\n  - use: smoking-current\n", "", StringComparison.Ordinal));
        Assert.That(verdicts.Verdicts.Select(own => own.Verdict.Published), Is.EqualTo(new[] { PublishedVerdict.Met, PublishedVerdict.Met, PublishedVerdict.NotMet, PublishedVerdict.NotAssessed }));
    }

    [TestCase("rule: {atLeast: 85 %}", "{value: 90, year: 2024, source: s}", "the rule asks for a rate, and the record is none; write it such as 85 %, or as numerator and denominator")]
    [TestCase("rule: {about: 85 %, tolerance: 1}", "{value: 90, year: 2024, source: s}", "the rule asks for a rate, and the record is none; write it such as 85 %, or as numerator and denominator")]
    [TestCase("rule: {atLeast: 14, unit: ha}", "{value: 14.6, unit: m2, year: 2024, source: s}", "the rule is in ha, and the record in m2")]
    [TestCase("rule: {atLeast: 3, per: 10000}", "{value: 3.1, year: 2024, source: s}", "the rule is per 10000, and the record has no numerator and denominator")]
    [TestCase("rule: {atLeast: 12}", "{value: 90 %, year: 2024, source: s}", "the record is a rate, and the rule asks for a number")]
    [TestCase("rule: {fullCoverage: true}", "{count: 1, year: 2024, source: s}", "full coverage is of a numerator and a denominator, or of a rate, and the record is neither")]
    public void ARecordOfAnotherUnitIsNotJudged(string rule, string record, string why)
    {
        Verdict verdict = Judged($"targets: [{{id: a, {rule}}}]\nadministrative: {{a: {record}}}\n")["a"].Verdict;
        Assert.That((verdict.Published, verdict.Reasons[0].English), Is.EqualTo((PublishedVerdict.NotAssessed, why)));
    }

    [Test]
    public void OfSeveralReferencesTheOneThatFitsIsTaken()
    {
        const string Targets = """
            references:
              - {indicator: smoking-current, of: province, value: 20.00 %, year: 2024, age: 15+, source: s}
              - {indicator: smoking-current, of: province, value: 25.00 %, year: 2024, age: 15-69, source: s}
            targets: [{id: a, indicator: smoking-current, rule: {below: province}}]

            """;
        Assert.That(Judged(Targets)["a"].Verdict.Published, Is.EqualTo(PublishedVerdict.Met));
    }

    [Test]
    public void ASeriesOfReferencesIsTakenByYear()
    {
        File.WriteAllText(Path.Combine(_folder, "全省.csv"), "年份,数值,来源\n2023,23.00 %,通报\n2024,25.00 %,通报\n");
        Verdict verdict = Judged("references: [{indicator: smoking-current, of: province, series: 全省.csv, age: 15-69}]\ntargets: [{id: a, indicator: smoking-current, rule: {below: province}}]\n")["a"].Verdict;
        Assert.That((verdict.Published, verdict.Figures!.Other!.Value, verdict.Figures.Other.Document), Is.EqualTo((PublishedVerdict.Met, 0.25, "通报")));
    }

    [TestCase("年份,数值\n2024,25\n", "'25' in the column '数值' is no rate with its percent sign; write it such as 31.87 %.")]
    [TestCase("年份,数值\n24,25 %\n", "'24' in the column '年份' is no year; write four digits, such as 2024.")]
    [TestCase("年份,数值\n2024,25 %\n2024,26 %\n", "has the year 2024 twice, again in row 2; each year stands once.")]
    public void ASeriesThatCannotBeReadStopsNothingElse(string series, string message)
    {
        File.WriteAllText(Path.Combine(_folder, "全省.csv"), series);
        StudyVerdicts verdicts = Judged("references: [{indicator: smoking-current, of: province, series: 全省.csv, age: 15-69}]\ntargets: [{id: a, indicator: smoking-current, rule: {below: province}}, {id: b, indicator: smoking-current, rule: {atMost: 50 %}}]\n");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(verdicts.Indicators.Findings.Select(finding => finding.Message), Has.One.EndsWith(message));
            Assert.That(verdicts["a"].Verdict.Published, Is.EqualTo(PublishedVerdict.NotAssessed));
            Assert.That(verdicts["b"].Verdict.Published, Is.EqualTo(PublishedVerdict.Met));
        }
    }

    [Test]
    public void WhereSharedPlacesAreNotSaidChangesAreNotJudged()
    {
        StudyVerdicts verdicts = Judged("targets: [{id: a, indicator: smoking-current, rule: {fallsByPercent: 10, since: lastYear}}, {id: b, indicator: smoking-current, rule: {atMost: 50 %}}]\n", Head.Replace("samePlaces: same", "samePlaces: unknown", StringComparison.Ordinal));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(verdicts["a"].Verdict.Reasons[0].English, Is.EqualTo("it is not known whether the waves went to the same places (design.samePlaces)"));
            Assert.That(verdicts["b"].Verdict.Published, Is.EqualTo(PublishedVerdict.Met));
        }
    }

    [Test]
    public void AnIndicatorSaysWhatItNeeds()
    {
        StudyIndicators indicators = Estimated("", Head.Replace("- use: smoking-current", "- use: smoking-100-cigarettes\n  - use: smoking-daily", StringComparison.Ordinal));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(indicators.Findings.Select(finding => finding.Message), Has.One.EndsWith("the indicator smoking-100-cigarettes is not estimated: it needs a column smoked100 (whether the person has smoked 100 cigarettes or more), which 2023 has not; declare it under columns, or give the indicator an event of its own."));
            Assert.That(indicators["smoking-daily", "2024"]!.Figure, Is.Not.Null);
            Assert.That(indicators["smoking-100-cigarettes", "2024"]!.Missing!.English, Is.EqualTo("it could not be estimated"));
        }
    }

    [Test]
    public void OtherLevelsThanThoseOfTheIndicatorAreSaid()
    {
        StudyIndicators indicators = Estimated("", Head.Replace("{1: daily, 2: some, 3: none}", "{1: 每天, 2: 偶尔, 3: 不吸}", StringComparison.Ordinal));
        Assert.That(indicators.Findings.Select(finding => finding.Message), Has.One.EndsWith("its column smokeNow has none of the levels daily, some, none in 2023, but 每天, 偶尔, 不吸; name its levels so under codes, or give the indicator an event of its own."));
    }

    [Test]
    public void RatiosAndStandardizedRatesGoTheSameWay()
    {
        File.WriteAllText(Path.Combine(_folder, "人口.csv"), "young,人数\ntrue,600\nfalse,400\n");
        StudyIndicators indicators = Estimated("", Head.Replace("- use: smoking-current", "- {use: smoking-current, standardize: {by: \"age < 40 as young\", population: 人口.csv, count: 人数, year: 2020}}\n  - {id: r, numerator: age, denominator: p, better: none, population: \"age > 20\"}", StringComparison.Ordinal));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(indicators["smoking-current", "2024"]!.Estimate!.Statistic, Is.EqualTo("standardized proportion"));
            Assert.That(indicators["smoking-current", "2024"]!.Figure!.Basis.Standard, Is.EqualTo(2020));
            Assert.That(indicators["r", "2024"]!.Estimate!.Statistic, Is.EqualTo("ratio"));
        }
    }

    private StudyIndicators Estimated(string more, string head = Head)
    {
        string file = Path.Combine(_folder, "study.yaml");
        File.WriteAllText(file, head + more);
        return Study.Read(file).Load().Estimate();
    }

    private StudyVerdicts Judged(string more, string head = Head) => Estimated(more, head).Judge();
}
