using System.Globalization;

namespace Survey.Tests.Laws;

/// <summary>One row of a sample.</summary>
/// <param name="Stratum">Its stratum; the same in every row of a design without strata.</param>
/// <param name="Units">Its cluster at each stage, numbered anew within each parent.</param>
/// <param name="Sizes">What each stage's population size says.</param>
/// <param name="Weight">At least 0.</param>
/// <param name="Y">A number, or NaN.</param>
/// <param name="X">A number above 0, or NaN.</param>
/// <param name="Smoker">May be missing.</param>
/// <param name="Kind">"a", "b" or "c"; may be missing.</param>
/// <param name="Region">"east" or "west", hardly ever "north"; may be missing.</param>
internal sealed record Row(string Stratum, int[] Units, double[] Sizes, double Weight, double Y, double X, bool? Smoker, string? Kind, string? Region)
{
    /// <summary>Its PSU's place on a list: unlike those of all other PSUs, of whatever stratum.</summary>
    public double Place => Units[0] * 37L % 1_000_003 + int.Parse(Stratum.AsSpan(2), CultureInfo.InvariantCulture) / 100.0;
}

/// <summary>A sample drawn from a seed: unequal strata, stages and weights, weights of 0, missing values, an empty level.</summary>
internal sealed class RandomSample
{
    private readonly Random _random;

    private RandomSample(SamplePlan plan, Random random, IReadOnlyList<Row> rows) => (Plan, _random, Rows) = (plan, random, rows);

    public SamplePlan Plan { get; }

    public IReadOnlyList<Row> Rows { get; }

    public static RandomSample Of(int seed, SamplePlan plan)
    {
        var random = new Random(seed);
        var rows = new List<Row>();
        for (int h = 0; h < Math.Max(1, plan.Strata); h++)
            Draw(plan, random, $"s{h * 7 % 5}{h}", [], [], rows);
        return new RandomSample(plan, random, random.Next(2) == 0 ? rows : Shuffled(rows, random));
    }

    public RandomSample Shuffled() => With(Shuffled(Rows, _random));

    public RandomSample With(IEnumerable<Row> rows) => new(Plan, _random, [.. rows]);

    public Table Table()
    {
        var columns = new List<(string, Column)>
        {
            ("w", Numbers(row => row.Weight)),
            ("y", Numbers(row => row.Y)),
            ("x", Numbers(row => row.X)),
            ("place", Numbers(row => row.Place)),
            ("stratum", new CategoryColumn([.. Rows.Select(row => row.Stratum)])),
            ("smoker", new FlagColumn([.. Rows.Select(row => row.Smoker)])),
            ("kind", new CategoryColumn([.. Rows.Select(row => row.Kind)], ["a", "b", "c", "never"])),
            ("region", new CategoryColumn([.. Rows.Select(row => row.Region)], ["west", "nowhere", "north", "east"])),
        };
        for (int s = 0; s < Plan.Clusters; s++)
        {
            int stage = s;
            columns.Add((Cluster(s), Numbers(row => row.Units[stage])));
        }
        for (int s = 0; s < Plan.Sizes; s++)
        {
            int stage = s;
            columns.Add((Size(s), Numbers(row => row.Sizes[stage])));
        }
        return Survey.Table.FromColumns(columns);
    }

    public SurveyDesign Design(
        LonelyPsu rule = LonelyPsu.Fail,
        bool domainLonely = false,
        DegreesOfFreedomRule degrees = DegreesOfFreedomRule.Domain,
        IReadOnlyDictionary<string, string>? collapse = null,
        string? order = null) =>
        Design(Table(), rule, domainLonely, degrees, collapse, order);

    public SurveyDesign Design(
        Table table,
        LonelyPsu rule = LonelyPsu.Fail,
        bool domainLonely = false,
        DegreesOfFreedomRule degrees = DegreesOfFreedomRule.Domain,
        IReadOnlyDictionary<string, string>? collapse = null,
        string? order = null) =>
        new(
            table,
            Plan.Weighted ? "w" : null,
            Plan.Strata > 0 ? "stratum" : null,
            Names.Of([.. Enumerable.Range(0, Plan.Clusters).Select(Cluster)]),
            Names.Of([.. Enumerable.Range(0, Plan.Sizes).Select(Size)]),
            rule,
            domainLonely,
            degrees,
            collapse,
            order);

    public static string Cluster(int stage) => string.Create(CultureInfo.InvariantCulture, $"u{stage + 1}");

    public static string Size(int stage) => string.Create(CultureInfo.InvariantCulture, $"n{stage + 1}");

    private NumberColumn Numbers(Func<Row, double> value) => new([.. Rows.Select(value)]);

    private static List<Row> Shuffled(IReadOnlyList<Row> rows, Random random)
    {
        Row[] shuffled = [.. rows];
        random.Shuffle(shuffled);
        return [.. shuffled];
    }

    /// <summary>Draws the units of a group and all that is below them.</summary>
    private static void Draw(SamplePlan plan, Random random, string stratum, int[] units, double[] sizes, List<Row> rows)
    {
        int stage = units.Length;
        if (stage == plan.Stages)
        {
            int drawn = plan.Clusters == 0 ? 1 : random.Next(1, plan.MostRows + 1);
            for (int k = 0; k < drawn; k++)
                rows.Add(MakeRow(plan, random, stratum, units, sizes));
            return;
        }
        bool mayBeLonely = stage >= plan.Counted || (stage == 0 ? plan.LonelyPsus : plan.LonelyLater);
        int n = mayBeLonely && random.Next(3) == 0 ? 1 : random.Next(2, plan.MostUnits + 1);
        int more = plan.Census || random.Next(6) == 0 ? 0 : random.Next(1, 3 * n + 2);
        double size = plan.Fractions ? (double)n / (n + more) : n + more;
        for (int unit = 0; unit < n; unit++)
            Draw(plan, random, stratum, [.. units, unit * 3 % n * 10 + unit], [.. sizes, size], rows);
    }

    private static Row MakeRow(SamplePlan plan, Random random, string stratum, int[] units, double[] sizes)
    {
        double effect = stratum.Length + 3 * units[0] + random.NextDouble();
        return new Row(
            stratum,
            units,
            sizes,
            random.Next(10) == 0 ? 0 : 0.5 + 10 * random.NextDouble(),
            Lacks() ? double.NaN : 20 + effect * 5 * random.NextDouble(),
            Lacks() ? double.NaN : 0.5 + 3 * random.NextDouble(),
            Lacks() ? null : random.Next(10) < 3,
            Lacks() ? null : ((string[])["a", "b", "c"])[random.Next(3)],
            Lacks() ? null : random.Next(40) == 0 ? "north" : random.Next(3) == 0 ? "east" : "west");

        bool Lacks() => random.Next(10) == 0 && plan.Missing;
    }
}
