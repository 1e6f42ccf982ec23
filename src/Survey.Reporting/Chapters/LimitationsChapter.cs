using Survey.Monitoring;
using Survey.Monitoring.Evaluating;
using Survey.Reporting.Analysis;
using Survey.Reporting.Content;

namespace Survey.Reporting.Chapters;

/// <summary>What a reader must know before using the figures, drawn from facts of this study.</summary>
/// <param name="context">Of the report.</param>
internal sealed class LimitationsChapter(ReportContext context) : Chapter(context)
{
    private const double FewDegrees = 12, LowResponse = 0.8;

    public override Section Make() => new("limitations", In("局限性", "Limitations"), [new ItemList([.. All()])]);

    private IEnumerable<Words> All() => [.. Precision(), .. People(), .. Weights(), .. Comparisons(), .. Data()];

    private IEnumerable<Words> Precision()
    {
        long df = Study.Design.DegreesOfFreedom;
        yield return df < FewDegrees
            ? Say($"初级抽样单位少，方差估计的自由度只有{ReportNumber.Count(df)}，区间本身不稳定，应谨慎解读。", $"There are few primary sampling units: variances have only {ReportNumber.Count(df)} degrees of freedom, so intervals are themselves unsure.")
            : Say($"方差估计的自由度为{ReportNumber.Count(df)}；区间反映抽样误差，不反映应答和测量误差。", $"Variances have {ReportNumber.Count(df)} degrees of freedom; intervals tell of sampling error, and not of errors of response or measurement.");
        int hidden = Context.HiddenEstimates;
        if (hidden > 0)
            yield return Say($"以上各表中有{ReportNumber.Count(hidden)}个估计值（连同其区间和差值）因样本量或精度不足未予列示，以“{ReportNumber.Hidden}”标出。", $"In the tables above {ReportNumber.Count(hidden)} estimates, with their intervals and differences, are not shown and marked “{ReportNumber.Hidden}”, too few people or too imprecise.");
    }

    private IEnumerable<Words> People()
    {
        if (Response.Of(Study) is { All.Minimum: < LowResponse } response)
            yield return Say($"应答率为{Voice.Rate(response.All.Minimum)}，未应答者可能与应答者不同，无应答调整只能消除部分影响。", $"The response rate is {Voice.Rate(response.All.Minimum)}; those who did not answer may differ, which the adjustment corrects only in part.");
        if (Study.Study.Response.Disposition is null)
            yield return In("数据中没有入户结果，应答率未知。", "The data do not say what became of those drawn, so the response rate is not known.");
        if (SurveyedAges.Of(Study.Study, Study.Year) is { } ages)
            yield return In($"结果只代表{ages.Text(Language.Chinese)}居民，不能推及其他年龄。", $"Results are of residents aged {ages.Text(Language.English)} and of no other age.");
        foreach (string note in Study.Design.Log?.Steps.Where(step => step.What.EndsWith("Kish grid", StringComparison.Ordinal) && step.Notes.Count > 0).SelectMany(step => step.Notes) ?? [])
            yield return In("Kish表不抽取第七及以后的家庭成员，这部分人没有入样机会。", $"{char.ToUpperInvariant(note[0])}{note[1..]}.");
    }

    private IEnumerable<Words> Weights()
    {
        if (!Study.IsWeighted)
            yield return In("没有加权：所有应答者按等权处理，结果只说明样本，推及总体须谨慎。", "There are no weights: everyone counts the same, so results are of the sample and stand for the population only with care.");
        if (Study.Study.Weighting?.Nonresponse is not null || Study.Study.Weighting?.Trimming is not null)
            yield return In("方差估计把无应答调整和截尾的系数当作固定值，其随机性未计入。", "Variances take the factors of nonresponse and of trimming as fixed.");
    }

    private IEnumerable<Words> Comparisons()
    {
        foreach ((string target, Waiver waiver) in Study.Study.Evaluation.Waivers)
            yield return In($"第{target}项登记认可了可比性差异，理由：{waiver.Reason}。", $"For {target} a difference in comparability is accepted: {waiver.Reason}.");
        string?[] versions = [.. Study.Indicators.Data.Waves.Select(wave => wave.Instrument?.Version).Where(version => version is not null).Distinct()];
        if (versions.Length > 1)
            yield return In($"各次调查所用问卷版本不同（{string.Join("、", versions)}），得分不能直接比较。", $"Waves used different editions of the questionnaire ({string.Join(", ", versions)}), so scores are not directly comparable.");
        if (Study.Groups.Count > 0 && Study.Kind != ReportKind.SelfAssessment)
            yield return In("分组比较未作多重校正，个别差异可能由偶然产生。", "No correction is made for the number of comparisons between groups, so some differences may be chance.");
    }

    private IEnumerable<Words> Data()
    {
        Finding[] doubts = [.. Study.Indicators.AllFindings.Concat(Context.Quality?.Findings ?? []).Where(own => own.Severity != Severity.Change && (own.Wave is null || own.Wave == Study.Year))];
        if (doubts.Length > 0 && Voice.IsChinese)
            yield return $"数据核查有{ReportNumber.Count(doubts.Length)}处存疑或未解决，明细见数据核查记录。";
        foreach (Finding doubt in Voice.IsChinese ? [] : doubts)
            yield return doubt.Message;
        if (Study.Study.Simulated)
            yield return In("本报告所用数据为模拟数据，不反映任何真实地区。", "All data of this report are simulated and describe no real place.");
    }
}
