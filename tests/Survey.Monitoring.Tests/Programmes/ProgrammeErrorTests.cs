namespace Survey.Monitoring.Tests.Programmes;

/// <summary>Everything that may be wrong in a programme file: a sentence with line and column, and nothing is guessed.</summary>
public class ProgrammeErrorTests
{
    [Test]
    public void TheSmallProgrammeIsReadAsItStands()
    {
        Programme programme = ProgrammeText.Read(ProgrammeText.Small);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(programme.Parts.Select(part => (part.Id, part.Phase, part.Points)), Is.EqualTo(new (string, string, decimal?)[] { ("1", "start", 1), ("2", "main", 1), ("3", "main", 1), ("4.1", "main", 1), ("4.2", "main", 2) }));
            Assert.That(programme["2"]!.Figures.Select(own => own.Id), Is.EqualTo(new[] { "2a" }));
            Assert.That(programme["4.1"]!.Quote, Is.EqualTo("丁"));
        }
    }

    // names that are defined elsewhere in the file
    [TestCase("units: [health]", "units: [helth]", "line 17, column 77: items[1].units names 'helth', which is no unit; did you mean 'health'?")]
    [TestCase("units: [health]", "units: [police]", "line 17, column 77: items[1].units names 'police', which is no unit; name one of health.")]
    [TestCase("phase: start,", "phase: strat,", "line 17, column 62: items[1].phase names 'strat', which is no phase; did you mean 'start'?")]
    [TestCase("mainPhase: main", "mainPhase: middle", "line 11, column 12: mainPhase names 'middle', which is no phase; name one of start, main.")]
    [TestCase("{no: \"1\", dimension: \"1\"", "{no: \"1\", dimension: \"2\"", "line 17, column 26: items[1].dimension names '2', which is no dimension; name one of 1.")]
    [TestCase("{prerequisite: \"1\"}", "{prerequisite: \"9\"}", "line 18, column 5: a prerequisite of items[2] names '9', which is no other part; name one of 1, 3, 4.1, 4.2.")]
    [TestCase("{prerequisite: \"1\"}", "{prerequisite: \"2\"}", "line 18, column 5: a prerequisite of items[2] names '2', which is no other part; name one of 1, 3, 4.1, 4.2.")]
    [TestCase("{prerequisite: \"1\"}", "{prerequisite: \"4\"}", "line 18, column 5: a prerequisite of items[2] names '4', which is no other part; name one of 1, 3, 4.1, 4.2.")]
    // choices
    [TestCase("quote: 城市达95%, for", "for", "line 13, column 11: choices.sewage has no key 'quote'; add it (the clause, word for word).")]
    [TestCase("for: [\"3\"]", "for: [\"7\"]", "line 13, column 53: choices.sewage.for names '7', which is no part; name one of 1, 2, 3, 4.1, 4.2.\nline 19, column 5: items[3] rests on the choice 'sewage', and choices.sewage does not list 3; add it there, with the quote that leaves it open.")]
    [TestCase("for: [\"3\"]", "for: [\"1\"]", "line 19, column 5: items[3] rests on the choice 'sewage', and choices.sewage does not list 3; add it there, with the quote that leaves it open.")]
    [TestCase("choices:\n  sewage: {zh: 污水, en: Sewage, quote: 城市达95%, for: [\"3\"]}\n", "", "line 17, column 5: items[3] rests on the choice 'sewage', and choices.sewage does not list 3; add it there, with the quote that leaves it open.")]
    [TestCase("  sewage: {zh", "  sewag: {zh", "line 13, column 3: there is no key 'sewag' in choices; did you mean 'sewage'?")]
    [TestCase("rule: {fullCoverage: true}", "rule: {about: 65 %}", "line 26, column 9: items[4].parts[1] rests on the choice 'tolerance', and choices.tolerance does not list 4.1; add it there, with the quote that leaves it open.")]
    [TestCase("source: review, rule", "indicator: literacy, age: adults, source: survey, rule", "line 17, column 5: items[1] rests on the choice 'adults', and choices.adults does not list 1; add it there, with the quote that leaves it open.")]
    // ids
    [TestCase("no: \"4\"", "{no: \"3\", dimension: \"1\", zh: 戊, en: E, quote: 戊, points: 1, source: review, rule: {reviewed: true}}\n  - no: \"4\"", "line 20, column 5: items[4] has the number '3', as items[3] has; give each number once.")]
    [TestCase("no: \"4\"", "{no: \"2a\", dimension: \"1\", zh: 戊, en: E, quote: 戊, points: 1, source: review, rule: {reviewed: true}}\n  - no: \"4\"", "line 20, column 5: items[4] has the number '2a', as items[2] has; give each number once.")]
    [TestCase("no: \"2\"", "no: \"4.1\"", "line 26, column 9: items[4].parts[1] has the number '4.1', as items[2] has; give each number once.")]
    [TestCase("mainPhase", "  - {id: main, zh: 再推进, en: Again, from: 2024-11, to: 2024-12}\nmainPhase", "line 11, column 5: calendar[3] has the id 'main', as calendar[2] has; give each id once.")]
    [TestCase("  - {id: \"1\", zh: 一, en: One}", "  - {id: \"1\", zh: 一, en: One}\n  - {id: \"1\", zh: 二, en: Two}", "line 16, column 5: dimensions[2] has the id '1', as dimensions[1] has; give each id once.")]
    // points
    [TestCase("units: [health], points: 1, ", "units: [health], ", "line 17, column 5: items[1] has no points, and other items have; add points.")]
    [TestCase("{zh: 丁一, en: D one, points: 1, ", "{zh: 丁一, en: D one, ", "line 26, column 9: items[4].parts[1] has no points, and other items have; add points.")]
    [TestCase("quote: 丁\n", "quote: 丁\n    points: 3\n", "line 25, column 5: items[4] has parts and 'points' beside them, which would be lost; write it in each part that it is of.")]
    [TestCase("units: [health], points: 1", "units: [health], points: -1", "line 17, column 94: items[1].points is -1; write a number above 0.")]
    // calendar
    [TestCase("to: 2023-12", "to: 2023-06", "line 9, column 5: calendar[1] ends in 2023-06, before it begins in 2023-07; correct one of the two.")]
    [TestCase("to: 2023-12", "to: 2023-13", "line 9, column 55: calendar[1].to '2023-13' is not a month such as 2024-08; write year and month as 2024-08.")]
    // rules and figures
    [TestCase("figures: {a: {zh: 面积, en: Area}}", "figures: {a: {zh: 面积, en: Area}, b: {zh: 覆盖率, en: Coverage}}", "line 18, column 192: items[2].figures has 'b', which no rule of it names; add it to a rule as indicator, or remove it.")]
    [TestCase(", figures: {a: {zh: 面积, en: Area}}", "", "line 18, column 153: items[2].rule.allOf[2].indicator names 'a', which is no letter of figures and no indicator that is known by its name; list it under figures.")]
    [TestCase("{atLeast: 95 %}", "{atleast: 95 %}", "line 19, column 117: there is no key 'atleast' in items[3].rule.byChoice.sewage.city; did you mean 'atLeast'?")]
    [TestCase("source: review, rule: {reviewed: true}", "source: review", "line 17, column 5: items[1] has neither rule nor parts; add one of them.")]
    [TestCase("source: review, ", "", "line 17, column 97: items[1] has 'rule', but no source; add what is missing.")]
    [TestCase("rule: {fullCoverage: true}", "rule: {atLeast: 3, since: lastYear}", "line 26, column 76: items[4].parts[1].rule has 'since', which goes with risesByPercent or fallsByPercent or risesByPoints or fallsByPoints; remove it.")]
    [TestCase("{atLeast: 3, unit: m2, indicator: a}", "{inEveryTown: {atLeast: 3, unit: m2, indicator: a}}", "line 18, column 5: items[2] asks every town for several figures; make a part of each.")]
    [TestCase("source: review, rule", "age: adult, source: review, rule", "line 17, column 102: items[1].age 'adult' is not a range of ages; write the first and the last age as 15-69, or 60+, or adults or elderly where that is a choice.")]
    [TestCase("source: records, rule: {fullCoverage: true}}", "source: paper, rule: {fullCoverage: true}}", "line 26, column 48: items[4].parts[1].source 'paper' is not one of survey, records, measurement, review; write one of these.")]
    public void IsSaidInASentenceWithItsPlace(string old, string changed, string expected) => Assert.That(ProgrammeText.ErrorOf(ProgrammeText.With(old, changed)), Is.EqualTo(expected));
}
