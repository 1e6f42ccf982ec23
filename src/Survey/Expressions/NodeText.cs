namespace Survey;

/// <summary>Writes a tree in the text language, with no more parentheses than it needs.</summary>
internal static class NodeText
{
    // binding strength, weakest first
    private const int Or = 1, And = 2, Not = 3, Predicate = 4, Sum = 5, Product = 6, Sign = 7, Value = 8;

    public static string Of(Node node) => Write(node).Text;

    private static (string Text, int Strength) Write(Node node) =>
        node switch
        {
            Node.Column column => (Name(column.Name), Value),
            Node.Number { Value: double.PositiveInfinity } => ("inf", Value),
            Node.Number number => (Invariant.Text(number.Value), number.Value < 0 ? Sign : Value),
            Node.Text text => ("'" + text.Value.Replace("'", "''", StringComparison.Ordinal) + "'", Value),
            Node.Flag flag => (flag.Value ? "true" : "false", Value),
            Node.Missing => ("missing", Value),
            Node.Compare compare => ($"{At(Sum, compare.Left)} {Symbol(compare.Op)} {At(Sum, compare.Right)}", Predicate),
            Node.Between between => ($"{At(Sum, between.Of)} between {At(Sum, between.Low)} and {At(Sum, between.High)}", Predicate),
            Node.Calculate { Op: Arithmetic.Add or Arithmetic.Subtract } sum => ($"{At(Sum, sum.Left)} {Symbol(sum.Op)} {At(Product, sum.Right)}", Sum),
            Node.Calculate product => ($"{At(Product, product.Left)} {Symbol(product.Op)} {At(Sign, product.Right)}", Product),
            Node.Negate negate => ("-" + At(Value, negate.Of), Sign),
            Node.And and => (string.Join(" and ", and.Parts.Select(part => At(Not, part))), And),
            Node.Or or => (string.Join(" or ", or.Parts.Select(part => At(And, part))), Or),
            Node.Not not => ("not " + At(Not, not.Of), Not),
            Node.IsMissing missing => (At(Sum, missing.Of) + " is missing", Predicate),
            Node.OneOf oneOf => ($"{At(Sum, oneOf.Of)} in ({List(oneOf.Values)})", Predicate),
            Node.Case choice => (Case(choice), Value),
            Node.If choice => ($"if({Of(choice.Condition)}, {Of(choice.Then)}, {Of(choice.Otherwise)})", Value),
            Node.Call call => ($"{call.Function.ToString().ToLowerInvariant()}({List(call.Arguments)})", Value),
            _ => throw new ArgumentOutOfRangeException(nameof(node)),
        };

    private static string At(int strength, Node node)
    {
        (string text, int own) = Write(node);
        return own < strength ? $"({text})" : text;
    }

    private static string List(Sequence<Node> nodes) => string.Join(", ", nodes.Select(Of));

    private static string Case(Node.Case choice)
    {
        IEnumerable<string> arms = choice.Conditions.Zip(choice.Thens, (condition, then) => $"when {Of(condition)} then {Of(then)} ");
        string otherwise = choice.Otherwise is Node.Missing ? "" : $"else {Of(choice.Otherwise)} ";
        return $"case {string.Concat(arms)}{otherwise}end";
    }

    private static string Name(string name) => ExprLexer.IsPlainName(name) ? name : '"' + name.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';

    public static string Symbol(Comparison op) =>
        op switch
        {
            Comparison.Equal => "=",
            Comparison.NotEqual => "<>",
            Comparison.Less => "<",
            Comparison.LessOrEqual => "<=",
            Comparison.Greater => ">",
            _ => ">=",
        };

    private static string Symbol(Arithmetic op) =>
        op switch
        {
            Arithmetic.Add => "+",
            Arithmetic.Subtract => "-",
            Arithmetic.Multiply => "*",
            Arithmetic.Divide => "/",
            _ => "%",
        };
}
