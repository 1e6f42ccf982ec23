using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;

namespace Survey.Benchmarks;

/// <summary>What do 500 bootstrap replicates add to an estimate, and what does drawing them cost? 20,000 rows, 1,000 PSUs in 50 strata.</summary>
[MemoryDiagnoser]
[MinColumn, MedianColumn]
[SimpleJob(warmupCount: 5, iterationCount: 15)]
public class ReplicateBenchmarks
{
    private SurveyDesign _design = null!;
    private ReplicateDesign _replicates = null!;

    [GlobalSetup]
    public void Draw()
    {
        _design = new SurveyDesign(SyntheticSample.Of(20_000, psusPerStratum: 20), weights: "weight", strata: "stratum", clusters: "psu");
        _replicates = _design.Replicates(ReplicateScheme.RaoWu(500, 1));
    }

    [Benchmark(Baseline = true)]
    public Estimate Linearized() => _design.Proportion("smoker");

    [Benchmark]
    public Estimate Of500Replicates() => _replicates.Proportion("smoker");

    [Benchmark]
    public Estimates Of500ReplicatesByRegion() => _replicates.By("region").Proportion("smoker");

    [Benchmark]
    public ReplicateDesign DrawRaoWu() => _design.Replicates(ReplicateScheme.RaoWu(500, 1));

    [Benchmark]
    public ReplicateDesign DrawAllStages() => _design.Replicates(ReplicateScheme.RaoWuYueBeaumont(500, 1));
}

/// <summary>What do 160 columns of replicate weights cost on a million rows? The floor sums every column once.</summary>
[MemoryDiagnoser]
[MinColumn, MedianColumn]
[SimpleJob(warmupCount: 2, iterationCount: 8)]
public class ReplicateColumnBenchmarks
{
    private const int Columns = 160;

    private double[][] _columns = null!;
    private ReplicateDesign _design = null!;

    [GlobalSetup]
    public void Make()
    {
        Table table = SyntheticSample.Of(1_000_000);
        double[] weights = ((NumberColumn)table["weight"]).Values.ToArray();
        var random = new Random(5);
        _columns = [.. Enumerable.Range(0, Columns).Select(_ => weights.Select(weight => weight * (random.Next(2) == 0 ? 0.5 : 1.5)).ToArray())];
        table = Table.FromColumns([
            .. table.Columns.Select(name => (name, table[name])), .. _columns.Select((column, r) => ($"rep{r + 1}", (Column)new NumberColumn(column)))]);
        _design = new ReplicateDesign(table, "weight", "rep*", ReplicateMethod.Fay, fay: 0.5);
        _ = _design.DegreesOfFreedom; // worked out once a design
    }

    [Benchmark(Baseline = true)]
    public double SumEveryColumn()
    {
        double sum = 0;
        foreach (double[] column in _columns)
            sum += Sum(column);
        return sum;
    }

    [Benchmark]
    public Estimate Proportion() => _design.Proportion("smoker");

    [Benchmark]
    public Estimates ProportionByRegion() => _design.By("region").Proportion("smoker");

    private static double Sum(double[] column)
    {
        Vector256<double> sums = Vector256<double>.Zero;
        foreach (Vector256<double> four in MemoryMarshal.Cast<double, Vector256<double>>(column))
            sums += four;
        return Vector256.Sum(sums);
    }
}
