namespace Survey.Monitoring.Tests.Studies;

/// <summary>Waves, rules and personal data that do not fit the columns.</summary>
public class RuleErrorTests
{
    [TestCase("2023-09-04", "2024-09-04", "line 22, column 16: waves[1].fieldwork ends on 2023-10-20, before it begins on 2024-09-04; write the first day first.\nline 26, column 5: waves[2] (2024) began before the wave 2023 above it; write the earliest wave first.")]
    [TestCase("key: [wave, village]", "key: [wave, vilage]", "line 18, column 31: lookups[1].key names 'vilage', which is no column of the study; did you mean 'village'?")]
    [TestCase("from: 年龄", "from: [年龄, 姓名]", "line 10, column 20: columns.age.from has '姓名', which personalData.drop forbids to read; remove it from one of the two.")]
    [TestCase("{from: 周岁}", "{from: 姓名}", "line 30, column 27: waves[2].columns.age.from has '姓名', which personalData.drop forbids to read; remove it from one of the two.")]
    [TestCase("{from: 身份证号, as", "{from: 证件号, as", "line 5, column 21: personalData.pseudonym.from has '证件号', which personalData.drop has not, so that the number itself could be read; add it to drop.")]
    [TestCase("by: day}", "}", "line 25, column 17: waves[1].duplicates does not say by which column a row is last; add 'by' with a column of numbers, dates or moments.")]
    [TestCase("by: day}", "by: dag}", "line 25, column 43: waves[1].duplicates.by names 'dag', which is no column of the study; did you mean 'day'?")]
    [TestCase("by: day}", "by: sex}", "line 25, column 43: waves[1].duplicates.by names 'sex', which has no order of first and last; name a number, a date, or a text such as the moment of sending.")]
    [TestCase("then: last, by", "then: fail, by", "line 25, column 39: waves[1].duplicates has 'by', which 'then: fail' has no use for; remove it, or write 'then: first' or 'then: last'.")]
    [TestCase("key: id", "key: idd", "line 25, column 23: waves[1].duplicates.key names 'idd', which is no column of the study; did you mean 'id'?")]
    [TestCase("id: \"2024\"", "id: \"2023\"", "line 26, column 5: waves[2] has the id '2023', as the wave in line 21 has; give each wave an id of its own.\nline 34, column 66: eligibility[1].waves names '2024', which is no wave; did you mean '2023'?")]
    [TestCase("{age: {from: 周岁}}", "{agee: {from: 周岁}}", "line 30, column 15: waves[2].columns has 'agee', which is no column of the study; did you mean 'age'?")]
    [TestCase("{age: {from: 周岁}}", "{age: {from: 周岁, derive: \"1\"}}", "line 30, column 31: waves[2].columns.age has from and derive, which exclude each other; keep one of them.")]
    [TestCase("{age: {from: 周岁}}", "{old: {absent: true}}", "line 30, column 21: waves[2].columns.old is derived and cannot be absent; it is missing where the columns that it is made of are.")]
    [TestCase("{age: {from: 周岁}}", "{age: {absent: maybe}}", "line 30, column 29: waves[2].columns.age.absent 'maybe' is not known; the only one there is is true.")]
    [TestCase("[姓名, 身份证号]", "[姓名, 身份证号]\n  keep: [住址]", "line 5, column 10: personalData.keep names '住址', which is no column of the study; its columns are id, village, sex, age, old, day, smokes, channel, result, channel.A, channel.B, drawn, person, unanswered.")]
    [TestCase("{age: {from: 周岁}}", "{age: {as: text}}", "line 30, column 25: waves[2].columns.age holds another type than in the study (line 10), so that waves could not be compared; leave 'as' out, or declare a column of its own for this.")]
    [TestCase("    answers: {columns: \"Q{item}\", options: letters}\n", "", "line 21, column 5: waves[1] does not say how the answers to the instrument are written; add 'answers', such as answers: {columns: \"Q{item}\", options: letters}.")]
    [TestCase("instrument: {use: national-50, items: 题目.csv}\n", "", "line 23, column 5: waves[1] has answers, but the study has no instrument; declare the instrument, or remove answers.\nline 30, column 5: waves[2] has answers, but the study has no instrument; declare the instrument, or remove answers.")]
    [TestCase("\"Q{item}\"", "\"Q\"", "line 24, column 24: waves[1].answers.columns 'Q' has no {item}; write {item} where the item stands in the heading.")]
    [TestCase("\"Q{item}\"", "\"Q{itm}\"", "line 24, column 24: waves[1].answers.columns 'Q{itm}' has no {item}; write {item} where the item stands in the heading.\nline 24, column 24: waves[1].answers.columns has {itm}, which stands for nothing; did you mean '{item}'?")]
    [TestCase("\"Q{item}\"", "\"Q{item}{option}\"", "line 24, column 24: waves[1].answers.columns has {option}, which stands for nothing; write {item}.")]
    [TestCase("disposition: result", "disposition: sex", "line 32, column 25: response.disposition names 'sex', which has the level '男' (line 9); give it codes with the levels responded, refused, not found, ineligible, unknown.")]
    [TestCase("disposition: result", "disposition: age", "line 32, column 25: response.disposition names 'age', which is no category (line 10); give it codes with the levels responded, refused, not found, ineligible, unknown.")]
    [TestCase("by: village}", "by: vilage}", "line 32, column 37: response.by names 'vilage', which is no column of the study; did you mean 'village'?")]
    [TestCase("by: village}", "by: village, drawn: drwn}", "line 32, column 46: response has disposition and drawn, but where each person drawn has a row these are counted; keep one of the two.\nline 32, column 53: response.drawn names 'drwn', which is no column of the study; did you mean 'drawn'?\nline 32, column 53: response.drawn names 'drwn', which no lookup brings; name the column of a register of places under lookups.")]
    [TestCase("by: village}", "by: drawn}", "line 32, column 37: response.by names 'drawn', which is a column of the response table itself; give the column of places another name.")]
    [TestCase("waves: \"2024\"", "waves: 2025", "line 34, column 66: eligibility[1].waves names '2025', which is no wave; did you mean '2023'?")]
    [TestCase("\"age >= 15\"", "\"Q1 = 1 and R1 = 2\"", "line 34, column 12: eligibility[1].keep names 'R1', which is no column of the study; its columns are id, village, sex, age, old, day, smokes, channel, result, channel.A, channel.B, drawn, person, unanswered.")]
    [TestCase("\"age >= 15\"", "\"unansered <= 10\"", "line 34, column 12: eligibility[1].keep names 'unansered', which is no column of the study; did you mean 'unanswered'?")]
    [TestCase("strata: sex", "strata: sexx", "line 35, column 18: design.strata names 'sexx', which is no column of the study; did you mean 'sex'?")]
    [TestCase("clusters: village", "clusters: [village, 乡]", "line 35, column 43: design.clusters names '乡', which is no column of the study; its columns are id, village, sex, age, old, day, smokes, channel, result, channel.A, channel.B, drawn, person, unanswered.")]
    [TestCase("{from: 周岁}", "{from: 周岁, codes: {1: 2}}, sex: {codes: {1: 女, 2: 男性}}", "line 30, column 70: waves[2].columns.sex.codes: '男性' is not among the levels (男, 女); did you mean '男'?")]
    [TestCase("[姓名, 身份证号]", "[姓名, 身份证号]\n  keep: [姓名]", "line 5, column 10: '姓名' is in personalData.keep and in personalData.drop; remove it from one of the two.")]
    public void IsSaidInASentenceWithItsPlace(string old, string changed, string expected) =>
        Assert.That(StudyText.ErrorOf(StudyText.With(old, changed)), Is.EqualTo(expected));
}
