using System.Globalization;
using System.Text;
using Survey.Files.Columns;

namespace Survey.Files.Tests.Csv;

/// <summary>Numbers from bytes against the framework's parser and against the reader of characters.</summary>
public sealed class PlainNumberTests
{
    [Test]
    public void EqualTheFrameworksToTheLastBit([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        int read = 0;
        for (int k = 0; k < 20_000; k++)
        {
            string text = Written(random);
            if (!PlainNumber.TryRead(Encoding.ASCII.GetBytes(text), out double value, out _))
                continue;
            read++;
            Assert.That(BitConverter.DoubleToInt64Bits(value), Is.EqualTo(BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture))), text);
        }
        Assert.That(read, Is.GreaterThan(10_000));
    }

    [Test]
    public void SaysWhatTheReaderOfCharactersSays([Range(1, 10)] int seed)
    {
        var random = new Random(seed);
        for (int k = 0; k < 50_000; k++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => "0123456789012345678901234567890123456789..-+eE x"[random.Next(48)]));
            if (!PlainNumber.TryRead(Encoding.ASCII.GetBytes(text), out double value, out bool isCodeLength))
                continue;
            Assert.That(NumberText.TryRead(text, out NumberText number), Is.True, text);
            Assert.That(BitConverter.DoubleToInt64Bits(value), Is.EqualTo(BitConverter.DoubleToInt64Bits(number.Value)), text);
            Assert.That(TextForms.Of(text), Is.EqualTo(isCodeLength ? TextForm.Number | TextForm.CodeLength : TextForm.Number), text);
        }
    }

    [TestCase("")]
    [TestCase(".")]
    [TestCase("-")]
    [TestCase("012")]
    [TestCase("1e5")]
    [TestCase(" 1")]
    [TestCase("1.2.3")]
    [TestCase("1234567890123456")]
    [TestCase("0.12345678901234567890")]
    public void LeavesOthersToTheReaderOfCharacters(string text) => Assert.That(PlainNumber.TryRead(Encoding.ASCII.GetBytes(text), out _, out _), Is.False);

    [Test]
    public void EachTextHasOneCodeWhateverThreadMeetsIt()
    {
        var levels = new FileLevels("x", new MissingCodes(["NA"]), ["a", "b"]);
        string[] texts = [.. Enumerable.Range(0, 5_000).Select(k => new string((char)('a' + (k % 26)), k % 30) + k), "a", "b", "NA"];
        int[][] codes = new int[8][];
        Parallel.For(0, codes.Length, thread => codes[thread] = [.. texts.Select((_, k) => levels.Of(Encoding.UTF8.GetBytes(texts[((k * 7) + (thread * 611)) % texts.Length]), "f").Code)]);
        for (int thread = 0; thread < codes.Length; thread++)
            for (int k = 0; k < texts.Length; k++)
                Assert.That(codes[thread][k], Is.EqualTo(levels.Of(Encoding.UTF8.GetBytes(texts[((k * 7) + (thread * 611)) % texts.Length]), "f").Code));
        Assert.That(levels.Count, Is.EqualTo(5_002));
        Assert.That(levels.Of("NA"u8, "f").Code, Is.EqualTo(CategoryColumn.Missing));
        Assert.That(Enumerable.Range(0, levels.Count).Select(levels.Level), Is.EquivalentTo(texts[..^1]));
    }

    private static string Written(Random random) =>
        random.Next(5) switch
        {
            0 => (random.NextDouble() * Math.Pow(10, random.Next(-3, 12))).ToString("R", CultureInfo.InvariantCulture),
            1 => random.NextInt64(1_000_000_000_000_000).ToString(CultureInfo.InvariantCulture),
            2 => (random.NextDouble() * 1000).ToString($"F{random.Next(18)}", CultureInfo.InvariantCulture),
            3 => $"-{random.Next(1000)}.{random.Next(1_000_000)}",
            _ => $"+{random.Next(10)}.{random.NextInt64(1L << 53)}",
        };
}
