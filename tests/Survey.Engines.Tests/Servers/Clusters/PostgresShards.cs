using System.Globalization;
using Npgsql;

namespace Survey.Engines.Tests;

/// <summary>Three PostgreSQL servers; the first is asked, and has tables whose partitions lie on all three (postgres_fdw).</summary>
internal sealed class PostgresShards : IDisposable
{
    public const string User = "surveyor";
    public const string Password = "ge<he;im \"ünder'";

    private const int Nodes = 3;

    private readonly ServerFolder _folder = new("postgres");
    private readonly int[] _ports = ServerFolder.FreePorts(Nodes);
    private readonly ServerProcess[] _servers;

    public PostgresShards()
    {
        string programs = Installed.PostgreSql();
        string password = Path.Combine(_folder.Folder(), "password");
        File.WriteAllText(password, Password);
        _servers = [.. Enumerable.Range(1, Nodes).Select(node => Server(node, programs, password))];
        try
        {
            Array.ForEach(_servers, server => server.Start());
            for (int node = 1; node <= Nodes; node++)
                Await(node);
            Connect();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public int Port(int node) => _ports[node - 1];

    /// <summary>How a node is connected to; partitions are summed up where they lie.</summary>
    public string ConnectionString(int node, string password = Password) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = Port(node),
            Database = "postgres",
            Username = User,
            Password = password,
            Options = "-c enable_partitionwise_aggregate=on",
            Timeout = 5,
        }.ConnectionString;

    /// <summary>Runs statements on one node and gives the first column of what they answer, a line for each row.</summary>
    public string Run(int node, string sql)
    {
        using var connection = new NpgsqlConnection(ConnectionString(node) + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        using NpgsqlDataReader reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
            lines.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        return string.Join('\n', lines);
    }

    /// <summary>Creates a table whose rows lie on all nodes by the hash of a key: <paramref name="name"/> on node 1, its parts as name_local on each.</summary>
    /// <param name="name">A plain name.</param>
    /// <param name="columns">As in CREATE TABLE, without brackets.</param>
    /// <param name="key">Columns, quoted; sums by groups are worked out where rows lie if all of these are among what is grouped by.</param>
    public void CreateSharded(string name, string columns, string key) =>
        CreateSharded(name, columns, $"HASH ({key})", node => $"WITH (MODULUS {Nodes}, REMAINDER {node - 1})");

    /// <summary>The same by ranges of a key: below the first bound, below the second, and the rest.</summary>
    /// <param name="name">A plain name.</param>
    /// <param name="columns">As in CREATE TABLE, without brackets.</param>
    /// <param name="key">A column, quoted.</param>
    /// <param name="first">A literal.</param>
    /// <param name="second">A literal.</param>
    public void CreateRanges(string name, string columns, string key, string first, string second)
    {
        string[] bounds = ["MINVALUE", first, second, "MAXVALUE"];
        CreateSharded(name, columns, $"RANGE ({key})", node => $"FROM ({bounds[node - 1]}) TO ({bounds[node]})");
    }

    /// <summary>Ends a node at once, as when its machine fails.</summary>
    public void Kill(int node) => _servers[node - 1].Kill();

    /// <summary>Makes a node hang.</summary>
    public void Stop(int node) => _servers[node - 1].Signal("STOP");

    /// <summary>Lets nodes that hang go on, and starts those that were ended.</summary>
    public void Revive()
    {
        NpgsqlConnection.ClearAllPools(); // some of their connections are of servers that were ended
        Array.ForEach(_servers, server => server.Revive());
        for (int node = 1; node <= Nodes; node++)
            Await(node);
    }

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        Array.ForEach(_servers, server => server.Kill());
        _folder.Dispose();
    }

    private ServerProcess Server(int node, string programs, string password)
    {
        string data = _folder.Folder($"node{node}");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(data, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        ServerProcess.Run(_folder.User, [$"{programs}/initdb", "-D", data, "-U", User, $"--pwfile={password}", "-A", "scram-sha-256", "--no-sync", "-E", "UTF8", "--locale=C"]);
        File.AppendAllLines(Path.Combine(data, "postgresql.conf"),
        [
            "listen_addresses='127.0.0.1'", $"port={Port(node)}", $"unix_socket_directories='{data}'",
            "fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_wal_size='2GB'", "shared_buffers='128MB'", "work_mem='64MB'",
        ]);
        return new ServerProcess(_folder.User, [$"{programs}/postgres", "-D", data], Path.Combine(_folder.Folder(), $"node{node}.log"));
    }

    /// <summary>Tells node 1 of all nodes, itself included, so that its own rows are summed up like the others'.</summary>
    private void Connect()
    {
        Run(1, "CREATE EXTENSION postgres_fdw");
        string password = Password.Replace("'", "''", StringComparison.Ordinal);
        for (int node = 1; node <= Nodes; node++)
        {
            Run(1, $"CREATE SERVER s{node} FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '127.0.0.1', port '{Port(node)}', dbname 'postgres', async_capable 'true', batch_size '5000', fetch_size '10000')");
            Run(1, $"CREATE USER MAPPING FOR {User} SERVER s{node} OPTIONS (user '{User}', password '{password}')");
        }
    }

    private void CreateSharded(string name, string columns, string partitions, Func<int, string> values)
    {
        Run(1, $"CREATE TABLE \"{name}\" ({columns}) PARTITION BY {partitions}");
        for (int node = 1; node <= Nodes; node++)
        {
            Run(node, $"CREATE TABLE \"{name}_local\" ({columns})");
            Run(1, $"CREATE FOREIGN TABLE \"{name}_{node}\" PARTITION OF \"{name}\" FOR VALUES {values(node)} SERVER s{node} OPTIONS (table_name '{name}_local')");
        }
    }

    private void Await(int node) => ServerFolder.Await(_servers[node - 1], $"PostgreSQL node {node}", () => Answers(node));

    private bool Answers(int node)
    {
        try
        {
            return Run(node, "SELECT 1") == "1";
        }
        catch (NpgsqlException)
        {
            if (!_servers[node - 1].IsRunning)
                _servers[node - 1].Start(); // children of the one that was killed may still hold its memory
            return false;
        }
    }
}
