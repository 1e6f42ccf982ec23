namespace Survey;

internal sealed partial class Binder
{
    private Bound Compare(Node.Compare node)
    {
        Bound left = Bind(node.Left), right = Bind(node.Right);
        if (left.Type is null || right.Type is null)
            return new Bound(Variety.Flag, e => Flags(Repeat(FlagColumn.Missing, e)));
        if (left.Literal is Node.Text && right.Literal is not Node.Text)
            return Compare(new Node.Compare(Turned(node.Op), node.Right, node.Left));
        return (left.Type, right.Type) switch
        {
            (ColumnType.Number, ColumnType.Number) => new Bound(Variety.Flag, e => Flags(Kernels.Compare(node.Op, e.Numbers(left), e.Numbers(right)))),
            (ColumnType.Date, ColumnType.Date) => new Bound(Variety.Flag, e => Flags(Kernels.Compare(node.Op, e.Days(left), e.Days(right), DateColumn.Missing))),
            (ColumnType.Date, _) when right.Literal is Node.Text text => CompareDays(node, left, text.Value),
            (ColumnType.Category, _) when right.Literal is Node.Text text => CompareLevel(node, left, text.Value),
            (ColumnType.Category, ColumnType.Category) => CompareCategories(node, left, right),
            (ColumnType.Flag, ColumnType.Flag) => CompareFlags(node),
            _ => throw Incomparable(node, left, right),
        };
    }

    internal static Comparison Turned(Comparison op) =>
        op switch
        {
            Comparison.Less => Comparison.Greater,
            Comparison.LessOrEqual => Comparison.GreaterOrEqual,
            Comparison.Greater => Comparison.Less,
            Comparison.GreaterOrEqual => Comparison.LessOrEqual,
            _ => op,
        };

    private static bool AsksOrder(Comparison op) => op is not (Comparison.Equal or Comparison.NotEqual);

    private static Bound CompareDays(Node.Compare node, Bound date, string text)
    {
        int day = DayOf(node, text);
        return new Bound(Variety.Flag, e => Flags(Kernels.Compare(node.Op, e.Days(date), Repeat(day, e), DateColumn.Missing)));
    }

    private Bound CompareLevel(Node.Compare node, Bound category, string level)
    {
        IReadOnlyList<string> levels = category.Variety!.Levels;
        int code = IndexOf(levels, level);
        if (code < 0)
            NoteUnknownLevel(node.Left, level, levels);
        if (AsksOrder(node.Op))
        {
            if (!category.Variety.Ordered)
                throw new SurveyDataException($"'{node}' asks for an order of '{node.Left}', whose levels have none; use = or in, or make an ordered category.");
            if (code < 0)
                throw new SurveyDataException($"'{node}' asks for the order of '{level}', which is no level of '{node.Left}'{Nearest.Hint(level, levels, ".")}");
        }
        byte[] table = new byte[levels.Count];
        for (int k = 0; k < table.Length; k++)
            table[k] = Kernels.Holds(node.Op, code < 0 ? 1 : k.CompareTo(code)) ? (byte)1 : (byte)0;
        return new Bound(Variety.Flag, e => Flags(Kernels.LookUp(e.Codes(category), table)));
    }

    private static Bound CompareCategories(Node.Compare node, Bound left, Bound right)
    {
        IReadOnlyList<string> levels = left.Variety!.Levels;
        bool sameOrder = left.Variety.Ordered && right.Variety!.Ordered && levels.SequenceEqual(right.Variety.Levels);
        if (AsksOrder(node.Op) && !sameOrder)
            throw new SurveyDataException($"'{node}' asks for an order that '{node.Left}' and '{node.Right}' do not share; use = or <>.");
        // codes of the right side in the left side's numbering; -2 is no level of the left side and equals nothing
        int[] recoded = [.. right.Variety!.Levels.Select(level => IndexOf(levels, level) is var code and >= 0 ? code : -2)];
        return new Bound(Variety.Flag, e =>
        {
            int[] other = [.. e.Codes(right)];
            for (int row = 0; row < other.Length; row++)
                other[row] = other[row] < 0 ? CategoryColumn.Missing : recoded[other[row]];
            return Flags(Kernels.Compare(node.Op, e.Codes(left), other, CategoryColumn.Missing));
        });
    }

    private Bound CompareFlags(Node.Compare node)
    {
        if (AsksOrder(node.Op))
            throw NoOrderOfFlags(node);
        Bound left = Number(node.Left), right = Number(node.Right);
        return new Bound(Variety.Flag, e => Flags(Kernels.Compare(node.Op, e.Numbers(left), e.Numbers(right))));
    }

    private static SurveyDataException NoOrderOfFlags(Node.Compare node) =>
        new($"'{node}' asks for the order of a flag; to ask for a range write x between 15 and 69 (in C#: x.Between(15, 69)).");

    private static SurveyDataException Incomparable(Node.Compare node, Bound left, Bound right)
    {
        if (AsksOrder(node.Op) && (left.Type == ColumnType.Flag || right.Type == ColumnType.Flag))
            return NoOrderOfFlags(node);
        string way = (left.Type, right.Literal) switch
        {
            (ColumnType.Category, Node.Number number) => $"; write the level as a text: {node.Left} = '{number}'",
            (ColumnType.Number, Node.Text text) => $"; write a number without quotes: {node.Left} = {(double.TryParse(text.Value, System.Globalization.CultureInfo.InvariantCulture, out _) ? text.Value : "1")}",
            (ColumnType.Flag, _) => $"; a flag is a condition by itself: {node.Left}, not {node.Left}",
            _ when right.Type == ColumnType.Flag => $"; a flag is a condition by itself: {node.Right}, not {node.Right}",
            (ColumnType.Date, _) => $"; write a date as a text: {node.Left} {NodeText.Symbol(node.Op)} '2024-09-30'",
            _ => "; compare values of one type",
        };
        return new SurveyDataException($"'{node}' compares {Called(left)} with {Called(right)}{way}.");
    }

    private Bound OneOf(Node.OneOf node)
    {
        Bound of = Bind(node.Of);
        if (of.Type is null)
            return new Bound(Variety.Flag, e => Flags(Repeat(FlagColumn.Missing, e)));
        // a missing value among them makes "no" a "missing", as in SQL
        Node[] values = [.. node.Values.Where(value => value is not Node.Missing)];
        byte no = values.Length < node.Values.Count ? FlagColumn.Missing : (byte)0;
        if (of.Type == ColumnType.Category && values.All(value => value is Node.Text))
            return OneOfLevels(node, of, [.. values.Select(value => ((Node.Text)value).Value)], no);
        foreach (Node value in values)
            Compare(new Node.Compare(Comparison.Equal, node.Of, value)); // refuses a value of another type
        return of.Type switch
        {
            ColumnType.Number => OneOf(values.Select(value => ((Node.Number)value).Value), e => e.Numbers(of), double.NaN, no),
            ColumnType.Date => OneOf(values.Select(value => DateText.TryRead(((Node.Text)value).Value, out int day) ? day : DateColumn.Missing), e => e.Days(of), DateColumn.Missing, no),
            _ => OneOf(values.Select(value => ((Node.Flag)value).Value ? (byte)1 : (byte)0), e => e.Flags(of), FlagColumn.Missing, no),
        };
    }

    private static Bound OneOf<T>(IEnumerable<T> among, Func<Evaluation, ReadOnlySpan<T>> values, T missing, byte no)
        where T : IEquatable<T>
    {
        HashSet<T> set = [.. among];
        return new Bound(Variety.Flag, e => Flags(Kernels.OneOf(values(e), set, missing, no)));
    }

    private Bound OneOfLevels(Node.OneOf node, Bound category, string[] among, byte no)
    {
        IReadOnlyList<string> levels = category.Variety!.Levels;
        HashSet<string> set = [.. among];
        byte[] table = [.. levels.Select(level => set.Contains(level) ? (byte)1 : no)];
        set.ExceptWith(levels);
        foreach (string unknown in among.Where(set.Contains))
            NoteUnknownLevel(node.Of, unknown, levels);
        return new Bound(Variety.Flag, e => Flags(Kernels.LookUp(e.Codes(category), table)));
    }

    private void NoteUnknownLevel(Node of, string level, IReadOnlyList<string> levels)
    {
        string note = $"'{of}' has no level '{level}', so nothing is equal to it{Nearest.Hint(level, levels)}";
        if (!_notes.Contains(note))
            _notes.Add(note);
    }

    internal static int IndexOf(IReadOnlyList<string> levels, string level)
    {
        for (int code = 0; code < levels.Count; code++)
            if (string.Equals(levels[code], level, StringComparison.Ordinal))
                return code;
        return -1;
    }
}
