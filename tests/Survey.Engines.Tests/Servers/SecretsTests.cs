using Npgsql;

namespace Survey.Engines.Tests;

/// <summary>Passwords stand in no message.</summary>
internal sealed class SecretsTests
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(5);

    [TestCase("Host=127.0.0.1;Port=1;Username=u;Password=geheim12", "could not be connected to")]
    [TestCase("Host=127.0.0.1;Port=1;Username=u;Password=abc;geheim12", "the provider does not understand the connection string (ArgumentException)")]
    [TestCase("geheim12", "the provider does not understand the connection string (ArgumentException)")]
    [TestCase("Host=127.0.0.1;Port=geheim12;Username=u", "the provider does not understand the connection string")]
    [TestCase("Host=geheim12.invalid;Username=u;Password=geheim12", "Name or service not known")]
    public void ConnectionStringsAreNotTold(string connectionString, string what)
    {
        var server = new AdoServer(() => new NpgsqlConnection(connectionString), new PostgreSqlDialect(), "PostgreSQL at db", Short);
        SurveyDataException error = Assert.Throws<SurveyDataException>(() => server.Query(new Statement("SELECT 1"), [ReplyKind.Number], default))!;
        TestContext.Out.WriteLine(error.Message);
        Assert.That(error.ToString(), Does.Not.Contain("geheim12"));
        Assert.That(error.Message, Does.StartWith("PostgreSQL at db could not be connected to").And.Contain(what));
    }

    [TestCase("abc", "abcd abc=abc; 'abc'", "abcd ***=***; '***'")]
    [TestCase("geheim12", "xgeheim12x", "x***x")]
    [TestCase("", "as it was", "as it was")]
    public void SecretsAreHidden(string secret, string message, string hidden) =>
        Assert.That(new Secrets(secret).Hide(message), Is.EqualTo(hidden));

    [Test]
    public void TheAddressOfClickHouseIsToldWithoutItsUser()
    {
        var server = new ClickHouseServer(new Uri("http://anna:geheim12@127.0.0.1:1/path?password=geheim12"), "anna", "geheim12", "d", new ClickHouseDialect(), Short);
        SurveyDataException error = Assert.Throws<SurveyDataException>(() => server.Query(new Statement("SELECT 1"), [ReplyKind.Number], default))!;
        Assert.That(error.ToString(), Does.StartWith("Survey.SurveyDataException: ClickHouse at 127.0.0.1:1/d could not be connected to").And.Not.Contain("geheim12").And.Not.Contain("anna"));
    }

    [Test]
    public void APasswordOfTwoLinesIsRefused()
    {
        var server = new ClickHouseServer(new Uri("http://127.0.0.1:1"), "anna", "a\r\nX-ClickHouse-User: root", "d", new ClickHouseDialect(), Short);
        Assert.That(Assert.Throws<SurveyDataException>(() => server.Query(new Statement("SELECT 1"), [ReplyKind.Number], default))!.Message, Does.Contain("refused the login"));
    }
}
