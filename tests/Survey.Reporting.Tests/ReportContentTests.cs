using System.Text.RegularExpressions;
using Survey.Monitoring;
using Survey.Reporting.Content;
using Survey.Reporting.Tests.Made;

namespace Survey.Reporting.Tests;

public partial class ReportContentTests
{
    /// <summary>What a Chinese report may hold of Latin letters: symbols and names of methods that have no other, and of the audit the names of files and hashes.</summary>
    private static readonly HashSet<string> Allowed = ["CI", "P", "F", "Kish", "Fieller", "Rao", "Scott", "logit", "t", "Kappa", "Cohen", "Cronbach", "NCHS", "SHA", "Holm", "Korn", "Graubard", "m", "h", "B", "C", "A", "D", "k"];

    private static void AssertTidy(Report report)
    {
        foreach ((string place, string text) in report.Texts())
        {
            Assert.That(text, Does.Not.Contain("NaN").And.Not.Contain("∞").And.Not.Contain("null").And.Not.Contain("Infinity"), place);
            Assert.That(text, Does.Not.Contain("显著"), place);
            if (report.Language == Language.Chinese && place != "audit")
                Assert.That(Latin().Matches(text).Select(match => match.Value).Where(word => !Allowed.Contains(word)), Is.Empty, $"{place}: {text}");
        }
        foreach (ReportTable table in report.Blocks.OfType<ReportTable>())
            foreach (ReportRow row in table.Rows)
                Assert.That(row.Cells, Has.Count.EqualTo(row.Kind == RowKind.Heading ? 1 : table.Columns.Count), table.Id);
        foreach (Section section in report.Sections.SelectMany(VisibleTexts.All))
            Assert.That(section.Blocks.Count + section.Sections.Count, Is.GreaterThan(0), $"{section.Id} is empty");
        Assert.That(report.Sections.SelectMany(VisibleTexts.All).Select(section => section.Id), Is.Unique);
    }

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex Latin();

    [Test]
    public void The_demo_county_is_tidy([Values] Language language, [Values] ReportKind kind) => AssertTidy(DemoReport.Of(language, kind).Content);

    private static Report Made(SmallStudy study, Language language = Language.Chinese, ReportKind? kind = null) => study.Report(language, kind).Content;

    [Test]
    public void Each_kind_is_tidy_in_both_languages([Values] Language language, [Values] ReportKind kind)
    {
        using var study = new SmallStudy();
        AssertTidy(Made(study, language, kind));
    }

    [Test]
    public void One_wave_makes_a_baseline_report_without_changes()
    {
        using var study = new SmallStudy { Waves = ["2024"] };
        FinishedReport report = study.Report(Language.Chinese);
        AssertTidy(report.Content);
        Assert.That(report.Kind, Is.EqualTo(ReportKind.Baseline));
        Assert.That(report.Content.SectionText("left-out"), Does.Contain("与上次调查比较：没有更早一次调查的数据。"));
        Assert.That(report.Content.SectionText("verdicts"), Does.Contain("目标值"));
    }

    [Test]
    public void Without_answers_to_items_their_tables_are_left_out_and_said_to_be()
    {
        using var study = new SmallStudy();
        Report report = Made(study);
        Assert.That(report.SectionText("left-out"), Does.Contain("题目答对情况：数据中没有逐题作答。"));
        Assert.That(report.Blocks.OfType<ReportTable>().Select(table => table.Id), Does.Not.Contain("all-items"));
    }

    [Test]
    public void Without_programme_and_targets_both_chapters_are_left_out()
    {
        using var study = new SmallStudy { HasTargets = false };
        Report report = Made(study);
        AssertTidy(report);
        Assert.That(report.SectionText("left-out"), Does.Contain("目标达标评定：研究文件没有目标，也没有指明方案。").And.Contain("方案评分：研究文件没有指明方案。"));
    }

    [TestCase(Language.Chinese)]
    [TestCase(Language.English)]
    public void Three_people_are_suppressed_in_tables_sentences_and_charts(Language language)
    {
        using var study = new SmallStudy { Doctors = 3 };
        Report report = Made(study, language);
        AssertTidy(report);
        ReportRow row = report.Blocks.OfType<ReportTable>().First(table => table.Id == "literacy-by-group").Rows.First(own => own.Cells[0] is TextCell words && report.TextOf(words.Words) == "博士");
        Assert.That(row.Cells.Skip(2).Select(cell => VisibleTexts.TextOfCell(report, cell)), Is.All.EqualTo("※"));
        Assert.That(report.SectionText("literacy-groups"), Does.Not.Match("博士为\\d").And.Not.Match("博士 \\d"));
        Assert.That(report.SectionText("literacy-groups"), Does.Contain(language == Language.Chinese ? "组样本量或精度不足，不予列示" : "more not shown"));
        Assert.That(report.SectionText("problems"), Does.Not.Contain("博士"));
    }

    [Test]
    public void A_rate_of_zero_is_none_found_with_its_upper_limit()
    {
        using var study = new SmallStudy { NobodyIsLiterate = true };
        Report report = Made(study);
        AssertTidy(report);
        Assert.That(report.SectionText("summary"), Does.Match("居民健康素养水平：未发现（样本360人，95%CI上限\\d+\\.\\d\\d%）；2023年和2024年均未发现。"));
    }

    [Test]
    public void Twenty_six_towns_stand_in_administrative_order_and_are_not_ranked()
    {
        using var study = new SmallStudy { Towns = 26, People = 20 };
        Report report = Made(study);
        AssertTidy(report);
        ReportTable towns = report.Blocks.OfType<ReportTable>().First(table => table.Id == "literacy-by-town");
        Assert.That(towns.Rows.SkipLast(1).Select(row => VisibleTexts.TextOfCell(report, row.Cells[0])), Is.EqualTo(Enumerable.Range(1, 26).Select(k => $"第{k}镇")));
        Assert.That(towns.IsSortable, Is.False);
    }

    [Test]
    public void Names_of_sixty_characters_stay_whole()
    {
        using var study = new SmallStudy { TownName = k => $"{new string('长', 58)}{k}镇" };
        Report report = Made(study);
        AssertTidy(report);
        Assert.That(report.SectionText("literacy-towns"), Does.Contain($"{new string('长', 58)}3镇"));
    }

    [Test]
    public void One_answer_changes_sentence_table_and_chart()
    {
        using var study = new SmallStudy();
        using var other = new SmallStudy { Edit = (wave, person, cells) => wave == "2024" && person == 0 ? [.. cells[..6], cells[6] == "1" ? "0" : "1", cells[7]] : cells };
        (Report first, Report second) = (Made(study), Made(other));
        Assert.That(second.SectionText("literacy-overall"), Is.Not.EqualTo(first.SectionText("literacy-overall")));
        Assert.That(TotalOf(second), Is.Not.EqualTo(TotalOf(first)));
        Assert.That(LastOf(second), Is.Not.EqualTo(LastOf(first)));

        static double TotalOf(Report report) => ((NumberCell)report.Blocks.OfType<ReportTable>().First(table => table.Id == "literacy-by-group").Rows[^1].Cells[2]).Number.Value;
        static double LastOf(Report report) => ((SeriesChart)report.Blocks.OfType<ReportFigure>().First(figure => figure.Id == "literacy-trend").Chart).Series[0].Points[^1]!.Value.Value;
    }

    [Test]
    public void Simulated_data_are_noticed()
    {
        using var study = new SmallStudy();
        Assert.That(Made(study).Notice, Is.EqualTo("模拟数据，不反映任何真实地区"));
        Assert.That(Made(study).SectionText("limitations"), Does.Contain("模拟数据"));
    }

    [Test]
    public void A_rise_is_said_only_where_the_interval_excludes_zero()
    {
        using var study = new SmallStudy();
        string text = Made(study).SectionText("change-waves");
        Assert.That(text, Does.Match("差异无统计学意义|提高到|下降到|上升到"));
        foreach (Change change in study.Judged().Indicators.Changes.Select(own => own.Change))
        {
            Interval interval = change.Difference.Interval();
            string name = change.After.Variable == "literacy" ? "居民健康素养水平" : "现在吸烟率";
            bool isSure = interval.Low > 0 || interval.High < 0;
            Assert.That(text, isSure ? Does.Match($"{name}由2023年的[^。]*(提高|上升|下降)到") : Does.Contain($"{name}由2023年的").And.Match($"{name}由2023年的[^。]*变为[^。]*差异无统计学意义"));
        }
    }

    [Test]
    public void A_missing_text_leaves_a_mark_that_is_listed_and_a_text_that_is_there_is_taken()
    {
        using var study = new SmallStudy();
        FinishedReport without = study.Report(Language.Chinese);
        Assert.That(without.Gaps, Is.EqualTo(new[] { "背景与目的", "组织实施", "质量控制", "建议" }));
        Assert.That(without.Content.SectionText("left-out"), Does.Contain("背景与目的"));
        using var written = new SmallStudy { More = "report:\n  texts: {background: 背景.md}\n" };
        written.Add("背景.md", "## 由来\n\n按方案开展。\n");
        FinishedReport with = written.Report(Language.Chinese);
        Assert.That(with.Gaps, Does.Not.Contain("背景与目的"));
        Assert.That(with.Content.SectionText("background"), Does.Contain("由来").And.Contain("按方案开展。"));
    }

    [TestCase(Language.Chinese, "背景与目的（没有文件“报告/无.md”）", "【待补充：背景与目的】研究文件的“报告文字·背景”处登记的文件“报告/无.md”不存在。")]
    [TestCase(Language.English, "background and purpose (there is no file 报告/无.md)", "[To be written: background and purpose] There is no file 报告/无.md, which the study names under report.texts.background.")]
    public void A_text_that_is_named_and_not_there_is_said_to_be_missing(Language language, string gap, string mark)
    {
        using var study = new SmallStudy { More = "report:\n  texts: {background: 报告/无.md}\n" };
        FinishedReport report = study.Report(language);
        Assert.That(report.Gaps[0], Is.EqualTo(gap));
        Assert.That(report.Content.SectionText("background"), Does.Contain(mark));
        Assert.That(report.Content.SectionText("left-out"), Does.Contain(gap));
    }
}
