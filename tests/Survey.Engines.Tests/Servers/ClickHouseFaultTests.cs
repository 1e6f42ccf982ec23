namespace Survey.Engines.Tests;

/// <summary>Real faults of a cluster: never a part of an answer.</summary>
internal sealed class ClickHouseFaultTests
{
    private const string Endless = "SELECT sum(number) AS s FROM endless";
    private static readonly ReplyKind[] Number = [ReplyKind.Number];
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    private ClickHouseCluster? _own;

    /// <summary>A cluster of these tests' own, as they end its servers.</summary>
    private ClickHouseCluster Cluster => _own ??= Made();

    [TearDown]
    public void Revive() => _own?.Revive();

    [OneTimeTearDown]
    public void End() => _own?.Dispose();

    [Test]
    public void AWrongPasswordIsNotTold() =>
        Assert.That(ErrorOf("SELECT 1 AS a", Long, 10, password: "wröng ge<he&im"), Does.Contain("refused the login").And.Not.Contain("ge<he"));

    [TestCase("SELECT 1 AS a FROM nowhere", "nowhere")]
    [TestCase("SELECT nothing AS a FROM endless", "nothing")]
    [TestCase("SELECT (1", "Syntax error")]
    [TestCase("DROP TABLE endless", "readonly")]
    public void TheServersReasonIsTold(string sql, string reason) =>
        Assert.That(ErrorOf(sql, Long, 10), Does.Contain("refused the statement: Code: ").And.Contain(reason).And.Not.Contain("e.what()").And.Not.Contain("e.displayText"));

    [Test]
    public void APortOfSomethingElseIsTold() =>
        Assert.That(Faults.Of(() => new ClickHouseServer(new Uri($"http://127.0.0.1:{ServerFolder.FreePorts(1)[0]}"), "u", "p", "d", new ClickHouseDialect(), Short).Query(new Statement("SELECT 1"), Number, default), 5),
            Does.Contain("could not be connected to"));

    [Test]
    public void AShardThatIsDownIsTold()
    {
        Cluster.Kill(3);
        Assert.That(ErrorOf("SELECT count() AS n FROM (SELECT number FROM endless LIMIT 10)", Long, 10), Does.Contain("could not finish the statement"));
    }

    [Test]
    public void AShardThatFailsMeanwhileIsTold()
    {
        Assert.That(ErrorOf(Endless, Long, 10, () => Cluster.Kill(2)), Does.Contain("could not finish the statement"));
    }

    [Test]
    public void AShardThatHangsIsTold()
    {
        Cluster.Stop(3);
        Assert.That(ErrorOf("SELECT sum(x) AS s FROM few", Short, 7), Does.Contain("did not answer within 3 s"));
    }

    [Test]
    public void AServerThatHangsIsTold()
    {
        Cluster.Stop(1);
        Assert.That(ErrorOf("SELECT 1 AS a", Short, 7), Does.Contain("did not answer within 3 s"));
    }

    [Test]
    public void AServerThatFailsMeanwhileIsTold()
    {
        Assert.That(ErrorOf(Endless, Long, 10, () => Cluster.Kill(1)), Does.Contain("ended in the middle of its answer"));
        Assert.That(ErrorOf("SELECT 1 AS a", Long, 10), Does.Contain("could not be connected to"));
    }

    [Test]
    public void AnErrorBehindRowsIsTold() => // without wait_end_of_query this one comes with status 200
        Assert.That(ErrorOf("SELECT throwIf(number > 3000000) + number AS a FROM system.numbers LIMIT 4000000", Long, 20), Does.Contain("refused the statement"));

    [Test]
    public void WhoAskedMayGiveUp()
    {
        using var source = new CancellationTokenSource(300);
        ClickHouseServer server = Engines.ClickHouseAt(Cluster, 1, Long);
        Assert.Throws(Is.InstanceOf<OperationCanceledException>(), () => server.Query(new Statement(Endless), Number, source.Token));
    }

    private string ErrorOf(string sql, TimeSpan timeout, double within, Action? meanwhile = null, string password = ClickHouseCluster.Password)
    {
        ClickHouseServer server = Engines.ClickHouseAt(Cluster, 1, timeout, password);
        return Faults.Of(() => server.Query(new Statement(sql), Number, default), within, meanwhile);
    }

    private static ClickHouseCluster Made()
    {
        var cluster = new ClickHouseCluster();
        cluster.Run(1, $"CREATE TABLE endless (number UInt64) ENGINE = Distributed({ClickHouseCluster.Cluster}, system, numbers)");
        cluster.CreateSharded("few", "x Float64");
        return cluster;
    }
}
