namespace Survey.Cli.Tests;

/// <summary>Every mistake is answered in one sentence on standard error, with exit code 2 and nothing on standard output.</summary>
public class BadInputTests
{
    private const string People = "h,psu,w,y,age,sex\n1,1,10,1,30,m\n1,2,10,0,40,w\n2,1,20,1,50,m\n2,2,20,0,60,w\n";

    private static IEnumerable<TestCaseData> Files()
    {
        yield return Case("empty file", "", "is empty");
        yield return Case("header only", "h,psu,w,y,age,sex\n", "has a header but no rows");
        yield return Case("ragged row", People + "2,3,20\n", "row 5 (line 6)", "3 fields", "6");
        yield return Case("unclosed quote", People.Replace("20,1,50,m", "20,1,50,\"m"), "row 3 (line 4)", "quote");
        yield return Case("NUL bytes", People.Replace("40,w", "40,\0w"), "NUL", "row 2 (line 3)");
        yield return Case("text in a number column", People.Replace("10,0,40", "10,zero,40"), "'y'", "row 2 holds 'zero'", "3 of its 4 values are numbers");
        yield return Case("negative weight", People.Replace("1,2,10", "1,2,-10"), "'w' is negative in row 2");
        yield return Case("missing weight", People.Replace("1,2,10", "1,2,"), "'w' is missing in row 2");
        yield return Case("infinite weight", People.Replace("1,2,10", "1,2,Inf"), "'w'", "row 2 holds 'Inf'");
        yield return Case("overflowing weight", People.Replace("1,2,10", "1,2,1e400"), "'w'", "row 2 holds '1e400'");
        yield return Case("a key that a spreadsheet has destroyed", People.Replace("1,2,10", "1,3.20506E+11,10"), "row 2 (line 3), column 'psu'", "'3.20506E+11' is a code that Excel has rounded", "as Text");
        yield return Case("decimal commas", People.Replace(",1,30", ",\"0,5\",30"), "row 1 holds '0,5'", "a number has a point for its decimals");
        yield return Case("lonely PSUs", People.Replace("2,2,20", "3,2,20"), "stratum '2'", "stratum '3'", "Certainty");
    }

    [TestCaseSource(nameof(Files))]
    public void OfAFile(string content, string[] expected)
    {
        using var session = new Session();
        string path = session.File("people.csv", content);
        Refused(Session.Survey("estimate", path, "--weights", "w", "--strata", "h", "--clusters", "psu", "--mean", "y"), expected);
    }

    private static IEnumerable<TestCaseData> CommandLines()
    {
        yield return Case("no file", "estimate --mean y", "No file is named");
        yield return Case("missing file", "estimate gone.csv --mean y", "gone.csv");
        yield return Case("nothing to estimate", "estimate FILE --weights w", "--proportion EXPR");
        yield return Case("unknown command", "estimat FILE", "did you mean 'estimate'?");
        yield return Case("unknown option", "estimate FILE --mean y --levl 2", "no option '--levl'; did you mean '--level'?");
        yield return Case("unknown option with equals", "estimate FILE --mean y --wieghts=w", "'--wieghts'; did you mean '--weights'?");
        yield return Case("option without its value", "estimate FILE --mean", "--mean needs a value (EXPR)");
        yield return Case("option followed by an option", "estimate FILE --mean --weights w", "--mean needs a value", "--weights follows it");
        yield return Case("ratio with one value", "estimate FILE --ratio y --weights w", "--ratio needs 2 values");
        yield return Case("option twice", "estimate FILE --mean y --weights w --weights w", "--weights stands twice");
        yield return Case("file twice", "estimate FILE FILE --mean y", "is named twice");
        yield return Case("type twice", "estimate FILE --mean y --type y=number --type y=flag", "--type is given twice for 'y'");
        yield return Case("interval without a proportion", "estimate FILE --mean y --interval logit", "--interval is for proportions");
        yield return Case("lonely domains without their rule", "estimate FILE --mean y --lonely-domains", "--lonely-psu adjust");
        yield return Case("strata to merge without strata", "estimate FILE --mean y --collapse map.csv", "--strata COL");
        yield return Case("a map that is not there", "estimate FILE --mean y --strata h --clusters psu --collapse map.csv", "map.csv");
        yield return Case("systematic with a rule that moves a centre", "estimate FILE --mean y --systematic psu --lonely-psu adjust --lonely-domains", "no centre", "average");
        yield return Case("unknown order", "estimate FILE --mean y --systematic psuu", "'psuu'", "did you mean 'psu'?");
        yield return Case("an order with ties", "estimate FILE --mean y --systematic h", "'h' is 1 for both row 1 and row 2");
        yield return Case("cluster column twice", "estimate FILE --mean y --clusters psu,psu", "'psu' stands for two stages");
        yield return Case("two splits of one name", "estimate FILE --mean y --by sex,sex", "called 'sex'");
        yield return Case("unknown weight column", "estimate FILE --mean y --weights ww", "'ww'", "did you mean 'w'?");
        yield return Case("unknown variable", "estimate FILE --mean agee", "'agee'", "did you mean 'age'?");
        yield return Case("unknown variable in --where", "estimate FILE --mean y --where sexx='m'", "'sexx'", "did you mean 'sex'?");
        yield return Case("unknown variable in --by", "estimate FILE --mean y --by sexx", "'sexx'", "did you mean 'sex'?");
        yield return Case("level out of range", "estimate FILE --mean y --level 95", "--level takes a fraction between 0 and 1");
        yield return Case("unknown interval", "estimate FILE --mean y --interval logti", "--interval takes logit, wald, wilson, beta, korn-graubard, arcsine or likelihood", "did you mean 'logit'?");
        yield return Case("unknown standards", "estimate FILE --proportion y --standards nhcs", "--standards takes nchs, not 'nhcs'", "did you mean 'nchs'?");
        yield return Case("standards without a proportion", "estimate FILE --mean y --standards nchs", "--standards nchs has rules for proportions and counts, and neither is asked for");
        yield return Case("design effect below one", "estimate FILE --proportion y --assumed-design-effect 0.9", "--assumed-design-effect takes a number of at least 1, such as 1.5, not '0.9'");
        yield return Case("design effect without a proportion", "estimate FILE --mean y --assumed-design-effect 2", "--assumed-design-effect is for proportions of 0 or 1");
        yield return Case("unknown format", "estimate FILE --mean y --format jsn", "did you mean 'json'?");
        yield return Case("unknown lonely rule", "estimate FILE --mean y --lonely-psu averge", "did you mean 'average'?");
        yield return Case("unknown df rule", "estimate FILE --mean y --df dsign", "did you mean 'design'?");
        yield return Case("unknown type", "estimate FILE --mean y --type age=numbr", "did you mean 'number'?");
        yield return Case("type without column", "estimate FILE --mean y --type number", "--type takes COLUMN=VALUE");
        yield return Case("unknown encoding", "estimate FILE --mean y --encoding gb2312", "--encoding takes utf-8, gb18030 or utf-16");
        yield return Case("a sheet of a CSV file", "estimate FILE --mean y --sheet Data", "is a CSV file and has no sheet 'Data'; leave --sheet out");
        yield return Case("a blank sheet", "estimate FILE --mean y --sheet=", "--sheet is blank; name a sheet, or leave it out");
        yield return Case("header row 0", "estimate FILE --mean y --header-row 0", "--header-row takes a whole number of at least 1, such as 3, not '0'");
        yield return Case("header row beyond the end", "estimate FILE --mean y --header-row 9", "should stand in row 9 (--header-row 9)");
        yield return Case("unknown delimiter", "estimate FILE --mean y --delimiter x", "--delimiter takes");
        yield return Case("empty name in a list", "estimate FILE --mean y --clusters h,,psu", "empty name");
        yield return Case("mean of a category", "estimate FILE --mean sex", "'sex' is a category");
        yield return Case("proportion that is no 0/1", "estimate FILE --proportion age", "'age' is 30 in row 1");
        yield return Case("shares of a number", "estimate FILE --categories age", "'age' has none", "cut(age");
        yield return Case("condition that is a number", "estimate FILE --mean y --where age", "'age' is a number where a condition is wanted");
        yield return Case("typo in an expression", "estimate FILE --mean y --where age>30adn", "character 5", "'30adn'");
        yield return Case("unfinished expression", "estimate FILE --mean y --where age>", "the text ends where a value is expected");
        yield return Case("nobody in the domain", "estimate FILE --mean y --where age>100", "Nobody is in the domain", "age > 100");
        yield return Case("wrong population size", "estimate FILE --mean y --weights w --strata h --clusters psu --population-sizes y", "'y' is 0 in row 2");
        yield return Case("population smaller than the sample", "estimate FILE --mean y --clusters age --population-sizes h", "population");
        yield return Case("more sizes than stages", "estimate FILE --mean y --clusters psu --population-sizes h,w", "2 columns of population sizes for 1 stage");
    }

    [TestCaseSource(nameof(CommandLines))]
    public void OfACommandLine(string line, string[] expected)
    {
        using var session = new Session();
        string path = session.File("people.csv", People);
        Refused(Session.Survey([.. line.Split(' ').Select(word => word == "FILE" ? path : word)]), expected);
    }

    [TestCase("stratum\n1\n", "1 column; it takes two")]
    [TestCase("stratum,into,why\n1,2,near\n", "3 columns; it takes two")]
    [TestCase("1,2\n2,2\n", "'1' is a stratum already; begin the file with a line such as stratum,into")]
    [TestCase("stratum,into\n", "has a header but no rows")]
    [TestCase("stratum,into\n1,2\n1,3\n", "names '1' twice, again in row 2")]
    [TestCase("stratum,into\n1,2\n2,\n", "'into'", "is empty in row 2")]
    [TestCase("stratum,into\n01,2\n", "'01', which is no stratum of 'h'; did you mean '1'?")]
    public void OfAMapOfStrata(string map, params string[] expected)
    {
        using var session = new Session();
        string path = session.File("people.csv", People), collapse = session.File("map.csv", map);
        Refused(Session.Survey("estimate", path, "--strata", "h", "--clusters", "psu", "--mean", "y", "--collapse", collapse), expected);
    }

    [TestCase("(", TestName = "parentheses 10,000 deep")]
    [TestCase("not ", TestName = "not 10,000 deep")]
    [TestCase("-", TestName = "signs 10,000 deep")]
    [TestCase("abs(", TestName = "calls 10,000 deep")]
    [TestCase("case when ", TestName = "choices 10,000 deep")]
    public void OfAnExpressionTooDeep(string part)
    {
        using var session = new Session();
        string path = session.File("people.csv", People);
        string deep = string.Concat(Enumerable.Repeat(part, 10_000)) + "y";
        Refused(Session.Survey("estimate", path, "--mean", deep), "nests more than 200 deep");
    }

    [Test]
    public void OfResultsThatCannotBeWritten()
    {
        using var session = new Session();
        using var messages = new StringWriter();
        int code = App.Run(["describe", session.File("people.csv", People)], new FullDisk(), messages);
        Assert.That(code, Is.EqualTo(2));
        Assert.That(messages.ToString(), Is.EqualTo("survey: The results could not be written: No space left on device.\n"));
    }

    [Test]
    public void OfADomainColumnNamedAsAColumnOfTheResults()
    {
        using var session = new Session();
        Refused(Session.Survey("estimate", session.File("people.csv", People), "--mean", "y", "--by", "sex as value", "--format", "csv"), "called 'value'", "as value_");
    }

    private sealed class FullDisk : StringWriter
    {
        public override void Write(string? value) => throw new IOException("No space left on device");
    }

    [TestCase("--clusters")]
    [TestCase("--strata")]
    public void OfADestroyedKeyOfAnyName(string role)
    {
        using var session = new Session();
        string path = session.File("people.csv", "plot,y\n3.20506E+11,1\n3.20507E+11,2\n");
        Refused(Session.Survey("estimate", path, role, "plot", "--mean", "y"), "column 'plot'", "'3.20506E+11' is a code that Excel has rounded");
    }

    [Test]
    public void OfABlankName()
    {
        using var session = new Session();
        Refused(Session.Survey("estimate", session.File("people.csv", People), "--weights", "w", "--mean", "y as \"\"", "--format", "csv"), "character 6", "is blank");
    }

    [Test]
    public void OfALevelThatCsvCannotHold()
    {
        using var session = new Session();
        Refused(Session.Survey("estimate", session.File("people.csv", People), "--weights", "w", "--mean", "y", "--by", "if(h = 1, ' ', 'b') as z", "--format", "csv"), "'z'");
    }

    [Test]
    public void OfAFolder()
    {
        using var session = new Session();
        Refused(Session.Survey("describe", session.Folder), "folder");
    }

    private static TestCaseData Case(string name, string input, params string[] expected) => new TestCaseData(input, expected).SetName(name);

    private static void Refused(Run run, params string[] expected)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Code, Is.EqualTo(2));
            Assert.That(run.Output, Is.Empty);
            Assert.That(run.Messages, Does.StartWith("survey: "));
            Assert.That(run.Messages.TrimEnd('\r', '\n'), Does.Not.Contain('\n').And.Not.Contain("Parameter").And.Not.Contain("   at "), "one sentence");
            Assert.That(run.Messages.TrimEnd(), Does.EndWith(".").Or.EndWith("?"), "a sentence");
            foreach (string part in expected)
                Assert.That(run.Messages, Does.Contain(part).IgnoreCase);
        }
        TestContext.Out.WriteLine(run.Messages.TrimEnd());
    }
}
