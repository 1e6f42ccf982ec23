namespace Survey;

/// <summary>What may be summed.</summary>
internal enum TermKind
{
    /// <summary>Numbers as they are.</summary>
    Number,

    /// <summary>Numbers less a fixed centre, the variable's first value, so that a large mean does not drown small differences.</summary>
    Centred,

    /// <summary>0 or 1: a flag, or numbers that are nothing else.</summary>
    Indicator,
}

/// <summary>A variable whose weighted total is asked for.</summary>
internal readonly record struct Term(Expr Of, TermKind Kind);

/// <summary>Terms that share their respondents: a row in which one of them is missing is out of all. Their totals follow the sum of weights of those rows.</summary>
internal sealed class TermGroup
{
    private readonly Bound[] _values;
    private readonly Term[] _terms;
    private readonly bool[] _hasCentre;

    public TermGroup(IReadOnlyList<Term> terms, Binder binder)
    {
        _terms = [.. terms];
        _values = [.. _terms.Select(term => binder.Number(term.Of))];
        Centres = new double[_terms.Length];
        _hasCentre = [.. _terms.Select(term => term.Kind != TermKind.Centred)];
    }

    /// <summary>What was taken off each term.</summary>
    public double[] Centres { get; }

    /// <summary>The sum of weights, and one total for each term.</summary>
    public int SlotCount => 1 + _terms.Length;

    /// <summary>Takes the first value of each centred term as its centre; false if one has none yet.</summary>
    public bool FindCentres(Evaluation evaluation)
    {
        for (int k = 0; k < _terms.Length; k++)
            if (!_hasCentre[k])
                foreach (double value in evaluation.Numbers(_values[k]))
                    if (!double.IsNaN(value))
                    {
                        (Centres[k], _hasCentre[k]) = (value, true);
                        break;
                    }
        return _hasCentre.All(has => has);
    }

    /// <summary>Writes w and w(y - c) of the rows named, 0 where a term is missing; says who answered.</summary>
    /// <param name="evaluation">Of the chunk.</param>
    /// <param name="rows">Rows of the chunk.</param>
    /// <param name="weights">Of those rows.</param>
    /// <param name="answered">Set to -1 (all bits) where no term is missing, else 0.</param>
    /// <param name="slots">One array for each slot.</param>
    /// <param name="at">Where in those arrays the first of the rows stands.</param>
    public void Fill(Evaluation evaluation, TakenRows rows, ReadOnlySpan<double> weights, Span<long> answered, ReadOnlySpan<double[]> slots, int at)
    {
        answered.Fill(-1);
        for (int k = 0; k < _terms.Length; k++)
        {
            ReadOnlySpan<double> values = rows.Of(evaluation.Numbers(_values[k]));
            if (_terms[k].Kind == TermKind.Indicator && !TermKernels.AreIndicators(values))
                throw NoIndicator(_terms[k].Of, values, rows, evaluation.Chunk.FirstRow);
            TermKernels.Distances(values, Centres[k], weights, answered, slots[1 + k].AsSpan(at));
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
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"'{of}' is {values[odd]:R} in row {firstRow + rows.Row(odd) + 1}, where a proportion takes true and false or 0 and 1; write a condition such as {of} = 1, or declare other codes as missing."));
    }
}
