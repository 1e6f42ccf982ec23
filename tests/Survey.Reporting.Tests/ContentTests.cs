using Survey.Monitoring;
using Survey.Reporting.Content;

namespace Survey.Reporting.Tests;

public class ContentTests
{
    [TestCase(0.310512, "31.05%", "31.05 %")]
    [TestCase(-0.00001, "0.00%", "0.00 %")]
    [TestCase(double.NaN, "—", "—")]
    public void A_rate_is_written_in_per_cent(double value, string chinese, string english)
    {
        Assert.That(ReportNumber.Rate(value).Text(Language.Chinese), Is.EqualTo(chinese));
        Assert.That(ReportNumber.Rate(value).Text(Language.English), Is.EqualTo(english));
    }

    [Test]
    public void Differences_of_rates_are_percentage_points_and_never_per_cent()
    {
        Assert.That(ReportNumber.Points(0.0574).Text(Language.Chinese), Is.EqualTo("5.74个百分点"));
        Assert.That(ReportNumber.Points(0.0574).Text(Language.English), Is.EqualTo("5.74 percentage points"));
    }

    [Test]
    public void What_is_suppressed_shows_no_number()
    {
        ReportNumber hidden = ReportNumber.Rate(0.5) with { IsSuppressed = true };
        Assert.That(hidden.Text(Language.Chinese), Is.EqualTo("※"));
        Assert.That(((IntervalCell)Cell.Interval(hidden, hidden)).Text(Language.English), Is.EqualTo("※"));
    }

    [Test]
    public void Words_keep_their_numbers()
    {
        Words words = $"为{ReportNumber.Rate(0.25)}（{ReportNumber.Count(960):digits}人）";
        Assert.That(words.ToText(Language.Chinese, id => id), Is.EqualTo("为25.00%（960人）"));
        Assert.That(words.Spans.OfType<NumberSpan>().Select(span => span.Number.Value), Is.EqualTo(new[] { 0.25, 960 }));
    }

    [Test]
    public void Tables_and_figures_are_numbered_through_the_report()
    {
        Report report = Made.SampleReport.Of(Language.Chinese);
        Assert.That(report.NumberOf("rates"), Is.EqualTo("表1"));
        Assert.That(report.NumberOf("towns"), Is.EqualTo("图3"));
    }
}
