#:property PublishAot=false
#:project ../src/Survey.Reporting/Survey.Reporting.csproj

// Did health literacy rise between two surveys of the same villages? Run with `dotnet run examples/change.cs [FOLDER]` from the project's root.
// What it writes goes into FOLDER, else into a temporary folder.
using Survey;
using Survey.Files;
using Survey.Reporting;

string folder = args.Length > 0 ? Directory.CreateDirectory(args[0]).FullName : Directory.CreateTempSubdirectory("survey-change-").FullName;

// six of the eight villages of each stratum were visited again; samePlaces says that equal ids are the same villages
Table years = Table.Read("datasets/two-waves/two_waves_new2.csv");
Waves both = Waves.Of(years, "year", rows => new SurveyDesign(rows, weights: "w", strata: "stratum", clusters: "village"), samePlaces: true);

// one change knows its two estimates, their covariance, and how sure the difference is
Change change = both.Change(Statistic.Proportion("literate"));
Console.WriteLine(change);
Console.WriteLine();

// any smooth function of the waves: p1 and p2 are their proportions
Contrasts contrasts = both.Contrasts(["p2 - 1.2 * p1 as over_target", "log(p2 / p1) as log_ratio"], Statistic.Proportion("literate"));
Console.WriteLine(contrasts);

// the change in each stratum, each with its own interval
Changes byStratum = both.By("stratum").Changes(Statistic.Proportion("literate"));
Console.WriteLine(byStratum);

// the same for people (html, svg) and for other programs (csv, json, xlsx, parquet)
byStratum.Save(Path.Combine(folder, "by_stratum.html"));
byStratum.Save(Path.Combine(folder, "by_stratum.csv"));
contrasts.Save(Path.Combine(folder, "contrasts.json"));
ResultChart chart = byStratum.Chart(title: "Change of health literacy by stratum").WithNote("Source: a made-up county, datasets/two-waves.");
chart.Save(Path.Combine(folder, "by_stratum.svg"));
foreach (string file in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
    Console.WriteLine($"wrote {file}");
