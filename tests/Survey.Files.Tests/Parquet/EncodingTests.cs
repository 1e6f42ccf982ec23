using System.Text;
using Survey.Files.Tests.Csv;
using Survey.Files.Tests.Parquet.Made;

namespace Survey.Files.Tests.Parquet;

/// <summary>Values in every encoding, codec and version of pages, split into pages and groups as chance has it, are those that were written.</summary>
public sealed class EncodingTests : TempFiles
{
    private static readonly MadeCodec[] Codecs = [MadeCodec.None, MadeCodec.Snappy, MadeCodec.Gzip, MadeCodec.Brotli, MadeCodec.Lz4, MadeCodec.Zstd, MadeCodec.Lz4Raw];
    private static readonly MadeEncoding[] OfFixed = [MadeEncoding.Plain, MadeEncoding.Split, MadeEncoding.Dictionary, MadeEncoding.PlainDictionary];

    [Test]
    public void RandomPages([Values] MadeType type, [Values] bool isOptional, [Range(1, 12)] int seed)
    {
        var random = new Random(seed);
        MadeColumn column = new("x", type) { IsOptional = isOptional, Length = type == MadeType.Fixed ? 3 : null, Codec = Codecs[random.Next(Codecs.Length)], DictionaryOffset = (DictionaryOffset)random.Next(3) };
        Func<byte[]> next = Values(type, random);
        var all = new List<byte[]?>();
        var file = new MadeFile(column);
        for (int group = random.Next(1, 4); group > 0; group--)
        {
            byte[]?[] rows = [.. Enumerable.Range(0, random.Next(0, 3_000)).Select(_ => isOptional && random.Next(5) == 0 ? null : next())];
            file.Group(rows.Length, [.. Pages(column, rows, random)]);
            all.AddRange(rows);
        }
        AssertHolds(file.Bytes(), all, type, seed);
    }

    /// <summary>Long runs of missing values, of values that are there, and of one value.</summary>
    [Test]
    public void LongRuns([Values(1, 2)] int version, [Values] bool inDictionary)
    {
        var random = new Random(7);
        byte[]?[] rows = [.. Enumerable.Range(0, 60_000).Select(row => row / 7_000 % 2 == 1 || (row > 50_000 && row % 3 == 0) ? null : BitConverter.GetBytes((double)(row / 9_000)))];
        byte[][] there = [.. rows.OfType<byte[]>()], dictionary = [.. there.DistinctBy(Convert.ToHexString)];
        MadeEncoding encoding = inDictionary ? MadeEncoding.Dictionary : MadeEncoding.Plain;
        var page = MadePage.Of(version, encoding, [.. rows.Select(row => row is not null)], Encode.Values(encoding, MadeType.F64, there, random, dictionary), 0, random);
        MadePage[] pages = inDictionary ? [Dictionary(MadeType.F64, dictionary), page] : [page];
        AssertHolds(MadeFile.Of(new("x", MadeType.F64), rows.Length, pages), [.. rows], MadeType.F64, version);
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(33)]
    public void PagesOfDifferencesOfFewNumbers(int count)
    {
        var random = new Random(count);
        byte[]?[] rows = [.. Enumerable.Range(0, count).Select(_ => BitConverter.GetBytes(random.NextInt64())), null];
        var page = MadePage.Of(1, MadeEncoding.Delta, [.. rows.Select(row => row is not null)], Encode.Values(MadeEncoding.Delta, MadeType.I64, [.. rows.OfType<byte[]>()], random), 0, random);
        AssertHolds(MadeFile.Of(new("x", MadeType.I64), rows.Length, page), [.. rows], MadeType.I64, count);
    }

    /// <summary>A column is split into pages, of which those in the dictionary come first, as writers fall back in the middle of a chunk.</summary>
    private static IEnumerable<MadePage> Pages(MadeColumn column, byte[]?[] rows, Random random)
    {
        byte[][] dictionary = [.. rows.OfType<byte[]>().DistinctBy(Convert.ToHexString).Take(random.Next(600))];
        HashSet<string> held = [.. dictionary.Select(Convert.ToHexString)];
        if (column.Type != MadeType.Bit && random.Next(2) == 0)
            yield return Dictionary(column.Type, dictionary);
        else
            held = [];
        for (int at = 0; at < rows.Length;)
        {
            if (random.Next(10) == 0)
                yield return random.Next(2) == 0 ? new MadePage(MadePageKind.Index, 0, MadeEncoding.Plain, [1, 2, 3]) : MadePage.Of(random.Next(1, 3), MadeEncoding.Plain, column.IsOptional ? [] : null, [], 0, random);
            byte[]?[] part = rows[at..Math.Min(rows.Length, at + random.Next(1, 1_500))];
            byte[][] there = [.. part.OfType<byte[]>()];
            MadeEncoding[] encodings = [.. Encodings(column.Type).Where(encoding => encoding is not (MadeEncoding.Dictionary or MadeEncoding.PlainDictionary) || (held.Count > 0 && there.All(value => held.Contains(Convert.ToHexString(value)))))];
            MadeEncoding chosen = encodings[random.Next(encodings.Length)];
            MadePage page = MadePage.Of(random.Next(1, 3), chosen, column.IsOptional ? [.. part.Select(value => value is not null)] : null, Encode.Values(chosen, column.Type, there, random, dictionary), part.Length, random);
            yield return page with { IsCompressed = random.Next(3) switch { 0 => null, 1 => true, _ => false }, CrcError = random.Next(2) == 0 ? 0 : null, LongestValue = random.Next(20) == 0 ? new byte[random.Next(10_000)] : null };
            at += part.Length;
        }
    }

    private static MadePage Dictionary(MadeType type, byte[][] values) =>
        new(MadePageKind.Dictionary, values.Length, MadeEncoding.Plain, Encode.Values(MadeEncoding.Plain, type, values, new Random(1)));

    private static MadeEncoding[] Encodings(MadeType type) =>
        type switch
        {
            MadeType.Bit => [MadeEncoding.Plain, MadeEncoding.Rle],
            MadeType.I32 or MadeType.I64 => [.. OfFixed, MadeEncoding.Delta],
            MadeType.I96 => [MadeEncoding.Plain, MadeEncoding.Dictionary],
            MadeType.Bytes => [MadeEncoding.Plain, MadeEncoding.DeltaLength, MadeEncoding.DeltaBytes, MadeEncoding.Dictionary, MadeEncoding.PlainDictionary],
            MadeType.Fixed => [.. OfFixed, MadeEncoding.DeltaBytes],
            _ => OfFixed,
        };

    /// <summary>Draws values: few or many, near to one another or far apart.</summary>
    private static Func<byte[]> Values(MadeType type, Random random)
    {
        long far = random.Next(4) switch { 0 => 3, 1 => 500, 2 => 1L << 20, _ => long.MaxValue };
        string text = "";
        return type switch
        {
            MadeType.Bit => () => [(byte)random.Next(2)],
            MadeType.I32 => () => BitConverter.GetBytes((int)(random.NextInt64(far) - far / 2)),
            MadeType.I64 => () => BitConverter.GetBytes(random.NextInt64(far) - far / 2),
            MadeType.I96 => () => [.. BitConverter.GetBytes(random.NextInt64(Math.Min(far, 86_400)) * 1_000_000_000), .. BitConverter.GetBytes(2_440_588 + random.Next((int)Math.Min(far, 30_000)))],
            MadeType.F32 => () => BitConverter.GetBytes((float)(random.NextInt64(far) / 8.0)),
            MadeType.F64 => () => BitConverter.GetBytes(random.NextInt64(far) / 7.0),
            MadeType.Fixed => () => Encoding.UTF8.GetBytes($"{(char)('a' + random.Next((int)Math.Min(far, 26)))}é"),
            _ => () => Encoding.UTF8.GetBytes(text = random.Next(3) == 0 || text.Length > 60 ? $"x{random.NextInt64(far)}" : $"{text}张{random.Next(10)}"),
        };
    }

    private void AssertHolds(byte[] bytes, List<byte[]?> values, MadeType type, int seed)
    {
        string path = FileOf(bytes, $"made{seed}.parquet");
        Table table = Table.Read(path);
        Assert.That(Texts(table, "x"), Is.EqualTo(values.Select(value => value is null ? null : TextOf(value, type, table["x"].Type))));
        AssertEqual(RowsTests.Joined(Rows.Open(path)), table);
    }

    private static string TextOf(byte[] value, MadeType type, ColumnType read) =>
        type switch
        {
            MadeType.Bit => value[0] == 1 ? "true" : "false",
            MadeType.I32 => Invariant.Text(BitConverter.ToInt32(value)),
            MadeType.I64 => BitConverter.ToInt64(value) is var whole && read == ColumnType.Number ? Invariant.Text((double)whole) : whole.ToString(System.Globalization.CultureInfo.InvariantCulture),
            MadeType.I96 => MomentOf(value, read),
            MadeType.F32 => Invariant.Text(BitConverter.ToSingle(value)),
            MadeType.F64 => Invariant.Text(BitConverter.ToDouble(value)),
            _ => Encoding.UTF8.GetString(value),
        };

    private static string MomentOf(byte[] value, ColumnType read)
    {
        DateTime moment = DateTime.UnixEpoch.AddDays(BitConverter.ToInt32(value, 8) - 2_440_588).AddTicks(BitConverter.ToInt64(value) / 100);
        return moment.ToString(read == ColumnType.Date ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
    }
}
