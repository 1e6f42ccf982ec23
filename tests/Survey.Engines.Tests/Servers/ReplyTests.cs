namespace Survey.Engines.Tests;

/// <summary>What the servers answer is read as it stands there.</summary>
internal sealed class ReplyTests
{
    /// <summary>Quotes, line breaks and what else a format might take for its own; control characters but NUL.</summary>
    private static readonly string[] Awkward =
    [
        "", " ", "a'b", "a\"b", "a`b", "a\\b", "\\N", "\\", "NULL", "a\tb", "a\nb", "a\r\nb", "\b\f\v\u0001\u001f", "四川省 成都市", "😀", "é", "%_", "@p0 $p0 :p0 ?", "-- ;", "{x:String}",
    ];

    private static IEnumerable<TestCaseData> Servers() =>
    [
        new TestCaseData((Func<IServer>)(() => Engines.PostgreSql)).SetArgDisplayNames("PostgreSQL"),
        new TestCaseData((Func<IServer>)(() => Engines.DuckDb)).SetArgDisplayNames("DuckDB"),
        new TestCaseData((Func<IServer>)(() => Engines.ClickHouse)).SetArgDisplayNames("ClickHouse"),
    ];

    [TestCaseSource(nameof(Servers))]
    public void TextsComeBackAsTheyWereGiven(Func<IServer> get)
    {
        IServer server = get();
        List<string> parameters = [];
        string sql = "SELECT " + string.Join(", ", Awkward.Select((text, k) => $"{Cast(server, server.Dialect.Text(text, parameters))} AS t{k}"));
        Reply reply = server.Query(new Statement(sql, parameters), [.. Awkward.Select(_ => ReplyKind.Text)], default);
        Assert.That(Awkward.Select((_, k) => reply.Texts(k).Single()), Is.EqualTo(Awkward));
    }

    [TestCaseSource(nameof(Servers))]
    public void NumbersComeBackToTheLastBit(Func<IServer> get)
    {
        IServer server = get();
        double[] numbers = [0.1, 1.0 / 3, double.MaxValue, double.Epsilon, 2.2250738585072014e-308, -123456789.123456789, 1e22, 9007199254740993, double.PositiveInfinity, double.NegativeInfinity];
        string sql = "SELECT " + string.Join(", ", numbers.Select((number, k) => $"{Float(server, number)} AS n{k}"));
        Reply reply = server.Query(new Statement(sql), [.. numbers.Select(_ => ReplyKind.Number)], default);
        Assert.That(numbers.Select((_, k) => reply.Numbers(k).Single()), Is.EqualTo(numbers));
    }

    [TestCaseSource(nameof(Servers))]
    public void NothingIsNaNOrNull(Func<IServer> get)
    {
        IServer server = get();
        Reply reply = server.Query(new Statement($"SELECT NULL AS a, NULL AS b, {Float(server, double.NaN)} AS c"), [ReplyKind.Number, ReplyKind.Text, ReplyKind.Number], default);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(reply.Numbers(0), Is.EqualTo(new[] { double.NaN }));
            Assert.That(reply.Texts(1), Is.EqualTo(new string?[] { null }));
            Assert.That(reply.Numbers(2), Is.EqualTo(new[] { double.NaN }));
        }
    }

    [TestCaseSource(nameof(Servers))]
    public void AnswersMayHaveNoRows(Func<IServer> get)
    {
        Reply reply = get().Query(new Statement("SELECT 1 AS a, 'x' AS b WHERE 1=0"), [ReplyKind.Number, ReplyKind.Text], default);
        Assert.That((reply.RowCount, reply.Numbers(0), reply.Texts(1)), Is.EqualTo((0, Array.Empty<double>(), Array.Empty<string?>())));
    }

    private static string Cast(IServer server, string text) => server.Name.StartsWith("ClickHouse", StringComparison.Ordinal) ? text : $"CAST({text} AS text)";

    /// <summary>A double to the last bit; ClickHouse's own reading of texts is not that exact.</summary>
    private static string Float(IServer server, double number)
    {
        if (server.Name.StartsWith("ClickHouse", StringComparison.Ordinal))
            return $"reinterpretAsFloat64(reinterpretAsString(toUInt64({BitConverter.DoubleToUInt64Bits(number)})))";
        string text = double.IsPositiveInfinity(number) ? "inf" : double.IsNegativeInfinity(number) ? "-inf" : double.IsNaN(number) ? "nan" : Invariant.Text(number);
        return $"CAST('{text}' AS double precision)";
    }
}
