namespace Survey.Monitoring.Tests.Intake;

/// <summary>Rows of one key: which is kept, and where nothing can be said, that it is said.</summary>
public sealed class DuplicateTests : SmallStudies
{
    [Test]
    public void FailNamesEveryKeyAndKeepsAllRows()
    {
        StudyData data = Load("fail", "", "1,5,a", "2,5,b", "1,6,c", "2,5,b", "1,7,d", "3,1,e");
        Assert.That(Unresolved(data), Has.Length.EqualTo(2));
        Assert.That(Unresolved(data)[0], Does.StartWith("id = '1' stands in 3 rows of 1: ").And.Contains("row 1 (line 2)").And.Contains("row 3 (line 4)").And.Contains("row 5 (line 6)"));
        Assert.That(Unresolved(data)[1], Does.StartWith("id = '2' stands in 2 rows of 1: "));
        Assert.That(Kept(data), Is.EqualTo("abcbde"));
        Assert.That(data.Waves[0].IsResolved, Is.False);
    }

    [TestCase("first", "cd")]
    [TestCase("last", "bd")]
    public void TheFirstOrLastByANumber(string then, string kept)
    {
        StudyData data = Load(then, "number", "1,10,a", "1,11,b", "1,9,c", "2,1,d");
        Assert.That(Kept(data), Is.EqualTo(kept));
        Assert.That(Unresolved(data), Is.Empty);
        Finding change = data.Findings.Single(finding => finding.Message.StartsWith("id = '1'", StringComparison.Ordinal));
        Assert.That(change.Severity, Is.EqualTo(Severity.Change));
        Assert.That(change.Message, Does.Contain($"row {(then == "first" ? 3 : 2)} (line {(then == "first" ? 4 : 3)}) is kept as the {then} by t, and left out are "));
        Assert.That(change.Row, Is.EqualTo(1));
    }

    [TestCase("first", "b")]
    [TestCase("last", "c")]
    public void TheFirstOrLastByADay(string then, string kept) =>
        Assert.That(Kept(Load(then, "date", "1,2023-10-02,a", "1,2023/9/30,b", "1,20231010,c")), Is.EqualTo(kept));

    [TestCase("first", "b")]
    [TestCase("last", "d")]
    public void TheFirstOrLastByTheTextOfAMoment(string then, string kept) =>
        Assert.That(Kept(Load(then, "text", "1,2023/9/5 10:23:11,a", "1,2023/9/5 9:59:59,b", "1,2023/9/30 0:00:00,c", "1,2023/10/1 8:00:00,d")), Is.EqualTo(kept));

    [TestCase("1,5,a", "1,5,b")]
    [TestCase("1,5,a", "1,5,b", "1,5,b")]
    [TestCase("1,5,b", "1,5,a", "1,5,b")]
    [TestCase("1,5,b", "1,5,b", "1,5,a")]
    [TestCase("1,,a", "1,5,b")]
    [TestCase("1,5,a", "1,5,a", "1,,a")]
    public void ATieIsUnresolvedAndNothingIsLeftOut(params string[] rows)
    {
        foreach (string then in new[] { "first", "last" })
        {
            StudyData data = Load(then, "number", rows);
            Assert.That(Unresolved(data), Has.One.Items.And.One.Contains($"t does not say which comes {then}"));
            Assert.That(data.Waves[0].Everyone!.RowCount, Is.EqualTo(rows.Length));
        }
    }

    [Test]
    public void ATieOfThoseThatAreNotKeptDoesNotMatter() =>
        Assert.That(Kept(Load("last", "number", "1,5,a", "1,5,b", "1,6,c")), Is.EqualTo("c"));

    [Test]
    public void ExactCopiesAreOneRow()
    {
        StudyData data = Load("last", "number", "1,5,a", "2,1,b", "1,5,a", "1,5,a");
        Assert.That(Kept(data), Has.Length.EqualTo(2));
        Assert.That(Unresolved(data), Is.Empty);
        Assert.That(Messages(data, Severity.Change), Has.One.Contains("id = '1' stands in 3 rows"));
    }

    [Test]
    public void TheRowThatIsKeptKeepsItsPlace() =>
        Assert.That(Kept(Load("last", "number", "9,1,a", "1,7,b", "2,1,c", "1,6,d", "3,1,e")), Is.EqualTo("abce"));

    [TestCase("fail")]
    [TestCase("first")]
    public void RowsWithoutAKeyAreKeptAndNamed(string then)
    {
        StudyData data = Load(then, then == "fail" ? "" : "number", ",1,a", ",1,a", "1,1,b");
        Assert.That(Kept(data), Is.EqualTo("aab"));
        Assert.That(Unresolved(data), Has.One.Items.And.One.Match(@"^id is missing in 2 rows of 1, the first .*people\.csv, row 1 \(line 2\); every row needs its key\.$"));
    }

    [Test]
    public void AKeyOfTwoColumns()
    {
        StudyData data = LoadRows("key: [town, id], then: first, by: t", "number", "town,id,t,z\n1,11,1,a\n11,1,2,b\n1,11,0,c\n1,,3,d\n");
        Assert.That(Kept(data), Is.EqualTo("bcd"));
        Assert.That(Messages(data, Severity.Change), Has.One.Contains("town = '1', id = '11' stands in 2 rows"));
        Assert.That(Unresolved(data), Has.One.Items.And.One.StartsWith("town, id is missing in 1 row of 1"));
    }

    [Test]
    public void ManyDuplicatesAreNotAllNamed()
    {
        StudyData data = Load("last", "number", [.. Enumerable.Range(0, 160).Select(k => $"{k / 2},{k},a")]);
        Assert.That(data.Waves[0].Everyone!.RowCount, Is.EqualTo(80));
        Assert.That(Messages(data, Severity.Change).Count(message => message.StartsWith("id = ", StringComparison.Ordinal)), Is.EqualTo(50));
        Assert.That(Messages(data, Severity.Change), Has.One.Contains("30 more values of id stand in several rows of 1, of which one is kept."));
    }

    [TestCase("key: derived, then: fail")]
    [TestCase("key: id, then: last, by: derived")]
    [TestCase("key: added, then: fail")]
    public void AKeyThatIsNotReadFromTheFilesIsRefused(string rule) =>
        Assert.That(
            () => Load(
                $$"""
                columns: {id: {from: id, as: text}, t: {from: t, as: number}, derived: {derive: "t + 1"} }
                lookups: [{file: a.csv, key: id, columns: {added: b} }]
                waves: [{id: "1", files: people.csv, duplicates: { {{rule}} } }]
                """,
                ("a.csv", "id,b\n1,2\n"), ("people.csv", "id,t\n1,1\n1,1\n")),
            Throws.TypeOf<SurveyDataException>().With.Message.Contains("duplicates"));

    [Test]
    public void KeysThatLookLikePeopleAreNotShown()
    {
        string[] names = ["慕容澄珂", "司徒黛翊", "欧阳昀霁"];
        StudyData data = Load(
            """
            columns: {姓名: {from: 姓名, as: text}, t: {from: t, as: number}}
            waves: [{id: "1", files: people.csv, duplicates: {key: 姓名, then: last, by: t}}]
            """,
            ("people.csv", $"姓名,t\n{names[0]},1\n{names[0]},2\n{names[1]},1\n{names[1]},1\n{names[2]},1\n"));
        Assert.That(data.Findings.Select(finding => finding.Message), Has.Some.Contains("stands in 2 rows"));
        foreach (string name in names)
            Assert.That(data.Findings.Select(finding => finding.Message), Has.None.Contains(name));
    }

    private StudyData Load(string then, string type, params string[] rows) =>
        LoadRows($"key: id, then: {then}{(then == "fail" ? "" : ", by: t")}", type, "town,id,t,z\n" + string.Concat(rows.Select(row => $"1,{row}\n")));

    private StudyData LoadRows(string rule, string type, string file) =>
        Load($"columns:\n  town: {{from: town, as: text}}\n  id: {{from: id, as: text}}\n  t: {{from: t, as: {(type.Length == 0 ? "text" : type)}}}\n  z: {{from: z, as: text}}\nwaves: [{{id: \"1\", files: people.csv, duplicates: {{{rule}}}}}]\n", ("people.csv", file));

    private static string Kept(StudyData data) => string.Concat(Values(data, "z"));
}
