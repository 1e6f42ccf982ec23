using Survey.Files;
using Survey.Monitoring.Tests.Made;

namespace Survey.Monitoring.Tests.Reproducing;

/// <summary>What the files for R hold of people and places, and what they do not.</summary>
public sealed class HandedOnTests : ReproducedStudies
{
    private const string ByTown = $"{Base}\n  rake: {{margins: [{{cells: [town, sex], population: town_sex.csv, count: 人数}}, {{cells: ageGroup, population: age.csv, count: 人数}}]}}";

    private static readonly string VillageIndicators = Smokers
        + $"  - {{id: there, zh: 某村, en: There, event: \"village = '{Villages[0]}'\", better: none}}\n"
        + $"  - {{id: smoking-there, zh: 某镇, en: Smoking there, event: \"smoke = 'daily'\", population: \"town != '{Villages[0][..9]}'\", better: lower}}\n";

    [Test]
    public void AWaveHasItsDesignItsCellsAndItsIndicators()
    {
        string folder = Reproduced($"{Base}\n  poststratify: {{cells: [sex, ageGroup], population: sex_age.csv, count: 人数}}", indicators: Smokers + "  - {id: cigarettes, zh: 支数, en: Cigarettes, numerator: cigarettes, denominator: age, better: lower, population: \"sex = '男'\"}\n").Folder;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Directory.GetFiles(folder).Select(Path.GetFileName), Is.EquivalentTo(new[] { "wave-2023.csv", "wave-2024.csv", "population-sex_ageGroup.csv", "figures.csv", "changes.csv", "reproduce.R" }));
            Assert.That(File.ReadLines(Path.Combine(folder, "wave-2023.csv")).First(), Is.EqualTo("wave,stratum,psu,weight,sex_ageGroup,aged_18_up,cigarettes.people,smoking_current,cigarettes.numerator,cigarettes.denominator"));
            Assert.That(File.ReadAllText(Path.Combine(folder, "population-sex_ageGroup.csv")), Does.StartWith("wave,sex_ageGroup,label,people\n2023,2023:1,\"男, 15-44\",1000\n"));
            Assert.That(Column(folder, "wave-2023.csv", "smoking_current").Distinct(), Is.EquivalentTo(new[] { "0", "1", "" }));
            Assert.That(Column(folder, "wave-2023.csv", "aged_18_up").Distinct(), Is.EquivalentTo(new[] { "0", "1" }));
        }
    }

    [Test]
    public void NoFileHasACodeOfAPlaceOrAColumnThatLooksPersonal([Values(null, Base, ByTown)] string? weighting)
    {
        string folder = Reproduced(weighting, indicators: VillageIndicators).Folder;
        using (Assert.EnterMultipleScope())
        {
            foreach ((string name, string text) in Texts(folder))
                Assert.That(Villages.SelectMany(village => (string[])[village, village[..9]]).Where(text.Contains), Is.Empty, name);
            foreach (string file in Directory.GetFiles(folder, "*.csv"))
                Assert.That(PersonalData.Find(Table.Read(file)), Is.Empty, file);
        }
    }

    [Test]
    public void TheDemonstrationCountyHandsOnNoCodeOfAPlace()
    {
        string folder = Path.Combine(NewFolder(), "R");
        StudyIndicators indicators = Study.Read(Path.Combine(MadePlan.DemoFolder, "clean", "study.yaml")).Load().Estimate();
        StudyReproduction.Write(indicators, folder);
        string[] codes = [.. indicators.Data.Waves.SelectMany(wave => (string[])["town", "village"], (wave, column) => ((CategoryColumn)wave.Everyone![column]).Levels).SelectMany(levels => levels).Distinct()];
        Assert.That(codes, Has.Length.GreaterThan(20));
        foreach ((string name, string text) in Texts(folder))
            Assert.That(codes.Where(text.Contains), Is.Empty, name);
        foreach (string file in Directory.GetFiles(folder, "*.csv"))
            Assert.That(PersonalData.Find(Table.Read(file)), Is.Empty, file);
    }

    [Test]
    public void AnIndicatorThatRepeatsPhoneNumbersIsNotHandedOn()
    {
        StudyIndicators indicators = Estimated(indicators: "  - {id: calls, zh: 电话, en: Calls, numerator: phone, denominator: age, better: none}\n");
        string parent = NewFolder(), folder = Path.Combine(parent, "R");
        Assert.That(() => StudyReproduction.Write(indicators, folder), Throws.TypeOf<SurveyDataException>().With.Message.EqualTo(
            $"{folder} is not written, as in wave-2023.csv the column 'calls.numerator' looks like phone numbers (192 of 192 values); let the indicator that asks for it count a condition, or leave the indicator out of the study."));
        Assert.That(Directory.EnumerateFileSystemEntries(parent), Is.Empty);
    }

    [TestCase("same", true)]
    [TestCase("different", false)]
    public void APlaceHasOneNumberInAllWavesThatShareIt(string samePlaces, bool isShared)
    {
        // in 2024 the villages stand in another order, and one is new
        string folder = Reproduced(design: $"design: {{strata: town, clusters: village, samePlaces: {samePlaces}}}\n", change: (wave, row) => wave == "2024" && row[0] == Villages[0] ? [$"{Villages[0][..9]}299", .. row[1..]] : row).Folder;
        string[] before = [.. Column(folder, "wave-2023.csv", "psu").Distinct()], after = [.. Column(folder, "wave-2024.csv", "psu").Distinct()];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(before.Concat(after).Distinct().Count(), Is.EqualTo(isShared ? 13 : 24));
            Assert.That(before.Skip(1), isShared ? Is.EqualTo(after.Skip(1)) : Is.Not.EqualTo(after.Skip(1)));
        }
    }

    [Test]
    public void WeightsAreThoseBeforeCalibrationAndAfterTrimming()
    {
        StudyIndicators indicators = Estimated($"{Base}\n  trim: {{above: 1.2 medians}}\n  poststratify: {{cells: sex, population: sex_waves.csv, count: 人数, sameForAllWaves: false}}");
        string folder = Path.Combine(NewFolder(), "R");
        StudyReproduction.Write(indicators, folder);
        double[] weights = [.. Column(folder, "wave-2023.csv", "weight").Select(text => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.That(weights.Sum(), Is.EqualTo(indicators.Weights!["2023"].Result!.Log.Steps.Last(step => step.What == "trimming").Sum).Within(1e-9));
        Assert.That(indicators.Weights["2023"].Result!.Log.Steps[^1].Sum, Is.EqualTo(3_300).Within(1e-9));
    }

    [Test]
    public void WithoutWeightingEverybodyCounts1() =>
        Assert.That(Column(Reproduced(weighting: null).Folder, "wave-2024.csv", "weight").Distinct(), Is.EqualTo(new[] { "1" }));
}
