using System.Text;

namespace Survey.Files.Tests.Parquet;

/// <summary>What is written is what another program reads, and is kept as the format asks.</summary>
public sealed class WritingTests : TempFiles
{
    private const int Group = 131_072;

    private static readonly string[] Chinese = ["男", "女", "其他", "不 知道", "\"引\"", "甲,乙", "a\nb", "😀", " x"];

    public enum Missing { Nowhere, Somewhere, Everywhere }

    /// <summary>A table of every type and shape of column.</summary>
    private static Table Mixed(int rows, Missing missing = Missing.Somewhere)
    {
        var random = new Random(rows);
        return Table.FromColumns(
        [
            ("row", new NumberColumn(Made(row => row, double.NaN))),
            ("few \"whole\" numbers", new NumberColumn(Made(row => row / 1000, double.NaN))),
            ("any'number", new NumberColumn(Made(_ => BitConverter.Int64BitsToDouble(random.NextInt64()) is var any && double.IsFinite(any) ? any : -0.0, double.NaN))),
            ("zeros", new NumberColumn(Made(row => row % 2 == 0 ? -0.0 : 0.0, double.NaN))),
            ("性别", new CategoryColumn(Made(_ => Chinese[random.Next(Chinese.Length)], null))),
            ("id", new CategoryColumn(Made(row => $"户{row:D7}", null))),
            ("flag", new FlagColumn(Made(_ => random.Next(2) == 0, (bool?)null))),
            ("day", new DateColumn(Made(row => row % 5 == 0 ? DateOnly.MaxValue : DateOnly.FromDayNumber(random.Next(DateOnly.MaxValue.DayNumber)), (DateOnly?)null))),
            ("year", (Column)new DateColumn(Made(row => new DateOnly(2000 + (row % 20), 1, 1), (DateOnly?)null))),
        ]);

        T[] Made<T>(Func<int, T> value, T none) =>
            [.. Enumerable.Range(0, rows).Select(row => missing == Missing.Everywhere || (missing == Missing.Somewhere && random.Next(7) == 0) ? none : value(row))];
    }

    [Test]
    public void AnotherProgramReadsTheSame([Values(0, 1, 7, 8, 9, 33, 65_537)] int rows, [Values] Missing missing) => AnotherProgramReadsTheSame(Mixed(rows, missing));

    [TestCase(65_535)]
    [TestCase(65_536)]
    [TestCase(131_072)]
    [TestCase(131_073)]
    [TestCase(300_000)]
    public void AnotherProgramReadsTheSameOfManyRows(int rows) => AnotherProgramReadsTheSame(Mixed(rows));

    private void AnotherProgramReadsTheSame(Table table)
    {
        table.Write(PathOf("t.parquet"));
        AssertReads(PathOf("t.parquet"), table);
        WrittenPage.In(File.ReadAllBytes(PathOf("t.parquet")));
    }

    [Test]
    public void RandomTablesAreReadTheSame([Range(1, 40)] int seed)
    {
        Table table = RandomTables.Next(new Random(seed));
        table.Write(PathOf("t.parquet"));
        AssertReads(PathOf("t.parquet"), table);
    }

    [Test]
    public void RowGroupsTypesAndCountsAreToldAsTheyAre()
    {
        Mixed(300_000).Write(PathOf("t.parquet"));
        using var duck = new Duck();
        string file = Duck.Quoted(PathOf("t.parquet"));
        Assert.That(duck.Rows($"SELECT DISTINCT row_group_id, row_group_num_rows, row_group_num_columns FROM parquet_metadata({file}) ORDER BY 1"), Is.EqualTo(new object[][] { [0L, 131072L, 9L], [1L, 131072L, 9L], [2L, 37856L, 9L] }));
        Assert.That(duck.Rows($"SELECT DISTINCT compression FROM parquet_metadata({file})"), Is.EqualTo(new object[][] { ["SNAPPY"] }));
        Assert.That(duck.Rows($"SELECT num_rows, num_row_groups, created_by LIKE 'survey version %.%' FROM parquet_file_metadata({file})"), Is.EqualTo(new object[][] { [300_000L, 3L, true] }));
        Assert.That(
            duck.Rows($"SELECT name, type, repetition_type, converted_type, logical_type FROM parquet_schema({file}) WHERE num_children IS NULL").Select(row => string.Join('|', row.Select(cell => cell ?? "-"))),
            Is.EqualTo([
                "row|DOUBLE|OPTIONAL|-|-", "few \"whole\" numbers|DOUBLE|OPTIONAL|-|-", "any'number|DOUBLE|OPTIONAL|-|-", "zeros|DOUBLE|OPTIONAL|-|-", "性别|BYTE_ARRAY|OPTIONAL|UTF8|StringType()",
                "id|BYTE_ARRAY|OPTIONAL|UTF8|StringType()", "flag|BOOLEAN|OPTIONAL|-|-", "day|INT32|OPTIONAL|DATE|DateType()", "year|INT32|OPTIONAL|DATE|DateType()",
            ]));
        foreach (string name in (string[])["row", "flag", "性别"])
            Assert.That(
                duck.Rows($"SELECT CAST(sum(stats_null_count) AS BIGINT) FROM parquet_metadata({file}) WHERE path_in_schema = '{name}'")[0],
                Is.EqualTo(duck.Rows($"SELECT count(*) FILTER ({name} IS NULL) FROM {file}")[0]));
    }

    [Test]
    public void ADictionaryIsUsedWhereItPays()
    {
        Mixed(Group + 10).Write(PathOf("t.parquet"));
        using var duck = new Duck();
        Assert.That(
            duck.Rows($"SELECT path_in_schema, encodings FROM parquet_metadata({Duck.Quoted(PathOf("t.parquet"))}) WHERE row_group_id = 0").Select(row => $"{row[0]}: {row[1]}"),
            Is.EqualTo([
                "row: PLAIN, RLE", "few \"whole\" numbers: PLAIN, RLE, RLE_DICTIONARY", "any'number: PLAIN, RLE", "zeros: PLAIN, RLE, RLE_DICTIONARY", "性别: PLAIN, RLE, RLE_DICTIONARY",
                "id: PLAIN, RLE", "flag: PLAIN, RLE", "day: PLAIN, RLE", "year: PLAIN, RLE, RLE_DICTIONARY",
            ]));
    }

    [Test]
    public void ADictionaryIsGivenUpInTheMiddle()
    {
        string long30 = new('x', 30);
        Table table = Table.FromColumns(
        [
            ("x", (Column)new NumberColumn([.. Enumerable.Range(0, Group).Select(row => row < Group / 2 ? row % 10 : row + 0.5)])),
            ("t", new CategoryColumn([.. Enumerable.Range(0, Group).Select(row => row < Group / 2 ? $"{row % 10}" : $"{long30}{(row % 8 == 0 ? row : row % 60_000 / 2)}")])),
        ]);
        table.Write(PathOf("t.parquet"));
        AssertReads(PathOf("t.parquet"), table);
        ILookup<int, WrittenPage> pages = WrittenPage.In(File.ReadAllBytes(PathOf("t.parquet"))).ToLookup(page => page.Column);
        foreach (int column in (int[])[0, 1])
            Assert.That(pages[column].Select(page => (page.Type, page.Encoding)).Distinct(), Is.EqualTo([(2L, 0L), (0L, 8L), (0L, 0L)]), "dictionary, by it, plain");
        Assert.That(pages[0].First().Values, Is.EqualTo(10), "what came too late is not kept");
        Assert.That(pages[1].First().Values, Is.EqualTo(10));
    }

    [Test]
    public void PagesHaveAtMostOneMegabyteButForOneText()
    {
        var random = new Random(1);
        string?[] texts = [.. Enumerable.Range(0, 3_000).Select(row => row % 4 == 0 ? null : row is 1001 or 2002 ? $"{row}" + new string('长', 1_500_000) : $"{row}" + new string((char)('a' + (row % 26)), random.Next(4_000)))];
        Table table = Table.FromColumns([("t", (Column)new CategoryColumn(texts)), ("row", new NumberColumn([.. Enumerable.Range(0, 3_000).Select(row => row * 0.1)]))]);
        table.Write(PathOf("t.parquet"));
        AssertReads(PathOf("t.parquet"), table);
        List<WrittenPage> pages = WrittenPage.In(File.ReadAllBytes(PathOf("t.parquet")));
        Assert.That(pages.Count(page => page.Bytes > 1 << 20), Is.EqualTo(2));
        Assert.That(pages.Where(page => page.Bytes > 1 << 20).Max(page => page.Bytes), Is.LessThan(4_600_000));
        Mixed(300_000).Write(PathOf("m.parquet"));
        Assert.That(WrittenPage.In(File.ReadAllBytes(PathOf("m.parquet"))).Max(page => page.Bytes), Is.InRange(1 << 19, 1 << 20));
    }

    [Test]
    public void TheBytesAreTheSameForAnyNumberOfThreads()
    {
        Table table = Mixed(300_000);
        Assert.That(((int[])[1, 2, 8]).Select(threads => OnThreads(threads, () => Bytes(table))).Distinct(ByteArrays.Comparer).Count(), Is.EqualTo(1));
    }

    [Test]
    public void ZerosKeepTheirSign()
    {
        Table.FromColumns([("x", (Column)new NumberColumn([-0.0, 0.0, -0.0]))]).Write(PathOf("t.parquet"));
        using var duck = new Duck();
        Assert.That(duck.Rows($"SELECT x FROM {Duck.Quoted(PathOf("t.parquet"))}").Select(row => double.IsNegative((double)row[0]!)), Is.EqualTo([true, false, true]));
    }

    [Test]
    public void WhatTheTextsDoNotGiveBackIsStored()
    {
        Table table = Table.FromColumns(
        [
            ("sex", (Column)new CategoryColumn(["1", "2"], ["1", "2"], ["男", "女"], ordered: true)),
            ("plain", new CategoryColumn(["v9", "v10"])),
            ("filtered", new CategoryColumn(["a", null], ["a", "b"])),
            ("order", new CategoryColumn(["10", "9"], ["10", "9"])),
            ("none", new CategoryColumn([null, null])),
        ]);
        table.Write(PathOf("t.parquet"));
        using var duck = new Duck();
        object?[] stored = duck.Rows($"SELECT key, value FROM parquet_kv_metadata({Duck.Quoted(PathOf("t.parquet"))})").Single();
        Assert.That(stored.Select(bytes => bytes is byte[] own ? Encoding.UTF8.GetString(own) : Read((Stream)bytes!)), Is.EqualTo([
            "survey", """{"version":1,"columns":[{"name":"sex","levels":["1","2"],"labels":["男","女"],"ordered":true},{"name":"order","levels":["10","9"]}]}"""]));
    }

    [Test]
    public void AFileThatWasCutOrOfWhichAByteWasChangedIsRefused()
    {
        Mixed(40).Write(PathOf("t.parquet"));
        byte[] bytes = File.ReadAllBytes(PathOf("t.parquet"));
        var random = new Random(1);
        foreach (int at in WrittenPage.In(bytes).SelectMany(page => Enumerable.Range(page.Body.Start.Value, page.Body.End.Value - page.Body.Start.Value)))
        {
            byte[] flipped = [.. bytes];
            flipped[at] ^= (byte)random.Next(1, 256);
            Assert.That(ErrorOf(() => Table.Read(FileOf(flipped, "flipped.parquet"))), Does.StartWith("flipped.parquet is damaged: in column '").And.Contain("its bytes are not those that were written (CRC)"), $"{at}");
        }
        for (int length = 0; length < bytes.Length; length++)
            Assert.That(() => Table.Read(FileOf(bytes[..length], "cut.parquet")), Throws.TypeOf<SurveyDataException>(), $"{length}");
    }

    [Test]
    public void LevelsThatAFilterLeftAreNotWritten()
    {
        Table people = Table.FromColumns([("contact", (Column)new CategoryColumn(["13800138000", "13900139000", null])), ("x", new NumberColumn([1, 2, 3]))]);
        people.Filter(Expr.Parse("x = 3")).Write(PathOf("t.parquet"));
        Assert.That(File.ReadAllText(PathOf("t.parquet"), Encoding.Latin1), Does.Not.Contain("13800138000").And.Not.Contain("survey\""));
    }

    [Test]
    public void LevelsAndLabelsThatLookPersonalAreRefused()
    {
        Table labelled = Table.FromColumns([("who", (Column)new CategoryColumn(["1", "1"], ["1", "2"], ["电话 13800138000", "other"]))]);
        Table unused = Table.FromColumns([("who", (Column)new CategoryColumn(["1", null], ["1", "电话 13800138000"], ordered: true))]);
        foreach (Table table in (Table[])[labelled, unused])
        {
            Assert.That(Assert.Throws<SurveyDataException>(() => table.Write(PathOf("t.parquet")))!.Message, Does.StartWith("Nothing is written, as ").And.Contain("'who'"));
            Assert.That(File.Exists(PathOf("t.parquet")), Is.False);
            table.Write(PathOf("allowed.parquet"), new WriteOptions { PersonalDataAllowedIn = ["who"] });
        }
    }

    [Test]
    public void WithoutAnythingToStoreThereIsNoKey()
    {
        Mixed(10).Write(PathOf("t.parquet"));
        Assert.That(ThriftTree.FooterOf(File.ReadAllBytes(PathOf("t.parquet"))).Keys, Is.EqualTo([1, 2, 3, 4, 6]));
    }

    [Test]
    public void ManyColumns()
    {
        Table table = Table.FromColumns(Enumerable.Range(0, 300).Select(k => ($"列{k}", (Column)new NumberColumn([k, double.NaN, k + 0.5]))));
        table.Write(PathOf("t.parquet"));
        AssertReads(PathOf("t.parquet"), table);
    }

    [Test]
    public void WhatCannotBeWrittenLeavesTheEarlierFile()
    {
        string file = FileOf("before", "t.parquet");
        Assert.That(ErrorOf(() => Write(Table.FromColumns([("x", (Column)new CategoryColumn(["a\uD800"]))]))), Is.EqualTo("t.parquet cannot be written: a text holds U+D800, half of a character; mend the text."));
        Assert.That(ErrorOf(() => Write(Table.FromColumns([("x", (Column)new CategoryColumn([.. Enumerable.Repeat("a", 140_000), "\u3000"]))]))), Is.EqualTo("The column 'x' holds a blank text in row 140001, which is read as a missing value; make it missing, or give the level a name."));
        Assert.That(ErrorOf(() => Write(Table.FromColumns([("x", (Column)new CategoryColumn(["a"], ["a", ""], ordered: true))]))), Is.EqualTo("The column 'x' has a blank level, which is read as a missing value; give the level a name."));
        Assert.That(ErrorOf(() => Write(Table.FromColumns([("x", (Column)new CategoryColumn(["a"], ["a", "b\uDC00"], ordered: true))]))), Does.Contain("a text holds U+DC00, half of a character"));
        Assert.That(ErrorOf(() => Write(Table.FromColumns(Array.Empty<(string, Column)>()))), Is.EqualTo("A table of 0 columns cannot be written as Parquet, of which 1 to 100,000 are read; select the columns to write."));
        Assert.That(ErrorOf(() => Write(Table.FromColumns([("x", (Column)new NumberColumn([1])), (" ", new NumberColumn([1]))]))), Is.EqualTo("Column 2 has no name; give it one before it is written."));
        Assert.That(ErrorOf(() => Write(Table.FromColumns([("证件", (Column)new CategoryColumn(["11010519491231002X"]))]))), Does.StartWith("Nothing is written, as the column '证件' looks like ID card numbers"));
        Assert.That(File.ReadAllText(file), Is.EqualTo("before"));
        Assert.That(Directory.GetFiles(PathOf("")), Has.Length.EqualTo(1));

        int Write(Table table)
        {
            table.Write(file);
            return 0;
        }
    }

    [Test]
    public void AFullDiskLeavesNothing([Values(0, 3, 100, 200_000)] int room)
    {
        string file = FileOf("before", "t.parquet");
        Assert.That(
            ErrorOf(() => { OutputFile.Write(file, stream => Survey.Files.Parquet.Writing.ParquetOutput.Write(Mixed(70_000), new FullStream(stream, room), [], [])); return 0; }),
            Does.StartWith("t.parquet cannot be written; check that its folder exists"));
        Assert.That((File.ReadAllText(file), Directory.GetFiles(PathOf("")).Length), Is.EqualTo(("before", 1)));
    }

    private byte[] Bytes(Table table)
    {
        table.Write(PathOf("b.parquet"));
        return File.ReadAllBytes(PathOf("b.parquet"));
    }

    private static T OnThreads<T>(int threads, Func<T> action)
    {
        int usual = OrderedPass.Threads;
        OrderedPass.Threads = threads;
        try
        {
            return action();
        }
        finally
        {
            OrderedPass.Threads = usual;
        }
    }

    private static string Read(Stream stream)
    {
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Each row of the file, as DuckDB reads it in order, against the table.</summary>
    private static void AssertReads(string file, Table table)
    {
        using var duck = new Duck();
        List<object?[]> rows = duck.Rows($"SELECT * FROM {Duck.Quoted(file)}");
        Assert.That(rows, Has.Count.EqualTo(table.RowCount));
        for (int k = 0; k < table.Columns.Count; k++)
        {
            Column column = table[table.Columns[k]];
            for (int row = 0; row < rows.Count; row++)
                if (!Equals(rows[row][k], ValueOf(column, row)))
                    Assert.Fail($"{table.Columns[k]}, row {row + 1}: {rows[row][k] ?? "null"} instead of {column.TextAt(row) ?? "null"}");
        }
    }

    private static object? ValueOf(Column column, int row) =>
        column.IsMissing(row) ? null
        : column switch
        {
            NumberColumn numbers => numbers.Values[row],
            FlagColumn flags => flags.Values[row] == 1,
            DateColumn days => days[row],
            _ => column.TextAt(row),
        };

    /// <summary>A stream that has no room after some bytes.</summary>
    private sealed class FullStream(Stream stream, int room) : MemoryStream
    {
        private int _left = room;

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if ((_left -= buffer.Length) < 0)
                throw new IOException("There is no room.");
            stream.Write(buffer);
        }
    }
}

/// <summary>Arrays of bytes, equal by their bytes.</summary>
file static class ByteArrays
{
    public static readonly IEqualityComparer<byte[]> Comparer = EqualityComparer<byte[]>.Create((a, b) => a.AsSpan().SequenceEqual(b), bytes => bytes.Length);
}
