using System.Data.Common;
using Survey.Engines;
using Survey.Files;
using Survey.Monitoring;
using Survey.Reporting;
using static Survey.Expr;

namespace Survey.Tests;

/// <summary>The C# of the README, run.</summary>
public class ReadmeExamples
{
    [Test]
    public void FromExports() =>
        InRepository(() =>
        {
            Study study = Study.Read("datasets/town-exports/study.yaml");
            StudyData data = study.Load();

            Table people = data["2023"].Table!;                                     // the valid people; Everyone has the others too, and why
            Table response = data["2023"].Response!;                                // drawn, met, refused, ineligible, completed, invalid, valid, by town
            foreach (Finding finding in data.Findings.Where(finding => finding.Severity != Severity.Change))
                Console.WriteLine(finding);                                         // a sentence with file, row and column

            Assert.That(people.RowCount, Is.EqualTo(60));
            Assert.That(((NumberColumn)response["valid"]).Values[0], Is.EqualTo(60));
        });

    [Test]
    public void SampleAndWeights() =>
        InRepository(() =>
        {
            Table villages = Table.Read("datasets/demo-county/抽样/村居名册.csv");
            var plan = new SamplingPlan(seed: 20230904, new SamplingStage("村居代码", Allocation.PerStratum(2)) { Strata = "乡镇代码", Method = SelectionMethod.Sampford, MeasureOfSize = "户数" });

            DrawnSample sample = plan.Draw(villages);                               // sample.Units has probabilities and weights
            Table together = sample.JointProbabilities();                           // of each two villages of a town

            StudyWeights weights = Study.Read("datasets/demo-county/clean/study.yaml").Load().Weigh();
            Console.WriteLine(weights["2023"].Result!.Log);                         // a line a step: factors, sums, Kish's design effect
            Estimates smokers = weights["2023"].Design!.By("sex").Proportion(Col("smokeNow").In("daily", "some")); // errors know of the post-stratification

            Assert.That((sample.Units.RowCount, together.RowCount), Is.EqualTo((28, 14)));
            Assert.That(weights["2023"].Result!.Log.Steps, Has.Count.EqualTo(6));
            Assert.That(smokers[0].Value, Is.EqualTo(0.4153).Within(0.0001));
        });

    [Test]
    public void FilesThatAreNeverHeld() =>
        InRepository(() =>
        {
            Rows households = Rows.Open("datasets/two-waves/two_waves.csv");        // or several files, with progress and cancellation
            Estimates byWave = new SurveyDesign(households, weights: "w", strata: "stratum", clusters: "village").By("year").Proportion("literate");

            Estimates held = new SurveyDesign(Table.Read("datasets/two-waves/two_waves.csv"), weights: "w", strata: "stratum", clusters: "village").By("year").Proportion("literate");
            Assert.That(byWave.Select(of => (of.Value, of.StandardError)), Is.EqualTo(held.Select(of => (of.Value, of.StandardError))));
        });

    // no host has such a name, so the example runs to its first statement; tests/Survey.Engines.Tests asks real servers
    [Test]
    public void RowsInADatabase() =>
        InRepository(() => Assert.That(
            Assert.Throws<SurveyDataException>(() =>
            {
                Engine engine = Engine.ClickHouse(new Uri("http://db1.invalid:8123"), "surveys", "surveyor", Environment.GetEnvironmentVariable("CLICKHOUSE_PASSWORD") ?? "");
                engine.Load(Rows.Open("datasets/two-waves/two_waves.csv"), "visits");   // as it is read; into a table that is there with Append

                EngineTable visits = engine.Open("visits");                             // rows stay where they are, also those of a Distributed table
                Estimates byYear = new SurveyDesign(visits, weights: "w", strata: "stratum", clusters: "village").By("year").Proportion("literate");
            })!.Message,
            Does.StartWith("ClickHouse at db1.invalid:8123/surveys could not be connected to: ")));

    [Test]
    public void CalibrationAndReplicates() =>
        InRepository(() =>
        {
            Table schools = Table.Read("datasets/california-schools/apiclus1.csv");
            SurveyDesign raked = new SurveyDesign(schools, weights: "pw", clusters: "dnum", populationSizes: "fpc")
                .Rake(Margin.Counts("stype", ("E", 4_421), ("H", 755), ("M", 1_018)), Margin.Counts("sch.wide", ("No", 1_072), ("Yes", 5_122)));

            Console.WriteLine(raked.Log);                                           // convergence, factors, the sample against the population
            Estimate enrolled = raked.Total("enroll");                              // its variance is of what the margins leave over
            Estimate same = raked.Replicates(ReplicateScheme.RaoWu(500, seed: 1)).Total("enroll"); // raked anew in every replicate

            Assert.That(enrolled.StandardError, Is.EqualTo(400_603).Within(1));
            Assert.That(same.StandardError, Is.EqualTo(enrolled.StandardError).Within(25).Percent);
        });

    [Test]
    public void FromCode() =>
        InRepository(() =>
        {
            Table people = Table.Read("datasets/nhanes-cholesterol/nhanes_chol.csv");
            var design = new SurveyDesign(people, weights: "WTMEC2YR", strata: "SDMVSTRA", clusters: "SDMVPSU");

            Estimate all = design.Proportion("HI_CHOL");                            // value, standard error, df, respondents, missing
            Interval interval = all.Interval();                                     // 95 %, logit

            Estimates byAge = design.By("agecat").Proportion("HI_CHOL");            // one for each domain
            double covariance = byAge.Covariance(0, 1);                             // and the covariance of any two

            Estimate adults = design.Where(Col("agecat") != "(0,19]").Mean("HI_CHOL"); // rows outside stay in the sample
            Console.WriteLine(byAge);                                               // an aligned table

            Contrast gap = byAge.Contrast("""log("(59,Inf]" / "(19,39]")""");       // any smooth function of estimates, by exact derivatives

            Assert.That(gap.StandardError, Is.GreaterThan(0));
            Assert.That(interval.Low, Is.LessThan(all.Value));
            Assert.That(covariance, Is.Not.NaN);
            Assert.That(adults.Value, Is.GreaterThan(all.Value));
        });

    [Test]
    public void ResultsGoOn()
    {
        Estimates byAge = new SurveyDesign(Table.Read(Repository.File("datasets", "nhanes-cholesterol", "nhanes_chol.csv")), weights: "WTMEC2YR", strata: "SDMVSTRA", clusters: "SDMVPSU").By("agecat").Proportion("HI_CHOL");
        string folder = Directory.CreateTempSubdirectory("survey-readme-").FullName;
        In(folder, () =>
        {
            byAge.Save("by_age.html");                                              // or .csv, .json, .xlsx, .parquet
            byAge.Chart().Save("by_age.svg");                                       // estimates and changes, with their intervals
            using DbDataReader reader = byAge.ToTable().ToDataReader();             // for bulk copies; missing is DBNull
            IReadOnlyList<(string Name, Array Values)> columns = byAge.ToTable().ToColumns(); // for data frames

            Assert.That(Directory.GetFiles(folder).Select(Path.GetFileName), Is.EquivalentTo(new[] { "by_age.html", "by_age.svg" }));
            Assert.That((reader.FieldCount, columns[0].Values.Length), Is.EqualTo((columns.Count, 4)));
        });
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public void TwoYears() =>
        InRepository(() =>
        {
            Table years = Table.Read("datasets/two-waves/two_waves.csv");
            Waves both = Waves.Of(years, "year", rows => new SurveyDesign(rows, weights: "w", strata: "stratum", clusters: "village"), samePlaces: true);

            Change change = both.Change(Statistic.Proportion("literate"));          // the two estimates, their covariance, the difference
            RelativeInterval relative = change.RelativeInterval();                  // Fieller's; a base not distinguishable from 0 has none

            Assert.That(relative.Low, Is.LessThan(change.Relative));
        });

    [Test]
    public void Verdicts() =>
        InRepository(() =>
        {
            Table years = Table.Read("datasets/two-waves/two_waves.csv");
            Change change = Waves.Of(years, "year", rows => new SurveyDesign(rows, weights: "w", strata: "stratum", clusters: "village"), samePlaces: true).Change(Statistic.Proportion("literate"));

            StudyVerdicts verdicts = Study.Read("datasets/demo-county/clean/study.yaml").Load().Estimate().Judge();
            Console.WriteLine(verdicts["literacy"].Verdict.ToText(Language.Chinese)); // 2024年居民健康素养水平由...

            var province = new Reference("province", 0.2950m);
            Verdict verdict = Target.AnyOf(Target.RisesByPercent(20), Target.IsAbove(province)).Judge(change); // a change of any two waves
            bool confirmed = verdict.Confidence == ConfidenceVerdict.ConfirmedMet;  // beside verdict.Published

            Assert.That((verdict.Published, confirmed), Is.EqualTo((PublishedVerdict.Met, false)));
            Assert.That(verdicts["literacy"].Verdict.ToText(Language.Chinese), Does.StartWith("2024年居民健康素养水平由"));
        });

    [Test]
    public void Scorecards() =>
        InRepository(() =>
        {
            StudyIndicators figures = Study.Read("datasets/demo-county/study.yaml").Load().Estimate();
            Scorecard card = figures.Judge(Programme.Library["wuzhong-2023"]);
            decimal counted = card.Score.Met, confirmed = card.Score.Confirmed;      // of 99 points
            PartVerdict first = card.Gaps[0];                                       // what to do first, and who owes it by when

            Assert.That((card.Score.Total, confirmed <= counted, first.Part.Units), Is.EqualTo((99m, true, new[] { "health" })));
        });

    private static void InRepository(Action example) => In(Repository.Root, example);

    private static void In(string current, Action example)
    {
        string folder = Environment.CurrentDirectory;
        Environment.CurrentDirectory = current;
        try
        {
            example();
        }
        finally
        {
            Environment.CurrentDirectory = folder;
        }
    }
}
