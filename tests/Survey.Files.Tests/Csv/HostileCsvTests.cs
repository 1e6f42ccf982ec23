using System.Diagnostics;
using System.Text;

namespace Survey.Files.Tests.Csv;

/// <summary>Files of a gigabyte in which something is wrong, and files that change, end in a sentence and take little memory.</summary>
[NonParallelizable]
public sealed class HostileCsvTests : TempFiles
{
    private const long Memory = 200_000_000;

    [TestCase("a,b\n1,2\n3,4", 'x', "people.csv, row 2 (line 3): field 2 is longer than 16,777,216 characters (16 MiB); ")]
    [TestCase("a,b\n1,2\n\"3\n", 'x', "people.csv, row 2 (line 3): field 1 is longer than 16,777,216 characters (16 MiB); a quote that is never closed looks like this")]
    [TestCase("a,b\n1,2\n\"3\n\",", ',', "people.csv, row 2 (line 3) is longer than 67,108,864 bytes (64 MiB); ")]
    [TestCase("a,b\n1,2\n3,4\n", '\0', "people.csv, row 3 (line 4): field 1 holds a NUL character")]
    [TestCase("a,b", ',', "people.csv has more than 100,000 columns; ")]
    [TestCase("a,b", 'x', "people.csv, column names (line 1): field 2 is longer than 16,777,216 characters (16 MiB); ")]
    public void AGigabyteOf(string beginning, char rest, string message)
    {
        string path = Filled(beginning, rest, new UTF8Encoding(false));
        Assert.That(RefusalOf(() => Table.Read(path)), Does.StartWith(message));
        Assert.That(RefusalOf(() => Rows.Open(path).VarietyOf("a")), Does.StartWith(message));
        Assert.That(RefusalOf(() => new SurveyDesign(Rows.Open(path)).Mean("a")), Does.StartWith(message));
    }

    [TestCase("UTF-16", "张,b\n1,2\n3,4", 'x', "people.csv, row 2 (line 3) is longer than 67,108,864 bytes (64 MiB); ")]
    [TestCase("UTF-16", "张,b\n1,2\n\"3\n", 'x', "people.csv, row 2 (line 3) is longer than 67,108,864 bytes (64 MiB); ")]
    [TestCase("UTF-16", "张,b\n1,2\n\"3\n\",", ',', "people.csv, row 2 (line 3) is longer than 67,108,864 bytes (64 MiB); ")]
    [TestCase("GB18030", "张,b\n1,2\n3,4", 'x', "people.csv, row 2 (line 3): field 2 is longer than 16,777,216 characters (16 MiB); ")]
    [TestCase("GB18030", "张,b\n1,2\n\"3\n", 'x', "people.csv, row 2 (line 3): field 1 is longer than 16,777,216 characters (16 MiB); a quote that is never closed looks like this")]
    [TestCase("GB18030", "张,b\n1,2\n\"3\n", '张', "people.csv, row 2 (line 3): field 1 is longer than 16,777,216 characters (16 MiB); a quote that is never closed looks like this")]
    public void AlsoInOtherEncodings(string encoding, string beginning, char rest, string message)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        string path = Filled(beginning, rest, Encoding.GetEncoding(encoding));
        Assert.That(RefusalOf(() => Table.Read(path)), Does.StartWith(message));
        Assert.That(RefusalOf(() => new SurveyDesign(Rows.Open(path)).Mean("张")), Does.StartWith(message));
    }

    [Test]
    public void AGigabyteOfBlankLinesAtTheEnd()
    {
        string path = Filled("a,b\n1,2\n3,4\n", '\n', new UTF8Encoding(false));
        Assert.That(Measured(() => Table.Read(path).RowCount), Is.EqualTo(2));
    }

    [Test]
    public void TenMillionColumns()
    {
        string path = FileOf(string.Concat(Enumerable.Repeat("x,", 10_000_000)) + "x\n1\n");
        Assert.That(RefusalOf(() => Table.Read(path)), Is.EqualTo("people.csv has more than 100,000 columns; check its delimiter and line ends, or split it."));
    }

    [Test]
    public void AQuoteThatIsNeverClosedIsNamedWhereItOpensWhateverFollows()
    {
        string rows = string.Concat(Enumerable.Repeat("1,2\n", 300_000));
        string message = $"people.csv, row 300001 (line 300002): the quote that opens field 2 is never closed; ";
        string path = FileOf($"a,b\n{rows}1,\"2\n{rows}{rows}");
        Assert.That(ErrorOf(() => Table.Read(path)), Does.StartWith(message));
        Assert.That(ErrorOf(() => Rows.Open(path).Read(["a"]).Sum(chunk => chunk.Columns.Count)), Does.StartWith(message));
    }

    [TestCase(-3_000_000)]
    [TestCase(+3_000_000)]
    public void AFileThatShrinksOrGrowsWhileItIsRead(int change)
    {
        string path = FileOf("a,b\n" + string.Concat(Enumerable.Repeat("1,2\n", 1_000_000)));
        Assert.That(
            ErrorOf(() =>
            {
                int chunks = 0;
                foreach (Chunk chunk in Rows.Open(path).Read(["a"]))
                {
                    _ = chunk.Columns;
                    if (chunks++ == 1)
                        using (FileStream stream = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
                            stream.SetLength(stream.Length + change);
                }
                return chunks;
            }),
            Is.EqualTo("people.csv changed while it was read; read it again when nothing writes to it."));
    }

    [Test]
    public void ALongRowOfManyFieldsIsReadWhole()
    {
        string long1 = new('y', 3_000_000), long2 = string.Concat(Enumerable.Repeat("\"\",\n张", 300_000));
        Table table = Read($"a,b,c\n1,2,3\n{long1},\"{long2.Replace("\"", "\"\"", StringComparison.Ordinal)}\",4\n5,6,7\n");
        Assert.That(Texts(table, "a"), Is.EqualTo(new[] { "1", long1, "5" }));
        Assert.That(Texts(table, "b"), Is.EqualTo(new[] { "2", long2, "6" }));
    }

    private string Filled(string beginning, char rest, Encoding encoding)
    {
        string path = PathOf("people.csv");
        using FileStream stream = File.Create(path);
        stream.Write(encoding.GetPreamble());
        stream.Write(encoding.GetBytes(beginning));
        byte[] block = encoding.GetBytes(new string(rest, 1 << 19));
        if (rest == '\0')
            stream.SetLength(1L << 30);
        while (stream.Length < 1L << 30)
            stream.Write(block);
        return path;
    }

    /// <summary>The error of an action, which takes little memory in all and seconds rather than minutes.</summary>
    private string RefusalOf(Func<object> action)
    {
        long start = Stopwatch.GetTimestamp();
        string error = Measured(() => ErrorOf(action));
        Assert.That(Stopwatch.GetElapsedTime(start), Is.LessThan(TimeSpan.FromSeconds(10)));
        return error;
    }

    /// <summary>What an action gives, having taken little memory in all.</summary>
    private static T Measured<T>(Func<T> action)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        T result = action();
        Assert.That(GC.GetTotalAllocatedBytes(precise: true) - before, Is.LessThan(Memory));
        return result;
    }
}
