using System.IO.Compression;
using Survey.Monitoring.Tests.Made;

namespace Survey.Monitoring.Tests.Intake;

/// <summary>However files of data are damaged, loading ends in tables and sentences, and shows nobody.</summary>
public sealed class DamageTests : MadeFolders
{
    private static readonly MadeCounty Few = new(people: 42);

    [CancelAfter(60_000)]
    [TestCaseSource(nameof(Cases))]
    public void DamagedFilesEndInTablesAndSentences(MadeShape shape, int seed)
    {
        var random = new Random(seed);
        string folder = NewFolder();
        MadeStudy made = shape.Of(Few);
        if (made.Files.Count > 3)
            made.Files.RemoveRange(3, made.Files.Count - 3); // as many as show that the others are read
        Study study = Study.Read(made.Write(folder));
        for (int time = 0; time < 50; time++)
        {
            string file = Path.Combine(folder, made.Files[random.Next(made.Files.Count)].Path);
            byte[] whole = File.ReadAllBytes(file);
            File.WriteAllBytes(file, Damage.Of(whole, random));
            Check(study.Load(), $"seed {seed}, time {time}");
            File.WriteAllBytes(file, whole);
        }
    }

    [CancelAfter(60_000)]
    [Test]
    public void DamagedFilesBesideTheDataEndInTablesAndSentences([Range(1, 3)] int seed)
    {
        var random = new Random(seed);
        string folder = NewFolder();
        MadeStudy made = CleanShape.Of(Few);
        Study study = Study.Read(made.Write(folder));
        string[] files = [.. new[] { made.Items.Path, made.Register.Path, made.TownNames.Path, "密钥.txt" }.Select(path => Path.Combine(folder, path))];
        for (int time = 0; time < 50; time++)
        {
            string file = files[random.Next(files.Length)];
            byte[] whole = File.ReadAllBytes(file);
            File.WriteAllBytes(file, Damage.Of(whole, random));
            Check(study.Load(), $"seed {seed}, time {time}");
            File.WriteAllBytes(file, whole);
        }
    }

    private static IEnumerable<TestCaseData> Cases =>
        from shape in MadeShape.All
        from seed in Enumerable.Range(1, 6)
        select new TestCaseData(shape, seed);

    private static readonly string[] Secrets = [.. Few.Secrets];

    private static void Check(StudyData data, string when)
    {
        string messages = string.Join('\n', data.Findings.Select(finding => $"{finding} {finding.Column}"));
        Assert.That(Secrets.Where(secret => messages.Contains(secret, StringComparison.Ordinal)), Is.Empty, when);
        foreach (WaveData wave in data.Waves)
        {
            bool isUnresolved = data.Findings.Any(finding => finding.Severity == Severity.Unresolved && (finding.Wave is null || finding.Wave == wave.Wave.Id));
            Assert.That(wave.IsResolved, Is.EqualTo(!isUnresolved), when);
            foreach (Table table in new[] { wave.Everyone, wave.Table, wave.Response }.OfType<Table>())
                Assert.That(table.Columns.Select(name => table[name].Length), Is.All.EqualTo(table.RowCount), when);
            if (wave.Everyone is { } everyone)
                Assert.That(everyone.RowCount, Is.AtMost(wave.Files.Sum(file => file.Rows)), when);
        }
        Assert.That(data.Findings.Select(finding => finding.Message), Is.All.Not.Empty.And.All.Not.Contain('\n'), when);
    }
}

/// <summary>Damages of files at random.</summary>
internal static class Damage
{
    private static readonly string[] Odd = ["", "\"", ",", "9", "-3", "A", "ABCDE", "１", "2023-02-30", "3.29901E+11", "跳过", "\0", "1E+400", "99999999999999999999", "true", "#N/A", "<", "&", "\r", "\uFEFF"];

    /// <summary>Some damages of a file; of a workbook, to what is packed in it or to the whole.</summary>
    public static byte[] Of(byte[] content, Random random)
    {
        bool isWorkbook = content is [(byte)'P', (byte)'K', ..];
        if (isWorkbook && random.Next(3) > 0)
            return InParts(content, random);
        byte[] damaged = isWorkbook ? content : random.Next(3) == 0 ? content : Lines(content, random);
        return isWorkbook || ReferenceEquals(damaged, content) ? Bytes(content, random) : damaged;
    }

    /// <summary>Bytes changed, a stretch removed, or the end cut off.</summary>
    private static byte[] Bytes(byte[] content, Random random)
    {
        byte[] damaged = [.. content];
        switch (random.Next(3))
        {
            case 0:
                return damaged[..random.Next(damaged.Length)];
            case 1:
                int from = random.Next(damaged.Length), to = Math.Min(damaged.Length, from + random.Next(200));
                return [.. damaged[..from], .. damaged[to..]];
            default:
                for (int times = random.Next(1, 20); times > 0; times--)
                    damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
                return damaged;
        }
    }

    /// <summary>Lines removed, doubled or exchanged, or fields replaced. (Latin 1 keeps bytes as they are.)</summary>
    private static byte[] Lines(byte[] content, Random random)
    {
        List<string> lines = [.. System.Text.Encoding.Latin1.GetString(content).Split('\n')];
        for (int times = random.Next(1, 6); times > 0; times--)
        {
            int at = random.Next(lines.Count), other = random.Next(lines.Count);
            switch (random.Next(5))
            {
                case 0 when lines.Count > 1:
                    lines.RemoveAt(at);
                    break;
                case 1:
                    lines.Insert(other, lines[at]);
                    break;
                case 2:
                    (lines[at], lines[other]) = (lines[other], lines[at]);
                    break;
                default:
                    string[] fields = lines[at].Split(',');
                    fields[random.Next(fields.Length)] = Utf8AsLatin1(Odd[random.Next(Odd.Length)]);
                    lines[at] = string.Join(',', fields);
                    break;
            }
        }
        return System.Text.Encoding.Latin1.GetBytes(string.Join('\n', lines));
    }

    private static string Utf8AsLatin1(string text) => System.Text.Encoding.Latin1.GetString(System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>A workbook of which one part is damaged before it is packed.</summary>
    private static byte[] InParts(byte[] content, Random random)
    {
        using var packed = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(content)))
        using (var to = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            int damaged = random.Next(from.Entries.Count);
            for (int k = 0; k < from.Entries.Count; k++)
            {
                using var part = new MemoryStream();
                using (Stream entry = from.Entries[k].Open())
                    entry.CopyTo(part);
                byte[] bytes = k == damaged ? Part(part.ToArray(), random) : part.ToArray();
                using Stream written = to.CreateEntry(from.Entries[k].FullName, CompressionLevel.Fastest).Open();
                written.Write(bytes);
            }
        }
        return packed.ToArray();
    }

    /// <summary>XML with bytes damaged, or with another value in a cell.</summary>
    private static byte[] Part(byte[] part, Random random)
    {
        if (random.Next(3) == 0)
            return Bytes(part, random);
        string[] pieces = System.Text.Encoding.UTF8.GetString(part).Split("<v>");
        for (int times = random.Next(1, 5); times > 0 && pieces.Length > 1; times--)
        {
            int at = random.Next(1, pieces.Length), end = pieces[at].IndexOf('<', StringComparison.Ordinal);
            pieces[at] = Odd[random.Next(Odd.Length)] + (end < 0 ? "" : pieces[at][end..]);
        }
        return System.Text.Encoding.UTF8.GetBytes(string.Join("<v>", pieces));
    }
}
