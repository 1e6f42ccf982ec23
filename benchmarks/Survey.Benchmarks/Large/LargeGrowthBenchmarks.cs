using BenchmarkDotNet.Attributes;

namespace Survey.Benchmarks;

/// <summary>Does the time a row stay the same from a tenth of the rows of the other tables to ten times as many?</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 2, iterationCount: 5)]
public class LargeGrowthBenchmarks
{
    private Table _table = null!;
    private SurveyDesign _design = null!;

    [ParamsSource(nameof(Sizes))]
    public int Rows { get; set; }

    public static IEnumerable<int> Sizes => [LargeSizes.Tenth, LargeSizes.Rows, 10 * LargeSizes.Rows];

    [GlobalSetup]
    public void Draw() => _design = LargeTasks.Clusters(_table = LargeSample.Of(Rows, sorted: false, LargeTasks.Proportion));

    [Benchmark(Baseline = true)]
    public long Floor() => ColumnStream.Sum(_table, LargeTasks.Proportion);

    [Benchmark]
    public Estimates TenDomains() => LargeTasks.TenDomains(_design);
}
