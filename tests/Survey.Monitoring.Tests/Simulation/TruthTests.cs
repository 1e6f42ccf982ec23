using Survey.Monitoring.Simulating;

namespace Survey.Monitoring.Tests.Simulating;

/// <summary>The true figures are those of a count person by person.</summary>
public sealed class TruthTests
{
    private static readonly SimulationPlan Plan = Plans.Small();

    private static readonly County Made = County.Make(Plan, 1, null);

    private static readonly Table Truth = TruthTable.Of(Made, 1);

    [Test]
    public void EveryFigureIsThatOfANaiveCount()
    {
        Dictionary<(string?, string?, string?, string?), (double People, double Value)> counted = Counted();
        Assert.That(Truth.RowCount, Is.EqualTo(counted.Count));
        for (int row = 0; row < Truth.RowCount; row++)
        {
            var key = (Text("wave", row), Text("indicator", row), Text("variable", row), Text("level", row));
            Assert.That((Number("people", row), Number("value", row)), Is.EqualTo(counted[key]), $"{key}");
        }
    }

    [Test]
    public void AFigureOfEveryoneIsTheMeanOfItsDomains()
    {
        foreach (string variable in new[] { "area", "sex", "ageGroup", "education", "town" })
        {
            int[] rows = [.. Enumerable.Range(0, Truth.RowCount).Where(row => Text("wave", row) == "2024" && Text("indicator", row) == "literacy" && Text("variable", row) == variable)];
            int all = Enumerable.Range(0, Truth.RowCount).First(row => Text("wave", row) == "2024" && Text("indicator", row) == "literacy" && Text("variable", row) is null);
            Assert.That(rows.Sum(row => Number("people", row)), Is.EqualTo(Number("people", all)));
            Assert.That(rows.Sum(row => Number("people", row) * Number("value", row)), Is.EqualTo(Number("people", all) * Number("value", all)).Within(1e-9));
        }
    }

    /// <summary>Person by person, from what each person answers and does, without scales and sums.</summary>
    private static Dictionary<(string?, string?, string?, string?), (double People, double Value)> Counted()
    {
        var values = new Dictionary<(string?, string?, string?, string?), List<double>>();
        for (int wave = 0; wave < Plan.Waves.Count; wave++)
            foreach (Village village in Made.Villages)
                for (int k = 0; k < village.People.Length; k++)
                    if (village.People[k] is { Age: >= 15, Months: > 6 } person)
                        foreach ((string indicator, double value) in FiguresOf(person, village.Waves[wave].Right[k], village.Waves[wave].Habits[k]))
                            foreach ((string? variable, string? level) in DomainsOf(person, village.Place))
                                (values.TryGetValue((Plan.Waves[wave].Id, indicator, variable, level), out List<double>? own) ? own : values[(Plan.Waves[wave].Id, indicator, variable, level)] = []).Add(value);
        return values.ToDictionary(pair => pair.Key, pair => ((double)pair.Value.Count, pair.Value.Sum() / pair.Value.Count));
    }

    private static IEnumerable<(string, double)> FiguresOf(Person person, ulong right, Habits habits)
    {
        double smokes = habits.HasFlag(Habits.Smokes) ? 1 : 0, daily = habits.HasFlag(Habits.Daily) ? 1 : 0;
        if (person.Age < 70)
        {
            SurveyItem[] known = [.. Items50.All.Where(item => (right >> (item.Number - 1) & 1) == 1)];
            double Passed(Func<SurveyItem, bool> of) => known.Where(of).Sum(item => item.Points) >= 0.8 * Items50.All.Where(of).Sum(item => item.Points) ? 1 : 0;
            yield return ("literacy", Passed(_ => true));
            foreach ((string name, int aspect) in new[] { ("literacy-knowledge", 0), ("literacy-behaviour", 1), ("literacy-skills", 2) })
                yield return (name, Passed(item => item.Aspect == aspect));
            foreach ((string name, int issue) in new[] { ("literacy-scientific-view", 0), ("literacy-infectious-disease", 1), ("literacy-chronic-disease", 2), ("literacy-safety", 3), ("literacy-medical-care", 4), ("literacy-information", 5) })
                yield return (name, Passed(item => item.Issue == issue));
            yield return ("literacy-score", known.Sum(item => item.Points));
            yield return ("smoking-current", smokes);
            yield return ("smoking-daily", daily);
            yield return ("second-hand-smoke", habits.HasFlag(Habits.SecondHand) ? 1 : 0);
            yield return ("exercise", habits.HasFlag(Habits.Exercises) ? 1 : 0);
        }
        yield return ("smoking-current-15+", smokes);
        yield return ("smoking-daily-15+", daily);
    }

    private static IEnumerable<(string? Variable, string? Level)> DomainsOf(Person person, VillagePlace place) =>
    [
        (null, null),
        ("area", place.Town.IsUrban ? "城市" : "农村"),
        ("sex", person.IsMan ? "男" : "女"),
        ("ageGroup", person.Age switch { < 25 => "15~24岁", < 35 => "25~34岁", < 45 => "35~44岁", < 55 => "45~54岁", < 65 => "55~64岁", < 70 => "65~69岁", _ => "70岁及以上" }),
        ("education", new[] { "小学及以下", "初中", "高中/中专", "大专及以上" }[person.Education]),
        ("town", place.Town.Code),
    ];

    private static string? Text(string column, int row) => Truth[column].TextAt(row);

    private static double Number(string column, int row) => ((NumberColumn)Truth[column]).Values[row];
}
