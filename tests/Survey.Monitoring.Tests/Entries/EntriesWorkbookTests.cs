using Survey.Files;
using Survey.Monitoring.Scorecards;

namespace Survey.Monitoring.Entries;

/// <summary>The workbook of entries: written, filled in, read back, judged.</summary>
public sealed class EntriesWorkbookTests
{
    private const string Sheet = "填报", Use = "programme: {use: wuzhong-2023, choices: {sewage: county}}\nentries: 填报表.xlsx\n";

    private SmallCounty _county = null!;

    [SetUp]
    public void Make() => _county = new SmallCounty();

    [TearDown]
    public void Remove() => _county.Dispose();

    private string File => Path.Combine(_county.Folder, "填报表.xlsx");

    private static IEnumerable<string> Programmes => Programme.Library.All.Select(own => own.Id);

    [TestCaseSource(nameof(Programmes))]
    public void ATemplateThatNobodyFilledInHasNoEntries(string programme)
    {
        foreach (Language language in Enum.GetValues<Language>())
        {
            Programme.Library[programme].WriteEntriesTemplate(File, [], language);
            Scorecard card = _county.Judged(programme, $"programme: {{use: {programme}}}\nentries: 填报表.xlsx\n");
            Assert.That(card.Parts.SelectMany(own => own.Evidence), Is.Empty, $"{programme}, {language}");
        }
    }

    [TestCaseSource(nameof(Programmes))]
    public void EveryPartOfEveryProgrammeIsFilledInReadBackAndMet(string id)
    {
        Programme programme = Programme.Library[id];
        foreach (Language language in Enum.GetValues<Language>())
        {
            programme.WriteEntriesTemplate(File, ["东镇", "西镇", "南街道"], language);
            using (var book = new FilledWorkbook(File))
                foreach (ProgrammePart part in programme.Parts)
                    Fill(book, part, language);
            Scorecard card = _county.Judged(id, $"programme: {{use: {id}, choices: {{sewage: city, tolerance: 1, below: strict, yearly: on-average, range: both-ends, elderly: 60+, adults: 15-69, referenceYear: same, start: \"2023\", lastYear: \"2023\"}}}}\nentries: 填报表.xlsx\n");
            string[] open = [.. card.Parts.Where(own => own.Verdict.Published != PublishedVerdict.Met && own.Part.Indicator is null && !NeedsMore(own.Part)).Select(own => $"{own.Part.Id}: {own.Lacking(Language.English)}")];
            Assert.That(open, Is.Empty, $"{id}, {language}");
        }
    }

    // a reference, an earlier year or the survey decides these
    private static bool NeedsMore(ProgrammePart part) => part.Rule.Walk().Any(rule => rule is ReferenceTarget or TrendTarget or PointsChangeTarget);

    private static void Fill(FilledWorkbook book, ProgrammePart part, Language language)
    {
        string sheet = part.IsByTown ? language == Language.Chinese ? "分镇填报" : "By town" : language == Language.Chinese ? Sheet : "Entries";
        foreach (string town in part.IsByTown ? ["东镇", "西镇", "南街道"] : (string[])[""])
        {
            string row(string id) => town.Length == 0 ? id : $"{id} {town}";
            if (part.NeedsReview)
            {
                book.Type(sheet, row(part.Id), EntryColumn.Decision.Heading(language), EntryWords.Decisions(language)[0]);
                book.Type(sheet, row(part.Id), EntryColumn.Reason.Heading(language), "齐备");
            }
            if (!part.NeedsRecords)
                continue;
            foreach (string id in part.Figures.Count > 0 ? part.Figures.Select(own => own.Id) : [part.Id])
                FillFigure(book, sheet, row(id), part.Rule.Walk().First(rule => rule is LevelTarget or AboutTarget or FullCoverageTarget or ZeroEventsTarget or ReferenceTarget or TrendTarget or PointsChangeTarget && (rule.Indicator is null || rule.Indicator == id)), language);
        }
    }

    private static void FillFigure(FilledWorkbook book, string sheet, string row, Target rule, Language language)
    {
        string value = EntryColumn.Value.Heading(language);
        switch (rule)
        {
            case LevelTarget { Amount: { IsPercent: true } amount }:
                book.Type(sheet, row, value, (double)amount.Value / 100); // the cell is made for rates
                break;
            case LevelTarget { Amount: { Scale: not 1 } amount }:
                book.Type(sheet, row, EntryColumn.Numerator.Heading(language), Numbers.Plain(amount.Value * 10));
                book.Type(sheet, row, EntryColumn.Denominator.Heading(language), (double)amount.Scale * 10);
                break;
            case LevelTarget { Amount: var amount }:
                book.Type(sheet, row, value, (double)amount.Value);
                break;
            case AboutTarget { Amount: var amount }:
                book.Type(sheet, row, value, Numbers.Plain(amount.Value) + " %");
                break;
            case FullCoverageTarget:
                book.Type(sheet, row, value, "１００％");
                break;
            case ZeroEventsTarget:
                book.Type(sheet, row, value, 0);
                break;
            default:
                book.Type(sheet, row, value, "12.5 %");
                break;
        }
        book.Type(sheet, row, EntryColumn.Year.Heading(language), 2024);
        book.Type(sheet, row, EntryColumn.Source.Heading(language), "统计年报");
    }

    [Test]
    public void WhatWasTypedIsWhatIsRead()
    {
        Programme.Library["wuzhong-2023"].WriteEntriesTemplate(File);
        using (var book = new FilledWorkbook(File))
        {
            book.Type(Sheet, "42.1", "分子", "1,251");
            book.Type(Sheet, "42.1", "分母", "4,170,000");
            Beside(book, "42.1", "统计年报");
            book.Type(Sheet, "42.1", "佐证材料", "佐证/42-1.pdf");
            book.Type(Sheet, "14", "数值", 0.963);
            Beside(book, "14", "水务局");
            string earlier = book.Copy(Sheet, "14");
            book.Type(Sheet, earlier, "数值", "91.2%");
            book.Type(Sheet, earlier, "年份", "2023年");
            book.Type(Sheet, "12", "评审结论", "部分达到");
            book.Type(Sheet, "12", "评审给分", 0.5);
            book.Type(Sheet, "12", "评审人身份", "资料评审组");
            book.Type(Sheet, "12", "评审日期", "2024/10/12");
            book.Type(Sheet, "12", "评审理由", "14个农贸市场中9个达标");
        }
        Scorecard card = _county.Judged("wuzhong-2023", Use);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(card["42.1"].Evidence.Single(), Is.EqualTo(new PartEvidence("42.1", null, new LocalText("1251/4170000（2024年，统计年报）", "1251/4170000 (2024, 统计年报)"), "佐证/42-1.pdf", $"{File}, sheet '填报', cell I{RowOf("42.1")}")));
            Assert.That(card["42.1"].Verdict.Published, Is.EqualTo(PublishedVerdict.Met), "3.0 of 10,000");
            Assert.That(card["14"].Evidence.Select(own => own.What.English), Is.EqualTo(new[] { "96.3 % (2024, 水务局)", "91.2 % (2023, 水务局)" }));
            Assert.That(card["14"].Judged.Wave, Is.EqualTo("2024"));
            Assert.That((card["12"].Given, card["12"].Evidence.Single().What.Chinese), Is.EqualTo((0.5m, "部分达到：14个农贸市场中9个达标（资料评审组，2024-10-12）")));
        }
    }

    [Test]
    public void AWorkbookOfAnotherProgrammeGivesNothing()
    {
        Programme.Library["yongchuan-2023"].WriteEntriesTemplate(File);
        using (var book = new FilledWorkbook(File))
        {
            book.Type(Sheet, "K1", "评审结论", "已佐证");
            book.Type(Sheet, "K1", "评审理由", "齐备");
        }
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_county.Judged("wuzhong-2023", Use).Parts.SelectMany(own => own.Evidence), Is.Empty);
            Assert.That(_county.Judged("wuzhong-2023", Use).Notes.Single().English, Is.EqualTo("填报表.xlsx is of yongchuan-2023, which the study does not use, so nothing in it was used."));
            Assert.That(_county.Judged("yongchuan-2023", Use)["K1"].Verdict.Published, Is.EqualTo(PublishedVerdict.Met), "the workbook says itself of which programme it is");
        }
    }

    // row, then heading and text of each cell that is filled in; the cell that the sentence names; the sentence
    [TestCase("14|数值|96n|年份|2024|数据来源|局", "H", "the rule is of a rate, and 96 has no percent sign; write 96 %.")]
    [TestCase("14|数值|0.96n|年份|2024|数据来源|局", "H", "the rule is of a rate, and 0.96 has no percent sign; write 96 %, or 0.96 % if that is meant.")]
    [TestCase("14|数值|96 %|分子|96|分母|100|年份|2024|数据来源|局", "H", "the row has a value, and numerator or denominator, which may not agree; keep one of the two.")]
    [TestCase("14|分子|101|分母|100|年份|2024|数据来源|局", "I", "the numerator 101 is larger than the denominator 100 of a rate; correct one of the two.")]
    [TestCase("14|分子|96|年份|2024|数据来源|局", "I", "there is no denominator with it; fill in both.")]
    [TestCase("14|分母|96|年份|2024|数据来源|局", "J", "there is no numerator with it; fill in both.")]
    [TestCase("14|分子|-1|分母|100|年份|2024|数据来源|局", "I", "-1 of 100 is no share of anything; correct numerator or denominator.")]
    [TestCase("14|分子|1|分母|0|年份|2024|数据来源|局", "I", "1 of 0 is no share of anything; correct numerator or denominator.")]
    [TestCase("14|数值|96 %|数据来源|局", "K", "the year is missing; write that of the figure, such as 2024.")]
    [TestCase("14|数值|96 %|年份|24|数据来源|局", "K", "'24' is no year; write four digits, such as 2024.")]
    [TestCase("14|数值|96 %|年份|2024", "L", "the source is missing; write who gave the figure.")]
    [TestCase("14|数值|约96%|年份|2024|数据来源|局", "H", "'约96%' is no number; write digits, such as 14.6, and for a rate the percent sign, such as 96 %.")]
    [TestCase("14|数值|196 %|年份|2024|数据来源|局", "H", "196 % is no rate from 0 % to 100 %; correct it.")]
    [TestCase("14|年份|2024|数据来源|局", "K", "the row has no figure and no decision; fill one in, or clear the cell.")]
    [TestCase("8.1|数值|14.6 %|年份|2024|数据来源|局", "H", "the rule is of a number in m2, and 14.6 % is a rate; give the number.")]
    [TestCase("8.1|数值|14.6|单位|亩|年份|2024|数据来源|局", "H", "the rule is in m2, and the figure in 亩; give it in m2.")]
    [TestCase("42.1|数值|3.2|年份|2024|数据来源|局", "H", "the rule is per 10000, and the figure has no numerator and denominator; give both.")]
    [TestCase("51|数值|3.2|年份|2024|数据来源|局", "H", "51 needs several figures; give 51a, 51b, 51c one by one.")]
    [TestCase("1|数值|3.2|年份|2024|数据来源|局", "H", "1 is decided by review, and a figure is given; give a decision.")]
    [TestCase("37|数值|20 %|年份|2024|数据来源|局", "H", "the survey tells smoking-current, so no figure of 37 is handed in; remove it, or the indicator.")]
    [TestCase("1|评审结论|已佐证", "R", "a decision needs its reason; write why.")]
    [TestCase("1|评审结论|基本达到|评审理由|齐备", "N", "'基本达到' is no decision; write one of 已佐证, 部分达到, 未达到, 待补佐证 (met, partly met, not met, unknown).")]
    [TestCase("1|评审理由|齐备", "N", "there is no decision; write one of 已佐证, 部分达到, 未达到, 待补佐证.")]
    [TestCase("1|评审结论|已佐证|评审理由|齐备|评审日期|去年", "Q", "'去年' is no date; write it as 2024-10-12.")]
    [TestCase("1|评审结论|部分达到|评审给分|3|评审理由|齐备", "N", "3 points are not between 0 and the 2 of 1; correct them.")]
    [TestCase("14|评审结论|已佐证|评审理由|齐备", "N", "14 is decided by its figures, which a decision does not change; give its figure, or points in the place of all or none, with the reason.")]
    [TestCase("14|编号|14.3|数值|96 %|年份|2024|数据来源|局", "H", "wuzhong-2023 has no part '14.3'; item 14 is entered as 14.")]
    [TestCase("14|编号| |数值|96 %|年份|2024|数据来源|局", "H", "the row has no number (编号); write that of the part.")]
    public void AFaultyFillingIsNamedWithItsCell(string filling, string column, string sentence)
    {
        string[] words = filling.Split('|');
        Programme.Library["wuzhong-2023"].WriteEntriesTemplate(File);
        string at = RowOf(words[0]);
        using (var book = new FilledWorkbook(File))
            foreach (string[] pair in words.Skip(1).Chunk(2).Reverse()) // a number last, by which the row is found
                if (pair[1].EndsWith('n'))
                    book.Type(Sheet, words[0], pair[0], double.Parse(pair[1][..^1], System.Globalization.CultureInfo.InvariantCulture), isPlain: true);
                else
                    book.Type(Sheet, words[0], pair[0], pair[1]);
        Assert.That(_county.Refused("wuzhong-2023", Use), Is.EqualTo(new[] { $"填报表.xlsx, sheet '填报', cell {column}{at}: {sentence}" }));
    }

    [Test]
    public void WhatStandsInTwoPlacesIsNamedWithBoth()
    {
        Programme.Library["wuzhong-2023"].WriteEntriesTemplate(File);
        using (var book = new FilledWorkbook(File))
        {
            book.Type(Sheet, "14", "数值", "96 %");
            Beside(book, "14", "水务局");
            book.Copy(Sheet, "14");
        }
        string at = RowOf("14");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_county.Refused("wuzhong-2023", Use).Single(), Does.Match($"^填报表.xlsx, sheet '填报', cell H[0-9]+: the figure of 14 for 2024 stands in 填报表.xlsx, sheet '填报', cell H{at} already; keep one of the two\\.$"));
            Assert.That(_county.Refused("wuzhong-2023", Use + "administrative: {\"14\": {value: 96 %, year: 2024, source: 水务局}}\n").First(), Is.EqualTo($"填报表.xlsx, sheet '填报', cell H{at}: the figure of 14 for 2024 stands in study.yaml, line 20, column 24 already; keep one of the two."));
        }
    }

    [Test]
    public void AllFaultsAreSaidAtOnce()
    {
        Programme.Library["wuzhong-2023"].WriteEntriesTemplate(File);
        using (var book = new FilledWorkbook(File))
        {
            book.Type(Sheet, "14", "数值", "96 %");
            book.Type(Sheet, "1", "评审结论", "已佐证");
        }
        Assert.That(_county.Refused("wuzhong-2023", Use), Has.Length.EqualTo(3), "a year, a source and a reason");
    }

    [Test]
    public void TownsOfTheWorkbookAreHeldAgainstThoseOfTheStudy()
    {
        Programme.Library["lianyungang-2020"].WriteEntriesTemplate(File, ["东镇", "西村镇", ""]);
        using (var book = new FilledWorkbook(File))
            foreach (string town in (string[])["东镇", "西村镇"])
            {
                book.Type("分镇填报", $"7.2 {town}", "评审结论", "已佐证");
                book.Type("分镇填报", $"7.2 {town}", "评审理由", "B级");
            }
        Assert.That(_county.Refused("lianyungang-2020", "programme: {use: lianyungang-2020}\nentries: 填报表.xlsx\n").Single(), Does.EndWith(": '西村镇' is no town of the area; did you mean '西镇'?"));
    }

    [Test]
    public void AColumnThatIsGoneIsNamed()
    {
        Programme.Library["wuzhong-2023"].WriteEntriesTemplate(File);
        using (var book = new FilledWorkbook(File))
        {
            book.Type(Sheet, "14", "数值", "96 %");
            book.Type(Sheet, "14", "年份", 2024);
            book.Remove(Sheet, "数据来源");
        }
        Assert.That(_county.Refused("wuzhong-2023", Use).Single(), Is.EqualTo($"填报表.xlsx, sheet '填报', row {RowOf("14")}: the source is missing; write who gave the figure (the column '数据来源' is not there any more)."));
    }

    [Test]
    public void WhatIsNoWorkbookOfEntriesIsRefused()
    {
        _county.Write("填报表.xlsx", "编号,数值", "14,96 %");
        string csv = _county.Refused("wuzhong-2023", Use).Single();
        Table.FromColumns([("编号", (Column)new NumberColumn([14])), ("数值", new NumberColumn([0.96]))]).Write(File);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(csv, Is.EqualTo("填报表.xlsx is no Excel workbook; make one with survey programmes NAME --template, and fill that in."));
            Assert.That(_county.Refused("wuzhong-2023", Use).Single(), Is.EqualTo("填报表.xlsx names no programme ('方案编号' or 'Programme' with its id beside it); make the workbook with survey programmes NAME --template, and keep its first sheet."));
        }
    }

    [Test]
    public void TheSameProgrammeGivesTheSameBytes()
    {
        string other = Path.Combine(_county.Folder, "other.xlsx");
        Programme.Library["qidong-2023"].WriteEntriesTemplate(File, ["东镇"]);
        Programme.Library["qidong-2023"].WriteEntriesTemplate(other, ["东镇"]);
        Assert.That(System.IO.File.ReadAllBytes(other), Is.EqualTo(System.IO.File.ReadAllBytes(File)));
    }

    private static void Beside(FilledWorkbook book, string row, string source)
    {
        book.Type(Sheet, row, "年份", 2024);
        book.Type(Sheet, row, "数据来源", source);
    }

    /// <summary>The sheet's number of a part's row in the Chinese template of Wuzhong.</summary>
    private static string RowOf(string part)
    {
        Programme wuzhong = Programme.Library["wuzhong-2023"];
        int row = 1;
        foreach (ProgrammeDimension dimension in wuzhong.Dimensions)
        {
            row++;
            foreach (ProgrammePart own in wuzhong.Parts.Where(own => own.Dimension == dimension.Id))
            {
                row++;
                if (own.Id == part)
                    return row.ToString(System.Globalization.CultureInfo.InvariantCulture);
                row += own.Figures.Count;
            }
            row += wuzhong.Missing.Count(own => own.Dimension == dimension.Id);
        }
        throw new ArgumentException(part);
    }
}
