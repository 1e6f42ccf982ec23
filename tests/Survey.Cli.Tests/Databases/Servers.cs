using Survey.Engines.Tests;

namespace Survey.Cli.Tests.Databases;

/// <summary>The databases that the tests of this folder put rows into, started by the first that asks, with credentials in the environment as the command takes them.</summary>
internal static class Servers
{
    public const string PostgreSql = "PostgreSQL", ClickHouse = "ClickHouse";

    public static readonly string[] All = [PostgreSql, ClickHouse];

    private static readonly Lazy<ClickHouseCluster> LazyCluster = new(() => new ClickHouseCluster());
    private static readonly Lazy<PostgresShards> LazyShards = new(() => new PostgresShards());
    private static int _tables;

    /// <summary>Where a database answers, as --engine takes it.</summary>
    public static string AddressOf(string database) =>
        database == PostgreSql ? $"postgres://127.0.0.1:{LazyShards.Value.Port(1)}/postgres" : $"clickhouse://127.0.0.1:{LazyCluster.Value.Address(1).Port}/default";

    /// <summary>A name that no table has.</summary>
    public static string Fresh() => $"t{Interlocked.Increment(ref _tables)}";

    /// <summary>Runs a statement and gives the first column of what it answers, a line for each row.</summary>
    public static string Ask(string database, string sql) =>
        database == PostgreSql ? LazyShards.Value.Run(1, sql) : LazyCluster.Value.Run(1, sql).TrimEnd('\n');

    public static Run Load(string database, string file, string table, params string[] more) =>
        Session.Survey(["load", file, "--engine", AddressOf(database), "--table", table, .. more]);

    /// <summary>Does something as a user whose password is another.</summary>
    public static T WithPassword<T>(string password, Func<T> action)
    {
        SetCredentials(password, password);
        try
        {
            return action();
        }
        finally
        {
            SetCredentials(PostgresShards.Password, ClickHouseCluster.Password);
        }
    }

    public static void SetCredentials(string postgreSql, string clickHouse)
    {
        Environment.SetEnvironmentVariable("PGUSER", PostgresShards.User);
        Environment.SetEnvironmentVariable("PGPASSWORD", postgreSql);
        Environment.SetEnvironmentVariable("CLICKHOUSE_USER", ClickHouseCluster.User);
        Environment.SetEnvironmentVariable("CLICKHOUSE_PASSWORD", clickHouse);
    }

    /// <summary>Ends what was started.</summary>
    public static void Stop()
    {
        if (LazyCluster.IsValueCreated)
            LazyCluster.Value.Dispose();
        if (LazyShards.IsValueCreated)
            LazyShards.Value.Dispose();
    }
}

/// <summary>The environment of the tests of this folder.</summary>
[SetUpFixture]
internal sealed class ServersEnvironment
{
    [OneTimeSetUp]
    public void Start() => Servers.SetCredentials(PostgresShards.Password, ClickHouseCluster.Password);

    [OneTimeTearDown]
    public void Stop() => Servers.Stop();
}
