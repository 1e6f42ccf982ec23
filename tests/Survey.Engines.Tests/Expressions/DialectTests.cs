namespace Survey.Engines.Tests.Expressions;

/// <summary>What dialects tell without a server.</summary>
internal sealed class DialectTests
{
    private static readonly PostgreSqlDialect PostgreSql = new();
    private static readonly DuckDbDialect DuckDb = new();
    private static readonly ClickHouseDialect ClickHouse = new();

    [TestCase("smallint", ColumnType.Number), TestCase("integer", ColumnType.Number), TestCase("bigint", ColumnType.Number), TestCase("real", ColumnType.Number), TestCase("double precision", ColumnType.Number)]
    [TestCase("numeric", ColumnType.Number), TestCase("numeric(9,2)", ColumnType.Number), TestCase("text", ColumnType.Category), TestCase("character varying", ColumnType.Category)]
    [TestCase("character varying(30)", ColumnType.Category), TestCase("character(4)", ColumnType.Category), TestCase("uuid", ColumnType.Category), TestCase("boolean", ColumnType.Flag), TestCase("date", ColumnType.Date)]
    [TestCase("timestamp without time zone", null), TestCase("integer[]", null), TestCase("text[]", null), TestCase("json", null), TestCase("money", null), TestCase("\"char\"", null), TestCase("numeric(9,2)[]", null)]
    public void TypesOfPostgreSql(string serverType, ColumnType? type) => Assert.That(PostgreSql.TypeOf(serverType), Is.EqualTo(type));

    [TestCase("Integer", ColumnType.Number), TestCase("INTEGER", ColumnType.Number), TestCase("UnsignedTinyInt", ColumnType.Number), TestCase("UTINYINT", ColumnType.Number), TestCase("HugeInt", ColumnType.Number)]
    [TestCase("Double", ColumnType.Number), TestCase("Decimal", ColumnType.Number), TestCase("DECIMAL(9,2)", ColumnType.Number), TestCase("Varchar", ColumnType.Category), TestCase("Enum", ColumnType.Category)]
    [TestCase("ENUM('a', 'b')", ColumnType.Category), TestCase("Uuid", ColumnType.Category), TestCase("Boolean", ColumnType.Flag), TestCase("Date", ColumnType.Date), TestCase("Timestamp", null)]
    [TestCase("List", null), TestCase("BIGINT[]", null), TestCase("DECIMAL(9,2)[]", null), TestCase("STRUCT(a INTEGER)", null)]
    public void TypesOfDuckDb(string serverType, ColumnType? type) => Assert.That(DuckDb.TypeOf(serverType), Is.EqualTo(type));

    [TestCase("UInt8", ColumnType.Number), TestCase("Int256", ColumnType.Number), TestCase("Float32", ColumnType.Number), TestCase("Nullable(Float64)", ColumnType.Number), TestCase("Decimal(9, 2)", ColumnType.Number)]
    [TestCase("Nullable(Decimal(38, 10))", ColumnType.Number), TestCase("String", ColumnType.Category), TestCase("FixedString(9)", ColumnType.Category), TestCase("LowCardinality(Nullable(String))", ColumnType.Category)]
    [TestCase("LowCardinality(FixedString(2))", ColumnType.Category), TestCase("UUID", ColumnType.Category), TestCase("Enum8('a' = 1, 'b' = 2)", ColumnType.Category), TestCase("Enum16('a)' = 1)", ColumnType.Category)]
    [TestCase("Enum8('false' = 0, 'true' = 1)", ColumnType.Flag), TestCase("Nullable(Enum8('false' = 0, 'true' = 1))", ColumnType.Flag), TestCase("Enum8('false' = 1, 'true' = 0)", ColumnType.Category)]
    [TestCase("Bool", ColumnType.Flag), TestCase("Nullable(Bool)", ColumnType.Flag), TestCase("Date", ColumnType.Date), TestCase("Nullable(Date32)", ColumnType.Date), TestCase("DateTime", null), TestCase("DateTime('UTC')", null)]
    [TestCase("Array(Int8)", null), TestCase("Tuple(Int8, String)", null), TestCase("Nullable(Nothing)", null), TestCase("AggregateFunction(sum, Float64)", null)]
    public void TypesOfClickHouse(string serverType, ColumnType? type) => Assert.That(ClickHouse.TypeOf(serverType), Is.EqualTo(type));

    [Test]
    public void IntegersOf64BitsAndDecimalsAreWide()
    {
        Assert.That(((string[])["bigint", "integer", "double precision", "numeric"]).Select(PostgreSql.IsWide), Is.EqualTo((bool[])[true, false, false, true]));
        Assert.That(((string[])["BigInt", "UBIGINT", "UnsignedHugeInt", "Integer", "DOUBLE", "DECIMAL(9,2)"]).Select(DuckDb.IsWide), Is.EqualTo((bool[])[true, true, true, false, false, true]));
        Assert.That(((string[])["Nullable(Int64)", "UInt64", "Int128", "UInt32", "Float64", "Decimal(9, 2)"]).Select(ClickHouse.IsWide), Is.EqualTo((bool[])[true, true, true, false, false, true]));
    }

    [Test]
    public void NoNameHasANul([Values] bool isClickHouse)
    {
        Dialect dialect = isClickHouse ? ClickHouse : PostgreSql;
        Assert.That(() => dialect.Quote("a\0b"), Throws.TypeOf<SurveyDataException>().With.Message.EqualTo("The name 'a\\0b' has a NUL character, which no column of a database has; correct it."));
    }

    [Test]
    public void QuotesAndBackslashesAreEscaped()
    {
        Assert.That(PostgreSql.Quote("a\"b\\c"), Is.EqualTo("\"a\"\"b\\c\""));
        Assert.That(DuckDb.Quote("a\"b\\c"), Is.EqualTo("\"a\"\"b\\c\""));
        Assert.That(ClickHouse.Quote("a\"b\\c'"), Is.EqualTo("\"a\\\"b\\\\c'\""));
        Assert.That(ClickHouse.Text("a'b\\c\"\0", []), Is.EqualTo("'a\\'b\\\\c\"\\0'"));
    }
}
