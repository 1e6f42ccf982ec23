namespace Survey.Cli.Tests.Databases;

/// <summary>survey estimate --engine says what it says of the file that the table was loaded from.</summary>
[TestFixtureSource(typeof(Servers), nameof(Servers.All))]
public sealed class EstimateTests(string database)
{
    // days before 1970 are none to ClickHouse
    private static readonly (string File, string[] Types) People = (At("demo-county", "clean", "数据", "2023.csv"), ["--type", "出生日期=category"]);
    private static readonly (string File, string[] Types) Visited = (At("two-waves", "two_waves.csv"), []);
    private static readonly (string File, string[] Types) Stages = (At("small-designs", "mu284.csv"), []);
    private static readonly (string File, string[] Types) Lonely = (At("small-designs", "lonely.csv"), []);
    private static readonly (string File, string[] Types) Counties = (At("unequal-probabilities", "election_pps.csv"), []);

    private readonly Dictionary<string, string> _tables = [];

    private static IEnumerable<TestCaseData> Questions()
    {
        yield return Question("people by area", People, "--strata", "乡镇代码", "--clusters", "村居代码", "--proportion", "吸烟情况 in ('每天吸', '不是每天吸') as smoker", "--mean", "居住月数", "--by", "城乡", "--differences", "--design-effects");
        yield return Question("people of some days", People, "--strata", "乡镇代码", "--clusters", "村居代码", "--categories", "文化程度", "--where", "month(调查日期) = 10 and 性别 = '女'", "--interval", "wilson", "--level", "0.9");
        yield return Question("contrasts", Visited, "--weights", "w", "--strata", "stratum", "--clusters", "village", "--proportion", "literate", "--by", "year", "--contrast", "p2 - 1.2 * p1");
        yield return Question("standards", Visited, "--weights", "w", "--strata", "stratum", "--clusters", "village", "--proportion", "literate", "--by", "year,stratum", "--standards", "nchs", "--interval", "korn-graubard");
        yield return Question("systematic", Visited, "--weights", "w", "--strata", "stratum", "--clusters", "village", "--systematic", "village", "--ratio", "literate", "person", "--df", "design");
        yield return Question("replicates made", Visited, "--weights", "w", "--strata", "stratum", "--clusters", "village", "--total", "literate", "--make-replicates", "rao-wu", "--replicate-count", "20", "--seed", "7");
        yield return Question("stages and population sizes", Stages, "--clusters", "id1,id2", "--population-sizes", "n1,n2", "--total", "y1");
        yield return Question("lonely PSUs", Lonely, "--weights", "w", "--strata", "stratum", "--clusters", "psu", "--mean", "y", "--lonely-psu", "average", "--lonely-domains", "--by", "d");
        yield return Question("unequal probabilities", Counties, "--weights", "wt", "--clusters", "County", "--probabilities", "p", "--pps", "hartley-rao", "--total", "Bush");
    }

    [TestCaseSource(nameof(Questions))]
    public void TheDatabaseSaysWhatTheFileSays(string file, string[] types, string[] question)
    {
        Run ofFile = Session.Survey(["estimate", file, .. types, .. question, "--format", "json"]);
        Run ofTable = Session.Survey(["estimate", "--engine", Servers.AddressOf(database), "--table", Loaded(file, types), .. question, "--format", "json"]);
        Assert.That((ofFile.Code, ofTable.Code), Is.EqualTo((0, 0)), ofFile.Messages + ofTable.Messages);
        Assert.That(ofTable.Messages, Is.EqualTo(ofFile.Messages));
        EqualJson.Assert(ofFile.Output, ofTable.Output);
    }

    [Test]
    public void CollapsedStrataAreThoseOfTheFile()
    {
        using var session = new Session();
        TheDatabaseSaysWhatTheFileSays(Lonely.File, [], ["--weights", "w", "--strata", "stratum", "--clusters", "psu", "--mean", "y", "--collapse", session.File("collapse.csv", "stratum,into\n2,1\n")]);
    }

    [Test]
    public void LevelsThatArePeopleAreNotShown()
    {
        using var session = new Session();
        string table = Servers.Fresh();
        Servers.Load(database, session.File("people.csv", "q1,y\n11010519491231002X,1\n440524188001010014,2\n"), table, "--columns", "q1,y");
        Assert.That(Ask(table, "--mean", "y", "--by", "q1"), Is.EqualTo(new Run(2, "", "survey: The levels of 'q1' look like ID card numbers (2 of 2), and results would show them; split by something that many people have in common.\n")));
        Assert.That(Ask(table, "--mean", "y", "--strata", "q1").Messages, Does.StartWith("survey: As strata, the column 'q1' looks like ID card numbers (2 of 2 values)"));
    }

    [Test]
    public void AMissingTableIsSaid() =>
        Assert.That(Ask("nobody", "--mean", "y").Messages, Does.Match(@"^survey: \w+ at 127\.0\.0\.1:\d+/\w+ refused the statement: .*nobody.* exist.*; check the table, its columns and what the user may do with them\.\n$"));

    [Test]
    public void AWrongPasswordIsShownNowhere()
    {
        string address = Servers.AddressOf(database);
        Run run = Servers.WithPassword("wr0ng-word", () => Session.Survey("estimate", "--engine", address, "--table", "t", "--mean", "y"));
        Assert.That((run.Code, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Messages, Does.Contain(" refused the login: ").And.EndWith("; check the user, the password and the database.\n").And.Not.Contain("wr0ng"));
    }

    [Test]
    public void AServerThatIsNotThereIsSaid()
    {
        string address = $"{Servers.AddressOf(database).Split(':')[0]}://127.0.0.1:1/survey";
        Assert.That(Session.Survey("estimate", "--engine", address, "--table", "t", "--mean", "y").Messages, Does.Match($@"^survey: {database} at 127\.0\.0\.1:1/survey could not be connected to: .*; check that it runs, and its address and port\.\n$"));
    }

    private Run Ask(string table, params string[] question) => Session.Survey(["estimate", "--engine", Servers.AddressOf(database), "--table", table, .. question]);

    /// <summary>The table of a file, loaded by the first test that asks.</summary>
    private string Loaded(string file, string[] types)
    {
        if (!_tables.TryGetValue(file, out string? table))
        {
            table = Servers.Fresh();
            Run run = Servers.Load(database, file, table, types);
            Assert.That(run.Code, Is.Zero, run.Messages);
            _tables.Add(file, table);
        }
        return table;
    }

    private static TestCaseData Question(string name, (string File, string[] Types) of, params string[] words) => new TestCaseData(of.File, of.Types, words).SetArgDisplayNames(name);

    private static string At(params string[] path) => Path.Combine([Root(), "datasets", .. path]);

    private static string Root([System.Runtime.CompilerServices.CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
