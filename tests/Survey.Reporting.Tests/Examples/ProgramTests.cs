using System.IO.Compression;
using System.Xml.Linq;
using Survey.Files;

namespace Survey.Reporting.Tests.Examples;

/// <summary>The programs of examples/ run from the project's root, and print what stands in examples/expected.</summary>
[NonParallelizable] // the console and the current directory belong to the process
public class ProgramTests
{
    [Test]
    public void Every_program_is_run_here() =>
        Assert.That(Directory.GetFiles(Example.Folder, "*.cs").Select(Path.GetFileName), Is.EquivalentTo(new[] { "first.cs", "change.cs", "county.cs" }));

    [Test]
    public void First() => Run("first");

    [Test]
    public void Change() =>
        Run("change", folder =>
        {
            Assert.That(Table.Read(Path.Combine(folder, "by_stratum.csv")).RowCount, Is.EqualTo(6));
            Assert.That(File.ReadAllText(Path.Combine(folder, "by_stratum.html")), Does.StartWith("<!DOCTYPE html>").And.Contain("change of the proportion of literate"));
            Assert.That(File.ReadAllText(Path.Combine(folder, "contrasts.json")), Does.Contain("\"over_target\""));
            Assert.That(XElement.Load(Path.Combine(folder, "by_stratum.svg")).Name.LocalName, Is.EqualTo("svg"));
        });

    [Test]
    public void County() =>
        Run("county", folder =>
        {
            Assert.That(Table.Read(Path.Combine(folder, "smokers.xlsx")).RowCount, Is.EqualTo(12));
            Assert.That(Table.Read(Path.Combine(folder, "scorecard.csv")).RowCount, Is.EqualTo(77));
            Assert.That(File.ReadAllText(Path.Combine(folder, "weights.html")), Does.Contain("post-stratification"));
            Assert.That(XElement.Load(Path.Combine(folder, "smokers.svg")).Value, Does.Contain("现在吸烟率").And.Contain("模拟数据。"));
            using ZipArchive document = ZipFile.OpenRead(Path.Combine(folder, "evaluation-zh.docx"));
            Assert.That(document.GetEntry("word/document.xml"), Is.Not.Null);
        });

    private static void Run(string name, Action<string>? check = null)
    {
        string folder = Directory.CreateTempSubdirectory("survey-example-").FullName;
        try
        {
            string printed = Example.Printed(Example.Root, () => Kernel.Run(Example.Text($"{name}.cs"), folder));
            Example.AssertExpected($"{name}.txt", printed.Replace(folder, "FOLDER", StringComparison.Ordinal).Replace($"FOLDER{Path.DirectorySeparatorChar}", "FOLDER/", StringComparison.Ordinal));
            check?.Invoke(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
