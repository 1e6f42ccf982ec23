#:property PublishAot=false
#:project ../src/Survey.Files/Survey.Files.csproj

// High cholesterol in the United States, 2009-2010: run with `dotnet run examples/first.cs` from the project's root.
using Survey;
using Survey.Files;
using static Survey.Expr;

Table people = Table.Read("datasets/nhanes-cholesterol/nhanes_chol.csv");
var design = new SurveyDesign(people, weights: "WTMEC2YR", strata: "SDMVSTRA", clusters: "SDMVPSU");

// one estimate, with its standard error, interval, respondents and missing answers
Console.WriteLine(design.Proportion("HI_CHOL"));
Console.WriteLine();

// one for each domain; expressions make variables on the way
Variable high = Variable.Parse("HI_CHOL as high_cholesterol");
Expr sex = When(Col("RIAGENDR") == 1, Text("men"), Text("women"));
Estimates bySexAndAge = design.By(((Variable)sex).As("sex"), "agecat").Proportion(high);
Console.WriteLine(bySexAndAge);

// several at once share one pass over the rows and one covariance matrix
Estimates two = design.Where(Col("agecat") != "(0,19]").Estimate(Statistic.Proportion(high), Statistic.Total(high));
Console.WriteLine(two);
Console.WriteLine($"covariance of the two: {two.Covariance(0, 1):G6}");
