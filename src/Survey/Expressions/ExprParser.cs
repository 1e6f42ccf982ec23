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

    private const string AValue = "a value";

    private readonly string _text;
    private readonly List<Token> _tokens;
    private int _next;
    private int _depth;

    private ExprParser(string text)
    {
        _text = text;
        _tokens = ExprLexer.Tokens(text);
    }

    private Token Current => _tokens[_next];

    public static Node Expression(string text)
    {
        var parser = new ExprParser(text);
        Node node = parser.Or();
        parser.ExpectEnd("'and', 'or' or the end");
        return node;
    }

    public static IReadOnlyList<Variable> Variables(string text)
    {
        var parser = new ExprParser(text);
        var variables = new List<Variable>();
        do
            variables.Add(parser.NamedExpression());
        while (parser.TakeSymbol(","));
        parser.ExpectEnd("'and', 'or', 'as' or the end");
        return variables;
    }

    /// <summary>An error that shows the text around a place and counts its characters as readers do: one for each code point.</summary>
    public static ArgumentException Error(string text, int at, string what)
    {
        const int Shown = 60;
        int from = WholeCharacter(text, Math.Max(0, Math.Min(at - Shown / 2, text.Length - Shown)));
        int to = WholeCharacter(text, Math.Min(from + Shown, text.Length));
        string excerpt = string.Concat(from > 0 ? "..." : "", text.AsSpan(from, to - from), to < text.Length ? "..." : "").ReplaceLineEndings(" ");
        int character = text[..at].EnumerateRunes().Count() + 1;
        return new ArgumentException($"In the expression \"{excerpt}\", at character {character}: {what}{(what.EndsWith('?') ? "" : ".")}");
    }

    private static int WholeCharacter(string text, int at) =>
        at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]) ? at - 1 : at;

    private Variable NamedExpression()
    {
        Variable variable = new Expr(Or());
        if (!TakeWord("as"))
            return variable;
        if (Current.Kind is not (TokenKind.Name or TokenKind.QuotedName))
            throw Unexpected("a name");
        return variable.As(Take().Text);
    }

    private Node Or()
    {
        var parts = new List<Node> { And() };
        while (TakeWord("or"))
            parts.Add(And());
        return parts is [var only] ? only : new Node.Or(new([.. parts]));
    }

    private Node And()
    {
        var parts = new List<Node> { Not() };
        while (TakeWord("and"))
            parts.Add(Not());
        return parts is [var only] ? only : new Node.And(new([.. parts]));
    }

    private Node Not()
    {
        if (!TakeWord("not"))
            return Predicate();
        return Nested(() => new Node.Not(Not()));
    }

    private Node Predicate()
    {
        Node left = Sum();
        if (Current.Kind == TokenKind.Symbol && Comparisons.TryGetValue(Current.Text, out Comparison op))
        {
            Take();
            var compare = new Node.Compare(op, left, Sum());
            if (Current.Kind == TokenKind.Symbol && Comparisons.ContainsKey(Current.Text))
                throw Error(_text, Current.At, "comparisons are not chained; write 'x between low and high', or join two comparisons by 'and'");
            return compare;
        }
        if (TakeWord("is"))
        {
            bool not = TakeWord("not");
            if (!TakeWord("missing") && !TakeWord("null"))
                throw Unexpected("'missing'");
            return Negated(new Node.IsMissing(left), not);
        }
        bool negated = TakeWord("not");
        if (TakeWord("in"))
            return Negated(new Node.OneOf(left, new([.. Arguments(Literal)])), negated);
        if (TakeWord("between"))
            return Negated(Between(left), negated);
        return negated ? throw Unexpected("'in' or 'between'") : left;
    }

    private Node.And Between(Node of)
    {
        Node low = Sum();
        if (!TakeWord("and"))
            throw Unexpected("'and' and the upper end of 'between'");
        return new Node.And(new(new Node.Compare(Comparison.GreaterOrEqual, of, low), new Node.Compare(Comparison.LessOrEqual, of, Sum())));
    }

    private Node Sum()
    {
        Node sum = Product();
        while (true)
        {
            if (TakeSymbol("+"))
                sum = new Node.Calculate(Arithmetic.Add, sum, Product());
            else if (TakeSymbol("-"))
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
            if (TakeSymbol("*"))
                product = new Node.Calculate(Arithmetic.Multiply, product, Signed());
            else if (TakeSymbol("/"))
                product = new Node.Calculate(Arithmetic.Divide, product, Signed());
            else if (TakeSymbol("%"))
                product = new Node.Calculate(Arithmetic.Remainder, product, Signed());
            else
                return product;
        }
    }

    private Node Signed()
    {
        if (TakeSymbol("+"))
            return Nested(Signed);
        if (!TakeSymbol("-"))
            return Value();
        return Nested(() => Signed().Negated());
    }

    private Node Value()
    {
        Token token = Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
            case TokenKind.Text:
                return Literal();
            case TokenKind.QuotedName:
                return new Node.Column(Take().Text);
            case TokenKind.Symbol when TakeSymbol("("):
                Node inner = Nested(Or);
                Expect(")");
                return inner;
            case TokenKind.Name when _tokens[_next + 1] is { Kind: TokenKind.Symbol, Text: "(" } && !IsKeyword(token):
                Take();
                return Nested(() => Call(token));
            case TokenKind.Name when TakeWord("case"):
                return Nested(Case);
            case TokenKind.Name when IsWord("true") || IsWord("false") || IsWord("missing") || IsWord("null"):
                return Literal();
            case TokenKind.Name when !IsKeyword(token):
                return new Node.Column(Take().Text);
            default:
                throw Unexpected(AValue);
        }
    }

    private Node Literal()
    {
        bool negative = TakeSymbol("-");
        Token token = Current;
        if (token.Kind == TokenKind.Number)
        {
            double number = double.Parse(Take().Text, CultureInfo.InvariantCulture);
            return new Node.Number(negative ? -number : number);
        }
        if (!negative && token.Kind == TokenKind.Text)
            return new Node.Text(Take().Text);
        if (!negative && (TakeWord("missing") || TakeWord("null")))
            return new Node.Missing();
        if (!negative && (IsWord("true") || IsWord("false")))
            return new Node.Flag(string.Equals(Take().Text, "true", StringComparison.OrdinalIgnoreCase));
        throw Unexpected("a number or a 'text' in single quotes");
    }

    private Node.Case Case()
    {
        var conditions = new List<Node>();
        var thens = new List<Node>();
        while (TakeWord("when"))
        {
            conditions.Add(Or());
            if (!TakeWord("then"))
                throw Unexpected("'then'");
            thens.Add(Or());
        }
        if (conditions.Count == 0)
            throw Unexpected("'when'");
        Node otherwise = TakeWord("else") ? Or() : new Node.Missing();
        if (!TakeWord("end"))
            throw Unexpected("'when', 'else' or 'end'");
        return new Node.Case(new([.. conditions]), new([.. thens]), otherwise);
    }

    private Node Call(Token name)
    {
        string lower = name.Text.ToLowerInvariant();
        if (lower == "cut")
            return Functions.Cut(Arguments(Or, CutBreak), what => Error(_text, name.At, what));
        List<Node> arguments = Arguments(Or);
        if (lower == "if")
            return arguments is [var condition, var then, var otherwise]
                ? new Node.If(condition, then, otherwise)
                : throw Error(_text, name.At, $"if takes a condition and two values, not {arguments.Count} arguments");
        string[] names = [.. Enum.GetNames<Function>().Select(function => function.ToLowerInvariant())];
        int function = Array.IndexOf(names, lower);
        if (function < 0)
            throw Error(_text, name.At, $"there is no function '{name.Text}'{Nearest.Hint(lower, [.. names, "if"])}");
        if (Functions.WrongCount((Function)function, arguments.Count) is { } wrong)
            throw Error(_text, name.At, wrong);
        return new Node.Call((Function)function, new([.. arguments]));
    }

    private Node CutBreak()
    {
        if (!IsWord("inf"))
            return Or();
        Take();
        return new Node.Number(double.PositiveInfinity);
    }

    private List<Node> Arguments(Func<Node> argument) => Arguments(argument, argument);

    private List<Node> Arguments(Func<Node> first, Func<Node> next)
    {
        Expect("(");
        var arguments = new List<Node> { first() };
        while (TakeSymbol(","))
            arguments.Add(next());
        Expect(")");
        return arguments;
    }

    private Node Nested(Func<Node> read)
    {
        if (++_depth > Node.DeepestAllowed)
            throw Error(_text, Current.At, $"the expression nests more than {Node.DeepestAllowed} deep");
        Node node = read();
        _depth--;
        return node;
    }

    private static Node Negated(Node node, bool not) => not ? new Node.Not(node) : node;

    private static bool IsKeyword(Token token) => ExprLexer.Keywords.Contains(token.Text, StringComparer.OrdinalIgnoreCase);

    private bool IsWord(string word) => Current.Kind == TokenKind.Name && string.Equals(Current.Text, word, StringComparison.OrdinalIgnoreCase);

    private bool TakeWord(string word)
    {
        if (!IsWord(word))
            return false;
        _next++;
        return true;
    }

    private bool TakeSymbol(string symbol)
    {
        if (Current.Kind != TokenKind.Symbol || Current.Text != symbol)
            return false;
        _next++;
        return true;
    }

    private Token Take() => _tokens[_next++];

    private void Expect(string symbol)
    {
        if (!TakeSymbol(symbol))
            throw Unexpected($"'{symbol}'");
    }

    private void ExpectEnd(string wanted)
    {
        if (Current.Kind != TokenKind.End)
            throw Unexpected(wanted);
    }

    private ArgumentException Unexpected(string wanted)
    {
        Token found = Current;
        string what = found.Kind switch
        {
            TokenKind.End => "the text ends",
            TokenKind.Text => $"the text '{found.Text}' stands",
            _ => $"'{found.Text}' stands",
        };
        string hint = found.Kind != TokenKind.Name ? ""
            : !IsKeyword(found) ? Nearest.Hint(found.Text, ["and", "or", "in", "between", "is", "then", "else", "end"])
            : wanted == AValue ? "; a column of that name stands in double quotes"
            : "";
        return Error(_text, found.At, $"{what} where {wanted} is expected{hint}");
    }
}
