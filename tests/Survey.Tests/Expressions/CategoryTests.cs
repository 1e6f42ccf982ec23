using static Survey.Expr;

namespace Survey.Tests.Expressions;

/// <summary>Categories: against texts, against each other, in their order, and levels that do not exist.</summary>
public sealed class CategoryTests
{
    private static readonly string[] Schooling = ["none", "primary", "secondary"];

    private static readonly Table People = Table.FromColumns(
    [
        ("sex", (Column)new CategoryColumn(["Male", "Female", null, "Male"])),
        ("head", new CategoryColumn(["Male", "Other", "Male", null])),
        ("school", new CategoryColumn(["none", "secondary", null, "primary"], Schooling, ordered: true)),
        ("father", new CategoryColumn(["primary", "primary", "none", "primary"], Schooling, ordered: true)),
        ("mother", new CategoryColumn(["none", "none", "none", "none"], ["none", "primary"], ordered: true)),
    ]);

    [TestCase("sex = 'Male'", "true", "false", null, "true")]
    [TestCase("sex <> 'Male'", "false", "true", null, "false")]
    [TestCase("'Male' = sex", "true", "false", null, "true")]
    [TestCase("sex in ('Male', 'Female')", "true", "true", null, "true")]
    [TestCase("sex not in ('Female')", "true", "false", null, "true")]
    [TestCase("sex in ('Female', missing)", null, "true", null, null)]
    [TestCase("sex = head", "true", "false", null, null)]
    [TestCase("sex <> head", "false", "true", null, null)]
    [TestCase("head = sex", "true", "false", null, null)]
    [TestCase("school = sex", "false", "false", null, "false")]
    [TestCase("school <> mother", "false", "true", null, "true")]
    [TestCase("school >= 'primary'", "false", "true", null, "true")]
    [TestCase("school < 'primary'", "true", "false", null, "false")]
    [TestCase("'primary' > school", "true", "false", null, "false")]
    [TestCase("school between 'primary' and 'secondary'", "false", "true", null, "true")]
    [TestCase("school > father", "false", "true", null, "false")]
    [TestCase("school <= father", "true", "false", null, "true")]
    public void Compares(string expression, params string?[] expected) => Assert.That(People.Texts(expression), Is.EqualTo(expected));

    [TestCase("sex = 'male'", "'sex' has no level 'male', so nothing is equal to it; did you mean 'Male'?", "false", "false", null, "false")]
    [TestCase("sex <> 'Malle'", "'sex' has no level 'Malle', so nothing is equal to it; did you mean 'Male'?", "true", "true", null, "true")]
    [TestCase("sex in ('Male', 'x')", "'sex' has no level 'x', so nothing is equal to it", "true", "false", null, "true")]
    [TestCase("sex in ('x', 'x')", "'sex' has no level 'x', so nothing is equal to it", "false", "false", null, "false")]
    [TestCase("sex in ('x', missing)", "'sex' has no level 'x', so nothing is equal to it", null, null, null, null)]
    public void ALevelThatDoesNotExistIsNoted(string expression, string note, params string?[] expected)
    {
        Assert.That(People.Texts(expression), Is.EqualTo(expected));
        Assert.That(People.With("f", Parse(expression)).Notes, Is.EqualTo(new[] { note }));
        Assert.That(People.Filter(Parse(expression)).Notes, Does.Contain(note));
    }

    [TestCase("sex < 'Male'", "'sex < 'Male'' asks for an order of 'sex', whose levels have none; use = or in, or make an ordered category.")]
    [TestCase("school < 'primry'", "'school < 'primry'' asks for the order of 'primry', which is no level of 'school'; did you mean 'primary'?")]
    [TestCase("school < 'x'", "'school < 'x'' asks for the order of 'x', which is no level of 'school'.")]
    [TestCase("school < mother", "'school < mother' asks for an order that 'school' and 'mother' do not share; use = or <>.")]
    [TestCase("sex < head", "'sex < head' asks for an order that 'sex' and 'head' do not share; use = or <>.")]
    public void AnOrderThatThereIsNotIsRefused(string expression, string message) => Assert.That(People.ErrorOf(Parse(expression)), Is.EqualTo(message));

    [Test]
    public void AStringIsALevelWhereItIsCompared()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Col("sex") == "Male", Is.EqualTo(Parse("sex = 'Male'")));
            Assert.That(Col("sex") != "Male", Is.EqualTo(Parse("sex <> 'Male'")));
            Assert.That(Col("school") < "a", Is.EqualTo(Parse("school < 'a'")));
            Assert.That(Col("school") <= "a", Is.EqualTo(Parse("school <= 'a'")));
            Assert.That(Col("school") > "a", Is.EqualTo(Parse("school > 'a'")));
            Assert.That(Col("school") >= "a", Is.EqualTo(Parse("school >= 'a'")));
            Assert.That(Col("sex").In("a", "b"), Is.EqualTo(Parse("sex in ('a', 'b')")));
        }
    }
}
