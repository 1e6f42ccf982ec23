using System.Xml.Linq;
using Survey.Files;
using Survey.Monitoring;
using Survey.Reporting.Tests.Examples;
using Survey.Reporting.Tests.Made;

namespace Survey.Reporting.Tests.Charts;

/// <summary>Charts of estimates and changes from code.</summary>
public class ResultChartTests
{
    private static readonly Table Years = Table.Read(Path.Combine(Example.Root, "datasets", "two-waves", "two_waves.csv"));
    private static readonly Statistic Literate = Statistic.Proportion("literate");

    private static SurveyDesign DesignOf(Table rows) => new(rows, weights: "w", strata: "stratum", clusters: "village");

    /// <summary>The years with a variable of so many levels.</summary>
    private static Table Split(string name, string[] levels, string[]? labels = null) =>
        Years.With(name, new CategoryColumn([.. ((NumberColumn)Years["person"]).Values.ToArray().Select(person => levels[(int)person % levels.Length])], levels, labels));

    private static Estimates By(Table table, params Variable[] by) => DesignOf(table).By(by).Estimate(Literate);

    private static Changes Changed(Table table, params Variable[] by)
    {
        Waves both = Waves.Of(table, "year", rows => DesignOf(rows), samePlaces: true);
        return (by.Length == 0 ? both : both.By(by)).Changes(Literate);
    }

    private static IEnumerable<string> TextsOf(XElement svg) => svg.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value);

    [Test]
    public void Each_form_is_a_drawing_with_the_name_of_every_row_and_series([Values("Dots", "Bars", "Lines")] string form)
    {
        ResultChart chart = By(Split("group", ["a", "b", "c"]), "year", "group").Chart(Enum.Parse<ChartForm>(form));
        XElement svg = XElement.Parse(chart.ToSvg());
        Assert.That((svg.Name.LocalName, svg.Attribute("role")!.Value), Is.EqualTo(("svg", "img")));
        Assert.That(TextsOf(svg), Is.SupersetOf(new[] { "a", "b", "c", "2023", "2024", "proportion of literate", "Rate (%)", "Lines are 95 % CIs. 1,920 respondents." }));
        Assert.That(svg.Elements().Select(element => element.Name.LocalName), Is.SupersetOf(new[] { "title", "desc" }));
        Assert.That(chart.ToString(), Is.EqualTo("proportion of literate\nproportion of literate: 3 groups, 2 series, with 95 % CIs.\n"));
    }

    [Test]
    public void Titles_notes_and_labels_are_text([Values("dots", "changes")] string what)
    {
        Table table = Split("<b>", [SampleReport.Hostile, "b", "c"]);
        ResultChart chart = (what == "dots" ? By(table, "<b>").Chart(title: SampleReport.Hostile) : Changed(table, "<b>").Chart(SampleReport.Hostile)).WithNote(SampleReport.Hostile);
        foreach (string text in (string[])[chart.ToSvg(), chart.ToHtml()])
        {
            XElement svg = XElement.Parse(text);
            Assert.That(svg.DescendantsAndSelf().Select(element => element.Name.LocalName), Has.None.EqualTo("script").And.None.EqualTo("b"));
            Assert.That(svg.Elements().First(element => element.Name.LocalName == "title").Value, Is.EqualTo(SampleReport.Hostile));
            Assert.That(string.Concat(TextsOf(svg)).Split("<script>"), Has.Length.GreaterThanOrEqualTo(4), "title, label and note");
        }
    }

    [Test]
    public void More_than_six_series_are_refused()
    {
        string[] levels = ["a", "b", "c", "d", "e", "f", "g"];
        Assert.That(By(Split("group", levels[..6]), "group", "year").Chart(), Is.Not.Null);
        Assert.That(() => By(Split("group", levels), "group", "year").Chart(), Throws.ArgumentException.With.Message.StartsWith("A chart tells at most 6 series apart, and there are 7: a, b, c, ...; split by fewer variables, or draw parts."));
    }

    [Test]
    public void Suppressed_figures_are_marked_and_not_drawn()
    {
        Estimates estimates = By(Split("group", ["a", "b"]), "group");
        string hidden = (100 * estimates[1].Value).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);
        Presentation Standard(Estimate estimate) => estimate == estimates[1] ? new(PresentationStatus.Suppress, false, ["made up"]) : new(PresentationStatus.Show, false, []);

        string all = estimates.Chart(ChartForm.Bars).ToSvg(), some = estimates.Chart(ChartForm.Bars, standard: Standard).ToSvg();
        Assert.That(TextsOf(XElement.Parse(all)), Has.None.Contains("※").And.Some.EqualTo(hidden));
        Assert.That(TextsOf(XElement.Parse(some)), Has.Exactly(2).Contains("※").And.Some.EqualTo("※ Not shown, by the standard of presentation.").And.None.EqualTo(hidden));
    }

    [Test]
    public void Words_are_Chinese_where_that_is_asked_for()
    {
        XElement estimates = XElement.Parse(By(Split("组", ["甲", "乙"]), "组").Chart(language: Language.Chinese).ToSvg()), changes = XElement.Parse(Changed(Years).Chart(language: Language.Chinese).ToSvg());
        Assert.That(TextsOf(estimates), Is.SupersetOf(new[] { "literate的率", "率（%）", "甲", "乙", "线段为95%CI。1920人应答。" }));
        Assert.That(TextsOf(changes), Is.SupersetOf(new[] { "literate的率的变化：2023至2024", "变化（百分点）", "线段为95%CI。" }));
        Assert.That(TextsOf(estimates).Concat(TextsOf(changes)).Select(text => text.Replace("literate", "", StringComparison.Ordinal).Replace("CI", "", StringComparison.Ordinal)), Has.None.Match("[A-Za-z]"));
    }

    [Test]
    public void Changes_stand_against_no_change()
    {
        XElement svg = XElement.Parse(Changed(Split("group", ["a", "b", "c"]), "group").Chart().ToSvg());
        Assert.That(TextsOf(svg), Is.SupersetOf(new[] { "a", "b", "c", "Change (percentage points)", "Change of the proportion of literate from 2023 to 2024" }));
        Assert.That(string.Concat(TextsOf(svg)), Does.Contain("no change"));
    }

    [Test]
    public void Levels_of_one_label_are_told_apart()
    {
        Estimates estimates = By(Split("group", ["1", "2", "3"], ["same", "same", "other"]), "group");
        Assert.That(TextsOf(XElement.Parse(estimates.Chart().ToSvg())), Is.SupersetOf(new[] { "same (1)", "same (2)", "other" }));
    }

    [Test]
    public void What_cannot_be_drawn_is_refused()
    {
        Assert.That(() => DesignOf(Years).Estimate(Literate, Statistic.Mean("person")).Chart(), Throws.ArgumentException.With.Message.Contains("draw them apart"));
        Assert.That(() => By(Years, "year").Chart().WithNote(" "), Throws.ArgumentException);
        Assert.That(() => By(Years, "year").Chart(level: 1), Throws.InstanceOf<ArgumentException>());
    }

    [Test]
    public void It_is_written_as_a_drawing_or_a_page()
    {
        string folder = Directory.CreateTempSubdirectory("survey-chart-").FullName;
        try
        {
            ResultChart chart = By(Years, "year").Chart(title: "a <b> & c", language: Language.Chinese);
            chart.Save(Path.Combine(folder, "chart.svg"));
            chart.Save(Path.Combine(folder, "chart.html"));
            Assert.That(File.ReadAllText(Path.Combine(folder, "chart.svg")), Is.EqualTo(chart.ToSvg()));
            Assert.That(File.ReadAllText(Path.Combine(folder, "chart.html")), Does.StartWith("<!DOCTYPE html>\n<html lang=\"zh-CN\">").And.Contain("<title>a &lt;b&gt; &amp; c</title>").And.Contain(chart.ToSvg()));
            Assert.That(() => chart.Save(Path.Combine(folder, "chart.png")), Throws.ArgumentException.With.Message.StartsWith("A chart is written as .svg or .html, not as '.png'; give "));
            Assert.That(Directory.GetFiles(folder), Has.Length.EqualTo(2));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void Statistics_of_different_kinds_have_no_axis_together()
    {
        Estimates estimates = DesignOf(Years).Estimate(Statistic.Mean("person"), Statistic.Total("person"));
        Assert.That(() => estimates.Chart(), Throws.ArgumentException.With.Message.StartsWith("A chart has one axis, and a mean and a total need one each; draw them apart."));
    }

    [Test]
    public void Personal_data_are_not_written()
    {
        string[] levels = [.. Enumerable.Range(0, 5).Select(k => $"1381234567{k}")];
        string file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"personal-{Guid.NewGuid():N}.svg");
        Assert.That(() => By(Split("group", levels), "group").Chart().Save(file), Throws.TypeOf<SurveyDataException>().With.Message.StartsWith("Nothing is written, as "));
        Assert.That(file, Does.Not.Exist);
    }

    [Test]
    public void One_line_needs_no_name_and_forty_categories_only_some()
    {
        string[] levels = [.. Enumerable.Range(10, 40).Select(k => $"{k}t")];
        XElement svg = XElement.Parse(By(Split("group", levels), "group").Chart(ChartForm.Lines).ToSvg());
        Assert.That(TextsOf(svg).Count(text => text.EndsWith('t') && char.IsAsciiDigit(text[0])), Is.InRange(8, 20));
        Assert.That(TextsOf(svg), Has.None.Empty);
    }

    [Test]
    public void Rows_say_what_they_are() =>
        Assert.That(TextsOf(XElement.Parse(Changed(Years, "stratum").Chart().ToSvg())), Has.Some.EqualTo("stratum"));

    [Test]
    public void Without_standard_errors_nothing_is_said_of_lines()
    {
        // a design of one cluster a domain shows no error within it
        Table alone = Table.FromColumns([("y", new double[] { 1, 0, 1, 0 }), ("w", new double[] { 1, 1, 1, 1 }), ("g", new[] { "a", "a", "b", "b" })]);
        Estimates estimates = new SurveyDesign(alone, weights: "w", clusters: "g").By("g").Proportion("y");
        Assert.That(estimates.Select(estimate => estimate.Interval().Low), Is.All.NaN);
        Assert.That(estimates.Chart().Notes, Is.EqualTo(new[] { "There are no intervals: standard errors are not known. 4 respondents." }));
    }

    [Test]
    public void A_page_is_dark_where_its_reader_is()
    {
        string file = Path.Combine(TestContext.CurrentContext.WorkDirectory, "chart.html");
        DesignOf(Years).Estimate(Literate).Chart().Save(file);
        Assert.That(File.ReadAllText(file), Does.Contain(":root{color-scheme:light dark}"));
    }
}
