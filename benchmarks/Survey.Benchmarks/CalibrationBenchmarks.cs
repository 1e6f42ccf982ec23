using BenchmarkDotNet.Attributes;

namespace Survey.Benchmarks;

/// <summary>What does raking cost, and what does an estimate cost after it? The floor reads the three columns of margins and multiplies weights.</summary>
[MemoryDiagnoser]
[MinColumn, MedianColumn]
[SimpleJob(warmupCount: 3, iterationCount: 12)]
public class CalibrationBenchmarks
{
    private static readonly string[] Names = ["region", "answer", "ages"];

    private SurveyDesign _design = null!, _raked = null!;
    private Margin[] _margins = null!;
    private double[] _weights = null!;
    private int[][] _codes = null!;

    [Params(1_000_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void DrawSample()
    {
        Table table = SyntheticSample.Of(Rows).With("ages", Expr.Cut(Expr.Col("age"), 15, 25, 35, 45, 55, 70));
        _design = new SurveyDesign(table, weights: "weight", strata: "stratum", clusters: "psu");
        _margins = [.. Names.Select(name => MarginOf(table, name))];
        _raked = _design.Rake(_margins);
        _weights = ((NumberColumn)table["weight"]).Values.ToArray();
        _codes = [.. Names.Select(name => ((CategoryColumn)table[name]).Codes.ToArray())];
    }

    [Benchmark(Baseline = true)]
    public double ReadMarginsAndMultiply()
    {
        double[] weights = new double[_weights.Length];
        double sum = 0;
        for (int row = 0; row < weights.Length; row++)
        {
            weights[row] = _weights[row] * (1 + 1e-3 * (_codes[0][row] + _codes[1][row] + _codes[2][row]));
            sum += weights[row];
        }
        return sum;
    }

    [Benchmark]
    public SurveyDesign RakeToThreeMargins() => _design.Rake(_margins);

    [Benchmark]
    public Estimate ProportionBefore() => _design.Proportion("smoker");

    [Benchmark]
    public Estimate ProportionAfter() => _raked.Proportion("smoker");

    /// <summary>Counts that are off those of the sample by up to a fifth.</summary>
    private static Margin MarginOf(Table table, string name)
    {
        string[] levels = [.. ((CategoryColumn)table[name]).Levels];
        double[] counts = [.. levels.Select((_, k) => 1 + 0.2 * Math.Sin(k))];
        double all = counts.Sum();
        return Margin.Counts(name, [.. levels.Select((level, k) => (level, 100_000_000 * counts[k] / all))]);
    }
}
