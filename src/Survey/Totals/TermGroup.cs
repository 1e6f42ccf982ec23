namespace Survey;

/// <summary>Terms that share their respondents: a row in which one of them is missing is out of all. Their totals follow the sum of weights of those rows.</summary>
internal sealed class TermGroup
{
    private readonly Bound[] _values;
    private readonly Term[] _terms;
    private readonly double[][] _centres;

    /// <param name="terms">What is summed.</param>
    /// <param name="domains">Number of domains.</param>
    /// <param name="binder">Of the request.</param>
    public TermGroup(IReadOnlyList<Term> terms, int domains, Binder binder)
    {
        _terms = [.. terms];
        _values = [.. _terms.Select(term => binder.Number(term.Of))];
        // of a term that is not centred 0 is taken off, in whatever domain
        _centres = [.. _terms.Select(term => term.Kind == TermKind.Centred ? Enumerable.Repeat(double.NaN, Math.Max(1, domains)).ToArray() : [0.0])];
    }

    /// <summary>The sum of weights, and one total for each term.</summary>
    public int SlotCount => 1 + _terms.Length;

    /// <summary>What was taken off each term in a domain.</summary>
    public double[] CentresOf(int domain) => [.. _centres.Select(centres => centres.Length == 1 ? centres[0] : centres[domain])];

    /// <summary>
    /// Takes the first value in each domain as its centre: a value of other people, or of nobody (weight 0), may be of another size altogether.
    /// </summary>
    /// <param name="evaluation">Of a chunk.</param>
    /// <param name="domains">Of its rows.</param>
    /// <param name="weights">Of its rows; empty where none is 0.</param>
    /// <returns>Whether each centred term has one in every domain.</returns>
    public bool FindCentres(Evaluation evaluation, ReadOnlySpan<int> domains, ReadOnlySpan<double> weights)
    {
        bool all = true;
        for (int k = 0; k < _terms.Length; k++)
            if (_terms[k].Kind == TermKind.Centred)
                all &= Centres.Find(evaluation.Numbers(_values[k]), domains, weights, _centres[k]);
        return all;
    }

    /// <summary>Takes 0 as the centre of domains in which no row counts.</summary>
    public void LeaveRestUncentred()
    {
        foreach (double[] centres in _centres)
            for (int domain = 0; domain < centres.Length; domain++)
                if (double.IsNaN(centres[domain]))
                    centres[domain] = 0;
    }

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
            if (centres.Length == 1)
                TermKernels.Distances(values, centres[0], weights, answered, slots[1 + k].AsSpan(at));
            else
                TermKernels.Distances(TermKernels.Shifted(values, domains, centres, rows.Buffer), 0, weights, answered, slots[1 + k].AsSpan(at));
        }
        TermKernels.Masked(weights, answered, slots[0].AsSpan(at));
        if (_terms.Length > 1)
            foreach (double[] slot in slots[1..])
                TermKernels.Masked(slot.AsSpan(at, answered.Length), answered, slot.AsSpan(at));
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
