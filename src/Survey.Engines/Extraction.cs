namespace Survey.Engines;

/// <summary>Columns of a table in a database, read into memory.</summary>
internal sealed class Extraction(EngineTable table)
{
    public Table Run(IReadOnlyList<string> names)
    {
        EngineColumn[] columns = [.. names.Select(table.Column)];
        SqlCompiler compiler = table.Compiler([]);
        string[] shown = [.. columns.Select(column => Shown(column, compiler))];
        ReplyKind[] kinds = [.. columns.Select(column => IsText(column) ? ReplyKind.Text : ReplyKind.Number)];
        Reply reply = table.Ask(new Statement($"SELECT {string.Join(", ", shown)} FROM {table.Sql}"), kinds);
        return new Table([.. columns.Select((column, k) => (column.Name, ColumnOf(column, reply, k)))]);
    }

    // whole numbers of 64 bits may be codes that no double holds
    private bool IsText(EngineColumn column) => column.Type == ColumnType.Category || (column.Type == ColumnType.Number && table.Dialect.IsWide(column.ServerType));

    private string Shown(EngineColumn column, SqlCompiler compiler)
    {
        string quoted = table.Dialect.Quote(column.Name);
        return column.Type switch
        {
            ColumnType.Number when IsText(column) => table.Dialect.TextOf(quoted, column.ServerType),
            ColumnType.Number => table.Dialect.NumberOf(quoted, column.ServerType),
            ColumnType.Flag => table.Dialect.ToDouble(compiler.Code(Expr.Col(column.Name))),
            ColumnType.Date => table.Dialect.ToDouble(compiler.Day(Expr.Col(column.Name))),
            _ => table.Dialect.TextOf(quoted, column.ServerType),
        };
    }

    private Column ColumnOf(EngineColumn column, Reply reply, int k) =>
        column.Type switch
        {
            ColumnType.Number when IsText(column) => WideNumbers.Of(Array.ConvertAll(reply.Texts(k), WideNumbers.Canonical)),
            ColumnType.Number => NumberColumn.Owning(reply.Numbers(k)),
            ColumnType.Flag => FlagColumn.Owning(Array.ConvertAll(reply.Numbers(k), flag => double.IsNaN(flag) ? FlagColumn.Missing : (byte)flag)),
            ColumnType.Date => DateColumn.Owning(Array.ConvertAll(reply.Numbers(k), day => double.IsNaN(day) ? DateColumn.Missing : (int)day)),
            _ => new CategoryColumn(Array.ConvertAll(reply.Texts(k), text => string.IsNullOrWhiteSpace(text) ? null : text)),
        };
}
