namespace Survey.Tests.Data;

/// <summary>The order of levels that nobody has ordered.</summary>
public sealed class LevelOrderTests
{
    [TestCase("9", "10")]
    [TestCase("v9", "v10")]
    [TestCase("a", "b")]
    [TestCase("B", "a")]
    [TestCase("", "a")]
    [TestCase("a", "a1")]
    [TestCase("01", "1")]
    [TestCase("01a", "1b")]
    [TestCase("1", "01b")]
    [TestCase("a1b2", "a1b10")]
    [TestCase("99999999999999999999999", "100000000000000000000000")]
    [TestCase("110101001002", "110101001010")]
    [TestCase("一", "二")]
    [TestCase("Ａ", "𠀀")]
    [TestCase("\uFFFD", "😀")]
    public void ComesBefore(string first, string second)
    {
        Assert.That(LevelOrder.Natural.Compare(first, second), Is.Negative);
        Assert.That(LevelOrder.Natural.Compare(second, first), Is.Positive);
        Assert.That(LevelOrder.Natural.Compare(first, first), Is.Zero);
    }

    [Test]
    public void IsATotalOrder([Range(1, 10)] int seed)
    {
        var random = new Random(seed);
        string[] pieces = ["0", "1", "01", "9", "10", "a", "A", "-", ".", "村", "𠀀", "\uD840"];
        string[] texts = [.. Enumerable.Range(0, 60).Select(_ => string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => pieces[random.Next(pieces.Length)])))];
        foreach (string a in texts)
            foreach (string b in texts)
            {
                int ab = LevelOrder.Natural.Compare(a, b);
                Assert.That(Math.Sign(LevelOrder.Natural.Compare(b, a)), Is.EqualTo(-Math.Sign(ab)));
                Assert.That(ab == 0, Is.EqualTo(a == b));
                foreach (string c in texts)
                    if (ab <= 0 && LevelOrder.Natural.Compare(b, c) <= 0)
                        Assert.That(LevelOrder.Natural.Compare(a, c), Is.Not.Positive, $"{a}, {b}, {c}");
            }
    }
}
