namespace Survey.Tests.Laws;

/// <summary>A made sample of 300 people in 20 villages, whose population is known.</summary>
internal static class CalibrationSample
{
    public static readonly Table People = Make();

    public static readonly Margin Sex = Margin.Counts("sex", ("female", 1_700), ("male", 1_800));
    public static readonly Margin Age = Margin.Counts("age", ("young", 900), ("middle", 1_500), ("old", 1_100));

    public static Margin SexByAge => Margin.Of(["sex", "age"], Table.FromColumns([
        ("sex", new[] { "male", "female", "male", "female", "male", "female" }), ("age", new[] { "young", "young", "middle", "middle", "old", "old" }),
        ("people", new[] { 480.0, 420, 780, 720, 540, 560 })]), "people");

    public static SurveyDesign Design(string kind) =>
        kind switch
        {
            "clusters" => new SurveyDesign(People, "w", "town", "village"),
            "two stages" => new SurveyDesign(People, "w", "town", ["village", "household"], ["villages", "households"]),
            "rows" => new SurveyDesign(People, "w"),
            _ => new SurveyDesign(People, null, "town", populationSizes: "townPeople"),
        };

    public static double[] WeightsOf(SurveyDesign design) => ((NumberColumn)((Table)design.Rows)[Calibration.Weight]).Values.ToArray();

    public static IEnumerable<double> Psus(Table table) => ((NumberColumn)table["village"]).Values.ToArray().Distinct();

    private static Table Make()
    {
        const int Villages = 20, Each = 15;
        var random = new Random(7);
        int count = Villages * Each;
        double[] village = new double[count], town = new double[count], household = new double[count], weight = new double[count], income = new double[count], income2 = new double[count], rooms = new double[count];
        string[] sex = new string[count], age = new string[count];
        for (int row = 0; row < count; row++)
        {
            village[row] = 1 + row / Each;
            town[row] = 1 + (row / Each) / 5;
            household[row] = 1 + row % Each / 3;
            weight[row] = 8 + 6 * random.NextDouble();
            sex[row] = random.NextDouble() < 0.45 ? "male" : "female";
            age[row] = random.NextDouble() switch { < 0.3 => "young", < 0.75 => "middle", _ => "old" };
            income[row] = Math.Round(600 + 300 * random.NextDouble() + 10 * village[row] + (age[row] == "middle" ? 120 : 0));
            income2[row] = Math.Round(20 + 10 * random.NextDouble());
            rooms[row] = 1 + random.Next(4);
        }
        return Table.FromColumns([
            ("village", village), ("town", town), ("household", household), ("w", weight), ("sex", sex), ("age", age), ("income", income), ("income2", income2), ("rooms", rooms), ("one", village.Select(_ => 1.0).ToArray()),
            ("villages", village.Select(_ => 12.0).ToArray()), ("households", village.Select(_ => 60.0).ToArray()), ("townPeople", town.Select(own => 800 + 50 * own).ToArray())]);
    }
}
