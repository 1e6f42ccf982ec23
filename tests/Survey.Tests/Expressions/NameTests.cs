namespace Survey.Tests.Expressions;

/// <summary>Names of columns: of any script as they are, all others in double quotes.</summary>
public sealed class NameTests
{
    [TestCase("age")]
    [TestCase("api.stu")]
    [TestCase("_x1")]
    [TestCase("a.")]
    [TestCase("年龄")]
    [TestCase("健康素养_2024")]
    [TestCase("二〇二四年")]
    [TestCase("Ⅷ")]
    [TestCase("возраст")]
    [TestCase("âge")]
    [TestCase("a\u0302ge")]
    [TestCase("आयु")]
    [TestCase("عمر")]
    [TestCase("𠀀𠮷")]
    [TestCase("x٣")]
    [TestCase("ａｇｅ")]
    [TestCase("inf")]
    [TestCase("abs")]
    [TestCase("if")]
    [TestCase("cut")]
    [TestCase("ending")]
    public void StandsAsItIs(string name) => AssertReadsBack(name, name);

    [TestCase("", "\"\"")]
    [TestCase("two words", "\"two words\"")]
    [TestCase("a\"b", "\"a\"\"b\"")]
    [TestCase("\"", "\"\"\"\"")]
    [TestCase("2024", "\"2024\"")]
    [TestCase("9th", "\"9th\"")]
    [TestCase(".x", "\".x\"")]
    [TestCase("a-b", "\"a-b\"")]
    [TestCase("年龄（岁）", "\"年龄（岁）\"")]
    [TestCase("and", "\"and\"")]
    [TestCase("NOT", "\"NOT\"")]
    [TestCase("Missing", "\"Missing\"")]
    [TestCase("true", "\"true\"")]
    [TestCase("as", "\"as\"")]
    [TestCase("\u0302", "\"\u0302\"")]
    [TestCase("a\nb", "\"a\nb\"")]
    [TestCase("'", "\"'\"")]
    [TestCase("😀", "\"😀\"")]
    public void StandsInDoubleQuotes(string name, string text) => AssertReadsBack(name, text);

    private static void AssertReadsBack(string name, string text)
    {
        Assert.That(Expr.Col(name).ToString(), Is.EqualTo(text));
        Assert.That(Expr.Parse(text), Is.EqualTo(Expr.Col(name)));
        Assert.That(Expr.Parse($"{text}+1"), Is.EqualTo(Expr.Col(name) + 1));
        Assert.That(Expr.Parse($"not {text} in (1)"), Is.EqualTo(!Expr.Col(name).In(1)));
        Assert.That(Table.FromColumns([(name, new[] { 5.0 })]).Texts(text), Is.EqualTo(new[] { "5" }));
    }

    [Test]
    public void AllKeywordsNeedQuotes([ValueSource(typeof(ExprLexer), nameof(ExprLexer.Keywords))] string keyword)
    {
        foreach (string name in new[] { keyword, keyword.ToUpperInvariant() })
            AssertReadsBack(name, $"\"{name}\"");
    }

    [Test]
    public void CaseMatters()
    {
        Table table = Table.FromColumns([("Age", new[] { 1 }), ("age", new[] { 2 })]);
        Assert.That(table.Texts("Age * 10 + age"), Is.EqualTo(new[] { "12" }));
    }
}
