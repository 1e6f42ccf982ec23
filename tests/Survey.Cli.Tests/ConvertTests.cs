using Survey.Files;

namespace Survey.Cli.Tests;

/// <summary>survey convert: one format from another, labels beside, and what is refused.</summary>
public sealed class ConvertTests
{
    private const string People = "sex,town,age\n1,东山,30\n2,西河,\n1,东山,41.5\n", Labels = "column,level,label,ordered\nsex,2,女,\nsex,1,男,false\nsex,9,不知道,\n";

    [Test]
    public void CsvBecomesParquet()
    {
        using var session = new Session();
        string people = session.File("people.csv", People), file = At(session, "people.parquet"), expected = At(session, "expected.parquet");
        Table.Read(people).Write(expected);

        Run run = Session.Survey("convert", people, file, "--threads", "2");

        Assert.That(run, Is.EqualTo(new Run(0, $"{file}: 3 rows, 3 columns, {new FileInfo(expected).Length:N0} bytes\n", "")));
        Assert.That(File.ReadAllBytes(file), Is.EqualTo(File.ReadAllBytes(expected)));
    }

    [Test]
    public void ColumnsTypesAndMissingValuesAreChosen()
    {
        using var session = new Session();
        string a = session.File("a.csv", People), b = session.File("b.csv", "age;town;sex\n99;北;1\n"), file = At(session, "both.csv");

        Run run = Session.Survey("convert", a, b, file, "--columns", "age,sex", "--missing-in", "age=99", "--type", "sex=category");

        Assert.That(run, Is.EqualTo(new Run(0, $"{file}: 4 rows, 2 columns, {new FileInfo(file).Length} bytes\n", "")));
        Assert.That(File.ReadAllText(file), Is.EqualTo("age,sex\n30,1\n,2\n41.5,1\n,1\n"));
    }

    [Test]
    public void AFolderThatIsReadIsNotWrittenInto()
    {
        using var session = new Session();
        string folder = Directory.CreateDirectory(At(session, "parts")).FullName;
        Assert.That(Session.Survey("convert", session.File("people.csv", People), Path.Combine(folder, "a.parquet")).Code, Is.Zero);

        Run run = Session.Survey("convert", folder, Path.Combine(folder, "all.parquet"));

        Assert.That(run, Is.EqualTo(new Run(2, "", $"survey: The result would be written into the folder {folder}, all of which is read; name another file to write.\n")));
        Assert.That(Session.Survey("convert", folder, At(session, "all.parquet")).Code, Is.Zero);
    }

    [Test]
    public void AWorkbookComesAndGoes()
    {
        using var session = new Session();
        string people = session.File("people.csv", People), book = At(session, "people.xlsx"), back = At(session, "back.csv");
        Assert.That(Session.Survey("convert", people, book).Code, Is.Zero);
        Assert.That(Session.Survey("convert", book, back), Is.EqualTo(new Run(0, $"{back}: 3 rows, 3 columns, {new FileInfo(back).Length} bytes\n", "")));
        Assert.That(File.ReadAllText(back), Is.EqualTo(People));
    }

    [Test]
    public void LabelsAreKeptInParquet()
    {
        using var session = new Session();
        string file = At(session, "people.parquet");

        Run run = Session.Survey("convert", session.File("people.csv", People), file, "--labels", session.File("labels.csv", Labels));

        Assert.That((run.Code, run.Messages), Is.EqualTo((0, "")));
        Assert.That(File.ReadAllText(file), Does.Contain("""{"version":1,"columns":[{"name":"sex","levels":["2","1","9"],"labels":["女","男","不知道"]}]}"""));
    }

    [Test]
    public void AnOrderIsKeptInParquet()
    {
        using var session = new Session();
        string file = At(session, "people.parquet"), labels = session.File("labels.csv", "ordered,label,level,column\nTRUE,西河,西河,town\nTRUE,东山,东山,town\n");
        Assert.That(Session.Survey("convert", session.File("people.csv", People), file, "--labels", labels).Code, Is.Zero);
        Assert.That(File.ReadAllText(file), Does.Contain("""{"version":1,"columns":[{"name":"town","levels":["西河","东山"],"ordered":true}]}"""));
    }

    [Test]
    public void LabelsGoBesideCsvAndComeBack([Values("csv", "xlsx")] string format)
    {
        using var session = new Session();
        string parquet = At(session, "people.parquet"), file = At(session, $"back.{format}"), labels = At(session, "back-labels.csv"), again = At(session, "again.parquet");
        Session.Survey("convert", session.File("people.csv", People), parquet, "--labels", session.File("labels.csv", Labels));

        Run run = Session.Survey("convert", parquet, file, "--labels", labels);

        Assert.That((run.Code, run.Messages), Is.EqualTo((0, "")));
        Assert.That(File.ReadAllText(labels), Is.EqualTo("column,level,label,ordered\nsex,2,女,false\nsex,1,男,false\nsex,9,不知道,false\n"));
        Assert.That(Session.Survey("convert", file, again, "--labels", labels).Code, Is.Zero);
        Assert.That(File.ReadAllBytes(again), Is.EqualTo(File.ReadAllBytes(parquet)));
    }

    [Test]
    public void LabelsThatAreLostAreSaid()
    {
        using var session = new Session();
        string parquet = At(session, "people.parquet"), file = At(session, "back.csv");
        Session.Survey("convert", session.File("people.csv", People), parquet, "--labels", session.File("labels.csv", Labels));

        Run run = Session.Survey("convert", parquet, file);

        Assert.That((run.Code, run.Messages), Is.EqualTo((0, $"survey: warning: {file} does not hold the labels and the order of sex; write them beside it with --labels FILE, or write Parquet.\n")));
        Assert.That(File.ReadAllText(file), Is.EqualTo(People));
    }

    [Test]
    public void LabelsOfColumnsThatAreNotKeptAreLeftOut()
    {
        using var session = new Session();
        string file = At(session, "people.parquet");
        Assert.That(Session.Survey("convert", session.File("people.csv", People), file, "--columns", "age", "--labels", session.File("labels.csv", Labels)).Code, Is.Zero);
        Assert.That(File.ReadAllText(file), Does.Not.Contain("version\":1"));
    }

    [TestCase("column,level\nsex,1\n", "The file {0} of --labels has the columns column, level; it takes column, level and label, and if need be ordered (true or false).")]
    [TestCase("column,level,label,note\nsex,1,男,x\n", "The file {0} of --labels has the columns column, level, label, note; it takes column, level and label, and if need be ordered (true or false).")]
    [TestCase("column,level,label\nsex,1,男\nsex,1,女\n", "The file {0} of --labels has the level '1' of the column 'sex' twice; each stands once.")]
    [TestCase("column,level,label\nsex,1,男\nsex,2,\n", "The column 'label' of {0} is empty in row 2; each row of --labels has a column, a level and a label, which may be the level itself.")]
    [TestCase("column,level,label,ordered\nsex,1,男,true\nsex,2,女,\n", "The file {0} of --labels says of some levels of the column 'sex' that they are ordered and of others that they are not; say the same of all.")]
    [TestCase("column,level,label,ordered\nsex,1,男,yes\n", "The column 'ordered' of {0} is 'yes' in row 1; it is true or false.")]
    [TestCase("column,level,label\nsex,1,男\n", "The column 'sex' holds '2', which is not among the 1 levels that are given labels; add it to them, or mend the value.")]
    [TestCase("column,level,label\nsax,1,男\n", "In {1} there is no column 'sax'; did you mean 'sex'?")]
    public void BrokenLabelsAreRefused(string labels, string message)
    {
        using var session = new Session();
        string people = session.File("people.csv", People), own = session.File("labels.csv", labels);
        Run run = Session.Survey("convert", people, At(session, "o.parquet"), "--labels", own);
        Assert.That(run, Is.EqualTo(new Run(2, "", $"survey: {message.Replace("{0}", own, StringComparison.Ordinal).Replace("{1}", people, StringComparison.Ordinal)}\n")));
        Assert.That(Directory.GetFiles(session.Folder), Has.Length.EqualTo(2));
    }

    [Test]
    public void WithoutLabelsNoFileOfThemIsWritten()
    {
        using var session = new Session();
        string labels = At(session, "labels.csv");
        Run run = Session.Survey("convert", session.File("people.csv", People), At(session, "o.csv"), "--labels", labels);
        Assert.That((run.Code, run.Messages), Is.EqualTo((0, $"survey: note: No column has labels or an order of its levels, so {labels} is not written.\n")));
        Assert.That(File.Exists(labels), Is.False);
    }

    [Test]
    public void PersonalDataAreRefusedUnlessNamed([Values("csv", "parquet", "xlsx")] string format)
    {
        using var session = new Session();
        string people = session.File("people.csv", "id,tel\n1,13812345678\n2,15912345678\n"), file = session.File($"out.{format}", "before");

        Run run = Session.Survey("convert", people, file);

        Assert.That(run, Is.EqualTo(new Run(2, "", "survey: Nothing is written, as the column 'tel' looks like phone numbers (2 of 2 values); leave it out by naming the columns to keep with --columns, where what is named is kept whatever it looks like.\n")));
        Assert.That(File.ReadAllText(file), Is.EqualTo("before"));
        Assert.That(Directory.GetFiles(session.Folder), Has.Length.EqualTo(2));
        Assert.That(Session.Survey("convert", people, file, "--columns", "id,tel").Code, Is.Zero);
    }

    [Test]
    public void AFileThatIsReadIsNotWrittenOver()
    {
        using var session = new Session();
        string people = session.File("people.csv", People), labels = session.File("labels.csv", Labels), more = session.File("more.csv", People);
        Assert.That(Session.Survey("convert", people, more, people), Is.EqualTo(new Run(2, "", $"survey: The result would be written over {people}, which is read; name another file to write.\n")));
        Assert.That(Session.Survey("convert", people, labels, "--labels", labels).Messages, Is.EqualTo($"survey: The result would be written over {labels}, which is read; name another file to write.\n"));
        Assert.That(Session.Survey("convert", people, At(session, "o.csv"), "--labels", people).Messages, Is.EqualTo($"survey: The result would be written over {people}, which is read; name another file with --labels.\n"));
        Assert.That(File.ReadAllText(people), Is.EqualTo(People));
    }

    [Test]
    public void FilesAreNamedAsTheyMustBe()
    {
        using var session = new Session();
        string people = session.File("people.csv", People);
        Assert.That(Session.Survey("convert", people).Messages, Is.EqualTo("survey: convert takes a file to read and one to write; write survey convert IN OUT, such as survey convert people.csv people.parquet.\n"));
        Assert.That(Session.Survey("convert", people, At(session, "people.sav")).Messages, Is.EqualTo($"survey: The name of the file to write, {At(session, "people.sav")}, says no format; end it in .parquet, .csv or .xlsx.\n"));
        Assert.That(Session.Survey("convert", people, people.Replace("people", "no", StringComparison.Ordinal), At(session, "o.csv")).Messages, Does.StartWith("survey: There is no file "));
        Assert.That(Session.Survey("convert", people, Path.Combine(session.Folder, "no", "o.parquet")).Messages, Does.Contain("cannot be written; check that its folder exists"));
        Assert.That(Session.Survey("convert", people, people, At(session, "o.csv")).Messages, Does.Contain("is named twice, so its rows would count twice"));
    }

    [Test]
    public void TheBytesAreTheSameForAnyNumberOfThreads()
    {
        using var session = new Session();
        string households = At(session, "households.csv");
        Assert.That(Session.Survey("simulate", "--households", "200000", "--out", households).Code, Is.Zero);
        foreach (string threads in (string[])["1", "2", "8"])
            Assert.That(Session.Survey("convert", households, At(session, $"{threads}.parquet"), "--threads", threads).Output, Does.Contain(": 200,000 rows, 13 columns, "));
        Assert.That(File.ReadAllBytes(At(session, "2.parquet")).AsSpan().SequenceEqual(File.ReadAllBytes(At(session, "1.parquet"))));
        Assert.That(File.ReadAllBytes(At(session, "8.parquet")).AsSpan().SequenceEqual(File.ReadAllBytes(At(session, "1.parquet"))));
    }

    private static string At(Session session, string name) => Path.Combine(session.Folder, name);
}
