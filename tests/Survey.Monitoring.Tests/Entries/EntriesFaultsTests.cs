using System.Globalization;
using Survey.Monitoring.Scorecards;

namespace Survey.Monitoring.Entries;

/// <summary>What no workbook may let through unsaid, each in one sentence with its sheet and cell.</summary>
public sealed class EntriesFaultsTests
{
    private const string Sheet = "填报", Wuzhong = "wuzhong-2023", ByTown = "qidong-2023";

    private SmallCounty _county = null!;

    [SetUp]
    public void Make() => _county = new SmallCounty();

    [TearDown]
    public void Remove() => _county.Dispose();

    private string File => Path.Combine(_county.Folder, "填报表.xlsx");

    // the row; heading and text of each cell that is filled in, numbers behind "="; the heading of the cell that is named; the sentence
    [TestCase("14", "分子|96%|分母|100", "分子", "96 % is a rate, and a plain number stands here; write the number without a percent sign.")]
    [TestCase("14", "分子|96|分母|100 %", "分母", "100 % is a rate, and a plain number stands here; write the number without a percent sign.")]
    [TestCase("14", "数值|-3 %", "数值", "-3 % is no rate from 0 % to 100 %; correct it.")]
    [TestCase("14", "数值|=12", "数值", "1200 % is no rate from 0 % to 100 %; correct it.")]
    [TestCase("14", "数值|=1E+28", "数值", "'1E+28' is no number; write digits, such as 14.6, and for a rate the percent sign, such as 96 %.")]
    [TestCase("14", "数值|1e400", "数值", "'1e400' is no number; write digits, such as 14.6, and for a rate the percent sign, such as 96 %.")]
    [TestCase("14", "数值|96，5%", "数值", "'96,5%' is no number; write digits, such as 14.6, and for a rate the percent sign, such as 96 %.")]
    [TestCase("14", "数值|九成六", "数值", "'九成六' is no number; write digits, such as 14.6, and for a rate the percent sign, such as 96 %.")]
    [TestCase("14", "数值|true", "数值", "'true' is no number; write digits, such as 14.6, and for a rate the percent sign, such as 96 %.")]
    [TestCase("14", "数值|96 %|年份|二〇二四", "年份", "'二〇二四' is no year; write four digits, such as 2024.")]
    [TestCase("14", "数值|96 %|年份|2023-2024", "年份", "'2023-2024' is no year; write four digits, such as 2024.")]
    [TestCase("14", "数值|96 %|年份|=2024.5", "年份", "'2024.5' is no year; write four digits, such as 2024.")]
    [TestCase("25", "数值|=-1", "数值", "-1 events cannot be; give the number of events, such as 0.")]
    [TestCase("25", "数值|0.5", "数值", "what must not happen is counted, and the figure is no count; give the number of events, such as 0.")]
    [TestCase("25", "数值|0 %", "数值", "what must not happen is counted, and the figure is no count; give the number of events, such as 0.")]
    [TestCase("25", "分子|0|分母|12", "分子", "what must not happen is counted, and the figure is no count; give the number of events, such as 0.")]
    [TestCase("42.1", "数值|3.2 %", "数值", "the rule is per 10000, and the figure has no numerator and denominator; give both.")]
    public void FiguresThatCannotBe(string row, string cells, string named, string sentence)
    {
        string[] given = [.. new[] { ("年份", "2024"), ("数据来源", "局") }.Where(own => !cells.Contains(own.Item1, StringComparison.Ordinal)).Select(own => $"{own.Item1}|{own.Item2}"), cells];
        FaultIs(row, string.Join('|', given), named, sentence);
    }

    [TestCase("1", "评审结论|已佐证|评审理由|齐备|年份|2024", "年份", "the row has no figure; fill it in, or clear the cell.")]
    [TestCase("1", "评审结论|已佐证|评审理由|齐备|数据来源|局", "数据来源", "the row has no figure; fill it in, or clear the cell.")]
    [TestCase("1", "评审结论|部分达到|评审理由|齐备|评审给分|50%", "评审给分", "50 % is a rate, and a plain number stands here; write the number without a percent sign.")]
    [TestCase("1", "评审结论|部分达到|评审理由|齐备|评审给分|一分", "评审给分", "'一分' is no number; write digits, such as 14.6, and for a rate the percent sign, such as 96 %.")]
    [TestCase("1", "评审结论|部分达到|评审理由|齐备|评审给分|-1", "评审结论", "-1 points are not between 0 and the 2 of 1; correct them.")]
    [TestCase("1", "评审结论|已佐证|评审理由|齐备|评审日期|2024-13-12", "评审日期", "'2024-13-12' is no date; write it as 2024-10-12.")]
    [TestCase("1", "评审结论|已佐证|评审理由|齐备|评审日期|12/10/2024", "评审日期", "'12/10/2024' is no date; write it as 2024-10-12.")]
    [TestCase("1", "评审人身份|资料评审组|评审理由|齐备", "评审结论", "there is no decision; write one of 已佐证, 部分达到, 未达到, 待补佐证.")]
    [TestCase("51a", "评审结论|已佐证|评审理由|齐备", "评审结论", "a decision is of a whole part, and 51a is a figure of 51; give it for 51.")]
    [TestCase("1", "佐证材料|佐证/1.pdf", "佐证材料", "the row has no figure and no decision; fill one in, or clear the cell.")]
    [TestCase("51a", "数值|3.2|年份|2024|数据来源|局|编号|51d", "数值", "wuzhong-2023 has no part '51d'; item 51 is entered as 51, 51a, 51b, 51c.")]
    [TestCase("8.1", "数值|14.6|年份|2024|数据来源|局|编号|8", "数值", "wuzhong-2023 has no part '8'; item 8 is entered as 8.1, 8.2.")]
    [TestCase("1", "评审结论|已佐证|评审理由|齐备|编号|第一条", "评审结论", "wuzhong-2023 has no part '第一条'; 'survey programmes wuzhong-2023' lists its parts.")]
    public void RowsThatCannotBe(string row, string cells, string named, string sentence) => FaultIs(row, cells, named, sentence);

    private void FaultIs(string row, string cells, string named, string sentence)
    {
        Programme.Library[Wuzhong].WriteEntriesTemplate(File);
        string address;
        using (var book = new FilledWorkbook(File))
        {
            address = book.Address(Sheet, row, named);
            string at = $"#{address.TrimStart([.. Enumerable.Range('A', 26).Select(letter => (char)letter)])}";
            foreach (string[] pair in cells.Split('|').Chunk(2))
                if (pair[1].StartsWith('='))
                    book.Type(Sheet, at, pair[0], double.Parse(pair[1][1..], CultureInfo.InvariantCulture));
                else
                    book.Type(Sheet, at, pair[0], pair[1]);
        }
        Assert.That(Refused(), Is.EqualTo(new[] { $"填报表.xlsx, sheet '填报', cell {address}: {sentence}" }));
    }

    [Test]
    public void TheSameIsSaidOfTheEnglishWorkbook()
    {
        Programme.Library[Wuzhong].WriteEntriesTemplate(File, language: Language.English);
        string value, decision;
        using (var book = new FilledWorkbook(File))
        {
            value = book.Type("Entries", "14", "Value", "96 percent");
            book.Type("Entries", "14", "Year", 2024);
            book.Type("Entries", "14", "Source", "Water Bureau");
            decision = book.Type("Entries", "1", "Decision", "done");
            book.Type("Entries", "1", "Reason", "complete");
        }
        Assert.That(Refused(), Is.EqualTo(new[]
        {
            $"填报表.xlsx, sheet 'Entries', cell {decision}: 'done' is no decision; write one of 已佐证, 部分达到, 未达到, 待补佐证 (met, partly met, not met, unknown).",
            $"填报表.xlsx, sheet 'Entries', cell {value}: '96 percent' is no number; write digits, such as 14.6, and for a rate the percent sign, such as 96 %.",
        }));
    }

    [Test]
    public void WhatStandsThreeTimesIsNamedTwice()
    {
        Programme.Library[Wuzhong].WriteEntriesTemplate(File);
        string first, second, third;
        using (var book = new FilledWorkbook(File))
        {
            book.Type(Sheet, "1", "评审理由", "齐备");
            first = book.Type(Sheet, "1", "评审结论", "已佐证");
            second = book.Type(Sheet, book.Copy(Sheet, "1"), "评审结论", "未达到");
            third = book.Type(Sheet, book.Copy(Sheet, $"#{second[1..]}"), "评审结论", "met");
        }
        Assert.That(Refused(), Is.EqualTo(new[] { second, third }.Select(cell => $"填报表.xlsx, sheet '填报', cell {cell}: the decision on 1 stands in 填报表.xlsx, sheet '填报', cell {first} already; keep one of the two.")));
    }

    [Test]
    public void TwoWorkbooksDoNotSayTheSame()
    {
        string cell = "";
        foreach (string name in (string[])["一.xlsx", "二.xlsx"])
        {
            Programme.Library[Wuzhong].WriteEntriesTemplate(Path.Combine(_county.Folder, name));
            using var book = new FilledWorkbook(Path.Combine(_county.Folder, name));
            cell = book.Type(Sheet, "25", "数值", 0);
            book.Type(Sheet, "25", "年份", 2024);
            book.Type(Sheet, "25", "数据来源", "应急局");
        }
        Assert.That(_county.Refused(Wuzhong, $"programme: {{use: {Wuzhong}}}\nentries: [一.xlsx, 二.xlsx]\n"), Is.EqualTo(new[] { $"二.xlsx, sheet '填报', cell {cell}: the figure of 25 for 2024 stands in 一.xlsx, sheet '填报', cell {cell} already; keep one of the two." }));
    }

    [Test]
    public void ASheetThatLostItsHeadingsIsNotPassedOver()
    {
        ProgrammePart part = Programme.Library[ByTown].Parts.First(own => own.IsByTown && own.NeedsRecords);
        Programme.Library[ByTown].WriteEntriesTemplate(File, ["东镇"]);
        using (var book = new FilledWorkbook(File))
        {
            book.Type("分镇填报", $"{part.Id} 东镇", "年份", 2024);
            book.Rename(Sheet, "编号", "序号");
        }
        string[] refused = _county.Refused(ByTown, $"programme: {{use: {ByTown}}}\nentries: 填报表.xlsx\n");
        Assert.That(refused[0], Is.EqualTo("填报表.xlsx, sheet '填报': no row has the headings '编号' and '数值' (or 'No.' and 'Value'); keep the row of headings of the template."));
        Assert.That(refused, Has.Length.EqualTo(2), "and the year without a figure");
    }

    [Test]
    public void AHeadingStandsOnce()
    {
        Programme.Library[Wuzhong].WriteEntriesTemplate(File);
        using (var book = new FilledWorkbook(File))
            book.Rename(Sheet, "责任单位", "Value");
        Assert.That(Refused(), Is.EqualTo(new[] { "填报表.xlsx, sheet '填报', cell H1: the heading '数值' stands twice; remove one of the two." }));
    }

    [Test]
    public void TownsAreAskedOnlyWhereEveryTownIs()
    {
        Programme programme = Programme.Library[ByTown];
        ProgrammePart part = programme.Parts.First(own => own.IsByTown && own.NeedsRecords && own.Rule.Walk().OfType<LevelTarget>().First().Amount.IsPercent);
        programme.WriteEntriesTemplate(File);
        string unknown, none;
        using (var book = new FilledWorkbook(File))
        {
            string first = $"#{book.FirstRow("分镇填报", part.Id)}", second = $"#{book.FirstRow("分镇填报", part.Id) + 1}";
            foreach (string row in (string[])[first, second])
            {
                book.Type("分镇填报", row, "年份", 2024);
                book.Type("分镇填报", row, "数据来源", "镇政府");
            }
            unknown = book.Type("分镇填报", first, "数值", "40 %");
            book.Type("分镇填报", first, "镇（街道）", "东阵");
            none = book.Type("分镇填报", second, "数值", "40 %");
        }
        Assert.That(_county.Refused(ByTown, $"programme: {{use: {ByTown}}}\nentries: 填报表.xlsx\n"), Is.EqualTo(new[]
        {
            $"填报表.xlsx, sheet '分镇填报', cell {unknown}: '东阵' is no town of the area; did you mean '东镇'?",
            $"填报表.xlsx, sheet '分镇填报', cell {none}: {part.Id} is asked of every town, and no town is named; give it by town.",
        }));
    }

    [Test]
    public void PointsAreOfAWholePart()
    {
        Study study = _county.Study($"programme: {{use: {Wuzhong}}}\n");
        Programme wuzhong = Programme.Library[Wuzhong];
        ProgrammePart part = wuzhong["1"]! with { Rule = Target.InEveryTown(Target.Reviewed()) };
        Programme byTown = wuzhong with { Items = [wuzhong.Items[0] with { Parts = [part] }] };
        var entry = new ProgrammeEntry(byTown.Id, "1", "东镇", "here") { Review = new Review(ReviewDecision.Met, "齐备") { Points = 1 } };
        Assert.That(new EntryCheck(byTown, study, ["东镇"]).Wrong(entry), Is.EqualTo("points are of the whole part, and '东镇' is one town; give them for 1 without a town"));
    }

    private string[] Refused() => _county.Refused(Wuzhong, $"programme: {{use: {Wuzhong}, choices: {{sewage: county}}}}\nentries: 填报表.xlsx\n");
}
