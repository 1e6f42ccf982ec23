namespace Survey.Monitoring.Verdicts;

/// <summary>Every kind of rule as published, exactly at its boundary; the numbers are the test vectors of the domain.</summary>
public sealed class RuleTests
{
    private static readonly Target _yongchuan = Target.AnyOf(Target.RisesByPoints(1.5m), Target.AllOf(new ReferenceTarget(TargetComparison.MoreThan, "city"), Target.NoWorse(ChangeDirection.Rise)));

    // the other way to read the same sentence
    private static readonly Target _otherwise = Target.AllOf(Target.AnyOf(Target.RisesByPoints(1.5m), new ReferenceTarget(TargetComparison.MoreThan, "city")), Target.NoWorse(ChangeDirection.Rise));

    [TestCase(22, 19.8, true)]
    [TestCase(22, 19.81, false)]
    [TestCase(25.5, 23.2, false)] // -9.02 %
    [TestCase(0.3, 0.27, true)]
    public void DownTenPercentOfLastYear(double before, double after, bool met) => Reaches(Target.FallsByPercent(10), [before, after], met);

    [TestCase(25, 30, true)]
    [TestCase(20.84, 24.98, false)] // +19.87 %
    [TestCase(20.8, 25.0, true)]
    [TestCase(29.70, 31.87, false)]
    [TestCase(23.15, 25.40, false)]
    [TestCase(11.58, 14.18, true)] // +22.5 %
    public void UpTwentyPercentOfLastYear(double before, double after, bool met) => Reaches(Target.RisesByPercent(20), [before, after], met);

    [Test]
    public void EveryExactBoundaryIsMet([Values] ChangeDirection direction)
    {
        // in double arithmetic 473 of 1,180 exact rises by 20 % and 259 of 590 exact falls by 10 % fail
        (int boundaries, int failed) = (0, 0);
        for (int hundredths = 1000; hundredths < 6900; hundredths++)
        {
            decimal before = hundredths / 100m, after = direction == ChangeDirection.Rise ? before * 1.2m : before * 0.9m;
            if (decimal.Round(after, 2) != after)
                continue;
            boundaries++;
            Target rule = direction == ChangeDirection.Rise ? Target.RisesByPercent(20) : Target.FallsByPercent(10);
            failed += Judged(rule, [(double)before, (double)after]).Published == PublishedVerdict.Met ? 0 : 1;
        }
        Assert.That((boundaries, failed), Is.EqualTo((direction == ChangeDirection.Rise ? 1180 : 590, 0)));
    }

    [Test]
    public void RoundingThatFlipsIsSaid()
    {
        Verdict verdict = Judged(Target.RisesByPercent(20), [20.84, 24.98]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(verdict.Rounded, Is.EqualTo(new[] { new RoundedVerdict(1, PublishedVerdict.Met) }));
            Assert.That(verdict.Notes(Language.Chinese)[0], Is.EqualTo("按未修约值计算增幅为19.87%，按修约到一位小数（20.8%、25.0%）计算为20.19%，按后者为达标。方案未规定修约方法，本报告判定为未达标，并将此情况列明，提请评估组认定。"));
            Verdict rounded = Judged(Target.RisesByPercent(20), [20.84, 24.98], new Judgement { Decimals = 1 });
            Assert.That(rounded.Published, Is.EqualTo(PublishedVerdict.Met));
            Assert.That(rounded.Rounded, Does.Contain(new RoundedVerdict(null, PublishedVerdict.NotMet)));
        }
    }

    [TestCase(22.0, 23.5, 30, true)]
    [TestCase(22.0, 22.0, 21.0, true)]
    [TestCase(22.0, 21.9, 21.0, false)]
    [TestCase(22.0, 23.4, 30, false)]
    [TestCase(22.0, 22.0, 22.0, false)] // exactly the city's average is not above it
    public void BothReadingsOfYongchuanAgree(double before, double after, double city, bool met)
    {
        Reaches(_yongchuan, [before, after], met, city);
        Reaches(_otherwise, [before, after], met, city);
    }

    [TestCase(24.0, false, true)]
    [TestCase(24.01, true, true)]
    [TestCase(23.99, false, false)]
    public void OverAndReachingDifferAtTheNumberItself(double value, bool over, bool reaching)
    {
        Reaches(Target.MoreThan(Amount.Percent(24)), [value], over);
        Reaches(Target.AtLeast(Amount.Percent(24)), [value], reaching);
        Reaches(Target.AtMost(Amount.Percent(24)), [value], !over);
        Reaches(Target.LessThan(Amount.Percent(24)), [value], !reaching);
    }

    [TestCase(29.70, 31.87, true)]
    [TestCase(22.0, 23.5, true)]
    [TestCase(22.0, 23.49, false)]
    public void PercentagePoints(double before, double after, bool met) => Reaches(Target.RisesByPoints(1.5m), [before, after], met);

    [TestCase(20, 17, true)]
    [TestCase(20, 15, true)]
    [TestCase(20, 14.9, false)]
    [TestCase(20, 17.1, false)]
    public void ARangeOfPoints(double before, double after, bool met) => Reaches(Target.ChangesByPoints(ChangeDirection.Fall, 3, 5), [before, after], met);

    [TestCase(20, true)]
    [TestCase(21, true)]
    [TestCase(19, true)]
    [TestCase(21.01, false)]
    [TestCase(18.99, false)]
    public void About(double value, bool met) => Reaches(Target.About(Amount.Percent(20), Amount.Percent(1)), [value], met);

    [TestCase(new[] { 20.0, 21, 22 }, true)]
    [TestCase(new[] { 20.0, 22, 22 }, false)]
    [TestCase(new[] { 23.0, 21, 22 }, false)]
    public void ATrendRisesFromEveryWaveToTheNext(double[] waves, bool met) => Reaches(Target.Trend(ChangeDirection.Rise), waves, met);

    [TestCase(22, 22, 0, true)]
    [TestCase(22, 21.9, 0, false)]
    [TestCase(22, 21.5, 0.5, true)]
    public void NoWorse(double before, double after, double margin, bool met) => Reaches(Target.NoWorse(ChangeDirection.Rise, marginPoints: (decimal)margin), [before, after], met);

    [Test]
    public void PointsAYearAreOnAverageOrEveryYear()
    {
        Figure[] figures = [.. new[] { (2020, 20.0), (2021, 20.5), (2022, 23.0) }.Select(own => Published($"{own.Item1}", own.Item2) with { Basis = new Basis { Year = own.Item1 } })];
        Evidence evidence = Evidence.Of(figures);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Target.RisesByPoints(1.5m, Target.Start, Yearly.OnAverage).Judge(evidence).Published, Is.EqualTo(PublishedVerdict.Met));
            Assert.That(Target.RisesByPoints(1.5m, Target.Start, Yearly.EveryYear).Judge(evidence).Published, Is.EqualTo(PublishedVerdict.NotMet));
        }
    }

    [TestCase(412, 1251000, 3, 10000, true)]
    [TestCase(375, 1250000, 3, 10000, true)]
    [TestCase(374, 1250000, 3, 10000, false)]
    [TestCase(35, 1000, 35, 1000, true)]
    [TestCase(1, 3, 333, 1000, true)] // 333.33 per 1,000
    public void PerThousandAndTenThousand(double numerator, double denominator, double least, double per, bool met) =>
        Assert.That(Target.AtLeast(Amount.Per((decimal)least, (decimal)per)).Judge(Evidence.Of(Counted((decimal)numerator, (decimal)denominator))).Published, Is.EqualTo(met ? PublishedVerdict.Met : PublishedVerdict.NotMet));

    [Test]
    public void FullCoverageIsOfCountsAndNotOfARoundedRate()
    {
        Verdict all = Target.FullCoverage().Judge(Evidence.Of(Counted(100_000, 100_000))), but1 = Target.FullCoverage().Judge(Evidence.Of(Counted(99_999, 100_000)), new Judgement { Decimals = 1 });
        using (Assert.EnterMultipleScope())
        {
            Assert.That((all.Published, all.Confidence), Is.EqualTo((PublishedVerdict.Met, ConfidenceVerdict.ConfirmedMet)));
            Assert.That((but1.Published, but1.Confidence), Is.EqualTo((PublishedVerdict.NotMet, ConfidenceVerdict.ConfirmedNotMet)));
        }
    }

    [TestCase(0, ConfidenceVerdict.Undetermined, PublishedVerdict.Met)]
    [TestCase(0.01, ConfidenceVerdict.ConfirmedNotMet, PublishedVerdict.NotMet)]
    public void ASampleNeverConfirmsThatThereIsNone(double value, ConfidenceVerdict confidence, PublishedVerdict published)
    {
        var figure = new Figure { Indicator = "x", Of = "2024", Source = FigureSource.Survey, Value = value, StandardError = value == 0 ? 0 : 0.004, DegreesOfFreedom = 20, Respondents = 600 };
        Verdict none = Target.ZeroEvents().Judge(Evidence.Of(figure)), all = Target.FullCoverage().Judge(Evidence.Of(figure with { Value = 1 - value }));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((none.Published, none.Confidence), Is.EqualTo((published, confidence)));
            Assert.That((all.Published, all.Confidence), Is.EqualTo((published, confidence)));
        }
    }

    [TestCase("甲", RankRounding.Down, RankTies.AllReach, true)]
    [TestCase("乙", RankRounding.Down, RankTies.AllReach, true)] // tied with 丙 across the second place
    [TestCase("乙", RankRounding.Down, RankTies.NoneReaches, false)]
    [TestCase("丁", RankRounding.Down, RankTies.AllReach, false)]
    [TestCase("乙", RankRounding.Up, RankTies.NoneReaches, true)]
    public void TopShare(string unit, RankRounding rounding, RankTies ties, bool met)
    {
        // 30 % of 8 units are 2.4
        (string, decimal)[] scores = [("甲", 950), ("乙", 900), ("丙", 900), ("丁", 850), ("戊", 800), ("己", 750), ("庚", 700), ("辛", 650)];
        Verdict verdict = new RankTarget(unit, 30, null, rounding, ties).Judge(Evidence.Of(Published("2024", 1)) with { Ranking = scores });
        Assert.That((verdict.Published, verdict.Confidence), Is.EqualTo((met ? PublishedVerdict.Met : PublishedVerdict.NotMet, ConfidenceVerdict.NotAssessed)));
    }

    [Test]
    public void TheKindOfAreaPicksTheRule()
    {
        var rule = new AreaTypeTarget([("city", Target.AtLeast(Amount.Percent(95))), ("county", Target.AtLeast(Amount.Percent(85)))]);
        Evidence evidence = Evidence.Of(Published("2024", 90));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rule.Judge(evidence with { AreaKind = "city" }).Published, Is.EqualTo(PublishedVerdict.NotMet));
            Assert.That(rule.Judge(evidence with { AreaKind = "county" }).Published, Is.EqualTo(PublishedVerdict.Met));
            Assert.That(rule.Judge(evidence).Reasons[0].English, Is.EqualTo("the kind of the area is not declared; write area.kind"));
            Assert.That(rule.Judge(evidence with { AreaKind = "district" }).Published, Is.EqualTo(PublishedVerdict.NotAssessed));
        }
    }

    [TestCase(ReviewDecision.Met, PublishedVerdict.Met, "已佐证")]
    [TestCase(ReviewDecision.NotMet, PublishedVerdict.NotMet, "未达到")]
    [TestCase(ReviewDecision.PartlyMet, PublishedVerdict.NotMet, "部分达到（评审意见）")]
    [TestCase(ReviewDecision.Unknown, PublishedVerdict.NotAssessed, "待补佐证")]
    public void AReviewerDecides(ReviewDecision decision, PublishedVerdict published, string label)
    {
        Verdict verdict = Target.Reviewed().Judge(Evidence.Of(Published("2024", 1)) with { Review = new Review(decision, "方案齐备") });
        Assert.That((verdict.Published, verdict.LabelText(Language.Chinese)), Is.EqualTo((published, label)));
        Assert.That(verdict.ToText(Language.Chinese), Does.Contain("方案齐备"));
    }

    [Test]
    public void ArmsAreJoinedInThreeValues()
    {
        Evidence evidence = Evidence.Of(Published("2023", 20), Published("2024", 30));
        Target met = Target.AtLeast(Amount.Percent(30)), notMet = Target.AtLeast(Amount.Percent(31)), open = new ReferenceTarget(TargetComparison.MoreThan, "province");
        (Target Rule, PublishedVerdict Expected)[] cases =
        [
            (Target.AnyOf(met, open), PublishedVerdict.Met), (Target.AnyOf(notMet, open), PublishedVerdict.NotAssessed), (Target.AllOf(met, open), PublishedVerdict.NotAssessed), (Target.AllOf(notMet, open), PublishedVerdict.NotMet),
            (Target.AnyOf(notMet, notMet), PublishedVerdict.NotMet), (Target.AllOf(met, met), PublishedVerdict.Met), (Target.AllOf(met, notMet), PublishedVerdict.NotMet),
        ];
        Assert.That(cases.Select(own => own.Rule.Judge(evidence).Published), Is.EqualTo(cases.Select(own => own.Expected)));
    }

    [Test]
    public void TibetsBaseIsNotDistinguishableFromZero()
    {
        // 0.17 % of 1,739 people, as a simple random sample: 3 people
        double p = 0.0017, error = Math.Sqrt(p * (1 - p) / 1739);
        Figure base0 = new() { Indicator = "literacy", Of = "2015", Source = FigureSource.Survey, Value = p, StandardError = error, DegreesOfFreedom = double.PositiveInfinity, Respondents = 1739 };
        Verdict verdict = Target.RisesByPercent(20).Judge(Evidence.Of(base0, base0 with { Of = "2016", Value = 0.0030 }));
        (double low, double high) = base0.Interval();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(verdict.Figures!.Ratio!.Value.G, Is.EqualTo(1.3).Within(0.05));
            Assert.That(verdict.Figures.Relative, Is.NaN);
            Assert.That(low, Is.GreaterThan(0).And.LessThan(p));
            Assert.That(high - p, Is.GreaterThan(p - low), "the interval is wider above");
        }
    }

    private static void Reaches(Target rule, double[] percents, bool met, double? city = null)
    {
        Verdict verdict = Judged(rule, percents, null, city);
        Assert.That(verdict.Published, Is.EqualTo(met ? PublishedVerdict.Met : PublishedVerdict.NotMet), $"{rule}");
    }

    /// <summary>As estimates in floating point, which is where boundaries are lost.</summary>
    private static Verdict Judged(Target rule, double[] percents, Judgement? judgement = null, double? city = null)
    {
        Figure[] figures = [.. percents.Select((percent, k) => new Figure { Indicator = "x", Of = $"{2025 - percents.Length + k}", Source = FigureSource.Survey, Value = percent / 100, StandardError = 0.01, DegreesOfFreedom = 20, Respondents = 900 })];
        return rule.Judge(Evidence.Of(figures) with { References = city is { } value ? [new Reference("city", (decimal)value / 100)] : [] }, judgement);
    }

    private static Figure Published(string wave, double percent) => new() { Indicator = "x", Of = wave, Source = FigureSource.Published, Value = percent / 100, Printed = (decimal)percent / 100 };

    private static Figure Counted(decimal numerator, decimal denominator) => new() { Indicator = "x", Of = "2024", Source = FigureSource.Administrative, Value = (double)(numerator / denominator), Counts = (numerator, denominator), StandardError = 0 };
}
