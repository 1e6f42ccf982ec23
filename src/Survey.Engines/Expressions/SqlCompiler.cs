namespace Survey.Engines;

/// <summary>Writes expressions as SQL that gives what <see cref="Binder"/> and <see cref="Kernels"/> do.</summary>
/// <remarks>
/// The binder has checked the types and told the levels. What differs: overflow and underflow of + - * / are errors of PostgreSQL, not missing and 0; a remainder is rounded, but for DuckDB (see <see cref="Dialect.Remainder"/>);
/// exp, ln and sums may differ in their last digit.
/// </remarks>
/// <param name="binder">Knows the columns.</param>
/// <param name="dialect">Of the server.</param>
/// <param name="columnOf">The column of the database behind a column's name.</param>
/// <param name="parameters">Of the statement: texts are added to them where the dialect has parameters.</param>
internal sealed partial class SqlCompiler(Binder binder, Dialect dialect, Func<string, EngineColumn> columnOf, List<string> parameters)
{
    // the protocol of PostgreSQL counts them in two bytes
    private const int MostParameters = 65_535;

    private readonly Dictionary<Node, SqlCondition> _conditions = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Node, SqlNumber> _numbers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Node, SqlCategory> _categories = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>A condition that is surely true, and one that is surely false.</summary>
    public SqlCondition Condition(Expr expr) => Condition(expr.Node);

    /// <summary>A double, or NULL where it is missing; a flag counts as 1 and 0.</summary>
    public string Number(Expr expr) => Number(expr.Node);

    /// <summary>The condition that a flag or a number has a value.</summary>
    public string IsKnown(Expr expr) =>
        expr.Node switch
        {
            Node.Column column when TypeOf(column) == ColumnType.Flag => $"{Quoted(column)} IS NOT NULL",
            Node.Column column when TypeOf(column) == ColumnType.Number => dialect.HasNumber(Quoted(column), columnOf(column.Name).ServerType),
            _ => Missing(expr).False,
        };

    /// <summary>A double where it has a value, and anything elsewhere: what its rows are summed by needs no second test.</summary>
    public string KnownNumber(Expr expr) => expr.Node is Node.Column column && TypeOf(column) == ColumnType.Number ? dialect.ToDouble(Quoted(column)) : Number(expr);

    /// <summary>Of a category the index of its level, of a flag 0 or 1; NULL where it is missing.</summary>
    public string Code(Expr expr) =>
        TypeOf(expr.Node) == ColumnType.Flag ? OneOrZero(Condition(expr.Node), "1", "0", Sql.NoWhole) : Codes(expr.Node, [.. Enumerable.Range(0, LevelsOf(expr.Node).Count)]);

    /// <summary>Whether it is a date.</summary>
    public bool IsDate(Expr expr) => TypeOf(expr.Node) == ColumnType.Date;

    /// <summary>Of a date <see cref="DateOnly.DayNumber"/>, or NULL where it is missing.</summary>
    public string Day(Expr expr) => Day(expr.Node);

    /// <summary>Whether it has no value, of any type; always one or the other.</summary>
    public SqlCondition Missing(Expr expr) => Missing(expr.Node);

    /// <summary>The column in quotes, where the expression is a column of texts whose groups are its levels and NULL; null elsewhere.</summary>
    public string? RawColumn(Expr expr) => expr.Node is Node.Column column && IsText(column) && columnOf(column.Name).Blanks.Count == 0 ? Quoted(column) : null;

    private ColumnType? TypeOf(Node node) => VarietyOf(node)?.Type;

    private IReadOnlyList<string> LevelsOf(Node node) => VarietyOf(node)?.Levels ?? [];

    private Variety? VarietyOf(Node node) => binder.Bind(new Expr(node)).Variety;

    private string Quoted(Node.Column column) => dialect.Quote(columnOf(column.Name).Name);

    /// <summary>A text as a value, the same parameter each time.</summary>
    public string Text(string value)
    {
        if (_texts.TryGetValue(value, out string? text))
            return text;
        if (parameters.Count >= MostParameters)
            throw Sql.TooLong();
        return _texts[value] = dialect.Text(value, parameters);
    }

    private SqlCondition Missing(Node node) =>
        TypeOf(node) switch
        {
            null => SqlCondition.Always,
            ColumnType.Flag => Condition(node).IsMissing,
            ColumnType.Category => Category(node).Missing,
            ColumnType.Number => IsNull(Number(node)),
            _ => IsNull(Day(node)),
        };

    private static SqlCondition IsNull(string value) => new($"{value} IS NULL", $"{value} IS NOT NULL");

    /// <summary>Each part of a tree is written once, whoever asks for it.</summary>
    private static T Once<T>(Dictionary<Node, T> written, Node node, Func<Node, T> write)
    {
        if (!written.TryGetValue(node, out T? sql))
            written[node] = sql = write(node);
        return sql;
    }
}
