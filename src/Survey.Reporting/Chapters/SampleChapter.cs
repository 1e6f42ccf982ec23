using Survey.Monitoring;
using Survey.Reporting.Analysis;
using Survey.Reporting.Content;

namespace Survey.Reporting.Chapters;

/// <summary>Who was asked, unweighted and weighted, beside the population, and what weighting changed.</summary>
/// <param name="context">Of the report.</param>
internal sealed class SampleChapter(ReportContext context) : Chapter(context)
{
    public override Section Make() => new("sample", In("样本特征与加权", "The sample and its weights"), [])
    {
        Sections = Parts(
            Part("profile-of-sample", In("样本构成", "Who was asked"), [Profile()]),
            Part("weighting-effect", In("加权的影响", "What weighting changed"), Effect())),
    };

    private ReportTable? Profile()
    {
        IReadOnlyList<SampleProfile> all = SampleProfile.Of(Study);
        if (all.Count == 0)
        {
            Context.LeaveOut(In("样本构成", "Who was asked"), In("数据中没有性别、年龄等分组变量", "the data have no columns such as sex or ageGroup"));
            return null;
        }
        bool hasPopulation = all.Any(own => own.HasPopulation), hasDesigned = hasPopulation && Study.IsWeighted;
        var rows = new List<ReportRow>();
        foreach (SampleProfile profile in all)
        {
            rows.Add(new ReportRow([profile.Group.Title], RowKind.Heading));
            rows.AddRange(profile.Rows.Where(row => row.Count > 0 || row.Population > 0).Select(row => new ReportRow(
                [row.Label, ReportNumber.Count(row.Count), Voice.Rate(row.Unweighted), .. hasDesigned ? [(Cell)Voice.Rate(row.Designed)] : (Cell[])[], .. Study.IsWeighted ? [(Cell)Voice.Rate(row.Weighted)] : (Cell[])[], .. hasPopulation ? [(Cell)Voice.Rate(row.Population)] : (Cell[])[]])));
        }
        return new ReportTable("sample-profile", hasPopulation ? In("样本构成与人口构成", "The sample against the population") : In("样本构成", "The sample"),
            [
                WordColumn(In("特征", "Characteristic"), 2), new(In("人数", "People")), new(In("未加权", "Unweighted")) { Group = In("构成比（%）", "Share (%)") },
                .. hasDesigned ? [new(In("设计加权", "Design weights")) { Group = In("构成比（%）", "Share (%)") }] : (ReportColumn[])[],
                .. Study.IsWeighted ? [new(In("最终加权", "Final weights")) { Group = In("构成比（%）", "Share (%)") }] : (ReportColumn[])[],
                .. hasPopulation ? [new(In("人口", "Population")) { Group = In("构成比（%）", "Share (%)") }] : (ReportColumn[])[],
            ],
            rows,
            hasDesigned ? [In("“设计加权”为校准到人口之前的构成；最终加权后用于校准的特征与人口一致。“—”为人口构成未知。", "“Design weights” are those before calibration; the final weights agree with the population in what they were calibrated to. “—” marks that the population is not known.")] : []);
    }

    private IEnumerable<Block> Effect()
    {
        (Indicator Indicator, ReportNumber Unweighted, ShownEstimate Weighted)[] all = [.. Study.Surveyed.Select(own => (own, Unweighted.Of(Study, own), Study.Shown(own))).Where(own => own.Item2 is not null).Select(own => (own.own, own.Item2!.Value, own.Item3))];
        if (!Study.IsWeighted || all.Length == 0)
        {
            Context.LeaveOut(In("加权的影响", "What weighting changed"), Study.IsWeighted ? In("没有可比较的率", "there are no rates to compare") : In("研究没有加权", "the study has no weighting"));
            yield break;
        }
        WeightStep last = Study.Design.Log!.Steps[^1];
        yield return Text(
            $"加权使样本代表全体调查对象：最终权数最小{ReportNumber.Of(last.Smallest)}、中位数{ReportNumber.Of(last.Median)}、最大{ReportNumber.Of(last.Greatest)}，权数不等带来的设计效应（Kish）为{ReportNumber.Of(last.DesignEffectAfter)}。加权前后的比较见{new ReferenceSpan("weighting-change")}。",
            $"Weights make the sample stand for the whole population: the final ones range from {ReportNumber.Of(last.Smallest)} to {ReportNumber.Of(last.Greatest)} with a median of {ReportNumber.Of(last.Median)}, and unequal weights alone multiply variances by {ReportNumber.Of(last.DesignEffectAfter)} (Kish). {new ReferenceSpan("weighting-change")} shows what they changed.");
        string[] interval = [In($"{Voice.IntervalName}（%）", $"{Voice.IntervalName} (%)")];
        yield return new ReportTable("weighting-change", In("加权前后主要指标的比较", "Main indicators, unweighted and weighted"),
            [WordColumn(In("指标", "Indicator"), 3), new(In("人数", "Respondents")), new(In("未加权（%）", "Unweighted (%)")), new(In("加权（%）", "Weighted (%)")), new(interval[0], ColumnKind.Interval), new(In("加权减未加权（百分点）", "Weighted less unweighted (points)")), new(In("设计效应", "Design effect"))],
            [.. all.Select(own => new ReportRow([Voice.In(own.Indicator.Name), ReportNumber.Count(own.Weighted.Estimate.Respondents), own.Unweighted with { IsSuppressed = own.Weighted.IsSuppressed }, own.Weighted.Value, own.Weighted.Limits,
                Voice.Points(own.Weighted.Estimate.Value - own.Unweighted.Value) with { IsSuppressed = own.Weighted.IsSuppressed }, ReportNumber.Of(own.Weighted.Estimate.DesignEffect)]))],
            new BreakdownTables(Context).Notes([.. all.Select(own => own.Weighted)], [In("差值按未修约的数值计算，可能与表中两数之差相差末位一个单位。", "Differences are of unrounded figures, and may differ from those of the printed ones by one in the last digit.")]));
    }
}
