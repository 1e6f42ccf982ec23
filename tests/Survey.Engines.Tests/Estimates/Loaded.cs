using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Survey.Engines.Tests;

/// <summary>Tables in the databases of tests, each loaded by the first test that asks.</summary>
internal static class Loaded
{
    private static readonly ConcurrentDictionary<(string, int), Lazy<string>> Names = new();
    private static readonly ConditionalWeakTable<Table, object> Numbers = [];
    private static int _count;

    public static EngineTable InDuckDb(Table table) => new Engine(Engines.DuckDb).Open(NameOf("duckdb", table, name =>
        Engines.DuckDb.Load(table, TableName.Parse(name), new LoadOptions(), null, default)));

    /// <summary>Spread over three servers by the hash of the stratum.</summary>
    public static EngineTable InPostgreSql(Table table) => new Engine(Engines.PostgreSql).Open(NameOf("postgresql", table, name =>
    {
        Engines.Shards.CreateSharded(name, ColumnsOf(table, "\"{0}\" {1}", "double precision", "text", "boolean", "date"), "\"stratum\"");
        Engines.PostgreSql.Load(table, TableName.Parse(name), new LoadOptions { Append = true }, null, default);
    }));

    /// <summary>Spread over three servers by chance.</summary>
    public static EngineTable InClickHouse(Table table) => new Engine(Engines.ClickHouse).Open(NameOf("clickhouse", table, name =>
    {
        Engines.Cluster.CreateSharded(name, ColumnsOf(table, "\"{0}\" Nullable({1})", "Float64", "String", "Enum8('false' = 0, 'true' = 1)", "Date"));
        Engines.ClickHouse.Load(table, TableName.Parse(name), new LoadOptions { Append = true }, null, default);
    }));

    private static string NameOf(string engine, Table table, Action<string> load)
    {
        int number = (int)Numbers.GetValue(table, _ => Interlocked.Increment(ref _count));
        return Names.GetOrAdd((engine, number), key => new Lazy<string>(() =>
        {
            string name = $"sample{number}";
            load(name);
            return name;
        })).Value;
    }

    private static string ColumnsOf(Table table, string form, params string[] types) =>
        string.Join(", ", table.Columns.Select(name => string.Format(System.Globalization.CultureInfo.InvariantCulture, form, name, types[(int)table[name].Type])));
}
