using System.Globalization;

namespace Survey.Monitoring.Tests.Intake;

/// <summary>Who counts and why not, and that the counts add up.</summary>
public sealed class ResponseTests : SmallStudies
{
    private const string Columns =
        """
        columns:
          town: {from: town, as: text}
          village: {from: village, as: text}
          age: {from: age, as: number}
          months: {from: months, as: number}
          result: {from: result, codes: {1: responded, 2: refused, 3: not found, 4: ineligible, 5: unknown}}

        """;

    private const string Rules =
        """
        eligibility:
          - {keep: "age >= 15", reason: young, status: ineligible}
          - {keep: "months > 6", reason: away, status: ineligible}
          - {keep: "age < 100", reason: odd, status: invalid}
          - {keep: "months <= 12", reason: too many months, status: invalid}

        """;

    [Test]
    public void TheFirstReasonWinsAndADispositionComesBeforeIt()
    {
        StudyData data = LoadPeople("response: {disposition: result}\n", "1,1,10,3,1", "1,1,20,3,1", "1,1,120,13,1", "1,1,20,13,1", "1,1,20,12,1", "1,1,10,3,2", "1,1,10,3,3", "1,1,,,4", "1,1,,,5");
        Assert.That(Values(data, "status"), Is.EqualTo(["young", "away", "odd", "too many months", "valid", "refused", "not found", "ineligible", "unknown"]));
        Assert.That(data.Waves[0].Table!.RowCount, Is.EqualTo(1));
        Assert.That(Row(data, 0), Is.EqualTo("drawn 9, met 7, refused 1, ineligible 3, completed 3, invalid: odd 1, invalid: too many months 1, valid 1"));
        Assert.That(Messages(data, Severity.Change), Has.One.EqualTo("1 row of 1 left out by \"age >= 15\" (young)."));
    }

    [Test]
    public void AConditionThatIsMissingIsNotMet()
    {
        StudyData data = LoadPeople("response: {disposition: result}\n", "1,1,,12,1", "1,1,20,,1", "1,1,14,,1");
        Assert.That(Values(data, "status"), Is.EqualTo(["young", "away", "young"]));
        Assert.That(Messages(data, Severity.Change), Has.One.EqualTo("2 rows of 1 left out by \"age >= 15\" (young), 1 of them because it is not known."));
    }

    [Test]
    public void ADispositionThatIsMissingIsUnknown()
    {
        StudyData data = LoadPeople("response: {disposition: result}\n", "1,1,20,12,", "1,1,20,12,1");
        Assert.That(Values(data, "status"), Is.EqualTo(["unknown", "valid"]));
        Assert.That(Messages(data, Severity.Doubt), Has.One.Match(@"^result is missing in 1 row of 1, the first .*row 1 \(line 2\); they count as unknown\.$"));
    }

    [Test]
    public void WithoutADispositionNobodyKnowsWhoWasDrawn()
    {
        StudyData data = LoadPeople("response: {by: town}\n", "1,1,10,3,2", "1,1,20,12,2", "2,1,120,12,2");
        Assert.That(Values(data, "status"), Is.EqualTo(["young", "valid", "odd"]));
        Assert.That(Row(data, 0), Is.EqualTo("town , drawn , met , refused , ineligible 1, completed 2, invalid: odd 1, invalid: too many months 0, valid 1"));
        Assert.That(Row(data, 1), Is.EqualTo("town 1, drawn , met , refused , ineligible 1, completed 1, invalid: odd 0, invalid: too many months 0, valid 1"));
    }

    [Test]
    public void DrawnMayStandInALookupOnceAPlace()
    {
        StudyData data = LoadDrawn("by: [town, village]", "town,village,n\n1,11,30\n1,12,20\n2,21,5\n");
        Assert.That(Values(data.Waves[0].Response!, "drawn"), Is.EqualTo(["55", "50", "30", "20", "5", "5"]));
        Assert.That(Values(data.Waves[0].Response!, "completed"), Is.EqualTo(["4", "3", "2", "1", "1", "1"]));
    }

    [TestCase("by: [town]", "55,50,5")]
    [TestCase("by: [village]", "55,30,20,5")]
    [TestCase("", "55")]
    public void DrawnIsTheSumOfTheRegister(string by, string drawn) =>
        Assert.That(string.Join(',', Values(LoadDrawn(by, "town,village,n\n1,11,30\n1,12,20\n2,21,5\n").Waves[0].Response!, "drawn")), Is.EqualTo(drawn));

    [Test]
    public void APlaceInWhichNobodyAnsweredWasDrawnToo()
    {
        StudyData data = LoadDrawn("by: [town, village]", "town,village,n\n1,11,30\n1,12,20\n2,21,5\n2,22,40\n3,31,7\n");
        Assert.That(Values(data.Waves[0].Response!, "village"), Is.EqualTo([null, null, "11", "12", null, "21", "22", null, "31"]));
        Assert.That(Values(data.Waves[0].Response!, "drawn"), Is.EqualTo(["102", "50", "30", "20", "45", "5", "40", "7", "7"]));
        Assert.That(Values(data.Waves[0].Response!, "valid"), Is.EqualTo(["4", "3", "2", "1", "1", "1", "0", "0", "0"]));
    }

    [Test]
    public void VillagesOfOneNameInTwoTownsAreTwo() =>
        Assert.That(Values(LoadPeople("lookups: [{file: v.csv, key: [town, village], columns: {n: n}}]\nresponse: {drawn: n, by: village}\n", [("v.csv", "town,village,n\n1,11,30\n2,11,20\n")], "1,11,20,12,1", "2,11,20,12,1").Waves[0].Response!, "drawn"), Is.EqualTo(["50", "50"]));

    [TestCase("by: result", "town,village,n\n1,11,30\n1,12,20\n2,21,5\n", "it does not know result, by which the table is split")]
    [TestCase("by: town", "town,village,n\n1,11,30户\n1,12,20\n2,21,5\n", "n holds texts beside numbers")]
    public void DrawnThatCannotBeCountedIsSaid(string by, string file, string why)
    {
        StudyData data = LoadDrawn(by, file);
        Assert.That(Unresolved(data), Has.One.Items.And.One.Contains(why));
        Assert.That(data.Waves[0].IsResolved, Is.False);
    }

    [Test]
    public void ARuleMayHoldInOneWaveOnly()
    {
        StudyData data = Load(
            """
            columns: {age: {from: age, as: number}}
            waves: [{id: "1", files: a.csv}, {id: "2", files: a.csv}]
            eligibility: [{keep: "age > 15", reason: young, status: invalid, waves: "2"}]
            """,
            ("a.csv", "age\n10\n20\n"));
        Assert.That(Values(data["1"].Everyone!, "status"), Is.EqualTo(["valid", "valid"]));
        Assert.That(Values(data["2"].Everyone!, "status"), Is.EqualTo(["young", "valid"]));
        Assert.That(data["1"].Response!.Columns, Does.Not.Contain("invalid: young"));
        Assert.That(data["2"].Response!.Columns, Does.Contain("invalid: young"));
    }

    [Test]
    public void ARuleThatCannotBeAppliedIsUnresolvedAndLeavesNobodyOut()
    {
        StudyData data = LoadPeople("response: {disposition: result}\neligibility: [{keep: \"town > 3\", reason: r, status: invalid}]\n", [], "1,1,20,12,1");
        Assert.That(Unresolved(data), Has.One.Items.And.One.Match(@"study\.yaml, line \d+, column \d+: the rule ""town > 3"" cannot be applied: "));
        Assert.That(Values(data, "status"), Is.EqualTo(["valid"]));
    }

    [TestCase("{keep: \"age > 1\", reason: valid, status: invalid}")]
    [TestCase("{keep: \"age > 1\", reason: refused, status: ineligible}")]
    [TestCase("{keep: \"age > 1\", reason: not found, status: ineligible}")]
    [TestCase("{keep: \"age > 1\", reason: same, status: ineligible}, {keep: \"age > 2\", reason: same, status: invalid}")]
    public void AReasonThatIsAnotherStatusIsRefused(string rules) =>
        Assert.That(() => LoadPeople($"response: {{disposition: result}}\neligibility: [{rules}]\n", [], "1,1,20,12,1"), Throws.TypeOf<SurveyDataException>().With.Message.Contains("eligibility"));

    [Test]
    public void TheTableAddsUp([Range(1, 15)] int seed)
    {
        var random = new Random(seed);
        string[] rows = [.. Enumerable.Range(0, random.Next(1, 120)).Select(_ => RandomRow(random))];
        string by = new[] { "", ", by: town", ", by: [town, village]", ", by: [village]" }[random.Next(4)];
        Table table = LoadPeople($"response: {{disposition: result{by}}}\n", rows).Waves[0].Response!;
        using (Assert.EnterMultipleScope())
        {
            Equal(table, ["drawn"], ["met", "not found", "unknown"], rows);
            Equal(table, ["met"], ["refused", "ineligible", "completed"], rows);
            Equal(table, ["completed"], ["invalid: odd", "invalid: too many months", "valid"], rows);
            string[] places = [.. table.Columns.TakeWhile(name => name != "drawn")];
            for (int depth = 0; depth < places.Length; depth++)
                SumsToTheOneAbove(table, places, depth);
        }
    }

    /// <summary>What is not in the table is counted among the rows themselves.</summary>
    private static void Equal(Table table, string[] whole, string[] parts, string[] rows)
    {
        double Sum(string[] names) => names.Sum(name => table.Columns.Contains(name) ? ((NumberColumn)table[name]).Values[0] : rows.Count(row => ResultOf(row) == name));
        Assert.That(Sum(whole), Is.EqualTo(Sum(parts)), string.Join(" + ", parts));
    }

    private static string ResultOf(string row) => row.Split(',')[^1] switch { "3" => "not found", "5" or "" => "unknown", _ => "" };

    /// <summary>Every count of a place is the sum of those of the places within it.</summary>
    private static void SumsToTheOneAbove(Table table, string[] places, int depth)
    {
        foreach (string name in table.Columns.Skip(places.Length))
        {
            double above = 0, within = 0;
            for (int row = 0; row < table.RowCount; row++)
            {
                int level = places.Count(place => !table[place].IsMissing(row));
                double count = ((NumberColumn)table[name]).Values[row];
                above += level == depth ? count : 0;
                within += level == depth + 1 ? count : 0;
            }
            Assert.That(within, Is.EqualTo(above), $"{name} by {places[depth]}");
        }
    }

    private static string RandomRow(Random random)
    {
        string Sometimes(string text) => random.Next(12) == 0 ? "" : text;
        int town = random.Next(1, 4);
        return string.Create(CultureInfo.InvariantCulture, $"{Sometimes($"{town}")},{Sometimes($"{town}{random.Next(1, 3)}")},{Sometimes($"{random.Next(10, 110)}")},{Sometimes($"{random.Next(4, 15)}")},{Sometimes($"{Math.Max(1, random.Next(-8, 6))}")}");
    }

    private StudyData LoadPeople(string response, params string[] rows) => LoadPeople(response + Rules, [], rows);

    private StudyData LoadPeople(string sections, (string, string)[] files, params string[] rows) =>
        Load($"{Columns}{sections}{OneWave}", [.. files, ("people.csv", "town,village,age,months,result\n" + string.Concat(rows.Select(row => row + "\n")))]);

    private StudyData LoadDrawn(string by, string file) =>
        LoadPeople($"lookups: [{{file: v.csv, key: [town, village], columns: {{n: n}}}}]\nresponse: {{drawn: n, {by}}}\n", [("v.csv", file)], "1,11,20,12,1", "1,12,20,12,1", "1,11,20,12,1", "2,21,20,12,1");

    private static string Row(StudyData data, int row) =>
        string.Join(", ", data.Waves[0].Response!.Columns.Select(name => $"{name} {data.Waves[0].Response![name].TextAt(row)}"));
}
