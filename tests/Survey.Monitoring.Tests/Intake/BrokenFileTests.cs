using System.Text;
using Survey.Monitoring.Tests.Made;

namespace Survey.Monitoring.Tests.Intake;

/// <summary>A file that breaks off in the middle leaves exactly the rows of the others.</summary>
public sealed class BrokenFileTests : SmallStudies
{
    private const string Text =
        """
        columns:
          n: {from: n, as: number}
          t: {from: t, as: text}
          c: {from: c, codes: {1: one, 2: two}}
          d: {from: d, as: date}
          f: {from: f, as: flag}
          m: {from: m, as: multiple, options: [a, b], multiple: {columns: "m({option})"}}
          s: {from: s, as: multiple, options: [a, b]}
        waves: [{id: "1", files: ["*.csv"]}]

        """;

    private const string Headings = "n,t,c,d,f,m(a),m(b),s";

    [TestCase("\"unclosed", TestName = "AnUnclosedQuote")]
    [TestCase("1,2", TestName = "ARowOfTooFewFields")]
    [TestCase("1,2,3,4,5,6,7,8,9,10", TestName = "ARowOfTooManyFields")]
    public void InTheMiddle(string broken)
    {
        string[] rows = [.. Enumerable.Range(0, 200).Select(Row)];
        string whole = File(rows);
        string cut = File([.. rows.Take(150), broken, .. rows.Skip(150)]);
        Table expected = Load(Text, ("1.csv", whole), ("3.csv", whole)).Waves[0].Everyone!;
        StudyData data = Load(Text, ("1.csv", whole), ("2.csv", cut), ("3.csv", whole));
        TableAssert.AreIdentical(data.Waves[0].Everyone!, expected);
        Assert.That(Unresolved(data), Has.One.Items.And.One.Contains("2.csv").And.One.EndsWith("; none of its rows is read."));
        Assert.That(data.Waves[0].Files.Select(file => (Path.GetFileName(file.File), file.Rows)), Is.EqualTo([("1.csv", 200L), ("3.csv", 200L)]));
    }

    [Test]
    public void FaultsOfABrokenFileAreNotNamedAndThoseOfTheNextOneAre()
    {
        string bad = Row(1).Replace(",t1,2,", ",t1,7,", StringComparison.Ordinal);
        StudyData data = Load(Text, ("1.csv", File([Row(1)])), ("2.csv", File([bad, bad, "1,2"])), ("3.csv", File([Row(3), bad])));
        Assert.That(Unresolved(data), Has.Length.EqualTo(2).And.One.Contains("3.csv, row 2 (line 3), column 'c': '7' is neither").And.One.Contains("none of its rows is read"));
        Assert.That(Values(data, "n"), Is.EqualTo(["1", "3", "1"]));
    }

    [Test]
    public void AfterManyBlocksOfRows()
    {
        string[] rows = [.. Enumerable.Range(0, 20_000).Select(Row)];
        StudyData data = Load(Text, ("1.csv", File(rows)), ("2.csv", File([.. rows, "1,2"])), ("3.csv", File([Row(5)])));
        Table everyone = data.Waves[0].Everyone!;
        Assert.That(everyone.RowCount, Is.EqualTo(20_001));
        Assert.That(everyone["n"].TextAt(20_000), Is.EqualTo("5"));
        Assert.That(everyone["m"].TextAt(20_000), Is.EqualTo(everyone["m"].TextAt(5)));
    }

    [Test]
    public void ATruncatedWorkbook([Values(500, 2_000, 8_000, -600, -22)] int bytes)
    {
        MadeStudy study = TownsShape.Of(County);
        MadeTown town = MadeCounty.Towns[6];
        string folder = NewFolder(), path = study.Write(folder), file = Path.Combine(folder, study[town].Path);
        byte[] content = System.IO.File.ReadAllBytes(file);
        System.IO.File.WriteAllBytes(file, content[..(bytes < 0 ? content.Length + bytes : bytes)]);
        StudyData data = Study.Read(path).Load();
        Assert.That(Values(data, "id"), Is.EqualTo(County.People.Where(person => person.Town != town).Select(person => person.Id)));
        Assert.That(Unresolved(data), Has.Some.Contains(study[town].Path).And.Some.EndsWith("none of its rows is read."));
    }

    [Test]
    public void AFileInAnotherEncodingLeavesTheOthers()
    {
        string folder = NewFolder();
        string path = Write(folder, Text.Replace("files: [\"*.csv\"]", "files: [\"*.csv\"], read: {encoding: utf-8}", StringComparison.Ordinal), ("1.csv", File([Row(1)])));
        System.IO.File.WriteAllBytes(Path.Combine(folder, "2.csv"), [.. Encoding.UTF8.GetBytes(File([.. Enumerable.Range(0, 50).Select(Row)])), 0xB2, 0xE2, 0x0A]);
        StudyData data = Study.Read(path).Load();
        Assert.That(Values(data, "n"), Is.EqualTo(["1"]));
        Assert.That(Unresolved(data), Has.One.Items.And.One.Contains("2.csv"));
    }

    private static string Row(int k) => $"{k},t{k % 7},{1 + (k % 2)},2023-09-{1 + (k % 30)},{k % 2},{(k % 3) % 2},{k % 2},\"{(k % 2 == 0 ? "a" : "a,b")}\"";

    private static string File(string[] rows) => Headings + "\n" + string.Join('\n', rows) + "\n";
}
