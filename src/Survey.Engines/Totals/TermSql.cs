namespace Survey.Engines;

/// <summary>A group of terms as SQL: who answered it, and the values of its terms.</summary>
internal sealed class TermSql
{
    private readonly TermGroup _group;
    private readonly Dialect _dialect;
    private readonly DomainKeys _domains;
    private readonly SqlCondition?[] _indicators;
    private readonly string?[] _numbers;

    public TermSql(TermGroup group, Binder binder, Dialect dialect, SqlCompiler compiler, DomainKeys domains)
    {
        (_group, _dialect, _domains) = (group, dialect, domains);
        bool[] areIndicators = [.. group.Terms.Select(term => term.Kind == TermKind.Indicator)];
        bool[] areFlags = [.. group.Terms.Select(term => binder.Bind(term.Of).Type == ColumnType.Flag)];
        _numbers = [.. group.Terms.Select((term, k) => areIndicators[k] ? areFlags[k] ? null : compiler.Number(term.Of) : compiler.KnownNumber(term.Of))];
        _indicators = [.. group.Terms.Select((term, k) => !areIndicators[k] ? (SqlCondition?)null
            : areFlags[k] ? compiler.Condition(term.Of)
            : new SqlCondition(dialect.Sure($"{_numbers[k]} = {dialect.Number(1)}"), dialect.Sure($"{_numbers[k]} = {dialect.Number(0)}")))];
        Answered = string.Join(" AND ", group.Terms.Select((term, k) => _indicators[k] is { } flag && !areFlags[k] ? $"({flag.True} OR {flag.False})" : compiler.IsKnown(term.Of)).Distinct());
        Odd = [.. Enumerable.Range(0, _numbers.Length).Where(k => areIndicators[k] && _numbers[k] is not null).Select(k => (group.Terms[k].Of, $"max(CASE WHEN {_numbers[k]} IS NOT NULL AND {_numbers[k]} <> {dialect.Number(0)} AND {_numbers[k]} <> {dialect.Number(1)} THEN {_numbers[k]} END)"))];
    }

    /// <summary>The condition that no term is missing.</summary>
    public string Answered { get; }

    /// <summary>For each indicator of numbers an aggregate that is one of its values other than 0 and 1, if there is any.</summary>
    public IReadOnlyList<(Expr Of, string Aggregate)> Odd { get; }

    /// <summary>The one indicator that the group is, or null.</summary>
    public SqlCondition? Indicator => _group.IsIndicator ? _indicators[0] : null;

    /// <summary>What a term adds to a total, but for the weight: y - c, of rows that answered.</summary>
    /// <param name="term">From 0.</param>
    public string Value(int term) => Value(term, OfDomains(domain => _group.CentresOf(domain)[term]));

    /// <summary>The same about other centres, one for each domain.</summary>
    public string Value(int term, IReadOnlyList<double> centres)
    {
        string value = Distance(term, centres);
        return _group.Terms[term].Within ? If(_indicators[term - 1]!.Value.True, value) : value;
    }

    /// <summary>What products are made of: y - c less the shift.</summary>
    public string Shifted(int term) => Less(Distance(term, OfDomains(domain => _group.CentresOf(domain)[term])), OfDomains(domain => _group.ShiftOf(term, domain)));

    /// <summary>A number that each domain has its own of.</summary>
    public string Choose(IReadOnlyList<double> ofDomains) => _domains.Choose(ofDomains);

    /// <summary>The sum of a value over the rows of which a condition holds.</summary>
    public string Sum(string condition, string value) => _dialect.SumWhere(condition, value);

    /// <summary>A value where a condition holds, else 0.</summary>
    public string If(string condition, string value) => $"CASE WHEN {condition} THEN {value} ELSE {_dialect.Number(0)} END";

    private string Distance(int term, IReadOnlyList<double> centres)
    {
        if (_indicators[term] is { } flag)
            return If(flag.True, _dialect.Number(1));
        string value = Less(_numbers[term]!, centres);
        return _group.Terms[term].Kind == TermKind.CentredSquare ? $"({value} * {value})" : value;
    }

    private string Less(string value, IReadOnlyList<double> centres) => centres.All(centre => centre == 0) ? value : $"({value} - {_domains.Choose(centres)})";

    private double[] OfDomains(Func<int, double> value) => [.. Enumerable.Range(0, _domains.Count).Select(value)];
}
