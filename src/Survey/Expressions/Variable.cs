namespace Survey;

/// <summary>What a statistic is taken of, or what domains are made by: a column by its name, or an expression.</summary>
public readonly record struct Variable
{
    private readonly Expr? _of;

    private Variable(string name, Expr of) => (Name, _of) = (name, of);

    /// <summary>Its name in results: the column, the text of the expression, or what <see cref="As"/> gave.</summary>
    public string Name { get; }

    /// <summary>The expression.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default</c>, which names nothing.</exception>
    public Expr Of => _of ?? throw new InvalidOperationException("A default Variable names nothing; give a column or an expression.");

    /// <summary>The column of that name.</summary>
    public static implicit operator Variable(string column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return new Variable(column, Expr.Col(column));
    }

    /// <summary>An expression; its text is its name.</summary>
    public static implicit operator Variable(Expr of)
    {
        ArgumentNullException.ThrowIfNull(of);
        return new Variable(of.Node is Node.Column column ? column.Name : of.ToString(), of);
    }

    /// <summary>A choice of values.</summary>
    public static implicit operator Variable(Choice of) => (Expr)of;

    /// <summary>Reads an expression in the text language, with or without <c>as NAME</c> at its end.</summary>
    /// <param name="text">As <see cref="Expr.Parse"/> takes it.</param>
    /// <exception cref="ArgumentException">The text is no expression; the message points at the character.</exception>
    public static Variable Parse(string text) => ParseList(text) is [var only] ? only : throw new ArgumentException($"\"{text}\" holds several expressions where one is wanted.");

    /// <summary>Reads expressions separated by commas.</summary>
    /// <param name="text">As <see cref="Parse"/> takes them.</param>
    /// <exception cref="ArgumentException">The text holds something else; the message points at the character.</exception>
    public static IReadOnlyList<Variable> ParseList(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Sequence<Variable>([.. ExprParser.Variables(text)]);
    }

    /// <summary>The same under another name.</summary>
    /// <param name="name">For results.</param>
    /// <exception cref="ArgumentException">The name is empty or blank.</exception>
    public Variable As(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new Variable(name, Of);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
