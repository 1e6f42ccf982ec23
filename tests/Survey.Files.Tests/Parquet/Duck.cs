using DuckDB.NET.Data;

namespace Survey.Files.Tests.Parquet;

/// <summary>DuckDB, which writes files to be read here, and reads what was written here.</summary>
internal sealed class Duck : IDisposable
{
    private readonly DuckDBConnection _connection = new("DataSource=:memory:");

    public Duck() => _connection.Open();

    /// <summary>A name as DuckDB takes it within apostrophes.</summary>
    public static string Quoted(string file) => $"'{file.Replace("'", "''", StringComparison.Ordinal)}'";

    public void Run(string sql)
    {
        using DuckDBCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The rows of an answer; null where a value is missing.</summary>
    public List<object?[]> Rows(string sql)
    {
        using DuckDBCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        using DuckDBDataReader reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(k => reader.IsDBNull(k) ? null : reader.GetValue(k))]);
        return rows;
    }

    public void Dispose() => _connection.Dispose();
}
