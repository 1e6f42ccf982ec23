using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Survey.Engines.Tests;

/// <summary>Tables in the databases of tests, each loaded by the first test that asks.</summary>
internal static class Loaded
{
    private const string PostgreSql = "PostgreSQL", ClickHouse = "ClickHouse";

    private static readonly ConcurrentDictionary<(string, int), Lazy<string>> Names = new();
    private static readonly ConditionalWeakTable<Table, object> Numbers = [];
    private static int _count;

    /// <summary>A table in a database: over three servers of PostgreSQL by the hash of a column, over three of ClickHouse by chance, in DuckDB whole.</summary>
    public static EngineTable In(string engine, Table table, string key = "stratum")
    {
        int number = (int)Numbers.GetValue(table, _ => Interlocked.Increment(ref _count));
        return Open(engine, number, name =>
        {
            Create(engine, name, table, key);
            ServerOf(engine).Load(table, TableName.Parse(name), new LoadOptions { Append = engine != "DuckDB" }, null, default);
        });
    }

    /// <summary>The three million, each server's loaded where they lie.</summary>
    public static EngineTable LargeIn(string engine) => Open(engine, 0, name =>
    {
        Table model = LargeSample.Of(1, 1);
        if (engine == PostgreSql)
            Engines.Shards.CreateRanges(name, ColumnsOf(engine, model), "\"stratum\"", "101", "201");
        else
            Create(engine, name, model, "stratum");
        for (int node = 1; node <= 3; node++)
        {
            IServer server = engine == PostgreSql ? Engines.PostgreSqlAt(Engines.Shards, node, TimeSpan.FromMinutes(2)) : Engines.ClickHouseAt(Engines.Cluster, node, TimeSpan.FromMinutes(2));
            server.Load(LargeSample.Of(100 * node - 99, 100 * node), TableName.Parse(name + "_local"), new LoadOptions { Append = true }, null, default);
        }
    });

    private static EngineTable Open(string engine, int number, Action<string> load) => new Engine(ServerOf(engine)).Open(Names.GetOrAdd((engine, number), key => new Lazy<string>(() =>
    {
        string name = $"sample{number}";
        load(name);
        return name;
    })).Value);

    private static void Create(string engine, string name, Table table, string key)
    {
        if (engine == PostgreSql)
            Engines.Shards.CreateSharded(name, ColumnsOf(engine, table), $"\"{key}\"");
        else if (engine == ClickHouse)
            Engines.Cluster.CreateSharded(name, ColumnsOf(engine, table));
    }

    private static IServer ServerOf(string engine) => engine switch { PostgreSql => Engines.PostgreSql, ClickHouse => Engines.ClickHouse, _ => Engines.DuckDb };

    public static string ColumnsOf(string engine, Table table) => engine == PostgreSql
        ? ColumnsOf(table, "\"{0}\" {1}", "double precision", "text", "boolean", "date")
        : ColumnsOf(table, "\"{0}\" Nullable({1})", "Float64", "String", "Enum8('false' = 0, 'true' = 1)", "Date");

    private static string ColumnsOf(Table table, string form, params string[] types) =>
        string.Join(", ", table.Columns.Select(name => string.Format(CultureInfo.InvariantCulture, form, name, types[(int)table[name].Type])));
}
