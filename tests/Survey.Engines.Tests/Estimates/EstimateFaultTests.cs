namespace Survey.Engines.Tests;

/// <summary>Estimates while servers fail or tables are other than expected: one sentence within the time-out, and never an estimate of a part.</summary>
internal sealed class EstimateFaultTests
{
    private static readonly Table People = SamplePeople.Of(900, 3);
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(4);

    private ClickHouseCluster? _cluster;
    private PostgresShards? _shards;

    private ClickHouseCluster Cluster => _cluster ??= new ClickHouseCluster();

    private PostgresShards Shards => _shards ??= new PostgresShards();

    [TearDown]
    public void Revive()
    {
        _cluster?.Revive();
        _shards?.Revive();
    }

    [OneTimeTearDown]
    public void End()
    {
        _cluster?.Dispose();
        _shards?.Dispose();
    }

    [TestCase("PostgreSQL")]
    [TestCase("ClickHouse")]
    public void AShardThatIsDownGivesNoEstimate(string engine)
    {
        EngineTable table = Opened(engine, "down");
        Estimate before = Asked(table);
        Kill(engine, 2);
        Assert.That(Faults.Of(() => Asked(table), 10), Does.Contain("could not finish the statement"));
        Revive();
        Estimate after = Asked(table);
        Assert.That((after.Respondents, after.Value), Is.EqualTo((before.Respondents, before.Value)).Within(1e-12));
    }

    [TestCase("PostgreSQL")]
    [TestCase("ClickHouse")]
    public void AShardThatHangsGivesNoEstimate(string engine)
    {
        EngineTable table = Opened(engine, "hangs");
        if (engine == "PostgreSQL")
            Shards.Stop(3);
        else
            Cluster.Stop(3);
        Assert.That(Faults.Of(() => Asked(table), 12), Does.Contain("did not answer within 4 s"));
    }

    [TestCase("PostgreSQL")]
    [TestCase("ClickHouse")]
    public void AServerThatIsLostGivesNoEstimate(string engine)
    {
        EngineTable table = Opened(engine, "lost");
        Kill(engine, 1);
        Assert.That(Faults.Of(() => Asked(table), 12), Does.Contain("could not be connected to").Or.Contain("could not finish").Or.Contain("ended in the middle"));
    }

    [TestCase("PostgreSQL")]
    [TestCase("ClickHouse")]
    public void ADroppedColumnIsTold(string engine)
    {
        EngineTable table = Opened(engine, "dropped");
        if (engine == "PostgreSQL")
            Shards.Run(1, "ALTER TABLE dropped DROP COLUMN age");
        else
            Cluster.Run(1, "DROP TABLE dropped");
        Assert.That(Faults.Of(() => Asked(table), 10), Does.Contain("refused the statement").And.Contain(engine == "PostgreSQL" ? "age" : "dropped"));
    }

    [TestCase("PostgreSQL")]
    [TestCase("ClickHouse")]
    public void TextsWhereNumbersAreExpectedAreTold(string engine)
    {
        EngineTable table = Opened(engine, "texts");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Faults.Of(() => new SurveyDesign(table, "opinion", "stratum", "psu").Mean("age"), 10), Is.EqualTo("The weights column 'opinion' is a category, where numbers are wanted."));
            Assert.That(Faults.Of(() => new SurveyDesign(table, "w", "stratum", "psu").Mean("opinion"), 10), Does.StartWith("'opinion' is a category where numbers are wanted; a comparison counts as 1 and 0"));
            Assert.That(Faults.Of(() => new SurveyDesign(table, "w", "stratum", "psu", populationSizes: "region").Mean("age"), 10), Does.Contain("region").And.Contain("where numbers are wanted"));
            Assert.That(Faults.Of(() => new ReplicateDesign(table, "w", Names.Of(["rep1", "county"]), ReplicateMethod.JK1).Mean("age"), 10), Does.Contain("'county' is a category, where numbers are wanted"));
            Assert.That(Faults.Of(() => new SurveyDesign(table, "w", "stratum", "psu").Proportion("children"), 10), Does.StartWith("'children' is ").And.Contain("in some rows, where a proportion takes true and false or 0 and 1"));
        }
    }

    [TestCase("PostgreSQL")]
    [TestCase("ClickHouse")]
    public void RowsThatAreNoneOfASampleAreTold(string engine)
    {
        EngineTable table = Opened(engine, "rows");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Faults.Of(() => new SurveyDesign(table, "height", "stratum", "psu").Mean("age"), 10), Does.StartWith("The weight 'height' is missing in ").And.Contain(" of 900 rows; fill it in"));
            Assert.That(Faults.Of(() => new SurveyDesign(table, "debt", "stratum", "psu").Mean("age"), 10), Does.StartWith("The weight 'debt' is missing in "));
            Assert.That(Faults.Of(() => new SurveyDesign(table, "w", "region", "psu").Mean("age"), 10), Does.StartWith("The strata column 'region' is missing in "));
            Assert.That(Faults.Of(() => new SurveyDesign(table, "w", "stratum", "psu").Where(Expr.Col("age") > 900).Mean("age"), 10), Is.EqualTo("Nobody is in the domain: of 900 rows none has age > 900 (of " + Missing("age") + " it is unknown)."));
            Assert.That(Faults.Of(() => table.Read(["age"]), 10), Does.Contain("extract the columns"));
            Assert.That(Faults.Of(() => new SurveyDesign(table, "w", "stratum").Replicates(ReplicateScheme.JKn()), 10), Does.Contain("stay in a database"));
            Assert.That(Faults.Of(() => new SurveyDesign(table, "w", "stratum", "psu").Trim(3), 10), Does.Contain("takes a sample in memory"));
        }
    }

    [Test]
    public void AnEmptyTableIsTold()
    {
        Shards.CreateSharded("nobody", "stratum double precision, psu double precision, w double precision, y double precision", "stratum");
        EngineTable table = new Engine(Engines.PostgreSqlAt(Shards, 1, Short)).Open("nobody");
        Assert.That(Faults.Of(() => new SurveyDesign(table, "w", "stratum", "psu").Total("y"), 10), Is.EqualTo("The sample has no rows; a design needs at least one."));
        Assert.That(Faults.Of(() => new SurveyDesign(table).Total("y"), 10), Is.EqualTo("The sample has no rows; a design needs at least one."));
    }

    [Test]
    public void RowsThatComeMeanwhileAreTold()
    {
        EngineTable table = Opened("PostgreSQL", "growing");
        Asked(table);
        var design = new SurveyDesign(table, "w", "stratum", "psu");
        design.Mean("age");
        Shards.Run(1, "INSERT INTO growing (stratum, psu, w, age) VALUES (1, 99, 5, 30)");
        Assert.That(Faults.Of(() => design.Mean("age"), 10), Does.StartWith("The rows are not those of the pass before"));
    }

    private static int Missing(string column) => ((NumberColumn)People[column]).CountMissing();

    private static Estimate Asked(EngineTable table) => new SurveyDesign(table, "w", "stratum", "psu").Mean("age");

    private void Kill(string engine, int node)
    {
        if (engine == "PostgreSQL")
            Shards.Kill(node);
        else
            Cluster.Kill(node);
    }

    private EngineTable Opened(string engine, string name)
    {
        bool isPostgreSql = engine == "PostgreSQL";
        IServer server = isPostgreSql ? Engines.PostgreSqlAt(Shards, 1, Short) : Engines.ClickHouseAt(Cluster, 1, Short);
        if (isPostgreSql)
            Shards.CreateSharded(name, Loaded.ColumnsOf(engine, People), "\"stratum\"");
        else
            Cluster.CreateSharded(name, Loaded.ColumnsOf(engine, People));
        server.Load(People, TableName.Parse(name), new LoadOptions { Append = true }, null, default);
        for (int node = 1; node <= 3 && isPostgreSql; node++)
            Shards.Run(node, "CHECKPOINT"); // a server that is killed may lose what it has not written yet
        return new Engine(server).Open(name);
    }
}
