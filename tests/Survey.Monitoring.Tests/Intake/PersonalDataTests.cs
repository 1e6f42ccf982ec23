using Survey.Files;

namespace Survey.Monitoring.Tests.Intake;

/// <summary>What identifies people is never read; what looks like it is said and not written; pseudonyms match waves and nothing else.</summary>
public sealed class PersonalDataTests : SmallStudies
{
    private static readonly string[] Names = ["慕容澄珂", "司徒黛翊", "欧阳昀霁"];
    private static readonly string[] Identities = ["32990119800101001X", "329901198002020025", "329901199003030039"];
    private static readonly string[] Phones = ["19912345678", "19987654321", "19955554444"];

    private const string Dropping =
        """
        personalData: {drop: [姓名, 身份证号], pseudonym: {from: 身份证号, as: person, keyFile: key.txt}}
        columns: {n: {from: n, as: text}, x: {from: x, codes: {1: a}}}
        waves: [{id: "1", files: a.csv}, {id: "2", files: b.csv}]

        """;

    private static string People(params int[] people) =>
        "姓名,n, 身份证号 ,x\n" + string.Concat(people.Select(k => $"{Names[k]},{k},{Identities[k]},1\n"));

    [Test]
    public void ValuesOfDroppedColumnsAppearNowhere()
    {
        StudyData data = LoadTwoWaves("key of sixteen bytes and more", People(0, 1, 2).Replace(",1\n", ",七\n", StringComparison.Ordinal), People(0));
        string all = string.Join('\n', [.. data.Findings.Select(finding => $"{finding} {finding.Column}"), .. data.Waves.SelectMany(wave => TextsOf(wave.Everyone!))]);
        foreach (string secret in Names.Concat(Identities))
            Assert.That(all, Does.Not.Contain(secret));
        Assert.That(data["1"].Table!.Columns, Is.EqualTo(["n", "x", "person"]));
    }

    [Test]
    public void ADroppedColumnIsNotReadByAPatternOfItems()
    {
        StudyData data = Load(
            """
            personalData: {drop: [1姓名]}
            columns: {n: {from: n, as: text}}
            instrument: {use: q, items: items.csv}
            waves: [{id: "1", files: a.csv, answers: {columns: "{item}*", options: letters}}]
            """,
            ("items.csv", "item,type,options\n1,single,2\n2,single,2\n"), ("a.csv", $"n,1姓名,2、题\n1,{Names[0]},A\n"));
        Assert.That(data.Findings.Select(finding => finding.Message), Has.None.Contains(Names[0]));
        Assert.That(Unresolved(data), Has.One.Items.And.One.Contains("Q1"));
    }

    [Test]
    public void PseudonymsAreEqualOverWavesAndDifferWithAnotherKey()
    {
        StudyData data = LoadTwoWaves("key of sixteen bytes and more", People(0, 1, 2), People(2, 0).Replace('X', 'x'));
        StudyData other = LoadTwoWaves("another key of sixteen bytes", People(0, 1, 2), People(2, 0));
        string?[] first = Values(data["1"].Table!, "person"), second = Values(data["2"].Table!, "person");
        Assert.That(first.Distinct().Count(), Is.EqualTo(3));
        Assert.That(second, Is.EqualTo([first[2], first[0]]));
        Assert.That(Values(other["1"].Table!, "person").Intersect(first), Is.Empty);
        Assert.That(first, Is.All.Match("^[0-9a-f]{32}$"));
        Assert.That(Messages(data, Severity.Doubt).Concat(Unresolved(data)), Is.Empty);
    }

    [Test]
    public void NoNumberNoPseudonym()
    {
        StudyData data = LoadTwoWaves("key of sixteen bytes and more", $"姓名,n,身份证号,x\n{Names[0]},1,,1\n{Names[1]},2, ,1\n", People(0));
        Assert.That(Values(data["1"].Table!, "person"), Is.EqualTo(new string?[] { null, null }));
    }

    [Test]
    public void WithoutItsKeyAStudyHasNoPseudonymsAndIsUnresolved()
    {
        StudyData data = LoadTwoWaves("short", People(0), People(0));
        Assert.That(Unresolved(data), Has.One.Items.And.One.Contains("key.txt").And.One.EndsWith("the column person is not made."));
        Assert.That(data["1"].Table!.Columns, Does.Not.Contain("person"));
        Assert.That(data.Waves.Select(wave => wave.IsResolved), Is.EqualTo([false, false]));
    }

    [Test]
    public void ATextWithPhoneNumbersIsUnresolvedAndIsNotWritten()
    {
        StudyData data = LoadRemarks("");
        Assert.That(Messages(data, Severity.Unresolved), Has.One.Items.And.One.Contains("the column 'x' looks like phone numbers (3 of 3 values); name its heading in personalData.drop, or the column in personalData.keep if it holds none."));
        Assert.That(data.Waves[0].IsResolved, Is.False);
        string file = Path.Combine(NewFolder(), "out.csv");
        Assert.That(() => data.Waves[0].Table!.Write(file), Throws.TypeOf<SurveyDataException>().With.Message.StartsWith("Nothing is written, as the column 'x' looks like phone numbers"));
        Assert.That(Directory.GetFileSystemEntries(Path.GetDirectoryName(file)!), Is.Empty);
        foreach (string phone in Phones)
            Assert.That(data.Findings.Select(finding => finding.Message), Has.None.Contains(phone));
    }

    [Test]
    public void AColumnThatIsKeptMayBeWritten()
    {
        StudyData data = LoadRemarks("personalData: {keep: [x]}\n");
        Assert.That(data.Findings, Is.Empty);
        string file = Path.Combine(NewFolder(), "out.csv");
        data.Waves[0].Table!.Write(file, new WriteOptions { PersonalDataAllowedIn = data.Study.PersonalData.Harmless });
        Assert.That(File.ReadAllText(file), Does.Contain(Phones[0]));
    }

    [Test]
    public void PhoneNumbersWhereNobodyExpectsThemAreNotShown()
    {
        StudyData data = LoadColumn("codes: {1: a}", [.. Phones, .. Identities, $"电话{Phones[0]}转{Names[0]}"]);
        Assert.That(Unresolved(data), Is.Not.Empty);
        foreach (string secret in Phones.Concat(Identities))
            Assert.That(data.Findings.Select(finding => finding.Message), Has.None.Contains(secret));
    }

    private StudyData LoadRemarks(string personalData) => LoadColumn("as: text", Phones.Select(phone => $"家里电话{phone}"), personalData);

    private StudyData LoadTwoWaves(string key, string first, string second) => Load(Dropping, ("key.txt", key), ("a.csv", first), ("b.csv", second));

    private static IEnumerable<string> TextsOf(Table table) => table.Columns.SelectMany(name => Values(table, name)).OfType<string>();
}
