namespace Survey;

/// <summary>The tokens of an expression's text, read one after another.</summary>
internal sealed class ExprTokens(string text)
{
    /// <summary>What is wanted where an operand may stand.</summary>
    public const string AValue = "a value";

    private readonly List<Token> _tokens = ExprLexer.Tokens(text);
    private int _next;

    public Token Current => _tokens[_next];

    /// <summary>The token after the current one, which is not the end.</summary>
    public Token Next => _tokens[_next + 1];

    public static bool IsKeyword(Token token) => ExprLexer.Keywords.Contains(token.Text, StringComparer.OrdinalIgnoreCase);

    public bool IsWord(string word) => Current.Kind == TokenKind.Name && string.Equals(Current.Text, word, StringComparison.OrdinalIgnoreCase);

    public bool TakeWord(string word)
    {
        if (!IsWord(word))
            return false;
        _next++;
        return true;
    }

    public bool TakeSymbol(string symbol)
    {
        if (Current.Kind != TokenKind.Symbol || Current.Text != symbol)
            return false;
        _next++;
        return true;
    }

    public Token Take() => _tokens[_next++];

    public void Expect(string symbol)
    {
        if (!TakeSymbol(symbol))
            throw Unexpected($"'{symbol}'");
    }

    public void ExpectEnd(string wanted)
    {
        if (Current.Kind != TokenKind.End)
            throw Unexpected(wanted);
    }

    /// <summary>An error at the current token.</summary>
    /// <param name="wanted">What should stand there.</param>
    public ArgumentException Unexpected(string wanted)
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
        return Error(found, $"{what} where {wanted} is expected{hint}");
    }

    /// <summary>An error at the current token.</summary>
    public ArgumentException Error(string what) => Error(Current, what);

    /// <summary>An error at a token.</summary>
    public ArgumentException Error(Token at, string what) => SyntaxError.At(text, at.At, what);
}
