using Survey.Monitoring.Reproducing;

namespace Survey.Monitoring.Tests.Reproducing;

/// <summary>The script reads like one, in any locale.</summary>
public sealed class ScriptTests : ReproducedStudies
{
    [Test]
    public void CodeIsAsciiWhateverTheStudyIsWrittenIn()
    {
        string folder = Reproduced(indicators: "  - {id: 吸烟率, zh: 吸烟率, event: \"smoke = 'daily'\", better: lower}\n  - {id: 吸烟 \"每天\", zh: 吸烟率, event: \"smoke = 'some'\", better: lower}\n").Folder;
        string[] lines = File.ReadAllLines(Path.Combine(folder, "reproduce.R"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines.Where(line => !line.StartsWith('#') && line.Any(c => c > '~')), Is.Empty);
            Assert.That(lines, Has.Member("""  proportion("\U{5438}\U{70DF}\U{7387}",              "2023", design_2023, ~indicator),"""));
            Assert.That(lines, Has.Member("""  proportion("\U{5438}\U{70DF} \"\U{6BCF}\U{5929}\"", "2024", design_2024, ~indicator_2))"""));
        }
    }

    [Test]
    public void NamesThatAreNoNamesAreReadByRAllTheSame()
    {
        string folder = Reproduced(indicators: "  - {id: 吸烟 \"每天\", zh: 吸烟率, event: \"smoke = 'daily'\", better: lower}\n  - {id: weight, zh: 重, event: \"age > 40\", better: lower}\n  - {id: \"1\", zh: 一, event: \"age > 50\", better: lower}\n").Folder;
        Assert.That(File.ReadLines(Path.Combine(folder, "wave-2024.csv")).First(), Is.EqualTo("wave,stratum,psu,weight,indicator,weight_2,indicator_2"));
        (int status, string output, string messages) = Rscript.Run(Path.Combine(folder, "reproduce.R"));
        Assert.That((status, messages), Is.EqualTo((0, "")), output);
    }

    [Test]
    public void ATextOfTheStudyNeverBecomesCode()
    {
        var script = new RScript();
        script.Comment("a\nquit(status = 0)\r\u2028b");
        Assert.That(script.ToString(), Is.EqualTo("# a quit(status = 0) b\n"));
        Assert.That(RText.Quoted("\"); quit() #\\\n"), Is.EqualTo("\"\\\"); quit() #\\\\\\U{A}\""));
    }

    [Test]
    public void CommentsAreBrokenBetweenWords()
    {
        var script = new RScript();
        script.Comment(string.Join(' ', Enumerable.Repeat("abcd", 41)), "#   ", "#  a ");
        Assert.That(script.ToString().Split('\n').Select(line => line.Length), Is.EqualTo(new[] { 99, 98, 18, 0 }));
    }

    [TestCase("smoking-current", "smoking_current")]
    [TestCase("a b/c", "a_b_c")]
    [TestCase("25", "otherwise")]
    [TestCase("率a", "otherwise")]
    [TestCase("if", "if_2")]
    [TestCase("psu", "psu_2")]
    public void NamesAreThoseThatRReadsWithoutQuotes(string text, string name) => Assert.That(new RNames().Of(text, "otherwise"), Is.EqualTo(name));

    [Test]
    public void NoNameIsGivenTwice()
    {
        var names = new RNames();
        Assert.That((string[])[names.Of("a-b", "x"), names.Of("a b", "x"), names.Of("率", "x"), names.Of("率", "x")], Is.EqualTo(new[] { "a_b", "a_b_2", "x", "x_2" }));
    }
}
