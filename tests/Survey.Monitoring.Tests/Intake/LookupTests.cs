namespace Survey.Monitoring.Tests.Intake;

/// <summary>Columns that are joined by a key, and the keys on both sides that find no partner.</summary>
public sealed class LookupTests : SmallStudies
{
    private const string Villages = "wave,village,户数\n1,001,10\n1,002,20\n2,001,30\n2,003,40\n";

    private const string TwoWaves =
        """
        columns: {village: {from: 村, as: code, digits: 3}}
        lookups: [{file: v.csv, key: [wave, village], columns: {drawn: 户数}}]
        waves: [{id: "1", files: a.csv}, {id: "2", files: b.csv}]
        """;

    [Test]
    public void AKeyMayHoldTheWave()
    {
        StudyData data = Load(TwoWaves, ("v.csv", Villages), ("a.csv", "村\n001\n002\n001\n"), ("b.csv", "村\n003\n001\n"));
        Assert.That(data.Findings, Is.Empty);
        Assert.That(Values(data["1"].Table!, "drawn"), Is.EqualTo(["10", "20", "10"]));
        Assert.That(Values(data["2"].Table!, "drawn"), Is.EqualTo(["40", "30"]));
    }

    [Test]
    public void KeysOnBothSidesThatFindNoPartnerAreNamed()
    {
        StudyData data = Load(TwoWaves, ("v.csv", Villages), ("a.csv", "村\n001\n009\n009\n008\n"), ("b.csv", "村\n003\n001\n"));
        Assert.That(Values(data["1"].Table!, "drawn"), Is.EqualTo(["10", null, null, null]));
        Assert.That(Unresolved(data), Has.One.Items.And.One.Match(@"a\.csv, row 2 \(line 3\): 2 values of village, here and in 2 more rows of 1, are not in .*v\.csv: 008, 009;"));
        Assert.That(Messages(data, Severity.Doubt), Has.One.Items.And.One.Match(@"^1 value of village in .*v\.csv has no row in 1: 002\.$"));
        Assert.That(data.Waves.Select(wave => wave.IsResolved), Is.EqualTo([false, true]));
    }

    [Test]
    public void ARowWithoutAKeyGetsNothing()
    {
        StudyData data = Load("missing: [不详]\n" + TwoWaves, ("v.csv", Villages), ("a.csv", "村,x\n001,1\n不详,2\n002,3\n"), ("b.csv", "村\n003\n001\n"));
        Assert.That(Values(data["1"].Table!, "drawn"), Is.EqualTo(["10", null, "20"]));
        Assert.That(Messages(data, Severity.Doubt), Has.One.Items.And.One.Match(@"^1 row of 1 without village gets nothing from .*v\.csv\.$"));
        Assert.That(data["1"].IsResolved);
    }

    [TestCase("wave,village,户数\n1,001,10\n1,001,20\n2,001,30\n", "has a key twice, in rows 1 and 2 (village)")]
    [TestCase("wave,village,户数\n1,,10\n", "row 1: the column 'village' is empty")]
    [TestCase("wave,village,人数\n1,001,10\n", "has no column '户数'")]
    [TestCase("village,户数\n001,10\n", "has no column 'wave'")]
    [TestCase("wave,village,村,户数\n1,001,001,10\n", "has the columns 'village' and '村', which are one to the study")]
    public void AFileThatCannotBeJoinedIsNamed(string file, string why)
    {
        StudyData data = Load(TwoWaves, ("v.csv", file), ("a.csv", "村\n001\n"), ("b.csv", "村\n001\n"));
        Assert.That(Unresolved(data), Has.Some.Contains("v.csv").And.Some.Contains(why));
        Assert.That(data["1"].Table!.Columns, Does.Not.Contain("drawn"));
        Assert.That(data["1"].Table!.RowCount, Is.EqualTo(1));
    }

    [Test]
    public void AFileThatIsNotThereIsNamed()
    {
        StudyData data = Load(TwoWaves, ("a.csv", "村\n001\n"), ("b.csv", "村\n001\n"));
        Assert.That(Unresolved(data), Has.Length.EqualTo(2).And.All.Contains("There is no file").And.All.Contains("v.csv"));
    }

    [Test]
    public void ADerivedKeyAndLookupsThatFeedEachOther()
    {
        StudyData data = Load(
            $$"""
            columns:
              village: {from: 村, as: code, digits: 4}
              label: {derive: "if(kind = 'x', 1, 2)"}
              town: {derive: "left(village, 2)"}
            lookups:
              - {file: labels.csv, key: label, columns: {rank: rank} }
              - {file: towns.csv, key: town, columns: {kind: kind} }
            {{OneWave}}
            """,
            ("people.csv", "村\n0101\n0202\n0102\n"), ("towns.csv", "town,kind\n01,x\n02,y\n"), ("labels.csv", "label,rank\n1,高\n2,低\n"));
        Assert.That(data.Findings, Is.Empty);
        Assert.That(Values(data, "kind"), Is.EqualTo(["x", "y", "x"]));
        Assert.That(Values(data, "rank"), Is.EqualTo(["高", "低", "高"]));
        Assert.That(data.Waves[0].Table!.Columns, Is.EqualTo(["village", "label", "town", "rank", "kind"]));
    }

    [Test]
    public void WhatNeedsAColumnThatCannotBeMadeIsNamed()
    {
        StudyData data = Load(
            $$"""
            columns: {village: {from: 村, as: text}, big: {derive: "size > 5"}, more: {derive: "if(big, 1, 2)"} }
            lookups: [{file: v.csv, key: village, columns: {size: 户数} }]
            {{OneWave}}
            """,
            ("people.csv", "村\n1\n"));
        Assert.That(Unresolved(data), Has.Length.EqualTo(3).And.One.Contains("big cannot be made, for it needs size").And.One.Contains("more cannot be made, for it needs big"));
        Assert.That(data.Waves[0].Table!.Columns, Is.EqualTo(["village"]));
    }

    [Test]
    public void AFileOfSomeWavesIsNotAskedForInOthers()
    {
        StudyData data = Load(TwoWaves.Replace("columns: {drawn: 户数}", "columns: {drawn: 户数}, waves: [\"2\"]", StringComparison.Ordinal), ("v.csv", Villages), ("a.csv", "村\n009\n"), ("b.csv", "村\n003\n001\n"));
        Assert.That(data.Findings, Is.Empty);
        Assert.That(data["1"].Table!.Columns, Is.EqualTo(["village"]));
        Assert.That(data["2"].Table!.Columns, Is.EqualTo(["village", "drawn"]));
    }

    [Test]
    public void TheWaveAloneMayBeTheKey()
    {
        StudyData data = Load(TwoWaves.Replace("[wave, village]", "wave", StringComparison.Ordinal), ("v.csv", "年份,户数\n1,7\n2,8\n"), ("a.csv", "村\n001\n002\n"), ("b.csv", "村\n001\n"));
        Assert.That(data.Findings, Is.Empty);
        Assert.That(Values(data["1"].Table!, "drawn"), Is.EqualTo(["7", "7"]));
        Assert.That(Values(data["2"].Table!, "drawn"), Is.EqualTo(["8"]));
    }

    [Test]
    public void KeysAreFoldedAndKeysThatWouldLookAlikeWhenJoinedAreNot()
    {
        StudyData data = Load(
            $$"""
            columns: {a: {from: a, as: text}, b: {from: b, as: text} }
            lookups: [{file: v.csv, key: [a, b], columns: {size: size} }]
            {{OneWave}}
            """,
            ("people.csv", "a,b\n１,x / y\n1 / x,y\n"), ("v.csv", "ａ,b,size\n1,x / ｙ,3\n1 / x,y,4\n"));
        Assert.That(Unresolved(data), Is.Empty);
        Assert.That(Values(data, "size"), Is.EqualTo(["3", "4"]));
    }
}
