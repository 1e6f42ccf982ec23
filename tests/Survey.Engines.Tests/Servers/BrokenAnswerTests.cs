namespace Survey.Engines.Tests;

/// <summary>Answers over HTTP that are not whole, or not what they seem.</summary>
internal sealed class BrokenAnswerTests
{
    private const string Header = "a\tb\nFloat64\tString\n";
    private static readonly ReplyKind[] Kinds = [ReplyKind.Number, ReplyKind.Text];
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(2);

    [TestCase("1\tx\n2\ty\nCode: 33, e.displayText() = DB::Exception: Cannot read all data, e.what() = DB::Exception\n", "ended in the middle of its answer: Code: 33, DB::Exception: Cannot read all data;")]
    [TestCase("1\tx\n2\tyCode: 33, e.displayText() = DB::Exception: Cannot read\n", "ended in the middle")]
    [TestCase("1\tx\nCode: 395. DB::Exception: Value passed to throwIf. (FUNCTION_THROW_IF_VALUE_IS_NON_ZERO) (version 26.7.2.1 (official build))\n", "ended in the middle of its answer: Code: 395. DB::Exception: Value passed to throwIf. (FUNCTION_THROW_IF_VALUE_IS_NON_ZERO);")]
    [TestCase("1\tx\n2\ty", "its last line is not whole")]
    [TestCase("1\tx\n2\n", "row 2 has fewer than 2 fields")]
    [TestCase("1\tx\n2\ty\tz\n", "row 2 has more than 2 fields")]
    [TestCase("\n1\tx\n", "row 1 has fewer than 2 fields")]
    [TestCase("1,5\tx\n", "row 1 of the column 'a' is '1,5', which is no number")]
    [TestCase(" 1\tx\n", "no number")]
    [TestCase("\tx\n", "no number")]
    [TestCase("1e999\tx\n", "no number")]
    [TestCase("Infinity\tx\n", "no number")]
    [TestCase("0x10\tx\n", "no number")]
    [TestCase("1\ta\\q\n", "row 1 of the column 'b' is 'a\\q', which is no text in UTF-8")]
    [TestCase("1\ta\\\n", "no text in UTF-8")]
    public void WrongRowsAreRefused(string rows, string what)
    {
        using FakeServer fake = FakeServer.Answering(Header + rows);
        Assert.That(ErrorOf(fake), Does.Contain(what));
    }

    [TestCase("", "its last line is not whole")]
    [TestCase("a\tb\n", "the lines with names and types of its columns are not there")]
    [TestCase("a\tb\nFloat64\n", "it names 2 columns and 1 types")]
    [TestCase("a\nFloat64\n", "it has 1 columns and not the 2 that were asked for")]
    [TestCase("a\tb\nString\tString\n", "the column 'a' is of the type String and not of numbers")]
    [TestCase("<html>\n<body>\n", "it has 1 columns")]
    public void WrongHeadersAreRefused(string body, string what)
    {
        using FakeServer fake = FakeServer.Answering(body);
        Assert.That(ErrorOf(fake), Does.Contain(what));
    }

    [TestCase("UInt64", "9007199254740993", "9007199254740993 in the column 'a', a whole number that a double does not hold exactly")]
    [TestCase("Nullable(Int64)", "-9223372036854775807", "a whole number that a double does not hold exactly")]
    public void WholeNumbersBeyondDoublesAreRefused(string type, string number, string what)
    {
        using FakeServer fake = FakeServer.Answering($"a\tb\n{type}\tString\n{number}\tx\n");
        Assert.That(ErrorOf(fake), Does.Contain(what));
    }

    [Test]
    public void ABodyThatIsCutIsRefused([Values("Transfer-Encoding: chunked\r\n\r\n1b\r\na\tb\nFloat64\tString\n1\tx\n2\ty\n", "Content-Length: 1000\r\n\r\na\tb\nFloat64\tString\n1\tx\n")] string answer)
    {
        using var fake = new FakeServer($"HTTP/1.1 200 OK\r\n{answer}");
        Assert.That(ErrorOf(fake), Does.Contain("ended in the middle of its answer"));
    }

    [Test]
    public void ABodyThatDoesNotTellItsEndIsRefused()
    {
        using var fake = new FakeServer($"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{Header}1\tx\n");
        Assert.That(ErrorOf(fake), Does.Contain("does not say where it ends"));
    }

    [Test]
    public void AnAnswerWithoutAnEndTakesNoLongerThanTheTime([Values("HTTP/1.1 200 OK\r\nX: ", "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\na\tb\n", "")] string answer)
    {
        using var fake = new FakeServer(answer, closes: false);
        Assert.That(ErrorOf(fake), Does.Contain("did not answer within 2 s"));
    }

    [Test]
    public void OtherServersAreTold()
    {
        using var fake = new FakeServer("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 5\r\n\r\nmoved");
        Assert.That(ErrorOf(fake), Does.Contain("refused the statement: HTTP status 302, moved"));
    }

    private static string ErrorOf(FakeServer fake) =>
        Faults.Of(() => fake.Server(Short).Query(new Statement("SELECT 1 AS a, 'x' AS b"), Kinds, default), 6);
}
