namespace Survey;

/// <summary>Terms that share their respondents: a row in which one of them is missing is out of all. Their totals follow the sum of weights of those rows.</summary>
internal sealed class TermGroup
{
    private readonly Bound[] _values;
    private readonly Term[] _terms;
    private readonly double[][] _centres, _shifts;

    /// <param name="terms">What is summed.</param>
    /// <param name="domains">Number of domains.</param>
    /// <param name="binder">Of the request.</param>
    public TermGroup(IReadOnlyList<Term> terms, int domains, Binder binder)
    {
        _terms = [.. terms];
        _values = [.. _terms.Select(term => binder.Number(term.Of))];
        // of a term that is not centred 0 is taken off, in whatever domain
        _centres = [.. _terms.Select(term => term.Kind == TermKind.Centred ? Unknown() : [0.0])];
        for (int k = 1; k < _terms.Length; k++)
            if (_terms[k].Kind is TermKind.Centred or TermKind.CentredSquare)
                _centres[k] = _centres[Array.IndexOf(_values, _values[k])]; // terms of one variable share a centre
        ProductCount = _terms switch
        {
            [{ Kind: TermKind.Indicator }] => 0,
            [_] => 1,
            [_, _] => 3,
            _ => 0,
        };
        _shifts = [.. _terms.Select(term => term.Kind == TermKind.Number && ProductCount > 0 ? Unknown() : [0.0])];

        double[] Unknown() => [.. Enumerable.Repeat(double.NaN, Math.Max(1, domains))];
    }

    /// <summary>How many products of its terms are summed for second moments: all pairs of at most two terms; none of one indicator, which is its own square.</summary>
    public int ProductCount { get; }

    /// <summary>The sum of weights, and one total for each term.</summary>
    public int SlotCount => 1 + _terms.Length;

    /// <summary>What was taken off each term in a domain.</summary>
    public double[] CentresOf(int domain) => [.. _centres.Select(centres => In(domain, centres))];

    /// <summary>What is taken off a term, beside its centre, before products are made of it: of numbers that are not centred, a value near those of the domain.</summary>
    public double ShiftOf(int term, int domain) => In(domain, _shifts[term]);

    /// <summary>Takes that off the values of a term.</summary>
    public void Shift(int term, ReadOnlySpan<int> domains, Span<double> values)
    {
        double[] shifts = _shifts[term];
        if (shifts.Length > 1)
            TermKernels.Shifted(values, domains, shifts, values);
        else if (shifts[0] != 0)
            for (int i = 0; i < values.Length; i++)
                values[i] -= shifts[0];
    }

    /// <summary>
    /// Takes the first value in each domain as its centre, or shift: a value of other people, or of nobody (weight 0), may be of another size altogether.
    /// </summary>
    /// <param name="evaluation">Of a chunk.</param>
    /// <param name="domains">Of its rows.</param>
    /// <param name="weights">Of its rows; empty where none is 0.</param>
    /// <returns>Whether each term has one in every domain.</returns>
    public bool FindCentres(Evaluation evaluation, ReadOnlySpan<int> domains, ReadOnlySpan<double> weights)
    {
        bool all = true;
        for (int k = 0; k < _terms.Length; k++)
            foreach (double[] lacking in (double[][])[_centres[k], _shifts[k]])
                if (Array.Exists(lacking, double.IsNaN))
                    all &= Centres.Find(evaluation.Numbers(_values[k]), domains, weights, lacking);
        return all;
    }

    /// <summary>Takes 0 as the shift of domains that have none yet: it saves digits of design effects only, and is not worth a pass over all rows.</summary>
    public void LeaveRestUnshifted() => LeaveRest(_shifts);

    /// <summary>Takes 0 as the centre of domains in which no row counts.</summary>
    public void LeaveRestUncentred() => LeaveRest(_centres);

    /// <summary>Writes w and w(y - c) of the rows named, 0 where a term is missing; says who answered.</summary>
    /// <param name="evaluation">Of the chunk.</param>
    /// <param name="rows">Rows of the chunk.</param>
    /// <param name="domains">Of those rows.</param>
    /// <param name="weights">Of those rows.</param>
    /// <param name="answered">Set to -1 (all bits) where no term is missing, else 0.</param>
    /// <param name="slots">One array for each slot.</param>
    /// <param name="at">Where in those arrays the first of the rows stands.</param>
    public void Fill(Evaluation evaluation, TakenRows rows, ReadOnlySpan<int> domains, ReadOnlySpan<double> weights, Span<long> answered, ReadOnlySpan<double[]> slots, int at)
    {
        answered.Fill(-1);
        for (int k = 0; k < _terms.Length; k++)
        {
            ReadOnlySpan<double> values = rows.Of(evaluation.Numbers(_values[k]));
            if (_terms[k].Kind == TermKind.Indicator && !TermKernels.AreIndicators(values))
                throw NoIndicator(_terms[k].Of, values, rows, evaluation.Chunk.FirstRow);
            double[] centres = _centres[k];
            ReadOnlySpan<double> own = _terms[k].Within ? slots[k].AsSpan(at, weights.Length) : weights; // of the term before: w where it is 1
            if (_terms[k].Kind == TermKind.CentredSquare)
                TermKernels.Distances(TermKernels.Squares(TermKernels.Shifted(values, domains, centres, rows.Buffer), rows.Buffer), 0, own, answered, slots[1 + k].AsSpan(at));
            else if (centres.Length == 1)
                TermKernels.Distances(values, centres[0], own, answered, slots[1 + k].AsSpan(at));
            else
                TermKernels.Distances(TermKernels.Shifted(values, domains, centres, rows.Buffer), 0, own, answered, slots[1 + k].AsSpan(at));
        }
        TermKernels.Masked(weights, answered, slots[0].AsSpan(at));
        if (_terms.Length > 1)
            foreach (double[] slot in slots[1..])
                TermKernels.Masked(slot.AsSpan(at, answered.Length), answered, slot.AsSpan(at));
    }

    private static double In(int domain, double[] values) => values.Length == 1 ? values[0] : values[domain];

    private static void LeaveRest(double[][] unknown)
    {
        foreach (double[] values in unknown)
            for (int domain = 0; domain < values.Length; domain++)
                if (double.IsNaN(values[domain]))
                    values[domain] = 0;
    }

    private static SurveyDataException NoIndicator(Expr of, ReadOnlySpan<double> values, TakenRows rows, long firstRow)
    {
        int odd = 0;
        while (values[odd] is 0 or 1 or double.NaN)
            odd++;
        return new SurveyDataException(
            $"'{of}' is {Invariant.Text(values[odd])} in row {firstRow + rows.Row(odd) + 1}, where a proportion takes true and false or 0 and 1; write a condition such as {of} = 1, or declare other codes as missing.");
    }
}
