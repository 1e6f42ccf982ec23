using System.Globalization;

namespace Survey.Tests.Expressions;

/// <summary>
/// Evaluates an expression for one row at a time, from the rules as they are documented and as plainly as can be.
/// A value is a double, a bool, a DateOnly or a <see cref="Level"/>; null is missing.
/// </summary>
/// <param name="row">The value of each column.</param>
internal sealed class NaiveTwin(Func<string, object?> row)
{
    /// <summary>A level, and the order of its category if it has one.</summary>
    public sealed record Level(string Text, string[]? Order = null);

    public object? Of(Expr expr) => Of(expr.Node);

    private object? Of(Node node) =>
        node switch
        {
            Node.Column column => row(column.Name),
            Node.Number number => number.Value,
            Node.Flag flag => flag.Value,
            Node.Text text => new Level(text.Value),
            Node.Missing => null,
            Node.Not not => Of(not.Of) is bool flag ? !flag : null,
            Node.And and => All([.. and.Parts.Select(Of)]),
            Node.Between between => All([Compare(Comparison.GreaterOrEqual, Of(between.Of), Of(between.Low)), Compare(Comparison.LessOrEqual, Of(between.Of), Of(between.High))]),
            Node.Or or => Some([.. or.Parts.Select(Of)]),
            Node.IsMissing missing => Of(missing.Of) is null,
            Node.Compare compare => Compare(compare.Op, Of(compare.Left), Of(compare.Right)),
            Node.OneOf oneOf => Some([.. oneOf.Values.Select(value => (object?)Compare(Comparison.Equal, Of(oneOf.Of), Of(value)))]),
            Node.Negate negate => Number(negate.Of) is { } number ? -number : null,
            Node.Calculate calculate => Calculate(calculate.Op, Number(calculate.Left), Number(calculate.Right)),
            Node.If choice => Of(choice.Condition) is bool holds ? Of(holds ? choice.Then : choice.Otherwise) : null,
            Node.Case choice => Case(choice),
            Node.Call call => Call(call.Function, call.Arguments),
            _ => throw new NotSupportedException(),
        };

    private static bool? All(object?[] flags) => flags.Contains(false) ? false : flags.Contains(null) ? null : true;

    private static bool? Some(object?[] flags) => flags.Contains(true) ? true : flags.Contains(null) ? null : false;

    private object? Case(Node.Case choice)
    {
        for (int arm = 0; arm < choice.Conditions.Count; arm++)
            if (Of(choice.Conditions[arm]) is true)
                return Of(choice.Thens[arm]);
        return Of(choice.Otherwise);
    }

    private static bool? Compare(Comparison op, object? left, object? right)
    {
        if (left is null || right is null)
            return null;
        int order = (left, right) switch
        {
            (DateOnly a, DateOnly b) => a.CompareTo(b),
            (DateOnly a, Level b) => a.CompareTo(Day(b.Text)),
            (Level a, DateOnly b) => Day(a.Text).CompareTo(b),
            (Level a, Level b) when op is Comparison.Equal or Comparison.NotEqual => a.Text == b.Text ? 0 : 1,
            (Level a, Level b) => Rank(a, b).CompareTo(Rank(b, a)),
            _ => Number(left).CompareTo(Number(right)),
        };
        return op switch
        {
            Comparison.Equal => order == 0,
            Comparison.NotEqual => order != 0,
            Comparison.Less => order < 0,
            Comparison.LessOrEqual => order <= 0,
            Comparison.Greater => order > 0,
            Comparison.GreaterOrEqual => order >= 0,
            _ => throw new NotSupportedException(),
        };
    }

    private static int Rank(Level level, Level other) => Array.IndexOf((level.Order ?? other.Order)!, level.Text);

    private static DateOnly Day(string text)
    {
        int[] parts = [.. text.Split('-', '/').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
        return new DateOnly(parts[0], parts[1], parts[2]);
    }

    private static double Number(object value) => value is bool flag ? (flag ? 1 : 0) : (double)value;

    private double? Number(Node node) => Of(node) is { } value ? Number(value) : null;

    private static double? Calculate(Arithmetic op, double? left, double? right)
    {
        if (left is not { } a || right is not { } b || (b == 0 && op is (Arithmetic.Divide or Arithmetic.Remainder)))
            return null;
        return Held(op switch
        {
            Arithmetic.Add => a + b,
            Arithmetic.Subtract => a - b,
            Arithmetic.Multiply => a * b,
            Arithmetic.Divide => a / b,
            Arithmetic.Remainder => a % b,
            _ => throw new NotSupportedException(),
        });
    }

    private static double? Held(double value) => double.IsInfinity(value) ? null : value;

    private object? Call(Function function, Sequence<Node> arguments)
    {
        if (function == Function.Coalesce)
            return arguments.Select(Of).FirstOrDefault(value => value is not null);
        if (function == Function.Left)
            return Of(arguments[0]) is Level level ? new Level(string.Concat(level.Text.EnumerateRunes().Take((int)((Node.Number)arguments[1]).Value))) : null;
        if (function is Function.Age or Function.Year or Function.Month)
            return Part(function, [.. arguments.Select(node => Of(node) is { } value ? value as DateOnly? ?? Day(((Level)value).Text) : (DateOnly?)null)]);
        double?[] numbers = [.. arguments.Select(Number)];
        if (numbers.Contains(null))
            return null;
        double first = numbers[0]!.Value;
        return function switch
        {
            Function.Abs => first < 0 ? -first : first,
            Function.Log => first > 0 ? Held(Math.Log(first)) : null,
            Function.Exp => Held(Math.Exp(first)),
            Function.Min => numbers.Min(),
            Function.Max => numbers.Max(),
            Function.Round => Held(Rounded(first, numbers.Length > 1 ? (int)numbers[1]!.Value : 0)),
            Function.Cut => Group(first, [.. numbers.Skip(1).Select(value => value!.Value)]),
            _ => throw new NotSupportedException(),
        };
    }

    private static double? Part(Function function, DateOnly?[] days) =>
        days.Contains(null) ? null : function switch
        {
            Function.Year => days[0]!.Value.Year,
            Function.Month => days[0]!.Value.Month,
            _ => Age(days[0]!.Value, days[1]!.Value),
        };

    /// <summary>Counts the birthdays passed.</summary>
    public static double? Age(DateOnly birth, DateOnly on)
    {
        if (on < birth)
            return null;
        int age = 0;
        while (Birthday(birth, birth.Year + age + 1) <= on)
            age++;
        return age;
    }

    private static DateOnly Birthday(DateOnly birth, int year) =>
        birth is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(year) ? new DateOnly(year, 3, 1) : new DateOnly(year, birth.Month, birth.Day);

    private static double Rounded(double value, int digits)
    {
        double size = Math.Abs(value), scale = Math.Pow(10, digits);
        if (size >= 1e15)
            return value;
        double whole = Math.Floor(size * scale), rest = size * scale - whole;
        return Math.Sign(value) * (rest >= 0.5 ? whole + 1 : whole) / scale;
    }

    private static Level? Group(double value, double[] breaks)
    {
        bool whole = breaks.All(number => double.IsInfinity(number) || number == Math.Round(number));
        string[] labels = [.. breaks.Zip(breaks.Skip(1), (from, to) => Label(from, to, whole))];
        for (int group = 0; group < labels.Length; group++)
            if (breaks[group] <= value && value < breaks[group + 1])
                return new Level(labels[group], labels);
        return null;
    }

    private static string Label(double from, double to, bool whole) =>
        !whole ? FormattableString.Invariant($"[{from}, ") + (double.IsInfinity(to) ? "inf)" : FormattableString.Invariant($"{to})"))
        : double.IsInfinity(to) ? FormattableString.Invariant($"{from}+")
        : to - from == 1 ? FormattableString.Invariant($"{from}")
        : FormattableString.Invariant($"{from}-{to - 1}");
}
