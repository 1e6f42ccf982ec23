namespace Survey.Tests.Expressions;

/// <summary>Whatever a text holds, reading it ends in an expression or in an argument refused at a character.</summary>
public sealed class ParserFuzzTests
{
    private static readonly string[] Tokens =
    [
        "and", "or", "not", "in", "between", "is", "missing", "null", "case", "when", "then", "else", "end", "true", "false", "as", "if", "cut", "left", "age", "year", "coalesce", "round", "min", "abs", "inf",
        "=", "==", "<>", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "%", "(", ")", "(", ")", ",", "'x'", "\"y\"", "x", "年龄", "a.b", "1", "2.5", "1e3", "1e", ".", "'", "\"", "&", "；", "\uD840", "\0", "\n",
    ];

    private const string Valid = "case when age >= 15 and not sex in ('m', 'it''s') then round(-x % 2, 1) else coalesce(\"two words\", cut(age, 15, 25, inf)) end is not missing or a between 1 and 2";

    [Test]
    public void SoupOfTokens([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        for (int k = 0; k < 2000; k++)
            ReadAny(string.Join(random.Next(4) == 0 ? "" : " ", Enumerable.Range(0, random.Next(15)).Select(_ => Tokens[random.Next(Tokens.Length)])));
    }

    [Test]
    public void MutatedExpressions([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        for (int k = 0; k < 1000; k++)
        {
            string text = Valid;
            for (int change = random.Next(1, 4); change > 0; change--)
            {
                int at = random.Next(text.Length);
                text = random.Next(3) switch
                {
                    0 => text.Remove(at, Math.Min(random.Next(1, 8), text.Length - at)),
                    1 => text.Insert(at, Tokens[random.Next(Tokens.Length)]),
                    _ => text.Insert(at, text[..random.Next(text.Length)]),
                };
            }
            ReadAny(text);
        }
    }

    [Test]
    public void RandomCharacters([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        for (int k = 0; k < 1000; k++)
            ReadAny(new string([.. Enumerable.Range(0, random.Next(30)).Select(_ => (char)random.Next(random.Next(3) == 0 ? 0x10000 : 128))]));
    }

    private static void ReadAny(string text)
    {
        Expr read;
        try
        {
            read = Expr.Parse(text);
        }
        catch (ArgumentException refused)
        {
            Assert.That(refused.GetType(), Is.EqualTo(typeof(ArgumentException)), text);
            Assert.That(refused.Message, Does.Match("^In the expression \"[^\r\n]*\", at character [0-9]+: .*[.?]$").Or.Contain("nests more than 200"), text);
            return;
        }
        Assert.That(Expr.Parse(read.ToString()), Is.EqualTo(read), text);
    }
}
