using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using Survey.Monitoring;

namespace Survey.Benchmarks;

/// <summary>What it costs to score 50 items to ten scales, over reading their codes once, and beside a scorer that takes one person at a time.</summary>
[MemoryDiagnoser]
[MinColumn]
[WarmupCount(2)]
[IterationCount(7)]
[InvocationCount(1)]
public class ScoringBenchmarks
{
    private const int Options = 4;

    private Instrument _instrument = null!;
    private Table _answers = null!;
    private string[][] _texts = null!;
    private int[][] _itemsOf = null!;

    [Params(1_000_000, 10_000_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void DrawAnswers()
    {
        string items = Path.Combine(AppContext.BaseDirectory, "items.csv");
        File.WriteAllLines(items, Enumerable.Range(0, 50).Select(ItemLine).Prepend("item,type,options,key,aspect,issue"));
        _instrument = Instrument.Read("national-50", items);
        _answers = Table.FromColumns(_instrument.Items.Select((item, k) => (item.Column, (Column)Drawn(item, k))));
        _texts = [.. _instrument.Items.Select(item => ((CategoryColumn)_answers[item.Column]).Levels.ToArray())];
        _itemsOf = [.. _instrument.Scales.Select(scale => Enumerable.Range(0, _instrument.Items.Count).Where(item => BelongsTo(scale, _instrument.Items[item])).ToArray())];
    }

    /// <summary>The floor: every code is read and added up, on one core.</summary>
    [Benchmark(Baseline = true)]
    public long ReadCodes()
    {
        long sum = 0;
        foreach (InstrumentItem item in _instrument.Items)
            sum += Sum(((CategoryColumn)_answers[item.Column]).Codes);
        return sum;
    }

    [Benchmark]
    public Table Score() => _answers.Score(_instrument);

    /// <summary>One person after another, answers as texts, each compared with the key.</summary>
    [Benchmark]
    public double[][] OneByOne()
    {
        double[][] scores = [.. _instrument.Scales.Select(_ => new double[Rows])];
        CategoryColumn[] columns = [.. _instrument.Items.Select(item => (CategoryColumn)_answers[item.Column])];
        for (int row = 0; row < Rows; row++)
            for (int scale = 0; scale < scores.Length; scale++)
                foreach (int item in _itemsOf[scale])
                    if (columns[item].Codes[row] is >= 0 and var code && _texts[item][code] == _instrument.Items[item].Key)
                        scores[scale][row] += _instrument.Items[item].Points;
        return scores;
    }

    private static bool BelongsTo(Scale scale, InstrumentItem item) => scale.Kind == ScaleKind.Total || item.Aspect == scale.Id || item.Issue == scale.Id;

    private static long Sum(ReadOnlySpan<int> codes)
    {
        var vectors = MemoryMarshal.Cast<int, System.Numerics.Vector<int>>(codes);
        var sum = System.Numerics.Vector<int>.Zero;
        foreach (System.Numerics.Vector<int> codesOfSome in vectors)
            sum += codesOfSome;
        return System.Numerics.Vector.Sum(sum);
    }

    // the aspects and issues of the national questionnaire: items of one point and of two by each
    private static string ItemLine(int number)
    {
        bool isDouble = number is >= 31 and < 46 or 49;
        string type = number < 8 ? "true-false" : number < 31 ? "single" : number < 46 ? "multiple" : number < 49 ? "single" : "multiple";
        int at = isDouble ? (number == 49 ? 15 : number - 31) : number < 31 ? number : number - 15;
        string aspect = Part(at, isDouble ? [6, 6, 4] : [16, 10, 8], ["knowledge", "behaviour", "skills"]);
        string issue = Part(at, isDouble ? [3, 1, 3, 4, 3, 2] : [5, 5, 6, 6, 8, 4], ["scientificView", "infectiousDisease", "chronicDisease", "safety", "medicalCare", "information"]);
        return $"{number + 1},{type},{(type == "true-false" ? "" : Options)},{(isDouble ? "ACD" : "B")},{aspect},{issue}";
    }

    private static string Part(int at, int[] sizes, string[] names)
    {
        int part = 0;
        while ((at -= sizes[part]) >= 0)
            part++;
        return names[part];
    }

    private CategoryColumn Drawn(InstrumentItem item, int seed)
    {
        string[] levels = item.Type == ItemType.TrueFalse ? ["A", "B"]
            : item.Type == ItemType.OneOption ? ["A", "B", "C", "D"]
            : [.. Enumerable.Range(1, (1 << Options) - 1).Select(set => string.Join(',', Enumerable.Range(0, Options).Where(option => (set & (1 << option)) != 0).Select(option => (char)('A' + option))))];
        var random = new Random(seed);
        int[] codes = new int[Rows];
        for (int row = 0; row < codes.Length; row++)
            codes[row] = random.Next(-1, levels.Length);
        return new CategoryColumn((ReadOnlyMemory<int>)codes, levels);
    }
}
