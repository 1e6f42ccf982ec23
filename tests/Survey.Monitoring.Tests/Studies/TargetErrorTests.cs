namespace Survey.Monitoring.Tests.Studies;

/// <summary>Everything that may be wrong where a study says what it estimates and is judged by: a sentence with line and column, and nothing is guessed.</summary>
public class TargetErrorTests
{
    // stands on line 38
    private const string Indicators = "indicators: [{use: literacy}, {id: x, event: smokes, better: none}, {id: green, source: administrative, better: higher}]";

    [TestCase("targets: [{id: a, indicator: literacy, rule: {atLeast: 25}}]", "targets[1].rule asks for 25, and literacy is a rate; write it with its percent sign, such as 25 %.")]
    [TestCase("targets: [{id: a, indicator: literacy, rule: {about: 20, tolerance: 1}}]", "targets[1].rule asks for 20, and literacy is a rate; write it with its percent sign, such as 20 %.")]
    [TestCase("targets: [{id: a, indicator: literacy, rule: {atLeast: 132 %}}]", "targets[1].rule asks for 132 %, and literacy is a rate from 0 % to 100 %; correct the number.")]
    [TestCase("targets: [{id: a, indicator: literacy, rule: {risesByPercent: 20, since: \"2024\"}}]", "targets[1].rule.since is 2024, and the wave that is judged is 2024; name an earlier wave.")]
    [TestCase("targets: [{id: a, indicator: literacy, wave: \"2023\", rule: {risesByPercent: 20, since: \"2024\"}}]", "targets[1].rule.since is 2024, and the wave that is judged is 2023; name an earlier wave.")]
    [TestCase("targets: [{id: a, indicator: literacy, rule: {risesByPercent: 20}}]", "line 39, column 47: targets[1].rule has 'risesByPercent', but no since; add what is missing.")]
    [TestCase("targets: [{id: a, indicator: literacy, rule: {risesByPercent: 20 %, since: lastYear}}]", "line 39, column 63: targets[1].rule.risesByPercent '20 %' is not a number; write digits, with a decimal point if need be, such as 14.6.")]
    [TestCase("targets: [{id: a, indicator: literacy, rule: {risesByPercent: 20, since: lastyear}}]", "line 39, column 74: targets[1].rule.since names 'lastyear', which is no wave; did you mean 'lastYear'?")]
    [TestCase("targets: [{id: a, indicator: literacy, rule: {risesByPercent: 20, since: \"2025\"}}]", "line 39, column 74: targets[1].rule.since names '2025', which is no wave; did you mean '2023'?")]
    [TestCase("targets: [{id: a, indicator: literacy, rule: {fallsByPercent: -10, since: lastYear}}]", "line 39, column 63: targets[1].rule.fallsByPercent is -10; write a number above 0 and at most 100, such as 20.")]
    [TestCase("targets: [{id: a, indicator: literacy, rule: {above: province, below: province}}]", "line 39, column 46: targets[1].rule has above and below, which exclude each other; keep one of them.")]
    [TestCase("targets: [{id: a, indicator: literacy, rule: {}}]", "line 39, column 46: targets[1].rule has neither atLeast nor moreThan nor")]
    [TestCase("targets: [{id: a, indicator: litracy, rule: {above: province}}]", "line 39, column 30: targets[1].indicator names 'litracy', which is no indicator of the study; did you mean 'literacy'?")]
    [TestCase("targets: [{id: a, rule: {above: province}}]", "line 39, column 25: targets[1].rule says of no indicator that it must be so; add indicator to the target.")]
    [TestCase("targets: [{id: a, indicator: literacy, rule: {about: 20 %}}]", "line 39, column 47: targets[1].rule has 'about', but no tolerance; add what is missing.")]
    [TestCase("targets: [{id: a, indicator: literacy, rule: {above: province, since: lastYear}}]", "line 39, column 64: targets[1].rule has 'since', which goes with risesByPercent or fallsByPercent or risesByPoints or fallsByPoints; remove it.")]
    [TestCase("targets: [{id: a, indicator: x, rule: {noWorseThan: lastYear}}]", "line 39, column 40: targets[1].rule asks that 'x' be no worse, and that indicator says of neither way that it is better; give it better: higher or lower.")]
    [TestCase("targets: [{id: a, indicator: x, rule: {fallsByPoints: [5, 3], since: start}}]", "line 39, column 55: targets[1].rule.fallsByPoints is from 5 to 3; write the least first, such as [3, 5].")]
    [TestCase("targets: [{id: a, rule: {reviewed: true}}, {id: a, rule: {reviewed: true}}]", "line 39, column 44: targets[2] has the id 'a', as another target has; give each an id of its own.")]
    [TestCase("targets: [{id: a, rule: {reviewed: true}}]\nwaivers: [{target: b, difference: age, reason: r}]", "line 40, column 20: waivers[1].target names 'b', which is no target of the study; its targets are a.")]
    [TestCase("targets: [{id: a, rule: {reviewed: true}}]\nreviews: {b: {decision: met, reason: r}}", "line 40, column 11: reviews names 'b', which is no target of the study; its targets are a.")]
    [TestCase("targets: [{id: a, rule: {anyOf: [{allOf: [{atLeast: 3, pre: 1000}]}]}}]", "there is no key 'pre' in targets[1].rule.anyOf[1].allOf[1]; did you mean 'per'?")]
    [TestCase("administrative: {literacy: {value: 30 %, year: 2024, source: s}}", "line 39, column 18: administrative.literacy gives a figure of literacy, which the survey estimates; remove it, or give that indicator source: administrative.")]
    [TestCase("administrative: {green: {numerator: 3, denominator: 0, year: 2024, source: s}}", "line 39, column 53: administrative.green.denominator is 0; write what the numerator is divided by, a number above 0.")]
    [TestCase("administrative: {green: [{value: 3, year: 2024, source: s}, {value: 4, year: 2024, source: s}]}", "line 39, column 61: administrative.green has two figures of 2024; keep one of them.")]
    [TestCase("published: [{indicator: literacy, wave: \"2022\", value: 25 %, document: d}]", "line 39, column 13: published[1] is of the wave '2022', of which the study has no data, and does not say of which ages; add age, such as 15-69.")]
    [TestCase("published: [{indicator: literacy, wave: \"2022\", value: 25 %, interval: [26 %, 30 %], age: 15-69, document: d}]", "line 39, column 72: published[1].interval does not hold the value 25 %; correct one of the two.")]
    [TestCase("published: [{indicator: literacy, wave: \"2022\", value: 25 %, standardError: 1 %, respondents: 900, deff: 1.5, age: 15-69, document: d}]", "line 39, column 13: published[1] gives its error in 2 ways, which may not agree; keep one of interval, standardError and deff.")]
    [TestCase("published: [{indicator: literacy, wave: \"2022\", value: 25, age: 15-69, document: d}]", "line 39, column 56: published[1].value 25 is a rate and needs its percent sign: write 25 %.")]
    public void IsSaidInASentenceWithItsPlace(string section, string expected)
    {
        string text = StudyText.With("judgement: {confidence: 95 %}", $"{Indicators}\n{section}");
        Assert.That(StudyText.ErrorOf(text), Does.Contain(expected));
    }

    [TestCase("{indicator: literacy, of: province, value: 32.10 %, age: 15-69, source: 虚构数据}", "references[1] has 'value', but no year; add what is missing.")]
    [TestCase("{indicator: literacy, of: province, value: 32.10, year: 2024, age: 15-69, source: 虚构数据}", "references[1].value 32.10 is a rate and needs its percent sign: write 32.10 %.")]
    public void AReferenceSaysItsYearAndItsSign(string reference, string expected) =>
        Assert.That(StudyText.ErrorOf(StudyText.With("{indicator: literacy, of: province, value: 32.10 %, year: 2024, age: 15-69, source: 虚构数据}", reference)), Does.EndWith(expected));

    [TestCase("indicators: [{use: literasy}]", "indicators[1].use names 'literasy', which is no indicator that is known by its name; did you mean 'literacy'?")]
    [TestCase("indicators: [{use: literacy}, {use: literacy}]", "indicators[2] is the indicator 'literacy', which stands in the list already; name it once.")]
    [TestCase("indicators: [{use: literacy}, {use: literacy-aspects, event: smokes}]", "indicators[2] uses a group of 3 indicators, which cannot all have one event; remove it, or use them one by one.")]
    [TestCase("indicators: [{use: literacy}, {id: y, event: \"smoks\", better: none}]", "indicators[2].event names 'smoks', which is no column of the study; did you mean 'smokes'?")]
    [TestCase("indicators: [{use: literacy}, {id: y, numerator: age, better: none}]", "indicators[2] has 'numerator', but no denominator; add what is missing.")]
    public void AnIndicatorIsKnownOrDeclared(string section, string expected) => Assert.That(StudyText.ErrorOf(StudyText.With("judgement: {confidence: 95 %}", section)), Does.EndWith(expected));

    [Test]
    public void EveryRuleOfTheDocumentationIsReadAndPrintedInBothLanguages()
    {
        Study study = Study.Read(StudyText.Doc("study.yaml"));
        (string Id, string Chinese, string English)[] rules = [.. study.Evaluation.Targets.Select(target => (target.Id, target.Rule.ToText(Language.Chinese), target.Rule.ToText(Language.English)))];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rules, Does.Contain(("54", "高于全省平均水平或较上一年增加20%", "above the province's average or up 20 % (relative) on last year")));
            Assert.That(rules, Does.Contain(("y1", "较上一年提高不低于1.5个百分点或（达到全市平均水平以上且不低于去年同期水平）", "up at least 1.5 percentage points on last year or (at or above the city's average and not below last year)")));
            Assert.That(rules, Does.Contain(("j1", "较建设之初下降3～5个百分点", "down 3 to 5 percentage points on the start")));
            Assert.That(rules, Does.Contain(("42.1", "每万中不低于3", "at least 3 per 10,000")));
            Assert.That(rules, Does.Contain(("18", "市不低于95%，县不低于85%，区不低于95%", "city: at least 95 %; county: at least 85 %; district: at least 95 %")));
            Assert.That(rules.Select(rule => rule.Chinese).Concat(rules.Select(rule => rule.English)), Is.All.Not.Empty);
        }
    }
}
