namespace Survey.Engines.Tests;

/// <summary>Programs of servers, for the clusters of the tests; where tests are skipped, a benchmark ends.</summary>
internal static class Installed
{
    public static string ClickHouse() =>
        First("clickhouse-server", ["/usr/sbin/clickhouse-server", "/usr/bin/clickhouse-server", "/usr/local/bin/clickhouse-server"]);

    /// <summary>The folder of PostgreSQL's programs, of the newest version that is there.</summary>
    public static string PostgreSql()
    {
        string[] folders = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        IEnumerable<string> newest = folders.OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out int version) ? version : 0);
        return Path.GetDirectoryName(First("postgresql", [.. newest.Select(folder => Path.Combine(folder, "bin", "postgres"))]))!;
    }

    private static string First(string package, IReadOnlyList<string> files) =>
        files.FirstOrDefault(File.Exists) ?? throw new InvalidOperationException($"{package} is not installed (Debian: apt-get install {package}).");
}
