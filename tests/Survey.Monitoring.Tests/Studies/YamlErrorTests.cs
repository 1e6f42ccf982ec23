namespace Survey.Monitoring.Tests.Studies;

/// <summary>What is no YAML, or YAML that is hard to read by eye.</summary>
public class YamlErrorTests
{
    [TestCase("as: text}", "as: text, as: text}", "line 7, column 28: the key 'as' stands here a second time, after line 7 (full width and half width count as the same); remove one of the two.")]
    [TestCase("title: {zh: 示例}", "title: &t {zh: 示例}", "line 2, column 8: &t is an anchor of YAML, which is not read here; remove it, or put the text in double quotes if & belongs to it.")]
    [TestCase("title: {zh: 示例}", "title: *t", "line 2, column 8: *t begins with *, by which YAML repeats another part of the file, which is not read here; put the text in double quotes, or write that part out.")]
    [TestCase("title: {zh: 示例}", "title: {zh: !!str 示例}", "line 2, column 13: a tag of YAML (!!str) is not read here; remove it, or put the text in double quotes if ! belongs to it.")]
    [TestCase("format: 1", "---\nformat: 1\n---", "line 3, column 1: a second document begins here; keep one study in a file, without a line ---.")]
    [TestCase("title: {zh: 示例}", "? {zh: 示例}\n: x", "line 2, column 3: a list or a map stands where a key belongs; write a text, in double quotes if it has brackets.")]
    [TestCase("  id: {from", "\tid: {from", "line 7, column 1: the line is indented with a tab, whose width nobody knows; write blanks in its place.")]
    [TestCase("title: {zh: 示例}", "title: {zh: 示例", "line 2, column 9: this is no YAML (brackets and colons do not match); look here and one line above for a colon without a blank behind it, a bracket or quote that is not closed, or a wrong indent, and put texts with signs such as : # { [ % @ in double quotes.")]
    [TestCase("title: {zh: 示例}", "title: {zh: “示例”: x}", "line 2, column 17: this is no YAML (while parsing a flow mapping, did not find expected ',' or '}'); write '\"' for the full-width '“' in line 2, or put the text it belongs to in double quotes.")]
    [TestCase("files: 数据/*.csv", "files: *.csv", "line 23, column 12: *.csv begins with *, by which YAML repeats another part of the file, which is not read here; put the text in double quotes, or write that part out.")]
    [TestCase("  sex: {from: 性别,", "  sex: {from: 性别，x: 1,", "line 9, column 19: this is no YAML (while parsing a flow mapping, did not find expected ',' or '}'); write ',' for the full-width '，' in line 9, or put the text it belongs to in double quotes.")]
    [TestCase("  id: {from: 编号, as: text}", "  id: {from: 编号, as: text}}", "line 7, column 27: this is no YAML (while parsing a block mapping, did not find expected key); look here and one line above for a colon without a blank behind it, a bracket or quote that is not closed, or a wrong indent, and put texts with signs such as : # { [ % @ in double quotes.")]
    [TestCase("codes: {1: 男, 2: 女}", "codes: {1: 男, １: 女}", "line 9, column 33: the key '１' stands here a second time, after line 9 (full width and half width count as the same); remove one of the two.")]
    [TestCase("reason: 年龄不足", "reason: \"未答", "line 34, column 66: this is no YAML (while parsing a flow mapping, did not find expected ',' or '}'); look here and one line above for a colon without a blank behind it, a bracket or quote that is not closed, or a wrong indent, and put texts with signs such as : # { [ % @ in double quotes.")]
    [TestCase("title: {zh: 示例}", "title: {zh: 示例}\n\tx: 1", "line 3, column 1: the line is indented with a tab, whose width nobody knows; write blanks in its place.")]
    [TestCase("files: 数据/*.csv", "files: \"*.csv", "line 23, column 12: this is no YAML (while scanning a multi-line double-quoted scalar, found wrong indentation); look here and one line above for a colon without a blank behind it, a bracket or quote that is not closed, or a wrong indent, and put texts with signs such as : # { [ % @ in double quotes.")]
    [TestCase("title: {zh: 示例}", "a: [1, 2\ntitle: {zh: 示例}", "line 2, column 5: this is no YAML (brackets and colons do not match); look here and one line above for a colon without a blank behind it, a bracket or quote that is not closed, or a wrong indent, and put texts with signs such as : # { [ % @ in double quotes.")]
    public void IsSaidInASentenceWithItsPlace(string old, string changed, string expected) =>
        Assert.That(StudyText.ErrorOf(StudyText.With(old, changed)), Is.EqualTo(expected));

    [TestCase("")]
    [TestCase("# nothing but a comment\n")]
    [TestCase("---\n")]
    [TestCase("...\n")]
    public void AnEmptyFileIsSaidToBeEmpty(string text) =>
        Assert.That(StudyText.ErrorOf(text), Is.EqualTo("line 1, column 1: the file is empty; a study begins with the line 'format: 1'."));

    [TestCase("just a text", "line 1, column 1: a study is the text 'just a text', but should be a map (key: value, a line each or in { }); write it so.")]
    [TestCase("- a\n- b\n", "line 1, column 1: a study is a list, but should be a map (key: value, a line each or in { }); write it so.")]
    public void AFileThatIsNoMapIsRefused(string text, string expected) => Assert.That(StudyText.ErrorOf(text), Is.EqualTo(expected));

    [Test]
    public void DeepNestingIsRefusedAtOnce() =>
        Assert.That(StudyText.ErrorOf("a: " + new string('[', 1_000_000)), Is.EqualTo("line 1, column 53: lists and maps nest more than 50 deep here; look for a bracket that is never closed."));

    [Test]
    public void ADocumentMayBeginAndEndWithItsMarks() => Assert.That(StudyText.Read("---\n" + StudyText.Small + "...\n").Waves, Has.Count.EqualTo(2));
}
