using Survey.Files;

namespace Survey.Monitoring.Tests.Intake;

/// <summary>Texts that look the same are the same, and nothing else changes.</summary>
public class FoldingTests
{
    private const string Blanks = " \u3000\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F";
    private const string Removed = "\0\t\r\n\u0001\u001F\u007F\u0085\u200B\u200C\u200D\u2028\u2029\u2060\uFEFF";
    private const string Kept = "aZ0~!，。、；（【“·-_\u0301éß０";

    [Test]
    public void FullWidthBecomesHalfWidth()
    {
        for (char half = '!'; half <= '~'; half++)
            Assert.That(Folding.Fold(((char)(half + 0xFEE0)).ToString()), Is.EqualTo(half.ToString()));
        Assert.That(Folding.Fold("\uFF00\uFF5F\uFFE5"), Is.EqualTo("\uFF00\uFF5F\uFFE5"), "beyond these forms nothing changes");
    }

    [Test]
    public void EveryBlankIsASpaceInsideAndNothingAtTheEnds([ValueSource(nameof(BlankTexts))] string blank) =>
        Assert.That(Folding.Fold($"{blank}a{blank}{blank}b{blank}"), Is.EqualTo("a  b"));

    [Test]
    public void WhatHasNoWidthGoes([ValueSource(nameof(RemovedTexts))] string mark)
    {
        Assert.That(Folding.Fold($"{mark}a{mark}b{mark}"), Is.EqualTo("ab"));
        Assert.That(Folding.Fold(mark), Is.Empty);
        Assert.That(Folding.Fold($"{mark} a {mark}"), Is.EqualTo("a"), "blanks beside it are at the ends");
    }

    [TestCase("a  b")]
    [TestCase("Ab")]
    [TestCase("。、【】“”·《》")]
    [TestCase("𠀀中é\u0301")]
    [TestCase("\uD840")]
    [TestCase("")]
    public void NothingElseChanges(string text)
    {
        Assert.That(Folding.IsNeeded(text), Is.False);
        Assert.That(Folding.Fold(text), Is.SameAs(text));
    }

    [Test]
    public void FoldingTwiceIsFoldingOnceAndIsNeededTellsWhetherItChanges([Range(1, 10)] int seed)
    {
        var random = new Random(seed);
        for (int time = 0; time < 2_000; time++)
        {
            string text = Text(random), folded = Folding.Fold(text);
            Assert.That(Folding.Fold(folded), Is.EqualTo(folded), Escaped(text));
            Assert.That(Folding.IsNeeded(text), Is.EqualTo(folded != text), Escaped(text));
            Assert.That(Folding.Fold(text.AsSpan()), Is.EqualTo(folded), Escaped(text));
            Assert.That(Folding.Fold($" {text}"), Is.EqualTo(folded), Escaped(text));
        }
    }

    private static IEnumerable<string> BlankTexts => Blanks.Select(blank => blank.ToString());

    private static IEnumerable<string> RemovedTexts => Removed.Select(mark => mark.ToString());

    private static string Text(Random random)
    {
        string all = Blanks + Removed + Kept;
        return string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => random.Next(10) == 0 ? (char)random.Next(0x10000) : all[random.Next(all.Length)]));
    }

    private static string Escaped(string text) => string.Concat(text.Select(c => $"U+{(int)c:X4} "));
}
