using BenchmarkDotNet.Attributes;

namespace Survey.Benchmarks;

/// <summary>What does building a design cost, with keys that are categories and with keys that are whole numbers?</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 2, iterationCount: 5)]
public class LargeDesignBenchmarks
{
    private Table _table = null!;

    [ParamsSource(nameof(Sizes))]
    public int Rows { get; set; }

    public static IEnumerable<int> Sizes => [LargeSizes.Rows];

    [GlobalSetup]
    public void Draw() => _table = LargeSample.Of(Rows, sorted: false, ["stratumNumber", "psuNumber", .. LargeTasks.Keys]);

    [Benchmark(Baseline = true)]
    public long Floor() => ColumnStream.Sum(_table, LargeTasks.Keys);

    [Benchmark]
    public SurveyDesign OfCategories() => LargeTasks.Clusters(_table);

    [Benchmark]
    public SurveyDesign OfNumbers() => LargeTasks.NumberedClusters(_table);

    [Benchmark]
    public SurveyDesign EveryRowAPsu() => LargeTasks.EveryRowAPsu(_table);
}

/// <summary>What do 200 bootstrap replicates whose factors are drawn add to an estimate in ten domains, and what does drawing them cost? A tenth of the rows of the other tables.</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 2, iterationCount: 5)]
public class LargeReplicateBenchmarks
{
    private Table _table = null!;
    private SurveyDesign _design = null!;
    private ReplicateDesign _replicates = null!;

    [ParamsSource(nameof(Sizes))]
    public int Rows { get; set; }

    public static IEnumerable<int> Sizes => [LargeSizes.Tenth];

    [GlobalSetup]
    public void Draw()
    {
        _design = LargeTasks.Clusters(_table = LargeSample.Of(Rows, sorted: false, LargeTasks.Proportion));
        _replicates = LargeTasks.DrawTwoHundred(_design);
    }

    [Benchmark(Baseline = true)]
    public long Floor() => ColumnStream.Sum(_table, LargeTasks.Proportion);

    [Benchmark]
    public Estimates Linearized() => LargeTasks.TenDomains(_design);

    [Benchmark]
    public Estimates OfTwoHundredReplicates() => LargeTasks.TenDomains(_replicates);

    [Benchmark]
    public ReplicateDesign DrawTwoHundred() => LargeTasks.DrawTwoHundred(_design);
}
