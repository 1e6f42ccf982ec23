namespace Survey.Engines.Tests;

/// <summary>Conditions, names and values that would be SQL if they got out of their quotes: none runs, and none shows what it should not.</summary>
public class HostileConditionTests
{
    private const string Secret = "4711-secret";

    private static readonly Table People = SamplePeople.Of(500, 11);

    private static readonly string[] Conditions =
    [
        "region = '''; DROP TABLE canary; --'", "region = 'x'' OR ''1''=''1'", "region = 'x\\'' OR 1=1 --'", "region in ('a', '''); DELETE FROM canary; --')", "region = '\\'", "opinion = 'back\\slash'", "opinion = 'it''s \"good\"'",
        "opinion in ('50 %; DROP TABLE x --', '说不清')", "region = '@p0'", "region = '$p0'", "region = '{p:String}'", "region = '%s'", "region = '\u0000'", "region = 'a\nb; DROP TABLE canary'", "region = '/* ' or region = ' */'",
        "region = (select secret from canary)", "age > (select 1)", "region = 'x' union select secret from canary", "age = 1; drop table canary", "pg_sleep(10) = 1", "sleep(3) = 0", "version() = 'x'", "secret = '4711-secret'",
        "\"age\"\"; DROP TABLE canary; --\" > 1", "\"canary\".\"secret\" = 'x'", "`age` > 1", "age > 1 --", "age > 1 /* x */", "age > 1 # x", "left(region, 1) = ''''", "age > 1e999", "age between 1 and 2; drop table canary",
        "exists (select 1 from canary)", "age::text = '1'", "current_user = 'surveyor'", "region like '%'", "region || secret = 'x'", "case when 1=1 then (select secret from canary) else 1 end = 1", "age = 0x41", "region = E'\\x41'",
    ];

    private static readonly string[] Names = ["age\"; DROP TABLE canary; --", "canary\".\"secret", "(SELECT secret FROM canary)", "age AS x, secret", "\"age\"", "age\0", "age'", "*", "w, (SELECT 1)", ""];

    private static readonly string[] Engines3 = ["DuckDB", "PostgreSQL", "ClickHouse"];

    private static IEnumerable<TestCaseData> Cases() => from engine in Engines3 from condition in Conditions select new TestCaseData(engine, condition);

    [TestCaseSource(nameof(Cases))]
    public void AConditionAsksWhatItAsksOfMemory(string engine, string condition)
    {
        EngineTable table = Opened(engine);
        Assert.That(Answer(table, condition), Is.EqualTo(Answer(People, condition)).And.Not.Contain(Secret));
        AssertCanary(engine);
    }

    [TestCaseSource(nameof(Engines3))]
    public void ANameIsAColumnOrNothing(string engine)
    {
        EngineTable table = Opened(engine);
        using (Assert.EnterMultipleScope())
            foreach (string name in Names)
                foreach (Action ask in (Action[])
                    [
                        () => new SurveyDesign(table, name).Mean("age"), () => new SurveyDesign(table, "w", name).Mean("age"), () => new SurveyDesign(table, "w", "stratum", name).Mean("age"),
                        () => new SurveyDesign(table, "w").Mean(name), () => new SurveyDesign(table, "w").By(name).Mean("age"), () => table.Extract(name),
                    ])
                    Assert.That(ask, Throws.InstanceOf<SurveyDataException>().With.Message.Contain("There is no column").And.Message.Not.Contain(Secret), name);
        AssertCanary(engine);
    }

    [TestCaseSource(nameof(Engines3))]
    public void ATableIsATableOrNothing(string engine)
    {
        Engine opened = new(EngineOf(engine));
        using (Assert.EnterMultipleScope())
            foreach (string name in (string[])["x\"; DROP TABLE canary; --", "\"x\"\"; DROP TABLE canary; --\"", "canary; DROP TABLE canary", "(SELECT secret FROM canary)", "canary WHERE 1=1", "x'", "a.b.c.d", "", "\"", "x\0"])
                Assert.That(() => opened.Open(name), Throws.InstanceOf<SurveyDataException>().With.Message.Not.Contain(Secret), name);
        AssertCanary(engine);
    }

    /// <summary>What it is answered, or why not; either is the same for a database and for rows in memory.</summary>
    private static string Answer(Rows rows, string condition)
    {
        try
        {
            Estimate answer = new SurveyDesign(rows, "w", "stratum", "psu").Where(Expr.Parse(condition)).Total("smoker");
            return $"{answer.Respondents} {answer.Missing} {answer.Value:G9}";
        }
        catch (Exception refusal) when (refusal is SurveyDataException or ArgumentException)
        {
            return refusal.Message;
        }
    }

    private static EngineTable Opened(string engine)
    {
        EngineTable table = Loaded.In(engine, People);
        lock (Names)
            if (MadeIn.Add(engine))
                EngineOf(engine).Load(Table.FromColumns([("secret", (Array)(string[])[Secret])]), TableName.Parse("canary"), new LoadOptions(), null, default);
        return table;
    }

    private static readonly HashSet<string> MadeIn = [];

    private static void AssertCanary(string engine)
    {
        Opened(engine);
        Assert.That(new Engine(EngineOf(engine)).Open("canary").Extract("secret")["secret"].TextAt(0), Is.EqualTo(Secret));
    }

    private static IServer EngineOf(string engine) => engine switch { "PostgreSQL" => Engines.PostgreSql, "ClickHouse" => Engines.ClickHouse, _ => Engines.DuckDb };
}
