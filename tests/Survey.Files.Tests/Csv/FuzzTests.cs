using System.Text;

namespace Survey.Files.Tests.Csv;

/// <summary>Whatever a file holds, reading it ends in a table or in an error of the data.</summary>
public sealed class FuzzTests : TempFiles
{
    private const string Valid = "id,village_code,age,date,flag,text\r\n1,110101001002,42,2024-01-02,true,\"a \"\"quoted\"\" 张,\n text\"\r\n2,110101001003,9.5e3,2023/2/3,FALSE,b\r\n3,,,,,\r\n";

    private static readonly byte[] Interesting = [0, (byte)'"', (byte)',', (byte)'\n', (byte)'\r', (byte)';', (byte)'\t', 0xFF, 0xFE, 0x81, 0x30, (byte)'E', (byte)'+', (byte)'0', (byte)'-'];

    [Test]
    public void RandomBytes([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        for (int k = 0; k < 100; k++)
        {
            byte[] bytes = new byte[random.Next(200)];
            for (int at = 0; at < bytes.Length; at++)
                bytes[at] = random.Next(3) == 0 ? Interesting[random.Next(Interesting.Length)] : (byte)random.Next(random.Next(2) == 0 ? 128 : 256);
            ReadAny(bytes, random);
        }
    }

    [Test]
    public void MutatedFiles([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        Encoding[] encodings = [Encoding.UTF8, CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!, Encoding.Unicode];
        for (int k = 0; k < 150; k++)
        {
            Encoding encoding = encodings[random.Next(encodings.Length)];
            var bytes = (random.Next(2) == 0 ? encoding.GetPreamble() : []).Concat(encoding.GetBytes(Valid)).ToList();
            for (int change = random.Next(1, 5); change > 0; change--)
                Mutate(bytes, random);
            ReadAny([.. bytes], random);
        }
    }

    private static void Mutate(List<byte> bytes, Random random)
    {
        int at = random.Next(bytes.Count);
        switch (random.Next(4))
        {
            case 0:
                bytes[at] = Interesting[random.Next(Interesting.Length)];
                break;
            case 1:
                bytes.RemoveRange(at, Math.Min(random.Next(1, 10), bytes.Count - at - 1));
                break;
            case 2:
                bytes.Insert(at, Interesting[random.Next(Interesting.Length)]);
                break;
            default:
                bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(60), bytes.Count - at)));
                break;
        }
    }

    private void ReadAny(byte[] bytes, Random random)
    {
        string path = FileOf(bytes);
        var options = new ReadOptions
        {
            Encoding = random.Next(3) == 0 ? (TextEncoding)random.Next(3) : null,
            Delimiter = random.Next(3) == 0 ? ';' : null,
            Missing = random.Next(2) == 0 ? ["9", "NA"] : [],
        };
        try
        {
            Table table = Table.Read(path, options);
            Assert.That(table.RowCount, Is.Positive);
            Assert.That(TableFile.ColumnNames(path, options), Is.EqualTo(table.Columns));
            table.WriteCsv(TextWriter.Null);
        }
        catch (SurveyDataException refused)
        {
            Assert.That(refused.Message, Does.Not.Contain('\n').And.Not.Contain('\0'));
        }
    }
}
