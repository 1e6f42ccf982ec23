using System.Text;

namespace Survey.Files.Tests.Csv;

/// <summary>How text is cut into fields and rows.</summary>
public sealed class FieldTests : TempFiles
{
    [Test]
    public void QuotesKeepDelimitersLineEndsAndDoubledQuotes()
    {
        Table table = Read("a,b\n\"x,1\",\"say \"\"hi\"\"\"\n\"two\r\nlines\",\"\"\"\"\n");
        Assert.That(Texts(table, "a"), Is.EqualTo(new[] { "x,1", "two\r\nlines" }));
        Assert.That(Texts(table, "b"), Is.EqualTo(new[] { "say \"hi\"", "\"" }));
    }

    [Test]
    public void AQuoteInsideAPlainFieldIsACharacter() => Assert.That(Texts(Read("a,b\n5\" pipe,x\n"), "a"), Is.EqualTo(new[] { "5\" pipe" }));

    [TestCase("a,b\n1,x\n2,y\n")]
    [TestCase("a,b\r\n1,x\r\n2,y\r\n")]
    [TestCase("a,b\r1,x\r2,y\r")]
    [TestCase("a,b\r1,x\n2,y")]
    [TestCase("a,b\n1,x\r\n2,y\r")]
    [TestCase("\"a\",\"b\"\r\n\"1\",\"x\"\r\n\"2\",\"y\"")]
    [TestCase("a;b\n1;x\n2;y\n\n\r\n \n")]
    [TestCase("a\tb\n1\tx\n2\ty\n")]
    [TestCase("\uFEFFa,b\n1,x\n2,y\n")]
    public void TheSameTableWhateverEndsLinesAndFields(string text) => AssertEqual(Read(text), Read("a,b\n1,x\n2,y\n"));

    [Test]
    public void TheDelimiterIsTheOneTheHeaderHasMostOfOutsideQuotes()
    {
        Assert.That(Read("\"a,b,c\";d\n1;2\n").Columns, Is.EqualTo(new[] { "a,b,c", "d" }));
        Assert.That(Read("a;b,c\n1;2\n", new() { Delimiter = ';' }).Columns, Is.EqualTo(new[] { "a", "b,c" }));
        Assert.That(Read("a|b\n1|2\n", new() { Delimiter = '|' }).Columns, Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public void AFieldMayCrossEveryBlockBoundary([Values(32_765, 32_766, 32_767, 32_768, 32_769, 65_536, 1_000_000)] int length)
    {
        string text = string.Concat(Enumerable.Repeat("中\"\r\n,", length / 5)).PadRight(length, 'x');
        Table table = Read($"a,b\n\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\",{new string('y', length)}\r\n1,2\r\n");
        Assert.That(table["a"].TextAt(0), Is.EqualTo(text));
        Assert.That(table["b"].TextAt(0), Has.Length.EqualTo(length));
        Assert.That(table.RowCount, Is.EqualTo(2));
    }

    [Test]
    public void InAFileOfOneColumnAnEmptyLineIsMissingExceptAtTheEnd()
    {
        Assert.That(Texts(Read("a\n1\n\n\n2\n\n\n"), "a"), Is.EqualTo(new[] { "1", null, null, "2" }));
        Assert.That(Texts(Read("a\n1\n\"\"\n"), "a"), Is.EqualTo(new[] { "1", null }));
    }

    [TestCase("a,b\n1,2\n3\n", "people.csv, row 2 (line 3) has 1 field and the header has 2; add what is missing, or put quotes around a text that holds the delimiter or a line end.")]
    [TestCase("a,b\n\"1\n\",2\n3,4,5\n", "people.csv, row 2 (line 4) has 3 fields and the header has 2; add what is missing, or put quotes around a text that holds the delimiter or a line end.")]
    [TestCase("a,b\n1,2\n\n3,4\n", "people.csv, row 2 (line 3) is blank with rows after it; delete the line, or write the delimiters of a row without values.")]
    [TestCase("a,b\n1,2\n3,\"x\ny\nz\n", "people.csv, row 2 (line 3): the quote that opens field 2 is never closed; close it, or double a quote that belongs to the text.")]
    [TestCase("a,b\n1,\"2\"3\n", "people.csv, row 1 (line 2): text follows the closing quote of field 2; put the whole field in quotes and double the quotes within it.")]
    [TestCase("a,b\n1,2\n3,x\0y\n", "people.csv, row 2 (line 3): field 2 holds a NUL character, which no text has; export the file again as CSV, or declare its encoding (UTF-16 without a mark looks like this).")]
    [TestCase("a,\"b\n1,2\n", "people.csv, column names (line 1): the quote that opens field 2 is never closed; close it, or double a quote that belongs to the text.")]
    public void ABrokenRowIsNamedWithItsLine(string text, string message) => Assert.That(ErrorOf(text), Is.EqualTo(message));

    [TestCase("", "people.csv is empty, or a pipe or device that gives its content only once; a file has a line of column names and at least one row, so save the content to one.")]
    [TestCase("\uFEFF", "people.csv is empty; a file has a line of column names and at least one row.")]
    [TestCase("\n \r\n", "people.csv is empty; a file has a line of column names and at least one row.")]
    [TestCase("\na,b\n1,2\n", "people.csv begins with a blank line; delete it, so that the first line holds the column names.")]
    [TestCase("a,b\n\n", "people.csv has a header but no rows; export it again with its data.")]
    [TestCase("a", "people.csv has a header but no rows; export it again with its data.")]
    [TestCase("a,b,a\n1,2,3\n", "people.csv has two columns named 'a' (columns 1 and 3); give each column a name of its own.")]
    public void ABrokenHeaderIsRefused(string text, string message) => Assert.That(ErrorOf(text), Is.EqualTo(message));

    [Test]
    public void AColumnWithoutANameGetsOneAndANote()
    {
        Table table = Read("a,b,\n1,2,3\n");
        Assert.That(table.Columns, Is.EqualTo(new[] { "a", "b", "column 3" }));
        Assert.That(NotesOf(table), Is.EqualTo(new[] { "people.csv: column 3 has no name and is called 'column 3'" }));
    }

    [Test]
    public void AFieldBeyondTheLimitIsRefused()
    {
        string longest = new('x', 16 << 20);
        Assert.That(Read($"a\n{longest}\n")["a"].TextAt(0), Has.Length.EqualTo(16 << 20));
        Assert.That(ErrorOf($"a\n{longest}x\n"), Does.StartWith("people.csv, row 1 (line 2): field 1 is longer than 16,777,216 characters (16 MiB); "));
        Assert.That(ErrorOf($"a\n1\n\"{longest}x{longest}"), Does.StartWith("people.csv, row 2 (line 3): field 1 is longer than 16,777,216 characters (16 MiB); "));
    }

    [Test]
    public void ColumnsBeyondTheLimitAreRefused()
    {
        string names = string.Join(',', Enumerable.Range(0, 100_000));
        Assert.That(Read($"{names}\n{new string(',', 99_999)}\n").Columns, Has.Count.EqualTo(100_000));
        Assert.That(ErrorOf($"{names},x\n1\n"), Is.EqualTo("people.csv has more than 100,000 columns; check its delimiter and line ends, or split it."));
    }

    [Test]
    public void ALineOfTwentyMillionFieldsTakesNoMemory()
    {
        string path = PathOf("people.csv");
        using (var stream = new StreamWriter(path, false, new UTF8Encoding(false)))
        {
            stream.Write("a,b\n1,2\n");
            for (int k = 0; k < 20; k++)
                stream.Write(new string(',', 1_000_000));
        }
        long before = GC.GetTotalAllocatedBytes(precise: true);
        Assert.That(ErrorOf(() => Table.Read(path)), Does.StartWith("people.csv, row 2 (line 3) has 20,000,001 fields and the header has 2; "));
        Assert.That(GC.GetTotalAllocatedBytes(precise: true) - before, Is.LessThan(4_000_000));
    }
}
