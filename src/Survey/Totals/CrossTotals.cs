namespace Survey;

/// <summary>Totals of products of the terms with calibration variables, by domain: for each step of a calibration Σ d x u, d the weights before the step.</summary>
internal sealed class CrossTotals
{
    // 1 GiB
    private const long MostSums = 1L << 27;

    private readonly Request _request;
    private readonly Calibrations _calibrations;
    private readonly double[][] _sums;

    /// <param name="request">Whose slots are multiplied.</param>
    /// <param name="calibrations">The steps.</param>
    public CrossTotals(Request request, Calibrations calibrations)
    {
        (_request, _calibrations) = (request, calibrations);
        if (SizeFor(request) > MostSums)
            throw new SurveyDataException($"{Invariant.Count(request.Domains.Count)} domains with {request.SlotCount} totals each, by {Invariant.Count(calibrations.Steps.Sum(step => (long)step.Points.ColumnCount))} calibration variables, are more than {Invariant.Count(MostSums)} sums; ask for fewer domains or statistics at once.");
        _sums = [.. calibrations.Steps.Select(step => new double[(long)request.Domains.Count * request.SlotCount * step.Points.ColumnCount])];
    }

    /// <summary>How many private copies of the sums pay: four while they fit a core's cache.</summary>
    public int LanesThatPay => SizeFor(_request) * sizeof(double) <= 512 * 1024 ? 4 : 1;

    /// <summary>Σ d x u of a step, u the combination of slots that an estimate moves by.</summary>
    /// <param name="step">Its number.</param>
    /// <param name="domain">Of the estimate.</param>
    /// <param name="firstSlot">The first of its slots.</param>
    /// <param name="gradient">One a slot.</param>
    public double[] Of(int step, int domain, int firstSlot, double[] gradient)
    {
        int columns = _calibrations.Steps[step].Points.ColumnCount;
        double[] total = new double[columns];
        for (int j = 0; j < gradient.Length; j++)
        {
            ReadOnlySpan<double> own = _sums[step].AsSpan((domain * _request.SlotCount + firstSlot + j) * columns, columns);
            for (int k = 0; k < columns; k++)
                total[k] += gradient[j] * own[k];
        }
        return total;
    }

    public void Add(ChunkRows rows)
    {
        double[] values = Buffers.Rent<double>(rows.Count);
        for (int g = 0; g < _request.Groups.Count; g++)
            for (int j = 0; j < _request.Groups[g].SlotCount; j++)
            {
                rows.WriteSlot(g, j, 0, values.AsSpan(0, rows.Count));
                for (int s = 0; s < _sums.Length; s++)
                    Add(s, _request.FirstSlot[g] + j, rows, values.AsSpan(0, rows.Count));
            }
        Buffers.Return(values);
    }

    /// <summary>Adds the sums of another lane.</summary>
    public void Add(CrossTotals lane)
    {
        for (int s = 0; s < _sums.Length; s++)
            for (int k = 0; k < _sums[s].Length; k++)
                _sums[s][k] += lane._sums[s][k];
    }

    private void Add(int s, int slot, ChunkRows rows, ReadOnlySpan<double> values)
    {
        CalibrationStep step = _calibrations.Steps[s];
        double[] ratios = _calibrations.Ratios[s];
        int columns = step.Points.ColumnCount;
        ReadOnlySpan<int> numbers = rows.Numbers, domains = rows.Domains;
        for (int i = 0; i < numbers.Length; i++)
            if (values[i] != 0)
                step.Points.AddTo(_sums[s].AsSpan((domains[i] * _request.SlotCount + slot) * columns, columns), step.PointOfRow[numbers[i]], ratios[numbers[i]] * values[i]);
    }

    private static long SizeFor(Request request) =>
        request.Calibrations is { } calibrations ? calibrations.Steps.Sum(step => (long)request.Domains.Count * request.SlotCount * step.Points.ColumnCount) : 0;
}
