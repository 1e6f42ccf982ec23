using Survey.Monitoring.Verdicts;

namespace Survey.Monitoring.Scorecards;

/// <summary>Rules that only notices need: the same season, a prerequisite, every town, and what a notice leaves open.</summary>
public sealed class NoticeRuleTests
{
    private static readonly Target Literacy = Programme.Library["yongchuan-2023"]["K3"]!.Rule;

    private static readonly (DateOnly, DateOnly) Autumn2023 = (new(2023, 9, 4), new(2023, 10, 20)), Autumn2024 = (new(2024, 9, 2), new(2024, 10, 18)), Spring2024 = (new(2024, 3, 4), new(2024, 4, 12));

    // the vectors of the domain's section 7: by the gain, by city and last year, by neither; on the city's average exactly
    [TestCase(0.220, 0.235, 0.30, PublishedVerdict.Met)]
    [TestCase(0.220, 0.220, 0.21, PublishedVerdict.Met)]
    [TestCase(0.220, 0.219, 0.21, PublishedVerdict.NotMet)]
    [TestCase(0.220, 0.234, 0.30, PublishedVerdict.NotMet)]
    [TestCase(0.220, 0.230, 0.230, PublishedVerdict.NotMet)]
    public void LiteracyOfYongchuan(double before, double after, double city, PublishedVerdict expected)
    {
        foreach (string yearly in (string[])["on-average", "every-year"])
        {
            Target rule = new ProgrammeChoices([("yearly", yearly)]).Bound(Literacy);
            Evidence evidence = InSeason(CountyYears.Literacy(before, after), Autumn2023, Autumn2024) with { References = [CountyYears.Province("literacy", (decimal)city) with { Of = "city" }] };
            Assert.That(rule.Judge(evidence).Published, Is.EqualTo(expected), yearly);
        }
    }

    [Test]
    public void JiangyinAt24PercentMissesTheGoalAndReachesTheTask()
    {
        Programme jiangyin = Programme.Library["jiangyin-2018"];
        Evidence evidence = CountyYears.Literacy(0.22, 0.24);
        Assert.That((jiangyin["G.1"]!.Rule.Judge(evidence).Published, jiangyin["4.1.1"]!.Rule.Judge(evidence).Published), Is.EqualTo((PublishedVerdict.NotMet, PublishedVerdict.Met)));
    }

    [TestCase("inclusive", PublishedVerdict.Met)]
    [TestCase("strict", PublishedVerdict.NotMet)]
    public void WhetherBelowIncludesTheNumberIsChosen(string below, PublishedVerdict expected)
    {
        Target rule = new ProgrammeChoices([("below", below)]).Bound(Programme.Library["jiangyin-2018"]["4.3.3"]!.Rule);
        Assert.That(rule.Judge(CountyYears.Smoking(0.22, 0.20)).Published, Is.EqualTo(expected));
    }

    [Test]
    public void WhatNobodyChoseIsNotAssessed()
    {
        Verdict below = Programme.Library["jiangyin-2018"]["4.3.3"]!.Rule.Judge(CountyYears.Smoking(0.22, 0.10)), about = Target.About(Amount.Percent(20), null).Judge(CountyYears.Smoking(0.22, 0.20));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(below.Published, Is.EqualTo(PublishedVerdict.NotAssessed));
            Assert.That(below.Reasons.Single().English, Is.EqualTo("nobody has chosen below, one of inclusive, strict"));
            Assert.That(about.Published, Is.EqualTo(PublishedVerdict.NotAssessed));
            Assert.That(about.Reasons.Single().English, Is.EqualTo("nobody has said how far from 20 % it may be"));
        }
    }

    [Test]
    public void TheSameSeasonMustBeKnown()
    {
        Target rule = Target.NoWorseInSeason(ChangeDirection.Rise);
        Evidence unknown = CountyYears.Literacy(0.25, 0.27), known = InSeason(CountyYears.Literacy(0.25, 0.27), Autumn2023, Autumn2024);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rule.Judge(known).Published, Is.EqualTo(PublishedVerdict.Met));
            Assert.That(rule.Judge(unknown).Reasons.Single().English, Is.EqualTo("the rule asks for the same season, and when 2023 was surveyed is not known (fieldwork)"));
            Assert.That(rule.Judge(unknown).Published, Is.EqualTo(PublishedVerdict.NotAssessed));
            Assert.That(Target.NoWorse(ChangeDirection.Rise).Judge(unknown).Published, Is.EqualTo(PublishedVerdict.Met), "without 同期 nobody asks");
        }
    }

    [Test]
    public void AnotherSeasonIsNotComparedUntilItIsWaived()
    {
        Target rule = Target.NoWorseInSeason(ChangeDirection.Rise);
        Evidence other = InSeason(CountyYears.Literacy(0.25, 0.27), Autumn2023, Spring2024);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rule.Judge(other).Differences, Is.EqualTo(new[] { ComparedBy.Season }));
            Assert.That(rule.Judge(other with { Waivers = [new Waiver(ComparedBy.Season, "评估组同意")] }).Published, Is.EqualTo(PublishedVerdict.Met));
        }
    }

    [TestCase(PublishedVerdict.Met, 0.5, PublishedVerdict.Met)]
    [TestCase(PublishedVerdict.Met, 0.4, PublishedVerdict.NotMet)]
    [TestCase(PublishedVerdict.NotMet, 1.0, PublishedVerdict.NotMet)]
    [TestCase(PublishedVerdict.NotAssessed, 0.5, PublishedVerdict.NotAssessed)]
    [TestCase(PublishedVerdict.NotAssessed, 0.4, PublishedVerdict.NotMet)]
    public void NothingCountsWithoutItsPrerequisite(PublishedVerdict smokeFree, double share, PublishedVerdict expected)
    {
        Target hospitals = Target.AllOf(Target.Prerequisite("B3.6"), Target.AtLeast(Amount.Percent(50)));
        Evidence evidence = Evidence.Of(new Figure { Indicator = "K2.3", Source = FigureSource.Administrative, Of = "2024", Value = share, StandardError = 0 }) with { Prerequisites = new Dictionary<string, PublishedVerdict> { ["B3.6"] = smokeFree } };
        Assert.That(hospitals.Judge(evidence).Published, Is.EqualTo(expected));
    }

    private static Evidence InSeason(Evidence evidence, (DateOnly, DateOnly) before, (DateOnly, DateOnly) after)
    {
        foreach ((Figure figure, (DateOnly, DateOnly) fieldwork) in evidence.Figures.ToArray().Zip([before, after]))
            evidence.Set.Replace(figure, figure with { Basis = figure.Basis with { Fieldwork = fieldwork } });
        return evidence;
    }
}
