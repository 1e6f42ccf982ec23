namespace Survey;

internal enum Comparison { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual }

internal enum Arithmetic { Add, Subtract, Multiply, Divide, Remainder }

internal enum Function { Abs, Min, Max, Round, Log, Exp, Sqrt, Coalesce, Cut, Left, Age, Year, Month }

/// <summary>The tree behind <see cref="Expr"/>. Records, so that equal expressions are equal and one request computes each once.</summary>
internal abstract record Node
{
    /// <summary>Evaluation is recursive: what nests deeper is refused before it can exhaust the stack.</summary>
    public const int DeepestAllowed = 200;

    /// <summary>Trees are hashed and compared part by part: what is larger, such as a sum doubled again and again, is refused before that takes long.</summary>
    public const int LargestAllowed = 100_000;

    // a single part is given as [part]: a bare one would be taken for the record's copy constructor
    private Node(params ReadOnlySpan<Node> parts)
    {
        foreach (Node part in parts)
        {
            Depth = Math.Max(Depth, part.Depth);
            Size += part.Size;
        }
        Depth++;
        if (++Size > LargestAllowed)
            throw new ArgumentException($"The expression has more than {Invariant.Count(LargestAllowed)} parts; use in (...), or split it over derived columns.");
        if (Depth > DeepestAllowed)
            throw new ArgumentException($"The expression nests more than {DeepestAllowed} deep; use in (...), between, or split it over derived columns.");
    }

    public int Depth { get; }

    /// <summary>Number of nodes, each counted as often as it stands in the tree.</summary>
    public int Size { get; }

    /// <summary>The node with its sign turned; a number turns its own, so that a tree is equal to the one read from its text.</summary>
    public Node Negated() => this is Number number ? new Number(-number.Value) : new Negate(this);

    public sealed override string ToString() => NodeText.Of(this);

    public sealed record Column(string Name) : Node;

    public sealed record Number(double Value) : Node;

    public sealed record Text(string Value) : Node;

    public sealed record Flag(bool Value) : Node;

    public sealed record Missing : Node;

    public sealed record Compare(Comparison Op, Node Left, Node Right) : Node(Left, Right);

    /// <summary>Both ends included.</summary>
    public sealed record Between(Node Of, Node Low, Node High) : Node(Of, Low, High);

    public sealed record Calculate(Arithmetic Op, Node Left, Node Right) : Node(Left, Right);

    public sealed record Negate(Node Of) : Node([Of]);

    public sealed record And(Sequence<Node> Parts) : Node(Parts.Span);

    public sealed record Or(Sequence<Node> Parts) : Node(Parts.Span);

    public sealed record Not(Node Of) : Node([Of]);

    public sealed record IsMissing(Node Of) : Node([Of]);

    public sealed record OneOf(Node Of, Sequence<Node> Values) : Node([Of]);

    /// <summary>SQL's: the first arm whose condition is true; a missing condition goes on to the next.</summary>
    public sealed record Case(Sequence<Node> Conditions, Sequence<Node> Thens, Node Otherwise) : Node([.. Conditions.Span, .. Thens.Span, Otherwise]);

    /// <summary>One of two values, missing where the condition is missing.</summary>
    public sealed record If(Node Condition, Node Then, Node Otherwise) : Node(Condition, Then, Otherwise);

    public sealed record Call(Function Function, Sequence<Node> Arguments) : Node(Arguments.Span);
}
