using DuckDB.NET.Data;

namespace Survey.Engines.Benchmarks;

/// <summary>DuckDB in this process, over a file of its own.</summary>
/// <param name="file">Which need not be there yet.</param>
internal sealed class DuckDbPlace(string file) : Place, IDisposable
{
    private DuckDBConnection _kept = OpenAt(file); // else the file would be opened for each statement

    public override string Name => "DuckDB, in this process";

    public override string Version { get; } = "DuckDB " + VersionAt(file);

    public override string[] WordsOf(long rows) => ["duckdb", file, TableOf(rows)];

    public override string TableOf(long rows) => $"people_{rows}";

    /// <summary>Loads a Parquet file.</summary>
    public void Make(long rows, string parquet) => Drain(new Statement($"CREATE TABLE {TableOf(rows)} AS SELECT * FROM read_parquet('{parquet}')"));

    public override IServer Server(int? port = null) => ServerAt(file);

    public static IServer ServerAt(string file) => new AdoServer(() => new DuckDBConnection($"DataSource={file}"), new DuckDbDialect(), "DuckDB", TimeSpan.FromMinutes(10));

    public override void Drain(Statement statement)
    {
        using DuckDBCommand command = _kept.CreateCommand();
        command.CommandText = statement.Sql;
        for (int k = 0; k < statement.Parameters.Count; k++)
            command.Parameters.Add(new DuckDBParameter($"p{k}", statement.Parameters[k]));
        using DuckDBDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            // the answer goes by
        }
    }

    public override (Action Run, long Rows) OneThread(Question question, long rows) =>
        (() =>
        {
            Drain(new Statement("SET threads = 1"));
            Drain(new Statement(question.Bare(TableOf(rows))));
            Drain(new Statement("RESET threads"));
        }, rows);

    // a file is one process's at a time
    public override double Megabytes(Question question, long rows)
    {
        _kept.Dispose();
        try
        {
            return base.Megabytes(question, rows);
        }
        finally
        {
            _kept = OpenAt(file);
        }
    }

    public void Dispose() => _kept.Dispose();

    private static string VersionAt(string file)
    {
        using DuckDBConnection connection = OpenAt(file);
        return connection.ServerVersion;
    }

    private static DuckDBConnection OpenAt(string file)
    {
        var connection = new DuckDBConnection($"DataSource={file}");
        connection.Open();
        return connection;
    }
}
