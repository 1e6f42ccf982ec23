using System.Globalization;

namespace Survey;

/// <summary>Reads the text language by recursive descent, weakest operator first: or, and, not, comparisons, + -, * / %, sign.</summary>
internal sealed class ExprParser
{
    private static readonly Dictionary<string, Comparison> Comparisons = new()
    {
        ["="] = Comparison.Equal,
        ["=="] = Comparison.Equal,
        ["<>"] = Comparison.NotEqual,
        ["!="] = Comparison.NotEqual,
        ["<"] = Comparison.Less,
        ["<="] = Comparison.LessOrEqual,
        [">"] = Comparison.Greater,
        [">="] = Comparison.GreaterOrEqual,
    };

    private readonly ExprTokens _tokens;
    private int _depth;

    private ExprParser(string text) => _tokens = new ExprTokens(text);

    public static Node Expression(string text)
    {
        var parser = new ExprParser(text);
        Node node = parser.Or();
        parser._tokens.ExpectEnd("'and', 'or' or the end");
        return node;
    }

    public static IReadOnlyList<Variable> Variables(string text)
    {
        var parser = new ExprParser(text);
        var variables = new List<Variable>();
        do
            variables.Add(parser.NamedExpression());
        while (parser._tokens.TakeSymbol(","));
        parser._tokens.ExpectEnd("'and', 'or', 'as' or the end");
        return variables;
    }

    private Variable NamedExpression()
    {
        Variable variable = new Expr(Or());
        if (!_tokens.TakeWord("as"))
            return variable;
        if (_tokens.Current.Kind is not (TokenKind.Name or TokenKind.QuotedName))
            throw _tokens.Unexpected("a name");
        if (string.IsNullOrWhiteSpace(_tokens.Current.Text))
            throw _tokens.Error("the name after 'as' is blank");
        return variable.As(_tokens.Take().Text);
    }

    private Node Or()
    {
        var parts = new List<Node> { And() };
        while (_tokens.TakeWord("or"))
            parts.Add(And());
        return parts is [var only] ? only : new Node.Or(new([.. parts]));
    }

    private Node And()
    {
        var parts = new List<Node> { Not() };
        while (_tokens.TakeWord("and"))
            parts.Add(Not());
        return parts is [var only] ? only : new Node.And(new([.. parts]));
    }

    private Node Not()
    {
        if (!_tokens.TakeWord("not"))
            return Predicate();
        return Nested(() => new Node.Not(Not()));
    }

    private Node Predicate()
    {
        Node left = Sum();
        if (_tokens.Current.Kind == TokenKind.Symbol && Comparisons.TryGetValue(_tokens.Current.Text, out Comparison op))
        {
            _tokens.Take();
            var compare = new Node.Compare(op, left, Sum());
            if (_tokens.Current.Kind == TokenKind.Symbol && Comparisons.ContainsKey(_tokens.Current.Text))
                throw _tokens.Error("comparisons are not chained; write 'x between low and high', or join two comparisons by 'and'");
            return compare;
        }
        if (_tokens.TakeWord("is"))
        {
            bool not = _tokens.TakeWord("not");
            if (!_tokens.TakeWord("missing") && !_tokens.TakeWord("null"))
                throw _tokens.Unexpected("'missing'");
            return Negated(new Node.IsMissing(left), not);
        }
        bool negated = _tokens.TakeWord("not");
        if (_tokens.TakeWord("in"))
            return Negated(new Node.OneOf(left, new([.. Arguments(Literal)])), negated);
        if (_tokens.TakeWord("between"))
            return Negated(Between(left), negated);
        return negated ? throw _tokens.Unexpected("'in' or 'between'") : left;
    }

    private Node.Between Between(Node of)
    {
        Node low = Sum();
        if (!_tokens.TakeWord("and"))
            throw _tokens.Unexpected("'and' and the upper end of 'between'");
        return new Node.Between(of, low, Sum());
    }

    private Node Sum()
    {
        Node sum = Product();
        while (true)
        {
            if (_tokens.TakeSymbol("+"))
                sum = new Node.Calculate(Arithmetic.Add, sum, Product());
            else if (_tokens.TakeSymbol("-"))
                sum = new Node.Calculate(Arithmetic.Subtract, sum, Product());
            else
                return sum;
        }
    }

    private Node Product()
    {
        Node product = Signed();
        while (true)
        {
            if (_tokens.TakeSymbol("*"))
                product = new Node.Calculate(Arithmetic.Multiply, product, Signed());
            else if (_tokens.TakeSymbol("/"))
                product = new Node.Calculate(Arithmetic.Divide, product, Signed());
            else if (_tokens.TakeSymbol("%"))
                product = new Node.Calculate(Arithmetic.Remainder, product, Signed());
            else
                return product;
        }
    }

    private Node Signed()
    {
        if (_tokens.TakeSymbol("+"))
            return Nested(Signed);
        if (!_tokens.TakeSymbol("-"))
            return Value();
        return Nested(() => Signed().Negated());
    }

    private Node Value()
    {
        Token token = _tokens.Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
            case TokenKind.Text:
                return Literal();
            case TokenKind.QuotedName:
                return new Node.Column(_tokens.Take().Text);
            case TokenKind.Symbol when _tokens.TakeSymbol("("):
                Node inner = Nested(Or);
                _tokens.Expect(")");
                return inner;
            case TokenKind.Name when _tokens.Next is { Kind: TokenKind.Symbol, Text: "(" } && !ExprTokens.IsKeyword(token):
                _tokens.Take();
                return Nested(() => Call(token));
            case TokenKind.Name when _tokens.TakeWord("case"):
                return Nested(Case);
            case TokenKind.Name when _tokens.IsWord("true") || _tokens.IsWord("false") || _tokens.IsWord("missing") || _tokens.IsWord("null"):
                return Literal();
            case TokenKind.Name when !ExprTokens.IsKeyword(token):
                return new Node.Column(_tokens.Take().Text);
            default:
                throw _tokens.Unexpected(ExprTokens.AValue);
        }
    }

    private Node Literal()
    {
        bool negative = _tokens.TakeSymbol("-");
        Token token = _tokens.Current;
        if (token.Kind == TokenKind.Number)
        {
            double number = double.Parse(_tokens.Take().Text, CultureInfo.InvariantCulture);
            return new Node.Number(negative ? -number : number);
        }
        if (!negative && token.Kind == TokenKind.Text)
            return new Node.Text(_tokens.Take().Text);
        if (!negative && (_tokens.TakeWord("missing") || _tokens.TakeWord("null")))
            return new Node.Missing();
        if (!negative && (_tokens.IsWord("true") || _tokens.IsWord("false")))
            return new Node.Flag(string.Equals(_tokens.Take().Text, "true", StringComparison.OrdinalIgnoreCase));
        throw _tokens.Unexpected("a number or a 'text' in single quotes");
    }

    private Node.Case Case()
    {
        var conditions = new List<Node>();
        var thens = new List<Node>();
        while (_tokens.TakeWord("when"))
        {
            conditions.Add(Or());
            if (!_tokens.TakeWord("then"))
                throw _tokens.Unexpected("'then'");
            thens.Add(Or());
        }
        if (conditions.Count == 0)
            throw _tokens.Unexpected("'when'");
        Node otherwise = _tokens.TakeWord("else") ? Or() : new Node.Missing();
        if (!_tokens.TakeWord("end"))
            throw _tokens.Unexpected("'when', 'else' or 'end'");
        return new Node.Case(new([.. conditions]), new([.. thens]), otherwise);
    }

    private Node Call(Token name)
    {
        string lower = name.Text.ToLowerInvariant();
        if (lower == "cut")
            return Functions.Cut(Arguments(Or, CutBreak), what => _tokens.Error(name, what));
        List<Node> arguments = Arguments(Or);
        if (lower == "if")
            return arguments is [var condition, var then, var otherwise]
                ? new Node.If(condition, then, otherwise)
                : throw _tokens.Error(name, $"if takes a condition and two values, not {arguments.Count} arguments");
        string[] names = [.. Enum.GetNames<Function>().Select(function => function.ToLowerInvariant())];
        int function = Array.IndexOf(names, lower);
        if (function < 0)
            throw _tokens.Error(name, $"there is no function '{name.Text}'{Nearest.Hint(lower, [.. names, "if"])}");
        if (Functions.WrongCount((Function)function, arguments.Count) is { } wrong)
            throw _tokens.Error(name, wrong);
        return new Node.Call((Function)function, new([.. arguments]));
    }

    private Node CutBreak()
    {
        if (!_tokens.IsWord("inf"))
            return Or();
        _tokens.Take();
        return new Node.Number(double.PositiveInfinity);
    }

    private List<Node> Arguments(Func<Node> argument) => Arguments(argument, argument);

    private List<Node> Arguments(Func<Node> first, Func<Node> next)
    {
        _tokens.Expect("(");
        var arguments = new List<Node> { first() };
        while (_tokens.TakeSymbol(","))
            arguments.Add(next());
        _tokens.Expect(")");
        return arguments;
    }

    private Node Nested(Func<Node> read)
    {
        if (++_depth > Node.DeepestAllowed)
            throw _tokens.Error($"the expression nests more than {Node.DeepestAllowed} deep");
        Node node = read();
        _depth--;
        return node;
    }

    private static Node Negated(Node node, bool not) => not ? new Node.Not(node) : node;
}
