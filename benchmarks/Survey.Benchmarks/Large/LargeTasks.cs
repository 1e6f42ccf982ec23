using Survey.Files;

namespace Survey.Benchmarks;

/// <summary>The tasks of the tables, each in one place, so that the benchmarks and the comparison with other programs do the same.</summary>
internal static class LargeTasks
{
    public static readonly string[] Proportion = ["weight", "stratum", "psu", "smoker", "region"];
    public static readonly string[] Districts = ["weight", "stratum", "psu", "smoker", "district"];
    public static readonly string[] Variables = ["weight", "stratum", "psu", "x1", "x2", "x3", "x4", "region"];
    public static readonly string[] DistrictVariables = ["weight", "stratum", "psu", "x1", "x2", "x3", "x4", "district"];
    public static readonly string[] Keys = ["weight", "stratum", "psu"];
    public static readonly string[] NumberKeys = ["weight", "stratumNumber", "psuNumber"];

    public static SurveyDesign Clusters(Table table) => new(table, weights: "weight", strata: "stratum", clusters: "psu");

    public static SurveyDesign NumberedClusters(Table table) => new(table, weights: "weight", strata: "stratumNumber", clusters: "psuNumber");

    public static SurveyDesign EveryRowAPsu(Table table) => new(table, weights: "weight", strata: "stratum");

    public static Estimates TenDomains(Design design) => design.By("region").Proportion("smoker");

    public static Estimates ThreeHundredDomains(Design design) => design.By("district").Proportion("smoker");

    public static double[,] FullCovariance(Design design) => ThreeHundredDomains(design).CovarianceMatrix();

    public static Estimates FourMeans(Design design, string by) =>
        design.By(by).Estimate(Statistic.Mean("x1"), Statistic.Mean("x2"), Statistic.Mean("x3"), Statistic.Mean("x4"));

    public static ReplicateDesign DrawTwoHundred(SurveyDesign design) => design.Replicates(ReplicateScheme.RaoWu(200, 1));

    /// <summary>From a file of survey simulate --households to estimates of ten domains.</summary>
    public static Estimates FromFile(string file)
    {
        Rows rows = Rows.Open(file, new ReadOptions { Columns = ["stratum", "psu", "occupation", "weight", "smoker"] });
        return new SurveyDesign(rows, weights: "weight", strata: "stratum", clusters: "psu").By("occupation").Proportion("smoker");
    }
}
