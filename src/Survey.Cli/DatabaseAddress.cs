using System.Globalization;
using Npgsql;
using Survey.Engines;

namespace Survey.Cli;

/// <summary>Where a database answers, as --engine names it: a scheme, a host, perhaps a port, and perhaps a database.</summary>
/// <param name="Scheme">postgres, postgresql, clickhouse or clickhouses.</param>
/// <param name="Host">A name or an address; one of IPv6 in brackets.</param>
/// <param name="Port">Given, or the usual one.</param>
/// <param name="Database">Null where none is named.</param>
internal sealed record DatabaseAddress(string Scheme, string Host, int Port, string? Database)
{
    public bool IsClickHouse => Scheme is "clickhouse" or "clickhouses";

    private bool IsSecure => Scheme == "clickhouses";

    /// <summary>Reads an address. What is wrong with one is not shown, as it may hold a password.</summary>
    public static DatabaseAddress Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? address) || address.Host.Length == 0)
            throw Wrong("takes an address");
        if (address.UserInfo.Length > 0)
            throw new ArgumentException("--engine takes an address without a user or password, which others could read; set PGUSER and PGPASSWORD, or CLICKHOUSE_USER and CLICKHOUSE_PASSWORD, in the environment.");
        if (address.Query.Length > 0 || address.Fragment.Length > 0 || Uri.CheckHostName(address.Host) == UriHostNameType.Unknown || address.Port == 0)
            throw Wrong("takes nothing but a host, a port and a database in its address,");
        return new DatabaseAddress(address.Scheme, address.Host, address.Port > 0 ? address.Port : PortOf(address.Scheme), DatabaseOf(address));
    }

    /// <summary>The database, with the credentials of the environment.</summary>
    public Engine Open(TimeSpan timeout) => IsClickHouse ? ClickHouse(timeout) : PostgreSql(timeout);

    private Engine PostgreSql(TimeSpan timeout)
    {
        var connection = new NpgsqlConnectionStringBuilder
        {
            Host = Host,
            Port = Port,
            Database = Database ?? FromEnvironment("PGDATABASE", "postgres"),
            Username = FromEnvironment("PGUSER", Environment.UserName),
            Password = Environment.GetEnvironmentVariable("PGPASSWORD"),
            ApplicationName = "survey",
        };
        return new Engine(new AdoServer(() => new NpgsqlConnection(connection.ConnectionString), new PostgreSqlDialect(), $"PostgreSQL at {Host}:{Port}/{connection.Database}", timeout));
    }

    private Engine ClickHouse(TimeSpan timeout)
    {
        var http = new Uri(string.Create(CultureInfo.InvariantCulture, $"{(IsSecure ? "https" : "http")}://{Host}:{Port}"));
        return Engine.ClickHouse(http, Database ?? "default", FromEnvironment("CLICKHOUSE_USER", "default"), FromEnvironment("CLICKHOUSE_PASSWORD", ""), timeout);
    }

    private static int PortOf(string scheme) =>
        scheme switch
        {
            "postgres" or "postgresql" => 5432,
            "clickhouse" => 8123,
            "clickhouses" => 8443,
            _ => throw new ArgumentException($"--engine has no '{scheme}'; it takes postgres://, clickhouse:// or clickhouses://."),
        };

    /// <summary>A slash or an at sign in the name of a database stands as %2F or %40: plain ones come of a password that was not.</summary>
    private static string? DatabaseOf(Uri address)
    {
        string path = address.AbsolutePath.Trim('/'), name = Uri.UnescapeDataString(path);
        if (path.AsSpan().ContainsAny('/', '@') || name.Any(char.IsControl))
            throw Wrong("takes one database in its address, in whose name / and @ stand as %2F and %40,");
        return name.Length > 0 ? name : null;
    }

    private static ArgumentException Wrong(string what) => new($"--engine {what} such as postgres://localhost:5432/survey or clickhouse://localhost:8123/default.");

    private static string FromEnvironment(string variable, string otherwise) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : otherwise;
}
