using System.Buffers.Binary;
using System.Numerics;

namespace Survey.Files.Tests.Parquet.Made;

/// <summary>Writes values in every encoding, as simply as can be: bit by bit, and with freedoms that writers have drawn at random.</summary>
internal static class Encode
{
    /// <summary>Values that are there.</summary>
    /// <param name="encoding">How.</param>
    /// <param name="type">Of the column.</param>
    /// <param name="values">Each as it is in memory.</param>
    /// <param name="random">Draws what writers may choose.</param>
    /// <param name="dictionary">Holds all the values, if they are places in it.</param>
    public static byte[] Values(MadeEncoding encoding, MadeType type, IReadOnlyList<byte[]> values, Random random, IReadOnlyList<byte[]>? dictionary = null) =>
        (encoding, type) switch
        {
            (MadeEncoding.Plain, MadeType.Bit) => Bits([.. values.Select(value => (ulong)value[0])], 1),
            (MadeEncoding.Plain, MadeType.Bytes) => [.. values.SelectMany(AfterLength)],
            (MadeEncoding.Plain, _) => [.. values.SelectMany(value => value)],
            (MadeEncoding.Rle, _) => AfterLength(Hybrid([.. values.Select(value => (int)value[0])], 1, random)),
            (MadeEncoding.Delta, MadeType.I32) => Delta([.. values.Select(value => (long)BitConverter.ToInt32(value))], random, random.Next(2) == 0),
            (MadeEncoding.Delta, _) => Delta([.. values.Select(value => BitConverter.ToInt64(value))], random),
            (MadeEncoding.DeltaLength, _) => DeltaLength(values, random),
            (MadeEncoding.DeltaBytes, _) => DeltaBytes(values, random),
            (MadeEncoding.Split, _) => Split(values),
            _ => Places(values, dictionary!, random),
        };

    public static byte[] AfterLength(byte[] bytes)
    {
        byte[] length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        return [.. length, .. bytes];
    }

    /// <summary>Numbers in bits, the lowest first.</summary>
    public static byte[] Bits(IReadOnlyList<ulong> numbers, int width)
    {
        byte[] bytes = new byte[((long)numbers.Count * width + 7) / 8];
        for (int k = 0; k < numbers.Count; k++)
            for (int bit = 0; bit < width; bit++)
                if (((numbers[k] >> bit) & 1) == 1)
                    bytes[((long)k * width + bit) / 8] |= (byte)(1 << (int)(((long)k * width + bit) % 8));
        return bytes;
    }

    /// <summary>Levels as they were before 2013: bits, the highest first.</summary>
    public static byte[] HighestFirst(int[] levels)
    {
        byte[] bytes = new byte[(levels.Length + 7) / 8];
        for (int k = 0; k < levels.Length; k++)
            bytes[k / 8] |= (byte)(levels[k] << (7 - k % 8));
        return bytes;
    }

    /// <summary>Runs of one number, and of eights of numbers in bits, as chance has it.</summary>
    public static byte[] Hybrid(int[] numbers, int width, Random random)
    {
        var bytes = new List<byte>();
        for (int k = 0; k < numbers.Length;)
        {
            int same = numbers.Skip(k).TakeWhile(number => number == numbers[k]).Count();
            if (random.Next(2) == 0 || same >= 8)
            {
                int run = random.Next(3) == 0 ? random.Next(1, same + 1) : same;
                bytes.AddRange([.. ThriftWriter.Varint((ulong)run << 1), .. BitConverter.GetBytes(numbers[k])[..((width + 7) / 8)]]);
                k += run;
            }
            else
            {
                int eights = random.Next(1, 20);
                int[] packed = [.. numbers.Skip(k).Take(eights * 8)];
                eights = (packed.Length + 7) / 8;
                byte[] run = Bits([.. packed.Select(number => (ulong)(uint)number), .. new ulong[eights * 8 - packed.Length]], width);
                // some writers leave out what follows the last number
                bytes.AddRange([.. ThriftWriter.Varint(((ulong)eights << 1) | 1), .. k + packed.Length == numbers.Length && random.Next(2) == 0 ? run[..((packed.Length * width + 7) / 8)] : run]);
                k += packed.Length;
            }
        }
        return [.. bytes];
    }

    /// <summary>Whole numbers as differences.</summary>
    public static byte[] Delta(long[] numbers, Random random, bool wrapsAt32 = false)
    {
        int block = 128 * random.Next(1, 5), parts = new[] { 1, 2, 4 }[random.Next(3)], part = block / parts;
        List<byte> bytes = [.. ThriftWriter.Varint((ulong)block), .. ThriftWriter.Varint((ulong)parts), .. ThriftWriter.Varint((ulong)numbers.Length), .. ThriftWriter.Zigzag(numbers.FirstOrDefault())];
        long[] differences = [.. numbers.Skip(1).Zip(numbers, (next, last) => wrapsAt32 ? (int)(next - last) : next - last)];
        foreach (long[] of in differences.Chunk(block))
        {
            long least = of.Min();
            ulong[][] packed = [.. of.Select(difference => wrapsAt32 ? (uint)(int)(difference - least) : (ulong)(difference - least)).Chunk(part)];
            int[] widths = [.. packed.Select(numbersOf => 64 - BitOperations.LeadingZeroCount(numbersOf.Max()))];
            bytes.AddRange(ThriftWriter.Zigzag(least));
            bytes.AddRange(Enumerable.Range(0, parts).Select(k => (byte)(k < widths.Length ? widths[k] : random.Next(2) * 33))); // those of parts that are not there mean nothing
            for (int k = 0; k < packed.Length; k++)
                bytes.AddRange(Bits([.. packed[k], .. new ulong[part - packed[k].Length]], widths[k]));
        }
        return [.. bytes];
    }

    private static byte[] DeltaLength(IReadOnlyList<byte[]> values, Random random) =>
        [.. Delta([.. values.Select(value => (long)value.Length)], random), .. values.SelectMany(value => value)];

    /// <summary>A writer need not find all that two values share.</summary>
    private static byte[] DeltaBytes(IReadOnlyList<byte[]> values, Random random)
    {
        int[] shared = new int[values.Count];
        for (int k = 1; k < shared.Length; k++)
        {
            int same = values[k].AsSpan().CommonPrefixLength(values[k - 1]);
            shared[k] = random.Next(4) == 0 ? random.Next(same + 1) : same;
        }
        return [.. Delta([.. shared.Select(count => (long)count)], random), .. DeltaLength([.. values.Select((value, k) => value[shared[k]..])], random)];
    }

    private static byte[] Split(IReadOnlyList<byte[]> values) => values.Count == 0 ? [] : [.. Enumerable.Range(0, values[0].Length).SelectMany(part => values.Select(value => value[part]))];

    private static byte[] Places(IReadOnlyList<byte[]> values, IReadOnlyList<byte[]> dictionary, Random random)
    {
        var places = new Dictionary<string, int>();
        for (int k = 0; k < dictionary.Count; k++)
            places.TryAdd(Convert.ToHexString(dictionary[k]), k);
        int width = Math.Min(32, 32 - BitOperations.LeadingZeroCount((uint)Math.Max(0, dictionary.Count - 1)) + random.Next(3));
        return [(byte)width, .. Hybrid([.. values.Select(value => places[Convert.ToHexString(value)])], width, random)];
    }
}
