namespace Survey.Tests.Expressions;

/// <summary>Random well-typed trees over columns whose first letter says their type: n number, f flag, c category, o ordered category, d date.</summary>
internal sealed class RandomExpr(Random random, IReadOnlyList<string> columns)
{
    private static readonly double[] Constants = [0, 1, 2, 3, -1, -0.5, 0.125, 10, 1e-7, 1e300, 12345678901234567890];
    private static readonly double[][] Breaks = [[0, 1, 2, 3], [-2, 0, double.PositiveInfinity], [-0.5, 0.25, 2], [-1, 0.5, double.PositiveInfinity]];

    public static readonly string[] Levels = ["a", "b", "c10", "it's", "村"];
    public static readonly string[] Ranks = ["low", "mid", "high"];
    public static readonly string[] Days = ["2024-02-29", "2024/3/1", "2024-3-2"];

    public Expr Any(int depth) =>
        random.Next(5) switch { 0 => Number(depth), 1 => Category(depth), 2 => Date(depth), _ => Flag(depth) };

    public Expr Number(int depth)
    {
        if (depth <= 0)
            return random.Next(4) switch { 0 => Pick(Constants), 1 when random.Next(4) == 0 => Expr.Missing, _ => Column("n") };
        Expr Next() => random.Next(6) == 0 ? Flag(depth - 1) : Number(depth - 1);
        return random.Next(16) switch
        {
            0 or 1 => Next() + Next(),
            2 => Next() - Next(),
            3 => Next() * Next(),
            4 => Next() / Next(),
            5 => Next() % Next(),
            6 => -Next(),
            7 => Expr.Abs(Next()),
            8 => random.Next(2) == 0 ? Expr.Log(Next()) : Expr.Exp(Next()),
            9 => Expr.Round(Next(), random.Next(3)),
            10 => Expr.Min(Next(), Next(), Next()),
            11 => Expr.Max(Next(), Next()),
            12 => Expr.When(Flag(depth - 1), Flag(depth - 1), Column("n")),
            13 => random.Next(3) switch { 0 => Expr.Year(Day(depth - 1)), 1 => Expr.Month(Day(depth - 1)), _ => Expr.Age(Day(depth - 1), Day(depth - 1)) },
            _ => Chosen(depth, () => Number(depth - 1)),
        };
    }

    public Expr Flag(int depth)
    {
        if (depth <= 0)
            return random.Next(8) switch { 0 => random.Next(2) == 0, 1 => Expr.Missing.IsMissing, _ => Column("f") };
        Expr Next() => Flag(depth - 1);
        return random.Next(12) switch
        {
            0 or 1 => Next() & Next(),
            2 => Next() | Next(),
            3 => !Next(),
            4 => Any(depth - 1).IsMissing,
            5 => Compared(Number(depth - 1), Number(depth - 1), ordered: true),
            6 => random.Next(2) == 0 ? Number(depth - 1).Between(Number(depth - 1), Number(0)) : Column("n").In(Pick(Constants), random.Next(3) == 0 ? double.NaN : 1, 2),
            7 => Compared(Category(depth - 1), Category(depth - 1), ordered: false),
            8 => random.Next(3) == 0 ? Column("o").In(Pick(Ranks), "x") : Category(depth - 1).In(Pick(Levels), Pick(Levels)),
            9 => InOrder(depth),
            10 => Dated(depth),
            _ => Chosen(depth, Next),
        };
    }

    public Expr Category(int depth) =>
        depth <= 0
            ? random.Next(4) switch { 0 => Expr.Text(Pick(Levels)), 1 => Column("o"), _ => Column("c") }
            : random.Next(6) switch { 0 => Expr.Cut(Number(depth - 1), Pick(Breaks)), 1 => Expr.Left(Category(depth - 1), random.Next(1, 4)), _ => Chosen(depth, () => Category(depth - 1)) };

    private Expr Day(int depth) => random.Next(4) == 0 ? Expr.Text(Pick(Days)) : Date(depth);

    private Expr Date(int depth) => depth <= 0 ? Column("d") : Chosen(depth, () => Date(depth - 1));

    private Expr Chosen(int depth, Func<Expr> value) =>
        random.Next(4) switch
        {
            0 => Expr.When(Flag(depth - 1), value(), value()),
            1 => Expr.When(Flag(depth - 1), value()).When(Flag(depth - 1), value()).Else(value()),
            2 => Expr.Coalesce(value(), value(), value()),
            _ => new Expr(new Node.Case(
                new(Flag(depth - 1).Node, Flag(depth - 1).Node),
                new(value().Node, value().Node),
                random.Next(2) == 0 ? value().Node : Expr.Missing.Node)),
        };

    private Expr InOrder(int depth)
    {
        double[] breaks = Pick(Breaks);
        return random.Next(4) switch
        {
            0 => Compared(Column("o"), Column("o"), ordered: true),
            1 => Compared(Column("o"), Expr.Text(Pick(Ranks)), ordered: true),
            2 => Compared(Expr.Text(Pick(Ranks)), Column("o"), ordered: true),
            _ => Compared(Expr.Cut(Number(depth - 1), breaks), Expr.Text(Pick(Functions.CutLevels(breaks))), ordered: true),
        };
    }

    private Expr Dated(int depth) =>
        random.Next(3) switch
        {
            0 => Date(depth - 1).In(Pick(Days), Pick(Days)),
            1 => Compared(Date(depth - 1), Expr.Text(Pick(Days)), ordered: true),
            _ => Compared(Date(depth - 1), Date(depth - 1), ordered: true),
        };

    private Expr Compared(Expr left, Expr right, bool ordered) =>
        random.Next(ordered ? 6 : 2) switch
        {
            0 => left == right,
            1 => left != right,
            2 => left < right,
            3 => left <= right,
            4 => left > right,
            _ => left >= right,
        };

    private Expr Column(string type) => Expr.Col(Pick([.. columns.Where(name => name.StartsWith(type, StringComparison.Ordinal))]));

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
