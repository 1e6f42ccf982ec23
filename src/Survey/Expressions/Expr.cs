namespace Survey;

/// <summary>A condition or a derived variable over the columns of a table.</summary>
/// <remarks>
/// Combine with <c>&amp;</c>, <c>|</c> and <c>!</c>, never with <c>&amp;&amp;</c> or <c>||</c>. Logic is SQL's, with three values: what depends on a missing value is missing.
/// A zero divisor, the logarithm of a number that is not positive and a result too large for a double are missing. Flags count as 0 and 1 in arithmetic and have no order.
/// Types are checked when the expression meets a table: numbers compare with numbers, categories with texts, dates with dates or texts such as "2024-09-30".
/// </remarks>
public sealed class Expr : IEquatable<Expr>
{
    internal Expr(Node node) => Node = node;

    internal Node Node { get; }

    /// <summary>A missing value.</summary>
    public static Expr Missing { get; } = new(new Node.Missing());

    /// <summary>The columns it names, each once.</summary>
    public IReadOnlyList<string> Columns => [.. NodeColumns.Of(Node).Distinct(StringComparer.Ordinal)];

    /// <summary>The column of that name.</summary>
    /// <param name="name">Case matters.</param>
    public static Expr Col(string name) => new(new Node.Column(name ?? throw new ArgumentNullException(nameof(name))));

    /// <summary>A text as a value.</summary>
    /// <param name="value">A level, not a column.</param>
    public static Expr Text(string value) => new(new Node.Text(value ?? throw new ArgumentNullException(nameof(value), "Missing is Expr.Missing, and asked for by IsMissing.")));

    /// <summary><paramref name="then"/> where the condition holds: continue with <see cref="Choice.When"/> or <see cref="Choice.Else"/>; missing where nothing holds or a condition is missing.</summary>
    /// <param name="condition">True, false or missing.</param>
    /// <param name="then">A value.</param>
    public static Choice When(Expr condition, Expr then) => new(condition, then, null);

    /// <summary>One of two values by a condition; missing where the condition is missing. In text: <c>if(condition, then, otherwise)</c>.</summary>
    /// <param name="condition">True, false or missing.</param>
    /// <param name="then">Where it is true.</param>
    /// <param name="otherwise">Where it is false.</param>
    public static Expr When(Expr condition, Expr then, Expr otherwise) => new(new Node.If(Of(condition), Of(then), Of(otherwise)));

    /// <summary>Reads an expression in the text language.</summary>
    /// <param name="text">
    /// The expression part of SQL, keywords in any case: <c>= &lt;&gt; &lt; &lt;= &gt; &gt;=</c>, <c>and or not</c>, <c>in (...)</c>, <c>between ... and ...</c>, <c>is missing</c>, <c>is not missing</c>,
    /// <c>+ - * / %</c>, <c>case when ... then ... else ... end</c> (SQL's: a missing condition goes on to the next arm), <c>if(condition, a, b)</c> (missing where the condition is),
    /// <c>coalesce abs min max round log exp sqrt</c>, <c>cut(age, 15, 25, 35)</c>, <c>left(village, 9)</c>, <c>age(birth, interview)</c>, <c>year(day)</c>, <c>month(day)</c>, literals <c>'text'</c>, <c>1.5</c>, <c>true</c>, <c>false</c>, <c>missing</c>.
    /// A name of letters of any script, digits, <c>_</c> and <c>.</c> stands as it is, any other in double quotes.
    /// </param>
    /// <exception cref="ArgumentException">The text is no expression; the message points at the character.</exception>
    public static Expr Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Expr(ExprParser.Expression(text));
    }

    /// <summary>The first value that is not missing.</summary>
    /// <param name="values">Of one type.</param>
    public static Expr Coalesce(params ReadOnlySpan<Expr> values) => Call(Function.Coalesce, values);

    /// <summary>The least of several numbers; missing where one of them is.</summary>
    /// <param name="values">Numbers.</param>
    public static Expr Min(params ReadOnlySpan<Expr> values) => Call(Function.Min, values);

    /// <summary>The greatest of several numbers; missing where one of them is.</summary>
    /// <param name="values">Numbers.</param>
    public static Expr Max(params ReadOnlySpan<Expr> values) => Call(Function.Max, values);

    /// <summary>The distance from 0.</summary>
    /// <param name="of">A number.</param>
    public static Expr Abs(Expr of) => Call(Function.Abs, [of]);

    /// <summary>The natural logarithm; missing where the number is not positive.</summary>
    /// <param name="of">A number.</param>
    public static Expr Log(Expr of) => Call(Function.Log, [of]);

    /// <summary>e to that power.</summary>
    /// <param name="of">A number.</param>
    public static Expr Exp(Expr of) => Call(Function.Exp, [of]);

    /// <summary>The square root; missing where the number is negative.</summary>
    /// <param name="of">A number.</param>
    public static Expr Sqrt(Expr of) => Call(Function.Sqrt, [of]);

    /// <summary>Rounds half away from zero.</summary>
    /// <param name="of">A number.</param>
    /// <param name="digits">After the decimal point, 0 to 15.</param>
    /// <exception cref="ArgumentOutOfRangeException">Digits are not from 0 to 15.</exception>
    public static Expr Round(Expr of, int digits = 0) =>
        digits is >= 0 and <= 15 ? Call(Function.Round, [of, digits]) : throw new ArgumentOutOfRangeException(nameof(digits), digits, "Give 0 to 15 digits.");

    /// <summary>Groups numbers: from each break up to the next, the first included and the next not. Missing below the first and from the last on.</summary>
    /// <param name="of">A number.</param>
    /// <param name="breaks">At least two, rising; the last may be <see cref="double.PositiveInfinity"/> (<c>inf</c> in text).</param>
    /// <returns>An ordered category: "15-24", "25-34", "65+" between whole numbers, "[0.5, 1)" otherwise.</returns>
    public static Expr Cut(Expr of, params ReadOnlySpan<double> breaks)
    {
        Node[] arguments = [of.Node, .. breaks.ToArray().Select(value => new Node.Number(value))];
        return new Expr(Functions.Cut(arguments, what => new ArgumentException(what + ".", nameof(breaks))));
    }

    /// <summary>The first characters of each level, such as the county in the code of a village; missing stays missing.</summary>
    /// <param name="of">A category; a code that was read as a number has lost its leading zeros and is refused.</param>
    /// <param name="characters">How many Unicode scalar values, from 1; a level that has fewer stays whole.</param>
    /// <returns>A category of the distinct beginnings in natural order, without the order and labels of the levels.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 1 character.</exception>
    public static Expr Left(Expr of, int characters) =>
        characters >= 1 ? Call(Function.Left, [of, characters]) : throw new ArgumentOutOfRangeException(nameof(characters), characters, "Give at least 1 character.");

    /// <summary>Completed years from one date to another; missing where a date is, or where <paramref name="on"/> is before <paramref name="birth"/>.</summary>
    /// <param name="birth">A date; who was born on 29 February has the birthday on 1 March in other years.</param>
    /// <param name="on">A date.</param>
    public static Expr Age(Expr birth, Expr on) => Call(Function.Age, [birth, on]);

    /// <summary>Completed years from a date to a fixed day, such as "2024-09-30".</summary>
    /// <param name="birth">A date; who was born on 29 February has the birthday on 1 March in other years.</param>
    /// <param name="on">The day as text.</param>
    public static Expr Age(Expr birth, string on) => Age(birth, Text(on));

    /// <summary>The year of a date, as a number.</summary>
    /// <param name="of">A date.</param>
    public static Expr Year(Expr of) => Call(Function.Year, [of]);

    /// <summary>The month of a date, as a number from 1 to 12.</summary>
    /// <param name="of">A date.</param>
    public static Expr Month(Expr of) => Call(Function.Month, [of]);

    /// <summary>True where the value is one of these levels; missing where it is missing.</summary>
    /// <param name="levels">Levels of a category, or dates as texts.</param>
    public Expr In(params ReadOnlySpan<string> levels) => OneOf([.. levels.ToArray().Select(level => new Node.Text(level))]);

    /// <summary>True where the value is one of these numbers; missing where it is missing.</summary>
    /// <param name="numbers">Numbers.</param>
    public Expr In(params ReadOnlySpan<double> numbers) => OneOf([.. numbers.ToArray().Select(number => ((Expr)number).Node)]);

    /// <summary>True from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    /// <param name="low">The least value.</param>
    /// <param name="high">The greatest value.</param>
    public Expr Between(Expr low, Expr high) => new(new Node.Between(Node, Of(low), Of(high)));

    /// <summary>True where there is no value, false elsewhere.</summary>
    public Expr IsMissing => new(new Node.IsMissing(Node));

    /// <summary>A number as a value; NaN is missing.</summary>
    /// <exception cref="ArgumentException">The number is infinite.</exception>
    public static implicit operator Expr(double value) =>
        double.IsNaN(value) ? Missing
        : double.IsFinite(value) ? new(new Node.Number(value))
        : throw new ArgumentException("A number of an expression is finite; only the last break of Cut may be infinite.", nameof(value));

    /// <summary>A flag as a value.</summary>
    public static implicit operator Expr(bool value) => new(new Node.Flag(value));

    /// <summary>Equal, by value; missing where a side is missing.</summary>
    public static Expr operator ==(Expr left, Expr right) => Compare(Comparison.Equal, left, right);

    /// <summary>Different, by value; missing where a side is missing.</summary>
    public static Expr operator !=(Expr left, Expr right) => Compare(Comparison.NotEqual, left, right);

    /// <summary>Equal to a level.</summary>
    public static Expr operator ==(Expr left, string level) => left == Text(level);

    /// <summary>Different from a level.</summary>
    public static Expr operator !=(Expr left, string level) => left != Text(level);

    /// <summary>Less.</summary>
    public static Expr operator <(Expr left, Expr right) => Compare(Comparison.Less, left, right);

    /// <summary>Greater.</summary>
    public static Expr operator >(Expr left, Expr right) => Compare(Comparison.Greater, left, right);

    /// <summary>Less or equal.</summary>
    public static Expr operator <=(Expr left, Expr right) => Compare(Comparison.LessOrEqual, left, right);

    /// <summary>Greater or equal.</summary>
    public static Expr operator >=(Expr left, Expr right) => Compare(Comparison.GreaterOrEqual, left, right);

    /// <summary>Before a date or a level of an ordered category.</summary>
    public static Expr operator <(Expr left, string level) => left < Text(level);

    /// <summary>After a date or a level of an ordered category.</summary>
    public static Expr operator >(Expr left, string level) => left > Text(level);

    /// <summary>Up to a date or a level of an ordered category.</summary>
    public static Expr operator <=(Expr left, string level) => left <= Text(level);

    /// <summary>From a date or a level of an ordered category on.</summary>
    public static Expr operator >=(Expr left, string level) => left >= Text(level);

    /// <summary>Sum.</summary>
    public static Expr operator +(Expr left, Expr right) => Calculate(Arithmetic.Add, left, right);

    /// <summary>Difference.</summary>
    public static Expr operator -(Expr left, Expr right) => Calculate(Arithmetic.Subtract, left, right);

    /// <summary>Product.</summary>
    public static Expr operator *(Expr left, Expr right) => Calculate(Arithmetic.Multiply, left, right);

    /// <summary>Quotient; missing where the divisor is 0.</summary>
    public static Expr operator /(Expr left, Expr right) => Calculate(Arithmetic.Divide, left, right);

    /// <summary>Remainder, with the sign of the dividend; missing where the divisor is 0.</summary>
    public static Expr operator %(Expr left, Expr right) => Calculate(Arithmetic.Remainder, left, right);

    /// <summary>The number with its sign turned.</summary>
    public static Expr operator -(Expr of) => new(of.Node.Negated());

    /// <summary>Both.</summary>
    public static Expr operator &(Expr left, Expr right) =>
        new(new Node.And(Of(left) is Node.And and ? new([.. and.Parts.Span, Of(right)]) : new(Of(left), Of(right))));

    /// <summary>Either.</summary>
    public static Expr operator |(Expr left, Expr right) =>
        new(new Node.Or(Of(left) is Node.Or or ? new([.. or.Parts.Span, Of(right)]) : new(Of(left), Of(right))));

    /// <summary>Not; missing stays missing.</summary>
    public static Expr operator !(Expr of) => new(new Node.Not(of.Node));

    /// <summary>Same expression (not: same values).</summary>
    public bool Equals(Expr? other) => other is not null && Node == other.Node;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Expr);

    /// <inheritdoc/>
    public override int GetHashCode() => Node.GetHashCode();

    /// <summary>The expression in the text language.</summary>
    public override string ToString() => Node.ToString();

    private static Expr Compare(Comparison op, Expr left, Expr right) => new(new Node.Compare(op, Of(left), Of(right)));

    private static Expr Calculate(Arithmetic op, Expr left, Expr right) => new(new Node.Calculate(op, Of(left), Of(right)));

    private static Node Of(Expr expr) => expr?.Node ?? throw new ArgumentNullException(nameof(expr), "An expression is null; a missing value is Expr.Missing.");

    private static Expr Call(Function function, ReadOnlySpan<Expr> arguments) =>
        Functions.WrongCount(function, arguments.Length) is { } wrong
            ? throw new ArgumentException(wrong + ".", nameof(arguments))
            : new(new Node.Call(function, new([.. arguments.ToArray().Select(Of)])));

    private Expr OneOf(ReadOnlySpan<Node> values) =>
        values.IsEmpty ? throw new ArgumentException("In() needs at least one value.", nameof(values)) : new(new Node.OneOf(Node, new(values)));
}
