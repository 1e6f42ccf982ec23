using System.Collections;
using Microsoft.DotNet.Interactive.Formatting;
using Survey.Files;
using Survey.Monitoring;
using Survey.Reporting.Html;
using Survey.Reporting.Tests.Made;

namespace Survey.Reporting.Tests.Examples;

/// <summary>The notebooks' own package finds our formatters, although we know nothing of it.</summary>
[NonParallelizable] // what is preferred belongs to the process
public class FormatterTests
{
    private static readonly Waves Both = WavesOf();
    private static readonly Estimates Smokers = Both.By("stratum").Estimate(Statistic.Proportion("literate"));
    private static readonly Changes Changed = Both.Changes(Statistic.Proportion("literate"));

    private static Waves WavesOf()
    {
        Table years = Table.Read(Path.Combine(Example.Root, "datasets", "two-waves", "two_waves.csv"));
        return Waves.Of(years, "year", rows => new SurveyDesign(rows, weights: "w", strata: "stratum", clusters: "village"), samePlaces: true);
    }

    private static IEnumerable<TestCaseData> Values()
    {
        yield return Of(Smokers);
        yield return Of(Smokers[0]);
        yield return Of(Changed);
        yield return Of(Changed[0]);
        yield return Of(Changed[0].Difference);
        yield return Of(Both.Contrasts(["p2 - p1"], Statistic.Proportion("literate")));

        static TestCaseData Of(IResult value) => new TestCaseData(value).SetArgDisplayNames(value.GetType().Name);
    }

    [TestCaseSource(nameof(Values))]
    public void A_result_shows_as_our_HTML(IResult value)
    {
        Assert.That(value.ToDisplayString(HtmlFormatter.MimeType), Is.EqualTo(value.ToHtml()));
        Assert.That(Formatter.GetPreferredMimeTypesFor(value.GetType()), Does.Contain("text/html"));
    }

    [Test]
    public void A_study_shows_as_our_HTML([Values(0, 1, 2, 3, 4)] int which)
    {
        IResult value = which switch { 0 => DemoReport.Verdicts, 1 => DemoReport.Verdicts.Indicators, 2 => DemoReport.Verdicts.Indicators.Data, 3 => DemoReport.Verdicts.Indicators.Weights!, _ => DemoReport.Verdicts.Indicators.Judge(Programme.Library["wuzhong-2023"]) };
        Assert.That(value.ToDisplayString(HtmlFormatter.MimeType), Is.EqualTo(value.ToHtml()));
    }

    [Test]
    public void A_list_of_results_shows_each_as_our_HTML()
    {
        foreach (IEnumerable list in (IEnumerable[])[Smokers.Take(2).ToList(), Smokers.Take(2).ToArray(), new List<IResult> { Smokers[0], Smokers[1] }, Smokers.Where((_, k) => k < 2)])
        {
            string html = list.ToDisplayString(HtmlFormatter.MimeType);
            Assert.That(html, Does.Contain(Smokers[0].ToHtml().Trim()).And.Contain(Smokers[1].ToHtml().Trim()), list.GetType().Name);
        }
    }

    [Test]
    public void A_chart_shows_as_its_drawing()
    {
        ResultChart chart = Changed.Chart();
        Assert.That(chart.ToDisplayString(HtmlFormatter.MimeType), Is.EqualTo(chart.ToSvg()));
    }

    [Test]
    public void A_report_shows_in_a_frame_of_its_own()
    {
        FinishedReport report = DemoReport.Of(Language.Chinese);
        string html = report.ToDisplayString(HtmlFormatter.MimeType);
        Assert.That(html, Does.StartWith("<iframe ").And.Contain("sandbox=\"\"").And.Contain($"srcdoc=\"{HtmlText.Escaped(report.ToHtml())}\""));
    }
}
