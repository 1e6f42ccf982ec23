using static Survey.Expr;

namespace Survey.Engines.Tests;

/// <summary>Columns as databases have them and files do not.</summary>
public class OddColumnsTests
{
    private static readonly string[] Engines3 = ["DuckDB", "PostgreSQL", "ClickHouse"];

    /// <summary>Keys of 64 bits and decimals that no doubles tell apart.</summary>
    [TestCaseSource(nameof(Engines3))]
    public void KeysBeyondDoublesAreToldApart(string engine)
    {
        string name = Made(engine, "wide", i => $"({9_007_199_254_740_990 + (i % 8)}, {9_007_199_254_740_990 + (i % 8)}, {i % 3}.50, {i % 5 + 1}, {i % 2}, 'a')");
        EngineTable table = Opened(engine, name);
        Table memory = Table.FromColumns([("big", (Array)Numbers(i => $"{9_007_199_254_740_990 + (i % 8)}")), ("w", Enumerable.Range(0, 80).Select(i => i % 5 + 1.0).ToArray()), ("y", Enumerable.Range(0, 80).Select(i => i % 2 + 0.0).ToArray())]);
        Estimate expected = new SurveyDesign(memory, "w", clusters: "big").Mean("y");
        using (Assert.EnterMultipleScope())
            foreach (string key in (string[])["big", "exact"])
            {
                Estimate actual = new SurveyDesign(table, "w", clusters: key).Mean("y");
                Assert.That((actual.DegreesOfFreedom, actual.StandardError), Is.EqualTo((expected.DegreesOfFreedom, expected.StandardError)).Within(1e-12), key);
                Assert.That(() => new SurveyDesign(table, "w").By(key).Mean("y"), Throws.InstanceOf<SurveyDataException>().With.Message.Contain("has numbers beyond 2^53"), key);
                Assert.That(table.Extract(key)[key].TextAt(0), Has.Length.EqualTo(16), key);
            }
        Assert.That(new SurveyDesign(table, "w").By("half").Mean("y").Select(mean => mean.Domain[0].Level), Is.EqualTo((string[])["0.5", "1.5", "2.5"]));
    }

    /// <summary>New levels that come between two questions.</summary>
    [TestCaseSource(nameof(Engines3))]
    public void LevelsThatAreNewAreMet(string engine)
    {
        string name = Made(engine, "news", i => $"({i}, {i}, 1.5, 1, {i % 2}, '{"ab"[i % 2]}')");
        EngineTable table = Opened(engine, name);
        Assert.That(Total(), Is.EqualTo(40));
        Run(engine, $"INSERT INTO {name} VALUES (1, 1, 1.5, 1, 1, 'z'), (2, 2, 1.5, 1, 1, '  ')");
        Assert.That(() => Total(), Throws.InstanceOf<SurveyDataException>().With.Message.Contain("ask again when nothing writes to them"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Total(), Is.EqualTo(41));
            Estimates by = new SurveyDesign(table, "w").By("text").Total("y");
            Assert.That(by.Select(total => (total.Domain[0].Level, total.Respondents)), Is.EqualTo(((string, long)[])[("a", 40), ("b", 40), ("z", 1)]));
            Assert.That(by.Sample.UnknownDomain, Is.EqualTo(1));
        }

        double Total() => new SurveyDesign(table, "w").Where(Col("text") != "a").Total((Variable)(Col("y") * 0 + 1)).Value;
    }

    /// <summary>A variable that is one value for everyone, which is a bare number as SQL.</summary>
    [TestCaseSource(nameof(Engines3))]
    public void AConstantSplitsNobody(string engine)
    {
        string name = Made(engine, "constant", i => $"({i}, {i}, 1.5, 1, {i % 2}, 'a')");
        EngineTable table = Opened(engine, name);
        Estimates by = new SurveyDesign(table, "w").By((Variable)Coalesce(Text("k"), Col("text"))).Mean("y");
        Assert.That(by[0].Respondents, Is.EqualTo(80));
    }

    [Test]
    public void ADayBeyondTheCalendarIsNotLoaded() =>
        Assert.That(
            () => Engines.PostgreSql.Load(Table.FromColumns([("day", (Array)(DateOnly?[])[DateOnly.MinValue])]), TableName.Parse("beyond"), new LoadOptions(), null, default),
            Throws.InstanceOf<SurveyDataException>().With.Message.Contain("0001-01-01"));

    private static string[] Numbers(Func<int, string> text) => [.. Enumerable.Range(0, 80).Select(text)];

    private static string Made(string engine, string name, Func<int, string> row)
    {
        string columns = engine == "ClickHouse"
            ? "big Int64, exact Decimal(20, 0), half Decimal(9, 2), w Float64, y Float64, text String"
            : "big bigint, exact decimal(20, 0), half decimal(9, 2), w double precision, y double precision, text varchar";
        Run(engine, $"CREATE TABLE odd_{name} ({columns}){(engine == "ClickHouse" ? " ENGINE = MergeTree ORDER BY tuple()" : "")}");
        Run(engine, $"INSERT INTO odd_{name} VALUES {string.Join(", ", Enumerable.Range(0, 80).Select(row))}");
        return $"odd_{name}";
    }

    private static EngineTable Opened(string engine, string name) => new Engine(engine switch { "PostgreSQL" => Engines.PostgreSql, "ClickHouse" => Engines.ClickHouse, _ => Engines.DuckDb }).Open(name);

    private static void Run(string engine, string sql)
    {
        if (engine == "PostgreSQL")
            Engines.Shards.Run(1, sql);
        else if (engine == "ClickHouse")
            Engines.Cluster.Run(1, sql);
        else
            Engines.RunOnDuckDb(sql);
    }
}
