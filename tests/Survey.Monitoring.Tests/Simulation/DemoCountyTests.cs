using System.IO.Compression;
using Survey.Monitoring.Simulating;
using Survey.Monitoring.Tests.Made;

namespace Survey.Monitoring.Tests.Simulating;

/// <summary>The demonstration county is what its plan makes, and its three shapes are one and the same data.</summary>
public sealed class DemoCountyTests
{
    private static readonly Lazy<Simulation> Made = new(() => Simulation.Run(SimulationPlan.Read(Path.Combine(MadePlan.DemoFolder, "plan.yaml"))));

    private static readonly Lazy<StudyData> Clean = new(() => LoadOf("clean"));

    [TestCase("clean")]
    [TestCase("towns")]
    [TestCase("options")]
    public void AShapeIsReadWithNothingUnresolvedAndGivesTheTableOfTheSimulation(string shape)
    {
        StudyData data = shape == "clean" ? Clean.Value : LoadOf(shape);
        Assert.That(data.Study.Simulated);
        Assert.That(data.Findings.Where(finding => finding.Severity == Severity.Unresolved), Is.Empty);
        foreach (SimulatedWave wave in Made.Value.Waves)
        {
            Table people = data[wave.Id].Everyone!;
            TableAssert.AreIdentical(WithoutLabels(people.Select(wave.Households.Columns)), wave.Households);
        }
    }

    [TestCase("towns", "2023")]
    [TestCase("towns", "2024")]
    [TestCase("options", "2023")]
    [TestCase("options", "2024")]
    public void AShapeGivesTheSameTableAsTheCleanOne(string shape, string wave)
    {
        WaveData data = LoadOf(shape)[wave];
        TableAssert.AreIdentical(data.Everyone!, Clean.Value[wave].Everyone!);
        TableAssert.AreIdentical(data.Table!, Clean.Value[wave].Table!);
        TableAssert.AreIdentical(data.Response!, Clean.Value[wave].Response!);
    }

    [Test]
    public void TheFilesAreWhatThePlanMakes()
    {
        string folder = Directory.CreateTempSubdirectory("survey-demo-").FullName;
        try
        {
            Made.Value.Write(folder);
            string[] made = FilesIn(folder), kept = [.. FilesIn(MadePlan.DemoFolder).Except(["README.md", "plan.yaml", "study.yaml"]).Where(file => !file.StartsWith("填报/", StringComparison.Ordinal) && !file.StartsWith("报告/", StringComparison.Ordinal))];
            Assert.That(kept, Is.EqualTo(made));
            foreach (string file in made)
                Assert.That(ContentOf(Path.Combine(MadePlan.DemoFolder, file)), Is.EqualTo(ContentOf(Path.Combine(folder, file))), file);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void EveryFileSaysThatItIsSimulated()
    {
        foreach (string file in FilesIn(MadePlan.DemoFolder).Where(file => !file.EndsWith("乡镇名称.csv", StringComparison.Ordinal)))
            Assert.That(ContentOf(Path.Combine(MadePlan.DemoFolder, file)).Any(text => text.Contains("模拟数据", StringComparison.Ordinal)), file);
    }

    [Test]
    public void TheTruthIsPlausible()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Truth("2023", "literacy"), Is.InRange(0.24, 0.26));
            Assert.That(Truth("2024", "literacy"), Is.InRange(0.29, 0.31));
            Assert.That(Truth("2023", "smoking-current"), Is.InRange(0.215, 0.23));
            Assert.That(Truth("2024", "smoking-current"), Is.InRange(0.195, 0.21));
            Assert.That(Truth("2023", "smoking-current", "男"), Is.InRange(0.41, 0.44));
            Assert.That(Truth("2023", "smoking-current", "女"), Is.InRange(0.015, 0.025));
            Assert.That(Truth("2023", "literacy", "城市"), Is.GreaterThan(1.3 * Truth("2023", "literacy", "农村")));
            Assert.That(new[] { "小学及以下", "初中", "高中/中专", "大专及以上" }.Select(level => Truth("2023", "literacy", level)), Is.Ordered);
            Assert.That(new[] { "25~34岁", "35~44岁", "45~54岁", "55~64岁", "65~69岁" }.Select(level => Truth("2023", "literacy", level)), Is.Ordered.Descending);
            Assert.That(IntraclassCorrelation(0), Is.InRange(0.02, 0.05));
        }
    }

    [TestCase(0)]
    [TestCase(1)]
    public void ResponseIsThatOfAGoodSurvey(int wave)
    {
        Disposition[] fates = [.. Made.Value.Waves[wave].Papers.Select(paper => paper.Household.Disposition)];
        Assert.That((double)fates.Count(fate => fate == Disposition.Responded) / fates.Count(fate => fate != Disposition.Ineligible), Is.InRange(0.85, 0.92));
    }

    /// <summary>Of literacy among residents, within villages of the same town: the share of the variance within towns that lies between villages, by analysis of variance.</summary>
    private static double IntraclassCorrelation(int wave)
    {
        County county = County.Make(Made.Value.Plan, 2, null);
        double between = 0, within = 0, freedom = 0, people = 0, squares = 0;
        foreach (IGrouping<Town, (double Count, double Literate)> town in county.Villages.GroupBy(village => village.Place.Town, village => Literate(village, wave)))
        {
            double count = town.Sum(village => village.Count), mean = town.Sum(village => village.Literate) / count;
            between += town.Sum(village => village.Count * Math.Pow((village.Literate / village.Count) - mean, 2));
            within += town.Sum(village => village.Literate * (1 - (village.Literate / village.Count)));
            (freedom, people, squares) = (freedom + town.Count() - 1, people + count, squares + (town.Sum(village => village.Count * village.Count) / count));
        }
        double size = (people - squares) / freedom, meanWithin = within / (people - county.Villages.Length), component = ((between / freedom) - meanWithin) / size;
        return component / (component + meanWithin);
    }

    private static (double Count, double Literate) Literate(Village village, int wave)
    {
        int count = 0, literate = 0;
        for (int k = 0; k < village.People.Length; k++)
            if (village.People[k] is { Age: >= 15 and < 70, IsResident: true })
            {
                count++;
                literate += TrueScale.Total.IsReached(village.Waves[wave].Right[k]) ? 1 : 0;
            }
        return (count, literate);
    }

    private static double Truth(string wave, string indicator, string? level = null)
    {
        Table truth = Made.Value.Truth;
        int row = Enumerable.Range(0, truth.RowCount).Single(row => truth["wave"].TextAt(row) == wave && truth["indicator"].TextAt(row) == indicator && truth["level"].TextAt(row) == level);
        return ((NumberColumn)truth["value"]).Values[row];
    }

    private static StudyData LoadOf(string shape) => Study.Read(Path.Combine(MadePlan.DemoFolder, shape, "study.yaml")).Load();

    /// <summary>A simulation knows levels, and what readers are shown for them is the study's.</summary>
    private static Table WithoutLabels(Table table)
    {
        foreach (string name in table.Columns)
            if (table[name] is CategoryColumn category)
                table = table.With(name, category.Labelled(category.Levels));
        return table;
    }

    private static string[] FilesIn(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    /// <summary>The text of a file, or of each part of a workbook, whose packing may differ.</summary>
    private static string[] ContentOf(string file)
    {
        if (!file.EndsWith(".xlsx", StringComparison.Ordinal))
            return [File.ReadAllText(file, file.Contains("按选项序号", StringComparison.Ordinal) ? OptionsShape.Gb18030 : System.Text.Encoding.UTF8)];
        using ZipArchive archive = ZipFile.OpenRead(file);
        return [.. archive.Entries.Select(entry => new StreamReader(entry.Open()).ReadToEnd())];
    }
}
