namespace Survey.Monitoring.Tests.Drafting;

/// <summary>Whatever the headings and values of files are, a draft is a study that can be read.</summary>
public sealed class DraftAnyFileTests : DraftFolders
{
    private static readonly string[] Headings =
    [
        "status", "wave", "and", "in", "case", "Q1", "Q12", "unanswered", "true", "null", "yes", "no", "age", "ageGroup", "town", "Town", "id", "性别", "*性别", "1、您的性别", "2、您的性别", "年龄", "年龄段", "出生年月", "调查日期",
        "渠道", "渠道(A)", "渠道(B)", "渠道(空)", "*渠道(A)", "{item}(A)", "{item}(B)", "姓名", "姓 名", "姓名(A)", "姓名(B)", "调查员", "备注", "备注 ", "", " ", "\u2004", "入户结果", "村(社区)代码", "村居代码", "a:b", "#x", "- x", "? y", "[z]", "{w}",
        "\"q\"", "'q'", "\\", "~", "12", "007", "1.5", "٣", "𠮷", "é", "e\u0301", "%", "&a", "!b", "|", ">", "@", "`", "3.20506E+11", "您认为(单选)", "D1_1", "编号", "序号", "\u0086", "\u2028",
    ];

    private static readonly string[] Values =
    [
        "", " ", "1", "2", "3", "9", "99", "是", "否", "男", "女", "NULL", "null", "~", "true", "NA", "跳过", "(空)", "-3", "空", "A", "A,B", "ABC", "电视┋网络", "A,空", "2023-09-04", "2023/9/4 10:23", "198001", "28511", "19800101",
        "320506001201", "3.20506E+11", "3.20506E+17", "1E400", "12345678901234567890123456789012345678901234567890123456789", "12.5", "312秒", "王小明", "他说\"好\"", "a\\b", "x: y", "# z", "\u0086", "完成", "拒访", "不知道", "王小明住在村东头第三家，每天上午都在家里", "√", "×",
    ];

    [Test]
    public void ADraftCanAlwaysBeRead([Range(1, 400)] int seed)
    {
        var random = new Random(seed);
        string[] files = [.. Enumerable.Range(0, random.Next(1, 4)).Select(wave => WriteFile(random, $"{2021 + random.Next(3)}_{wave}.csv"))];
        string? programme = random.Next(3) == 0 ? "wuzhong-2023" : null;
        string draft;
        try
        {
            draft = StudyDraft.Of(files, Folder, programme);
        }
        catch (SurveyDataException refused)
        {
            Assert.That(refused.Message, Does.StartWith("No heading of the files is left").Or.Contain("csv"));
            return;
        }
        Assert.That(() => Read(draft), Throws.Nothing, draft);
    }

    [Test]
    public void MostRandomFilesAreDrafted()
    {
        int drafted = 0;
        for (int seed = 1; seed <= 100; seed++)
            try
            {
                StudyDraft.Of([WriteFile(new Random(seed), $"f{seed}.csv")], Folder);
                drafted++;
            }
            catch (SurveyDataException)
            {
                // refused files are looked at one by one in the other test
            }
        Assert.That(drafted, Is.GreaterThan(80));
    }

    private string WriteFile(Random random, string name)
    {
        string[] headings = [.. Enumerable.Range(0, random.Next(1, 30)).Select(_ => Heading(random))];
        if (random.Next(3) == 0)
            headings = [.. headings, .. Enumerable.Range(random.Next(3), random.Next(6, 15)).Select(item => random.Next(20) == 0 ? $"第{item}题" : $"{item}、题目{item}")];
        string[][] pools = [.. headings.Select(_ => Enumerable.Range(0, random.Next(1, 12)).Select(_ => Values[random.Next(Values.Length)]).ToArray())];
        bool isFree = random.Next(4) == 0;
        return Csv(name, headings, [.. Enumerable.Range(0, random.Next(1, 40)).Select(row => pools.Select((pool, k) => isFree && k == 0 ? $"说了第{row}句话" : pool[random.Next(pool.Length)]).ToArray())]);
    }

    /// <summary>One of the list, or a text of any characters.</summary>
    private static string Heading(Random random) =>
        random.Next(4) > 0
            ? Headings[random.Next(Headings.Length)]
            : string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => (char)(random.Next(3) == 0 ? random.Next(0x20, 0x7F) : random.Next(2) == 0 ? random.Next(0x4E00, 0x9FA5) : random.Next(0xA0, 0x2FFF))));
}
