namespace Survey.Engines.Tests;

internal sealed class TableNameTests
{
    [TestCase("people", "people")]
    [TestCase("public.people", "public|people")]
    [TestCase("\"odd.name\".\"t\"", "odd.name|t")]
    [TestCase("\"a\"\"b\"", "a\"b")]
    [TestCase("a.\"b c\".Übung", "a|b c|Übung")]
    [TestCase("x; DROP TABLE y", "x; DROP TABLE y")]
    public void NamesAreReadInParts(string text, string parts) =>
        Assert.That(TableName.Parse(text).Parts, Is.EqualTo(parts.Split('|')));

    [TestCase("", "has an empty part")]
    [TestCase(".", "has an empty part")]
    [TestCase("a.", "has an empty part")]
    [TestCase(".a", "has an empty part")]
    [TestCase("a..b", "has an empty part")]
    [TestCase("\"\"", "has an empty part")]
    [TestCase("\"a", "has a quote that is not closed")]
    [TestCase("\"a\"b", "goes on behind a closing quote")]
    [TestCase("a\"b", "has a quote, or a character that no name has, in the middle of a part")]
    [TestCase("a\0b", "in the middle of a part")]
    [TestCase("a.b.c.d", "has 4 parts")]
    public void OthersAreRefused(string text, string what) =>
        Assert.That(Assert.Throws<SurveyDataException>(() => TableName.Parse(text))!.Message, Does.Contain(what));
}
