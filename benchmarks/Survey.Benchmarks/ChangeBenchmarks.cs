using BenchmarkDotNet.Attributes;

namespace Survey.Benchmarks;

/// <summary>What does the change of two waves cost over the two estimates that it is of?</summary>
[MemoryDiagnoser]
[MinColumn, MedianColumn]
[SimpleJob(warmupCount: 5, iterationCount: 15)]
public class ChangeBenchmarks
{
    private SurveyDesign _before = null!, _after = null!;
    private Waves _same = null!, _independent = null!;

    /// <summary>Of each wave.</summary>
    [Params(1_000_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void DrawSamples()
    {
        _before = new SurveyDesign(SyntheticSample.Of(Rows), weights: "weight", strata: "stratum", clusters: "psu");
        _after = new SurveyDesign(SyntheticSample.Of(Rows, seed: 2), weights: "weight", strata: "stratum", clusters: "psu");
        _same = new Waves(samePlaces: true, ("before", _before), ("after", _after));
        _independent = new Waves(samePlaces: false, ("before", _before), ("after", _after));
    }

    [Benchmark(Baseline = true)]
    public double TwoProportions() => _after.Proportion("smoker").Value - _before.Proportion("smoker").Value;

    [Benchmark]
    public Change ChangeInSamePlaces() => _same.Change(Statistic.Proportion("smoker"));

    [Benchmark]
    public Change ChangeOfIndependentWaves() => _independent.Change(Statistic.Proportion("smoker"));

    [Benchmark]
    public Changes ChangesByRegion() => _same.By("region").Changes(Statistic.Proportion("smoker"));
}
