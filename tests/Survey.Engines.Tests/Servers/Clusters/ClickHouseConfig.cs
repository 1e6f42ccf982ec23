using System.Globalization;
using System.Xml.Linq;

namespace Survey.Engines.Tests;

/// <summary>The files that tell ClickHouse servers what they are.</summary>
internal static class ClickHouseConfig
{
    /// <summary>One server of a cluster.</summary>
    /// <param name="folder">Of its data and logs.</param>
    /// <param name="users">The file of users.</param>
    /// <param name="httpPort">Where it is asked.</param>
    /// <param name="tcpPort">Where the other servers ask it.</param>
    /// <param name="cluster">Where each server is asked by the others.</param>
    public static XElement Server(string folder, string users, int httpPort, int tcpPort, IReadOnlyList<int> cluster) =>
        new("yandex",
            new XElement("logger", Value("level", "information"), Value("log", $"{folder}/server.log"), Value("errorlog", $"{folder}/server.err.log")),
            Value("listen_host", "127.0.0.1"), Value("http_port", httpPort), Value("tcp_port", tcpPort),
            Value("path", $"{folder}/data/"), Value("tmp_path", $"{folder}/tmp/"),
            Value("users_config", users), Value("default_profile", "default"), Value("default_database", "default"),
            Value("mark_cache_size", 64 << 20), Value("max_concurrent_queries", 50),
            new XElement("remote_servers", new XElement(ClickHouseCluster.Cluster, cluster.Select(Shard))));

    /// <summary>The user of the cluster itself, and one with a password.</summary>
    public static XElement Users(string name, string password) =>
        new("yandex",
            new XElement("profiles", new XElement("default", Value("max_memory_usage", 4_000_000_000), Value("max_threads", 2))),
            new XElement("users", User("default", ""), User(name, password)),
            new XElement("quotas", new XElement("default", new XElement("interval",
                Value("duration", 3600), Value("queries", 0), Value("errors", 0), Value("result_rows", 0), Value("read_rows", 0), Value("execution_time", 0)))));

    private static XElement User(string name, string password) =>
        new(name, Value("password", password), new XElement("networks", Value("ip", "127.0.0.1")), Value("profile", "default"), Value("quota", "default"));

    private static XElement Shard(int port) => new("shard", new XElement("replica", Value("host", "127.0.0.1"), Value("port", port)));

    private static XElement Value(string name, IConvertible value) => new(name, value.ToString(CultureInfo.InvariantCulture));
}
