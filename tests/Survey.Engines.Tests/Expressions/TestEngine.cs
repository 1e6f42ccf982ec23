using System.Globalization;
using DuckDB.NET.Data;
using Npgsql;

namespace Survey.Engines.Tests.Expressions;

/// <summary>A database that expressions are tried in: runs statements and reads numbers, nothing more.</summary>
internal abstract class TestEngine(Dialect dialect) : IDisposable
{
    public static readonly string[] Names = ["DuckDB", "PostgreSQL", "ClickHouse"];

    public Dialect Dialect => dialect;

    public static TestEngine Named(string name) =>
        name switch
        {
            "PostgreSQL" => new PostgresEngine(Engines.Shards.ConnectionString(1)),
            "ClickHouse" => new ClickHouseEngine(Engines.Cluster.Address(1)),
            _ => new DuckEngine(),
        };

    public abstract void Run(string sql);

    /// <summary>The rows of an answer of numbers; null where NULL.</summary>
    public abstract List<double?[]> Rows(Statement statement);

    public abstract void Dispose();

    private sealed class DuckEngine : TestEngine
    {
        private readonly DuckDBConnection _connection = new("DataSource=:memory:");

        public DuckEngine() : base(new DuckDbDialect()) => _connection.Open();

        public override void Run(string sql)
        {
            using DuckDBCommand command = _connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }

        public override List<double?[]> Rows(Statement statement)
        {
            using DuckDBCommand command = _connection.CreateCommand();
            command.CommandText = statement.Sql;
            foreach ((int k, string text) in statement.Parameters.Index())
                command.Parameters.Add(new DuckDBParameter($"p{k}", text));
            return Read(command);
        }

        public override void Dispose() => _connection.Dispose();
    }

    public sealed class PostgresEngine : TestEngine
    {
        private readonly NpgsqlConnection _connection;

        public PostgresEngine(string connection) : base(new PostgreSqlDialect())
        {
            _connection = new NpgsqlConnection(connection);
            _connection.Open();
            Run("SET search_path TO pg_temp");
        }

        public NpgsqlConnection Connection => _connection;

        public override void Run(string sql)
        {
            using var command = new NpgsqlCommand(sql, _connection);
            command.ExecuteNonQuery();
        }

        public override List<double?[]> Rows(Statement statement)
        {
            using NpgsqlCommand command = Command(statement, "");
            return Read(command);
        }

        /// <summary>How a statement would be run.</summary>
        public string Plan(Statement statement)
        {
            using NpgsqlCommand command = Command(statement, "EXPLAIN (VERBOSE, COSTS OFF) ");
            using NpgsqlDataReader reader = command.ExecuteReader();
            var plan = new System.Text.StringBuilder();
            while (reader.Read())
                plan.AppendLine(reader.GetString(0));
            return plan.ToString();
        }

        private NpgsqlCommand Command(Statement statement, string before)
        {
            var command = new NpgsqlCommand(before + statement.Sql, _connection);
            foreach ((int k, string text) in statement.Parameters.Index())
                command.Parameters.AddWithValue($"p{k}", text);
            return command;
        }

        public override void Dispose() => _connection.Dispose();
    }

    private sealed class ClickHouseEngine(Uri address) : TestEngine(new ClickHouseDialect())
    {
        private readonly HttpClient _client = new();

        public override void Run(string sql) => Ask(sql);

        public override List<double?[]> Rows(Statement statement) =>
            [.. Ask($"{statement.Sql} FORMAT TabSeparatedWithNamesAndTypes").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).Select(line => Array.ConvertAll(line.Split('\t'), Number))];

        public override void Dispose() => _client.Dispose();

        private string Ask(string sql)
        {
            using HttpResponseMessage answer = _client.PostAsync(new Uri(address, "?wait_end_of_query=1&max_query_size=100000000&max_ast_elements=1000000&max_ast_depth=10000"), new StringContent(sql)).Result;
            string text = answer.Content.ReadAsStringAsync().Result;
            return answer.IsSuccessStatusCode ? text : throw new InvalidOperationException(text);
        }

        private static double? Number(string text) => text == "\\N" ? null : double.Parse(text, CultureInfo.InvariantCulture);
    }

    private static List<double?[]> Read(System.Data.Common.DbCommand command)
    {
        using System.Data.Common.DbDataReader reader = command.ExecuteReader();
        var rows = new List<double?[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(k => reader.IsDBNull(k) ? null : (double?)Convert.ToDouble(reader.GetValue(k), CultureInfo.InvariantCulture))]);
        return rows;
    }
}
