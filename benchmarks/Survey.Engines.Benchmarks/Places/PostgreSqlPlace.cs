using System.Globalization;
using Npgsql;
using Survey.Engines.Tests;

namespace Survey.Engines.Benchmarks;

/// <summary>PostgreSQL: a table that lies on three servers by the hash of the stratum (postgres_fdw), or one that lies on the first alone.</summary>
internal sealed class PostgreSqlPlace(PostgresShards shards, bool isSharded) : Place
{
    private const int Nodes = 3;

    private static readonly PostgreSqlDialect Dialect = new();

    public override string Name => isSharded ? "PostgreSQL, 3 servers by postgres_fdw" : "PostgreSQL, 1 server";

    public override string Version { get; } = "PostgreSQL " + shards.Run(1, "SHOW server_version");

    public override int? Port => shards.Port(1);

    public override string[] WordsOf(long rows) => ["postgresql", shards.ConnectionString(1), TableOf(rows)];

    public override string TableOf(long rows) => isSharded ? $"people_{rows}" : $"alone_{rows}";

    /// <summary>Has shards run statements as they stand, as compiling one takes longer than to sum a million rows, and plan them for all groups, where a cursor is planned for the first tenth and so sorts the rows.</summary>
    public static void PrepareShards(PostgresShards shards)
    {
        for (int node = 1; node <= Nodes; node++)
            shards.Run(1, $"ALTER SERVER s{node} OPTIONS (ADD options '-c jit=off -c cursor_tuple_fraction=1')");
    }

    public void Make(long rows)
    {
        string table = TableOf(rows), columns = MadeSql.ColumnsOf(isClickHouse: false);
        if (!isSharded)
        {
            shards.Run(1, $"CREATE UNLOGGED TABLE {table} ({columns})");
            Fill(1, table, rows, $"SELECT generate_series(1, {MadePeople.Strata})");
            return;
        }
        shards.CreateSharded(table, columns, "stratum");
        for (int node = 1; node <= Nodes; node++)
        {
            shards.Run(node, $"ALTER TABLE {table}_local SET UNLOGGED");
            string strata = shards.Run(1, $"SELECT own FROM generate_series(1, {MadePeople.Strata}) own WHERE satisfies_hash_partition('{table}'::regclass, {Nodes}, {node - 1}, own)");
            Fill(node, table + "_local", rows, strata.Replace('\n', ','));
        }
    }

    public override IServer Server(int? port = null) =>
        ServerAt(new NpgsqlConnectionStringBuilder(shards.ConnectionString(1)) { Port = port ?? shards.Port(1) }.ConnectionString);

    public static IServer ServerAt(string connection) => new AdoServer(() => new NpgsqlConnection(connection), Dialect, "PostgreSQL", TimeSpan.FromMinutes(10));

    public override void Drain(Statement statement) => Drain(1, isSharded ? Dialect.ForShards(statement) : statement);

    public override (Action Run, long Rows) OneThread(Question question, long rows)
    {
        string table = isSharded ? TableOf(rows) + "_local" : TableOf(rows);
        long own = long.Parse(shards.Run(1, $"SELECT count(*) FROM {table}"), CultureInfo.InvariantCulture);
        return (() => Drain(1, new Statement("SET max_parallel_workers_per_gather = 0; " + question.Bare(table))), own);
    }

    public override long? BytesFromShards(IReadOnlyList<Statement> statements, long rows)
    {
        if (!isSharded)
            return null;
        Relay[] relays = [.. Enumerable.Range(1, Nodes).Select(node => new Relay(shards.Port(node)))];
        try
        {
            Redirect(node => relays[node - 1].Port);
            foreach (Statement statement in statements)
                Drain(statement);
            return relays.Sum(relay => relay.Taken());
        }
        finally
        {
            Redirect(shards.Port);
            Array.ForEach(relays, relay => relay.Dispose());
        }
    }

    /// <summary>Has the first server find its shards at other ports.</summary>
    private void Redirect(Func<int, int> port)
    {
        for (int node = 1; node <= Nodes; node++)
            shards.Run(1, $"ALTER SERVER s{node} OPTIONS (SET port '{port(node)}')");
    }

    private void Fill(int node, string table, long rows, string strata)
    {
        Drain(node, new Statement(MadeSql.PostgreSql(table, rows, strata)));
        Drain(node, new Statement($"VACUUM ANALYZE {table}"));
    }

    private void Drain(int node, Statement statement)
    {
        using var connection = new NpgsqlConnection(shards.ConnectionString(node) + ";Command Timeout=0");
        connection.Open();
        using var command = new NpgsqlCommand(statement.Sql, connection);
        for (int k = 0; k < statement.Parameters.Count; k++)
            command.Parameters.AddWithValue($"p{k}", statement.Parameters[k]);
        using NpgsqlDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            // the answer goes by
        }
    }
}
