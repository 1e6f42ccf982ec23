using System.Globalization;
using Npgsql;
using Survey.Engines;

namespace Survey.Cli;

/// <summary>The options of commands that ask a database instead of reading files. Credentials come from the environment, so that no history of a shell and no list of processes has them.</summary>
internal static class DatabaseOptions
{
    private const string Section = "Rows in a database instead of files";

    private const int PostgreSqlPort = 5432, ClickHousePort = 8123, SecureClickHousePort = 8443;

    // what says how files are read
    private static readonly string[] OfFiles = ["--missing", "--missing-in", "--type", "--sheet", "--header-row", "--encoding", "--delimiter"];

    public static Option[] Options =>
    [
        new("--engine", ["URL"], "postgres://HOST[:PORT]/DATABASE or clickhouse://HOST[:PORT]/DATABASE (clickhouses:// over TLS); user and password are PGUSER and PGPASSWORD, or CLICKHOUSE_USER and CLICKHOUSE_PASSWORD, of the environment", Section),
        new("--table", ["NAME"], "the table, after a schema or database and a dot if need be", Section),
        new("--timeout", ["SECONDS"], "how long a statement and its answer may take (600 otherwise)", Section),
    ];

    public static bool AreAsked(Arguments arguments) => arguments.Has("--engine") || arguments.Has("--table");

    /// <summary>Refuses options that contradict each other.</summary>
    public static void Check(Arguments arguments)
    {
        if (!AreAsked(arguments))
        {
            if (arguments.Has("--timeout"))
                throw new ArgumentException("--timeout is of a database, and none is named; add --engine URL and --table NAME, or leave it out.");
            return;
        }
        if (!arguments.Has("--engine") || !arguments.Has("--table"))
            throw new ArgumentException(arguments.Has("--engine") ? "--engine names a database, and no table in it is named; add --table NAME." : "--table names a table, and no database is named; add --engine postgres://HOST/DATABASE or clickhouse://HOST/DATABASE.");
    }

    /// <summary>Refuses what a table in a database has no use for.</summary>
    public static void RefuseFiles(Arguments arguments)
    {
        if (arguments.Files.Count > 0)
            throw new ArgumentException($"{arguments.Files[0]} and --engine are two places for the rows; leave one out (survey load puts files into a database).");
        if (Array.Find(OfFiles, arguments.Has) is { } option)
            throw new ArgumentException($"{option} says how files are read; of a table in a database give a view in which it is done, or a condition such as case when age < 99 then age end.");
        if (WeightingOptions.AreAsked(arguments))
            throw new ArgumentException("Weights are made of rows in memory, and those of --engine stay in the database; weight a file (survey weight), and load the result.");
    }

    /// <summary>The table, whose rows stay where they are.</summary>
    public static EngineTable Open(Arguments arguments, CancellationToken cancellation) => EngineOf(arguments).Open(arguments["--table"]!, cancellation);

    /// <summary>The database.</summary>
    public static Engine EngineOf(Arguments arguments)
    {
        string text = arguments["--engine"]!;
        TimeSpan timeout = arguments["--timeout"] is { } seconds ? TimeSpan.FromSeconds(Words.AtLeastOne("--timeout", seconds)) : Engine.UsualTimeout;
        // what is wrong with an address is not shown, as it may hold a password
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? address) || address.Host.Length == 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
            throw new ArgumentException("--engine takes an address such as postgres://localhost:5432/survey or clickhouse://localhost:8123/default.");
        if (address.UserInfo.Length > 0)
            throw new ArgumentException("--engine takes an address without a user or password, which others could read; set PGUSER and PGPASSWORD, or CLICKHOUSE_USER and CLICKHOUSE_PASSWORD, in the environment.");
        return address.Scheme switch
        {
            "postgres" or "postgresql" => PostgreSql(address, timeout),
            "clickhouse" or "clickhouses" => ClickHouse(address, timeout),
            _ => throw new ArgumentException($"--engine has no '{address.Scheme}'; it takes postgres://, clickhouse:// or clickhouses://."),
        };
    }

    private static Engine PostgreSql(Uri address, TimeSpan timeout)
    {
        var connection = new NpgsqlConnectionStringBuilder
        {
            Host = address.Host,
            Port = address.Port > 0 ? address.Port : PostgreSqlPort,
            Database = DatabaseOf(address) ?? FromEnvironment("PGDATABASE", "postgres"),
            Username = FromEnvironment("PGUSER", Environment.UserName),
            Password = Environment.GetEnvironmentVariable("PGPASSWORD"),
            ApplicationName = "survey",
        };
        return Engine.PostgreSql(() => new NpgsqlConnection(connection.ConnectionString), timeout);
    }

    private static Engine ClickHouse(Uri address, TimeSpan timeout)
    {
        bool isSecure = address.Scheme == "clickhouses";
        int port = address.Port > 0 ? address.Port : isSecure ? SecureClickHousePort : ClickHousePort;
        var http = new Uri(string.Create(CultureInfo.InvariantCulture, $"{(isSecure ? "https" : "http")}://{address.Host}:{port}"));
        return Engine.ClickHouse(http, DatabaseOf(address) ?? "default", FromEnvironment("CLICKHOUSE_USER", "default"), FromEnvironment("CLICKHOUSE_PASSWORD", ""), timeout);
    }

    private static string? DatabaseOf(Uri address) => Uri.UnescapeDataString(address.AbsolutePath.Trim('/')) is { Length: > 0 } name ? name : null;

    private static string FromEnvironment(string variable, string otherwise) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : otherwise;
}
