#:property PublishAot=false
#:project ../src/Survey.Reporting/Survey.Reporting.csproj

// A county's study, from the files it was handed to its report: run with `dotnet run examples/county.cs [FOLDER]` from the project's root.
// What it writes goes into FOLDER, else into a temporary folder. The county is simulated: nobody in its files is real.
using Survey;
using Survey.Files;
using Survey.Monitoring;
using Survey.Reporting;
using static Survey.Expr;

string folder = args.Length > 0 ? Directory.CreateDirectory(args[0]).FullName : Directory.CreateTempSubdirectory("survey-county-").FullName;

// the files as the study declares them; whatever was changed, dropped or doubted is a finding
StudyData data = Study.Read("datasets/demo-county/study.yaml").Load();
foreach (WaveData wave in data.Waves)
    Console.WriteLine($"{wave.Wave.Id}: {wave.Table!.RowCount} valid people of {wave.Everyone!.RowCount} drawn");
Console.WriteLine($"{data.Findings.Count} findings, {data.Findings.Count(finding => finding.Severity == Severity.Unresolved)} unresolved");
Console.WriteLine();

// weights: chances of selection, nonresponse, trimming, population; their log has a row a step
StudyWeights weights = data.Weigh();
WeightLog log = weights["2024"].Result!.Log;
Console.WriteLine($"2024: {string.Join(", ", log.Steps.Select(step => step.What))}");
Console.WriteLine();

// any estimate of one's own; its errors know of the post-stratification
Estimates smokers = weights["2024"].Design!.By("sex", "ageGroup").Proportion(Variable.Parse("smokeNow in ('daily', 'some') as smokes"));
Console.WriteLine(smokers);

// the study's indicators in both waves, and the notice's points
StudyIndicators indicators = data.Estimate();
Console.WriteLine(indicators["literacy", "2024"]!.Estimate);
Scorecard card = indicators.Judge(Programme.Library["wuzhong-2023"]);
Console.WriteLine($"{card.Programme.Id}: {card.Score.Met} points as the notice counts, of these {card.Score.Confirmed} confirmed");
Console.WriteLine();

// files for people and for programs, a chart, and the finished report
log.Save(Path.Combine(folder, "weights.html"));
smokers.Save(Path.Combine(folder, "smokers.html"));
smokers.Save(Path.Combine(folder, "smokers.xlsx"));
card.Save(Path.Combine(folder, "scorecard.csv"));
smokers.Chart(ChartForm.Lines, "现在吸烟率", standard: PresentationStandards.Nchs, language: Language.Chinese).WithNote("模拟数据。").Save(Path.Combine(folder, "smokers.svg"));
FinishedReport report = indicators.Judge().Report(language: Language.Chinese, date: new DateOnly(2024, 11, 29));
foreach (string ending in (string[])["html", "docx", "xlsx"])
    report.Save(Path.Combine(folder, $"{report.FileName}.{ending}"));
foreach (string file in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
    Console.WriteLine($"wrote {file}");
