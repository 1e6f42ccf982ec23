namespace Survey.Monitoring.Verdicts;

/// <summary>The ten texts that officials were asked about, word for word.</summary>
public sealed class WordingTests
{
    private static readonly Target _literacy = Target.AnyOf(new ReferenceTarget(TargetComparison.MoreThan, "province"), Target.RisesByPercent(20));

    private static readonly Target _smoking = Target.AnyOf(new ReferenceTarget(TargetComparison.LessThan, "province"), Target.FallsByPercent(10));

    [TestCase(0.2531, 0.3105, VerdictLabel.MetNotConfirmed, "2024年居民健康素养水平为31.05%（95%CI：27.39%～34.96%），比2023年的25.31%提高5.74个百分点（95%CI：1.71～9.77个百分点），相对增幅22.68%（95%CI：6.27%～42.33%）。①与全省平均水平（2024年，32.10%）相比低1.05个百分点，区间包含全省水平，尚不能判定高低；②相对增幅达到20%的要求，但区间下限为6.27%，尚不能确认实际增幅已达到20%。按文件规则，第②项达到即为达标；统计把握有限。", TestName = "L1")]
    [TestCase(0.2531, 0.2874, VerdictLabel.NotMetWithinError, "2024年居民健康素养水平由25.31%变为28.74%（95%CI：25.18%～32.59%），提高3.43个百分点（95%CI：-0.56～7.42个百分点），相对增幅13.55%（95%CI：-2.05%～32.06%），未达到20%，也未高于全省平均水平。两项差距均在抽样误差范围内，现有样本既不能确认已达到，也不能确认未达到。", TestName = "L2")]
    [TestCase(0.2012, 0.3187, VerdictLabel.MetConfirmed, "2024年居民健康素养水平由20.12%提高到31.87%，相对增幅58.40%（95%CI：35.70%～87.23%），区间下限高于20%，可以确认达到要求。", TestName = "L3")]
    [TestCase(0.2531, 0.2569, VerdictLabel.NotMetConfirmed, "2024年居民健康素养水平由25.31%变为25.69%，相对增幅1.50%（95%CI：-13.04%～18.53%），区间上限低于20%；且低于全省平均水平（95%CI：22.27%～29.43%，不含32.10%）。两项均可以确认未达到。", TestName = "L4")]
    public void Literacy(double before, double after, VerdictLabel label, string text) => Reads(_literacy.Judge(CountyYears.Literacy(before, after)), label, text);

    [TestCase(0.2284, 0.2041, VerdictLabel.MetNotConfirmed, "2024年现在吸烟率为20.41%（95%CI：17.30%～23.91%），比2023年的22.84%下降2.43个百分点（95%CI：下降6.13至上升1.27个百分点），相对降幅10.64%（95%CI：下降25.00%至上升6.09%）。①低于全省平均水平（21.50%）1.09个百分点，区间包含全省水平；②降幅达到10%，但区间包含“没有下降”。按文件规则达标；按现有样本，尚不能排除实际没有变化。", TestName = "S1")]
    [TestCase(0.2284, 0.2203, VerdictLabel.NotMetWithinError, "现在吸烟率（2023年→2024年）：22.84%→22.03%，相对降幅3.55%（95%CI：下降18.57%至上升14.13%）。①与全省平均水平（2024年，21.50%）相比高0.53个百分点，区间包含全省水平，尚不能判定高低；②降幅未达到10%，区间包含“没有下降”。按文件规则未达标；两项差距均在抽样误差范围内，现有样本既不能确认已达到，也不能确认未达到。", TestName = "S2")]
    [TestCase(0.2520, 0.1705, VerdictLabel.MetConfirmed, "现在吸烟率（2023年→2024年）：25.20%→17.05%，相对降幅32.34%（95%CI：下降43.95%至下降19.38%）；且区间（14.18%～20.36%）整体低于全省平均水平。", TestName = "S3")]
    [TestCase(0.2284, 0.2610, VerdictLabel.NotMetConfirmed, "现在吸烟率（2023年→2024年）：22.84%→26.10%，上升3.26个百分点，相对上升14.27%（95%CI：下降2.44%至上升34.35%），可以确认降幅未达到10%；区间（22.66%～29.86%）整体高于全省平均水平。", TestName = "S4")]
    public void Smoking(double before, double after, VerdictLabel label, string text) => Reads(_smoking.Judge(CountyYears.Smoking(before, after)), label, text);

    [Test(Description = "L5")]
    public void NoReferenceAndAnotherQuestionnaire()
    {
        Evidence evidence = CountyYears.Literacy(0.2531, 0.3105);
        var set = new FigureSet();
        foreach (Figure figure in evidence.Figures)
            set.Add(figure with { Basis = figure.Basis with { NeedsInstrument = true, Instrument = figure.Of == "2023" ? "2018" : "2023" } });
        Verdict verdict = _literacy.Judge(new Evidence(set) { Indicator = "literacy", Name = CountyYears.LiteracyName, Wave = "2024", Waves = ["2023", "2024"], LastYear = "2023" });
        Reads(verdict, VerdictLabel.NotAssessed, "全省2024年数据尚未公布，且2023年调查所用问卷版本不同，两项均无可比数据，暂不评定。补齐后重新判定。");
    }

    [Test(Description = "S5")]
    public void OtherAges() =>
        Reads(_smoking.Judge(CountyYears.Smoking(0.2284, 0.2041) with { Ages = new AgeRange(15, null) }), VerdictLabel.NotAssessed, "本次调查为15～69岁，方案为15岁以上，未作换算，暂不评定（如经评估组同意按15～69岁比较，可在研究文件中登记后重新判定）。");

    [Test]
    public void TheRuleComesFirst() =>
        Assert.That(ChineseRule.Sentence("居民健康素养水平", _literacy), Is.EqualTo("本方案要求：居民健康素养水平高于全省平均水平或较上一年增加20%（本报告按相对增幅理解，同时列出百分点）。"));

    [Test]
    public void AmountsAreSaidAsPeopleSayThem()
    {
        Target[] rules = [Target.AtLeast(Amount.Per(4, 10_000, "名")), Target.AtLeast(Amount.Per(35, 1000, "张")), Target.AtMost(Amount.Per(5, 1000)), Target.AtMost(Amount.Per(12, 100_000, "例")), Target.AtLeast(Amount.Per(1, 2, "名")), Target.AtLeast(Amount.Number(12, "m2"))];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rules.Select(rule => rule.ToText(Language.Chinese)), Is.EqualTo(new[] { "每万人不低于4名", "每千人不低于35张", "每千中不高于5", "每10万人不高于12例", "每2中不低于1名", "不低于12平方米" }));
            Assert.That(Amount.Per(4, 10_000, "名").Of(0.000351, Language.Chinese), Is.EqualTo("每万人3.51名"));
            Assert.That(Amount.Number(12, "m2").Of(11.2, Language.Chinese), Is.EqualTo("11.20平方米"));
            Assert.That(Amount.Per(4, 10_000, "名").Text(Language.Chinese), Is.EqualTo("每万人4名"));
        }
    }

    [Test]
    public void HowOftenLuckPassesIsASentence()
    {
        Evidence smoking = CountyYears.Smoking(0.2284, 0.2041);
        Target below = new ReferenceTarget(TargetComparison.LessThan, "province"), falls = Target.FallsByPercent(10);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ChanceOf(falls, Language.Chinese), Is.EqualTo("按本次样本量，若现在吸烟率实际没有变化，仍约有9%的可能算出“较上一年下降10%”。"), "the chance that WORDING has");
            Assert.That(ChanceOf(_smoking, Language.Chinese), Is.EqualTo("按本次样本量，若现在吸烟率实际没有变化，仍约有9%的可能算出“较上一年下降10%”；规则同时以“低于全省平均水平”为达标条件，实际没有变化且与全省相同的县区约有一半的可能达标。"));
            Assert.That(ChanceOf(Target.AllOf(below, falls), Language.Chinese), Does.Contain("；规则同时要求“低于全省平均水平”，实际没有变化且与全省相同的县区约有"));
            Assert.That(ChanceOf(below, Language.Chinese), Does.Match("^按本次样本量，实际与全省平均水平相同的县区约有一半的可能达标；若实际与本次估计相同，约有[0-9]+%的可能达标。$"));
            Assert.That(ChanceOf(Target.AtMost(Amount.Percent(40)), Language.Chinese), Is.EqualTo("按本次样本量，若现在吸烟率实际恰为“不高于40%”的界限，约有一半的可能达标；若实际与本次估计相同，有超过99%的可能达标。"));
            Assert.That(ChanceOf(_smoking, Language.English), Is.EqualTo("With a sample of this size, where nothing changed about 9 % of samples still give 'down 10 % (relative) on last year'; with 'below the province's average' as the other way to meet it, about half of the samples of an area that did not change and is like the province meet it."));
        }

        string ChanceOf(Target rule, Language language) => rule.Judge(smoking).Notes(language).Single(note => note.StartsWith("按本次样本量", StringComparison.Ordinal) || note.StartsWith("With a sample", StringComparison.Ordinal));
    }

    private static void Reads(Verdict verdict, VerdictLabel label, string text)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(verdict.Label, Is.EqualTo(label));
            Assert.That(verdict.ToText(Language.Chinese), Is.EqualTo(text));
        }
    }
}
