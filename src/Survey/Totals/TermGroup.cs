namespace Survey;

/// <summary>Terms that share their respondents: a row in which one of them is missing is out of all. Their totals follow the sum of weights of those rows.</summary>
internal sealed class TermGroup
{
    private readonly Bound[] _values;
    private readonly Bound? _flag;
    private readonly Term[] _terms;
    private readonly double[][] _centres, _shifts;
    private readonly double[] _first;

    /// <param name="terms">What is summed.</param>
    /// <param name="domains">Number of domains.</param>
    /// <param name="binder">Of the request.</param>
    public TermGroup(IReadOnlyList<Term> terms, int domains, Binder binder)
    {
        _terms = [.. terms];
        _values = [.. _terms.Select(term => binder.Number(term.Of))];
        if (IsIndicator && binder.Bind(_terms[0].Of) is { Type: ColumnType.Flag } flag)
            _flag = flag;
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
        _first = [.. _terms.Select(_ => double.NaN)];
        _shifts = [.. _terms.Select(term => term.Kind == TermKind.Number && ProductCount > 0 ? Unknown() : [0.0])];

        double[] Unknown() => [.. Enumerable.Repeat(double.NaN, Math.Max(1, domains))];
    }

    /// <summary>Whether it is one variable that is 0, 1 or missing: a row adds its weight to one of three sums.</summary>
    public bool IsIndicator => _terms is [{ Kind: TermKind.Indicator }];

    /// <summary>What is summed.</summary>
    public IReadOnlyList<Term> Terms => _terms;

    /// <summary>How many numbers are prepared of each row.</summary>
    public int NumbersOfRow => IsIndicator ? 0 : SlotCount;

    /// <summary>How many products of its terms are summed for second moments: all pairs of at most two terms; none of one indicator, which is its own square.</summary>
    public int ProductCount { get; }

    /// <summary>The sum of weights, and one total for each term.</summary>
    public int SlotCount => 1 + _terms.Length;

    /// <summary>What was taken off each term in a domain.</summary>
    public double[] CentresOf(int domain) => [.. _centres.Select(centres => In(domain, centres))];

    /// <summary>What is taken off a term, beside its centre, before products are made of it: of numbers that are not centred, a value near those of the domain.</summary>
    public double ShiftOf(int term, int domain) => In(domain, _shifts[term]);

    /// <summary>Whether a value near those of a domain is yet to be found.</summary>
    public bool LacksCentres => _centres.Concat(_shifts).Any(values => Array.Exists(values, double.IsNaN));

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
                    all &= Centres.Find(evaluation.Numbers(_values[k]), domains, weights, lacking, ref _first[k]);
        return all;
    }

    /// <summary>Moves the centre of a term in a domain; of numbers of which products are summed the shift.</summary>
    /// <param name="term">From 0.</param>
    /// <param name="domain">The domain.</param>
    /// <param name="by">How far.</param>
    public void Move(int term, int domain, double by)
    {
        (_terms[term].Kind == TermKind.Centred ? _centres : _shifts)[term][domain] += by;
    }

    /// <summary>Takes one value as the centre, or shift, of a term in all domains.</summary>
    /// <param name="valueNear">Gives a value near those of a variable; NaN where there is none.</param>
    public void CentreAlike(Func<Expr, double> valueNear)
    {
        for (int k = 0; k < _terms.Length; k++)
            if (Array.Exists(_centres[k], double.IsNaN) || Array.Exists(_shifts[k], double.IsNaN))
                _first[k] = valueNear(_terms[k].Of);
        LeaveRestUncentred();
    }

    /// <summary>Takes the first value that counts in whatever domain as the centre, or shift, of domains that have none yet; 0 where there is none.</summary>
    public void LeaveRestUncentred()
    {
        for (int k = 0; k < _terms.Length; k++)
            foreach (double[] values in (double[][])[_centres[k], _shifts[k]])
                for (int domain = 0; domain < values.Length; domain++)
                    if (double.IsNaN(values[domain]))
                        values[domain] = double.IsNaN(_first[k]) ? 0 : _first[k];
    }

    /// <summary>The column whose bytes are the states of the indicator as they stand: 0 false, 1 true, 2 missing; or null.</summary>
    public Bound? StateColumn => _flag is { IsColumn: true } ? _flag : null;

    /// <summary>Writes the states of the indicator: 0 false, 1 true, 2 missing.</summary>
    /// <param name="values">Of a block.</param>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="states">Of those rows.</param>
    public void FillStates(BlockValues values, TakenRows rows, Span<byte> states)
    {
        if (_flag is not null)
        {
            rows.Copy(values.Flags(_flag), states);
            return;
        }
        ReadOnlySpan<double> numbers = rows.Of(values.Numbers(_values[0]));
        if (!StateKernels.FromNumbers(numbers, states))
            throw NoIndicator(_terms[0].Of, numbers, rows, values.FirstRow);
    }

    /// <summary>Writes w(y - c) of each term, 0 where one of them is missing, and y - c less its shift; says who answered.</summary>
    /// <param name="values">Of a block.</param>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="domains">Of those rows.</param>
    /// <param name="weights">Of those rows.</param>
    /// <param name="block">What is written, all of the rows.</param>
    public void FillNumbers(BlockValues values, TakenRows rows, ReadOnlySpan<int> domains, ReadOnlySpan<double> weights, TermBlock block)
    {
        Span<long> answered = block.Answered;
        answered.Fill(-1);
        for (int k = 0; k < _terms.Length; k++)
        {
            ReadOnlySpan<double> numbers = rows.Of(values.Numbers(_values[k]));
            if (_terms[k].Kind == TermKind.Indicator && !TermKernels.AreIndicators(numbers))
                throw NoIndicator(_terms[k].Of, numbers, rows, values.FirstRow);
            Span<double> distances = block.Distances(k);
            TermKernels.Shifted(numbers, domains, _centres[k], distances);
            if (_terms[k].Kind == TermKind.CentredSquare)
                TermKernels.Squares(distances, distances);
            TermKernels.Products(distances, _terms[k].Within ? block.Products(k - 1) : weights, answered, block.Products(k)); // of the term before: w where it is 1
        }
        for (int k = 0; k < _terms.Length && _terms.Length > 1; k++)
            TermKernels.Masked(block.Products(k), answered, block.Products(k));
        for (int k = 0; k < _terms.Length && ProductCount > 0; k++)
        {
            if (_shifts[k] is not [0.0])
                TermKernels.Shifted(block.Distances(k), domains, _shifts[k], block.Distances(k));
            TermKernels.Masked(block.Distances(k), answered, block.Distances(k));
        }
        StateKernels.FromAnswers(answered, block.States);
    }

    private static double In(int domain, double[] values) => values.Length == 1 ? values[0] : values[domain];

    private static SurveyDataException NoIndicator(Expr of, ReadOnlySpan<double> values, TakenRows rows, long firstRow)
    {
        int odd = 0;
        while (values[odd] is 0 or 1 or double.NaN)
            odd++;
        return NoIndicator(of, values[odd], $"row {firstRow + rows.Row(odd) + 1}");
    }

    /// <summary>Says that numbers are no indicator.</summary>
    /// <param name="of">The numbers.</param>
    /// <param name="odd">One that is neither 0 nor 1.</param>
    /// <param name="place">Where.</param>
    public static SurveyDataException NoIndicator(Expr of, double odd, string place) =>
        new($"'{of}' is {Invariant.Text(odd)} in {place}, where a proportion takes true and false or 0 and 1; write a condition such as {of} = 1, or declare other codes as missing.");
}
