using System.Text.Json;
using System.Text.RegularExpressions;
using Json.Schema;

namespace Survey.Monitoring.Tests.Studies;

/// <summary>The schema, as shapes and as the JSON that editors read.</summary>
public class StudySchemaTests
{
    private static readonly string Whole = File.ReadAllText(StudyText.Doc("study.yaml"));

    private static readonly JsonSchema Json = JsonSchema.FromText(Study.JsonSchema);

    [Test]
    public void NoKeyIsAWordThatYamlMayTakeForAFlag()
    {
        string[] flags = ["on", "off", "yes", "no", "y", "n", "true", "false", "null"];
        Assert.That(Keys(StudySchema.Root).Where(key => flags.Contains(key.Name, StringComparer.OrdinalIgnoreCase)), Is.Empty);
    }

    [Test]
    public void EveryKeyStandsInTheStudyOfTheDocumentation() =>
        Assert.That(Keys(StudySchema.Root).Where(key => !Regex.IsMatch(Whole, $@"(?<!\w){key.Name}:\s")), Is.Empty);

    // they are said in brackets, behind "add it"
    [Test]
    public void DocsArePhrases() =>
        Assert.That(Keys(StudySchema.Root).Where(key => key.Doc.EndsWith('.') || (char.IsUpper(key.Doc[0]) && char.IsLower(key.Doc[1]))), Is.Empty);

    [Test]
    public void WhatKeysNeedBesideThemAreKeys() =>
        Assert.That(from map in Shapes(StudySchema.Root).OfType<MapShape>()
                    from name in map.ExactlyOne.Concat(map.AtLeastOne).Concat(map.Needs.SelectMany(needs => needs.Others.Append(needs.Key)))
                    where map[name] is null
                    select name, Is.Empty);

    [Test]
    public void TheSchemaInTheDocumentationIsTheOneWritten()
    {
        string written = Path.Combine(TestContext.CurrentContext.WorkDirectory, "study.schema.json");
        File.WriteAllText(written, Study.JsonSchema);
        Assert.That(File.ReadAllText(StudyText.Doc("study.schema.json")).ReplaceLineEndings("\n"), Is.EqualTo(Study.JsonSchema),
            $"The shapes have changed: copy {written} to docs/study.schema.json.");
    }

    [Test]
    public void TheStudiesAreValid()
    {
        Assert.That(IsValid(Whole));
        Assert.That(IsValid(StudyText.Small));
    }

    [TestCase("format: 1", "format: 2")]
    [TestCase("title: {zh: 示例}", "title: {}")]
    [TestCase("title: {zh: 示例}", "title: 示例")]
    [TestCase("title: {zh: 示例}\n", "")]
    [TestCase("digits: 12", "digts: 12")]
    [TestCase("digits: 12", "digits: twelve")]
    [TestCase("as: number", "as: nummer")]
    [TestCase("from: 编号, as", "as")]
    [TestCase("from: 编号, as", "from: 编号, derive: age, as")]
    [TestCase("codes: {1: 男, 2: 女}", "codes: [男, 女]")]
    [TestCase("codes: {1: 男, 2: 女}", "codes: {}")]
    [TestCase("columns: \"{item}({option})\"}}", "chosen: 1}}")]
    [TestCase("files: 数据/*.csv", "files: []")]
    [TestCase("files: 数据/*.csv", "files: \"\"")]
    [TestCase("files: 数据/*.csv", "files: 数据\\2023.csv")]
    [TestCase("2023-09-04", "04.09.2023")]
    [TestCase(", 2023-10-20", "")]
    [TestCase("drop: [姓名, 身份证号]", "drop: [姓名, 姓名]")]
    [TestCase("sheet: 1", "delimiter: ab")]
    [TestCase("status: ineligible", "status: illegible")]
    [TestCase("of: province", "of: world")]
    [TestCase("32.10 %", "32.10")]
    [TestCase("32.10 %", "132.10 %")]
    [TestCase("value: 32.10 %, year: 2024", "value: 32.10 %")]
    [TestCase("value: 32.10 %", "value: 32.10 %, series: x.csv")]
    [TestCase("age: 15-69", "age: from 15")]
    [TestCase("confidence: 95 %", "confidence: 95")]
    [TestCase("confidence: 95 %", "confidence:")]
    public void WhatTheReaderRefusesEditorsMarkToo(string old, string changed)
    {
        string text = StudyText.With(old, changed);
        Assert.That(StudyText.ErrorOf(text), Is.Not.Empty);
        Assert.That(IsValid(text), Is.False);
    }

    [TestCase("title: {zh: 示例}", "title: {zh: 示例}\nsimulated: true")]
    [TestCase("title: {zh: 示例}", "title: {zh: 示例}\nsimulated: \"true\"")]
    [TestCase("title: {zh: 示例}", "title: {zh: 2024}")]
    [TestCase("format: 1", "format: \"1\"")]
    [TestCase("digits: 12", "digits: \"12\"")]
    [TestCase("age: 15-69", "age: 60+")]
    [TestCase("32.10 %", "100%")]
    [TestCase("{derive: \"age >= 60\"}", "{derive: true}")]
    [TestCase("id: \"2023\"", "id: 2023")]
    [TestCase("missing: [\"\", -3]", "missing: 9")]
    public void WhatTheReaderTakesEditorsTakeToo(string old, string changed)
    {
        string text = StudyText.With(old, changed);
        Assert.That(() => StudyText.Read(text), Throws.Nothing);
        Assert.That(IsValid(text));
    }

    private static bool IsValid(string text) => Json.Evaluate(JsonSerializer.SerializeToElement(YamlJson.Of(text))).IsValid;

    private static IEnumerable<KeyShape> Keys(Shape root) => Shapes(root).OfType<MapShape>().SelectMany(map => map.Keys);

    private static IEnumerable<Shape> Shapes(Shape root) => Shapes(root, []);

    // a rule may hold rules
    private static IEnumerable<Shape> Shapes(Shape root, HashSet<string> seen)
    {
        IEnumerable<Shape> parts = root switch
        {
            MapShape map => map.Keys.Select(key => key.Shape),
            DictionaryShape dictionary => [dictionary.Value],
            ListShape list => [list.Item],
            ChoiceShape choice => choice.Ways,
            NamedShape named when seen.Add(named.Name) => [named.Of],
            _ => [],
        };
        return parts.SelectMany(part => Shapes(part, seen)).Prepend(root);
    }
}
