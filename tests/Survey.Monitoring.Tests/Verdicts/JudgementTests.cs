namespace Survey.Monitoring.Verdicts;

/// <summary>What cannot be assessed and why, what two figures must have in common, and what acts on several targets.</summary>
public sealed class JudgementTests
{
    private static readonly Target _up = Target.RisesByPercent(20), _above = new ReferenceTarget(TargetComparison.MoreThan, "province");

    [Test]
    public void ABaseOfZeroHasNoRelativeChange()
    {
        Verdict verdict = _up.Judge(With(0, 0.30));
        Assert.That((verdict.Published, verdict.Reasons[0].English), Is.EqualTo((PublishedVerdict.NotAssessed, "the base, 2023, is 0, so there is no relative change")));
    }

    [Test]
    public void AnEstimateOfZeroInAChangeHasNoConfidence()
    {
        Verdict verdict = Target.FallsByPercent(10).Judge(With(0.10, 0));
        Assert.That((verdict.Published, verdict.Confidence, verdict.Reasons[0].English), Is.EqualTo((PublishedVerdict.Met, ConfidenceVerdict.NotAssessed, "the estimate of 2024 is 0, which shows no sampling error")));
    }

    [Test]
    public void FewerThanThirtyPeopleAreNoFigure()
    {
        Verdict verdict = _up.Judge(Evidence.Of(Figure("2023", 0.2), Figure("2024", 0.3) with { Respondents = 29 }));
        Assert.That(verdict.Reasons[0].English, Is.EqualTo("fewer than 30 people answered in 2024 (29)"));
        Assert.That(_up.Judge(Evidence.Of(Figure("2023", 0.2) with { Respondents = 30 }, Figure("2024", 0.3) with { Respondents = 30 })).Published, Is.EqualTo(PublishedVerdict.Met));
    }

    [Test]
    public void WithoutDegreesOfFreedomOnlyThePublishedVerdictStands()
    {
        Verdict verdict = _up.Judge(Evidence.Of(Figure("2023", 0.2) with { DegreesOfFreedom = 0 }, Figure("2024", 0.3)));
        Assert.That((verdict.Published, verdict.Confidence, verdict.Label), Is.EqualTo((PublishedVerdict.Met, ConfidenceVerdict.NotAssessed, VerdictLabel.Met)));
    }

    [Test]
    public void WithoutAStandardErrorOnlyThePublishedVerdictStands()
    {
        Verdict verdict = _up.Judge(Evidence.Of(Figure("2023", 0.2) with { Source = FigureSource.Published, StandardError = double.NaN, Respondents = null }, Figure("2024", 0.3)));
        Assert.That((verdict.Published, verdict.Confidence, verdict.Reasons[0].English), Is.EqualTo((PublishedVerdict.Met, ConfidenceVerdict.NotAssessed, "the standard error of 2023 is not known")));
    }

    [TestCase(ComparedBy.Age)]
    [TestCase(ComparedBy.Instrument)]
    [TestCase(ComparedBy.Standard)]
    [TestCase(ComparedBy.Definition)]
    [TestCase(ComparedBy.Season)]
    [TestCase(ComparedBy.Time)]
    public void WavesThatDifferAreNotComparedUnlessTheDifferenceIsWaived(ComparedBy by)
    {
        Basis autumn = new() { Ages = new AgeRange(15, 69), Instrument = "2023", NeedsInstrument = true, Standard = 2020, Definition = "a", Year = 2023, Fieldwork = (new(2023, 9, 1), new(2023, 10, 1)) };
        Basis after = autumn with { Year = 2024, Fieldwork = (new(2024, 9, 1), new(2024, 10, 1)) };
        Basis other = by switch
        {
            ComparedBy.Age => after with { Ages = new AgeRange(15, null) },
            ComparedBy.Instrument => after with { Instrument = "2024" },
            ComparedBy.Standard => after with { Standard = 2010 },
            ComparedBy.Definition => after with { Definition = "b" },
            ComparedBy.Season => after with { Fieldwork = (new(2024, 3, 1), new(2024, 4, 1)) },
            _ => after with { Fieldwork = (new(2023, 10, 1), new(2023, 11, 1)) },
        };
        Evidence alike = Evidence.Of(Figure("2023", 0.2) with { Basis = autumn }, Figure("2024", 0.3) with { Basis = after });
        Evidence unlike = Evidence.Of(Figure("2023", 0.2) with { Basis = autumn }, Figure("2024", 0.3) with { Basis = other });
        Verdict refused = _up.Judge(unlike), waived = _up.Judge(unlike with { Waivers = [new Waiver(by, "评估组同意")] });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_up.Judge(alike).Published, Is.EqualTo(PublishedVerdict.Met));
            Assert.That((refused.Published, refused.Confidence), Is.EqualTo((PublishedVerdict.NotAssessed, ConfidenceVerdict.NotAssessed)));
            Assert.That(refused.Differences, Is.EqualTo(new[] { by }));
            Assert.That(waived.Published, Is.EqualTo(PublishedVerdict.Met));
            Assert.That(waived.Waived.Select(own => own.Waiver.Difference), Is.EqualTo(new[] { by }));
            Assert.That(waived.Notes(Language.Chinese), Has.Some.StartsWith("已登记认可的差异：").And.Some.EndsWith("理由：评估组同意。"));
        }
    }

    [Test]
    public void AReferenceOfAnotherYearIsNoReference()
    {
        Evidence evidence = Evidence.Of(Figure("2024", 0.35) with { Basis = new Basis { Year = 2024 } }) with { References = [new Reference("province", 0.30m) { Basis = new Basis { Year = 2023 } }] };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_above.Judge(evidence).Reasons[0].Chinese, Is.EqualTo("全省2024年数据尚未公布"));
            Assert.That(_above.Judge(evidence with { ReferenceYear = ReferenceYear.LatestPublished }).Published, Is.EqualTo(PublishedVerdict.Met));
            Assert.That(_above.Judge(evidence with { Waivers = [new Waiver(ComparedBy.Year, "尚未公布")] }).Published, Is.EqualTo(PublishedVerdict.Met));
        }
    }

    [Test]
    public void ACombinationIsDecidedByItsOtherArms()
    {
        // the reference is missing
        Evidence surelyUp = With(0.20, 0.40), surelyNot = With(0.30, 0.20), open = With(0.25, 0.30);
        Target any = Target.AnyOf(_above, _up), all = Target.AllOf(_above, _up);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((any.Judge(surelyUp).Published, any.Judge(surelyUp).Confidence), Is.EqualTo((PublishedVerdict.Met, ConfidenceVerdict.ConfirmedMet)));
            Assert.That((any.Judge(surelyNot).Published, any.Judge(surelyNot).Confidence), Is.EqualTo((PublishedVerdict.NotAssessed, ConfidenceVerdict.NotAssessed)));
            Assert.That((any.Judge(open).Published, any.Judge(open).Confidence), Is.EqualTo((PublishedVerdict.Met, ConfidenceVerdict.Undetermined)));
            Assert.That((all.Judge(surelyNot).Published, all.Judge(surelyNot).Confidence), Is.EqualTo((PublishedVerdict.NotMet, ConfidenceVerdict.ConfirmedNotMet)));
            Assert.That((all.Judge(surelyUp).Published, all.Judge(surelyUp).Confidence), Is.EqualTo((PublishedVerdict.NotAssessed, ConfidenceVerdict.NotAssessed)));
        }
    }

    [Test]
    public void AConfirmedFigureMayJudgeAndThenContradictTheSample()
    {
        Evidence evidence = Evidence.Of(Figure("2023", 0.23), Figure("2024", 0.20) with { Confirmed = new ConfirmedFigure(0.2831m, "市疾控中心", "通报") });
        Verdict ours = _up.Judge(evidence), confirmed = _up.Judge(evidence, new Judgement { ConfirmedJudges = true });
        using (Assert.EnterMultipleScope())
        {
            Assert.That((ours.Published, ours.Confidence, ours.IsContradictory), Is.EqualTo((PublishedVerdict.NotMet, ConfidenceVerdict.ConfirmedNotMet, false)));
            Assert.That((confirmed.Published, confirmed.Confidence, confirmed.IsContradictory), Is.EqualTo((PublishedVerdict.Met, ConfidenceVerdict.ConfirmedNotMet, true)));
            Assert.That(ours.Notes(Language.Chinese), Does.Contain("2024年：本报告按原始数据计算为20.00%；市疾控中心确认值为28.31%（通报）。"));
            Assert.That(confirmed.ToText(Language.Chinese), Does.Contain("两者不一致"));
        }
    }

    // without rounding, and without figures of others, met as published and confirmed not met exclude each other
    [Test]
    public void PublishedAndConfidenceNeverContradictEachOther([Range(1, 200)] int seed)
    {
        var random = new RandomStream((ulong)seed);
        Evidence evidence = CountyYears.Of("x", null, 0.05 + 0.4 * random.Uniform(), 0.05 + 0.4 * random.Uniform(), n: 200 + 2000 * random.Uniform(), correlation: 0.8 * random.Uniform(), df: 2 + 30 * random.Uniform());
        evidence = evidence with { References = [new Reference("province", Math.Round((decimal)(0.05 + 0.4 * random.Uniform()), 4)) { StandardError = seed % 2 == 0 ? 0.01 : 0, Basis = new Basis { Year = 2024, Ages = new AgeRange(15, 69) } }] };
        foreach (Target rule in (Target[])[_up, _above, Target.AnyOf(_above, _up), Target.AllOf(_above, _up), Target.AnyOf(_above, _up, Target.AtLeast(Amount.Percent(30))), Target.About(Amount.Percent(20), Amount.Percent(3)), Target.NoWorse(ChangeDirection.Fall)])
        {
            Verdict verdict = rule.Judge(evidence);
            Assert.That(verdict.IsContradictory, Is.False, $"{rule}: {verdict.Published}, {verdict.Confidence}");
            Assert.That(verdict.PMet + verdict.PNotMet, Is.GreaterThanOrEqualTo(1 - 1e-9), "both cannot be small at once");
        }
    }

    [Test]
    public void RangesAndTrendsAreFlattenedToo()
    {
        Verdict verdict = Target.AllOf(Target.About(Amount.Percent(20), Amount.Percent(3)), Target.AtLeast(Amount.Percent(5)), Target.NoWorse(ChangeDirection.Rise)).Judge(With(0.20, 0.21));
        Assert.That((verdict.Arms.Count, verdict.Multiplicity), Is.EqualTo((4, 2.0)));
    }

    [Test]
    public void AnArmThatAloneIsConfirmedLeavesTheRuleOpenWhereSeveralAreTried()
    {
        // of three tries the least p, .018, counts half as much again; the reference is missing
        Figure figure = Figure("2024", 0.30) with { IsProportion = false, StandardError = 0.01, DegreesOfFreedom = double.PositiveInfinity };
        Target any = Target.AnyOf(Target.AtLeast(Amount.Number(0.279m)), Target.AtLeast(Amount.Number(0.35m)), Target.AtLeast(Amount.Number(0.36m)), _above);
        Verdict verdict = any.Judge(Evidence.Of(figure));
        Assert.That((verdict.Published, verdict.Confidence), Is.EqualTo((PublishedVerdict.Met, ConfidenceVerdict.Undetermined)));
    }

    [Test]
    public void ATextOfAConfirmedFigureArguesWithThatFigure()
    {
        Evidence evidence = Evidence.Of(Figure("2024", 0.3307) with { Confirmed = new ConfirmedFigure(0.27m, "市疾控中心", "通报") });
        Verdict verdict = Target.AtLeast(Amount.Percent(32)).Judge(evidence with { Name = new LocalText("锻炼率", "Exercise") }, new Judgement { ConfirmedJudges = true });
        Assert.That(verdict.ToText(Language.Chinese), Does.StartWith("2024年锻炼率判定采用市疾控中心确认值27.00%（本报告按原始数据计算为33.07%").And.Contain("按确认值未达标；"));
    }

    [Test]
    public void AReferenceThatHoldsTheCountyMovesWithIt()
    {
        Figure county = Figure("2024", 0.35) with { StandardError = 0.02 };
        Reference inside = new("province", 0.31m) { StandardError = 0.005, Contains = new ReferenceShare(0.05, true) }, apart = inside with { Contains = new ReferenceShare(0.05, false) };
        Contrast difference(Reference reference) => Target.IsAbove(reference).Judge(Evidence.Of(county)).Figures!.Difference!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(difference(inside).StandardError, Is.EqualTo(Math.Sqrt((1 - 0.1) * 0.0004 + 0.000025)).Within(1e-15));
            Assert.That(difference(apart).StandardError, Is.EqualTo(Math.Sqrt(0.0004 + 0.000025)).Within(1e-15));
            Assert.That(() => difference(inside with { Contains = new ReferenceShare(0.5, true) }), Throws.TypeOf<SurveyDataException>().With.Message.StartsWith("The province is said to hold 0.5 of its weight in this area, whose own error would then make its standard error at least 0.01, and it is 0.005;"));
        }
    }

    // R: p.adjust(c(0.001, 0.04, 0.03, 0.2), "holm"), "BH"
    [TestCase(FamilyAdjustment.Holm, new[] { 0.004, 0.09, 0.09, 0.2 })]
    [TestCase(FamilyAdjustment.BenjaminiHochberg, new[] { 0.004, 0.053333333333333337, 0.053333333333333337, 0.2 })]
    public void FamiliesAreAdjustedAsInR(FamilyAdjustment adjustment, double[] expected) =>
        Assert.That(VerdictFamily.Adjusted([0.001, 0.04, 0.03, 0.2], adjustment), Is.EqualTo(expected).Within(1e-15));

    [Test]
    public void AFamilyConfirmsLess()
    {
        Verdict barely = _up.Judge(CountyYears.Of("x", null, 0.25, 0.3455)), never = _up.Judge(CountyYears.Of("x", null, 0.25, 0.25));
        IReadOnlyList<Verdict> together = VerdictFamily.Adjust([barely, never, never], FamilyAdjustment.Holm);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(barely.Confidence, Is.EqualTo(ConfidenceVerdict.ConfirmedMet));
            Assert.That((together[0].Confidence, together[0].Published, together[0].Family), Is.EqualTo((ConfidenceVerdict.Undetermined, PublishedVerdict.Met, 3)));
            Assert.That(together[0].ToText(Language.Chinese), Does.EndWith("可以确认达到要求。经3项多重比较校正后，不能确认。"));
        }
    }

    private static Evidence With(double before, double after) => Evidence.Of(Figure("2023", before), Figure("2024", after));

    private static Figure Figure(string wave, double p) => new() { Indicator = "x", Of = wave, Source = FigureSource.Survey, Value = p, StandardError = p == 0 ? 0 : 0.015, DegreesOfFreedom = 30, Respondents = 900 };
}
