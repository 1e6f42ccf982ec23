using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Survey.Monitoring.Golden;

/// <summary>Ten cycles of NHANES through a study: its figures, changes and standard errors are R's.</summary>
[TestFixture]
public sealed class NhanesTests
{
    private static readonly string _shared = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", "..", "shared"));

    private static readonly string[] _cycles = ["1999-2000", "2001-2002", "2003-2004", "2005-2006", "2007-2008", "2009-2010", "2011-2012", "2013-2014", "2015-2016", "2017-2020"];

    [Test]
    public void TheStudyGivesRsSeriesAndChange()
    {
        string data = Path.Combine(_shared, "data", "reference", "nhanes_1999_2020_smoking.csv");
        if (!File.Exists(data))
            Assert.Ignore("the NHANES file is not beside the project");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("survey-nhanes-");
        try
        {
            string file = Path.Combine(folder.FullName, "study.yaml");
            File.WriteAllText(file, StudyOf(data.Replace('\\', '/')));
            StudyVerdicts verdicts = Study.Read(file).Load().Estimate().Judge();
            StudyIndicators indicators = verdicts.Indicators;
            JsonElement series = Result("nhanes_smoking.by.cycle"), change = Result("nhanes_smoking.change.1314.1516");
            Change last = indicators.Changes.Single(own => own.Change.From == "2013-2014").Change;
            using (Assert.EnterMultipleScope())
            {
                Assert.That(indicators.Figures.Select(own => own.Figure!.Value), Is.EqualTo(Numbers(series, "estimate")).Within(1e-12));
                Assert.That(indicators.Figures.Select(own => own.Figure!.StandardError), Is.EqualTo(Numbers(series, "se")).Within(1e-12));
                Assert.That(new[] { last.Difference.Value, last.LogRatio.Value }, Is.EqualTo(Numbers(change, "estimate")).Within(1e-12));
                Assert.That(new[] { last.Difference.StandardError, last.LogRatio.StandardError }, Is.EqualTo(Numbers(change, "se")).Within(1e-12));
                Assert.That(verdicts["fall"].Verdict.Published, Is.EqualTo(PublishedVerdict.NotMet), "-7.7 %");
                Assert.That(verdicts["fall"].Verdict.Figures!.Difference!.StandardError, Is.EqualTo(Numbers(change, "se")[0]).Within(1e-12));
                Assert.That(verdicts["trend"].Verdict.Arms, Has.Count.EqualTo(9));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // one file holds all cycles, so that of each wave the others' rows are out of it
    private static string StudyOf(string data) => $$"""
        format: 1
        title: {en: NHANES}
        columns:
          cycle: {from: svy_year, as: text}
          stratum: {from: svy_strata, as: code}
          psu: {from: svy_psu, as: code}
          weight0: {from: svy_weight_mec, as: number}
          chance: {derive: "1 / weight0"}
          age: {from: demo_age_years, as: number}
          smoke: {from: cc_smoke, codes: {Never: Never, Former: Former, Current: Current} }
        eligibility:
        {{string.Join("\n", _cycles.Select(cycle => $"  - {{keep: \"cycle = '{cycle}'\", reason: another cycle, status: ineligible, waves: \"{cycle}\"}}"))}}
        design: {strata: stratum, clusters: psu, samePlaces: different, degreesOfFreedom: design}
        weighting: {base: [{stage: person, probability: chance}]}
        waves:
        {{string.Join("\n", _cycles.Select(cycle => $"  - {{id: \"{cycle}\", files: {data}}}"))}}
        indicators:
          - {id: smoker, event: "smoke = 'Current'", age: 20+, better: lower}
        targets:
          - {id: fall, indicator: smoker, wave: 2015-2016, rule: {fallsByPercent: 10, since: 2013-2014} }
          - {id: trend, indicator: smoker, rule: {trend: falling} }

        """;

    private static JsonElement Result(string id) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(_shared, "oracle", "change.json"))).RootElement.EnumerateArray().Single(own => own.GetProperty("id").GetString() == id).GetProperty("result");

    private static double[] Numbers(JsonElement result, string name) => [.. result.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
