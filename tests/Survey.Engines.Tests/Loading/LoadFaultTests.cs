namespace Survey.Engines.Tests;

/// <summary>Servers that fail while they are filled.</summary>
internal sealed class LoadFaultTests
{
    private const int Rows = 600_000;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(20);
    private static readonly Table Many = ManyRows.Table(Rows);

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

    [Test]
    public void ATableOfPostgresIsThereWhollyOrNotAtAll()
    {
        AdoServer server = Engines.PostgreSqlAt(Shards, 1, Time);
        string message = Faults.Of(() => server.Load(Many, TableName.Parse("half"), new LoadOptions(), After(200_000, () => Shards.Kill(1)), default), 15);
        Assert.That(message, Does.Contain("ended in the middle of its answer").Or.Contain("could not finish the statement"));
        Shards.Revive();
        Assert.That(Shards.Run(1, "SELECT count(*) FROM pg_class WHERE relname = 'half'"), Is.EqualTo("0"));
    }

    [Test]
    public void RowsAddedInPostgresAreTakenBack()
    {
        Shards.CreateSharded("parts", "\"a\" double precision, \"b\" text", "\"b\"");
        AdoServer server = Engines.PostgreSqlAt(Shards, 1, Time);
        Faults.Of(() => server.Load(Many.Select("a", "b"), TableName.Parse("parts"), new LoadOptions { Append = true }, After(130_000, () => Shards.Kill(3)), default), 15);
        Shards.Revive();
        Assert.That(Shards.Run(1, "SELECT count(*) FROM parts"), Is.EqualTo("0"));
    }

    [Test]
    public void ATableOfClickHouseIsThereWhollyOrNotAtAll()
    {
        ClickHouseServer server = Engines.ClickHouseAt(Cluster, 1, Time);
        string message = Faults.Of(() => server.Load(Many, TableName.Parse("half"), new LoadOptions(), After(400_000, () => Cluster.Kill(1)), default), 15);
        Assert.That(message, Does.Contain("drop the table half_loading_").And.Contain(" when the server is up again, which holds a part of the rows."));
        Cluster.Revive();
        Assert.That(Cluster.Run(1, "EXISTS TABLE half"), Is.EqualTo("0\n"));
    }

    [Test]
    public void ANewTableOfClickHouseIsDroppedAgain()
    {
        using var source = new CancellationTokenSource();
        ClickHouseServer server = Engines.ClickHouseAt(Cluster, 1, Time);
        Assert.Throws(Is.InstanceOf<OperationCanceledException>(), () => server.Load(Many, TableName.Parse("given_up"), new LoadOptions(), After(400_000, source.Cancel), source.Token));
        Assert.That(Cluster.Run(1, "SHOW TABLES"), Does.Not.Contain("given_up"));
    }

    [Test]
    public void RowsThatMayHaveBeenAddedInClickHouseAreTold()
    {
        Cluster.CreateSharded("parts", "a Float64, b String", "cityHash64(a)");
        ClickHouseServer server = Engines.ClickHouseAt(Cluster, 1, Time);
        string message = Faults.Of(() => server.Load(Many.Select("a", "b"), TableName.Parse("parts"), new LoadOptions { Append = true }, After(300_000, () => Cluster.Kill(3)), default), 15);
        Assert.That(message, Does.Contain("could not finish the statement: Code: 210, ").And.EndWith("; up to 524,288 of the rows may stand in the table parts already."));
    }

    [Test]
    public void AServerThatHangsEndsTheLoad()
    {
        AdoServer postgres = Engines.PostgreSqlAt(Shards, 1, TimeSpan.FromSeconds(3));
        Assert.That(Faults.Of(() => postgres.Load(Many, TableName.Parse("hanging"), new LoadOptions(), After(200_000, () => Shards.Stop(1)), default), 10), Does.Contain("did not answer within 3 s"));
        ClickHouseServer clickHouse = Engines.ClickHouseAt(Cluster, 1, TimeSpan.FromSeconds(8)); // less, and a busy machine may need it before there is a table
        Assert.That(Faults.Of(() => clickHouse.Load(Many, TableName.Parse("hanging"), new LoadOptions(), After(300_000, () => Cluster.Stop(1)), default), 24), Does.Contain("did not answer within 8 s").And.Contain("drop the table hanging_loading_"));
    }

    /// <summary>Does something once, when so many rows are loaded.</summary>
    private static Told After(long rows, Action act)
    {
        bool isDone = false;
        return new Told(count =>
        {
            if (isDone || count < rows)
                return;
            isDone = true;
            act();
        });
    }
}
