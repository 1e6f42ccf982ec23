namespace Survey;

/// <summary>Meets expressions with the columns of rows: checks types and prepares evaluation. Equal expressions are bound, and so computed, once.</summary>
internal sealed partial class Binder(Rows rows)
{
    // among many levels one may be the name of a person
    private const int MostLevelsQuoted = 20;

    private readonly Dictionary<Node, Bound> _bound = [];
    private readonly Dictionary<Bound, Bound> _numbersOfFlags = [];
    private readonly List<string> _columns = [];
    private readonly List<string> _notes = [];

    /// <summary>The columns that what was bound needs, in the order in which a chunk must have them.</summary>
    public IReadOnlyList<string> Columns => _columns;

    /// <summary>What should be said of expressions that are right in form: levels that no column has.</summary>
    public IReadOnlyList<string> Notes => _notes;

    public Bound Bind(Expr expr) => Bind(expr.Node);

    /// <summary>A condition: a flag, or an error that says what it is instead.</summary>
    public Bound Condition(Expr expr) => Condition(expr.Node);

    /// <summary>Numbers: a flag counts as 0 and 1.</summary>
    public Bound Number(Expr expr) => Number(expr.Node);

    private Bound Bind(Node node)
    {
        if (!_bound.TryGetValue(node, out Bound? bound))
            _bound[node] = bound = Make(node);
        return bound;
    }

    private Bound Make(Node node) =>
        node switch
        {
            Node.Column column => Column(column.Name),
            Node.Number number => new Bound(Variety.Number, e => NumberColumn.Owning(Repeat(number.Value, e))) { Literal = node },
            Node.Text text => new Bound(Variety.Category([text.Value]), e => new CategoryColumn(Repeat(0, e), [text.Value])) { Literal = node },
            Node.Flag flag => new Bound(Variety.Flag, e => Flags(Repeat(flag.Value ? (byte)1 : (byte)0, e))) { Literal = node },
            Node.Missing => new Bound(null, e => NumberColumn.Owning(Repeat(double.NaN, e))) { Literal = node },
            Node.Compare compare => Compare(compare),
            Node.Between between => Between(between),
            Node.Calculate calculate => Calculate(calculate),
            Node.Negate negate => Mapped(negate.Of, value => -value),
            Node.And and => Combined(and.Parts, Kernels.And),
            Node.Or or => Combined(or.Parts, Kernels.Or),
            Node.Not not => Not(Condition(not.Of)),
            Node.IsMissing missing => IsMissing(Bind(missing.Of)),
            Node.OneOf oneOf => OneOf(oneOf),
            Node.Case choice => Choose(choice.Conditions, [.. choice.Thens, choice.Otherwise], missingGoesOn: true),
            Node.If choice => Choose([choice.Condition], [choice.Then, choice.Otherwise], missingGoesOn: false),
            Node.Call call => Call(call),
            _ => throw new ArgumentOutOfRangeException(nameof(node)),
        };

    /// <summary>Where a column stands in the chunks of the pass, which will have it.</summary>
    public int IndexOf(string column)
    {
        rows.Require(column);
        int index = _columns.IndexOf(column);
        if (index < 0)
        {
            index = _columns.Count;
            _columns.Add(column);
        }
        return index;
    }

    private Bound Column(string name)
    {
        int index = IndexOf(name);
        Variety variety = rows.VarietyOf(name);
        return new Bound(variety, rows.AreStreamed && variety.Type == ColumnType.Category
            ? e => WithLevels(e.Chunk.Columns[index], variety, name)
            : e => e.Chunk.Columns[index])
        { IsColumn = true };
    }

    /// <summary>Refuses levels that were not told of when the expression was bound.</summary>
    private static Column WithLevels(Column column, Variety told, string name) =>
        column is CategoryColumn category && category.Levels.Count <= told.Levels.Count ? column : throw new ProvisionalFactsException(name);

    private Bound Between(Node.Between node)
    {
        try
        {
            return Combined(new(new Node.Compare(Comparison.GreaterOrEqual, node.Of, node.Low), new Node.Compare(Comparison.LessOrEqual, node.Of, node.High)), Kernels.And);
        }
        catch (SurveyDataException error)
        {
            throw new SurveyDataException($"In '{node}': {error.Message}", error);
        }
    }

    private Bound Condition(Node node)
    {
        Bound bound = Bind(node);
        if (bound.Type == ColumnType.Flag)
            return bound;
        if (bound.Type is null)
            return new Bound(Variety.Flag, e => Flags(Repeat(FlagColumn.Missing, e)));
        throw new SurveyDataException($"'{node}' is {Called(bound)} where a condition is wanted; write a comparison such as {Comparable(node, bound)}.");
    }

    private Bound Number(Node node)
    {
        Bound bound = Bind(node);
        switch (bound.Type)
        {
            case null or ColumnType.Number:
                return bound;
            case ColumnType.Flag:
                if (!_numbersOfFlags.TryGetValue(bound, out Bound? numbers))
                    _numbersOfFlags[bound] = numbers = new Bound(Variety.Number, e => Numbers(Kernels.Numbers(e.Flags(bound))));
                return numbers;
            default:
                string why = bound.Variety?.WhyNotNumber is { } reason ? $" because {reason}, where numbers are wanted" : $" where numbers are wanted; a comparison counts as 1 and 0, such as {Comparable(node, bound)}";
                throw new SurveyDataException($"'{node}' is {Called(bound)}{why}.");
        }
    }

    private Bound Combined(Sequence<Node> parts, Func<ReadOnlySpan<byte>, ReadOnlySpan<byte>, byte[]> kernel)
    {
        Bound[] bound = [.. parts.Select(Condition)];
        return new Bound(Variety.Flag, e =>
        {
            ReadOnlySpan<byte> combined = e.Flags(bound[0]);
            foreach (Bound part in bound.AsSpan(1))
                combined = kernel(combined, e.Flags(part));
            return Flags(combined.ToArray());
        });
    }

    private static Bound Not(Bound of) => new(Variety.Flag, e => Flags(Kernels.Not(e.Flags(of))));

    private static Bound IsMissing(Bound of) =>
        new(Variety.Flag, e =>
        {
            Column column = e.Of(of);
            byte[] flags = new byte[column.Length];
            for (int row = 0; row < flags.Length; row++)
                flags[row] = column.IsMissing(row) ? (byte)1 : (byte)0;
            return Flags(flags);
        });

    private Bound Calculate(Node.Calculate node)
    {
        Bound left = Number(node.Left), right = Number(node.Right);
        return new Bound(Variety.Number, e => Numbers(Kernels.Calculate(node.Op, e.Numbers(left), e.Numbers(right))));
    }

    private Bound Mapped(Node of, Func<double, double> function)
    {
        Bound bound = Number(of);
        return new Bound(Variety.Number, e => Numbers(Kernels.Map(e.Numbers(bound), function)));
    }

    /// <summary>A comparison that can be asked of what is no condition and no number, for messages.</summary>
    private static string Comparable(Node node, Bound bound) =>
        bound.Type switch
        {
            ColumnType.Number => $"{node} = 1",
            ColumnType.Date => $"{node} >= '2024-09-30'",
            _ => $"{node} = '{(bound.Variety!.Levels is { Count: > 0 and <= MostLevelsQuoted } levels ? levels[0] : "a level")}'",
        };

    private static string Called(Bound bound) =>
        bound.Literal is Node.Text ? "a text" : bound.Type?.Called() ?? "missing";

    private static NumberColumn Numbers(double[] values) => NumberColumn.Owning(values);

    private static FlagColumn Flags(byte[] values) => FlagColumn.Owning(values);

    private static T[] Repeat<T>(T value, Evaluation evaluation)
    {
        T[] values = new T[evaluation.RowCount];
        Array.Fill(values, value);
        return values;
    }
}
