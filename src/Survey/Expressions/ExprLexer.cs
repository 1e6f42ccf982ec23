using System.Globalization;
using System.Text;

namespace Survey;

internal enum TokenKind { End, Name, QuotedName, Number, Text, Symbol }

/// <summary>A piece of an expression's text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its letters; for a text or a quoted name what stands between the quotes.</param>
/// <param name="At">Where it begins, from 0.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int At);

/// <summary>Cuts the text of an expression into tokens.</summary>
internal static class ExprLexer
{
    private static readonly string[] Symbols = ["<>", "<=", ">=", "==", "!=", "=", "<", ">", "+", "-", "*", "/", "%", "(", ")", ","];

    /// <summary>Words with a meaning of their own: a column of such a name stands in double quotes.</summary>
    public static readonly string[] Keywords =
        ["and", "or", "not", "in", "between", "is", "missing", "null", "case", "when", "then", "else", "end", "true", "false", "as"];

    public static List<Token> Tokens(string text)
    {
        var tokens = new List<Token>();
        int at = 0;
        while (true)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
                at++;
            if (at == text.Length)
                break;
            Token token = Next(text, ref at);
            tokens.Add(token);
        }
        tokens.Add(new Token(TokenKind.End, "", text.Length));
        return tokens;
    }

    /// <summary>Whether a column's name can stand without quotes.</summary>
    public static bool IsPlainName(string name) =>
        name.Length > 0 && NameLength(name, 0) == name.Length && !Keywords.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static Token Next(string text, ref int at)
    {
        int start = at;
        char c = text[at];
        if (c is '\'' or '"')
            return new Token(c == '"' ? TokenKind.QuotedName : TokenKind.Text, Quoted(text, ref at), start);
        if (char.IsAsciiDigit(c) || c == '.')
            return new Token(TokenKind.Number, Number(text, ref at), start);
        if (NameLength(text, at) is > 0 and int length)
        {
            at += length;
            return new Token(TokenKind.Name, text[start..at], start);
        }
        foreach (string symbol in Symbols)
            if (string.CompareOrdinal(text, at, symbol, 0, symbol.Length) == 0)
            {
                at += symbol.Length;
                return new Token(TokenKind.Symbol, symbol, start);
            }
        string odd = char.IsSurrogatePair(text, at) ? text.Substring(at, 2) : c.ToString();
        throw SyntaxError.At(text, start, $"'{odd}' has no meaning here{WayOut(c)}");
    }

    private static string WayOut(char odd) =>
        odd switch
        {
            '&' or '|' or '!' => "; in text write and, or, not",
            '‘' or '’' or '“' or '”' => "; write straight quotes: 'text', \"column\"",
            '≤' => "; write <=",
            '≥' => "; write >=",
            '≠' => "; write <>",
            >= '！' and <= '～' => $"; write the half-width {(char)(odd - '！' + '!')}, or put the name of a column in double quotes",
            _ => "",
        };

    private static string Quoted(string text, ref int at)
    {
        int start = at;
        char quote = text[at++];
        var value = new StringBuilder();
        while (at < text.Length)
        {
            char c = text[at++];
            if (c != quote)
                value.Append(c);
            else if (at < text.Length && text[at] == quote)
                value.Append(text[at++]);
            else
                return value.ToString();
        }
        throw SyntaxError.At(text, start, $"the quote {quote} is never closed");
    }

    private static string Number(string text, ref int at)
    {
        int start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.'))
            at++;
        if (at < text.Length && text[at] is 'e' or 'E' && ExponentLength(text, at) is > 0 and int exponent)
            at += exponent;
        if (NameLength(text, at) is > 0 and int name)
            throw SyntaxError.At(text, start, $"'{text[start..(at + name)]}' is neither a number nor a name; put a column that begins with a digit in double quotes");
        string number = text[start..at];
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? number
            : throw SyntaxError.At(text, start, $"'{number}' is no number that can be held");
    }

    private static int ExponentLength(string text, int at)
    {
        int digits = at + 1;
        if (digits < text.Length && text[digits] is '+' or '-')
            digits++;
        int end = digits;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return end == digits ? 0 : end - at;
    }

    /// <summary>How many characters from here make a name: a letter of any script (or a number that is one, as 〇 is) or _, then letters, marks, digits, _ and dots.</summary>
    private static int NameLength(string text, int start)
    {
        int at = start;
        while (at < text.Length && Rune.TryGetRuneAt(text, at, out Rune rune) && (at == start ? BeginsName(rune) : ContinuesName(rune)))
            at += rune.Utf16SequenceLength;
        return at - start;
    }

    private static bool BeginsName(Rune rune) => IsLetter(rune) || rune.Value == '_';

    private static bool ContinuesName(Rune rune) =>
        IsLetter(rune) || Rune.IsDigit(rune) || rune.Value is '_' or '.'
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsLetter(Rune rune) => Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.LetterNumber;
}
