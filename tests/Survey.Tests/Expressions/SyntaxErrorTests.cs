namespace Survey.Tests.Expressions;

/// <summary>What is no expression, and the character at which it goes wrong.</summary>
public sealed class SyntaxErrorTests
{
    [TestCase("", 1, "the text ends where a value is expected.")]
    [TestCase("  ", 3, "the text ends where a value is expected.")]
    [TestCase("a +", 4, "the text ends where a value is expected.")]
    [TestCase("a b", 3, "'b' stands where 'and', 'or' or the end is expected.")]
    [TestCase("a adn b", 3, "'adn' stands where 'and', 'or' or the end is expected; did you mean 'and'?")]
    [TestCase("a 'x'", 3, "the text 'x' stands where 'and', 'or' or the end is expected.")]
    [TestCase("a as b", 3, "'as' stands where 'and', 'or' or the end is expected.")]
    [TestCase("a, b", 2, "',' stands where 'and', 'or' or the end is expected.")]
    [TestCase("(a", 3, "the text ends where ')' is expected.")]
    [TestCase("a)", 2, "')' stands where 'and', 'or' or the end is expected.")]
    [TestCase("()", 2, "')' stands where a value is expected.")]
    [TestCase("a = = b", 5, "'=' stands where a value is expected.")]
    [TestCase("a = and", 5, "'and' stands where a value is expected; a column of that name stands in double quotes.")]
    [TestCase("a = not b", 5, "'not' stands where a value is expected; a column of that name stands in double quotes.")]
    [TestCase("15 <= age <= 69", 11, "comparisons are not chained; write 'x between low and high', or join two comparisons by 'and'.")]
    [TestCase("a = b = c", 7, "comparisons are not chained; write 'x between low and high', or join two comparisons by 'and'.")]
    [TestCase("end > 5", 1, "'end' stands where a value is expected; a column of that name stands in double quotes.")]
    [TestCase("a betwen 1 and 2", 3, "'betwen' stands where 'and', 'or' or the end is expected; did you mean 'between'?")]
    [TestCase("a is b", 6, "'b' stands where 'missing' is expected.")]
    [TestCase("a is not 1", 10, "'1' stands where 'missing' is expected.")]
    [TestCase("a not b", 7, "'b' stands where 'in' or 'between' is expected.")]
    [TestCase("a in 1", 6, "'1' stands where '(' is expected.")]
    [TestCase("a in ()", 7, "')' stands where a number or a 'text' in single quotes is expected.")]
    [TestCase("a in (b)", 7, "'b' stands where a number or a 'text' in single quotes is expected.")]
    [TestCase("a in (1 2)", 9, "'2' stands where ')' is expected.")]
    [TestCase("a in (-'x')", 8, "the text 'x' stands where a number or a 'text' in single quotes is expected.")]
    [TestCase("a between 1", 12, "the text ends where 'and' and the upper end of 'between' is expected.")]
    [TestCase("a between 1 or 2", 13, "'or' stands where 'and' and the upper end of 'between' is expected.")]
    [TestCase("case a when 1 then 2 end", 6, "'a' stands where 'when' is expected.")]
    [TestCase("case when a 1 end", 13, "'1' stands where 'then' is expected.")]
    [TestCase("case when a then 1", 19, "the text ends where 'when', 'else' or 'end' is expected.")]
    [TestCase("case when a then 1 els 2 end", 20, "'els' stands where 'when', 'else' or 'end' is expected; did you mean 'else'?")]
    [TestCase("case end", 6, "'end' stands where 'when' is expected.")]
    [TestCase("rond(a)", 1, "there is no function 'rond'; did you mean 'round'?")]
    [TestCase("1 + gamma(a)", 5, "there is no function 'gamma'.")]
    [TestCase("abs(a, b)", 1, "abs takes 1 argument, not 2.")]
    [TestCase("x + round(a, 1, 2)", 5, "round takes 1 or 2 arguments, not 3.")]
    [TestCase("if(a, 1)", 1, "if takes a condition and two values, not 2 arguments.")]
    [TestCase("abs()", 5, "')' stands where a value is expected.")]
    [TestCase("cut(a, 1)", 1, "cut takes at least 3 arguments, not 2: a variable and at least two breaks.")]
    [TestCase("b + cut(a, 2, 1)", 5, "the breaks of cut rise, and 1 follows 2.")]
    [TestCase("cut(a, inf, 1)", 1, "the breaks of cut rise, and 1 follows inf.")]
    [TestCase("cut(a, 1, b)", 1, "a break of cut is a number, not b.")]
    [TestCase("cut(a, -inf, 1)", 1, "a break of cut is a number, not -inf.")]
    [TestCase("a = 'x", 5, "the quote ' is never closed.")]
    [TestCase("a = 'x''", 5, "the quote ' is never closed.")]
    [TestCase("\"a = 1", 1, "the quote \" is never closed.")]
    [TestCase("a && b", 3, "'&' has no meaning here; in text write and, or, not.")]
    [TestCase("a | b", 3, "'|' has no meaning here; in text write and, or, not.")]
    [TestCase("!a", 1, "'!' has no meaning here; in text write and, or, not.")]
    [TestCase("a = “x”", 5, "'“' has no meaning here; write straight quotes: 'text', \"column\".")]
    [TestCase("a ≥ 1", 3, "'≥' has no meaning here; write >=.")]
    [TestCase("a ≤ 1", 3, "'≤' has no meaning here; write <=.")]
    [TestCase("a ≠ 1", 3, "'≠' has no meaning here; write <>.")]
    [TestCase("年龄（岁） > 1", 3, "'（' has no meaning here; write the half-width (, or put the name of a column in double quotes.")]
    [TestCase("a in (1，2)", 8, "'，' has no meaning here; write the half-width ,, or put the name of a column in double quotes.")]
    [TestCase("a ; b", 3, "';' has no meaning here.")]
    [TestCase("a = 😀", 5, "'😀' has no meaning here.")]
    [TestCase("𠀀𠀀 = = 1", 6, "'=' stands where a value is expected.")]
    [TestCase("9th > 1", 1, "'9th' is neither a number nor a name; put a column that begins with a digit in double quotes.")]
    [TestCase("a > 5岁", 5, "'5岁' is neither a number nor a name; put a column that begins with a digit in double quotes.")]
    [TestCase("a > 1_000", 5, "'1_000' is neither a number nor a name; put a column that begins with a digit in double quotes.")]
    [TestCase("a > 1.2.3", 5, "'1.2.3' is no number that can be held.")]
    [TestCase("a > .", 5, "'.' is no number that can be held.")]
    [TestCase("a > 1e400", 5, "'1e400' is no number that can be held.")]
    public void PointsAtTheCharacter(string text, int character, string what) =>
        Assert.That(() => Expr.Parse(text), Throws.ArgumentException.With.Message.EqualTo($"In the expression \"{text}\", at character {character}: {what}"));

    [TestCase("a as", 5, "the text ends where a name is expected.")]
    [TestCase("a as 1", 6, "'1' stands where a name is expected.")]
    [TestCase("a, ", 4, "the text ends where a value is expected.")]
    [TestCase("a b", 3, "'b' stands where 'and', 'or', 'as' or the end is expected.")]
    public void VariablesPointAtItToo(string text, int character, string what) =>
        Assert.That(() => Variable.ParseList(text), Throws.ArgumentException.With.Message.EqualTo($"In the expression \"{text}\", at character {character}: {what}"));

    [Test]
    public void OneVariableIsOne() =>
        Assert.That(() => Variable.Parse("a, b"), Throws.ArgumentException.With.Message.EqualTo("\"a, b\" holds several expressions where one is wanted."));

    [Test]
    public void LongTextsAreShownAroundThePlace()
    {
        string before = string.Concat(Enumerable.Repeat("age > 1 and ", 50)), after = string.Concat(Enumerable.Repeat(" and age > 1", 50));
        string message = Assert.Throws<ArgumentException>(() => Expr.Parse(before + "age > ;" + after))!.Message;
        Assert.That(message, Is.EqualTo("In the expression \"...age > 1 and age > 1 and age > ; and age > 1 and age > 1 and ...\", at character 607: ';' has no meaning here."));
    }

    [Test]
    public void TheExcerptIsOneLineOfWholeCharacters([Range(50, 64)] int length)
    {
        string text = string.Concat(Enumerable.Repeat("𠀀", length)) + "\r\n;\n" + string.Concat(Enumerable.Repeat("𠀀", length));
        string message = Assert.Throws<ArgumentException>(() => Expr.Parse(text))!.Message;
        Assert.That(message, Does.Contain($", at character {length + 3}: ';' has no meaning here."));
        Assert.That(message, Does.Not.Contain('\n').And.Not.Contain('\r'));
        Assert.That(message.EnumerateRunes(), Has.None.EqualTo(System.Text.Rune.ReplacementChar));
    }
}
