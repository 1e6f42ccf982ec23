using Survey.Monitoring.Scorecards;

namespace Survey.Monitoring.Entries;

/// <summary>What is filled in cell by cell comes back as the same entries, in whatever language and wherever rows and columns were moved.</summary>
public sealed class EntriesRoundTripTests
{
    private const string Sheet = "填报", Wuzhong = "wuzhong-2023";

    private static readonly string[] _towns = ["东镇", "西镇", "南街道"];

    private SmallCounty _county = null!;

    [SetUp]
    public void Make() => _county = new SmallCounty();

    [TearDown]
    public void Remove() => _county.Dispose();

    private string File => Path.Combine(_county.Folder, "填报表.xlsx");

    private static IEnumerable<string> Programmes => Programme.Library.All.Select(own => own.Id);

    [TestCaseSource(nameof(Programmes))]
    public void EveryEntryComesBackAsItWasFilledIn(string id)
    {
        Programme programme = Programme.Library[id];
        foreach (Language language in Enum.GetValues<Language>())
        {
            programme.WriteEntriesTemplate(File, _towns, language);
            var filled = new List<ProgrammeEntry>();
            using (var book = new FilledWorkbook(File))
                foreach (ProgrammePart part in programme.Parts)
                    Fill(book, part, language, filled);
            Assert.That(Entries(programme), Is.EquivalentTo(filled), $"{id}, {language}");
        }
    }

    /// <summary>Fills in all that a part takes, no two figures alike.</summary>
    private static void Fill(FilledWorkbook book, ProgrammePart part, Language language, List<ProgrammeEntry> filled)
    {
        string sheet = (part.IsByTown, language) switch { (true, Language.Chinese) => "分镇填报", (true, _) => "By town", (_, Language.Chinese) => Sheet, _ => "Entries" };
        foreach (string? town in part.IsByTown ? _towns : (string?[])[null])
        {
            if (part.NeedsReview)
                filled.Add(Decided(book, sheet, part, town, language, filled.Count));
            if (part.NeedsRecords)
                filled.AddRange((part.Figures.Count > 0 ? part.Figures.Select(own => own.Id) : [part.Id]).Select((id, k) => Recorded(book, sheet, part, id, town, language, filled.Count + k)).ToArray());
        }
    }

    private static ProgrammeEntry Decided(FilledWorkbook book, string sheet, ProgrammePart part, string? town, Language language, int number)
    {
        var review = new Review((ReviewDecision)(number % 4), $"理由{number}", $"评审组{number}", new DateOnly(2024, 1, 1).AddDays(number), $"佐证/{number}.pdf");
        int word = review.Decision switch { ReviewDecision.Met => 0, ReviewDecision.PartlyMet => 1, ReviewDecision.NotMet => 2, _ => 3 };
        string row = town is null ? part.Id : $"{part.Id} {town}";
        book.Type(sheet, row, EntryColumn.Decision.Heading(language), EntryWords.Decisions(language)[word]);
        book.Type(sheet, row, EntryColumn.Reason.Heading(language), review.Reason);
        book.Type(sheet, row, EntryColumn.Role.Heading(language), review.By!);
        book.TypeShown(sheet, row, EntryColumn.Date.Heading(language), review.Date!.Value.DayNumber - new DateOnly(1899, 12, 30).DayNumber, "yyyy/m/d");
        if (!part.NeedsRecords || part.Figures.Count > 0)
            book.Type(sheet, row, EntryColumn.Evidence.Heading(language), review.Document!);
        else
            review = review with { Document = $"佐证/{number + 1}.pdf" }; // the row's figure and decision share the cell
        return Entry(part.Id, town) with { Review = review };
    }

    private static ProgrammeEntry Recorded(FilledWorkbook book, string sheet, ProgrammePart part, string id, string? town, Language language, int number)
    {
        string row = town is null ? id : $"{id} {town}";
        AdministrativeFigure figure = Figure(book, sheet, row, part.Rule.Walk().First(rule => IsOfFigures(rule) && (rule.Indicator is null || rule.Indicator == id)), language, number) with { Evidence = $"佐证/{number}.pdf" };
        book.Type(sheet, row, EntryColumn.Year.Heading(language), figure.Year);
        book.Type(sheet, row, EntryColumn.Source.Heading(language), figure.Source);
        book.Type(sheet, row, EntryColumn.Evidence.Heading(language), figure.Evidence!);
        return Entry(id, town) with { Figure = figure };
    }

    private static bool IsOfFigures(Target rule) => rule is not (AllOfTarget or AnyOfTarget or ChoiceTarget or EveryTownTarget or PrerequisiteTarget or ReviewTarget);

    private static AdministrativeFigure Figure(FilledWorkbook book, string sheet, string row, Target rule, Language language, int number)
    {
        var figure = new AdministrativeFigure(2000 + number % 25, $"单位{number}");
        decimal share = 0.5m + number / 1000m;
        switch (rule)
        {
            case LevelTarget { Amount: { IsPercent: false, Scale: not 1 } }:
                book.Type(sheet, row, EntryColumn.Numerator.Heading(language), number);
                book.Type(sheet, row, EntryColumn.Denominator.Heading(language), "１０，０００");
                return figure with { Ratio = (number, 10000) };
            case LevelTarget { Amount: { IsPercent: false, Unit: var unit } }:
                book.Type(sheet, row, EntryColumn.Value.Heading(language), number + 0.25);
                return figure with { Value = number + 0.25m, Unit = unit };
            case ZeroEventsTarget:
                book.Type(sheet, row, EntryColumn.Value.Heading(language), $"{number}");
                return figure with { Value = number };
            case FullCoverageTarget or LevelTarget or AboutTarget:
                book.Type(sheet, row, EntryColumn.Value.Heading(language), (double)share); // the cell is shown in per cent
                return figure with { Value = share, IsPercent = true };
            default:
                book.Type(sheet, row, EntryColumn.Value.Heading(language), $"{Numbers.Plain(100 * share)} %");
                return figure with { Value = share, IsPercent = true };
        }
    }

    private static ProgrammeEntry Entry(string id, string? town) => new("", id, town, "");

    [Test]
    public void MovedRowsAndColumnsChangeNothing()
    {
        FillSome();
        ProgrammeEntry[] before = Entries(Programme.Library[Wuzhong]);
        using (var book = new FilledWorkbook(File))
        {
            book.TurnRound(Sheet);
            book.Delete(Sheet, "#5"); // of those that nobody filled in
        }
        Assert.That(before, Has.Length.EqualTo(4));
        Assert.That(Entries(Programme.Library[Wuzhong]), Is.EqualTo(before.Reverse()));
    }

    [Test]
    public void ColumnsOfOnesOwnAreLeftAlone()
    {
        FillSome();
        ProgrammeEntry[] before = Entries(Programme.Library[Wuzhong]);
        using (var book = new FilledWorkbook(File))
        {
            book.Rename(Sheet, "责任单位", "备注");
            book.Rename(Sheet, "分值", "");
        }
        Assert.That(Entries(Programme.Library[Wuzhong]), Is.EqualTo(before));
    }

    [TestCase("wuzhong-2023", true)]
    [TestCase("qidong-2023", false)]
    public void PointsAreAskedWhereTheNoticeGivesThem(string id, bool hasPoints)
    {
        Programme.Library[id].WriteEntriesTemplate(File);
        using var book = new FilledWorkbook(File);
        Assert.That(book.Headings(Sheet).Intersect(["分值", "评审给分"]).Count(), Is.EqualTo(hasPoints ? 2 : 0));
    }

    private void FillSome()
    {
        Programme.Library[Wuzhong].WriteEntriesTemplate(File);
        using var book = new FilledWorkbook(File);
        foreach ((string row, string value) in new[] { ("8.1", "14.6"), ("14", "96 %"), ("25", "0") })
            Record(book, row, value, 2024);
        book.Type(Sheet, "1", "评审结论", "已佐证");
        book.Type(Sheet, "1", "评审理由", "齐备");
    }

    [TestCase("0%")]
    [TestCase("0.0%")]
    [TestCase("0.00%;[Red]-0.00%")]
    [TestCase("#,##0.0 %")]
    public void WhatACellShowsInPerCentIsPerCent(string format)
    {
        Programme.Library[Wuzhong].WriteEntriesTemplate(File);
        using (var book = new FilledWorkbook(File))
        {
            Record(book, "14", "", 2024);
            book.TypeShown(Sheet, "14", "数值", 0.963, format);
        }
        Assert.That(Entries(Programme.Library[Wuzhong]).Single().Figure, Is.EqualTo(new AdministrativeFigure(2024, "年报") { Value = 0.963m, IsPercent = true }));
    }

    [Test]
    public void SeveralYearsOfAPartAreSeveralFigures()
    {
        Programme.Library[Wuzhong].WriteEntriesTemplate(File);
        using (var book = new FilledWorkbook(File))
        {
            Record(book, "14", "96 %", 2024);
            string row = "14";
            foreach ((string year, string value) in new[] { ("2022", "90%"), ("2023年", "９３．５％") })
            {
                row = book.Copy(Sheet, row);
                book.Type(Sheet, row, "数值", value);
                book.Type(Sheet, row, "年份", year);
            }
        }
        Assert.That(Entries(Programme.Library[Wuzhong]).Select(own => (own.Figure!.Year, own.Figure.Value)), Is.EqualTo(new (int, decimal?)[] { (2024, 0.96m), (2022, 0.9m), (2023, 0.935m) }));
    }

    [Test]
    public void NamesAndReasonsStayAsTheyWereWritten()
    {
        Programme.Library[Wuzhong].WriteEntriesTemplate(File);
        using (var book = new FilledWorkbook(File))
        {
            Record(book, "14", "96 %", 2024);
            book.Type(Sheet, "14", "数据来源", " 区水务局（供水科）");
            book.Type(Sheet, "1", "评审结论", "已佐证");
            book.Type(Sheet, "1", "评审理由", "文件齐备（3份）：\n见附件，共５页");
        }
        ProgrammeEntry[] entries = Entries(Programme.Library[Wuzhong]);
        Assert.That((entries[1].Figure!.Source, entries[0].Review!.Reason), Is.EqualTo(("区水务局（供水科）", "文件齐备（3份）： 见附件，共５页")));
    }

    [Test]
    public void TownsAreThoseOfTheStudyHoweverTheirBracketsAreTyped()
    {
        Programme programme = Programme.Library["lianyungang-2020"];
        ProgrammePart part = programme.Parts.First(own => own.IsByTown);
        programme.WriteEntriesTemplate(File, ["开发区（东区）", "开发区(西区)"]);
        using (var book = new FilledWorkbook(File))
            foreach (string town in (string[])["开发区（东区）", "开发区(西区)"])
            {
                book.Type("分镇填报", $"{part.Id} {town}", "评审结论", "已佐证");
                book.Type("分镇填报", $"{part.Id} {town}", "评审理由", "齐备");
            }
        Study study = Study(programme);
        Assert.That(StudyEntries.Of(study with { Area = study.Area with { Towns = ["开发区（东区）", "开发区（西区）"] } }, programme).Select(own => own.Town), Is.EqualTo(new[] { "开发区（东区）", "开发区（西区）" }));
    }

    private static void Record(FilledWorkbook book, string row, string value, int year)
    {
        book.Type(Sheet, row, "数值", value);
        book.Type(Sheet, row, "年份", year);
        book.Type(Sheet, row, "数据来源", "年报");
    }

    private Study Study(Programme programme) => _county.Study($"programme: {{use: {programme.Id}, choices: {{sewage: city, tolerance: 1, below: strict}}}}\nentries: 填报表.xlsx\n");

    /// <summary>What is read back, without its place.</summary>
    private ProgrammeEntry[] Entries(Programme programme) => [.. StudyEntries.Of(Study(programme), programme).Select(own => own with { Programme = "", Place = "" })];
}
