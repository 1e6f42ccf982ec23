using DuckDB.NET.Data;
using Npgsql;

namespace Survey.Engines.Tests;

/// <summary>The servers that tests ask, started by the first that asks and the same for all. Tests that end servers start a cluster of their own.</summary>
internal static class Engines
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    private static readonly Lazy<ClickHouseCluster> LazyCluster = new(() => new ClickHouseCluster());
    private static readonly Lazy<PostgresShards> LazyShards = new(() => new PostgresShards());
    private static readonly Lazy<DuckDBConnection> LazyMemory = new(OpenMemory);

    public static ClickHouseCluster Cluster => LazyCluster.Value;

    public static PostgresShards Shards => LazyShards.Value;

    public static IServer ClickHouse => ClickHouseAt(Cluster, 1, Timeout);

    public static IServer PostgreSql => PostgreSqlAt(Shards, 1, Timeout);

    public static IServer DuckDb
    {
        get
        {
            string connection = LazyMemory.Value.ConnectionString;
            return new AdoServer(() => new DuckDBConnection(connection), new DuckDbDialect(), "DuckDB in memory", Timeout);
        }
    }

    public static ClickHouseServer ClickHouseAt(ClickHouseCluster cluster, int node, TimeSpan timeout, string password = ClickHouseCluster.Password) =>
        new(cluster.Address(node), ClickHouseCluster.User, password, "default", new ClickHouseDialect(), timeout);

    public static AdoServer PostgreSqlAt(PostgresShards shards, int node, TimeSpan timeout, string password = PostgresShards.Password) =>
        new(() => new NpgsqlConnection(shards.ConnectionString(node, password)), new PostgreSqlDialect(), $"PostgreSQL at 127.0.0.1:{shards.Port(node)}/postgres", timeout);

    /// <summary>Runs a statement that gives no rows on DuckDB.</summary>
    public static void RunOnDuckDb(string sql)
    {
        using DuckDBCommand command = LazyMemory.Value.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Ends what was started.</summary>
    public static void Stop()
    {
        if (LazyCluster.IsValueCreated)
            Cluster.Dispose();
        if (LazyShards.IsValueCreated)
            Shards.Dispose();
        if (LazyMemory.IsValueCreated)
            LazyMemory.Value.Dispose();
    }

    /// <summary>The connection that keeps the database in memory while others come and go.</summary>
    private static DuckDBConnection OpenMemory()
    {
        var connection = new DuckDBConnection("DataSource=:memory:?cache=shared");
        connection.Open();
        return connection;
    }
}

/// <summary>Ends the servers when all tests have run.</summary>
[SetUpFixture]
internal sealed class EnginesEnd
{
    [OneTimeTearDown]
    public void Stop() => Engines.Stop();
}
