using Survey.Files;
using Survey.Monitoring.Simulating;

namespace Survey.Monitoring.Tests.Simulating;

/// <summary>A large file of households is the same bytes for any number of threads, reads as a table, and holds what it says.</summary>
public sealed class HouseholdFileTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("survey-households-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase(1, false)]
    [TestCase(8_192, true)]
    [TestCase(60_000, false)]
    [TestCase(60_000, true)]
    public void TheSameSeedGivesTheSameBytesForAnyNumberOfThreads(int households, bool sorted)
    {
        byte[] one = Written(new HouseholdNation(households, Seed: 7, Sorted: sorted), threads: 1);
        Assert.That(one.Count(letter => letter == '\n'), Is.EqualTo(1 + households));
        foreach (int threads in new[] { 1, 2, 8 })
            Assert.That(Written(new HouseholdNation(households, Seed: 7, Sorted: sorted), threads).SequenceEqual(one), $"{threads} threads");
        Assert.That(Written(new HouseholdNation(households, Seed: 8, Sorted: sorted), threads: 2).SequenceEqual(one), Is.False, "another seed");
    }

    [Test]
    public void AllOfItIsReadAndItsSharesAreNearTheTruth()
    {
        Table table = Read(new HouseholdNation(200_000));
        Assert.That(table.Columns, Is.EqualTo(["stratum", "psu", "region", "district", "area", "household", "sex", "age", "occupation", "weight", "smoker", "literate", "spending"]));
        string[] texts = [.. table.Columns.Where(name => table[name].Type == ColumnType.Category)];
        Assert.That(texts, Is.EqualTo(["region", "district", "area", "sex", "occupation"]));
        Assert.That(texts.Select(name => ((CategoryColumn)table[name]).Levels.Count), Is.EqualTo([10, 300, 2, 2, 10]));
        Assert.That(table.Columns.Where(name => name != "smoker").Sum(name => table[name].CountMissing()), Is.Zero);
        Assert.That(table["smoker"].CountMissing() / 200_000.0, Is.EqualTo(0.03).Within(0.002)); // five standard errors of a share of 200,000
        Assert.That(Numbers(table, "household"), Is.EqualTo(Enumerable.Range(1, 200_000).Select(number => (double)number)));

        var design = new SurveyDesign(table, weights: "weight", strata: "stratum", clusters: "psu");
        Estimates smoking = design.By("sex").Proportion("smoker");
        Assert.That(smoking.Single(own => own.Domain[0].Level == "M").Value, Is.EqualTo(0.45).Within(0.02));
        Assert.That(smoking.Single(own => own.Domain[0].Level == "F").Value, Is.EqualTo(0.03).Within(0.005));
        Assert.That(design.Proportion("smoker").DesignEffect, Is.GreaterThan(1.3), "PSUs differ");
    }

    [TestCase(1_000, 3, 4)]
    [TestCase(5, 2, 40)]
    public void SortedRowsStandPsuByPsuInEqualNumbers(int households, int strata, int psus)
    {
        Table table = Read(new HouseholdNation(households, strata, psus, Sorted: true));
        double[] stratum = Numbers(table, "stratum"), psu = Numbers(table, "psu");
        int[] units = [.. Enumerable.Range(0, households).Select(row => (((int)stratum[row] - 1) * psus) + (int)psu[row] - 1)];
        Assert.That(units, Is.EqualTo(Enumerable.Range(0, households).Select(row => row * strata * psus / households)));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void PsusAreNumberedInTheirStrata(bool sorted)
    {
        Table table = Read(new HouseholdNation(20_000, 7, 5, Sorted: sorted));
        double[] stratum = Numbers(table, "stratum"), psu = Numbers(table, "psu");
        Assert.That(stratum.Zip(psu).Distinct().Order(), Is.EqualTo(from one in Enumerable.Range(1, 7) from other in Enumerable.Range(1, 5) select ((double)one, (double)other)));
    }

    [Test]
    public void WorkThatIsStoppedLeavesTheEarlierFileAsItWas()
    {
        string file = Path.Combine(_folder, "households.csv");
        File.WriteAllText(file, "earlier");
        using var source = new CancellationTokenSource();
        Assert.That(
            () => HouseholdFile.Write(new HouseholdNation(1_000_000), file, 2, new StopAfter(3, source), source.Token),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(File.ReadAllText(file), Is.EqualTo("earlier"));
        Assert.That(Directory.GetFiles(_folder), Is.EqualTo([file]), "nothing is left beside it");
    }

    [TestCase(0, 50, 40)]
    [TestCase(HouseholdNation.MostHouseholds + 1, 50, 40)]
    [TestCase(1, 0, 40)]
    [TestCase(1, 50, 0)]
    [TestCase(1, 1_001, 1_000)]
    [TestCase(1, 65_536, 65_536)]
    public void WhatCannotBeMadeIsRefused(long households, int strata, int psus) =>
        Assert.That(() => HouseholdFile.Write(new HouseholdNation(households, strata, psus), Path.Combine(_folder, "x.csv"), 1), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void AFileThatCannotBeWrittenIsSaid() =>
        Assert.That(
            () => HouseholdFile.Write(new HouseholdNation(10), Path.Combine(_folder, "nowhere", "x.csv"), 2),
            Throws.InstanceOf<SurveyDataException>().With.Message.Contains("cannot be written"));

    private byte[] Written(HouseholdNation nation, int threads)
    {
        string file = Path.Combine(_folder, "households.csv");
        HouseholdFile.Write(nation, file, threads);
        return File.ReadAllBytes(file);
    }

    private Table Read(HouseholdNation nation)
    {
        string file = Path.Combine(_folder, "households.csv");
        HouseholdFile.Write(nation, file, threads: 2);
        return Table.Read(file);
    }

    private static double[] Numbers(Table table, string name) => ((NumberColumn)table[name]).Values.ToArray();

    /// <summary>Stops the work when it has said so often how far it is.</summary>
    private sealed class StopAfter(int reports, CancellationTokenSource source) : IProgress<HouseholdProgress>
    {
        private int _reports;

        public void Report(HouseholdProgress value)
        {
            if (++_reports == reports)
                source.Cancel();
        }
    }
}
