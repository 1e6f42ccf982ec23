namespace Survey.Monitoring.Tests.Reproducing;

/// <summary>What is not made again is said, and what cannot be written is not begun.</summary>
public sealed class LeftOutTests : ReproducedStudies
{
    [TestCase("  - {id: trees, zh: 树, en: Trees, source: administrative, better: higher}\n", "trees: it comes from records, not from the survey")]
    [TestCase("  - {id: standard, zh: 标化, en: Standardized, event: \"smoke = 'daily'\", better: lower, standardize: {by: ageGroup, population: age.csv, count: 人数}}\n", "standard: it is standardized directly, and standardized rates are not made again here")]
    [TestCase("  - {id: nobody, zh: 无, en: None, event: \"if(age > 99, true, missing)\", better: none}\n", "nobody, 2023: nobody answered in 2023", "nobody, 2024: nobody answered in 2024")]
    public void AnIndicatorThatIsNotMadeAgainIsSaid(string indicator, params string[] why)
    {
        (string folder, IReadOnlyList<string> leftOut) = Reproduced(indicators: Smokers + indicator);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(leftOut, Is.EqualTo(why));
            foreach (string clause in why)
                Assert.That(File.ReadAllText(Path.Combine(folder, "reproduce.R")), Does.Contain($"\"{clause}\""));
            Assert.That(Column(folder, "figures.csv", "indicator").Distinct(), Is.EqualTo(new[] { "smoking-current" }));
        }
    }

    [Test]
    public void AWaveThatIsUnresolvedIsSaid()
    {
        (string folder, IReadOnlyList<string> leftOut) = Reproduced(change: (wave, row) => wave == "2024" && row[0] == Villages[3] ? [.. row[..6], "two", "1"] : row);
        Assert.That(leftOut, Is.EqualTo(new[] { "smoking-current, 2024: something of the wave 2024 is unresolved" }));
        Assert.That(Directory.GetFiles(folder, "wave-*").Select(Path.GetFileName), Is.EqualTo(new[] { "wave-2023.csv" }));
    }

    [Test]
    public void AFigureThatWasPrintedBeforeIsSaid() =>
        Assert.That(Reproduced(rest: "published: [{indicator: smoking-current, wave: \"2019\", value: 25.00 %, age: 18+, document: 公报}]\n").LeftOut, Is.EqualTo(new[] { "smoking-current, 2019: printed before, and the study has no data of it" }));

    [Test]
    public void ChangesThatTheStudyDoesNotKnowAreSaid() =>
        Assert.That(Reproduced(design: Design.Replace("same}", "unknown}", StringComparison.Ordinal)).LeftOut, Is.EqualTo(new[] { "changes: it is not known whether the waves went to the same places (design.samePlaces)" }));

    [Test]
    public void ChangesBetweenWavesThatShareAPartOfTheirPlacesAreSaid()
    {
        (string folder, IReadOnlyList<string> leftOut) = Reproduced(change: (wave, row) => wave == "2024" && row[0] == Villages[0] ? null : row);
        Assert.That(leftOut, Is.EqualTo(new[] { "changes from 2023 to 2024: 11 of 11 PSUs of 2024 are among the 12 of 2023 (declared the same places); a stacked design is right only where all places are in both waves and in the same strata, so that R's survey has no standard error of them" }));
        Assert.That(File.Exists(Path.Combine(folder, "changes.csv")), Is.False);
    }

    [TestCase("adjust", $"{Base}\n  poststratify: {{cells: sex, population: sex.csv, count: 人数}}", true)]
    [TestCase("average", $"{Base}\n  poststratify: {{cells: sex, population: sex.csv, count: 人数}}", true)]
    [TestCase("certainty", $"{Base}\n  poststratify: {{cells: sex, population: sex.csv, count: 人数}}", false)]
    [TestCase("average", Base, false)]
    public void AStratumWithoutAnybodyOfAGroupIsSaidWhereRulesCountItOtherwise(string rule, string weighting, bool isLeftOut)
    {
        IReadOnlyList<string> leftOut = Reproduced(weighting, $"design: {{strata: town, clusters: village, samePlaces: same, lonelyPsu: {rule}}}\n",
            Smokers + $"  - {{id: some-towns, zh: 部分, en: Some towns, event: \"smoke = 'daily'\", population: \"town != '{Villages[^1][..9]}'\", better: lower}}\n",
            (_, row) => row[0] == Villages[0] || row[0] == Villages[1] ? null : row).LeftOut;
        Assert.That(leftOut, isLeftOut ? Is.EqualTo(new[] { "some-towns: a stratum has nobody of its group, which R's rule for strata of one PSU counts otherwise" }) : Is.Empty);
    }

    [TestCase("  - {id: trees, zh: 树, en: Trees, source: administrative, better: higher}\n", "trees: it comes from records, not from the survey.")]
    [TestCase("  - {id: nobody, zh: 无, en: None, event: \"if(age > 99, true, missing)\", better: none}\n", "nobody, 2024: nobody answered in 2024.")]
    public void AStudyWithoutAFigureIsRefused(string indicators, string why)
    {
        StudyIndicators none = Estimated(indicators: indicators);
        string parent = NewFolder();
        Assert.That(() => StudyReproduction.Write(none, Path.Combine(parent, "R")), Throws.TypeOf<SurveyDataException>().With.Message.EqualTo($"{none.Data.Study.File} has no figure that R could make again: {why}"));
        Assert.That(Directory.EnumerateFileSystemEntries(parent), Is.Empty);
    }

    [Test]
    public void AFolderThatHoldsSomethingIsRefused()
    {
        StudyIndicators indicators = Estimated();
        string folder = NewFolder(), file = Path.Combine(folder, "notes.txt");
        File.WriteAllText(file, "kept");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => StudyReproduction.Write(indicators, folder), Throws.TypeOf<SurveyDataException>().With.Message.EqualTo($"{folder} is not empty; name a folder that is not there yet, or empty it."));
            Assert.That(() => StudyReproduction.Write(indicators, file), Throws.TypeOf<SurveyDataException>().With.Message.EqualTo($"{file} is a file; name a folder that is not there yet."));
            Assert.That(() => StudyReproduction.Write(indicators, Path.Combine(file, "R")), Throws.TypeOf<SurveyDataException>().With.Message.EqualTo(
                $"{Path.Combine(file, "R")} cannot be written; check that the folder it is in may be written to, that no other program holds it, and that the disk has room."));
            Assert.That(Directory.EnumerateFileSystemEntries(folder), Is.EqualTo(new[] { file }));
        }
    }

    [Test]
    public void AnEmptyFolderIsTaken()
    {
        string parent = NewFolder(), folder = Directory.CreateDirectory(Path.Combine(parent, "empty")).FullName + Path.DirectorySeparatorChar;
        StudyReproduction.Write(Estimated(), folder);
        Assert.That(File.Exists(Path.Combine(folder, "reproduce.R")));
        Assert.That(Directory.EnumerateFileSystemEntries(parent).Select(Path.GetFileName), Is.EqualTo(new[] { "empty" }));
    }
}
