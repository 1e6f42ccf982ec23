using System.Net;

namespace Survey.Engines.Tests;

/// <summary>Three ClickHouse servers as one cluster; the first is asked.</summary>
internal sealed class ClickHouseCluster : IDisposable
{
    /// <summary>The name of the cluster in statements.</summary>
    public const string Cluster = "survey3";

    public const string User = "surveyor";
    public const string Password = "ge<he&im \"ünder'";

    private const int Nodes = 3;

    private static readonly HttpClient Client = new() { Timeout = TimeSpan.FromSeconds(30) };

    private readonly ServerFolder _folder = new("nobody");
    private readonly int[] _ports = ServerFolder.FreePorts(2 * Nodes);
    private readonly ServerProcess[] _servers;

    public ClickHouseCluster()
    {
        string program = Installed.ClickHouse();
        string users = Path.Combine(_folder.Folder(), "users.xml");
        ClickHouseConfig.Users(User, Password).Save(users);
        _servers = [.. Enumerable.Range(1, Nodes).Select(node => Server(node, program, users))];
        try
        {
            Array.ForEach(_servers, server => server.Start());
            for (int node = 1; node <= Nodes; node++)
                Await(node);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Where a node answers.</summary>
    public Uri Address(int node) => new($"http://127.0.0.1:{_ports[node - 1]}/");

    /// <summary>Runs a statement on one node, as the user of the cluster itself, and gives what it answers.</summary>
    public string Run(int node, string sql)
    {
        using HttpResponseMessage response = Client.PostAsync(Address(node), new StringContent(sql)).Result;
        string body = response.Content.ReadAsStringAsync().Result;
        return response.StatusCode == HttpStatusCode.OK ? body : throw new InvalidOperationException(body);
    }

    /// <summary>Runs a statement on every node.</summary>
    public void RunOnAll(string sql)
    {
        for (int node = 1; node <= Nodes; node++)
            Run(node, sql);
    }

    /// <summary>Creates a table whose rows lie on all nodes: <paramref name="name"/> on node 1, its parts as name_local on each.</summary>
    /// <param name="name">A plain name.</param>
    /// <param name="columns">As in CREATE TABLE, without brackets.</param>
    /// <param name="shardingKey">An expression that says on which shard a row goes.</param>
    public void CreateSharded(string name, string columns, string shardingKey = "rand()")
    {
        RunOnAll($"CREATE TABLE \"{name}_local\" ({columns}) ENGINE = MergeTree ORDER BY tuple()");
        Run(1, $"CREATE TABLE \"{name}\" ({columns}) ENGINE = Distributed({Cluster}, default, '{name}_local', {shardingKey})");
    }

    /// <summary>Ends a node at once, as when its machine fails.</summary>
    public void Kill(int node) => _servers[node - 1].Kill();

    /// <summary>Makes a node hang.</summary>
    public void Stop(int node) => _servers[node - 1].Signal("STOP");

    /// <summary>Lets nodes that hang go on, and starts those that were ended.</summary>
    public void Revive()
    {
        Array.ForEach(_servers, server => server.Revive());
        for (int node = 1; node <= Nodes; node++)
            Await(node);
    }

    public void Dispose()
    {
        Array.ForEach(_servers, server => server.Kill()); // a polite end takes 10 s while others hold connections
        _folder.Dispose();
    }

    private ServerProcess Server(int node, string program, string users)
    {
        string folder = _folder.Folder($"node{node}");
        _folder.Folder($"node{node}", "data");
        _folder.Folder($"node{node}", "tmp");
        string config = Path.Combine(folder, "config.xml");
        ClickHouseConfig.Server(folder, users, _ports[node - 1], _ports[Nodes + node - 1], _ports[Nodes..]).Save(config);
        return new ServerProcess(_folder.User, [program, $"--config-file={config}"], Path.Combine(folder, "out.log"));
    }

    private void Await(int node) => ServerFolder.Await(_servers[node - 1], $"ClickHouse node {node}", () => Answers(node));

    private bool Answers(int node)
    {
        try
        {
            return Client.GetAsync(new Uri(Address(node), "ping")).Result.IsSuccessStatusCode;
        }
        catch (AggregateException)
        {
            return false;
        }
    }
}
