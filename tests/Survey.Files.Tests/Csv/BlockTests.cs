using System.Text;
using Survey.Files.Csv;

namespace Survey.Files.Tests.Csv;

/// <summary>The reader of blocks gives what its naive twin gives, tables and messages, however small the blocks and however many the threads.</summary>
public sealed class BlockTests : TempFiles
{
    private const string Alphabet = "a\",\n\r";

    private static readonly string[] Pieces = ["a", "1", "12.5", "012", "-3", "1e5", "3.2E+11", "110101001", "1234567890123456", "true", "2024-02-29", "NA", " 9", "x\"y", "\"q,\"", "\"q\"\"\"", "\"l\r\nl\"", "\"", "\"\"", "张", "😀", "\u3000", " ", "\0", "long text in a field that goes over a window of bytes, and then some more of it"];
    private static readonly string[] Fields = ["a", "1", "12.5", "-3", "7", "true", "2024-02-29", "NA", "9", "\"q,\"", "\"q\"\"\"", "\"l\nl\"", "", "张", "b\"c", "long text in a field that goes over a window of bytes, and then some more of it"];

    [Test]
    public void EveryShortText([Range(0, 4)] int length, [Values("x\n", "x,y\n")] string header)
    {
        char[] text = new char[length];
        int texts = (int)Math.Pow(Alphabet.Length, length);
        for (int number = 0; number < texts; number++)
        {
            for (int k = 0, rest = number; k < length; k++, rest /= Alphabet.Length)
                text[k] = Alphabet[rest % Alphabet.Length];
            AssertAgrees([FileOf(header + new string(text))], new(), new ReadPace(1, 2 + (number % 5)));
        }
    }

    [Test]
    public void RandomTexts([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        for (int k = 0; k < 60; k++)
            AssertAgrees(Files(random, () => Wild(random)), Options(random), Pace(random));
    }

    [Test]
    public void RandomRows([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        for (int k = 0; k < 60; k++)
            AssertAgrees(Files(random, () => Tame(random)), Options(random), Pace(random));
    }

    [Test]
    public void EveryBlockBorder([Values("\n", "\r\n", "\r")] string lineEnd)
    {
        string text = "a,b,c\n1,\"x\ny\",z\n2,\"say \"\"hi\"\"\",5\" pipe\n,,\n4,\"\",q".Replace("\n", lineEnd, StringComparison.Ordinal);
        for (int block = 2; block < 80; block++)
            AssertAgrees([FileOf(text)], new(), new ReadPace(1 + (block % 3), block));
    }

    private static ReadPace Pace(Random random) => new(random.Next(3) switch { 0 => 1, 1 => 2, _ => 8 }, random.Next(3) == 0 ? BlockReader.UsualBlock : random.Next(2, 200));

    private static ReadOptions Options(Random random) => new()
    {
        Missing = random.Next(2) == 0 ? ["9", "NA"] : [],
        Delimiter = random.Next(4) == 0 ? (char?)",;|，\t"[random.Next(5)] : null,
        Types = random.Next(4) == 0 ? new Dictionary<string, ColumnType> { ["x0"] = (ColumnType)random.Next(4) } : new Dictionary<string, ColumnType>(),
    };

    private string[] Files(Random random, Func<string> text) => [.. Enumerable.Range(0, random.Next(5) == 0 ? 2 : 1).Select(file => FileOf(Encoded(random, text()), $"f{file}.csv"))];

    private static byte[] Encoded(Random random, string text)
    {
        Encoding encoding = random.Next(6) switch { 0 => Encoding.Unicode, 1 or 2 => CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!, _ => new UTF8Encoding(random.Next(4) == 0) };
        byte[] bytes = [.. encoding.Preamble, .. encoding.GetBytes(text)];
        if (random.Next(12) == 0)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(128, 256);
        return bytes;
    }

    private static string Wild(Random random)
    {
        string header = random.Next(3) == 0 ? "x0" : "x0,x1";
        string[] between = [",", ",", "\n", "\r\n", "\r", "\n\n", ""];
        return header + "\n" + string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => Pieces[random.Next(Pieces.Length)] + between[random.Next(between.Length)]));
    }

    private static string Tame(Random random)
    {
        int columns = random.Next(1, 4), kinds = random.Next(1, Fields.Length);
        string lineEnd = random.Next(3) switch { 0 => "\r\n", 1 => "\r", _ => "\n" };
        var text = new StringBuilder(string.Join(',', Enumerable.Range(0, columns).Select(k => $"x{k}")) + lineEnd);
        for (int rows = random.Next(1, 60); rows > 0; rows--)
        {
            if (random.Next(40) == 0)
                text.Append(random.Next(2) == 0 ? "" : "\u3000 ").Append(lineEnd);
            text.AppendJoin(',', Enumerable.Range(0, random.Next(200) == 0 ? columns + 1 : columns).Select(_ => Fields[random.Next(kinds)])).Append(lineEnd);
        }
        return text.ToString() + string.Concat(Enumerable.Repeat(lineEnd, random.Next(3)));
    }

    private static void AssertAgrees(string[] paths, ReadOptions options, ReadPace pace)
    {
        string expected = Outcome(() => NaiveTable.Read(paths, options)), found = Outcome(() => FilesTable.Read(paths, options, pace));
        if (found != expected)
            Assert.Fail($"{pace}, '{options.Delimiter}' of {string.Join(" / ", paths.Select(path => Convert.ToBase64String(File.ReadAllBytes(path))))}{Environment.NewLine}{expected}{Environment.NewLine}{found}");
    }

    /// <summary>Everything about a table, or the message of the error.</summary>
    public static string Outcome(Func<Table> read)
    {
        try
        {
            Table table = read();
            return string.Join(" & ", table.Notes) + string.Join('\n', table.Columns.Select(name => $"{name}: {Told(table[name])}"));
        }
        catch (SurveyDataException refused)
        {
            return "error: " + refused.Message;
        }
    }

    private static string Told(Column column) =>
        $"{column.Type} {(column is CategoryColumn { Levels: var levels } ? string.Join("|", levels) : "")} {column.Variety.WhyNotNumber} " +
        string.Join("|", Enumerable.Range(0, column.Length).Select(row => column is NumberColumn numbers ? $"{BitConverter.DoubleToInt64Bits(numbers.Values[row]):X}" : column.TextAt(row) ?? "(missing)"));
}
