using System.Globalization;

namespace Survey.Engines.Tests.Expressions;

/// <summary>A table in memory that is stored in a database, too.</summary>
internal sealed class StoredTable
{
    private readonly Dictionary<string, EngineColumn> _stored = [];

    /// <summary>Makes the table "tried" of a database from a table.</summary>
    /// <param name="engine">The database.</param>
    /// <param name="table">Its rows.</param>
    /// <param name="typeOf">A type of the database for a column, where it is not the plain one.</param>
    /// <param name="blanks">Texts that stand for a missing category, in turn with NULL.</param>
    public StoredTable(TestEngine engine, Table table, Func<string, string?>? typeOf = null, params string[] blanks)
    {
        (Engine, Table) = (engine, table);
        foreach (string name in table.Columns)
        {
            string type = typeOf?.Invoke(name) ?? PlainType(table[name]);
            _stored[name] = new EngineColumn(name, type, engine.Dialect.TypeOf(type)) { Blanks = table[name] is CategoryColumn ? blanks : [] };
        }
        engine.Run("DROP TABLE IF EXISTS tried");
        string columns = string.Join(", ", _stored.Values.Select(column => $"{engine.Dialect.Quote(column.Name)} {column.ServerType}"));
        engine.Run($"CREATE TABLE tried (id INTEGER, {columns})".Replace("INTEGER", IsClickHouse ? "Int32" : "INTEGER", StringComparison.Ordinal) + (IsClickHouse ? " ENGINE = Memory" : ""));
        foreach (int[] rows in Enumerable.Range(0, table.RowCount).Chunk(100))
            engine.Run($"INSERT INTO tried VALUES {string.Join(", ", rows.Select(row => $"({row}, {string.Join(", ", table.Columns.Select(name => Literal(table[name], row, blanks)))})"))}");
    }

    public TestEngine Engine { get; }

    public Table Table { get; }

    private bool IsClickHouse => Engine.Dialect is ClickHouseDialect;

    public SqlCompiler Compiler(Binder binder, List<string> parameters) => new(binder, Engine.Dialect, name => _stored[name], parameters);

    /// <summary>The value of each of some expressions in SQL, column by column.</summary>
    public double?[][] Values(IReadOnlyList<string> expressions, List<string> parameters)
    {
        string asked = string.Concat(expressions.Select((sql, k) => $", {sql} AS e{k}"));
        List<double?[]> rows = Engine.Rows(new Statement($"SELECT id AS r{asked} FROM tried ORDER BY id", parameters));
        return [.. expressions.Select((_, k) => rows.Select(row => row[k + 1]).ToArray())];
    }

    /// <summary>A text as a literal of the database.</summary>
    public string Text(string value) => IsClickHouse ? Engine.Dialect.Text(value, []) : $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    private string PlainType(Column column)
    {
        string type = column switch
        {
            NumberColumn => IsClickHouse ? "Float64" : "double precision",
            FlagColumn => IsClickHouse ? "Enum8('false' = 0, 'true' = 1)" : "boolean",
            DateColumn => IsClickHouse ? "Date" : "date",
            _ => IsClickHouse ? "String" : Engine.Dialect is DuckDbDialect ? "VARCHAR" : "text",
        };
        return IsClickHouse ? $"Nullable({type})" : type == "double precision" && Engine.Dialect is DuckDbDialect ? "DOUBLE" : type;
    }

    private string Literal(Column column, int row, string[] blanks)
    {
        if (column.IsMissing(row))
            return column is CategoryColumn && row % (blanks.Length + 1) is > 0 and int blank ? Text(blanks[blank - 1]) : "NULL";
        return column switch
        {
            NumberColumn numbers => Digits(numbers.Values[row], _stored.Values.First(stored => Table[stored.Name] == column).ServerType),
            FlagColumn flags when IsClickHouse => flags.Values[row] == 1 ? "'true'" : "'false'",
            FlagColumn flags => flags.Values[row] == 1 ? "true" : "false",
            DateColumn => $"'{column.TextAt(row)}'",
            _ => Text(column.TextAt(row)!),
        };
    }

    // whole numbers of 64 bits digit by digit; as text, which PostgreSQL takes for no other type on the way
    private string Digits(double value, string serverType)
    {
        string digits = Engine.Dialect.IsWide(serverType) && value == Math.Floor(value) ? ((long)value).ToString(CultureInfo.InvariantCulture) : value.ToString("R", CultureInfo.InvariantCulture);
        return Engine.Dialect is PostgreSqlDialect ? $"'{digits}'" : digits;
    }
}
