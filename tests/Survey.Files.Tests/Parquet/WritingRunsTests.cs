using Survey.Files.Parquet;
using Survey.Files.Parquet.Writing;

namespace Survey.Files.Tests.Parquet;

/// <summary>Runs against a reader of them that goes bit by bit.</summary>
public sealed class WritingRunsTests
{
    [Test]
    public void AreReadBitByBit([Range(1, 31)] int width)
    {
        var random = new Random(width);
        for (int round = 0; round < 60; round++)
        {
            int[] values = Values(random, width);
            using var bytes = new ByteBuffer();
            RunLengths.Write(values, width, bytes);
            Assert.That(NaiveRuns(bytes.Written, width, values.Length), Is.EqualTo(values));
        }
    }

    [Test]
    public void FlagsAreReadBitByBit([Range(0, 70)] int count)
    {
        var random = new Random(count);
        byte[] flags = [.. Enumerable.Range(0, count).Select(_ => (byte)random.Next(2))];
        using var bytes = new ByteBuffer();
        RunLengths.WriteFlags(flags, bytes);
        Assert.That(NaiveRuns(bytes.Written, 1, count), Is.EqualTo(flags.Select(flag => (int)flag)));
    }

    [TestCase(0, 1)]
    [TestCase(1, 1)]
    [TestCase(2, 1)]
    [TestCase(3, 2)]
    [TestCase(256, 8)]
    [TestCase(257, 9)]
    [TestCase(131_072, 17)]
    public void WidthHoldsTheNumbersBelow(int count, int width) => Assert.That(RunLengths.WidthOf(count), Is.EqualTo(width));

    private static int[] Values(Random random, int width)
    {
        var values = new List<int>();
        while (values.Count < 200 && random.Next(12) != 0)
            values.AddRange(random.Next(2) == 0
                ? Enumerable.Repeat(Any(), random.Next(100))
                : Enumerable.Range(0, random.Next(50)).Select(_ => Any()));
        return [.. values];

        int Any() => (int)(random.NextInt64() & ((1L << width) - 1));
    }

    private static int[] NaiveRuns(ReadOnlySpan<byte> bytes, int width, int count)
    {
        var values = new List<int>();
        int at = 0;
        while (at < bytes.Length)
        {
            int head = 0;
            for (int shift = 0; ; shift += 7)
            {
                head |= (bytes[at] & 0x7F) << shift;
                if (bytes[at++] < 0x80)
                    break;
            }
            int taken = (head & 1) == 0 ? (width + 7) / 8 : (head >> 1) * width;
            ReadOnlySpan<byte> run = bytes.Slice(at, taken);
            at += taken;
            for (int k = 0; k < ((head & 1) == 0 ? head >> 1 : (head >> 1) * 8); k++)
                values.Add(Bits(run, (head & 1) == 0 ? 0 : k * width, width));
        }
        Assert.That(values.Count, Is.InRange(count, count + 7), "only the last group may be longer");
        return [.. values.Take(count)];
    }

    private static int Bits(ReadOnlySpan<byte> bytes, int first, int width)
    {
        int value = 0;
        for (int bit = 0; bit < width; bit++)
            value |= ((bytes[(first + bit) / 8] >> ((first + bit) % 8)) & 1) << bit;
        return value;
    }
}
