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
}
