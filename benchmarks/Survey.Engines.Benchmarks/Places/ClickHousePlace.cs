using System.Globalization;
using Survey.Engines.Tests;

namespace Survey.Engines.Benchmarks;

/// <summary>Three servers of ClickHouse; strata lie on the shards in turn.</summary>
internal sealed class ClickHousePlace(ClickHouseCluster cluster) : Place
{
    private const int Nodes = 3;

    private static readonly HttpClient Client = new() { Timeout = TimeSpan.FromMinutes(10) };

    public override string Name => "ClickHouse, 3 servers";

    public override string Version { get; } = "ClickHouse " + cluster.Run(1, "SELECT version()").Trim();

    public override int? Port => cluster.Address(1).Port;

    public override string[] WordsOf(long rows) => ["clickhouse", cluster.Address(1).ToString(), TableOf(rows)];

    public override string TableOf(long rows) => $"people_{rows}";

    public void Make(long rows)
    {
        cluster.CreateSharded(TableOf(rows), MadeSql.ColumnsOf(isClickHouse: true));
        for (int node = 1; node <= Nodes; node++)
            Send(cluster.Address(node), MadeSql.ClickHouse(TableOf(rows) + "_local", rows, node, Nodes));
    }

    public override IServer Server(int? port = null) => ServerAt(new UriBuilder(cluster.Address(1)) { Port = port ?? Port!.Value }.Uri);

    public static IServer ServerAt(Uri address) => new ClickHouseServer(address, ClickHouseCluster.User, ClickHouseCluster.Password, "default", new ClickHouseDialect(), TimeSpan.FromMinutes(10));

    public override void Drain(Statement statement) => Send(cluster.Address(1), statement.Sql);

    public override (Action Run, long Rows) OneThread(Question question, long rows)
    {
        string local = TableOf(rows) + "_local";
        long own = long.Parse(cluster.Run(1, $"SELECT count() FROM {local}"), CultureInfo.InvariantCulture);
        return (() => Send(new Uri(cluster.Address(1), "?max_threads=1"), question.Bare(local)), own);
    }

    public override long? BytesFromShards(IReadOnlyList<Statement> statements, long rows)
    {
        Relay[] relays = [.. cluster.Run(1, $"SELECT port FROM system.clusters WHERE cluster = '{ClickHouseCluster.Cluster}' ORDER BY shard_num").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(port => new Relay(int.Parse(port, CultureInfo.InvariantCulture)))];
        try
        {
            string addresses = string.Join(',', relays.Select(relay => $"127.0.0.1:{relay.Port}"));
            foreach (Statement statement in statements)
                Drain(new Statement(statement.Sql.Replace($"FROM \"{TableOf(rows)}\"", $"FROM remote('{addresses}', default.{TableOf(rows)}_local)", StringComparison.Ordinal)));
            return relays.Sum(relay => relay.Taken());
        }
        finally
        {
            Array.ForEach(relays, relay => relay.Dispose());
        }
    }

    /// <summary>Posts a statement, and a body behind it if there is any.</summary>
    public static void Send(Uri address, string sql, Stream? body = null)
    {
        HttpContent content = body is null ? new StringContent(sql) : new StreamContent(body);
        Uri to = body is null ? address : new Uri(address, "?query=" + Uri.EscapeDataString(sql));
        using HttpResponseMessage response = Client.SendAsync(new HttpRequestMessage(HttpMethod.Post, to) { Content = content }, HttpCompletionOption.ResponseHeadersRead).Result;
        if (!response.IsSuccessStatusCode)
            throw new InvalidOperationException(response.Content.ReadAsStringAsync().Result);
        response.Content.CopyToAsync(Stream.Null).Wait();
    }
}
