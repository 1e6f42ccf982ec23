using Survey.Files.Parquet.Reading;

namespace Survey.Files.Tests.Parquet;

/// <summary>Files that DuckDB writes hold, when they are read, what DuckDB has.</summary>
public sealed class DuckFilesTests : TempFiles
{
    private const string Types = """
        CREATE TABLE t AS SELECT
            i AS row, i % 3 = 0 AS flag, (i % 200 - 100)::TINYINT AS tiny, (i * 7 % 60000 - 30000)::SMALLINT AS small, (i * 7919 - 3000000)::INTEGER AS whole, (i * 12345678901 - 900000000000)::BIGINT AS big,
            (9007199254740990 + i)::BIGINT AS beyond, (i % 256)::UTINYINT AS utiny, (i * 13 % 65536)::USMALLINT AS usmall, (4294967295 - i)::UINTEGER AS uwhole, (18446744073709551615 - i::UBIGINT)::UBIGINT AS ubig, (i * 3)::UBIGINT AS ufew,
            (i / 7.0)::FLOAT AS f32, i / 7.0::DOUBLE AS f64, CASE WHEN i % 5 = 0 THEN 'nan'::DOUBLE ELSE i END AS nans, (i * 3)::HUGEINT AS huge,
            (i % 900 / 10.0)::DECIMAL(4, 1) AS d4, (i / 100.0 - 20)::DECIMAL(9, 2) AS d9, (i * 123456.789)::DECIMAL(18, 4) AS d18, (i * 98765.4321)::DECIMAL(38, 10) AS d38,
            DATE '1960-01-01' + (i * 11)::INTEGER AS day, TIME '00:00:01' + INTERVAL (i * 17) SECOND AS hour, TIMESTAMP '1969-12-31 23:59:59.5' + INTERVAL (i * 3601) SECOND AS at, (DATE '1999-12-31' + i::INTEGER)::TIMESTAMP AS midnight,
            (TIMESTAMP '2001-02-03 04:05:06.789' + INTERVAL (i) MINUTE)::TIMESTAMP_MS AS ms, (TIMESTAMP '2001-02-03 04:05:06' + INTERVAL (i) HOUR)::TIMESTAMP_S AS s, (TIMESTAMP '2001-02-03 04:05:06.123456' + INTERVAL (i) HOUR)::TIMESTAMP_NS AS ns,
            'a' || (i % 20) AS few, 'name of ' || i AS many, CASE WHEN i % 2 = 0 THEN '张' || i % 7 ELSE '' END AS blank, ('abcdefgh'[1:1 + i % 7])::BLOB AS bytes, CASE i % 3 WHEN 0 THEN 'no' WHEN 1 THEN 'yes' ELSE 'maybe' END::ENUM('yes', 'no', 'maybe') AS answer,
            ('00000000-0000-0000-0000-' || lpad(i::VARCHAR, 12, '0'))::UUID AS id, NULL::INTEGER AS none
        FROM range(3000) AS r(i)
        """;

    private static readonly string[] Codecs = ["uncompressed", "snappy", "gzip", "zstd", "brotli", "lz4", "lz4_raw"];

    [TestCaseSource(nameof(Codecs))]
    public void EveryType(string codec)
    {
        using var duck = new Duck();
        duck.Run(Types);
        foreach (string options in (string[])["", ", PARQUET_VERSION 'V2', DICTIONARY_SIZE_LIMIT 1", ", DICTIONARY_SIZE_LIMIT 1, ROW_GROUP_SIZE 2048", ", PARQUET_VERSION 'V2', DICTIONARY_SIZE_LIMIT 300, ROW_GROUP_SIZE 2048"])
            AssertReads(duck, "SELECT * FROM t", $"COMPRESSION {codec}{options}");
    }

    [Test]
    public void MissingValues([Values(2, 500)] int every, [Values] bool areFew, [Values("V1", "V2")] string version)
    {
        using var duck = new Duck();
        duck.Run(Types);
        string columns = string.Join(", ", duck.Rows("SELECT column_name FROM duckdb_columns() WHERE table_name = 't'").Select(row => $"CASE WHEN {(areFew ? "" : "NOT")} (row * 2654435761 % 4294967296) % {every} = 0 THEN NULL ELSE \"{row[0]}\" END AS \"{row[0]}\""));
        AssertReads(duck, $"SELECT {columns} FROM t", $"PARQUET_VERSION '{version}', ROW_GROUP_SIZE 2048");
    }

    [Test]
    public void TextsInAndOutOfTheDictionary([Values(1, 100, 100_000)] int limit, [Values("V1", "V2")] string version)
    {
        using var duck = new Duck();
        AssertReads(duck, "SELECT CASE WHEN i % 11 > 0 THEN 'common beginning of ' || (i % 300) * (i // 20000) END AS x FROM range(60000) r(i)", $"PARQUET_VERSION '{version}', DICTIONARY_SIZE_LIMIT {limit}, STRING_DICTIONARY_PAGE_SIZE_LIMIT {limit * 10}");
    }

    [Test]
    public void NoRows()
    {
        using var duck = new Duck();
        duck.Run(Types);
        string path = Written(duck, "SELECT * FROM t WHERE row < 0", "COMPRESSION zstd");
        Assert.That(Table.Read(path).RowCount, Is.EqualTo(0));
        Assert.That(Table.Read(path).Columns, Is.EqualTo(TableFile.ColumnNames(path)));
        Assert.That(Rows.Open(path).Read(["row", "few"]), Is.Empty);
    }

    [Test]
    public void ColumnsThatCannotBeReadStandBesideThoseThatCan()
    {
        string path = Written("SELECT i AS a, [i, i] AS list, {'x': i} AS struct, map {'k': i} AS map, INTERVAL (i) DAY AS wait, 'b' || i AS b FROM range(10) r(i)");
        Table table = Table.Read(path);
        Assert.That(table.Columns, Is.EqualTo(new[] { "a", "b" }));
        Assert.That(Texts(table, "b"), Is.EqualTo(Enumerable.Range(0, 10).Select(k => $"b{k}")));
        Assert.That(NotesOf(table), Is.EqualTo(new[]
        {
            "duck.parquet: the column 'list' holds lists and is left out", "duck.parquet: the column 'struct' holds structures and is left out",
            "duck.parquet: the column 'map' holds maps and is left out", "duck.parquet: the column 'wait' holds intervals of time and is left out",
        }));
        Assert.That(ErrorOf(() => Table.Read(path, new ReadOptions { Columns = ["a", "list"] })), Is.EqualTo("In duck.parquet the column 'list' holds lists, which no column here can; write it as columns of single values, or read the others."));
        Assert.That(ErrorOf(() => Rows.Open(path, new ReadOptions { Columns = ["wait"] })), Is.EqualTo("In duck.parquet the column 'wait' holds intervals of time, which no column here can; write it as columns of single values, or read the others."));
        Assert.That(TableFile.ColumnNames(path), Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public void AFolderOfParts()
    {
        using var duck = new Duck();
        string folder = PathOf("parts");
        duck.Run($"COPY (SELECT i AS x, 2020 + i % 3 AS year, CASE WHEN i % 2 = 0 THEN 'a b' END AS \"place\" FROM range(1000) r(i)) TO {Duck.Quoted(folder)} (FORMAT parquet, PARTITION_BY (year, place))");
        File.WriteAllText(Path.Combine(folder, "_SUCCESS"), "");
        File.WriteAllText(Path.Combine(folder, ".hidden.parquet"), "no");
        Table table = Table.Read(folder);
        Assert.That(table.Columns, Is.EqualTo(new[] { "x", "year", "place" }));
        Assert.That(table["year"].Type, Is.EqualTo(ColumnType.Number));
        string[] rows = [.. Enumerable.Range(0, 1000).Select(row => $"{table["x"].TextAt(row)} {table["year"].TextAt(row)} {table["place"].TextAt(row)}")];
        Assert.That(rows.Order(), Is.EqualTo(Enumerable.Range(0, 1000).Select(k => $"{k} {2020 + k % 3} {(k % 2 == 0 ? "a b" : "")}").Order()));
        AssertEqual(Csv.RowsTests.Joined(Rows.Open(folder)), table);
        Assert.That(TableFile.ColumnNames(folder), Is.EqualTo(table.Columns));
    }

    [Test]
    public void AFolderHoldsParquetFilesAlone()
    {
        using var duck = new Duck();
        string folder = PathOf("parts");
        Directory.CreateDirectory(folder);
        duck.Run($"COPY (SELECT 1 AS x) TO {Duck.Quoted(Path.Combine(folder, "a.parquet"))}");
        Directory.CreateSymbolicLink(Path.Combine(folder, "again"), folder);
        Assert.That(Table.Read(folder).RowCount, Is.EqualTo(1));
        File.WriteAllText(Path.Combine(folder, "b.parquet"), "x\n1\n");
        Assert.That(ErrorOf(() => Table.Read(folder)), Is.EqualTo("parts/b.parquet is called .parquet and is no Parquet file; take it out of its folder, or write it anew."));
    }

    [Test]
    public void FilesOfAFolderAreOpenOnlyWhileTheyAreRead()
    {
        using var duck = new Duck();
        string folder = PathOf("parts");
        duck.Run($"COPY (SELECT i AS x, i AS part FROM range(40) r(i)) TO {Duck.Quoted(folder)} (FORMAT parquet, PARTITION_BY (part))");
        Rows rows = Rows.Open(folder);
        using var open = new OpenFiles();
        ParquetFile[] files = [.. ParquetFolder.Open(folder, new ReadOptions())];
        var column = new ParquetColumn("x", files, new ReadOptions());
        using (ValueSource<double> source = column.Numbers(open))
        {
            source.Read(new double[39]);
            Assert.That(open.Count, Is.EqualTo(1));
        }
        Assert.That(open.Count, Is.Zero);
        Assert.That(Csv.RowsTests.Joined(rows).RowCount, Is.EqualTo(40));
    }

    [Test]
    public void LabelsThatFilesDoNotShareAreNoted()
    {
        Table of = Table.FromColumns([("sex", (Column)new CategoryColumn(["1"], ["1"], ["男"]))]), more = Table.FromColumns([("sex", (Column)new CategoryColumn(["1", "9"]))]);
        of.Write(PathOf("a.parquet"));
        more.Write(PathOf("b.parquet"));
        Assert.That(Table.Read([PathOf("a.parquet"), PathOf("b.parquet")]).Notes.Single(), Does.StartWith("the column 'sex' has labels or an order of its levels in ").And.EndWith("a.parquet, which other files do not share and which are left out"));
        Assert.That(Table.Read([PathOf("a.parquet"), PathOf("a.parquet")]).Notes, Is.Empty);
    }

    [Test]
    public void MomentsInUtcAreNoted()
    {
        using var duck = new Duck();
        Table table = Table.Read(Written(duck, "SELECT TIMESTAMPTZ '2020-01-01 16:00:00+00' AS t, TIMESTAMP '2020-01-01 16:00:00' AS u", "COMPRESSION snappy"));
        Assert.That(table.Notes, Is.EqualTo(new[] { "the column 't' holds moments in UTC, which may fall on another day where they were noted" }));
    }

    private string Written(string query, string options = "COMPRESSION snappy")
    {
        using var duck = new Duck();
        return Written(duck, query, options);
    }

    private string Written(Duck duck, string query, string options)
    {
        string path = PathOf("duck.parquet");
        duck.Run($"COPY ({query}) TO {Duck.Quoted(path)} (FORMAT parquet, {options})");
        return path;
    }

    private void AssertReads(Duck duck, string query, string options)
    {
        string path = Written(duck, query, options);
        Table table = Table.Read(path);
        foreach (string column in table.Columns)
            Assert.That(Texts(table, column), Is.EqualTo(DuckTexts.Of(duck, Duck.Quoted(path), column, table[column])), $"{column}, {options}");
        AssertEqual(Csv.RowsTests.Joined(Rows.Open(path)), table);
    }
}
