using Survey.Files.Workbooks.Writing;

namespace Survey.Files.Tests.Workbooks.Writing;

/// <summary>Names of sheets that Excel takes.</summary>
public sealed class SheetNamesTests
{
    private const string ThirtyOne = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十末";

    [TestCase("张家村", "张家村")]
    [TestCase("a[b]c:d*e?f/g\\h", "a_b_c_d_e_f_g_h")]
    [TestCase("'O'Neil'", "O'Neil")]
    [TestCase(" ", "Sheet")]
    [TestCase("history", "history_")]
    [TestCase("a\tb", "a_b")]
    [TestCase(ThirtyOne, ThirtyOne)]
    [TestCase(ThirtyOne + "外", ThirtyOne)]
    [TestCase("123456789012345678901234567890😀", "123456789012345678901234567890")]
    public void AreMadeLegal(string wanted, string legal) => Assert.That(SheetNames.Of([wanted]), Is.EqualTo(new[] { legal }));

    [Test]
    public void AreMadeUniqueWhateverTheirCase() =>
        Assert.That(SheetNames.Of(["a", "A", "a", ThirtyOne, ThirtyOne]), Is.EqualTo(new[] { "a", "A (2)", "a (3)", ThirtyOne, ThirtyOne[..27] + " (2)" }));
}
