using System.Data.Common;

namespace Survey.Engines;

/// <summary>A database that sums the rows of survey tables where they are.</summary>
/// <remarks>Credentials are handed to the database and nowhere else: they stand in no message and no result.</remarks>
public sealed class Engine
{
    /// <summary>How long a statement and its answer may take, where nobody says: ten minutes.</summary>
    public static readonly TimeSpan UsualTimeout = TimeSpan.FromMinutes(10);

    internal Engine(IServer server) => Server = server;

    internal IServer Server { get; }

    /// <summary>A PostgreSQL server, and the shards behind its foreign tables (postgres_fdw).</summary>
    /// <param name="connect">Makes a connection that is not open yet, such as <c>() => new NpgsqlConnection(text)</c>, or <c>dataSource.CreateConnection</c>.</param>
    /// <param name="timeout">How long a statement and its answer may take; by default <see cref="UsualTimeout"/>.</param>
    public static Engine PostgreSql(Func<DbConnection> connect, TimeSpan? timeout = null) => OfProvider(connect, new PostgreSqlDialect(), "PostgreSQL", timeout);

    /// <summary>A DuckDB database.</summary>
    /// <param name="connect">Makes a connection that is not open yet.</param>
    /// <param name="timeout">How long a statement and its answer may take; by default <see cref="UsualTimeout"/>.</param>
    public static Engine DuckDb(Func<DbConnection> connect, TimeSpan? timeout = null) => OfProvider(connect, new DuckDbDialect(), "DuckDB", timeout);

    /// <summary>A ClickHouse server over HTTP, and the cluster behind its Distributed tables.</summary>
    /// <param name="address">Where it answers, such as <c>http://localhost:8123</c>.</param>
    /// <param name="database">Where tables without a database are looked for.</param>
    /// <param name="user">Who asks.</param>
    /// <param name="password">Empty where the user has none.</param>
    /// <param name="timeout">How long a statement and its answer may take; by default <see cref="UsualTimeout"/>.</param>
    /// <exception cref="ArgumentException">The address is none of HTTP, or has credentials in it.</exception>
    public static Engine ClickHouse(Uri address, string database = "default", string user = "default", string password = "", TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0)
            throw new ArgumentException("A ClickHouse server answers at an address such as http://host:8123, without a user or password in it; give those by themselves.", nameof(address));
        return new Engine(new ClickHouseServer(address, user, password, database, new ClickHouseDialect(), Checked(timeout)));
    }

    /// <summary>A table of the database.</summary>
    /// <param name="table">Its name as it is stored, after a schema or database and a dot if need be; parts with dots or quotes in them stand in double quotes.</param>
    /// <param name="cancellation">Ends whatever is asked of the table, with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="SurveyDataException">The name is none, or the database does not answer or has no such table.</exception>
    public EngineTable Open(string table, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new(this, TableName.Parse(table), cancellation);
    }

    /// <summary>Puts rows into a table, a new one or one that is there: <c>engine.Load(Rows.Open("people.csv"), "people")</c> loads a file of any size as it is read.</summary>
    /// <param name="rows">A table, or rows of files; all their columns, which keep their names.</param>
    /// <param name="table">Its name, as <see cref="Open"/> takes it.</param>
    /// <param name="options">By default the table is created and must not be there.</param>
    /// <param name="progress">Is told, every 65,536 rows, how many are loaded.</param>
    /// <param name="cancellation">Ends the load.</param>
    /// <returns>How many rows were loaded.</returns>
    /// <remarks>
    /// Numbers become doubles, categories texts without their labels and order, flags booleans (in ClickHouse an Enum8 of 'false' and 'true'), dates dates, and what is missing is NULL.
    /// PostgreSQL and DuckDB take all rows in one transaction, and PostgreSQL then analyzes the table. ClickHouse fills a new table under another name; rows added to one that is there are looked at in a pass of their own before the first is sent, and cannot be taken back.
    /// </remarks>
    /// <exception cref="SurveyDataException">The rows cannot be read; a column looks like personal data (<see cref="Files.PersonalData"/>) and <see cref="LoadOptions.PersonalDataAllowedIn"/> does not name it; the table does not take them; or the server failed. No new table is then left, and one that was there is as it was, except where the message says that rows may stand in it.</exception>
    /// <exception cref="OperationCanceledException">The load was cancelled; the message says what is left of it.</exception>
    public long Load(Rows rows, string table, LoadOptions? options = null, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(table);
        return Server.Load(rows, TableName.Parse(table), options ?? new LoadOptions(), progress, cancellation);
    }

    private static Engine OfProvider(Func<DbConnection> connect, Dialect dialect, string kind, TimeSpan? timeout)
    {
        ArgumentNullException.ThrowIfNull(connect);
        return new Engine(new AdoServer(connect, dialect, NameOf(connect, kind), Checked(timeout)));
    }

    /// <summary>"PostgreSQL at db.example:5432/survey"; what is wrong with a connection is said when it is asked.</summary>
    private static string NameOf(Func<DbConnection> connect, string kind)
    {
        try
        {
            using DbConnection connection = connect();
            string place = connection.DataSource.Replace("tcp://", "", StringComparison.Ordinal);
            return place.Length == 0 ? kind : connection.Database.Length == 0 ? $"{kind} at {place}" : $"{kind} at {place}/{connection.Database}";
        }
        catch (Exception error) when (error is ArgumentException or FormatException or InvalidOperationException or DbException)
        {
            return kind;
        }
    }

    private static TimeSpan Checked(TimeSpan? timeout) =>
        timeout is not { } given ? UsualTimeout
        : given > TimeSpan.Zero && given <= TimeSpan.FromDays(7) ? given
        : throw new ArgumentOutOfRangeException(nameof(timeout), given, "A statement may take more than no time, and at most a week.");
}
