using System.Text;

namespace Survey.Engines;

/// <summary>A table of ClickHouse. A new one is filled under another name and renamed when it is whole; rows added to one that is there cannot be taken back.</summary>
internal sealed class ClickHouseTarget(ClickHouseServer server, TableName table, LoadOptions options, CancellationToken cancellation) : LoadTarget
{
    /// <summary>Rows of one request, so that a table of many rows is not made of very many parts.</summary>
    private const int Block = 4 * Chunk.Size;

    private readonly TableName _filled = options.Append ? table : table.WithSuffix($"_loading_{Guid.NewGuid():N}");
    private readonly RowBinary _rows = new();
    private IReadOnlyList<LoadColumn> _columns = [];
    private bool[] _isNullable = [];
    private byte[] _insert = [];
    private bool _isCreated;
    private long _sent;

    public override bool KeepsWhatFailed => options.Append;

    public override void Begin(IReadOnlyList<LoadColumn> columns)
    {
        _columns = columns;
        if (options.Append)
            CheckTable();
        else
            Create();
        string names = string.Join(", ", columns.Select(column => server.Dialect.Quote(column.Name)));
        _insert = Encoding.UTF8.GetBytes($"INSERT INTO {_filled.Quoted(server.Dialect)} ({names}) FORMAT RowBinary\n"); // the rows follow behind one line break
        _rows.Begin(_insert);
    }

    public override void Check(IReadOnlyList<Column> columns, long firstRow)
    {
        for (int k = 0; k < columns.Count; k++)
        {
            if (columns[k] is DateColumn dates)
                CheckDays(dates, _columns[k].Name, firstRow);
            if (!_isNullable[k] && Enumerable.Range(0, columns[k].Length).FirstOrDefault(columns[k].IsMissing, -1) is var row and >= 0)
                throw new SurveyDataException($"Row {Invariant.Count(firstRow + row + 1)} has no value of '{_columns[k].Name}', and that column of the table {table} takes no missing values; leave such rows out, or {(options.Append ? "load into a new table" : "do not order by the column")}.");
        }
    }

    public override void Write(IReadOnlyList<Column> columns, long firstRow)
    {
        Check(columns, firstRow);
        _rows.Append([.. columns.Select((column, k) => RowBinaryField.Of(column, _isNullable[k]))], columns[0].Length);
        if (_rows.Rows >= Block)
            Send();
    }

    public override void Finish()
    {
        Send();
        cancellation.ThrowIfCancellationRequested();
        if (!options.Append)
            LoadFailedException.Of(() => server.Execute(new StringContent($"RENAME TABLE {_filled.Quoted(server.Dialect)} TO {table.Quoted(server.Dialect)}"), default));
        _isCreated = false;
    }

    public override SurveyDataException Undo(SurveyDataException failure)
    {
        if (options.Append)
            return _sent == 0 ? failure : new SurveyDataException($"{failure.Message.TrimEnd('.')}; up to {Invariant.Count(_sent)} of the rows may stand in the table {table} already.");
        if (!_isCreated)
            return failure;
        try
        {
            server.Execute(new StringContent($"DROP TABLE IF EXISTS {_filled.Quoted(server.Dialect)}"), default);
            return failure;
        }
        catch (SurveyDataException)
        {
            return new SurveyDataException($"{failure.Message.TrimEnd('.')}; drop the table {_filled} when the server is up again, which holds a part of the rows.");
        }
    }

    public override void Dispose()
    {
        // each request is on its own
    }

    private void Create()
    {
        if (Exists())
            throw new LoadFailedException(new SurveyDataException($"The table {table} is there already on {server.Name}; give another name, or append to it."));
        _isNullable = [.. _columns.Select(column => !options.OrderBy.Contains(column.Name))];
        IEnumerable<string> columns = _columns.Select((column, k) => $"{server.Dialect.Quote(column.Name)} {ClickHouseTypes.Of(column.Type, _isNullable[k])}");
        string order = options.OrderBy.Count == 0 ? "tuple()" : $"({string.Join(", ", options.OrderBy.Select(server.Dialect.Quote))})";
        _isCreated = true; // whatever the server answers
        Execute($"CREATE TABLE {_filled.Quoted(server.Dialect)} ({string.Join(", ", columns)}) ENGINE = MergeTree ORDER BY {order}");
    }

    private bool Exists() =>
        LoadFailedException.Of(() => server.Query(new Statement($"EXISTS TABLE {table.Quoted(server.Dialect)}"), [ReplyKind.Number], cancellation)).Numbers(0)[0] == 1;

    private void CheckTable()
    {
        IReadOnlyList<(string, string)> there = LoadFailedException.Of(() => server.Describe(new Statement($"SELECT * FROM {table.Quoted(server.Dialect)}"), cancellation));
        _isNullable = [.. _columns.Select(column => ClickHouseTypes.IsNullable(column.ServerTypeIn(there, ClickHouseTypes.Fits, table.ToString())))];
    }

    private static void CheckDays(DateColumn dates, string name, long firstRow)
    {
        for (int row = 0; row < dates.Length; row++)
            if (dates[row] is { } day && (day < ClickHouseTypes.FirstDay || day > ClickHouseTypes.LastDay))
                throw new SurveyDataException($"Row {Invariant.Count(firstRow + row + 1)} of '{name}' is {dates.TextAt(row)}, and a Date of ClickHouse holds 1970-01-01 to 2106-02-07; leave such rows out, or load the column as text.");
    }

    private void Send()
    {
        if (_rows.Rows == 0)
            return;
        _sent += _rows.Rows;
        Execute(new ReadOnlyMemoryContent(_rows.Bytes));
        _rows.Begin(_insert);
    }

    private void Execute(string sql) => Execute(new StringContent(sql));

    private void Execute(HttpContent statement) => LoadFailedException.Of(() => server.Execute(statement, cancellation));
}
