namespace Survey.Files.Tests.Csv;

/// <summary>A table that is written and read again is the same table.</summary>
public sealed class RoundTripLaws : TempFiles
{
    [Test]
    public void WrittenAndReadIsTheSame([Range(1, 25)] int seed, [Values(',', ';', '\t', '|')] char delimiter, [Values] TextEncoding encoding)
    {
        Table table = RandomTables.Next(new Random(seed));
        string path = PathOf("table.csv");
        table.Write(path, new() { Delimiter = delimiter, Encoding = encoding });
        var options = new ReadOptions
        {
            Delimiter = delimiter == '|' ? delimiter : null,
            Encoding = encoding == TextEncoding.Gb18030 ? encoding : null,
            Types = table.Columns.ToDictionary(name => name, name => table[name].Type),
        };
        AssertEqual(Table.Read(path, options), table);
        Assert.That(TableFile.ColumnNames(path, options), Is.EqualTo(table.Columns));
    }

    [Test]
    public void NumbersFlagsAndDatesNeedNoDeclaration([Range(1, 25)] int seed)
    {
        var random = new Random(seed);
        int rows = random.Next(2, 40);
        Table table = Table.FromColumns([("x", RandomTables.Numbers(random, rows)), ("f", RandomTables.Flags(random, rows)), ("d", RandomTables.Dates(random, rows))]);
        table.Write(PathOf("table.csv"));
        AssertEqual(Table.Read(PathOf("table.csv")), table);
    }
}
