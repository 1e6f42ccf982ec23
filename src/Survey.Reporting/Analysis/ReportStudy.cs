using Survey.Monitoring;
using Survey.Monitoring.Evaluating;
using Survey.Reporting.Content;

namespace Survey.Reporting.Analysis;

/// <summary>A judged study as a report sees it: which wave it is about, what that is compared with, and by what people are told apart.</summary>
internal sealed class ReportStudy
{
    private const string TownColumn = "town";

    private static readonly string[] UsualGroups = ["area", "sex", "ageGroup", "education", "occupation"];

    private readonly Dictionary<(Indicator, string), ShownEstimate> _shown = [];

    /// <param name="verdicts">Of the study's own targets, with its figures.</param>
    /// <param name="scorecards">Of the programmes by which it is judged.</param>
    /// <param name="kind">Of the report.</param>
    /// <param name="language">Of the report.</param>
    /// <exception cref="SurveyDataException">No wave of the study could be estimated.</exception>
    public ReportStudy(StudyVerdicts verdicts, IReadOnlyList<Scorecard> scorecards, ReportKind kind, Language language)
    {
        (Verdicts, Scorecards, Kind) = (verdicts, scorecards, kind);
        Study = Indicators.Data.Study;
        Voice = new Voice(language, Study.Evaluation.Judgement.Level, Study.Report.Decimals);
        Labels = new Labels(Study, language);
        if (Indicators.Designs.Count == 0)
            throw new SurveyDataException($"{Study.File}: no wave could be estimated, so there is nothing to report{WhyNot(verdicts.Indicators)}");
        Wave = WaveOf(kind);
        Design = Indicators.Designs.First(own => own.Wave == Wave.Wave.Id).Design;
        Table = Indicators.Weights?[Wave.Wave.Id].Table ?? Wave.Table!;
        Groups = [.. GroupVariables().Select(GroupOf)];
        Towns = Table.Columns.Contains(TownColumn) && Table[TownColumn] is CategoryColumn ? GroupOf(TownColumn) with { IsPlace = true } : null;
    }

    private static string WhyNot(StudyIndicators indicators)
    {
        Finding[] unresolved = [.. indicators.AllFindings.Where(finding => finding.Severity == Severity.Unresolved)];
        return unresolved.Length == 0 ? "; survey check says what was found." : $": {unresolved[0].Message.TrimEnd('.')}{(unresolved.Length > 1 ? $", and {Figures.Count(unresolved.Length - 1)} more; survey check shows all" : "")}.";
    }

    /// <summary>Of the study's own targets.</summary>
    public StudyVerdicts Verdicts { get; }

    /// <summary>By programmes.</summary>
    public IReadOnlyList<Scorecard> Scorecards { get; }

    /// <summary>What the report is for.</summary>
    public ReportKind Kind { get; }

    /// <summary>The study.</summary>
    public Study Study { get; }

    /// <summary>Its figures.</summary>
    public StudyIndicators Indicators => Verdicts.Indicators;

    /// <summary>In which the report speaks.</summary>
    public Voice Voice { get; }

    /// <summary>What columns and levels are called.</summary>
    public Labels Labels { get; }

    /// <summary>The wave that the report is about: of a baseline report the baseline, else the last one that could be estimated.</summary>
    public WaveData Wave { get; }

    /// <summary>Its id, usually the year.</summary>
    public string Year => Wave.Wave.Id;

    /// <summary>Its design, of everyone drawn.</summary>
    public SurveyDesign Design { get; }

    /// <summary>Its valid people.</summary>
    public Table Table { get; }

    /// <summary>By what people are told apart, in order; no places.</summary>
    public IReadOnlyList<GroupVariable> Groups { get; }

    /// <summary>The towns; null where the study has no such column.</summary>
    public GroupVariable? Towns { get; }

    /// <summary>Whether people have weights; without, everyone counts the same.</summary>
    public bool IsWeighted => Indicators.Weights is not null;

    /// <summary>Indicators that the survey estimates, in the study's order; those that could not be estimated in this wave are left out.</summary>
    public IReadOnlyList<Indicator> Surveyed => _surveyed ??= [.. Study.Evaluation.Indicators.Where(own => own.Source == IndicatorSource.Survey && Indicators[own.Id, Year] is { Estimate: not null, Figure: not null })];

    private IReadOnlyList<Indicator>? _surveyed;

    /// <summary>Those that a better and a worse are known of and that are no part or variant of another: health literacy without its aspects and issues, one definition of smoking, and the rest.</summary>
    public IReadOnlyList<Indicator> Main => _main ??= [.. Surveyed.Where(own => own.Better != Better.None && !IsPartOfAnother(own))];

    private IReadOnlyList<Indicator>? _main;

    /// <summary>The indicator of that id in this wave; null where the study has none.</summary>
    public Indicator? Find(string id) => Surveyed.FirstOrDefault(own => own.Id == id);

    /// <summary>The indicators whose ids begin so.</summary>
    public IReadOnlyList<Indicator> All(params IReadOnlyList<string> ids) => [.. ids.Select(Find).OfType<Indicator>()];

    /// <summary>The figure of an indicator in this wave.</summary>
    public ShownEstimate Shown(Indicator indicator) => Shown(indicator, Year);

    /// <summary>The figure of an indicator in a wave that could be estimated.</summary>
    public ShownEstimate Shown(Indicator indicator, string wave)
    {
        if (!_shown.TryGetValue((indicator, wave), out ShownEstimate? shown))
            _shown[(indicator, wave)] = shown = Show(Indicators[indicator.Id, wave]!.Estimate!);
        return shown;
    }

    /// <summary>An estimate as this report shows it.</summary>
    public ShownEstimate Show(Estimate estimate) => ShownEstimate.Of(estimate, Voice, Design.DegreesOfFreedom);

    /// <summary>The change of an indicator to this wave from the one before it; null where there is none.</summary>
    public Change? ChangeOf(Indicator indicator) => Indicators.Changes.FirstOrDefault(own => own.Indicator == indicator.Id && own.Change.To == Year).Change;

    /// <summary>What a column of the study is of whom an indicator is, so that figures of the same people are asked for together.</summary>
    public static string PopulationOf(Indicator indicator) => $"{indicator.Ages}|{indicator.Population}";

    /// <summary>What estimates of an indicator are of, by which they are told apart in a request of several.</summary>
    public string VariableOf(Indicator indicator) => IndicatorEstimator.StatisticOf(Study, indicator).Variable;

    /// <summary>The year of the figure of an indicator in this wave; null where it is not known.</summary>
    public int? YearOf(Indicator indicator) => Indicators[indicator.Id, Year]?.Figure?.Basis.Year;

    /// <summary>The heading of a column of figures: "率（%）", or of ratios that they are.</summary>
    /// <param name="indicators">Whose figures stand in it.</param>
    public string ValueHeading(params IReadOnlyList<Indicator> indicators) =>
        indicators.All(own => own.IsProportion) ? Voice.In("率（%）", "Rate (%)") : indicators.Any(own => own.IsProportion) ? Voice.In("率（%）或比值", "Rate (%) or ratio") : Voice.In("比值", "Ratio");

    /// <summary>The heading of their intervals.</summary>
    /// <param name="indicators">Whose intervals stand in it.</param>
    public string IntervalHeading(params IReadOnlyList<Indicator> indicators) => indicators.All(own => own.IsProportion) ? Voice.In($"{Voice.IntervalName}（%）", $"{Voice.IntervalName} (%)") : Voice.IntervalName;

    /// <summary>The design of those whom an indicator is of.</summary>
    public SurveyDesign DesignOf(Indicator indicator) => IndicatorEstimator.ConditionOf(indicator) is { } condition ? Design.Where(condition) : Design;

    private bool IsPartOfAnother(Indicator indicator) =>
        indicator.Id.StartsWith("literacy-", StringComparison.Ordinal) || (indicator.Id.StartsWith("smoking-", StringComparison.Ordinal) && indicator != (Find("smoking-current") ?? Surveyed.First(own => own.Id.StartsWith("smoking-", StringComparison.Ordinal))));

    private WaveData WaveOf(ReportKind kind)
    {
        WaveData[] possible = [.. Indicators.Data.Waves.Where(own => Indicators.Designs.Any(design => design.Wave == own.Wave.Id))];
        return kind == ReportKind.Baseline ? possible.FirstOrDefault(own => own.Wave.Role == "baseline") ?? possible[0] : possible[^1];
    }

    /// <summary>The columns and expressions that the study asks for, else the usual columns that it has; of the towns there is a table of their own.</summary>
    private IEnumerable<Variable> GroupVariables() =>
        Study.Report.By is { Count: > 0 } asked ? asked.Where(own => own.Name != TownColumn) : UsualGroups.Where(name => Table.Columns.Contains(name) && Table[name] is CategoryColumn).Select(name => (Variable)name);

    // clusters are places as towns are: few people each, and never ranked
    private GroupVariable GroupOf(Variable variable) =>
        new(variable.Name, variable, Labels.Title(Table, variable), Labels.Levels(Table, variable), IsPlace: Study.Design is { } design && design.Clusters.Contains(variable.Name));
}
