namespace Survey.Monitoring.Tests.Studies;

/// <summary>Columns whose keys do not fit together, and names that are none.</summary>
public class ColumnErrorTests
{
    [TestCase("\"age >= 60\"", "\"agee >= 60\"", "line 11, column 17: columns.old.derive names 'agee', which is no column of the study; did you mean 'age'?")]
    [TestCase("\"age >= 60\"", "\"old + 1 > 3\"", "line 11, column 3: the column old is made of itself (old of old); make one of these of other columns.")]
    [TestCase("key: [wave, village]", "key: [drawn]", "line 18, column 5: the column drawn is made of itself (drawn of drawn); make one of these of other columns.")]
    [TestCase("  old: {derive", "  1old: {derive", "line 11, column 3: '1old' in columns cannot be the name of a column; begin with a letter, go on with letters, digits, _ and ., and take no word of expressions (and, or, not, in, between, is, missing, null, case, when, then, else, end, true, false, as).")]
    [TestCase("  old: {derive", "  case: {derive", "line 11, column 3: 'case' in columns cannot be the name of a column; begin with a letter, go on with letters, digits, _ and ., and take no word of expressions (and, or, not, in, between, is, missing, null, case, when, then, else, end, true, false, as).")]
    [TestCase("  old: {derive", "  status: {derive", "line 11, column 3: 'status' in columns is the name of a column that every study makes by itself; give it another name.")]
    [TestCase("  old: {derive", "  Q1: {derive", "line 11, column 3: 'Q1' in columns is the name of a column that every study makes by itself; give it another name.")]
    [TestCase("  old: {derive", "  person: {derive", "line 5, column 31: there is another column 'person' already; give one of the two another name.")]
    [TestCase("columns: {drawn: 抽取}", "columns: {sex: 抽取}", "line 18, column 51: there is another column 'sex' already; give one of the two another name.")]
    [TestCase("from: 编号, as: text", "from: 编号", "line 7, column 3: columns.id does not say what it holds; add 'as: text', 'as: code', 'as: number', 'as: date', 'as: flag' or 'as: multiple', or the codes or levels of a category.")]
    [TestCase("from: 编号, as: text", "from: 编号, as: text, digits: 3", "line 7, column 28: columns.id has 'digits', which a column 'as: text' has no use for; remove it or change 'as'.")]
    [TestCase("from: 日期, as: date", "from: 日期, as: date, codes: {1: 2}", "line 12, column 29: columns.day has 'codes', which a column 'as: date' has no use for; remove it or change 'as'.")]
    [TestCase("as: number, missing: [99]", "as: number, formats: excel", "line 10, column 31: columns.age has 'formats', which a column 'as: number' has no use for; remove it or change 'as'.")]
    [TestCase("{derive: \"age >= 60\"}", "{derive: \"age >= 60\", codes: {1: a}}", "line 11, column 30: columns.old has 'codes', which a derived column has no use for; remove it.")]
    [TestCase("as: multiple, options: {A: 电视, B: 报纸}", "as: multiple", "line 14, column 3: columns.channel is multiple, but has no options; add them, such as options: {A: ..., B: ...}.")]
    [TestCase("columns: \"{item}({option})\"}}", "columns: \"{item}\"}}", "line 14, column 82: columns.channel.multiple.columns '{item}' has no {option}; write {option} where the option stands in the heading.")]
    [TestCase("columns: \"{item}({option})\"}}", "columns: \"{item}({option})\", separators: \"、\"}}", "line 14, column 102: columns.channel.multiple has columns and separators, but options that have a column each are not joined; keep one of the two.")]
    [TestCase("labels: {男: M, 女: F}", "labels: {男: M, 女士: F}", "line 9, column 55: columns.sex.labels: '女士' is not among the levels; did you mean '女'?")]
    [TestCase("labels: {男: M, 女: F}", "labels: [M, F, X]", "line 9, column 48: columns.sex.labels has 3 texts for 2 levels (男, 女); write one for each.")]
    [TestCase("levels: [responded, refused]", "levels: [responded, refusd]", "line 15, column 47: columns.result.codes: 'refused' is not among the levels (responded, refusd); did you mean 'refusd'?\nline 32, column 25: response.disposition names 'result', which has the level 'refusd' (line 15); give it codes with the levels responded, refused, not found, ineligible, unknown.")]
    [TestCase("{1: \"true\", 2: \"false\"}", "{1: \"yes\", 2: \"false\"}", "line 13, column 43: columns.smokes.codes: 'yes' is neither true nor false; write one of these.")]
    [TestCase("missing: [99]", "missing: [99], codes: {99: 12}", "line 10, column 54: columns.age says what '99' stands for, but its own 'missing' has it too; keep one of the two.")]
    [TestCase("missing: [\"\", -3]", "missing: [\"\", -3, 1]", "line 9, column 27: columns.sex says what '1' stands for, but the study's 'missing' has it too; keep one of the two.\nline 13, column 40: columns.smokes says what '1' stands for, but the study's 'missing' has it too; keep one of the two.\nline 15, column 30: columns.result says what '1' stands for, but the study's 'missing' has it too; keep one of the two.")]
    [TestCase("smokes: {from: 吸烟, as: flag", "smokes: {from: 吸烟, labels: [a, b], as: flag", "line 13, column 22: columns.smokes has 'labels', which a column 'as: flag' has no use for; remove it or change 'as'.")]
    [TestCase("codes: {1: 男, 2: 女}", "codes: {1: 男, 2: 女}, unit: a", "line 9, column 40: columns.sex has 'unit', which a column 'as: category' has no use for; remove it or change 'as'.")]
    [TestCase("as: number, missing", "as: number, codes: {一: one}, missing", "line 10, column 42: columns.age.codes: 'one' is not a number; write digits, or change 'as'.")]
    [TestCase("options: {A: 电视, B: 报纸}", "options: {A: 电视, B: 报纸}, codes: {x: C}", "line 14, column 73: columns.channel.codes: 'C' is not among the options; add it to options, or correct it.")]
    [TestCase("\"age >= 60\"", "\"smokes2 = 1\"", "line 11, column 17: columns.old.derive names 'smokes2', which is no column of the study; did you mean 'smokes'?")]
    [TestCase("old: {derive: \"age >= 60\"}", "old: {derive: \"b\"}\n  b: {derive: \"old\"}\n  c: {derive: \"b\"}", "line 11, column 3: the column old is made of itself (old of b of old); make one of these of other columns.")]
    [TestCase("columns: {drawn: 抽取}", "columns: {drawn: 抽取}, waves: [\"2023\"]}\n  - {file: 村2.csv, key: village, columns: {drawn: 抽取}", "line 19, column 44: there is another column 'drawn' already; give one of the two another name.")]
    public void IsSaidInASentenceWithItsPlace(string old, string changed, string expected) =>
        Assert.That(StudyText.ErrorOf(StudyText.With(old, changed)), Is.EqualTo(expected));
}
