using Survey.Monitoring;
using Survey.Monitoring.Evaluating;
using Survey.Reporting.Analysis;
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

    private Paragraph? Questionnaire()
    {
        if (Study.Wave.Instrument is not { } instrument || Study.Study.Instrument is not { } declared)
        {
            Context.LeaveOut(In("调查内容", "Questionnaire"), In("研究文件没有指明计分问卷", "the study names no questionnaire that is scored"));
            return null;
        }
        (ReportNumber items, ReportNumber points, ReportNumber cut, ReportNumber share) = (ReportNumber.Count(instrument.Items.Count), ReportNumber.Count(instrument.Total.Points), ReportNumber.Count(instrument.Total.Cut), ReportNumber.Rate((double)instrument.Total.Percent / 100) with { Decimals = 0 });
        Words unanswered = declared.MostUnanswered is { } most
            ? Say($"未作答和“不知道”按答错计，未作答超过{ReportNumber.Count(most)}题者不计分", $"No answer and “I do not know” count as wrong, and whoever leaves more than {ReportNumber.Count(most)} items unanswered has no score")
            : Say($"未作答和“不知道”均按答错计", $"No answer and “I do not know” count as wrong");
        return Text(
            $"采用{instrument.Title.In(Language.Chinese)}{(instrument.Version is { } zh ? $"{zh}年版" : "")}，计分题{items}道，满分{points}分；得分达到总分的{share}（{cut}分）及以上者判为具备健康素养。多选题须与标准答案完全一致才得分。{unanswered}。",
            $"The survey used the {Sentence.Start(instrument.Title.In(Language.English))}{(instrument.Version is { } en ? $", edition {en}" : "")}. Of its {items} items and {points} points, whoever reaches {share} ({cut} points) is literate. An item with several right options counts only if exactly these are chosen. {unanswered}.");
    }

    private ReportTable Definitions()
    {
        foreach (Indicator missing in Study.Study.Evaluation.Indicators.Where(own => own.Source == IndicatorSource.Survey && !Study.Surveyed.Contains(own)))
            Context.LeaveOut(Voice.In(missing.Name), Study.Indicators[missing.Id, Study.Year]?.Missing is { } why ? Voice.In(why) : In("本次调查无法计算", "it could not be estimated in this wave"));
        return new ReportTable("indicator-definitions", In("指标及其定义", "Indicators and their definitions"),
            [WordColumn(In("指标", "Indicator"), 2.5), WordColumn(In("定义", "Definition"), 4.5), WordColumn(In("年龄", "Ages"), 1.2)],
            [.. Study.Surveyed.Select(own => new ReportRow([Voice.In(own.Name), DefinitionOf(own), own.Ages is { } ages ? ages.Text(Voice.Language) : In("全部", "all")]))],
            []);
    }

    private string DefinitionOf(Indicator indicator)
    {
        string Words(string expression, string otherwise) => new ExpressionWords(Study.Table, Study.Labels, Voice.Language).Of(Expr.Parse(expression)) ?? otherwise;
        const string condition = "符合研究文件所列条件", calculation = "研究文件所列计算式";
        string what = indicator.Definition is { } text ? WithOwnCut(indicator, Voice.In(text))
            : indicator.Event is { } counted ? In($"{Words(counted, condition)}者占应答者的比例", $"Share of respondents with: {Words(counted, condition)}")
            : Ratio(Words(indicator.Numerator!, calculation), indicator.Denominator!.Trim() == "1" ? null : Words(indicator.Denominator, calculation));
        string whom = indicator.Population is { } population ? In($"；限{Words(population, condition)}的人群", $"; of people with: {Words(population, condition)}") : "";
        if (indicator.Standard is not { } standard)
            return what + whom;
        string people = Path.GetFileNameWithoutExtension(standard.Population) + (standard.Year is { } year ? In($"，{year}年", $", {year}") : "");
        return what + whom + In($"；按{Words(standard.By, calculation)}直接标准化（标准人口：{people}）", $"; directly standardized by {Words(standard.By, calculation)} (standard population: {people})");
    }

    /// <param name="numerator">Of what the total is divided.</param>
    /// <param name="denominator">By what; null for people.</param>
    private string Ratio(string numerator, string? denominator) =>
        denominator is null ? In($"平均每人的{numerator}", $"{numerator} for each person") : In($"{numerator}的总量与{denominator}的总量之比", $"Total of {numerator} over the total of {denominator}");

    /// <summary>A definition of the library says 80 %; a questionnaire may have another cut.</summary>
    private string WithOwnCut(Indicator indicator, string definition) =>
        Study.Wave.Instrument is { } instrument && Indicator.Library.Find(indicator.Id) is [{ NeedsInstrument: true } known] && known.Definition == indicator.Definition
            ? definition.Replace("80", instrument.Total.Percent.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
            : definition;

    private Paragraph Analysis() =>
        Study.IsWeighted ? Text(
            $"结果均按抽样设计加权估计，并给出{Voice.IntervalName}；加权各步骤见“加权记录”，统计方法见“统计方法”。",
            $"All results are weighted estimates under the design, with their {Voice.IntervalName}s; the steps of weighting and the methods are in the appendix.")
        : Text(
            $"结果未加权，所有应答者按等权计；误差按抽样设计估计，并给出{Voice.IntervalName}，统计方法见“统计方法”。",
            $"Results are not weighted, everyone counting the same; their {Voice.IntervalName}s follow from the design, and the methods are in the appendix.");
}
