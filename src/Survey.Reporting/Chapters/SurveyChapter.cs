using Survey.Monitoring;
using Survey.Monitoring.Evaluating;
using Survey.Reporting.Content;
using Survey.Reporting.Phrases;

namespace Survey.Reporting.Chapters;

/// <summary>Who was meant, how the sample was drawn, what was asked and what is counted.</summary>
/// <param name="context">Of the report.</param>
internal sealed class SurveyChapter(ReportContext context) : Chapter(context)
{
    public override Section Make() => new("survey", In("调查对象与方法", "Survey and methods"), [])
    {
        Sections = Parts(
            Part("population", In("调查对象", "Population"), [Population(), .. Rules()]),
            Part("sampling", In("抽样方法", "Sampling"), Sampling()),
            Part("questionnaire", In("调查内容", "Questionnaire"), [Questionnaire()]),
            Part("definitions", In("指标定义", "Definitions of indicators"), [Definitions()]),
            Part("organisation", In("组织实施", "Organisation"), new OwnTexts(Context).Of(In("组织实施", "organisation"), "organisation", Study.Study.Report.Texts.Organisation)),
            Part("analysis", In("加权与统计分析", "Weighting and analysis"), [Analysis()])),
    };

    private Paragraph Population()
    {
        string area = Study.Study.Area.Name ?? In("调查地区", "the area");
        string ages = SurveyedAges.Of(Study.Study, Study.Year) is { } range ? In($"{range.Text(Language.Chinese)}", $"aged {range.Text(Language.English)}") : "";
        return Text($"调查对象为{area}{ages}居民。", $"The survey is about residents of {area}{(ages.Length > 0 ? " " + ages : "")}.");
    }

    private IEnumerable<Block> Rules()
    {
        EligibilityRule[] rules = [.. Study.Study.Eligibility.Where(rule => rule.Waves.Count == 0 || rule.Waves.Contains(Study.Year))];
        if (rules.Length > 0)
            yield return Text(
                $"有下列情形之一的不计入分析：{string.Join("；", rules.Select(rule => rule.Reason))}。各情形人数见“调查实施与质量控制”。",
                $"Not counted: {string.Join("; ", rules.Select(rule => rule.Reason))}. How many each is about is under “Fieldwork and quality control”.");
    }

    private IEnumerable<Block> Sampling()
    {
        yield return Text(
            $"样本共有{ReportNumber.Count(Study.Design.StratumCount)}层、{ReportNumber.Count(Study.Design.PsuCount)}个初级抽样单位，方差估计的自由度为{ReportNumber.Count(Study.Design.DegreesOfFreedom)}。",
            $"The sample has {ReportNumber.Count(Study.Design.StratumCount)} strata and {ReportNumber.Count(Study.Design.PsuCount)} primary sampling units; variances have {ReportNumber.Count(Study.Design.DegreesOfFreedom)} degrees of freedom.");
        if (Study.Study.Weighting is { Base.Count: > 0 } weighting)
            yield return new ReportTable("sampling-flow", In("抽样流程", "Sampling, stage by stage"),
                [new(In("阶段", "Stage")) { Room = 0.6 }, WordColumn(In("抽样单位", "Unit"), 1.5), WordColumn(In("方法", "Method"), 3.5), new(In("样本中的单位数", "Units in the sample")) { Room = 1.2 }],
                [.. weighting.Base.Select((stage, k) => new ReportRow([ReportNumber.Count(k + 1), Study.Labels.Column(stage.Name), Method(stage), ReportNumber.Count(UnitsOf(stage))]))],
                [In("单位数按抽中的全部对象计，含未应答者。", "Units are counted over everyone drawn, respondents or not.")]);
        else
            yield return Text($"研究文件未说明抽样各阶段的概率，所有对象按等权处理。", $"The study does not say how the sample was drawn, so everyone counts the same.");
    }

    private string Method(StudyStage stage) =>
        stage switch
        {
            Monitoring.FrameStage { Size: not null } frame => In($"{Within(frame)}按规模成比例的概率抽取（规模：{frame.Size}）", $"drawn {Within(frame)}with probabilities proportional to size ({frame.Size})"),
            Monitoring.FrameStage frame => In($"{Within(frame)}等概率抽取", $"drawn {Within(frame)}with equal probabilities"),
            ColumnStage column => StageWords.Method(Voice, column.Stage.Method),
            _ => "",
        };

    private string Within(Monitoring.FrameStage frame) => frame.Within.Count == 0 ? "" : In($"在各{Voice.List([.. frame.Within.Select(Study.Labels.Column)])}内", $"within each {Voice.List([.. frame.Within.Select(own => Sentence.Start(Study.Labels.Column(own)))])} ");

    /// <summary>How many different units of a stage are among everyone drawn; NaN where no column tells them apart.</summary>
    private double UnitsOf(StudyStage stage)
    {
        Table everyone = Study.Wave.Everyone!;
        string[] key = [.. (stage is Monitoring.FrameStage frame ? frame.Key : [stage.Name]).Where(everyone.Columns.Contains)];
        if (stage.Name == "person")
            return everyone.RowCount;
        string[] whole = stage is Monitoring.FrameStage ? key : [.. Study.Study.Design?.Clusters.Where(everyone.Columns.Contains).Take(1) ?? [], .. key];
        return key.Length == 0 ? double.NaN : Enumerable.Range(0, everyone.RowCount).Select(row => string.Join('\t', whole.Select(name => everyone[name].TextAt(row)))).Distinct().Count();
    }

    private Paragraph? Questionnaire() =>
        Study.Wave.Instrument is not { } instrument ? null : Text(
            $"采用{instrument.Title.In(Language.Chinese)}{(instrument.Version is { } zh ? $"（{zh}年版）" : "")}，共{ReportNumber.Count(instrument.Items.Count)}题、{ReportNumber.Count(instrument.Total.Points)}分；得分达到总分80%（{ReportNumber.Count(instrument.Total.Cut)}分）及以上者判为具备健康素养。多选题须与标准答案完全一致才得分；未作答和“不知道”均按答错计。",
            $"The questionnaire is {instrument.Title.In(Language.English)}{(instrument.Version is { } en ? $", edition {en}" : "")}: {ReportNumber.Count(instrument.Items.Count)} items and {ReportNumber.Count(instrument.Total.Points)} points. Whoever reaches 80 % of them ({ReportNumber.Count(instrument.Total.Cut)} points) is literate. An item with several right options counts only if exactly these are chosen; no answer and “I do not know” count as wrong.");

    private ReportTable Definitions() =>
        new("indicator-definitions", In("指标及其定义", "Indicators and their definitions"),
            [WordColumn(In("指标", "Indicator"), 2.5), WordColumn(In("定义", "Definition"), 4.5), WordColumn(In("年龄", "Ages"), 1.2)],
            [.. Study.Surveyed.Select(own => new ReportRow([Voice.In(own.Name), DefinitionOf(own), own.Ages is { } ages ? ages.Text(Voice.Language) : In("全部", "all")]))],
            []);

    private string DefinitionOf(Indicator indicator) =>
        indicator.Definition is { } text ? Voice.In(text)
        : indicator.IsProportion ? In("符合该指标条件者占应答者的比例", "Share of respondents who fulfil the condition of the indicator")
        : In("两项总量之比", "Ratio of two totals");

    private Paragraph Analysis() => Text(
        $"结果均按抽样设计加权估计，并给出{Voice.IntervalName}；加权各步骤见“加权记录”，统计方法见“统计方法”。",
        $"All results are weighted estimates under the design, with their {Voice.IntervalName}s; the steps of weighting and the methods are in the appendix.");
}
