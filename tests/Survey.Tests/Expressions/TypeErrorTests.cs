using static Survey.Expr;

namespace Survey.Tests.Expressions;

/// <summary>What does not fit the columns is refused with the way out.</summary>
public sealed class TypeErrorTests
{
    private static readonly Table People = Table.FromColumns(
    [
        ("age", (Column)new NumberColumn([20])), ("sex", new CategoryColumn(["f"])), ("smokes", new FlagColumn([true])), ("day", new DateColumn([new DateOnly(2024, 1, 1)])),
        ("none", new CategoryColumn([null])), ("nearly", new CategoryColumn((ReadOnlyMemory<int>)new[] { 0 }, ["9"], whyNotNumber: "row 5 holds 'NA'")),
    ]);

    [TestCase("ag > 1", "There is no column 'ag'; did you mean 'age'?")]
    [TestCase("sex = 1", "'sex = 1' compares a category with a number; write the level as a text: sex = '1'.")]
    [TestCase("age = '20'", "'age = '20'' compares a number with a text; write a number without quotes: age = 20.")]
    [TestCase("'20' = age", "'age = '20'' compares a number with a text; write a number without quotes: age = 20.")]
    [TestCase("age in (1, 'x')", "'age = 'x'' compares a number with a text; write a number without quotes: age = 1.")]
    [TestCase("sex in ('f', 2)", "'sex = 2' compares a category with a number; write the level as a text: sex = '2'.")]
    [TestCase("smokes = 1", "'smokes = 1' compares a flag with a number; a flag is a condition by itself: smokes, not smokes.")]
    [TestCase("1 = smokes", "'1 = smokes' compares a number with a flag; a flag is a condition by itself: smokes, not smokes.")]
    [TestCase("smokes in ('Yes')", "'smokes = 'Yes'' compares a flag with a text; a flag is a condition by itself: smokes, not smokes.")]
    [TestCase("age = sex", "'age = sex' compares a number with a category; compare values of one type.")]
    [TestCase("sex = day", "'sex = day' compares a category with a date; compare values of one type.")]
    [TestCase("smokes < true", "'smokes < true' asks for the order of a flag; to ask for a range write x between 15 and 69 (in C#: x.Between(15, 69)).")]
    [TestCase("(15 <= age) <= 69", "'(15 <= age) <= 69' asks for the order of a flag; to ask for a range write x between 15 and 69 (in C#: x.Between(15, 69)).")]
    [TestCase("age and smokes", "'age' is a number where a condition is wanted; write a comparison such as age = 1.")]
    [TestCase("not sex", "'sex' is a category where a condition is wanted; write a comparison such as sex = 'f'.")]
    [TestCase("none or smokes", "'none' is a category where a condition is wanted; write a comparison such as none = 'a level'.")]
    [TestCase("'f' or smokes", "''f'' is a text where a condition is wanted; write a comparison such as 'f' = 'f'.")]
    [TestCase("sex + 1", "'sex' is a category where numbers are wanted; a comparison counts as 1 and 0, such as sex = 'f'.")]
    [TestCase("nearly * 2", "'nearly' is a category because row 5 holds 'NA', where numbers are wanted.")]
    [TestCase("max(age, 'x')", "''x'' is a text where numbers are wanted; a comparison counts as 1 and 0, such as 'x' = 'x'.")]
    [TestCase("cut(sex, 1, 2)", "'sex' is a category where numbers are wanted; a comparison counts as 1 and 0, such as sex = 'f'.")]
    public void IsOneClearSentence(string expression, string message) => Assert.That(People.ErrorOf(Parse(expression)), Is.EqualTo(message));

    [Test]
    public void OfManyLevelsNoneIsQuoted()
    {
        Table table = Table.FromColumns([("name", new CategoryColumn([.. Enumerable.Range(0, 21).Select(k => $"person {k}")]))]);
        Assert.That(table.ErrorOf(Parse("name + 1")), Is.EqualTo("'name' is a category where numbers are wanted; a comparison counts as 1 and 0, such as name = 'a level'."));
    }

    [Test]
    public void ChainedComparisonsInCSharpAreRefusedWithTheWayOut() =>
        Assert.That(
            People.ErrorOf(15 <= Col("age") <= 69),
            Is.EqualTo("'(15 <= age) <= 69' asks for the order of a flag; to ask for a range write x between 15 and 69 (in C#: x.Between(15, 69))."));

    [Test]
    public void TypesAreCheckedThoughThereAreNoRows() =>
        Assert.That(People.Head(0).ErrorOf(Parse("sex = 1")), Does.StartWith("'sex = 1' compares"));

    [Test]
    public void AFilterTakesACondition() =>
        Assert.That(() => People.Filter(Col("age")), Throws.TypeOf<SurveyDataException>().With.Message.EqualTo("'age' is a number where a condition is wanted; write a comparison such as age = 1."));
}
