using Survey.Monitoring;
using Survey.Reporting.Content;

namespace Survey.Reporting.Chapters;

/// <summary>How figures were made, in the words of what was computed.</summary>
/// <param name="context">Of the report.</param>
internal sealed class MethodsAppendix(ReportContext context) : Chapter(context)
{
    public override Section Make() => new("methods", In("统计方法", "Statistical methods"), [new ItemList([.. All()])]);

    private IEnumerable<Words> All() => [.. Design(), .. Intervals(), .. Comparisons(), .. Presentation()];

    private IEnumerable<Words> Design()
    {
        StudyDesign? design = Study.Study.Design;
        string strata = design?.Strata.Count > 0 ? In($"以{Voice.List([.. design.Strata.Select(Study.Labels.Column)])}为层", $"strata: {Voice.List([.. design.Strata.Select(Study.Labels.Column)])}") : In("不分层", "no strata");
        string clusters = design?.Clusters.Count > 0 ? In($"以{Voice.List([.. design.Clusters.Select(Study.Labels.Column)])}为群", $"clusters: {Voice.List([.. design.Clusters.Select(Study.Labels.Column)])}") : In("不分群，以个人为抽样单位", "no clusters, people are the units");
        yield return Say(
            $"方差按抽样设计用泰勒线性化估计，初级抽样单位按有放回处理：{strata}，{clusters}。缺失作答不参与该指标的计算，但其抽样单位保留在设计中。",
            $"Variances follow the design by Taylor linearization, primary sampling units taken as drawn with replacement; {strata}; {clusters}. Who did not answer a question is out of its figures, and stays in the design.");
        if (design?.LonelyPsu is { } lonely && lonely != LonelyPsu.Fail)
            yield return In($"只有一个初级抽样单位的层{LonelyWords(lonely).Chinese}。", $"A stratum of one primary sampling unit {LonelyWords(lonely).English}.");
        yield return design?.DegreesOfFreedom == DegreesOfFreedomRule.Design
            ? In("自由度为全部设计的初级抽样单位数减层数。", "Degrees of freedom are the primary sampling units less the strata of the whole design.")
            : In("自由度为各估计所涉及的初级抽样单位数减层数。", "Degrees of freedom are the primary sampling units less the strata that an estimate rests on.");
        if (Study.Study.Weighting?.Calibrations.Count > 0)
            yield return In("权数校准到人口后，方差按校准变量的残差计算。", "After weights are calibrated to the population, variances follow from residuals on what they were calibrated to.");
    }

    private static LocalText LonelyWords(LonelyPsu lonely) =>
        lonely switch
        {
            LonelyPsu.Adjust => new("以全部单位的均值为中心计算方差", "adds its distance from the mean of all units"),
            LonelyPsu.Average => new("的方差取其他各层的平均", "adds the average of the other strata"),
            _ => new("不计方差", "adds nothing to variances"),
        };

    private IEnumerable<Words> Intervals()
    {
        yield return Say(
            $"率的{Voice.IntervalName}用logit变换和t分布计算；率为0或100%时给出二项分布的精确界限，该界限不含整群效应。均数和差值为估计值±t×标准误。",
            $"The {Voice.IntervalName} of a rate is made on the logit scale with Student's t; of 0 % and 100 % it is the exact binomial limit, in which clustering is not. Of means and differences it is the estimate ± t × standard error.");
    }

    private IEnumerable<Words> Comparisons()
    {
        if (Study.Groups.Count > 0 && Study.Kind != ReportKind.SelfAssessment)
            yield return In("组间差异用经设计校正的χ²检验（Rao–Scott二阶校正，F分布）；与参照组之差的区间计入两组的协方差。", "Groups are compared by the design-based χ² test of Rao and Scott (second order, F); intervals of differences from the reference group take the covariance of the two groups into account.");
        if (Study.Indicators.Changes.Any(own => own.Change.To == Study.Year))
            yield return In("年度变化的方差计入两次调查在共同抽样单位上的协方差；相对变化的区间为Fieller区间。", "Variances of changes take the covariance of the two waves in shared sampling units into account; intervals of relative changes are Fieller's.");
        yield return In($"达标评定：点估计按未修约值与要求比较；把握按单侧检验判定（检验水准为{Tail}，即所列{Voice.IntervalName}的一侧），与所列区间一致。“或”的条件有两个以内不作校正，三个以上按k/2校正。", $"Verdicts: point estimates are compared unrounded with what is asked; confirmation is a one-sided test at {Tail}, one side of the printed {Voice.IntervalName}, with which it agrees. Rules with up to two alternatives are not corrected, those with k of three or more by k/2.");
        if (Study.Study.Evaluation.Family is { } family)
            yield return In($"目标之间按{(family.Adjustment == FamilyAdjustment.Holm ? "Holm法" : "Benjamini–Hochberg法")}作多重校正。", $"P values are adjusted over targets by {(family.Adjustment == FamilyAdjustment.Holm ? "Holm" : "Benjamini and Hochberg")}.");
    }

    /// <summary>The level of a one-sided test that agrees with an interval.</summary>
    private string Tail => FormattableString.Invariant($"{50 * (1 - Voice.Level):0.##}{(Voice.IsChinese ? "%" : " %")}");

    private IEnumerable<Words> Presentation()
    {
        yield return In(
            "列示标准采用美国国家卫生统计中心（NCHS）的标准：应答人数或有效样本量不足30、或区间过宽（宽度达30个百分点，或大于估计值的1.3倍且超过5个百分点）的率不予列示，以“※”标出；这里的区间宽度按该标准规定的Korn–Graubard 95%区间计，与表中所列区间不同。该标准规定自由度小于8的估计须复核：全部调查的自由度不小于8时，自由度小于8的估计以“†”标出，提示慎用；否则所有估计相同，在“局限性”中统一说明。",
            "Rates are presented by the standard of the US National Center for Health Statistics: those of fewer than 30 respondents or an effective sample size under 30, or with too wide an interval (30 points, or more than 1.3 times the estimate and over 5 points) are not shown and marked “※”; widths are those of the 95 % interval of Korn and Graubard, which the standard asks for, and not of the printed one. Estimates of fewer than 8 degrees of freedom, which the standard has reviewed, are marked “†” where the whole sample has more; where it has not, all are alike and “Limitations” says so.");
        yield return In($"百分比保留{Voice.Decimals}位小数；百分点为两个百分比之差。", $"Rates have {Voice.Decimals} decimals; percentage points are differences of rates.");
    }
}

/// <summary>What was done to weights, step by step.</summary>
/// <param name="context">Of the report.</param>
internal sealed class WeightingAppendix(ReportContext context) : Chapter(context)
{
    public override Section? Make()
    {
        string title = In("加权记录", "Weighting log");
        if (Study.Indicators.Weights?[Study.Year].Result?.Log is not { Steps.Count: > 0 } log)
            return Context.LeaveOut(title, In("研究没有加权", "the study has no weighting"));
        return new Section("weighting-log", title,
        [
            new ReportTable("weighting-steps", In("加权步骤", "Steps of weighting"),
                [WordColumn(In("步骤", "Step"), 3), new(In("人数", "People")), new(In("最小系数", "Least factor")), new(In("最大系数", "Greatest factor")), new(In("权数之和", "Sum of weights")), new(In("最小权数", "Smallest")), new(In("中位权数", "Median")), new(In("最大权数", "Greatest")), new(In("设计效应（Kish）", "Design effect (Kish)"))],
                [.. log.Steps.Select(Row)], [In("设计效应为该步之后由权数不等引起的方差倍数。", "The design effect is by how much unequal weights multiply variances after the step.")]),
        ]);
    }

    private ReportRow Row(WeightStep step) =>
        new([StageWords.Step(Voice, step.What, Study.Labels.Column), ReportNumber.Count(step.Rows), ReportNumber.Of(step.SmallestFactor, 3), ReportNumber.Of(step.GreatestFactor, 3), ReportNumber.Of(step.Sum, 0), ReportNumber.Of(step.Smallest), ReportNumber.Of(step.Median), ReportNumber.Of(step.Greatest), ReportNumber.Of(step.DesignEffectAfter)]);
}
