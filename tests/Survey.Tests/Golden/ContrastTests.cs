using static Survey.Statistic;
using static Survey.Tests.Tolerance;

namespace Survey.Tests.Golden;

/// <summary>Contrasts of two means against R.</summary>
public class ContrastTests
{
    private static IEnumerable<TestCaseData> Cases => GoldenCase.Of("estimates.json", id => id.Contains(".contrast.", StringComparison.Ordinal));

    [TestCaseSource(nameof(Cases))]
    public void MatchesR(GoldenCase golden)
    {
        Estimates means = Samples.Design(golden.Design).Estimate(Mean("api00"), Mean("api99"));
        Contrast[] contrasts = golden.Id.EndsWith("diff", StringComparison.Ordinal)
            ? [means.Contrast("api00 - api99"), means.Contrast([1, -1]), means.Contrast("+1 -1"), means.Contrast("p1 - p2")]
            : [means.Contrast("api00 / api99"), means.Contrast("exp(log(api00) - log(api99))")];
        using (Assert.EnterMultipleScope())
            foreach (Contrast contrast in contrasts)
            {
                Assert.That(contrast.Value, Close(golden.Numbers("estimate")[0], ClosedForm, means[0].Value));
                Assert.That(contrast.StandardError, Close(golden.Numbers("se")[0], ClosedForm));
            }
    }

    [Test]
    public void NoCaseIsLeftOutByMistake() => Assert.That(Cases.Count(), Is.EqualTo(12));
}
