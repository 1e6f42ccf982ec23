namespace Survey.Monitoring.Reproducing;

/// <summary>The tables that R reads.</summary>
internal sealed class ReproductionTables(Reproduction reproduction)
{
    /// <summary>The names of their files, and what stands in them.</summary>
    public IEnumerable<(string File, Table Table)> All()
    {
        for (int wave = 0; wave < reproduction.Waves.Count; wave++)
            yield return (reproduction.Waves[wave].File, People(wave));
        foreach (ReproducedMargin margin in reproduction.Steps.SelectMany(step => step.Margins))
            yield return (margin.File, margin.Population);
        yield return ("figures.csv", Figures());
        if (reproduction.Changes.Count > 0)
            yield return ("changes.csv", Changes());
    }

    /// <summary>The analysis columns of a wave; a row without a weight has its PSU alone.</summary>
    private Table People(int index)
    {
        ReproducedWave wave = reproduction.Waves[index];
        double[] weights = wave.Weights;
        var columns = new List<(string, Column)> { ("wave", new CategoryColumn([.. Enumerable.Repeat(wave.Id, weights.Length)])) };
        if (reproduction.Units.HasStrata)
            columns.Add(("stratum", new NumberColumn(reproduction.Units.Strata(index))));
        if (reproduction.Units.HasClusters)
            columns.Add(("psu", new NumberColumn(reproduction.Units.Psus(index))));
        columns.Add(("weight", new NumberColumn(reproduction.KeepsFinalWeights ? wave.FinalWeights : weights)));
        columns.AddRange(reproduction.Steps.SelectMany(step => step.Margins).Select(margin => (margin.Column, (Column)new CategoryColumn(margin.Cells[index]))));
        foreach (ReproducedColumn column in reproduction.Domains.Concat(reproduction.Indicators.SelectMany(own => own.Columns)))
            columns.Add((column.Name, new NumberColumn([.. column.In(wave.People).Zip(weights, (value, weight) => weight == 0 ? double.NaN : value)])));
        return Table.FromColumns(columns).Take(wave.Rows);
    }

    private Table Figures()
    {
        double level = reproduction.Level;
        IReadOnlyList<ReproducedFigure> figures = reproduction.Figures;
        Interval[] intervals = [.. figures.Select(figure => figure.Estimate.Interval(level))];
        return Table.FromColumns([
            ("indicator", Texts(figures.Select(figure => figure.Of.Indicator.Id))),
            ("wave", Texts(figures.Select(figure => figure.Wave.Id))),
            ("estimate", Numbers(figures.Select(figure => figure.Estimate.Value))),
            ("se", Numbers(figures.Select(figure => figure.Estimate.StandardError))),
            ("low", Numbers(intervals.Select(interval => interval.Low))),
            ("high", Numbers(intervals.Select(interval => interval.High))),
            ("df", Numbers(figures.Select(figure => figure.Estimate.DegreesOfFreedom)))]);
    }

    private Table Changes()
    {
        (ReproducedIndicator Indicator, Change Change)[] changes = [.. reproduction.Changes.SelectMany(change => change.Of)];
        return Table.FromColumns([
            ("indicator", Texts(changes.Select(own => own.Indicator.Indicator.Id))),
            ("from", Texts(changes.Select(own => own.Change.From))),
            ("to", Texts(changes.Select(own => own.Change.To))),
            ("change", Numbers(changes.Select(own => own.Change.Difference.Value))),
            ("se", Numbers(changes.Select(own => own.Change.Difference.StandardError))),
            ("df", Numbers(changes.Select(own => own.Change.DegreesOfFreedom)))]);
    }

    private static CategoryColumn Texts(IEnumerable<string> texts) => new([.. texts]);

    private static NumberColumn Numbers(IEnumerable<double> numbers) => new([.. numbers]);
}
