namespace Survey.Engines.Tests;

/// <summary>Real faults of PostgreSQL and of the servers behind it: never a part of an answer.</summary>
internal sealed class PostgresFaultTests
{
    /// <summary>Worked out on all servers at once, as the key is grouped by.</summary>
    private const string Endless = "SELECT sum(x)::double precision AS s FROM endless WHERE x + 0 < 0 GROUP BY x";
    private static readonly ReplyKind[] Number = [ReplyKind.Number];
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    private PostgresShards? _own;

    /// <summary>Servers of these tests' own, as they end them.</summary>
    private PostgresShards Shards => _own ??= Made();

    [TearDown]
    public void Revive() => _own?.Revive();

    [OneTimeTearDown]
    public void End() => _own?.Dispose();

    [Test]
    public void AWrongPasswordIsNotTold() =>
        Assert.That(ErrorOf("SELECT 1", Long, 10, password: "wröng ge<he;im"), Does.Contain("refused the login").And.Not.Contain("ge<he"));

    [TestCase("SELECT 1 FROM nowhere", "nowhere")]
    [TestCase("SELECT nothing FROM few", "nothing")]
    [TestCase("SELECT FROM FROM", "syntax error")]
    public void TheServersReasonIsTold(string sql, string reason) =>
        Assert.That(ErrorOf(sql, Long, 10), Does.Contain("refused the statement: ").And.Contain(reason));

    [Test]
    public void AShardThatIsDownIsTold()
    {
        Shards.Kill(3);
        Assert.That(ErrorOf("SELECT sum(x)::double precision FROM few", Long, 10), Does.Contain("could not finish the statement"));
    }

    [Test]
    public void AShardThatFailsMeanwhileIsTold()
    {
        Assert.That(ErrorOf(Endless, Long, 10, () => Shards.Kill(2)), Does.Contain("could not finish the statement"));
    }

    [Test]
    public void AShardThatHangsIsTold()
    {
        Shards.Stop(3);
        Assert.That(ErrorOf("SELECT sum(x)::double precision FROM few", Short, 8), Does.Contain("did not answer within 3 s"));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void AServerThatHangsIsTold(bool afterAQuestion)
    {
        AdoServer server = Engines.PostgreSqlAt(Shards, 1, Short);
        if (afterAQuestion)
            server.Query(new Statement("SELECT 1"), Number, default); // whose connection the next one takes
        else
            Npgsql.NpgsqlConnection.ClearAllPools();
        Shards.Stop(1);
        Assert.That(Faults.Of(() => server.Query(new Statement("SELECT 1"), Number, default), 8), Does.Contain("did not answer within 3 s"));
    }

    [Test]
    public void AServerThatFailsInItsAnswerIsTold()
    {
        Assert.That(ErrorOf("SELECT generate_series(1, 2000000000)", Long, 10, () => Shards.Kill(1)), Does.Contain("ended in the middle of its answer"));
        Assert.That(ErrorOf("SELECT 1", Long, 10), Does.Contain("could not be connected to"));
    }

    [Test]
    public void WhoAskedMayGiveUp()
    {
        using var source = new CancellationTokenSource(300);
        AdoServer server = Engines.PostgreSqlAt(Shards, 1, Long);
        Assert.Throws(Is.InstanceOf<OperationCanceledException>(), () => server.Query(new Statement("SELECT pg_sleep(20)"), [ReplyKind.Text], source.Token));
    }

    private string ErrorOf(string sql, TimeSpan timeout, double within, Action? meanwhile = null, string password = PostgresShards.Password)
    {
        AdoServer server = Engines.PostgreSqlAt(Shards, 1, timeout, password);
        return Faults.Of(() => server.Query(new Statement(sql), Number, default), within, meanwhile);
    }

    private static PostgresShards Made()
    {
        var shards = new PostgresShards();
        shards.CreateSharded("few", "x integer", "x");
        shards.CreateSharded("endless", "x bigint", "x");
        for (int node = 1; node <= 3; node++)
            shards.Run(node, "DROP TABLE endless_local; CREATE VIEW endless_local AS SELECT generate_series(1, 1000000000000) AS x");
        return shards;
    }
}
