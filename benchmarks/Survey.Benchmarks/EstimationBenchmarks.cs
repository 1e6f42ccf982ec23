using BenchmarkDotNet.Attributes;

namespace Survey.Benchmarks;

/// <summary>What does an estimate cost over one pass of the same columns?</summary>
[MemoryDiagnoser]
[MinColumn, MedianColumn]
[SimpleJob(warmupCount: 5, iterationCount: 15)]
public class EstimationBenchmarks
{
    private Table _table = null!;
    private SurveyDesign _clusters = null!, _sorted = null!, _rows = null!;

    [Params(1_000_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void DrawSample()
    {
        _table = SyntheticSample.Of(Rows);
        _clusters = Design();
        _sorted = new SurveyDesign(SyntheticSample.Of(Rows, sorted: true), weights: "weight", strata: "stratum", clusters: "psu");
        _rows = new SurveyDesign(_table, weights: "weight", strata: "stratum");
    }

    /// <summary>A weighted proportion without variance: one plain loop on one thread.</summary>
    [Benchmark(Baseline = true)]
    public double Floor()
    {
        ReadOnlySpan<double> weights = ((NumberColumn)_table["weight"]).Values, smoker = ((NumberColumn)_table["smoker"]).Values;
        double sum = 0, sumOfWeights = 0;
        for (int row = 0; row < weights.Length; row++)
            if (!double.IsNaN(smoker[row]))
            {
                sum += weights[row] * smoker[row];
                sumOfWeights += weights[row];
            }
        return sum / sumOfWeights;
    }

    [Benchmark]
    public SurveyDesign Design() => new(_table, weights: "weight", strata: "stratum", clusters: "psu");

    [Benchmark]
    public Estimate Proportion() => _clusters.Proportion("smoker");

    [Benchmark]
    public Estimate ProportionOfSorted() => _sorted.Proportion("smoker");

    [Benchmark]
    public Estimate ProportionWhere() => _clusters.Where(Expr.Col("age") < 40).Proportion("smoker");

    [Benchmark]
    public Estimates ProportionByRegion() => _clusters.By("region").Proportion("smoker");

    [Benchmark]
    public Estimates MeanByRegion() => _clusters.By("region").Mean("age");

    [Benchmark]
    public Estimate ProportionOfText() => _clusters.Proportion(Expr.Col("answer") == "daily");

    [Benchmark]
    public SurveyDesign DesignOfRows() => new(_table, weights: "weight", strata: "stratum");

    [Benchmark]
    public Estimate ProportionOfRows() => _rows.Proportion("smoker");

    [Benchmark]
    public Estimates ProportionOfRowsByRegion() => _rows.By("region").Proportion("smoker");
}
