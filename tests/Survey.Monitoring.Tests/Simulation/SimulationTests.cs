using Survey.Monitoring.Tests.Made;

namespace Survey.Monitoring.Tests.Simulating;

/// <summary>A simulation is the same for any number of threads, and its files are read whatever the plan.</summary>
public sealed class SimulationTests
{
    private const string Same = "villages: same ";

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("survey-simulation-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void OneThreadAndThreeMakeTheSameBits()
    {
        SimulationPlan plan = Plans.Small();
        Simulation one = Simulation.Run(plan, 1), three = Simulation.Run(plan, 3);
        TableAssert.AreIdentical(three.Truth, one.Truth);
        TableAssert.AreIdentical(three.Population, one.Population);
        TableAssert.AreIdentical(three.Villages, one.Villages);
        TableAssert.AreIdentical(three.Visits, one.Visits);
        foreach ((SimulatedWave first, SimulatedWave second) in one.Waves.Zip(three.Waves))
            TableAssert.AreIdentical(second.Households, first.Households);
    }

    [Test]
    public void FilesAreTheSameBytesEachTime()
    {
        Simulation made = Simulation.Run(Plans.Small(), 2);
        made.Write(Path.Combine(_folder, "a"));
        made.Write(Path.Combine(_folder, "b"));
        foreach (string file in Directory.EnumerateFiles(Path.Combine(_folder, "a"), "*", SearchOption.AllDirectories))
            Assert.That(File.ReadAllBytes(file.Replace($"{Path.DirectorySeparatorChar}a{Path.DirectorySeparatorChar}", $"{Path.DirectorySeparatorChar}b{Path.DirectorySeparatorChar}", StringComparison.Ordinal)), Is.EqualTo(File.ReadAllBytes(file)), file);
    }

    [Test]
    public void AnotherSeedMakesAnotherCounty() =>
        Assert.That(TableAssert.FirstDifference(Simulation.Run(Plans.Small(("seed: ", "seed: 1")), 1).Truth, Simulation.Run(Plans.Small(), 1).Truth), Is.Not.Null);

    [TestCase("villages: {keep: 0.5} ", "4 of 8 values of village in 2024 occur in 2023, which has 8.")]
    [TestCase("villages: new ", "0 of 8 values of village in 2024 occur in 2023, which has 8.")]
    [TestCase("villages: same ", "8 of 8 values of village in 2024 occur in 2023, which has 8.")]
    public void OtherVillagesAreReadAsWell(string villages, string shared)
    {
        Simulation made = Simulation.Run(Plans.Small((Same, villages)), 1);
        made.Write(_folder);
        foreach (string shape in new[] { "clean", "towns", "options" })
        {
            StudyData data = Study.Read(Path.Combine(_folder, shape, "study.yaml")).Load();
            Assert.That(data.Findings.Where(finding => finding.Severity == Severity.Unresolved), Is.Empty);
            Assert.That(data.Findings.Where(finding => finding.Message == shared && finding.Severity == Severity.Change), Has.One.Items);
            Assert.That(data["2024"].Everyone!.RowCount, Is.EqualTo(made.Waves[1].Households.RowCount));
        }
    }

    /// <summary>One word says of all waves whether places are the same; where some are and some are not, it says that.</summary>
    [Test]
    public void WavesThatDifferInTheirVillagesAreNotDeclaredTheSame()
    {
        Simulation.Run(
            Plans.Small(
                ("villages: [6, 8] ", "villages: [10, 12] "),
                ("shapes: [clean, towns, options]", "  - {id: \"2025\", fieldwork: [2025-09-01, 2025-09-30], villages: new, change: {literacy: 0.1, quitting: 5 %, starting: {men: 1 %, women: 0 %}, secondHand: 0, exercise: 0}}\n\nshapes: [clean]")),
            2).Write(_folder);
        string study = Path.Combine(_folder, "clean", "study.yaml");
        Assert.That(File.ReadAllText(study), Does.Contain("samePlaces: unknown\n"));
        Assert.That(Study.Read(study).Load().Findings.Where(finding => finding.Message.Contains("two ways", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void ThreeWavesAndOneShape()
    {
        SimulationPlan plan = Plans.Small(
            ("shapes: [clean, towns, options]", "  - {id: \"2025\", fieldwork: [2025-09-01, 2025-09-30], villages: {keep: 0.5}, change: {literacy: 0.1, quitting: 5 %, starting: {men: 1 %, women: 0 %}, secondHand: 0, exercise: 0}}\n\nshapes: [options]"));
        Simulation made = Simulation.Run(plan, 2);
        made.Write(_folder);
        StudyData data = Study.Read(Path.Combine(_folder, "options", "study.yaml")).Load();
        Assert.That(data.Waves.Select(wave => (wave.Wave.Id, wave.Wave.Role, wave.IsResolved)), Is.EqualTo([("2023", "baseline", true), ("2024", "monitoring", true), ("2025", "final", true)]));
        Assert.That(Directory.Exists(Path.Combine(_folder, "towns")), Is.False);
    }

    [Test]
    public void ProgressEndsWithAllVillages()
    {
        var reports = new Reports();
        Simulation made = Simulation.Run(Plans.Small(), 2, reports);
        int villages = made.Villages.RowCount;
        Assert.That(reports.All.Order(), Is.EqualTo(Enumerable.Range(1, villages)));
        Assert.That(reports.Total, Is.EqualTo(villages));
    }

    [Test]
    public void TheFramesAddUp()
    {
        Simulation made = Simulation.Run(Plans.Small(), 1);
        Assert.That(Sum(made.Villages, "户数"), Is.EqualTo(Sum(made.Population, "households")));
        Assert.That(Sum(made.Visits, "抽取户数"), Is.EqualTo(made.Waves.Sum(wave => wave.Households.RowCount)));
        Assert.That(made.Visits.RowCount, Is.EqualTo(2 * 2 * 4));
    }

    [Test]
    public void NoThreadIsRefused() =>
        Assert.That(() => Simulation.Run(Plans.Small(), 0), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void AFileInTheWayIsNamed()
    {
        string file = Path.Combine(_folder, "抽样");
        File.WriteAllText(file, "");
        Assert.That(() => Simulation.Run(Plans.Small(), 1).Write(_folder), Throws.TypeOf<SurveyDataException>().With.Message.StartsWith($"{Path.Combine(file, "村居名册.csv")} cannot be written; check that its folder"));
    }

    private static double Sum(Table table, string column) => Enumerable.Range(0, table.RowCount).Sum(row => ((NumberColumn)table[column]).Values[row]);

    private sealed class Reports : IProgress<SimulationProgress>
    {
        private readonly Lock _one = new();

        public List<int> All { get; } = [];

        public int Total { get; private set; }

        public void Report(SimulationProgress value)
        {
            lock (_one)
            {
                All.Add(value.Villages);
                Total = value.AllVillages;
            }
        }
    }
}
