using Survey.Monitoring;

namespace Survey.Reporting.Charts;

/// <summary>What tells estimates apart, as the rows and the series of a chart.</summary>
internal sealed class EstimateKeys
{
    private readonly Dictionary<(string Series, string Row), Estimate> _all = [];
    private readonly HashSet<(string Variable, string Label)> _shared;
    private readonly Language _language;
    private readonly bool _severalNames, _hasCategories;

    public EstimateKeys(Estimate[] estimates, Language language)
    {
        _language = language;
        _severalNames = estimates.Select(NameOf).Distinct().Count() > 1;
        _shared = [.. estimates.SelectMany(estimate => estimate.Domain).Distinct().GroupBy(level => (level.Variable, level.Label)).Where(levels => levels.Count() > 1).Select(levels => levels.Key)];
        _hasCategories = estimates.Any(estimate => estimate.Category is not null);
        Name = string.Join(", ", estimates.Select(NameOf).Distinct());
        Variables = string.Join(", ", estimates[0].Domain.Select(level => level.Variable));
        RowTitle = estimates[0].Domain.Count > 0 ? estimates[0].Domain[^1].Variable : "";
        foreach (Estimate estimate in estimates)
            _all[(SeriesOf(estimate), RowOf(estimate))] = estimate;
        Rows = [.. estimates.Select(RowOf).Distinct()];
        Series = [.. estimates.Select(SeriesOf).Distinct()];
    }

    /// <summary>What was estimated: "proportion of smoker".</summary>
    public string Name { get; }

    /// <summary>What the rows are: the last variable that splits, or nothing.</summary>
    public string RowTitle { get; }

    /// <summary>All variables that split.</summary>
    public string Variables { get; }

    /// <summary>The rows in order.</summary>
    public IReadOnlyList<string> Rows { get; }

    /// <summary>The series in order; one without a name where nothing else tells estimates apart.</summary>
    public IReadOnlyList<string> Series { get; }

    /// <summary>Whether every person is in one estimate at the most.</summary>
    public bool IsDisjoint => !_severalNames && !_hasCategories;

    /// <summary>The estimate of a row and series; null where there is none.</summary>
    public Estimate? Find(string series, string row) => _all.GetValueOrDefault((series, row));

    /// <summary>All that tells one from the others: "women, 15-24".</summary>
    public string LabelOf(Estimate estimate) => Parts(estimate) is { Length: > 0 } parts ? string.Join(", ", parts) : NameOf(estimate);

    private string RowOf(Estimate estimate) => Parts(estimate) is { Length: > 0 } parts ? parts[^1] : NameOf(estimate);

    private string SeriesOf(Estimate estimate) => string.Join(", ", Parts(estimate).SkipLast(1));

    private string[] Parts(Estimate estimate) =>
    [
        .. _severalNames ? [NameOf(estimate)] : (string[])[],
        .. _hasCategories ? [estimate.Category ?? ""] : (string[])[],
        .. estimate.Domain.Select(level => _shared.Contains((level.Variable, level.Label)) ? $"{level.Label} ({level.Level})" : level.Label), // two levels of one label would fall together
    ];

    private string NameOf(Estimate estimate) => _language == Language.English ? $"{estimate.Statistic} of {estimate.Variable}" : $"{estimate.Variable}的{Chinese(estimate.Statistic)}";

    private static string Chinese(string statistic) =>
        statistic switch { "proportion" => "率", "standardized proportion" => "标化率", "mean" => "均值", "standardized mean" => "标化均值", "total" => "总数", "ratio" => "比值", "variance" => "方差", "standard deviation" => "标准差", _ => statistic };
}
