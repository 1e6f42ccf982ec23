using Survey.Monitoring;
using Survey.Reporting.Analysis;
using Survey.Reporting.Chapters;
using Survey.Reporting.Content;

namespace Survey.Reporting;

/// <summary>Makes the report of a judged study.</summary>
internal static class ReportMaker
{
    /// <summary>The report.</summary>
    /// <param name="verdicts">Of the study's own targets, with its figures.</param>
    /// <param name="scorecards">Of the programmes by which it is judged.</param>
    /// <param name="kind">What it is for; null takes the study's, else an evaluation where there are two waves to compare, else a baseline.</param>
    /// <param name="language">Of the report; null takes the study's.</param>
    /// <param name="date">On which it is made.</param>
    /// <exception cref="SurveyDataException">No wave could be estimated, or a file that the report names cannot be read.</exception>
    public static FinishedReport Of(StudyVerdicts verdicts, IReadOnlyList<Scorecard> scorecards, ReportKind? kind, Language? language, DateOnly date)
    {
        Study study = verdicts.Indicators.Data.Study;
        ReportKind own = kind ?? study.Report.Kind ?? (verdicts.Indicators.Designs.Count > 1 ? ReportKind.Evaluation : ReportKind.Baseline);
        var context = new ReportContext(new ReportStudy(verdicts, scorecards, own, language ?? study.Report.Language), date);
        if (study.Report.Model is { } model)
            context.LeaveOut(context.Voice.In("多因素回归分析", "Regression"), context.Voice.In("本软件尚不计算回归模型", $"regression of {model.Outcome.Name} (report.model) is not computed yet"));
        var sections = new List<Section>();
        foreach (Chapter chapter in ChaptersOf(context))
            if (chapter.Make() is { } section)
            {
                sections.Add(section);
                context.Made(section);
            }
        if (new LeftOutChapter(context).Make() is { } leftOut)
            sections.Add(leftOut);
        return new FinishedReport(Covered(context, sections), study.Report.Template) { Kind = own, Gaps = context.Gaps };
    }

    private static IEnumerable<Chapter> ChaptersOf(ReportContext context) =>
        context.Study.Kind == ReportKind.SelfAssessment
            ? [new SummaryChapter(context), new VerdictChapter(context), new ScorecardChapter(context), new LimitationsChapter(context), new PartsAppendix(context), new MethodsAppendix(context), new AuditAppendix(context)]
            :
            [
                new SummaryChapter(context), new BackgroundChapter(context), new SurveyChapter(context), new ProfileChapter(context), new FieldworkChapter(context), new SampleChapter(context),
                new LiteracyChapter(context), new SmokingChapter(context), new OtherIndicatorsChapter(context), new ExtraTablesChapter(context), new ChangeChapter(context), new ProblemsChapter(context), new VerdictChapter(context),
                .. context.Study.Kind == ReportKind.Evaluation ? [new ScorecardChapter(context)] : (Chapter[])[],
                new RecommendationsChapter(context), new LimitationsChapter(context), new MethodsAppendix(context), new WeightingAppendix(context),
                .. context.Study.Kind == ReportKind.Evaluation ? [new PartsAppendix(context)] : (Chapter[])[],
                new ItemsAppendix(context), new VillageResponseAppendix(context), new AuditAppendix(context),
            ];

    private static Report Covered(ReportContext context, IReadOnlyList<Section> sections)
    {
        (Study study, Voice voice) = (context.Study.Study, context.Voice);
        string kind = context.Study.Kind switch { ReportKind.Baseline => voice.In("基线调查报告", "Baseline report"), ReportKind.Evaluation => voice.In("效果评估报告", "Evaluation report"), _ => voice.In("自评报告", "Self-assessment") };
        (string, string?)[] cover =
        [
            (voice.In("地区", "Area"), study.Area.Name), (voice.In("调查年份", "Year of the survey"), context.Study.Year), (voice.In("编制单位", "Compiled by"), study.Report.CompiledBy), (voice.In("编制日期", "Date"), SummaryChapter.Day(context.Date)),
        ];
        return new Report
        {
            Language = voice.Language,
            Title = voice.In(study.Title),
            Subtitle = kind,
            Cover = [.. cover.Where(fact => fact.Item2 is { Length: > 0 }).Select(fact => (fact.Item1, fact.Item2!))],
            Notice = study.Simulated ? voice.In("模拟数据，不反映任何真实地区", "Simulated data: no real place is described") : null,
            Sections = sections,
        };
    }
}
