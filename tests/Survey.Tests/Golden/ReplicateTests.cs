using System.Text.Json;
using static Survey.Expr;
using static Survey.Statistic;
using static Survey.Tests.Tolerance;

namespace Survey.Tests.Golden;

/// <summary>Replicate weights, made and supplied, against R.</summary>
public class ReplicateTests
{
    private static readonly Margin Types = Margin.Counts("stype", ("E", 4_421), ("H", 755), ("M", 1_018));

    // quantiles and regression are not there yet
    private static bool IsEstimated(string id) => !id.Contains("median", StringComparison.Ordinal) && id != "cps.fay.glm";

    private static IEnumerable<TestCaseData> First => GoldenCase.Of("replicates.json", IsEstimated);

    private static IEnumerable<TestCaseData> Second => GoldenCase.Of("replicates_2.json", IsEstimated);

    [Test]
    public void NoCaseIsLeftOutByMistake() => Assert.That((First.Count(), Second.Count()), Is.EqualTo((11 - 2, 21 - 3)));

    [TestCaseSource(nameof(First))]
    [TestCaseSource(nameof(Second))]
    public void MatchesR(GoldenCase golden)
    {
        string[] parts = golden.Id.Split('.');
        switch (parts)
        {
            case ["dstrat" or "dstrat_wr" or "dclus1" or "dclus2_wr", "JKn" or "JK1"]:
                MatchesRIn(golden, Made(golden));
                break;
            case ["dclus1" or "dclus2_wr", "JK1", "mse"]:
                AgainstR.Compare(golden, Samples.Design(golden.Design).Replicates(ReplicateScheme.JK1(), ReplicateCentre.FullEstimate).Estimate(Mean("api00"), Mean("api99")));
                break;
            case ["dclus1" or "dclus2_wr", "JK1", "domain"]:
                AgainstR.Compare(golden, Samples.Design(golden.Design, DegreesOfFreedomRule.Domain).Replicates(ReplicateScheme.JK1()).Where(Col("stype") == "E").Estimate(Mean("api00")));
                break;
            case ["dclus1" or "dclus2_wr", "JK1", "by", "cov"]:
                AgainstR.Compare(golden, Made(golden).By("stype").Mean("api00"));
                break;
            case ["dclus1" or "dclus2_wr", "JK1", "poststratified"]:
                PostStratifiedMatchesR(golden);
                break;
            case ["scd", ..]:
                AmbulancesMatchR(golden);
                break;
            case ["dnhanes", "JKn"]:
                AgainstR.Compare(golden, Samples.Design("dnhanes").Replicates(ReplicateScheme.JKn()).Estimate(Mean("HI_CHOL")));
                break;
            case ["dnhanes20", _]:
                GivenFactorsMatchR(golden);
                break;
            default:
                SuppliedMatchesR(golden);
                break;
        }
    }

    private static ReplicateDesign Made(GoldenCase golden) =>
        Samples.Design(golden.Design).Replicates(golden.Id.Contains("JKn", StringComparison.Ordinal) ? ReplicateScheme.JKn() : ReplicateScheme.JK1());

    private static void MatchesRIn(GoldenCase golden, ReplicateDesign design)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(design.ReplicateCount, Is.EqualTo((int)golden.Numbers("n_replicates")[0]));
            Assert.That(design.DegreesOfFreedom, Is.EqualTo((long)golden.Numbers("degf")[0]));
            Assert.That(design.Scale, Close(golden.Numbers("scale")[0], ClosedForm));
            Assert.That(design.RScales.Order(), Is.EqualTo(golden.Numbers("rscales").Order()).Within(1e-12)); // R has the strata in the order of their rows
        }
        AgainstR.Compare(Part(golden, "mean.api"), design.Estimate(Mean("api00"), Mean("api99")));
        AgainstR.Compare(Part(golden, "total.enroll"), design.Estimate(Total("enroll")));
        AgainstR.Compare(Part(golden, "by.stype") with { Call = "svyby" }, design.By("stype").Mean("api00"));
        RatioMatches(golden.Result.GetProperty("ratio"), design.Ratio("api.stu", "enroll"));
    }

    private static void PostStratifiedMatchesR(GoldenCase golden)
    {
        SurveyDesign design = Samples.Design(golden.Design);
        foreach (ReplicateDesign calibrated in (ReplicateDesign[])[design.Replicates(ReplicateScheme.JK1()).PostStratify(Types), design.PostStratify(Types).Replicates(ReplicateScheme.JK1())])
        {
            AgainstR.Compare(Part(golden, "mean"), calibrated.Estimate(Mean("api00")));
            AgainstR.Compare(Part(golden, "total"), calibrated.Estimate(Total("enroll")));
            Estimates types = calibrated.Estimate(Total(Col("stype") == "E"), Total(Col("stype") == "H"), Total(Col("stype") == "M"));
            Assert.That(types.Select(type => type.Value), Is.EqualTo(new double[] { 4_421, 755, 1_018 }).Within(1e-9));
            Assert.That(types.Select(type => type.StandardError), Is.All.LessThan(1e-9)); // R has the rounding of 0
        }
    }

    private static void AmbulancesMatchR(GoldenCase golden)
    {
        Table table = Samples.Table("scd").With("one", NumberColumn.Owning([1, 1, 1, 1, 1, 1]));
        var linearized = new SurveyDesign(table, "one", "ESA", "ambulance");
        const ReplicateCentre Centre = ReplicateCentre.Mean;
        Estimates estimates = golden.Id switch
        {
            "scd.linearized" => linearized.Estimate(Ratio("alive", "arrests")),
            "scd.BRR.made" => linearized.Replicates(ReplicateScheme.Brr(), Centre).Estimate(Ratio("alive", "arrests")),
            "scd.Fay.made" => linearized.Replicates(ReplicateScheme.Fay(0.3), Centre).Estimate(Ratio("alive", "arrests")),
            "scd.BRR.given" => Columns(table, Weights("scd.BRR.weights"), ReplicateMethod.Brr, null).Estimate(Ratio("alive", "arrests")),
            "scd.BRR.weights" => Columns(table, golden, ReplicateMethod.Brr, null).Estimate(Ratio("alive", "arrests"), Total("alive"), Total("arrests")),
            _ => Columns(table, golden, ReplicateMethod.Fay, 0.3).Estimate(Ratio("alive", "arrests"), Total("alive"), Total("arrests")),
        };
        RatioMatches(golden.Result, estimates[0]);
        if (!golden.Has("repweights"))
            return;
        AgainstR.Compare(Part(golden, "total"), Columns(table, golden, golden.Id.Contains("Fay", StringComparison.Ordinal) ? ReplicateMethod.Fay : ReplicateMethod.Brr, golden.Id.Contains("Fay", StringComparison.Ordinal) ? 0.3 : null).Estimate(Total("alive"), Total("arrests")));
        ReplicateDesign made = linearized.Replicates(golden.Id.Contains("Fay", StringComparison.Ordinal) ? ReplicateScheme.Fay(0.3) : ReplicateScheme.Brr());
        double[][] expected = golden.Matrix("repweights"), factors = ((UnitFactors)made.Replicates).OfReplicate;
        for (int row = 0; row < 6; row++)
            Assert.That(factors.Select(own => own[made.Sample.UnitOfRow[row]]), Is.EqualTo(expected[row]).Within(1e-12), "the half samples of R");
        Assert.That(made.Scale, Close(golden.Numbers("scale")[0], ClosedForm));

        static GoldenCase Weights(string id) => GoldenCase.Named("replicates_2.json", id);

        static ReplicateDesign Columns(Table table, GoldenCase weights, ReplicateMethod method, double? fay)
        {
            double[][] rows = weights.Matrix("repweights");
            for (int r = 0; r < rows[0].Length; r++)
                table = table.With($"rep{r + 1}", NumberColumn.Owning([.. rows.Select(row => row[r])]));
            return new ReplicateDesign(table, "one", "rep*", method, fay, centre: Centre);
        }
    }

    /// <summary>R's drawn factors, joined to the rows of their PSUs as columns.</summary>
    private static void GivenFactorsMatchR(GoldenCase golden)
    {
        Table table = Samples.Table("nhanes_chol");
        (double, double)[] psus = [.. golden.Result.GetProperty("psu").EnumerateArray().Select(psu => (psu.GetProperty("SDMVSTRA").GetDouble(), psu.GetProperty("SDMVPSU").GetDouble()))];
        double[][] factors = golden.Matrix("factors");
        double[] strata = ((NumberColumn)table["SDMVSTRA"]).Values.ToArray(), clusters = ((NumberColumn)table["SDMVPSU"]).Values.ToArray();
        int[] psuOf = [.. strata.Zip(clusters, (stratum, psu) => Array.IndexOf(psus, (stratum, psu)))];
        for (int r = 0; r < 20; r++)
            table = table.With($"factor{r + 1}", NumberColumn.Owning([.. psuOf.Select(psu => factors[psu][r])]));
        ReplicateMethod method = golden.Id.EndsWith("subbootstrap", StringComparison.Ordinal) ? ReplicateMethod.Bootstrap : ReplicateMethod.CantyDavison;
        var design = new ReplicateDesign(table, "WTMEC2YR", "factor*", method, scale: method == ReplicateMethod.CantyDavison ? golden.Numbers("scale")[0] : null, areCombined: false);
        Assert.That(design.Scale, Close(golden.Numbers("scale")[0], ClosedForm));
        Assert.That(Samples.Design("dnhanes").Replicates(method == ReplicateMethod.Bootstrap ? ReplicateScheme.RaoWu(20, 1) : ReplicateScheme.CantyDavison(20, 1)).Scale, Close(golden.Numbers("scale")[0], ClosedForm));
        AgainstR.Compare(Part(golden, "mean"), design.Estimate(Mean("HI_CHOL")));
        AgainstR.Compare(Part(golden, "total"), design.Estimate(Total("HI_CHOL")));
    }

    private static void SuppliedMatchesR(GoldenCase golden)
    {
        Table table = Samples.Reference(golden.Design);
        ReplicateCentre centre = golden.Id.EndsWith("mseFALSE", StringComparison.Ordinal) ? ReplicateCentre.Mean : ReplicateCentre.FullEstimate;
        ReplicateDesign design = golden.Design switch
        {
            "cps_tus_2014_15_brr160" => new(table, "repwgt0", "repwgt*", ReplicateMethod.Fay, fay: 0.5, centre: centre),
            "acs_m_pums_sdr80" => new(table, "pwgtp", "pwgtp*", ReplicateMethod.SuccessiveDifferences, centre: centre),
            _ => new(table, "NWEIGHT", "BRRWT*", ReplicateMethod.Fay, fay: 0.5, centre: centre),
        };
        AgainstR.Compare(golden, golden.Id switch
        {
            "cps.fay.mean.numcg" => design.Estimate(Mean("numcg")),
            "cps.fay.by.sex" => design.By("PESEX").Mean("numcg"),
            "acs.sdr.age.mseTRUE" or "acs.sdr.age.mseFALSE" => design.Estimate(Mean("agep")),
            "acs.sdr.by.sex.mseTRUE" or "acs.sdr.by.sex.mseFALSE" => design.By("sex").Total(Col("hicov") == 1),
            "recs.fay.mseTRUE" or "recs.fay.mseFALSE" => design.Estimate(Total("TOTALBTU"), Total("DOLLAREL")),
            _ => throw new ArgumentException($"No request is written for {golden.Id}."),
        });
    }

    private static void RatioMatches(JsonElement expected, Estimate ratio)
    {
        double value = expected.GetProperty("estimate").GetDouble();
        Assert.That(ratio.Value, Close(value, ClosedForm));
        Assert.That(ratio.StandardError, Close(expected.GetProperty("se").GetDouble(), ClosedForm, value));
    }

    private static GoldenCase Part(GoldenCase golden, string part) => golden with { Call = part, Result = golden.Result.GetProperty(part) };
}
