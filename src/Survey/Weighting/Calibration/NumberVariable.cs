namespace Survey;

/// <summary>A variable whose total is known, centred and in units of its spread, so that equations keep their digits.</summary>
/// <param name="Margin">That knows it.</param>
/// <param name="Values">Of each row, centred and scaled; 0 where its weight is 0.</param>
/// <param name="Centre">What was taken off.</param>
/// <param name="Spread">What it was divided by.</param>
internal sealed record NumberVariable(Margin Margin, double[] Values, double Centre, double Spread)
{
    /// <param name="table">The sample.</param>
    /// <param name="margin">Of a total or a mean.</param>
    /// <param name="weights">Rows of weight 0 do not count.</param>
    /// <param name="isCentred">Whether the number of people is met too, so that a centre may be taken off.</param>
    public static NumberVariable Of(Table table, Margin margin, double[] weights, bool isCentred)
    {
        double[] values = Read(table, margin, weights);
        double people = CompensatedSum.Sum(weights), centre = isCentred ? CompensatedSum.OfProducts(values, weights) / people : 0;
        var squares = new CompensatedSum();
        for (int row = 0; row < values.Length; row++)
            squares.Add(weights[row] == 0 ? 0 : Math.Abs(weights[row]) * (values[row] - centre) * (values[row] - centre));
        double spread = Math.Sqrt(squares.Value / people);
        if (!(spread > 1e-13 * Math.Abs(centre)))
            throw new SurveyDataException($"'{margin.Name}' is {Invariant.Short(centre)} in every row with a weight, so no weights can move its {(margin.IsPerPerson ? "mean" : "total")}; calibrate to the number of people instead.");
        for (int row = 0; row < values.Length; row++)
            values[row] = weights[row] == 0 ? 0 : (values[row] - centre) / spread;
        return new NumberVariable(margin, values, centre, spread);
    }

    /// <summary>The total, or the mean, that the scaled values shall have.</summary>
    /// <param name="people">How many there are; 1 where amounts are per person.</param>
    public double Target(double people) => (Margin.Cells[0].Amount - Centre * people) / Spread;

    /// <summary>Refuses a mean that no weights above 0 can have.</summary>
    /// <param name="weights">Rows of weight 0 do not count.</param>
    /// <param name="people">How many there are; 1 where amounts are per person, NaN where nobody knows.</param>
    public void RefuseOutside(double[] weights, double people)
    {
        double mean = Margin.IsPerPerson ? Margin.Cells[0].Amount : Margin.Cells[0].Amount / people;
        double[] values = [.. Values.Where((_, row) => weights[row] != 0).Select(value => Centre + Spread * value)];
        if (mean < values.Min() || mean > values.Max())
            throw new SurveyDataException($"The mean of '{Margin.Name}' in the population is {Invariant.Short(mean)}, and in the sample it is {Invariant.Short(values.Min())} to {Invariant.Short(values.Max())}, so no weights above 0 can meet it; see whether both have one unit, and whether the {(Margin.IsPerPerson ? "mean" : "total")} is right.");
    }

    private static double[] Read(Table table, Margin margin, double[] weights)
    {
        var binder = new Binder(table);
        Bound bound = binder.Number(margin.Variables[0].Of);
        double[] values = new double[table.RowCount];
        var missing = new RowList();
        foreach (Chunk chunk in table.Read(binder.Columns))
        {
            ReadOnlySpan<double> own = new Evaluation(chunk).Numbers(bound);
            own.CopyTo(values.AsSpan((int)chunk.FirstRow));
            for (int row = 0; row < own.Length; row++)
                if (double.IsNaN(own[row]))
                {
                    int at = (int)chunk.FirstRow + row;
                    values[at] = 0;
                    if (weights[at] != 0)
                        missing.Add(at);
                }
        }
        return missing.Count == 0 ? values : throw new RowException($"'{margin.Name}' is missing in {missing}; weights are calibrated by what is known of everybody, so fill it in, or leave those rows out with the reason noted.", missing.First);
    }
}
