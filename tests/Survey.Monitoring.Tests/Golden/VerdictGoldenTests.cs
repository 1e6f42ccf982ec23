namespace Survey.Monitoring.Golden;

/// <summary>Verdicts against the formulas worked out in R.</summary>
public sealed class VerdictGoldenTests
{
    private const double ClosedForm = 1e-12, Distribution = 1e-9, Integrated = 2e-5;

    private static IEnumerable<TestCaseData> Verdicts => GoldenVerdicts.Of("verdicts.tsv");

    // a combination has no interval of its own
    private static IEnumerable<TestCaseData> Singles => Verdicts.Where(own => ((GoldenVerdicts.Row)own.Arguments[0]!).Rule is not (AnyOfTarget or AllOfTarget));

    private static IEnumerable<TestCaseData> Chances => GoldenVerdicts.Of("passing.tsv");

    private static IEnumerable<TestCaseData> Limits => GoldenVerdicts.Of("reference-se.tsv");

    [TestCaseSource(nameof(Verdicts))]
    public void PValuesAndVerdicts(object row)
    {
        var golden = (GoldenVerdicts.Row)row;
        Verdict verdict = golden.Rule.Judge(golden.Evidence());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(verdict.PMet, Close(golden["pMet"], Distribution));
            Assert.That(verdict.PNotMet, Close(golden["pNotMet"], Distribution));
            Assert.That(verdict.Published, Is.EqualTo(golden.Text("published") == "met" ? PublishedVerdict.Met : PublishedVerdict.NotMet));
            Assert.That(verdict.Confidence, Is.EqualTo(golden.Text("confidence") switch { "confirmed met" => ConfidenceVerdict.ConfirmedMet, "confirmed not met" => ConfidenceVerdict.ConfirmedNotMet, _ => ConfidenceVerdict.Undetermined }));
            Assert.That(verdict.IsContradictory, Is.False);
        }
    }

    [TestCaseSource(nameof(Singles))]
    public void IntervalsOfSingleRules(object row)
    {
        var golden = (GoldenVerdicts.Row)row;
        ArmFigures? arm = golden.Rule.Judge(golden.Evidence()).Conditions.First().Figures;
        (double low, double high) = arm!.Kind switch
        {
            ArmKind.Relative => arm.RelativeInterval,
            ArmKind.Level => arm.After.Interval(),
            _ => (arm.Difference!.Interval().Low, arm.Difference.Interval().High),
        };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(low, Close(golden["low"], Distribution));
            Assert.That(high, Close(golden["high"], Distribution));
        }
    }

    [TestCaseSource(nameof(Chances))]
    public void ChancesOfPassing(object row)
    {
        var golden = (GoldenVerdicts.Row)row;
        Evidence evidence = golden.Evidence();
        Assert.That(golden.Rule.Judge(evidence).Chances[^1].Chance, Is.EqualTo(golden["chance"]).Within(Integrated), "with the truth as it was estimated");
    }

    [TestCaseSource(nameof(Limits))]
    public void WhatWouldChangeTheVerdict(object row)
    {
        var golden = (GoldenVerdicts.Row)row;
        Verdict verdict = golden.Rule.Judge(golden.Evidence());
        using (Assert.EnterMultipleScope())
        {
            if (golden.Rule is ReferenceTarget)
                Assert.That(verdict.Figures!.ReferenceErrorLimit, Close(golden["seRefLimit"], Distribution));
            else
            {
                Assert.That(verdict.Detectable!.TrueChange, Close(golden["relativeDetectable"], Distribution));
                Assert.That(verdict.Detectable.TrueDifference, Close(golden["pointsDetectable"], Distribution));
            }
        }
    }

    private static NUnit.Framework.Constraints.Constraint Close(double expected, double tolerance) =>
        double.IsNaN(expected) ? Is.NaN : Is.EqualTo(expected).Within(Math.Max(tolerance * Math.Abs(expected), ClosedForm * 1e-3));
}
