namespace Survey.Engines;

internal sealed partial class SqlCompiler
{
    // the last numbers whose exp is finite, and is not 0
    private const double LargestPower = 709.782712893384, LeastPower = -745.1332191019411;

    private string NoNumber => $"(CASE WHEN {Sql.False} THEN {dialect.Number(0)} END)";

    private string Number(Node node)
    {
        SqlNumber number = Unchecked(node);
        return number.MayOverflow ? Sql.Checked(dialect.Finite(number.Text)) : number.Text;
    }

    private SqlNumber Unchecked(Node node) => Once(_numbers, node, Calculated);

    private SqlNumber Calculated(Node node)
    {
        SqlNumber number = TypeOf(node) switch
        {
            null => new(NoNumber),
            ColumnType.Flag => new(OneOrZero(Condition(node), dialect.Number(1), dialect.Number(0), NoNumber)),
            _ => node switch
            {
                Node.Column column => new(dialect.NumberOf(Quoted(column), columnOf(column.Name).ServerType)),
                Node.Number literal => new(dialect.Number(literal.Value)),
                Node.Negate negate => Negated(Unchecked(negate.Of)),
                Node.Calculate calculate => Calculate(calculate),
                _ when Arms.Of(node, this) is { } arms => new(arms.Choose(Number, NoNumber)),
                Node.Call call => new(Call(call)),
                _ => throw new ArgumentOutOfRangeException(nameof(node)),
            },
        };
        return number with { Text = Sql.Checked(number.Text) };
    }

    // two signs are what ClickHouse 18.16 writes to its shards as --, a comment
    private SqlNumber Negated(SqlNumber of) => of with { Text = $"({dialect.Number(0)} - {of.Text})" };

    private SqlNumber Calculate(Node.Calculate node)
    {
        string left = Unchecked(node.Left).Text;
        if (node.Op is Arithmetic.Divide or Arithmetic.Remainder)
        {
            string divisor = Number(node.Right);
            string notZero = Sql.Case([($"{divisor} <> {dialect.Number(0)}", divisor)]);
            return new(node.Op == Arithmetic.Divide ? $"({left} / {notZero})" : dialect.Remainder(left, notZero), MayOverflow: true);
        }
        char sign = node.Op switch { Arithmetic.Add => '+', Arithmetic.Subtract => '-', _ => '*' };
        return new($"({left} {sign} {Unchecked(node.Right).Text})", MayOverflow: true);
    }

    private string Call(Node.Call call) =>
        call.Function switch
        {
            Function.Abs => $"abs({Number(call.Arguments[0])})",
            Function.Log => Within(call, of => $"{of} > {dialect.Number(0)}", "ln"),
            Function.Sqrt => Within(call, of => $"{of} >= {dialect.Number(0)}", "sqrt"),
            Function.Exp => Exp(Number(call.Arguments[0])),
            Function.Min => Extreme([.. call.Arguments.Select(Number)], "<="),
            Function.Max => Extreme([.. call.Arguments.Select(Number)], ">="),
            Function.Round => Round(Number(call.Arguments[0]), call.Arguments.Count == 1 ? 0 : (int)((Node.Number)call.Arguments[1]).Value),
            _ => OfDates(call),
        };

    /// <summary>A function that servers refuse outside its domain.</summary>
    private string Within(Node.Call call, Func<string, string> domain, string function)
    {
        string of = Number(call.Arguments[0]);
        return $"{function}{Sql.Case([(domain(of), of)])}";
    }

    // overflow is missing; underflow, an error of PostgreSQL, is 0
    private string Exp(string of) =>
        Sql.Case([($"{of} < {dialect.Number(LeastPower)}", dialect.Number(0)), ($"{of} <= {dialect.Number(LargestPower)}", $"exp({of})")]);

    // each against all others: of a missing one nothing holds, and no value stands within another
    private string Extreme(string[] values, string comparison) =>
        values.Length == 1
            ? values[0]
            : Sql.Case(values.Select((value, k) => (Sql.And(values.Where((_, other) => other != k).Select(other => dialect.Sure($"{value} {comparison} {other}"))), value)));

    /// <summary>As Math.Round does it: the double below a half is added, which lifts no value below a half, and the fraction cut off; beyond 1e16 there are no digits to round.</summary>
    private string Round(string of, int digits)
    {
        string half = dialect.Number(Math.BitDecrement(0.5)), minusHalf = dialect.Number(-Math.BitDecrement(0.5));
        string awayFromZero = Sql.Case([($"{of} < {dialect.Number(0)}", minusHalf)], half);
        if (digits == 0)
            return $"trunc({of} + {awayFromZero})";
        string power = dialect.Number(Math.Pow(10, digits));
        return Sql.Case([($"abs({of}) < {dialect.Number(1e16)}", $"trunc({of} * {power} + {awayFromZero}) / {power}")], of);
    }
}
