using System.Globalization;
using Survey.Monitoring.Evaluating;

namespace Survey.Monitoring.Reproducing;

/// <summary>A figure of the study that R makes again.</summary>
/// <param name="Of">The indicator.</param>
/// <param name="Wave">The wave.</param>
/// <param name="Estimate">What the study has.</param>
internal sealed record ReproducedFigure(ReproducedIndicator Of, ReproducedWave Wave, Estimate Estimate);

/// <summary>Chooses the figures that R makes again, and says of all others why not.</summary>
/// <param name="indicators">All figures.</param>
/// <param name="waves">Of the survey.</param>
/// <param name="names">That are taken.</param>
/// <param name="leftOut">Where it is said what is left out.</param>
internal sealed class FigureChoice(StudyIndicators indicators, IReadOnlyList<ReproducedWave> waves, RNames names, List<string> leftOut)
{
    private readonly Dictionary<string, ReproducedColumn> _domains = new(StringComparer.Ordinal);
    private readonly StrataOfGroup _strata = new(waves, indicators.Data.Study.Design?.LonelyPsu ?? LonelyPsu.Fail);

    /// <summary>Indicator by indicator, wave by wave.</summary>
    public IReadOnlyList<ReproducedFigure> Chosen() => [.. indicators.Data.Study.Evaluation.Indicators.SelectMany(Of)];

    private IEnumerable<ReproducedFigure> Of(Indicator indicator)
    {
        IndicatorFigure[] figures = [.. indicators.Figures.Where(figure => figure.Indicator.Id == indicator.Id)];
        string? why = indicator.Source != IndicatorSource.Survey ? "it comes from records, not from the survey"
            : indicator.Standard is not null ? "it is standardized directly, and standardized rates are not made again here"
            : null;
        ReproducedIndicator? named = null;
        if (why is null && figures.Any(HasEstimate) && !_strata.IsCountedAlike(named = Named(indicator)))
            why = "a stratum has nobody of its group, which R's rule for strata of one PSU counts otherwise";
        if (why is not null)
        {
            leftOut.Add($"{indicator.Id}: {why}");
            return [];
        }
        foreach (IndicatorFigure figure in figures.Where(figure => !HasEstimate(figure)))
            leftOut.Add($"{indicator.Id}, {figure.Wave}: {(figure.Missing is { } missing ? missing.English ?? missing.Chinese : "printed before, and the study has no data of it")}");
        return figures.Where(HasEstimate).Select(figure => new ReproducedFigure(named!, waves.First(wave => wave.Id == figure.Wave), figure.Estimate!));
    }

    private static bool HasEstimate(IndicatorFigure figure) => figure.Estimate is { } estimate && !double.IsNaN(estimate.Value);

    private ReproducedIndicator Named(Indicator indicator)
    {
        ReproducedColumn column(string part, string of) => new(names.Of($"{indicator.Id}{part}", $"indicator{part}"), Expr.Parse(of));
        ReproducedColumn[] columns = indicator.Numerator is { } numerator ? [column(".numerator", numerator), column(".denominator", indicator.Denominator!)] : [column("", indicator.Event!)];
        return new ReproducedIndicator(indicator, columns, DomainOf(indicator));
    }

    /// <summary>Indicators of the same people have one column of their domain.</summary>
    private ReproducedColumn? DomainOf(Indicator indicator)
    {
        if (IndicatorEstimator.ConditionOf(indicator) is not { } condition)
            return null;
        string text = condition.ToString();
        if (!_domains.TryGetValue(text, out ReproducedColumn? domain))
        {
            string name = indicator is { Ages: { } ages, Population: null }
                ? names.Of($"aged_{ages.First}_{ages.Last?.ToString(CultureInfo.InvariantCulture) ?? "up"}", "aged")
                : names.Of($"{indicator.Id}.people", "people");
            _domains.Add(text, domain = new ReproducedColumn(name, condition));
        }
        return domain;
    }
}
