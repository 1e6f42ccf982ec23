namespace Survey.Monitoring.Tests.Intake;

/// <summary>Two columns of a table never have the same name, and a wave's name is one that a file can have.</summary>
public sealed class NameTests : SmallStudies
{
    [TestCase("age")]
    [TestCase("unanswered")]
    [TestCase("status")]
    [TestCase("size")]
    [TestCase("age2")]
    public void AnItemOfTheNameOfAColumnIsAFinding(string item)
    {
        StudyData data = Load(
            $$"""
            columns: {age: {from: age, as: number}, v: {from: v, as: text}, age2: {derive: "age + 1"} }
            lookups: [{file: v.csv, key: v, columns: {size: size} }]
            instrument: {use: q, items: items.csv}
            waves: [{id: "1", files: people.csv, answers: {columns: "{item}", options: letters} }]
            """,
            ("v.csv", "v,size\n1,2\n"), ("items.csv", $"item,type,options\nZ1,single,2\n{item},single,2\n"), ("people.csv", $"age,v,Z1{(item is "age" ? "" : $",{item}")}\n10,1,A{(item is "age" ? "" : ",B")}\n"));
        Assert.That(Unresolved(data), Has.One.Items.And.One.Contains("items.csv").And.One.Contains($"'{item}'"));
        Assert.That(Values(data, "age"), Is.EqualTo(["10"]));
    }

    [TestCase("columns: {m: {from: m, as: multiple, options: [a, b]}, m.a: {from: x, as: text}}")]
    [TestCase("columns: {m.a: {derive: \"1 + 1\"}, m: {from: m, as: multiple, options: [a, b]}}")]
    public void AColumnOfTheNameOfAnOptionIsRefused(string columns) =>
        Assert.That(() => Load($"{columns}\n{OneWave}", ("people.csv", "m,x\na,1\n")), Throws.TypeOf<SurveyDataException>().With.Message.Contains("m.a"));

    [Test]
    public void TheFlagOfAnOptionIsAColumnThatRulesMayName()
    {
        StudyData data = Load($"columns: {{n: {{from: n, as: text}}, m: {{from: m, as: multiple, options: [a, b]}}, both: {{derive: \"m.a and m.b\"}}}}\neligibility: [{{keep: \"m.a\", reason: r, status: invalid}}]\n{OneWave}", ("people.csv", "n,m\n1,\"a,b\"\n2,b\n"));
        Assert.That(Unresolved(data), Is.Empty);
        Assert.That(Values(data, "both"), Is.EqualTo(["true", "false"]));
        Assert.That(Values(data, "status"), Is.EqualTo(["valid", "r"]));
    }

    [TestCase("../2023")]
    [TestCase("2023/24")]
    [TestCase("a:b")]
    [TestCase("response")]
    [TestCase("Findings")]
    [TestCase("..")]
    [TestCase("2023*")]
    public void AWaveWhoseNameNoFileCanHaveIsRefused(string id) =>
        Assert.That(() => Load($"columns: {{x: {{from: x, as: text}}}}\nwaves: [{{id: \"{id}\", files: people.csv}}]\n", ("people.csv", "x\n1\n")), Throws.TypeOf<SurveyDataException>().With.Message.Match(@"line \d+, column \d+: waves\[1\]\.id"));
}
