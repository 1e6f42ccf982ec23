using Survey.Files.Tests.Parquet.Made;
using static Survey.Files.Tests.Parquet.Made.MadeValues;

namespace Survey.Files.Tests.Parquet;

/// <summary>Files that are rare but right, and files that are refused for what they are.</summary>
public sealed class OddFilesTests : TempFiles
{
    private static readonly MadeColumn X = new("x", MadeType.I32);
    private static readonly MadePage[] NoPages = [];

    [Test]
    public void PagesOfSeveralGzipMembersAndSeveralLz4Blocks()
    {
        MadePage page = Page(X, Of(1), null, Of(3));
        byte[] plain = [.. page.Levels, .. page.Body];
        AssertReads(MadeFile.Of(X with { Codec = MadeCodec.Gzip }, 3, page with { Packed = [.. Pack.Gzip(plain[..5]), .. Pack.Gzip([]), .. Pack.Gzip(plain[5..])] }), "1", null, "3");
        AssertReads(MadeFile.Of(X with { Codec = MadeCodec.Lz4 }, 3, page with { Packed = [.. Pack.Lz4Frame(plain[..5]), .. Pack.Lz4Frame(plain[5..])] }), "1", null, "3");
        AssertReads(MadeFile.Of(X with { Codec = MadeCodec.Lz4 }, 3, page with { Packed = Pack.Lz4(plain) }), "1", null, "3");
    }

    [Test]
    public void EmptyGroupsAndColumnsWithoutValues()
    {
        AssertReads(new MadeFile(X).Bytes());
        AssertReads(new MadeFile(X).Group(0, NoPages).Bytes());
        AssertReads(new MadeFile(X).Group(0, NoPages).Group(1, [Page(X, Of(5))]).Group(0, NoPages).Group(2, [Page(X, [null]), Page(X), Page(X, Of(6))]).Group(0, NoPages).Bytes(), "5", null, "6");
        foreach (MadeType type in Enum.GetValues<MadeType>())
        {
            MadeColumn column = new("x", type) { Length = 4 };
            AssertReads(MadeFile.Of(column, 3, Page(column, null, null, null)), null, null, null);
            AssertReads(MadeFile.Of(column, 3, InDictionary(column, [], null, null, null)), null, null, null);
        }
    }

    [Test]
    public void LevelsOfListsInFlatPagesAreLetBe() =>
        AssertReads(MadeFile.Of(X, 2, MadePage.Of(2, MadeEncoding.Plain, [true, false], Of(7), 0, new Random(1)) with { RepetitionLevels = [4, 0] }), "7", null);

    [Test]
    public void OtherFilesAndSecretsAndLzoAreRefused()
    {
        MadePage page = Page(X, Of(1));
        Assert.That(ErrorOf(() => Read(MadeFile.Of(X with { Elsewhere = "other.parquet" }, 1, page))), Is.EqualTo("made.parquet keeps the column 'x' in another file, and such are not read; write it as one file."));
        Assert.That(ErrorOf(() => Read(MadeFile.Of(X with { IsEncrypted = true }, 1, page))), Is.EqualTo("The column 'x' of made.parquet is encrypted, and encrypted columns are not read; leave it out, or write it without encryption."));
        Assert.That(ErrorOf(() => Read(MadeFile.Of(X with { Codec = MadeCodec.Lzo }, 1, page))), Is.EqualTo("The column 'x' of made.parquet is compressed with LZO, which is not read; write it with zstd or Snappy."));
        Assert.That(ErrorOf(() => Read(MadeFile.Of(X with { Codec = (MadeCodec)99 }, 1, page))), Is.EqualTo("made.parquet is damaged: in column 'x', row group 1, its codec is number 99, which there is not; write or copy it again."));
        byte[] encrypted = [.. "PARE"u8, .. MadeFile.Of(X, 1, page)[4..^4], .. "PARE"u8];
        Assert.That(ErrorOf(() => Read(encrypted)), Does.StartWith("made.parquet is an encrypted Parquet file"));
    }

    [Test]
    public void RowsAndValuesThatDisagreeAreRefused()
    {
        MadePage page = Page(X, Of(1), Of(2));
        Assert.That(ErrorOf(() => Read(MadeFile.Of(X, 1, page))), Does.Contain("it claims 2 values where 1 rows are left"));
        Assert.That(ErrorOf(() => Read(MadeFile.Of(X, 3, page))), Does.Contain("the group has 1 rows more than its pages"));
        foreach (MadeFile file in (MadeFile[])[new MadeFile(X).Group(2, [page, page]), new MadeFile(X).Group(2, [page, page]).Group(2, [page])])
            Assert.That(ErrorOf(() => Read(file.Bytes())), Is.EqualTo("made.parquet is damaged: in column 'x', row group 1, page 1, values follow the last row of the group; write or copy it again."));
    }

    [Test]
    public void NamesThatAreMissingOrAlike()
    {
        MadeColumn blank = new(" ", MadeType.I32);
        Table table = Read(new MadeFile(X, blank).Group(1, [Page(X, Of(1))], [Page(X, Of(2))]).Bytes());
        Assert.That(table.Columns, Is.EqualTo(new[] { "x", "column 2" }));
        Assert.That(Texts(table, "column 2"), Is.EqualTo(new[] { "2" }));
        byte[] alike = new MadeFile(X, X).Group(1, [Page(X, Of(1))], [Page(X, Of(2))]).Bytes();
        Assert.That(ErrorOf(() => Read(alike)), Is.EqualTo("made.parquet has two columns named 'x' (columns 1 and 2); give each column a name of its own."));
        Assert.That(RowFile.Open(FileOf(alike, "made.parquet"), new ReadOptions(), HeadingRule.AsTheyStand).Columns, Is.EqualTo(new[] { "x", "x" }));
    }

    private Table Read(byte[] bytes) => Table.Read(FileOf(bytes, "made.parquet"));

    private void AssertReads(byte[] bytes, params string?[] texts) => Assert.That(Texts(Read(bytes), "x"), Is.EqualTo(texts));
}
