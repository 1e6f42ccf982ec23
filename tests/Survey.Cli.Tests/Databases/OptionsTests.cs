namespace Survey.Cli.Tests.Databases;

/// <summary>What is refused before any database is asked, in one sentence, and what the help says.</summary>
public sealed class OptionsTests
{
    private const string Engine = "--engine postgres://127.0.0.1:1/x --table t ";

    [TestCase("estimate --engine postgres://h/d --mean y", "--engine names a database, and no table in it is named; add --table NAME.")]
    [TestCase("estimate --table t --mean y", "--table names a table, and no database is named; add --engine postgres://HOST/DATABASE or clickhouse://HOST/DATABASE.")]
    [TestCase("estimate a.csv --mean y --timeout 3", "--timeout is of a database, and none is named; add --engine URL and --table NAME, or leave it out.")]
    [TestCase("estimate a.csv " + Engine + "--mean y", "a.csv and --engine are two places for the rows; leave one out (survey load puts files into a database).")]
    [TestCase("estimate " + Engine + "--mean y --missing 9", "--missing says how files are read; of a table in a database give a view in which it is done, or a condition such as case when age < 99 then age end.")]
    [TestCase("estimate " + Engine + "--mean y --threads 2", "--threads is of reading files, and a database has threads of its own; leave it out.")]
    [TestCase("estimate " + Engine + "--mean y --weights w --rake m.csv", "--rake makes a weight for each row, and the rows of --engine stay in the database; weight a file (survey weight), and load the result.")]
    [TestCase("estimate " + Engine + "--mean y --systematic o", "--systematic without --clusters tells each row apart, and the rows of --engine stay in the database; name PSUs with --clusters, or estimate from a file.")]
    [TestCase("estimate " + Engine + "--mean y --make-replicates jk1", "--make-replicates without --clusters tells each row apart, and the rows of --engine stay in the database; name PSUs with --clusters, or estimate from a file.")]
    [TestCase("estimate " + Engine + "--mean y --timeout 1e300", "--timeout takes a number of seconds from 1 to 604800, a week, not '1e300'.")]
    [TestCase("load a.csv " + Engine + "--out x", "--out is of a study's clean tables (survey load STUDY --out FOLDER), and --engine puts files into a database; leave one out.")]
    [TestCase("load study.yaml --append --out x", "--append is of files that are put into a database, and none is named; add --engine URL and --table NAME, or leave it out.")]
    [TestCase("load study.yaml --out x --missing 9", "--missing is of files that are put into a database, and none is named; add --engine URL and --table NAME, or leave it out.")]
    [TestCase("load a.csv --out x", "a.csv is a file of rows and no study; add --engine URL and --table NAME to put it into a database, or give a study file, such as study.yaml.")]
    [TestCase("load study.yaml " + Engine, "study.yaml is a study, and --engine takes files of rows; write its clean tables with survey load study.yaml --out FOLDER, and put those into the database.")]
    [TestCase("load " + Engine, "No file is named; give a CSV or Parquet file or an Excel workbook, such as people.csv.")]
    [TestCase("load a.csv " + Engine + "--order-by x", "--order-by says how ClickHouse keeps the rows of a new table, and PostgreSQL keeps none in order; leave it out.")]
    [TestCase("load a.csv --engine clickhouse://h --table t --order-by x --append", "--order-by says how ClickHouse keeps a new table, and --append adds to one that is there; leave one out.")]
    public void IsRefused(string words, string message) =>
        Assert.That(Session.Survey(words.Split(' ', StringSplitOptions.RemoveEmptyEntries)), Is.EqualTo(new Run(2, "", $"survey: {message}\n")));

    [TestCase("h/d")]
    [TestCase("postgres:///d")]
    [TestCase("postgres://h:0/d")]
    [TestCase("postgres://h:99999/d")]
    [TestCase("postgres://h/d?sslmode=require")]
    [TestCase("postgres://h/a/b")]
    [TestCase("postgres://h/a%00b")]
    [TestCase("mysql://h/d")]
    [TestCase("postgres://u:s3cret@h/d")]
    [TestCase("postgres://u:s3/cret@h/d")]
    [TestCase("postgres://u:12/s3cret@h")]
    [TestCase("postgres://u:s3cret#@h/d")]
    public void OddAddressesAreRefusedAndNotShown(string address)
    {
        foreach (string[] words in (string[][])[["estimate", "--engine", address, "--table", "t", "--mean", "y"], ["load", "a.csv", "--engine", address, "--table", "t"]])
        {
            Run run = Session.Survey(words);
            Assert.That((run.Code, run.Output), Is.EqualTo((2, "")));
            Assert.That(run.Messages, Does.Match(@"^survey: --engine [^\n]*\.\n$").And.Not.Contain("s3"));
        }
    }

    [TestCase("estimate postgres://u:s3cret@h/d --mean y")]
    [TestCase("load clickhouse://u:s3cret@h/d --engine clickhouse://h --table t")]
    [TestCase("estimate --engine postgres://h/d --table postgres://u:s3cret@h/d --mean y")]
    public void AnAddressInTheWrongPlaceIsNotShown(string words) =>
        Assert.That(Session.Survey(words.Split(' ')), Is.EqualTo(new Run(2, "", "survey: The address of a database stands where a file or a table is named; give it with --engine, without a user or password in it.\n")));

    [TestCase("postgres://db1/survey", "db1", 5432, "survey")]
    [TestCase("postgresql://db1", "db1", 5432, null)]
    [TestCase("postgres://[::1]:5433/%E6%95%B0%2F%40%20d/", "[::1]", 5433, "数/@ d")]
    [TestCase("postgres://192.0.2.1/数据", "192.0.2.1", 5432, "数据")]
    [TestCase("clickhouse://db1/", "db1", 8123, null)]
    [TestCase("clickhouses://db1/s", "db1", 8443, "s")]
    public void AddressesHaveUsualPorts(string text, string host, int port, string? name)
    {
        DatabaseAddress address = DatabaseAddress.Parse(text);
        Assert.That((address.Host, address.Port, address.Database), Is.EqualTo((host, port, name)));
    }

    [Test]
    public void TheHelpShowsBothWays()
    {
        string load = Session.Survey("load", "--help").Output, estimate = Session.Survey("estimate", "--help").Output;
        Assert.That(load, Does.Contain("Usage: survey load STUDY --out FOLDER [options]\n       survey load FILE [FILE ...] --engine URL --table NAME [options]\n").And.Contain("\n  --append ").And.Contain("PGPASSWORD"));
        Assert.That(estimate, Does.Contain("       survey estimate --engine URL --table NAME ").And.Contain("CLICKHOUSE_PASSWORD"));
    }
}
