using System.Globalization;
using System.Text.RegularExpressions;
using Survey.Monitoring;
using Survey.Reporting.Content;
using Survey.Reporting.Tests.Made;

namespace Survey.Reporting.Tests;

/// <summary>What a report says of its own methods is true of this study, and what is not computed is said to be.</summary>
public class TruthTests
{
    private static Report Made(SmallStudy study, ReportKind? kind = null, Language language = Language.Chinese) => study.Report(language, kind).Content;

    private static ReportTable Table(Report report, string id) => report.Blocks.OfType<ReportTable>().First(table => table.Id == id);

    private static string TextOf(Report report) => string.Join('\n', report.Texts().Select(own => own.Text));

    private static string[] RowOf(Report report, ReportTable table, string label) =>
        [.. table.Rows.First(row => VisibleTexts.TextOfCell(report, row.Cells[0]) == label).Cells.Select(cell => VisibleTexts.TextOfCell(report, cell))];

    [Test]
    public void Without_weights_nothing_is_called_weighted()
    {
        using var study = new SmallStudy();
        string text = TextOf(Made(study));
        Assert.That(text, Does.Contain("以上率未加权，所有应答者按等权计").And.Contain("率未加权，人数为应答人数").And.Contain("加权的影响：研究没有加权"));
        Assert.That(text, Does.Not.Contain("加权估计").And.Not.Contain("最终加权").And.Not.Contain("率为加权率").And.Not.Contain("加权均数"));
        Assert.That(TextOf(Made(study, language: Language.English)), Does.Not.Match("Rates are weighted|weighted estimates|Final weights"));
    }

    [Test]
    public void A_figure_of_few_degrees_of_freedom_is_marked_where_the_sample_has_more()
    {
        using var study = new SmallStudy { Towns = 10 };
        Report report = Made(study);
        ReportTable towns = Table(report, "literacy-by-town");
        NumberCell[] rates = [.. towns.Rows.SkipLast(1).Select(row => (NumberCell)row.Cells[2])];
        Assert.That(rates, Has.Length.EqualTo(10));
        Assert.That(rates.Where(cell => !cell.Number.IsSuppressed), Is.Not.Empty.And.All.Property("Number").Property("IsMarked").True);
        Assert.That(((NumberCell)towns.Rows[^1].Cells[2]).Number.IsMarked, Is.False);
        Assert.That(towns.Notes.Select(report.TextOf), Does.Contain("† 自由度不足8，区间本身不稳定，慎用。"));

        using var few = new SmallStudy { Towns = 4 };
        Assert.That(TextOf(Made(few)), Does.Not.Contain("† 自由度").And.Contain("自由度只有4"));
    }

    [Test]
    public void A_ratio_is_broken_down_and_called_no_rate()
    {
        using var study = new SmallStudy { MoreIndicators = "  - {id: years, zh: 平均年龄, en: Mean age, numerator: age, denominator: \"1\", better: none}\n" };
        Report report = Made(study);
        ReportTable groups = Table(report, "others-by-group");
        Assert.That(groups.Rows.Where(row => row.Kind == RowKind.Body).Select(row => ((NumberCell)row.Cells[2]).Number.Value).ToList(), Has.Count.GreaterThan(4).And.All.InRange(15, 70));
        Assert.That(groups.Columns[2].Group, Is.EqualTo("比值"));
        Assert.That(RowOf(report, Table(report, "indicator-definitions"), "平均年龄")[1], Is.EqualTo("平均每人的年龄"));
        Assert.That(report.SectionText("others"), Does.Match("按性别分，男为\\d+\\.\\d\\d、女为\\d+\\.\\d\\d，"));
    }

    [Test]
    public void A_condition_is_said_in_words()
    {
        using var study = new SmallStudy { MoreIndicators = "  - {id: graduates, zh: 青年高中比例, en: Young graduates, event: \"education in ('高中', '博士') and age < 45\", population: \"sex = '女'\", better: none}\n" };
        Assert.That(RowOf(Made(study), Table(Made(study), "indicator-definitions"), "青年高中比例")[1], Is.EqualTo("文化程度为“高中”或“博士”且年龄小于45者占应答者的比例；限性别为“女”的人群"));
        Report english = Made(study, language: Language.English);
        Assert.That(RowOf(english, Table(english, "indicator-definitions"), "Young graduates")[1], Is.EqualTo("Share of respondents with: Education “高中” or “博士” and Age < 45; of people with: Sex “女”"));
    }

    [TestCase("BMI指数", "平均每人的BMI指数")]
    [TestCase("BMI", "平均每人的研究文件所列计算式")]
    public void A_column_is_known_by_a_Chinese_name_that_may_have_letters(string title, string definition)
    {
        using var study = new SmallStudy { AgeTitle = title, MoreIndicators = "  - {id: index, zh: 指数, en: Index, numerator: age, denominator: \"1\", better: none}\n" };
        Report report = Made(study);
        Assert.That(RowOf(report, Table(report, "indicator-definitions"), "指数")[1], Is.EqualTo(definition));
    }

    [Test]
    public void Decimals_are_those_of_the_study_in_sentences_and_tables()
    {
        using var study = new SmallStudy { More = "report:\n  decimals: 1\n" };
        Report report = Made(study);
        Assert.That(report.SectionText("summary") + report.SectionText("literacy-groups") + report.SectionText("change-waves"), Does.Match("\\d\\.\\d%").And.Not.Match("\\d\\.\\d\\d(%|个百分点)"));
        Assert.That(report.SectionText("methods"), Does.Contain("百分比保留1位小数"));
    }

    [Test]
    public void Groups_are_compared_with_the_first_that_is_shown()
    {
        using var study = new SmallStudy { Edit = (_, person, cells) => [.. cells[..5], person < 3 ? "小学" : cells[5] == "小学" ? "初中" : cells[5], .. cells[6..]] };
        Report report = Made(study);
        ReportTable table = Table(report, "literacy-by-group");
        Assert.That(RowOf(report, table, "小学")[2], Is.EqualTo("※"));
        Assert.That(RowOf(report, table, "初中")[4], Is.EqualTo("—"));
        Assert.That(RowOf(report, table, "高中")[4], Does.Match("^-?\\d+\\.\\d\\d$"));
    }

    [Test]
    public void Shares_of_a_question_have_intervals_and_say_what_is_hidden()
    {
        using var study = new SmallStudy { Doctors = 4, More = "report:\n  extraTables: [{variable: literate, by: [education]}, {variable: education, by: [sex]}]\n" };
        Report report = Made(study);
        ReportTable two = Table(report, "extra-1"), four = Table(report, "extra-2");
        Assert.That(two.Columns.Select(column => column.Kind), Has.Exactly(2).EqualTo(ColumnKind.Interval));
        Assert.That(RowOf(report, two, "博士").Skip(2), Is.All.EqualTo("※"));
        Assert.That(two.Notes.Select(report.TextOf), Has.Some.Contains("※ 样本量或精度不足"));
        Assert.That(four.Columns.Select(column => column.Kind), Has.None.EqualTo(ColumnKind.Interval), "four answers with intervals would not fit a page");
    }

    [Test]
    public void Groups_that_are_strata_are_tested()
    {
        using var study = new SmallStudy { Strata = "sex" };
        Assert.That(Made(study).SectionText("literacy-groups"), Does.Match("按性别分，[^。]*χ²检验"));
    }

    [Test]
    public void The_target_of_a_ratio_is_in_its_own_unit()
    {
        using var study = new SmallStudy
        {
            HasTargets = false,
            MoreIndicators = "  - {id: years, zh: 平均年龄, en: Mean age, numerator: (age + 2) * 2, denominator: \"1\", better: lower}\n",
            More = "targets:\n  - {id: r1, indicator: years, rule: {fallsByPercent: 10, since: lastYear}}\n",
        };
        Report report = Made(study, ReportKind.Baseline);
        NumberCell[] cells = [.. Table(report, "targets").Rows[0].Cells.OfType<NumberCell>()];
        Assert.That(cells[1].Number.Value, Is.EqualTo(0.9 * cells[0].Number.Value).Within(1e-12));
        Assert.That(cells.Take(3).Select(cell => cell.Number.Kind), Is.All.EqualTo(NumberKind.Number));
        Assert.That(Table(report, "targets").Columns.Select(column => column.Heading), Has.None.EqualTo("目标值（%）"));
        Assert.That(RowOf(report, Table(report, "indicator-definitions"), "平均年龄")[1], Is.EqualTo("平均每人的（年龄 + 2） × 2"));
    }

    [Test]
    public void Hidden_estimates_are_counted_as_the_tables_have_them()
    {
        using var study = new SmallStudy { Doctors = 3 };
        Report report = Made(study);
        int hidden = report.Blocks.TakeWhile(block => block is not ReportTable { Id: "parts" }).OfType<ReportTable>().SelectMany(table => table.Rows).SelectMany(row => row.Cells).OfType<NumberCell>().Count(cell => cell.Number is { IsSuppressed: true, Kind: NumberKind.Rate });
        Assert.That(hidden, Is.GreaterThan(2));
        Assert.That(report.SectionText("limitations"), Does.Contain($"以上各表中有{hidden}个估计值（连同其区间和差值）"));
    }

    [Test]
    public void A_self_assessment_speaks_of_no_groups()
    {
        using var study = new SmallStudy();
        string text = TextOf(Made(study, ReportKind.SelfAssessment));
        Assert.That(text, Does.Not.Contain("分组比较未作多重校正").And.Not.Contain("组间差异用").And.Not.Contain("不予列示，以“※”标出。"));
    }

    [Test]
    public void Places_of_the_design_are_never_tested_or_priorities()
    {
        using var study = new SmallStudy { More = "report:\n  by: [village, sex]\n" };
        Report report = Made(study);
        Assert.That(report.SectionText("literacy-groups"), Does.Match("按性别分，[^。]*χ²检验").And.Not.Match("按村（居）委会分，[^。]*χ²检验"));
        Assert.That(report.SectionText("priority-groups"), Does.Not.Contain("村（居）委会“"));
    }

    [Test]
    public void A_baseline_names_the_year_of_the_figure_of_another_area()
    {
        using var study = new SmallStudy();
        Assert.That(Made(study, ReportKind.Baseline).SectionText("summary"), Does.Contain("高于全省平均水平（2024年）即29.50%"));
    }

    [Test]
    public void An_indicator_that_could_not_be_estimated_is_listed()
    {
        using var study = new SmallStudy { MoreIndicators = "  - {id: lost, zh: 标化吸烟率, en: Standardized smoking, event: smokes, better: lower, standardize: {by: sex, population: 人口.csv, count: 人口数}}\n" };
        study.Add("人口.csv", "sex,人口数\n男,100\n");
        Assert.That(Made(study).SectionText("left-out"), Does.Contain("标化吸烟率："));
        study.Add("人口.csv", "sex,人口数\n男,100\n女,110\n");
        Assert.That(RowOf(Made(study), Table(Made(study), "indicator-definitions"), "标化吸烟率")[1], Is.EqualTo("符合研究文件所列条件者占应答者的比例；按性别直接标准化（标准人口：人口）"));
    }

    [Test]
    public void A_regression_that_is_asked_for_is_said_not_to_be_computed()
    {
        using var study = new SmallStudy { More = "report:\n  model: {outcome: literate, terms: [sex, ageGroup]}\n" };
        Assert.That(Made(study).SectionText("left-out"), Does.Contain("多因素回归分析："));
    }

    [Test]
    public void The_cut_of_a_questionnaire_is_its_own()
    {
        using var folder = new FolderCopy(Path.GetDirectoryName(DemoReport.File)!);
        string shipped = File.ReadAllText(Path.Combine(Path.GetDirectoryName(DemoReport.File)!, "..", "instruments", "national-50.yaml"));
        string sixty = Regex.Replace(shipped, @"points: (\d+), cut: \d+", match => $"points: {match.Groups[1]}, cut: {Math.Ceiling(0.6m * int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))}");
        File.WriteAllText(Path.Combine(folder.Path, "问卷", "自编.yaml"), sixty.Replace("literate: 80 %", "literate: 60 %", StringComparison.Ordinal).Replace("id: national-50", "id: own-50", StringComparison.Ordinal));
        string file = Path.Combine(folder.Path, "study.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace("use: national-50", "use: 问卷/自编.yaml", StringComparison.Ordinal));
        Report report = Study.Read(file).Load().Estimate().Judge().Report(language: Language.Chinese).Content;
        Assert.That(report.SectionText("questionnaire"), Does.Contain("得分达到总分的60%（40分）及以上者"));
        Assert.That(report.SectionText("definitions"), Does.Contain("得分达到总分60%及以上者").And.Not.Contain("80%"));
        Assert.That(DemoReport.Of(Language.Chinese).Content.SectionText("definitions"), Does.Contain("得分达到总分80%及以上者"));
    }

    [Test]
    public void Several_programmes_are_named_and_counted_in_the_summary()
    {
        StudyVerdicts verdicts = DemoReport.Verdicts;
        Scorecard[] cards = [.. Programme.Library.All.Take(3).Select(verdicts.Indicators.Judge)];
        Report report = verdicts.Report(cards, language: Language.Chinese).Content;
        Assert.That(report.SectionText("summary"), Does.Match("居民调查评定的要求共\\d+项：达标\\d+项"));
        foreach (Scorecard card in cards)
            Assert.That(report.SectionText("verdicts"), Does.Contain($"《{card.Programme.Name.Chinese}》第"));
    }
}
