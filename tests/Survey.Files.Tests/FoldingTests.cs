using System.Globalization;

namespace Survey.Files.Tests;

/// <summary>Which texts are taken for the same.</summary>
public sealed class FoldingTests
{
    [TestCase("", "")]
    [TestCase(" a b ", "a b")]
    [TestCase("ＡＢ１２（！）", "AB12(!)")]
    [TestCase("\uFEFF姓\u200B名\r\n", "姓名")]
    [TestCase("是。", "是。", TestName = "Chinese punctuation stays")]
    [TestCase("aA", "aA")]
    [TestCase("\u3000\u200B\u3000a", "a")]
    public void Folds(string text, string folded)
    {
        Assert.That(Folding.Fold(text), Is.EqualTo(folded));
        Assert.That(Folding.Fold(text.AsSpan()), Is.EqualTo(folded));
        Assert.That(Folding.IsNeeded(text), Is.EqualTo(text != folded));
    }

    [Test]
    public void EveryBlankBecomesASpaceAndWhatHasNoWidthGoes()
    {
        for (int code = 0; code <= char.MaxValue; code++)
        {
            char c = (char)code;
            string folded = Folding.Fold($"a{c}b");
            if (char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator)
                Assert.That(folded, Is.EqualTo("a b"), $"U+{code:X4}");
            else if (c < ' ' || c == '\u007F' || (code is 0x85 or 0xAD or 0xFEFF or (>= 0x200B and <= 0x200F) or (>= 0x2028 and <= 0x202E) or (>= 0x2060 and <= 0x2064) or (>= 0x2066 and <= 0x2069)))
                Assert.That(folded, Is.EqualTo("ab"), $"U+{code:X4}");
            else
                Assert.That(folded, Has.Length.EqualTo(3), $"U+{code:X4}");
        }
    }

    [Test]
    public void FoldingTwiceIsFoldingOnce([Range(1, 10)] int seed)
    {
        var random = new Random(seed);
        string text = string.Concat(Enumerable.Range(0, 200).Select(_ => (char)random.Next(random.Next(2) == 0 ? 0x2070 : 0xFFFF)));
        string folded = Folding.Fold(text);
        Assert.That(Folding.Fold(folded), Is.EqualTo(folded));
        Assert.That(Folding.IsNeeded(folded), Is.False);
        Assert.That(Folding.InPlace(text), Has.Length.EqualTo(text.Length));
        Assert.That(string.Concat(Folding.InPlace(text).Where((_, k) => !Folding.Goes(text[k]))).Trim(' '), Is.EqualTo(folded));
    }
}
