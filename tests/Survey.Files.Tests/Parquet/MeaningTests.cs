using Survey.Files.Tests.Parquet.Made;
using static Survey.Files.Tests.Parquet.Made.MadeValues;

namespace Survey.Files.Tests.Parquet;

/// <summary>What values mean, by the logical types of today and by the converted types before them.</summary>
public sealed class MeaningTests : TempFiles
{
    private const string Column = "x";

    [TestCase(0, 150, "150")]
    [TestCase(2, -150, "-1.5")]
    [TestCase(9, 1, "1E-09")]
    public void DecimalsInAllCarriers(int scale, int unscaled, string text)
    {
        byte[] bytes = [.. Of(unscaled).Reverse()];
        foreach ((MadeType type, int? length, byte[] value) in (IEnumerable<(MadeType, int?, byte[])>)[(MadeType.I32, null, Of(unscaled)), (MadeType.I64, null, Of((long)unscaled)), (MadeType.Bytes, null, bytes), (MadeType.Fixed, 4, bytes)])
        {
            AssertReads(new(Column, type) { Length = length, Logical = MadeColumn.OfDecimal(scale, 9) }, ColumnType.Number, [text, null], value, null);
            AssertReads(new(Column, type) { Length = length, Converted = 5, Scale = scale, Precision = 9 }, ColumnType.Number, [text], value);
        }
    }

    [Test]
    public void DecimalsOfManyDigitsAreTheNearestNumbersAndNoted()
    {
        byte[] bytes = [0x01, .. new byte[15]]; // 2 to the power of 120
        MadeColumn column = new(Column, MadeType.Fixed) { Length = 16, Logical = MadeColumn.OfDecimal(30, 38) };
        Table table = Table.Read(FileOf(MadeValues.FileOf(column, bytes, [0xFF, .. new byte[15]])));
        Assert.That(((NumberColumn)table[Column]).Values.ToArray(), Is.EqualTo(new[] { 1329227.995784915872903807060280344576, -1329227.995784915872903807060280344576 }));
        Assert.That(NotesOf(table), Is.EqualTo(new[] { "the column 'x' holds decimals of more digits than a number has, which are rounded to some 16" }));
        Assert.That(Texts(Table.Read(FileOf(MadeValues.FileOf(column, bytes)), AsCategory), Column), Is.EqualTo(new[] { "1329227.995784915872903807060280344576" }));
    }

    [Test]
    public void CodesForMissingNeedNotFitTheType()
    {
        var options = new ReadOptions { Missing = ["-9223372036854775808", "Infinity"] };
        AssertReads(new(Column, MadeType.I64), ColumnType.Number, [null, "7"], options, Of(long.MinValue), Of(7L));
        AssertReads(new(Column, MadeType.F64), ColumnType.Number, [null, "7"], options, Of(double.PositiveInfinity), Of(7.0));
    }

    [TestCase(0x3E00, "1.5")]
    [TestCase(0xFBFF, "-65504")]
    [TestCase(0x0001, "5.960464477539063E-08")]
    [TestCase(0x7E00, null)]
    public void HalvesOfFloats(int bits, string? text)
    {
        MadeColumn column = new(Column, MadeType.Fixed) { Length = 2, Logical = MadeColumn.Meaning(15) };
        AssertReads(column, ColumnType.Number, [text], Of(bits)[..2]);
        AssertReads(column, ColumnType.Category, [text], AsCategory, Of(bits)[..2]);
    }

    [Test]
    public void NumbersThatAreNone()
    {
        AssertReads(new(Column, MadeType.F64), ColumnType.Number, [null, "0.1"], Of(double.NaN), Of(0.1));
        AssertReads(new(Column, MadeType.F64), ColumnType.Category, [null, "0.1"], AsCategory, Of(double.NaN), Of(0.1));
        AssertReads(new(Column, MadeType.F32), ColumnType.Number, [null, "0.10000000149011612"], BitConverter.GetBytes(float.NaN), BitConverter.GetBytes(0.1f));
    }

    [Test]
    public void WholeNumbersWithoutASign()
    {
        AssertReads(new(Column, MadeType.I32) { Logical = MadeColumn.OfWhole(32, isSigned: false) }, ColumnType.Number, ["4294967295"], Of(-1));
        AssertReads(new(Column, MadeType.I32) { Converted = 13 }, ColumnType.Number, ["4294967295"], Of(-1));
        AssertReads(new(Column, MadeType.I32) { Logical = MadeColumn.OfWhole(8, isSigned: true), Converted = 15 }, ColumnType.Number, ["-1"], Of(-1));
        AssertReads(new(Column, MadeType.I64) { Logical = MadeColumn.OfWhole(64, isSigned: false) }, ColumnType.Category, ["18446744073709551615"], Of(-1L));
        AssertReads(new(Column, MadeType.I64) { Converted = 14 }, ColumnType.Number, ["9007199254740992"], Of(1L << 53));
        AssertReads(new(Column, MadeType.I64), ColumnType.Category, ["-9007199254740993", "5"], Of(-(1L << 53) - 1), Of(5L));
        AssertReads(new(Column, MadeType.I64), ColumnType.Category, ["-9223372036854775808", null], Of(long.MinValue), null);
        AssertReads(new(Column, MadeType.I64), ColumnType.Number, ["-9007199254740992", "9007199254740992"], Of(-(1L << 53)), Of(1L << 53));
    }

    [Test]
    public void DaysAndTimes()
    {
        AssertReads(new(Column, MadeType.I32) { Logical = MadeColumn.Meaning(6) }, ColumnType.Date, ["1969-12-31", "0001-01-01", "9999-12-31"], Of(-1), Of(-719_162), Of(2_932_896));
        AssertReads(new(Column, MadeType.I32) { Converted = 6 }, ColumnType.Date, ["1970-01-01"], Of(0));
        AssertReads(new(Column, MadeType.I32) { Logical = MadeColumn.OfTime(7, 1) }, ColumnType.Category, ["00:00:01.005"], Of(1_005));
        AssertReads(new(Column, MadeType.I32) { Converted = 7 }, ColumnType.Category, ["23:59:59"], Of(86_399_000));
        AssertReads(new(Column, MadeType.I64) { Logical = MadeColumn.OfTime(7, 2) }, ColumnType.Category, ["00:00:00.000001"], Of(1L));
        AssertReads(new(Column, MadeType.I64) { Logical = MadeColumn.OfTime(7, 3) }, ColumnType.Category, ["00:00:00.000000001"], Of(1L));
        AssertReads(new(Column, MadeType.I64) { Converted = 8 }, ColumnType.Category, ["00:00:00.000001"], Of(1L));
    }

    [TestCase(1, 86_400_000L)]
    [TestCase(2, 86_400_000_000L)]
    [TestCase(3, 86_400_000_000_000L)]
    public void MomentsOfEveryUnit(int unit, long day)
    {
        foreach (MadeColumn column in (MadeColumn[])[new(Column, MadeType.I64) { Logical = MadeColumn.OfTime(8, unit) }, new(Column, MadeType.I64) { Converted = 8 + unit, Logical = unit == 3 ? MadeColumn.OfTime(8, unit) : null }])
        {
            AssertReads(column, ColumnType.Date, ["1969-12-31", null, "1970-01-03"], Of(-day), null, Of(2 * day));
            AssertReads(column, ColumnType.Category, ["1969-12-31 12:00:00", null, "1970-01-03 00:00:00"], Of(-day / 2), null, Of(2 * day));
        }
    }

    [Test]
    public void MomentsOfImpala()
    {
        byte[] day = [.. Of(0L), .. Of(2_440_589)], second = [.. Of(1_500_000_000L), .. Of(2_440_587)];
        AssertReads(new(Column, MadeType.I96), ColumnType.Date, ["1970-01-02", null], day, null);
        AssertReads(new(Column, MadeType.I96), ColumnType.Category, ["1970-01-02 00:00:00", "1969-12-31 00:00:01.5"], day, second);
    }

    [Test]
    public void Texts()
    {
        foreach (MadeColumn column in (MadeColumn[])[new(Column, MadeType.Bytes), new(Column, MadeType.Bytes) { Converted = 0 }, new(Column, MadeType.Bytes) { Converted = 4 }, new(Column, MadeType.Bytes) { Converted = 19 }, new(Column, MadeType.Bytes) { Logical = MadeColumn.Meaning(1) }, new(Column, MadeType.Bytes) { Logical = MadeColumn.Meaning(4) }, new(Column, MadeType.Bytes) { Logical = MadeColumn.Meaning(12) }])
            AssertReads(column, ColumnType.Category, ["12", "张", null, null, " a "], Of("12"), Of("张"), Of(""), Of(" \t"), Of(" a "));
        AssertReads(new(Column, MadeType.Fixed) { Length = 3 }, ColumnType.Category, ["abc"], Of("abc"));
        AssertReads(new(Column, MadeType.Fixed) { Length = 16, Logical = MadeColumn.Meaning(14) }, ColumnType.Category, ["00112233-4455-6677-8899-aabbccddeeff"], Convert.FromHexString("00112233445566778899AABBCCDDEEFF"));
    }

    [Test]
    public void BytesThatAreNoTextAreRefused()
    {
        Assert.That(ErrorOf(() => Read(new(Column, MadeType.Bytes) { Converted = 0 }, null, Of("a"), [0xFF])), Is.EqualTo("made.parquet, row 3, column 'x' holds bytes that are no text (UTF-8); leave the column out, or write it as text."));
        Assert.That(ErrorOf(() => Read(new(Column, MadeType.Bytes), null, [0xC3], Of("a"))), Is.EqualTo("made.parquet, row 2, column 'x' holds bytes that are no text (UTF-8), as binary columns do; leave the column out, or write it as text."));
    }

    [Test]
    public void LevelsAreThoseThatRowsHaveInNaturalOrder()
    {
        MadeColumn column = new(Column, MadeType.Bytes);
        Table table = Table.Read(FileOf(MadeFile.Of(column, 4, InDictionary(column, [Of("unused"), Of("v10"), [0xFF], Of("v9"), Of("")], Of("v10"), Of("v9"), null, Of(""))), "made.parquet"));
        Assert.That(((CategoryColumn)table[Column]).Levels, Is.EqualTo(new[] { "v9", "v10" }));
        Assert.That(Texts(table, Column), Is.EqualTo(new[] { "v10", "v9", null, null }));
    }

    [Test]
    public void TypesAndMissingCodesAreAsForCsv()
    {
        var options = new ReadOptions { Missing = ["-99"], MissingIn = new Dictionary<string, IReadOnlyList<string>> { [Column] = ["no", "7", "1970-01-01"] } };
        AssertReads(new(Column, MadeType.I32), ColumnType.Number, [null, null, "8"], options, Of(-99), Of(7), Of(8));
        AssertReads(new(Column, MadeType.F64), ColumnType.Number, [null, null, "8.5"], options, Of(-99.0), Of(7.0), Of(8.5));
        AssertReads(new(Column, MadeType.Bytes), ColumnType.Category, [null, null, "yes"], options, Of(" no "), Of("-99"), Of("yes"));
        AssertReads(new(Column, MadeType.I32) { Converted = 6 }, ColumnType.Date, [null, "1970-01-02"], options, Of(0), Of(1));
        AssertReads(new(Column, MadeType.I32), ColumnType.Category, ["-5", null], AsCategory with { Missing = ["6"] }, Of(-5), Of(6));
        AssertReads(new(Column, MadeType.Bit), ColumnType.Category, ["true", "false"], AsCategory, Of(true), Of(false));
        AssertReads(new(Column, MadeType.Bytes), ColumnType.Number, ["1.5", null], As(ColumnType.Number), Of("1.50"), Of(""));
        AssertReads(new(Column, MadeType.Bytes), ColumnType.Flag, ["true", "false"], As(ColumnType.Flag), Of("True"), Of(" false"));
        AssertReads(new(Column, MadeType.Bytes), ColumnType.Date, ["2020-02-29"], As(ColumnType.Date), Of("2020-02-29"));
    }

    [Test]
    public void ColumnsWithoutSingleValuesStandBesideFlatOnes()
    {
        byte[] interval = new byte[12];
        MadeColumn[] columns =
        [
            new("list", MadeType.I32) { Above = [(3, false), (null, true)] }, new("a", MadeType.I32), new("repeated", MadeType.I32) { Repeats = true }, new("wait", MadeType.Fixed) { Length = 12, Converted = 21 },
            new("none", MadeType.I32) { Logical = MadeColumn.Meaning(11) }, new("bson", MadeType.Bytes) { Converted = 20 }, new("structure", MadeType.F64) { Above = [(null, false)] }, new("shape", MadeType.Bytes) { Logical = MadeColumn.Meaning(17) }, new("b", MadeType.Bytes),
        ];
        MadePage[] other = [new MadePage(MadePageKind.Data, 1, MadeEncoding.Plain, interval)];
        string path = FileOf(new MadeFile(columns).Group(2, other, [Page(columns[1], Of(1), Of(2))], other, other, other, other, other, other, [Page(columns[8], null, Of("z"))]).Bytes(), "made.parquet");
        Table table = Table.Read(path);
        Assert.That(table.Columns, Is.EqualTo(new[] { "a", "b" }));
        Assert.That(Texts(table, "a"), Is.EqualTo(new[] { "1", "2" }));
        Assert.That(Texts(table, "b"), Is.EqualTo(new[] { null, "z" }));
        foreach ((string name, string why) in (IEnumerable<(string, string)>)[("list", "holds lists"), ("repeated", "holds lists"), ("wait", "holds intervals of time"), ("none", "has the null type, without values"), ("bson", "holds BSON"), ("structure", "holds structures"), ("shape", "holds shapes on a map")])
            Assert.That(ErrorOf(() => Table.Read(path, new ReadOptions { Columns = [name] })), Is.EqualTo($"In made.parquet the column '{name}' {why}, which no column here can; write it as columns of single values, or read the others."));
    }

    private static ReadOptions AsCategory => As(ColumnType.Category);

    private static ReadOptions As(ColumnType type) => new() { Types = new Dictionary<string, ColumnType> { [Column] = type } };

    private Table Read(MadeColumn column, params byte[]?[] values) => Table.Read(FileOf(MadeValues.FileOf(column, values), "made.parquet"));

    private void AssertReads(MadeColumn column, ColumnType type, string?[] texts, params byte[]?[] values) => AssertReads(column, type, texts, new ReadOptions(), values);

    /// <summary>Asserts what a file reads as, with and without a dictionary, as a table and as rows.</summary>
    private void AssertReads(MadeColumn column, ColumnType type, string?[] texts, ReadOptions options, params byte[]?[] values)
    {
        byte[][] dictionary = [.. values.OfType<byte[]>().Reverse()];
        foreach (byte[] bytes in column.Type == MadeType.Bit ? [MadeValues.FileOf(column, values)] : (byte[][])[MadeValues.FileOf(column, values), MadeFile.Of(column, values.Length, InDictionary(column, dictionary, values))])
        {
            string path = FileOf(bytes, "made.parquet");
            Table table = Table.Read(path, options);
            Assert.That(table[Column].Type, Is.EqualTo(type));
            Assert.That(Texts(table, Column), Is.EqualTo(texts));
            AssertEqual(Csv.RowsTests.Joined(Rows.Open(path, options)), table);
        }
    }
}
