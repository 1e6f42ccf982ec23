namespace Survey.Engines;

internal sealed partial class SqlCompiler
{
    private SqlCondition Compare(Node.Compare node)
    {
        ColumnType? left = TypeOf(node.Left), right = TypeOf(node.Right);
        if (left is null || right is null)
            return SqlCondition.Missing;
        if (node.Left is Node.Text && node.Right is not Node.Text)
            return Compare(new Node.Compare(Binder.Turned(node.Op), node.Right, node.Left));
        return (left, right) switch
        {
            (ColumnType.Number, _) => Compare(node.Op, Number(node.Left), Number(node.Right)),
            (ColumnType.Date, _) => Compare(node.Op, Day(node.Left), DayOrText(node.Right)),
            (ColumnType.Flag, _) => CompareFlags(node.Op, Condition(node.Left), Condition(node.Right)),
            _ when node.Right is Node.Text text => CompareLevel(node, text.Value),
            _ => CompareCategories(node),
        };
    }

    // of values that are there, one comparison or its contrary holds
    private SqlCondition Compare(Comparison op, string left, string right) =>
        Leaf($"{left} {NodeText.Symbol(op)} {right}", $"{left} {NodeText.Symbol(Contrary(op))} {right}");

    private static Comparison Contrary(Comparison op) =>
        op switch
        {
            Comparison.Equal => Comparison.NotEqual,
            Comparison.NotEqual => Comparison.Equal,
            Comparison.Less => Comparison.GreaterOrEqual,
            Comparison.LessOrEqual => Comparison.Greater,
            Comparison.Greater => Comparison.LessOrEqual,
            _ => Comparison.Less,
        };

    private static SqlCondition CompareFlags(Comparison op, SqlCondition left, SqlCondition right)
    {
        var same = new SqlCondition(
            Sql.Or([Sql.And([left.True, right.True]), Sql.And([left.False, right.False])]),
            Sql.Or([Sql.And([left.True, right.False]), Sql.And([left.False, right.True])]));
        return op == Comparison.Equal ? same : same.Not;
    }

    private SqlCondition CompareLevel(Node.Compare node, string text)
    {
        IReadOnlyList<string> levels = LevelsOf(node.Left);
        int code = Binder.IndexOf(levels, text);
        bool[] holds = [.. Enumerable.Range(0, levels.Count).Select(level => Kernels.Holds(node.Op, code < 0 ? 1 : level.CompareTo(code)))];
        return AreAmong(Category(node.Left), holds);
    }

    private static SqlCondition AreAmong(SqlCategory category, bool[] codes) =>
        new(category.Among(codes), category.Among([.. codes.Select(isAmong => !isAmong)]));

    private SqlCondition CompareCategories(Node.Compare node)
    {
        if (node is { Op: Comparison.Equal or Comparison.NotEqual, Left: Node.Column left, Right: Node.Column right } && IsText(left) && IsText(right))
            return CompareTexts(node.Op, left, right);
        IReadOnlyList<string> levels = LevelsOf(node.Left);
        // codes of the right side in the left side's numbering; -2 is no level of the left side and equals nothing
        int[] recoded = [.. LevelsOf(node.Right).Select(level => Binder.IndexOf(levels, level) is var code and >= 0 ? code : -2)];
        return Compare(node.Op, Codes(node.Left, [.. Enumerable.Range(0, levels.Count)]), Codes(node.Right, recoded));
    }

    /// <summary>Two columns as they stand, whose levels may be too many to list.</summary>
    private SqlCondition CompareTexts(Comparison op, Node.Column left, Node.Column right)
    {
        SqlCondition compared = Compare(op, Quoted(left), Quoted(right));
        string known = Sql.And([Category(left).Missing.False, Category(right).Missing.False]);
        return new(Sql.And([compared.True, known]), Sql.And([compared.False, known]));
    }

    private SqlCondition OneOf(Node.OneOf node)
    {
        // a missing value among them makes "no" a "missing", as in SQL
        Node[] values = [.. node.Values.Where(value => value is not Node.Missing)];
        SqlCondition among = TypeOf(node.Of) is { } type && values.Length > 0 ? OneOf(node.Of, type, values) : new(Sql.False, Missing(node.Of).False);
        return values.Length < node.Values.Count ? among with { False = Sql.False } : among;
    }

    private SqlCondition OneOf(Node of, ColumnType type, Node[] values)
    {
        switch (type)
        {
            case ColumnType.Number:
                return OneOfNumbers(Number(of), [.. values.Select(value => ((Node.Number)value).Value)]);
            case ColumnType.Date:
                return OneOf(Day(of), values.Select(DayOrText));
            case ColumnType.Category:
                HashSet<string> texts = [.. values.Select(value => ((Node.Text)value).Value)];
                return AreAmong(Category(of), [.. LevelsOf(of).Select(texts.Contains)]);
            default:
                bool hasTrue = values.Contains(new Node.Flag(true)), hasFalse = values.Contains(new Node.Flag(false));
                SqlCondition flag = Condition(of);
                return new(Sql.Or([hasTrue ? flag.True : Sql.False, hasFalse ? flag.False : Sql.False]), Sql.Or([hasTrue ? Sql.False : flag.True, hasFalse ? Sql.False : flag.False]));
        }
    }

    // a set of ClickHouse has 0 and not -0, which a sum with 0 never is
    private SqlCondition OneOfNumbers(string number, double[] among) =>
        OneOf(among.Contains(0) ? $"({number} + {dialect.Number(0)})" : number, among.Select(value => dialect.Number(value + 0.0)));

    // not negated where the value is NULL, which servers take differently
    private SqlCondition OneOf(string value, IEnumerable<string> among)
    {
        string isAmong = Sql.In(value, among.Distinct());
        return Leaf(isAmong, $"({value} IS NOT NULL AND NOT ({isAmong}))");
    }
}
