namespace Survey;

internal sealed partial class Binder
{
    private Bound Call(Node.Call call)
    {
        Sequence<Node> arguments = call.Arguments;
        return call.Function switch
        {
            Function.Abs => Mapped(arguments[0], Math.Abs),
            Function.Log => Mapped(arguments[0], Math.Log),
            Function.Exp => Mapped(arguments[0], Math.Exp),
            Function.Sqrt => Mapped(arguments[0], Math.Sqrt),
            Function.Min => Folded(arguments, Math.Min),
            Function.Max => Folded(arguments, Math.Max),
            Function.Round => Round(arguments),
            Function.Coalesce => Coalesce(arguments),
            Function.Left => Left(call),
            Function.Age => Age(call),
            Function.Year => Mapped(call, day => day.Year),
            Function.Month => Mapped(call, day => day.Month),
            _ => Cut(arguments),
        };
    }

    private Bound Folded(Sequence<Node> arguments, Func<double, double, double> fold)
    {
        Bound[] bound = [.. arguments.Select(Number)];
        return new Bound(Variety.Number, e =>
        {
            double[] folded = [.. e.Numbers(bound[0])];
            foreach (Bound argument in bound.AsSpan(1))
            {
                ReadOnlySpan<double> values = e.Numbers(argument);
                for (int row = 0; row < folded.Length; row++)
                    folded[row] = fold(folded[row], values[row]);
            }
            return Numbers(folded);
        });
    }

    private Bound Round(Sequence<Node> arguments)
    {
        double digits = arguments.Count == 1 ? 0 : arguments[1] is Node.Number number ? number.Value : double.NaN;
        if (!(digits is >= 0 and <= 15 && digits == Math.Floor(digits)))
            throw new SurveyDataException($"round takes a whole number of digits from 0 to 15, not '{arguments[1]}'.");
        return Mapped(arguments[0], value => Math.Round(value, (int)digits, MidpointRounding.AwayFromZero));
    }

    private Bound Cut(Sequence<Node> arguments)
    {
        Bound of = Number(arguments[0]);
        double[] breaks = [.. arguments.Skip(1).Select(argument => ((Node.Number)argument).Value)];
        Variety variety = Variety.Category(Functions.CutLevels(breaks), ordered: true);
        return new Bound(variety, e =>
        {
            ReadOnlySpan<double> values = e.Numbers(of);
            int[] codes = new int[values.Length];
            for (int row = 0; row < codes.Length; row++)
                codes[row] = GroupOf(values[row], breaks);
            return Category(codes, variety);
        });
    }

    private static int GroupOf(double value, double[] breaks)
    {
        if (!(value >= breaks[0] && value < breaks[^1]))
            return CategoryColumn.Missing;
        int group = Array.BinarySearch(breaks, value);
        return group >= 0 ? group : ~group - 1;
    }

    /// <summary>The beginnings of the levels: found once for each level, then looked up by code.</summary>
    private Bound Left(Node.Call call)
    {
        Node node = call.Arguments[0];
        if (call.Arguments[1] is not Node.Number { Value: >= 1 } length || length.Value != Math.Floor(length.Value))
            throw new SurveyDataException($"left takes a whole number of characters, at least 1, not '{call.Arguments[1]}'.");
        Bound of = Bind(node);
        if (of.Type is null)
            return MissingOf(Variety.Category([]));
        if (of.Type != ColumnType.Category)
            throw NoCharacters(call, node, of);
        string[] beginnings = [.. of.Variety!.Levels.Select(level => Beginning(level, length.Value))];
        string[] levels = [.. beginnings.Distinct(StringComparer.Ordinal).Order(LevelOrder.Natural)];
        Dictionary<string, int> codeOf = levels.Index().ToDictionary(level => level.Item, level => level.Index, StringComparer.Ordinal);
        int[] recoded = Array.ConvertAll(beginnings, beginning => codeOf[beginning]);
        return Recoded(of, recoded, Variety.Category(levels));
    }

    internal static string Beginning(string level, double characters)
    {
        int at = 0;
        for (double taken = 0; taken < characters && at < level.Length; taken++)
            at += char.IsSurrogatePair(level, at) ? 2 : 1;
        return level[..at];
    }

    private static SurveyDataException NoCharacters(Node.Call call, Node node, Bound of)
    {
        string way = of.Type switch
        {
            ColumnType.Number => "have a code read as a category, which keeps its digits and leading zeros",
            ColumnType.Date => $"year({node}) and month({node}) are its parts",
            _ => $"a flag is a condition by itself: {node}",
        };
        return new SurveyDataException($"'{call}' takes characters of a category, and '{node}' is {Called(of)}; {way}.");
    }
}
