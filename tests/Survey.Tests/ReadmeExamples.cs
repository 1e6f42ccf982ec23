using Survey.Files;
using static Survey.Expr;

namespace Survey.Tests;

/// <summary>The C# of the README, run.</summary>
public class ReadmeExamples
{
    [Test]
    public void FromCode()
    {
        string folder = Environment.CurrentDirectory;
        Environment.CurrentDirectory = Repository.Root;
        try
        {
            Table people = Table.Read("datasets/nhanes-cholesterol/nhanes_chol.csv");
            var design = new SurveyDesign(people, weights: "WTMEC2YR", strata: "SDMVSTRA", clusters: "SDMVPSU");

            Estimate all = design.Proportion("HI_CHOL");                            // value, standard error, df, respondents, missing
            Interval interval = all.Interval();                                     // 95 %, logit

            Estimates byAge = design.By("agecat").Proportion("HI_CHOL");            // one for each domain
            double covariance = byAge.Covariance(0, 1);                             // and the covariance of any two

            Estimate adults = design.Where(Col("agecat") != "(0,19]").Mean("HI_CHOL"); // rows outside stay in the sample
            Console.WriteLine(byAge);                                               // an aligned table

            Assert.That(interval.Low, Is.LessThan(all.Value));
            Assert.That(covariance, Is.Not.NaN);
            Assert.That(adults.Value, Is.GreaterThan(all.Value));
        }
        finally
        {
            Environment.CurrentDirectory = folder;
        }
    }
}
