using BenchmarkDotNet.Attributes;

namespace Survey.Benchmarks;

/// <summary>What does a proportion with its standard error cost in ten domains, rows in random order of PSUs, over streaming the columns?</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 2, iterationCount: 5)]
public class LargeEstimateBenchmarks
{
    private Table _table = null!;
    private SurveyDesign _design = null!;

    [ParamsSource(nameof(Sizes))]
    public int Rows { get; set; }

    public static IEnumerable<int> Sizes => [LargeSizes.Rows];

    [GlobalSetup]
    public void Draw() => _design = LargeTasks.Clusters(_table = LargeSample.Of(Rows, sorted: false, LargeTasks.Proportion));

    [Benchmark(Baseline = true)]
    public long Floor() => ColumnStream.Sum(_table, LargeTasks.Proportion);

    [Benchmark]
    public Estimates TenDomains() => LargeTasks.TenDomains(_design);
}

/// <summary>What does it cost where rows stand PSU by PSU?</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 2, iterationCount: 5)]
public class LargeSortedBenchmarks
{
    private Table _table = null!;
    private SurveyDesign _design = null!;

    [ParamsSource(nameof(Sizes))]
    public int Rows { get; set; }

    public static IEnumerable<int> Sizes => [LargeSizes.Rows];

    [GlobalSetup]
    public void Draw() => _design = LargeTasks.Clusters(_table = LargeSample.Of(Rows, sorted: true, LargeTasks.Proportion));

    [Benchmark(Baseline = true)]
    public long Floor() => ColumnStream.Sum(_table, LargeTasks.Proportion);

    [Benchmark]
    public Estimates TenDomains() => LargeTasks.TenDomains(_design);
}

/// <summary>What do 300 domains cost, and all covariances among them?</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 2, iterationCount: 5)]
public class LargeDomainBenchmarks
{
    private Table _table = null!;
    private SurveyDesign _design = null!;

    [ParamsSource(nameof(Sizes))]
    public int Rows { get; set; }

    public static IEnumerable<int> Sizes => [LargeSizes.Rows];

    [GlobalSetup]
    public void Draw() => _design = LargeTasks.Clusters(_table = LargeSample.Of(Rows, sorted: false, [.. LargeTasks.Districts, "region"]));

    [Benchmark(Baseline = true)]
    public long Floor() => ColumnStream.Sum(_table, LargeTasks.Districts);

    [Benchmark]
    public Estimates TenDomains() => LargeTasks.TenDomains(_design);

    [Benchmark]
    public Estimates ThreeHundredDomains() => LargeTasks.ThreeHundredDomains(_design);

    [Benchmark]
    public double[,] FullCovariance() => LargeTasks.FullCovariance(_design);
}

/// <summary>What do the means of four numbers cost in one request, in 10 and in 300 domains?</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 2, iterationCount: 5)]
public class LargeVariablesBenchmarks
{
    private Table _table = null!;
    private SurveyDesign _design = null!;

    [ParamsSource(nameof(Sizes))]
    public int Rows { get; set; }

    public static IEnumerable<int> Sizes => [LargeSizes.Rows];

    [GlobalSetup]
    public void Draw() => _design = LargeTasks.Clusters(_table = LargeSample.Of(Rows, sorted: false, [.. LargeTasks.Variables, "district"]));

    [Benchmark(Baseline = true)]
    public long Floor() => ColumnStream.Sum(_table, LargeTasks.Variables);

    [Benchmark]
    public Estimates FourMeansOfTenDomains() => LargeTasks.FourMeans(_design, "region");

    [Benchmark]
    public Estimates FourMeansOfThreeHundredDomains() => LargeTasks.FourMeans(_design, "district");
}

/// <summary>What does it cost where every row is a PSU?</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 2, iterationCount: 5)]
public class LargeRowsBenchmarks
{
    private Table _table = null!;
    private SurveyDesign _clusters = null!, _rows = null!;

    [ParamsSource(nameof(Sizes))]
    public int Rows { get; set; }

    public static IEnumerable<int> Sizes => [LargeSizes.Rows];

    [GlobalSetup]
    public void Draw()
    {
        _table = LargeSample.Of(Rows, sorted: false, LargeTasks.Proportion);
        (_clusters, _rows) = (LargeTasks.Clusters(_table), LargeTasks.EveryRowAPsu(_table));
    }

    [Benchmark(Baseline = true)]
    public long Floor() => ColumnStream.Sum(_table, "weight", "stratum", "smoker", "region");

    [Benchmark]
    public Estimates TwoThousandPsus() => LargeTasks.TenDomains(_clusters);

    [Benchmark]
    public Estimates EveryRowAPsu() => LargeTasks.TenDomains(_rows);
}
