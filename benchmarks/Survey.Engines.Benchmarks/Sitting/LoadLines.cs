using Npgsql;
using Survey.Engines.Tests;

namespace Survey.Engines.Benchmarks;

/// <summary>A table filled by <c>Load</c>, and what the database takes to fill the same table from the same rows as CSV.</summary>
internal sealed record LoadLine(string Place, Taken Ours, string Rival, Taken Takes);

/// <summary>Loads a million rows into each place.</summary>
/// <param name="people">The rows.</param>
/// <param name="csv">The same as a file.</param>
/// <param name="runs">How often each load is timed.</param>
internal sealed class LoadLines(Table people, string csv, int runs)
{
    private const string Table = "loaded";

    public LoadLine OfClickHouse(ClickHousePlace place, ClickHouseCluster cluster)
    {
        cluster.CreateSharded("distributed", Types("Nullable(Float64)", "Nullable(String)", "Nullable(Enum8('false' = 0, 'true' = 1))"), "toUInt64(assumeNotNull(stratum))");
        return Of(place.Name, () => Load(place.Server(), "distributed", append: true), "INSERT FORMAT CSV", () =>
        {
            using FileStream file = File.OpenRead(csv);
            ClickHousePlace.Send(cluster.Address(1), "INSERT INTO distributed FORMAT CSVWithNames", file);
        }, () => cluster.RunOnAll("TRUNCATE TABLE distributed_local"));
    }

    public LoadLine OfPostgreSql(PostgreSqlPlace place, PostgresShards shards)
    {
        shards.CreateSharded("spread", Types("double precision", "text", "boolean"), "stratum");
        shards.Run(1, $"CREATE TABLE staged ({Types("double precision", "text", "boolean")})");
        return Of(place.Name, () => Load(place.Server(), "spread", append: true), "COPY FROM CSV, then INSERT SELECT", () =>
        {
            Copy(shards, "staged"); // into foreign tables COPY sends row by row
            place.Drain(new Statement("INSERT INTO spread SELECT * FROM staged"));
        }, () => shards.Run(1, "TRUNCATE spread, staged"));
    }

    public LoadLine OfOnePostgreSql(PostgreSqlPlace place, PostgresShards shards)
    {
        shards.Run(1, $"CREATE TABLE {Table}_copied ({Types("double precision", "text", "boolean")})");
        return Of(place.Name, () => Load(place.Server(), Table, append: false), "COPY FROM CSV", () => Copy(shards, Table + "_copied"), () => shards.Run(1, $"DROP TABLE IF EXISTS {Table}; TRUNCATE {Table}_copied"));
    }

    public LoadLine OfDuckDb(DuckDbPlace place) =>
        Of(place.Name, () => Load(place.Server(), Table, append: false), "CREATE TABLE AS SELECT from CSV", () => place.Drain(new Statement($"CREATE TABLE {Table} AS SELECT * FROM '{csv}'")), () => place.Drain(new Statement($"DROP TABLE IF EXISTS {Table}")));

    private LoadLine Of(string place, Action ours, string rival, Action rivals, Action empty)
    {
        Taken[] own = new Taken[runs], others = new Taken[runs];
        for (int run = 0; run < runs; run++)
        {
            empty();
            own[run] = Clock.Time(ours);
            empty();
            others[run] = Clock.Time(rivals);
        }
        empty();
        return new LoadLine(place, Median(own), rival, Median(others));
    }

    private static Taken Median(Taken[] of) => new(Clock.Median(of.Select(taken => taken.Seconds)), Clock.Median(of.Select(taken => taken.Processors)));

    private void Load(IServer server, string table, bool append) =>
        server.Load(people, TableName.Parse(table), new LoadOptions { Append = append }, null, default);

    private void Copy(PostgresShards shards, string table)
    {
        using var connection = new NpgsqlConnection(shards.ConnectionString(1));
        connection.Open();
        using TextWriter to = connection.BeginTextImport($"COPY {table} FROM STDIN (FORMAT csv, HEADER)");
        using StreamReader from = File.OpenText(csv);
        char[] buffer = new char[1 << 16];
        while (from.Read(buffer) is > 0 and int read)
            to.Write(buffer, 0, read);
    }

    private static string Types(string number, string text, string flag) =>
        $"stratum {number}, psu {number}, region {text}, weight {number}, smoker {flag}, height {number}, income {number}";
}
