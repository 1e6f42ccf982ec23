using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Survey.Cli.Tests.Databases;

/// <summary>survey load FILE --engine URL, into real servers.</summary>
[TestFixtureSource(typeof(Servers), nameof(Servers.All))]
public sealed partial class LoadTests(string database)
{
    private const string Odd = "编号,答案,\"a\"\"b\",day,smokes\n001,\"好,\"\"很好\"\"\",1.5,2001-02-03,true\n002,it's,,,false\n003,,2,2020-12-31,\n";

    private readonly string _table = Servers.Fresh();

    [Test]
    public void TextsQuotesMissingValuesDatesAndFlagsAreThere()
    {
        using var session = new Session();

        AssertLoaded(Servers.Load(database, session.File("odd.csv", Odd), _table), "3 rows, 5 columns");

        Assert.That(Values("编号"), Is.EqualTo("001\n002\n003"));
        Assert.That(Values("答案"), Is.EqualTo("好,\"很好\"\nit's\nnone"));
        Assert.That(Values("a\"b"), Is.EqualTo("1.5\nnone\n2"));
        Assert.That(Values("day"), Is.EqualTo("2001-02-03\nnone\n2020-12-31"));
        Assert.That(Values("smokes"), Is.EqualTo("true\nfalse\nnone"));
    }

    [Test]
    public void RowsAreAddedOnlyWhereThatIsAsked()
    {
        using var session = new Session();
        string file = session.File("odd.csv", Odd), table = Servers.Fresh();
        AssertLoaded(Servers.Load(database, file, table), "3 rows, 5 columns", table);

        Run again = Servers.Load(database, file, table);
        Assert.That((again.Code, again.Output), Is.EqualTo((2, "")));
        Assert.That(again.Messages, Does.Match($@"survey: The table {table} is there already on {database} at 127\.0\.0\.1:\d+/\w+; give another name with --table, or add --append\.\n$"));

        AssertLoaded(Servers.Load(database, file, table, "--append", "--columns", "day,编号"), "3 rows added, 2 columns", table);
        Assert.That(Servers.Ask(database, $"SELECT count(*) FROM \"{table}\""), Is.EqualTo("6"));
    }

    [Test]
    public void ATableThatIsAddedToMustBeThere()
    {
        using var session = new Session();
        Run run = Servers.Load(database, session.File("odd.csv", Odd), "nowhere", "--append");
        Assert.That((run.Code, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Messages, Does.Match(@"survey: \w+ at .* refused the statement: .*nowhere.* exist.*; check the table, its columns and what the user may do with them\.\n$"));
    }

    [Test]
    public void PersonalDataAreRefusedUnlessNamed([Values] bool append)
    {
        using var session = new Session();
        string few = session.File("few.csv", "id,tel\n1,1\n"), people = session.File("people.csv", "id,tel\n1,13812345678\n2,15912345678\n"), table = Servers.Fresh();
        string[] how = append ? ["--append"] : [];
        if (append)
            Servers.Load(database, few, table, "--columns", "id,tel");

        Run run = Servers.Load(database, people, table, how);

        Assert.That((run.Code, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Messages, Does.EndWith("survey: Nothing is written, as the column 'tel' looks like phone numbers (2 of 2 values); leave it out by naming the columns to keep with --columns, where what is named is kept whatever it looks like.\n"));
        Assert.That(append ? Servers.Ask(database, $"SELECT count(*) FROM \"{table}\"") : $"{Tables().Contains(table)}", Is.EqualTo(append ? "1" : "False"));
        Assert.That(Servers.Load(database, people, table, [.. how, "--columns", "id,tel"]).Code, Is.Zero);
    }

    [Test]
    public void WhatIsStoppedLeavesNoTable()
    {
        if (OperatingSystem.IsWindows())
            Assert.Ignore("Windows has no kill.");
        using var session = new Session();
        string file = Path.Combine(session.Folder, "households.csv"), table = Servers.Fresh();
        Assert.That(Session.Survey("simulate", "--households", "700000", "--out", file).Code, Is.Zero);
        using Process survey = Process.Start(new ProcessStartInfo("dotnet", [typeof(App).Assembly.Location, "load", file, "--engine", Servers.AddressOf(database), "--table", table]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        try
        {
            Assert.That(SpinWait.SpinUntil(IsLoading, TimeSpan.FromSeconds(30)), "something is loaded");
            Process.Start("kill", ["-INT", $"{survey.Id}"]).WaitForExit();
            Assert.That(survey.WaitForExit(TimeSpan.FromSeconds(30)));
        }
        finally
        {
            survey.Kill();
        }
        Assert.That((survey.ExitCode, survey.StandardOutput.ReadToEnd()), Is.EqualTo((App.Stopped, "")));
        Assert.That(survey.StandardError.ReadToEnd(), Does.EndWith($"survey: The load was stopped; no table {table} is left.\n"));
        Assert.That(SpinWait.SpinUntil(() => !Tables().Contains(table), TimeSpan.FromSeconds(10)), "nothing is left");
    }

    /// <summary>Whether a table is being filled: in ClickHouse under another name, in PostgreSQL where nobody else sees it.</summary>
    private bool IsLoading() =>
        database == Servers.ClickHouse ? Tables().Contains("_loading_") : Servers.Ask(database, "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'survey' AND query LIKE 'INSERT%'") != "0";

    private string Tables() => Servers.Ask(database, database == Servers.ClickHouse ? "SHOW TABLES" : "SELECT relname FROM pg_class");

    private string Values(string column)
    {
        string name = $"\"{column.Replace("\"", database == Servers.ClickHouse ? "\\\"" : "\"\"", StringComparison.Ordinal)}\"";
        return Servers.Ask(database, database == Servers.ClickHouse
            ? $"SELECT ifNull(toString({name}), 'none') FROM \"{_table}\" ORDER BY \"编号\" FORMAT TabSeparatedRaw"
            : $"SELECT coalesce(CAST({name} AS text), 'none') FROM \"{_table}\" ORDER BY \"编号\"");
    }

    private void AssertLoaded(Run run, string what, string? table = null)
    {
        Assert.That(run.Code, Is.Zero, run.Messages);
        Assert.That(Duration().Replace(run.Output, "S s"), Is.EqualTo($"{table ?? _table}: {what}, S s\n"));
    }

    [GeneratedRegex(@"\d+\.\d s")]
    private static partial Regex Duration();
}
