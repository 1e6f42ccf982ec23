namespace Survey.Tests.Data;

/// <summary>Suggestions for what was mistyped.</summary>
public sealed class NearestTests
{
    private static readonly string[] Columns = ["age", "sex", "region", "smoker_now", "年龄", "家庭收入"];

    [TestCase("agee", "age")]
    [TestCase("AGE", "age")]
    [TestCase("sx", "sex")]
    [TestCase("esx", "sex")]
    [TestCase("regoin", "region")]
    [TestCase("reg", null)]
    [TestCase("smokernow", "smoker_now")]
    [TestCase("smoke_no", "smoker_now")]
    [TestCase("年齡", "年龄")]
    [TestCase("家庭總收入", "家庭收入")]
    [TestCase("income", null)]
    [TestCase("", null)]
    public void IsTheCandidateOfFewestEdits(string text, string? nearest) => Assert.That(Nearest.Of(text, Columns), Is.EqualTo(nearest));

    [Test]
    public void TwoDifferentLettersAreNotNear()
    {
        Assert.That(Nearest.Of("x", ["y", ""]), Is.Null);
        Assert.That(Nearest.Of("3", ["1", "2"]), Is.Null);
        Assert.That(Nearest.Of("X", ["y", "x"]), Is.EqualTo("x"));
        Assert.That(Nearest.Of("x1", ["x"]), Is.EqualTo("x"));
    }

    [Test]
    public void LongTextsAreNotCompared() =>
        Assert.That(Nearest.Of(new string('a', 100_000), [new string('b', 100_000), new string('a', 99_999)]), Is.Null);

    [Test]
    public void HintsAreHalfASentence()
    {
        Assert.That(Nearest.Hint("agee", Columns), Is.EqualTo("; did you mean 'age'?"));
        Assert.That(Nearest.Hint("income", Columns), Is.Empty);
        Assert.That(Nearest.Hint("income", Columns, "."), Is.EqualTo("."));
    }
}
