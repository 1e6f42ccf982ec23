namespace Survey.Monitoring.Evaluating;

/// <summary>Puts figures that were printed before beside the study's own, or in the place of those it has no data of.</summary>
internal sealed class PublishedFigures(Study study, List<IndicatorFigure> figures, FigureSet set)
{
    public void Add()
    {
        foreach (PublishedFigure published in study.Evaluation.Published)
            if (study.Waves.Any(wave => wave.Id == published.Wave))
                Beside(published);
            else if (study.Evaluation.Indicators.FirstOrDefault(own => own.Id == published.Indicator) is { } indicator)
            {
                Figure figure = FigureOf(published);
                set.Add(figure);
                figures.Add(new IndicatorFigure(indicator, published.Wave, figure, null, null));
            }
    }

    private void Beside(PublishedFigure published)
    {
        int at = figures.FindIndex(own => own.Indicator.Id == published.Indicator && own.Wave == published.Wave && own.Figure is not null);
        if (at < 0)
            return;
        Figure figure = figures[at].Figure! with { Confirmed = new ConfirmedFigure(published.Value, published.ConfirmedBy ?? published.Document, published.Document) };
        set.Replace(figures[at].Figure!, figure);
        figures[at] = figures[at] with { Figure = figure };
    }

    private static Figure FigureOf(PublishedFigure published) => new()
    {
        Indicator = published.Indicator,
        Of = published.Wave,
        Source = FigureSource.Published,
        Value = (double)published.Value,
        Printed = published.Value,
        StandardError = ErrorOf(published),
        Respondents = published.Respondents,
        PrintedInterval = published.Interval,
        Basis = published.Basis,
        Document = published.Document,
    };

    /// <summary>As given, or from people and design effect, or from the interval: on the scale of the log odds where it is symmetric there.</summary>
    private static double ErrorOf(PublishedFigure published)
    {
        double p = (double)published.Value;
        if (published.StandardError is { } given)
            return given;
        if (published is { Respondents: { } n, DesignEffect: { } deff })
            return Math.Sqrt(deff * p * (1 - p) / n);
        if (published.Interval is not var (low, high))
            return double.NaN;
        double z = Normal.UpperQuantile(0.025);
        bool isLogit = low > 0 && high < 1 && Math.Abs(Logit(low) + Logit(high) - 2 * Logit(p)) * p * (1 - p) < Math.Abs(low + high - 2 * p);
        return isLogit ? (Logit(high) - Logit(low)) / (2 * z) * p * (1 - p) : (high - low) / (2 * z);
    }

    private static double Logit(double p) => Math.Log(p / (1 - p));
}
