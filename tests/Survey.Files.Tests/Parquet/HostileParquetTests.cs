using System.Diagnostics;
using System.IO.Compression;
using Survey.Files.Tests.Csv;
using Survey.Files.Tests.Parquet.Made;
using static Survey.Files.Tests.Parquet.Made.MadeValues;

namespace Survey.Files.Tests.Parquet;

/// <summary>Files that are cut, damaged or made to do harm end in a sentence, or in a table of the size that they state, with little memory and in little time.</summary>
[NonParallelizable]
public sealed class HostileParquetTests : TempFiles
{
    private const long Memory = 200_000_000;
    private const int Rows = 60;

    private static readonly MadeColumn X = new("x", MadeType.I32), Text = new("x", MadeType.Bytes), Required = new("x", MadeType.I32) { IsOptional = false };

    /// <summary>Up to three letters, a file might be a CSV file with that for its heading.</summary>
    [TestCase(MadeCodec.None)]
    [TestCase(MadeCodec.Zstd)]
    public void CutAnywhere(MadeCodec codec)
    {
        string path = FileOf(OfEverything(codec).Bytes(), "made.parquet");
        using FileStream file = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        for (long length = file.Length - 1; length > 3; length--)
        {
            file.SetLength(length);
            Assert.That(() => Table.Read(path), Throws.TypeOf<SurveyDataException>(), $"{length}");
        }
    }

    [Test]
    public void AByteOfAnotherValueAnywhere([Values] MadeCodec codec)
    {
        if (codec != MadeCodec.Lzo)
            Flip(OfEverything(codec).Bytes(), Rows, 600, (int)codec);
    }

    [TestCase("V1", "uncompressed")]
    [TestCase("V2", "snappy")]
    public void AByteOfAnotherValueInFilesOfDuckDb(string version, string codec)
    {
        using var duck = new Duck();
        string path = PathOf("duck.parquet");
        duck.Run($"COPY (SELECT i AS a, 'b' || i % 5 AS b, i / 3.0 AS c, DATE '2020-01-01' + i::INTEGER AS d, i % 2 = 0 AS e, TIMESTAMP '2020-01-01' + INTERVAL (i) SECOND AS f, i::DECIMAL(9, 2) AS g FROM range({Rows}) r(i)) TO {Duck.Quoted(path)} (FORMAT parquet, PARQUET_VERSION '{version}', COMPRESSION {codec})");
        Flip(File.ReadAllBytes(path), Rows, 800, 5);
    }

    [Test]
    public void AByteOfAnotherValueInAPageWithASumIsRefused([Values(MadeCodec.None, MadeCodec.Snappy)] MadeCodec codec)
    {
        MadeFile made = OfEverything(codec);
        byte[] bytes = made.Bytes();
        var random = new Random(3);
        string path = FileOf(bytes, "made.parquet");
        foreach (int at in made.Bodies.SelectMany(body => Enumerable.Range(body.Start, body.Length)))
        {
            byte[] flipped = [.. bytes];
            flipped[at] ^= (byte)random.Next(1, 256);
            File.WriteAllBytes(path, flipped);
            Assert.That(ErrorOf(() => Table.Read(path)), Does.Contain("its bytes are not those that were written (CRC)"), $"{at}");
        }
    }

    [TestCase(1L << 31)]
    [TestCase(int.MaxValue)]
    [TestCase(1_000_000_000)]
    [TestCase(1L << 62)]
    [TestCase(long.MaxValue)]
    public void RowsThatAreNotThere(long rows)
    {
        MadePage page = Page(X, Of(1), null);
        Refused(MadeFile.Of(X, rows, page));
        Refused(MadeFile.Of(X, rows, page with { ClaimedValues = int.MaxValue }));
        Refused(MadeFile.Of(Required, rows, Page(Required, Of(1)) with { ClaimedValues = int.MaxValue }));
        Refused(new MadeFile(X) { ClaimedRows = rows }.Group(2, [page]).Bytes());
        Refused(new MadeFile(X) { ClaimedRows = 1 }.Group(rows, [page]).Group(rows, [page]).Bytes());
        Refused(new MadeFile(X) { ClaimedValues = rows }.Group(2, [page]).Bytes());
    }

    [Test]
    public void RowsOfManyFilesThatAreNotThere()
    {
        byte[] bytes = MadeFile.Of(X, 1L << 48, Page(X, Of(1)));
        string[] paths = [.. Enumerable.Range(0, 40).Select(k => FileOf(bytes, $"part{k}.parquet"))];
        RefusalOf(() => Table.Read(paths));
        RefusalOf(() => Survey.Rows.Open(paths).Read(["x"]).Sum(chunk => chunk.Columns.Count));
    }

    [Test]
    public void PagesThatClaimTooMuch([Values] MadeCodec codec)
    {
        if (codec == MadeCodec.Lzo)
            return;
        MadeColumn column = X with { Codec = codec };
        MadePage page = Page(column, Of(1), null);
        foreach (int claim in (int[])[int.MaxValue, 1 << 30, 64 << 20, 1 << 20, 0, -1, int.MinValue])
        {
            Refused(MadeFile.Of(column, 2, page with { ClaimedUnpacked = claim }));
            Refused(MadeFile.Of(column, 2, page with { ClaimedPacked = claim }));
            Refused(MadeFile.Of(column, 2, page with { Kind = MadePageKind.Data2, ClaimedLevelBytes = claim == 0 ? 1000 : claim }));
        }
        Refused(new MadeFile(column) { AddedToLength = 1L << 40 }.Group(2, [page]).Bytes());
        Refused(new MadeFile(column) { AddedToLength = long.MaxValue }.Group(2, [page]).Bytes());
        Refused(new MadeFile(column) { ClaimedType = MadeType.F64 }.Group(2, [page]).Bytes());
    }

    [Test]
    public void DictionariesThatClaimTooMuch([Values(-1, 17, 1 << 24, int.MaxValue)] int claim)
    {
        foreach (MadeColumn column in (MadeColumn[])[X, Text, new("x", MadeType.Bit), new("x", MadeType.Fixed) { Length = 1 << 20 }])
        {
            MadePage[] pages = InDictionary(column, [[1, 0, 0, 0], [2, 0, 0, 0]], [1, 0, 0, 0], null, [2, 0, 0, 0]);
            Refused(MadeFile.Of(column, 3, pages[0] with { ClaimedValues = claim }, pages[1]));
        }
    }

    [Test]
    public void PlacesInADictionaryThatIsNotSoLongOrNotThere()
    {
        MadePage[] pages = InDictionary(X, [Of(1), Of(2), Of(3), Of(4)], Of(1), Of(4));
        Assert.That(RefusalOf(MadeFile.Of(X, 2, pages[1])), Does.Contain("it refers to a dictionary, and there is none"));
        Assert.That(RefusalOf(MadeFile.Of(X, 2, pages[0], pages[0], pages[1])), Does.Contain("it is a second dictionary"));
        Assert.That(RefusalOf(MadeFile.Of(X, 2, InDictionary(X, [Of(1), Of(2)])[0], pages[1])), Does.Contain("a value has the place 3 in a dictionary of 2"));
        foreach (byte width in (byte[])[0, 31, 32, 33, 255])
            Refused(MadeFile.Of(Required, 2, pages[0], new MadePage(MadePageKind.Data, 2, MadeEncoding.Dictionary, [width, 3, 255, 255, 255, 255, 255, 255, 255, 255])), mayBeRead: width == 0);
    }

    [Test]
    public void DifferencesThatClaimTooMuch([Values(MadeEncoding.Delta, MadeEncoding.DeltaLength, MadeEncoding.DeltaBytes)] MadeEncoding encoding)
    {
        byte[] many = Differences(128, 4, int.MaxValue, Enumerable.Repeat<byte>(0, 1 << 20)), wide = Differences(1 << 20, 1, int.MaxValue, Enumerable.Repeat<byte>(0, 1 << 16));
        byte[][] bodies = [many, wide, [.. many, .. many], [.. wide, .. wide], Differences(128, 4, 1L << 31, []), Differences(1 << 21, 4, 2, []), Differences(0, 4, 2, []), Differences(128, 0, 2, []), Differences(128, 8, 2, []), Differences(long.MaxValue, 1, 2, []), Differences(128, 4, 2, [0, 65, 0, 0, 0, 1, 1]), Differences(128, 4, 2, []), []];
        foreach (byte[] body in bodies)
            Refused(MadeFile.Of(encoding == MadeEncoding.Delta ? Required : Required with { Type = MadeType.Bytes }, 2, new MadePage(MadePageKind.Data, 2, encoding, body)));
    }

    [Test]
    public void LengthsOfTextsThatCannotBe([Values(-1, -1_000_000, 1_000_000, int.MaxValue, int.MinValue)] int length)
    {
        var random = new Random(1);
        MadeColumn column = Text with { IsOptional = false };
        byte[] lengths = Encode.Delta([1, length], random), ones = Encode.Delta([1, 1], random), none = Encode.Delta([0, 0], random);
        Refused(MadeFile.Of(column, 1, new MadePage(MadePageKind.Data, 1, MadeEncoding.Plain, [.. Of(length), 1, 2, 3])));
        Refused(MadeFile.Of(column, 2, new MadePage(MadePageKind.Data, 2, MadeEncoding.DeltaLength, [.. lengths, 65, 66])));
        Refused(MadeFile.Of(column, 2, new MadePage(MadePageKind.Data, 2, MadeEncoding.DeltaBytes, [.. none, .. lengths, 65, 66])));
        Refused(MadeFile.Of(column, 2, new MadePage(MadePageKind.Data, 2, MadeEncoding.DeltaBytes, [.. lengths, .. ones, 65, 66])));
        Refused(MadeFile.Of(X, 2, new MadePage(MadePageKind.Data, 2, MadeEncoding.Plain, [.. Of(length), 3, 3, 3])));
    }

    /// <summary>Each text is the one before it and a letter more.</summary>
    [Test]
    public void PrefixesThatUnfold()
    {
        const int Count = 40_000;
        var random = new Random(1);
        byte[] body = [.. Encode.Delta([.. Enumerable.Range(0, Count).Select(k => (long)k)], random), .. Encode.Delta([.. Enumerable.Repeat(1L, Count)], random), .. new byte[Count]];
        Assert.That(RefusalOf(MadeFile.Of(Text with { IsOptional = false, Codec = MadeCodec.Zstd }, Count, new MadePage(MadePageKind.Data, Count, MadeEncoding.DeltaBytes, body))), Does.Contain("its prefixes unfold to 800,020,000 bytes"));
    }

    [Test]
    public void PrefixesThatUnfoldLessButFromNothing()
    {
        const int Count = 22_000;
        var random = new Random(1);
        byte[] body = [.. Encode.Delta([.. Enumerable.Range(0, Count).Select(k => (long)k)], random), .. Encode.Delta([.. Enumerable.Repeat(1L, Count)], random), .. new byte[Count]];
        Assert.That(RefusalOf(MadeFile.Of(Text with { IsOptional = false, Codec = MadeCodec.Zstd }, Count, new MadePage(MadePageKind.Data, Count, MadeEncoding.DeltaBytes, body))), Does.Contain("its prefixes unfold to 242,011,000 bytes"));
    }

    /// <summary>Very many zeros in a page that claims them, or claims a few.</summary>
    [TestCase(MadeCodec.Gzip)]
    [TestCase(MadeCodec.Brotli)]
    [TestCase(MadeCodec.Zstd)]
    public void PagesThatUnfold(MadeCodec codec)
    {
        const int Count = 1 << 27;
        byte[] packed = Zeros(codec, Count);
        foreach (int claim in (int[])[Count, 8])
            Refused(MadeFile.Of(Required with { Codec = codec }, Count / 4, new MadePage(MadePageKind.Data, Count / 4, MadeEncoding.Plain, []) { Packed = packed, ClaimedUnpacked = claim }));
    }

    [Test]
    public void ABlockOfSnappyThatClaimsMoreThanItsPage() =>
        Assert.That(RefusalOf(MadeFile.Of(Required with { Codec = MadeCodec.Snappy }, 1, new MadePage(MadePageKind.Data, 1, MadeEncoding.Plain, []) { Packed = [.. ThriftWriter.Varint(uint.MaxValue), 0, 1], ClaimedUnpacked = 4 })), Does.Contain("its bytes do not unpack to the 4 that it claims"));

    [Test]
    public void FootersThatAreNone()
    {
        byte[] Deep(byte one) => [.. Enumerable.Repeat(one, 100_000)];
        Assert.That(RefusalOf(MadeFile.OfFooter(Deep(0x1C))), Does.Contain("structures stand more than 32 deep in one another"));
        Assert.That(RefusalOf(MadeFile.OfFooter([0x19, .. Deep(0x19)])), Does.Contain("damaged"));
        Assert.That(RefusalOf(MadeFile.OfFooter([0x69, .. Deep(0x19)])), Does.Contain("structures stand more than 32 deep in one another"));
        foreach (byte[] footer in (byte[][])[[], [0], [0x15], [0x29, 0xFC, 255, 255, 255, 255, 15], [0x29, 0xFC, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1], [0x1B, 255, 255, 255, 255, 15, 0x88], [0x1D], [0x18, 255, 255, 255, 255, 15]])
            Refused(MadeFile.OfFooter(footer));
    }

    /// <summary>Items of one byte each, which take many in memory.</summary>
    [TestCase(0x29)]
    [TestCase(0x49)]
    [TestCase(0x59)]
    public void FootersOfEmptyStructures(byte field)
    {
        const int Count = 4_000_000;
        byte[] schema = new ThriftWriter().Structs(2, [new ThriftWriter().I32(5, 1).Bytes, .. X.Nodes()]).Bytes[..^1];
        Refused(MadeFile.OfFooter([field, 0xFC, .. ThriftWriter.Varint(Count), .. new byte[Count]]));
        byte[] columns = [0x19, 0xFC, .. ThriftWriter.Varint(Count), .. new byte[Count]];
        Refused(MadeFile.OfFooter([.. schema, 0x29, 0x1C, .. columns, 0x26, 2, 0, 0]));
    }

    [Test]
    public void SchemasThatAreNoTrees([Values(-1, 0, 2, int.MaxValue)] int children) =>
        Refused(MadeFile.OfFooter(new ThriftWriter().Structs(2, [new ThriftWriter().I32(5, children).Bytes, .. X.Nodes()]).I64(3, 0).Structs(4, []).Bytes));

    /// <summary>A file of all encodings, in two groups, every page with a sum of its bytes.</summary>
    private static MadeFile OfEverything(MadeCodec codec)
    {
        var random = new Random(11);
        (MadeType Type, MadeEncoding Encoding, Func<int, byte[]> Value)[] kinds =
        [
            (MadeType.I32, MadeEncoding.Dictionary, k => Of(k % 5)), (MadeType.Bytes, MadeEncoding.Dictionary, k => Of($"v{k % 7}")), (MadeType.I64, MadeEncoding.Delta, k => Of(k * 1_000_003L)), (MadeType.F64, MadeEncoding.Split, k => Of(k / 3.0)),
            (MadeType.Bit, MadeEncoding.Rle, k => Of(k % 3 == 0)), (MadeType.Bit, MadeEncoding.Plain, k => Of(k % 3 == 0)), (MadeType.Bytes, MadeEncoding.Plain, k => Of($"t{k}")), (MadeType.Bytes, MadeEncoding.DeltaLength, k => Of($"t{k}")), (MadeType.Bytes, MadeEncoding.DeltaBytes, k => Of($"text {k / 3}")),
            (MadeType.I96, MadeEncoding.Plain, k => [.. Of(0L), .. Of(2_440_588 + k)]), (MadeType.F32, MadeEncoding.Plain, k => BitConverter.GetBytes(k / 8f)),
        ];
        MadeColumn[] columns = [.. kinds.Select((kind, k) => new MadeColumn($"c{k}", kind.Type) { Codec = codec, IsOptional = k % 4 > 0 })];
        var file = new MadeFile(columns);
        for (int group = 0; group < 2; group++)
            file.Group(Rows / 2, [.. kinds.Select((kind, k) => Pages(columns[k], kind.Encoding, [.. Enumerable.Range(group * Rows / 2, Rows / 2).Select(row => columns[k].IsOptional && row % 5 == 0 ? null : kind.Value(row))], 1 + (k + group) % 2, random))]);
        return file;
    }

    private static MadePage[] Pages(MadeColumn column, MadeEncoding encoding, byte[]?[] rows, int version, Random random)
    {
        byte[][] there = [.. rows.OfType<byte[]>()], dictionary = [.. there.DistinctBy(Convert.ToHexString)];
        MadePage page = MadePage.Of(version, encoding, column.IsOptional ? [.. rows.Select(row => row is not null)] : null, Encode.Values(encoding, column.Type, there, random, dictionary), rows.Length, random) with { CrcError = 0 };
        return encoding == MadeEncoding.Dictionary ? [InDictionary(column, dictionary)[0] with { CrcError = 0 }, page] : [page];
    }

    private void Flip(byte[] bytes, int rows, int times, int seed)
    {
        var random = new Random(seed);
        string path = PathOf("flipped.parquet");
        for (int k = 0; k < times; k++)
        {
            byte[] flipped = [.. bytes];
            int at = random.Next(bytes.Length);
            flipped[at] = (byte)random.Next(256);
            File.WriteAllBytes(path, flipped);
            try
            {
                Table table = k % 4 == 0 ? RowsTests.Joined(Survey.Rows.Open(path)) : Table.Read(path);
                Assert.That(table.RowCount, Is.EqualTo(rows));
            }
            catch (SurveyDataException)
            {
                // as it should be
            }
            catch (Exception other)
            {
                Assert.Fail($"Byte {at} as {flipped[at]}: {other}");
            }
        }
    }

    private static byte[] Zeros(MadeCodec codec, int count)
    {
        var packed = new MemoryStream();
        using (Stream stream = codec switch
        {
            MadeCodec.Gzip => new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            MadeCodec.Brotli => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            _ => new ZstdSharp.CompressionStream(packed, leaveOpen: true),
        })
            for (byte[] block = new byte[1 << 20]; count > 0; count -= block.Length)
                stream.Write(block);
        return packed.ToArray();
    }

    private static byte[] Differences(long block, int parts, long count, IEnumerable<byte> rest) =>
        [.. ThriftWriter.Varint((ulong)block), .. ThriftWriter.Varint((ulong)parts), .. ThriftWriter.Varint((ulong)count), 0, .. rest];

    private void Refused(byte[] bytes, bool mayBeRead = false)
    {
        string path = FileOf(bytes, "made.parquet");
        if (mayBeRead)
            Assert.That(Table.Read(path).RowCount, Is.EqualTo(2));
        else
            RefusalOf(() => Table.Read(path));
    }

    private string RefusalOf(byte[] bytes)
    {
        string path = FileOf(bytes, "made.parquet");
        return RefusalOf(() => Table.Read(path));
    }

    /// <summary>The error of an action, which takes little memory in all and seconds rather than minutes.</summary>
    private string RefusalOf(Func<object> action)
    {
        long start = Stopwatch.GetTimestamp(), before = GC.GetTotalAllocatedBytes(precise: true);
        string error = ErrorOf(action);
        Assert.That(GC.GetTotalAllocatedBytes(precise: true) - before, Is.LessThan(Memory), error);
        Assert.That(Stopwatch.GetElapsedTime(start), Is.LessThan(TimeSpan.FromSeconds(10)), error);
        return error;
    }
}
