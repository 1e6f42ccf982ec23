namespace Survey.Engines.Tests;

/// <summary>Programs of servers. Tests of one that is not installed are skipped, except where SURVEY_REQUIRE_ENGINES=1, as in the gate.</summary>
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

    private static string First(string package, IReadOnlyList<string> files)
    {
        if (files.FirstOrDefault(File.Exists) is { } found)
            return found;
        string reason = $"{package} is not installed (Debian: apt-get install {package})";
        if (Environment.GetEnvironmentVariable("SURVEY_REQUIRE_ENGINES") == "1")
            Assert.Fail(reason);
        Assert.Ignore(reason);
        return "";
    }
}
