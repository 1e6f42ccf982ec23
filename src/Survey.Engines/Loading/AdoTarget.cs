using System.Data.Common;
using System.Text;

namespace Survey.Engines;

/// <summary>A table of PostgreSQL or DuckDB, filled in one transaction: whole or not at all.</summary>
internal sealed class AdoTarget(AdoServer server, TableName table, LoadOptions options, CancellationToken cancellation) : LoadTarget
{
    /// <summary>Bytes of a name that PostgreSQL keeps; it cuts off the rest without a word.</summary>
    private const int LongestName = 63;

    private readonly AdoSession _session = server.Open(cancellation);
    private readonly string _quoted = table.Quoted(server.Dialect);
    private string _insert = "";

    public override void Begin(IReadOnlyList<LoadColumn> columns)
    {
        foreach (string name in columns.Select(column => column.Name).Concat(table.Parts))
            if (Encoding.UTF8.GetByteCount(name) > LongestName)
                throw new LoadFailedException(new SurveyDataException($"The name '{name}' has more than {LongestName} bytes, which {server.Name} does not keep; give it a shorter one."));
        string[] names = [.. columns.Select(column => server.Dialect.Quote(column.Name))];
        _insert = $"INSERT INTO {_quoted} ({string.Join(", ", names)}) SELECT {string.Join(", ", columns.Select((column, k) => $"unnest(CAST({server.Dialect.Marker(k)} AS {TypeOf(column.Type)}[]))"))}";
        LoadFailedException.Of(_session.Begin);
        if (options.Append)
            Check(columns);
        else
            Create(columns.Select((column, k) => $"{names[k]} {TypeOf(column.Type)}"));
    }

    public override void Write(IReadOnlyList<Column> columns, long firstRow) => Execute(_insert, [.. columns.Select(Values)]);

    public override void Finish()
    {
        cancellation.ThrowIfCancellationRequested();
        LoadFailedException.Of(_session.Commit);
        if (server.Dialect.Analyzed(_quoted) is { } statement)
            Analyze(statement);
    }

    public override void Dispose() => _session.Dispose();

    /// <summary>Has the server count what it holds, by which it plans. The rows are there, whether it does or not.</summary>
    /// <remarks>Not where partitions are foreign: it would fetch all their rows.</remarks>
    private void Analyze(string statement)
    {
        try
        {
            if (new PushDown(server, table, cancellation).ShardKeys.Count == 0)
                Execute(statement, []);
        }
        catch (Exception error) when (error is LoadFailedException or SurveyDataException or OperationCanceledException)
        {
            // plans are slower until the server analyzes the table by itself, and right all the same
        }
    }

    private void Create(IEnumerable<string> columns)
    {
        try
        {
            Execute($"CREATE TABLE {_quoted} ({string.Join(", ", columns)})", []);
        }
        catch (LoadFailedException error) when (error.Message.Contains("42P07", StringComparison.Ordinal) || error.Message.Contains("already exists", StringComparison.Ordinal)) // DuckDB has no codes
        {
            throw new LoadFailedException(new SurveyDataException($"The table {table} is there already on {server.Name}; give another name, or append to it."));
        }
    }

    private void Check(IReadOnlyList<LoadColumn> columns)
    {
        IReadOnlyList<(string, string)> there = LoadFailedException.Of(() => server.Describe(new Statement($"SELECT * FROM {_quoted}"), cancellation));
        foreach (LoadColumn column in columns)
            column.ServerTypeIn(there, Fits, table.ToString());
    }

    private void Execute(string sql, IReadOnlyList<object> parameters) =>
        LoadFailedException.Of(() => _session.Run(async (_, token) =>
        {
            using DbCommand command = _session.Command(sql, parameters);
            return await command.ExecuteNonQueryAsync(token);
        }));

    private static string TypeOf(ColumnType type) =>
        type switch { ColumnType.Number => "double precision", ColumnType.Flag => "boolean", ColumnType.Date => "date", _ => "text" };

    /// <summary>Other types would take rounded numbers or shortened texts without a word.</summary>
    private static bool Fits(ColumnType type, string serverType) =>
        type switch
        {
            ColumnType.Number => serverType is "double precision" or "Double" or "DOUBLE",
            ColumnType.Flag => serverType is "boolean" or "Boolean" or "BOOLEAN",
            ColumnType.Date => serverType is "date" or "Date" or "DATE",
            _ => serverType is "text" or "character varying" or "Varchar" or "VARCHAR",
        };

    private static object Values(Column column)
    {
        switch (column)
        {
            case NumberColumn numbers:
                return Mapped(numbers.Length, row => numbers.Values[row] is var value && double.IsNaN(value) ? (double?)null : value);
            case CategoryColumn category:
                return Mapped(category.Length, row => category.Codes[row] is var code && code == CategoryColumn.Missing ? null : category.Levels[code]);
            case FlagColumn flags:
                return Mapped(flags.Length, row => flags.Values[row] is var value && value == FlagColumn.Missing ? (bool?)null : value == 1);
            default:
                var dates = (DateColumn)column;
                return Mapped(dates.Length, row => dates[row] is { } day && (day == DateOnly.MinValue || day == DateOnly.MaxValue) ? throw Unbounded(day) : dates[row]);
        }
    }

    // a driver takes them for the beginning and the end of time
    private static SurveyDataException Unbounded(DateOnly day) =>
        new($"The day {day:yyyy-MM-dd} cannot be loaded, as it would become an infinite one; make it missing, or load it as a text.");

    private static T[] Mapped<T>(int length, Func<int, T> value)
    {
        T[] values = new T[length];
        for (int row = 0; row < length; row++)
            values[row] = value(row);
        return values;
    }
}
