namespace Survey.Monitoring.Tests.Intake;

/// <summary>What a wave writes otherwise than the study, and the places that waves share.</summary>
public sealed class WaveTests : SmallStudies
{
    [Test]
    public void AColumnMayBeAbsentInAWave()
    {
        StudyData data = Load(
            """
            columns: {n: {from: n, as: text}, x: {from: x, codes: {1: yes, 2: no}}, m: {from: m, as: multiple, options: [a, b]}, both: {derive: "x = 'yes'"}}
            waves: [{id: "1", files: a.csv, columns: {x: {absent: true}, m: {absent: true}}}, {id: "2", files: b.csv}]
            """,
            ("a.csv", "n,x\n1,1\n2,2\n"), ("b.csv", "n,x,m\n1,1,a\n"));
        Assert.That(Unresolved(data), Is.Empty);
        Assert.That(data["1"].Table!.Columns, Is.EqualTo(data["2"].Table!.Columns));
        foreach (string column in new[] { "x", "m", "m.a", "both" })
            Assert.That(Values(data["1"].Table!, column), Is.EqualTo(new string?[] { null, null }), column);
        Assert.That(((CategoryColumn)data["1"].Table!["x"]).Levels, Is.EqualTo(["yes", "no"]));
        Assert.That(Values(data["2"].Table!, "x"), Is.EqualTo(["yes"]));
    }

    [Test]
    public void AColumnMayBeReadInOneWaveAndDerivedInAnother()
    {
        StudyData data = Load(
            """
            columns: {n: {from: n, as: text}, birth: {from: birth, as: date}, day: {from: day, as: date}, age: {from: age, as: number}}
            waves: [{id: "1", files: a.csv, columns: {birth: {absent: true}}}, {id: "2", files: b.csv, columns: {age: {derive: "age(birth, day)"}}}]
            """,
            ("a.csv", "n,day,age\n1,2023-01-01,44\n"), ("b.csv", "n,birth,day\n1,1980-01-02,2024-01-01\n2,,2024-01-01\n"));
        Assert.That(Unresolved(data), Is.Empty);
        Assert.That(Values(data["1"].Table!, "age"), Is.EqualTo(["44"]));
        Assert.That(Values(data["2"].Table!, "age"), Is.EqualTo(["43", null]));
        Assert.That(data["1"].Table!.Columns, Is.EqualTo(data["2"].Table!.Columns));
    }

    [Test]
    public void OtherCodesInOneWaveGiveTheLevelsOfTheStudy()
    {
        StudyData data = Load(
            """
            columns: {sex: {from: 性别, codes: {1: 男, 2: 女}, missing: [9]}}
            waves: [{id: "1", files: a.csv}, {id: "2", files: b.csv, columns: {sex: {from: 您的性别, codes: {0: 女, 1: 男}}}}]
            """,
            ("a.csv", "性别,x\n1,\n2,\n9,\n"), ("b.csv", "您的性别,x\n1,\n0,\n9,\n2,\n"));
        Assert.That(Values(data["1"].Table!, "sex"), Is.EqualTo(["男", "女", null]));
        Assert.That(Values(data["2"].Table!, "sex"), Is.EqualTo(["男", "女", null, null]));
        Assert.That(((CategoryColumn)data["2"].Table!["sex"]).Levels, Is.EqualTo(["男", "女"]));
        Assert.That(data.Findings.Where(finding => finding.Severity == Severity.Unresolved).Select(finding => (finding.Wave, finding.Row)), Is.EqualTo([("2", 4L)]));
    }

    [TestCase("same", "001,002,003", "002,003,004,005", "", Severity.Change, "2 of 4 values of village in 2 occur in 1, which has 3.")]
    [TestCase("same", "001,002", "003", "", Severity.Doubt, "0 of 1 values of village in 2 occur in 1, which has 2, though the study says that the places are the same")]
    [TestCase("different", "001", "002", "", Severity.Change, "0 of 1 values")]
    [TestCase("different", "001", "001", "", Severity.Doubt, "1 of 1 values of village in 2 occur in 1, which has 1, though the study says that the places are different")]
    [TestCase("unknown", "001", "001", "", Severity.Doubt, "say in design.samePlaces")]
    [TestCase("unknown", "001", "002", "", Severity.Change, "0 of 1 values")]
    [TestCase("same", "001,002", "901", "001,901", Severity.Change, "1 of 1 values")]
    [TestCase("same", "001,002", "901", "001,901;002,901", Severity.Change, "1 of 1 values of village in 2 occur in 1, which has 2.")]
    public void SharedPlaces(string declared, string before, string after, string crosswalk, Severity severity, string sentence)
    {
        StudyData data = LoadPlaces(declared, crosswalk, before, after);
        Assert.That(data.Findings.Select(finding => (finding.Severity, finding.Wave)), Is.EqualTo([(severity, "2")]), string.Join('\n', data.Findings));
        Assert.That(data.Findings[0].Message, Does.StartWith(sentence.StartsWith("say", StringComparison.Ordinal) ? "1 of 1" : sentence).And.Contains(sentence));
    }

    [Test]
    public void ACrosswalkCallsThePlacesOfAllEarlierWavesAsTheLastDoes()
    {
        StudyData data = LoadPlaces("same", "001,901;002,902", "001,002", "001,002", "901,902");
        Assert.That(data.Findings.Select(finding => finding.Message), Is.EqualTo(
        [
            "2 of 2 values of village in 2 occur in 1, which has 2.",
            "2 of 2 values of village in 3 occur in 2, which has 2.",
        ]));
    }

    [Test]
    public void PlacesOfACrosswalkThatNoWaveHasAreNamed()
    {
        StudyData data = LoadPlaces("same", "001,901;007,907", "001", "901");
        Assert.That(Messages(data, Severity.Doubt), Has.Length.EqualTo(2).And.One.Contains("names 1 place that no wave but the last has: 007.").And.One.Contains("names 1 place that 2 has not: 907."));
    }

    [Test]
    public void ACrosswalkThatCannotBeReadLeavesNoWaveResolved()
    {
        StudyData data = Load(Places("same", 2, ", crosswalk: nowhere.csv"), ("1.csv", "village,x\n001,\n"), ("2.csv", "village,x\n001,\n"));
        Assert.That(Unresolved(data), Has.One.Items.And.One.Contains("nowhere.csv"));
        Assert.That(data.Waves.Select(wave => wave.IsResolved), Is.EqualTo([false, false]));
    }

    [Test]
    public void LabelsThatOnlyALaterWaveAsksForConcernItsOwnTable()
    {
        StudyData data = Load(
            """
            columns: {v: {from: v, as: code}}
            waves: [{id: "1", files: a.csv}, {id: "2", files: a.csv, columns: {v: {labels: nowhere.csv}}}]
            """,
            ("a.csv", "v,x\n1,\n"));
        Assert.That(Unresolved(data), Has.One.Items);
        Assert.That(data.Waves.Select(wave => wave.IsResolved), Is.EqualTo(data.Waves.Select(wave => !data.Findings.Any(finding => finding.Severity == Severity.Unresolved && (finding.Wave ?? wave.Wave.Id) == wave.Wave.Id))));
    }

    [Test]
    public void LevelsAndLabelsThatFindNoPartnerAreNamed()
    {
        StudyData data = Load("columns: {v: {from: v, as: code, labels: labels.csv}}\n" + OneWave, ("labels.csv", "code,name\n1,A\n4,D\n"), ("people.csv", "v,x\n1,\n3,\n2,\n"));
        Assert.That(Messages(data, Severity.Doubt), Is.EqualTo(["2 levels of v in 1 are without a label in labels.csv: 2, 3.", "1 level of labels.csv is without a row in 1: 4."]));
        Assert.That(data["1"].IsResolved);
    }

    private StudyData LoadPlaces(string declared, string crosswalk, params string[] waves) =>
        Load(
            Places(declared, waves.Length, crosswalk.Length > 0 ? ", crosswalk: c.csv" : ""),
            [("c.csv", $"old,new\n{crosswalk.Replace(';', '\n')}\n"), .. waves.Select((places, k) => ($"{k + 1}.csv", $"village,x\n{string.Concat(places.Split(',').Select(place => $"{place},1\n{place},2\n"))}"))]);

    private static string Places(string declared, int waves, string crosswalk) =>
        $"columns: {{village: {{from: village, as: code}}, x: {{from: x, as: text}}}}\ndesign: {{clusters: village, samePlaces: {declared}{crosswalk}}}\nwaves: [{string.Join(", ", Enumerable.Range(1, waves).Select(k => $"{{id: \"{k}\", files: {k}.csv}}"))}]\n";
}
