using static Survey.Statistic;

namespace Survey.Tests.Totals;

/// <summary>Seeded rows of units and domains for totals, with what is missing and weights of 0.</summary>
internal sealed class TotalsSample
{
    private readonly int _domains;

    /// <param name="seed">Of the numbers.</param>
    /// <param name="rows">How many.</param>
    /// <param name="units">How many.</param>
    /// <param name="domains">How many.</param>
    /// <param name="sorted">Whether the rows of a unit stand together.</param>
    /// <param name="complete">Rows before any number is missing.</param>
    public TotalsSample(int seed, int rows, int units, int domains, bool sorted, int complete = 0)
    {
        _domains = domains;
        var random = new Random(seed);
        double[] Numbers(Func<double> draw) => [.. Enumerable.Range(0, rows).Select(_ => draw())];
        UnitOfRow = [.. Enumerable.Range(0, rows).Select(row => sorted ? (int)((long)row * units / rows) : random.Next(units))];
        for (int unit = 0; unit < Math.Min(units, rows); unit++)
            UnitOfRow[sorted ? (int)(((long)unit * rows + units - 1) / units) : rows - 1 - unit] = unit;
        int[] codes = [.. Enumerable.Range(0, rows).Select(_ => random.Next(50) == 0 ? -1 : random.Next(domains))];
        double[] flags = Numbers(() => random.Next(30) == 0 ? double.NaN : random.Next(2)), y = Numbers(() => random.Next(20) == 0 ? double.NaN : 50 + 10 * random.NextDouble());
        double[] z = Numbers(() => random.Next(15) == 0 ? double.NaN : random.NextDouble() - 0.5), one = Numbers(() => random.Next(9) == 0 ? double.NaN : random.Next(2));
        foreach (double[] numbers in (double[][])[y, z, one])
            for (int row = 0; row < complete; row++)
                numbers[row] = double.IsNaN(numbers[row]) ? 1 : numbers[row];
        Table = Table.FromColumns([
            ("unit", new NumberColumn([.. UnitOfRow.Select(unit => (double)unit)])), ("w", new NumberColumn(Numbers(() => random.Next(40) == 0 ? 0 : 1 + 10 * random.NextDouble()))),
            ("flag", FlagColumn.Owning([.. flags.Select(flag => double.IsNaN(flag) ? FlagColumn.Missing : (byte)flag)])), ("one", new NumberColumn(one)),
            ("whole", new NumberColumn(Numbers(() => random.Next(10)))), ("y", new NumberColumn(y)), ("x", new NumberColumn([.. y.Select(own => double.IsNaN(own) ? own : own * random.NextDouble())])),
            ("z", new NumberColumn(z)),
            ("full", new CategoryColumn(codes.Select(code => Math.Max(code, 0)).ToArray(), Levels)), ("part", (Column)new CategoryColumn(codes, Levels))]);
    }

    public Table Table { get; }

    public int[] UnitOfRow { get; }

    private string[] Levels => [.. Enumerable.Range(0, _domains).Select(domain => $"{domain}")];

    /// <summary>Statistics by a name for each mixture.</summary>
    public static Statistic[] Asked(string of) => of switch
    {
        "flag" => [Proportion("flag")],
        "one" => [Proportion("one")],
        "indicators" => [Proportion("flag"), Proportion("one"), Proportion("flag")],
        "mean" => [Mean("y")],
        "alike" => [Mean("whole"), Mean("y"), Mean("x"), Total("whole")],
        _ => [Mean("whole"), Proportion("one"), Ratio("y", "z"), Total("z"), Variance("y"), Mean("x")],
    };

    /// <summary>A request for those, and what it is made of.</summary>
    /// <param name="of">Names a mixture.</param>
    /// <param name="by">What splits the rows; or null.</param>
    /// <param name="where">Who is meant; or null.</param>
    /// <param name="units">Codes of units; by default their numbers.</param>
    /// <param name="design">By default the units are PSUs.</param>
    public (Request Request, Term[][] Terms) Ask(string of, string? by, Expr? where = null, UnitCodes? units = null, Design? design = null)
    {
        design ??= new SurveyDesign(Table, "w", clusters: "unit", lonelyPsu: LonelyPsu.Certainty);
        var binder = new Binder(design.Rows);
        var domains = new DomainCodes(design.Rows, where, by is null ? [] : [by], binder);
        Term[][] terms = [.. Asked(of).SelectMany(statistic => statistic.Expand(binder)).Select(one => one.Terms.ToArray())];
        TermGroup[] groups = [.. terms.Select(own => new TermGroup(own, domains.Count, binder))];
        var request = new Request(design, domains, groups, binder);
        request.Units = units ?? request.Units;
        return (request, terms);
    }
}
