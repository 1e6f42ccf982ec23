namespace Survey.Tests.Totals;

/// <summary>Totals under replicate weights in columns against plain ones, bit for bit, for any number of threads.</summary>
[NonParallelizable]
public class ReplicateTotalsTests
{
    private const int Replicates = 5;

    private static readonly int _usual = OrderedPass.Threads;

    [TearDown]
    public void Restore() => OrderedPass.Threads = _usual;

    [Test]
    public void AreThePlainOnes([Values(1, 700, 200_000)] int rows, [Values(1, 3, 1_000)] int domains, [Values("flag", "one", "mean", "indicators", "alike")] string of, [Values] bool areCombined)
    {
        var sample = new TotalsSample(rows + domains, rows, units: 1, domains, sorted: false);
        double[][] columns = Columns(rows, areCombined);
        Table table = columns.Index().Aggregate(sample.Table, (table, own) => table.With($"r{own.Index}", new NumberColumn(own.Item)));
        var design = new ReplicateDesign(table, "w", "r*", ReplicateMethod.Other, scale: 1, areCombined: areCombined, degreesOfFreedom: DegreesOfFreedomRule.Domain);
        foreach (string? by in (string?[])[null, "part"])
        {
            (Request request, Term[][] terms) = sample.Ask(of, by, design: design);
            PlainTotals plain = PlainTotals.Of(sample, request, terms);
            double[][][] expected = [.. from g in Enumerable.Range(0, terms.Length) from r in Enumerable.Range(0, Replicates) select Sums(plain, request, g, columns[r], areCombined)];
            int[]? ranks = null;
            foreach (int threads in (int[])[1, 2, 8])
            {
                OrderedPass.Threads = threads;
                (Request own, _) = sample.Ask(of, by, design: design);
                ReplicateTotals totals = ReplicateTotals.Of(design, UnitTotals.Of(own), ranks: true);
                for (int k = 0; k < expected.Length; k++)
                    for (int domain = 0; domain < request.Domains.Count; domain++)
                        for (int slot = 0; slot < expected[k][domain].Length; slot++)
                            if (totals.Of(domain, request.FirstSlot[k / Replicates] + slot)[k % Replicates] is var actual && actual != expected[k][domain][slot])
                                Assert.Fail($"{of} by {by}, {threads} threads, group {k / Replicates}, domain {domain}, replicate {k % Replicates}, slot {slot}: {actual} instead of {expected[k][domain][slot]}");
                int[] found = [.. Enumerable.Range(0, request.Domains.Count).Select(domain => totals.Rank(domain, 0))];
                Assert.That(found, Is.EqualTo(ranks ??= found));
            }
        }
    }

    /// <summary>By domain and slot.</summary>
    private static double[][] Sums(PlainTotals plain, Request request, int g, double[] column, bool areCombined)
    {
        double[] weights = [.. column.Select((own, row) => areCombined ? own : own * plain.WeightOf(row))];
        double[][] sums = [.. Enumerable.Range(0, request.Domains.Count).Select(_ => new double[request.Groups[g].SlotCount])];
        for (int first = 0; first < column.Length; first += Chunk.Size)
        {
            double[][] own = [.. sums.Select(slots => new double[slots.Length])];
            int end = Math.Min(column.Length, first + Chunk.Size);
            if (own.Length == 1)
                AddInParts(plain, g, first, end, weights, own[0]);
            else
                AddRowByRow(plain, g, first, end, weights, own);
            for (int domain = 0; domain < sums.Length; domain++)
                for (int slot = 0; slot < sums[domain].Length; slot++)
                    sums[domain][slot] += own[domain][slot];
        }
        if (plain.IsIndicator(g) && sums.Length > 1)
            foreach (double[] own in sums)
                own[0] += own[1];
        return sums;
    }

    /// <summary>Of several domains; of an indicator those of whom it is false and true one by one.</summary>
    private static void AddRowByRow(PlainTotals plain, int g, int first, int end, double[] weights, double[][] sums)
    {
        for (int row = first; row < end; row++)
            if (plain.DomainOf(row) is >= 0 and int domain)
            {
                double[] slots = plain.SlotsOf(g, row, 1);
                slots[0] -= plain.IsIndicator(g) ? slots[1] : 0;
                for (int slot = 0; slot < slots.Length; slot++)
                    sums[domain][slot] += weights[row] * slots[slot];
            }
    }

    /// <summary>Of one domain the rows of a block are summed in four parts.</summary>
    private static void AddInParts(PlainTotals plain, int g, int first, int end, double[] weights, double[] sums)
    {
        for (int block = first; block < end; block += ChunkRows.BlockSize)
        {
            double[][] products = [.. Enumerable.Range(block, Math.Min(end - block, ChunkRows.BlockSize)).Where(row => plain.DomainOf(row) >= 0).Select(row => plain.SlotsOf(g, row, 1).Select(slot => weights[row] * slot).ToArray())];
            for (int slot = 0; slot < sums.Length; slot++)
                sums[slot] += InParts([.. products.Select(own => own[slot])]);
        }
    }

    private static double InParts(double[] products)
    {
        double[] parts = new double[4];
        int whole = products.Length / 4 * 4;
        for (int i = 0; i < whole; i++)
            parts[i % 4] += products[i];
        return products[whole..].Aggregate(parts[0] + parts[1] + (parts[2] + parts[3]), (sum, product) => sum + product);
    }

    private static double[][] Columns(int rows, bool areWeights)
    {
        var random = new Random(rows);
        return [.. Enumerable.Range(0, Replicates).Select(_ => Enumerable.Range(0, rows).Select(row => row == 0 ? 1 : random.Next(5) == 0 ? 0 : (areWeights ? 20 : 2) * random.NextDouble()).ToArray())];
    }
}
