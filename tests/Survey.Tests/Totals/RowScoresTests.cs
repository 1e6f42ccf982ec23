using static Survey.Expr;

namespace Survey.Tests.Totals;

/// <summary>Sums of products of the scores of rows against plain ones, bit for bit, for any number of threads.</summary>
[NonParallelizable]
public class RowScoresTests
{
    private static readonly int _usual = OrderedPass.Threads;

    [TearDown]
    public void Restore() => OrderedPass.Threads = _usual;

    [Test]
    public void AreThePlainOnes([Values(1, 700, Chunk.Size + 1, 200_000)] int rows, [Values(1, 3, 1_000)] int domains, [Values("flag", "one", "mean", "indicators", "alike")] string of)
    {
        var sample = new TotalsSample(rows + domains, rows, units: 1 + (rows / 400), domains, sorted: rows % 2 == 0);
        var design = new SurveyDesign(sample.Table, "w", strata: "unit", lonelyPsu: LonelyPsu.Certainty);
        Expr? where = domains == 3 ? Col("whole") > 6 : null;
        (Request request, Term[][] terms) = sample.Ask(of, "part", where, design: design);
        Assert.That(request.RowsAreUnits);
        var plain = new Plain(sample, PlainTotals.Of(sample, request, terms), request);
        var random = new Random(7);
        RowCombination[] singles = [.. Enumerable.Range(0, request.Groups.Count * request.Domains.Count).Select(k => Made(random, request, [(k % request.Domains.Count, k / request.Domains.Count)]))];
        RowCombination[] several = [.. Enumerable.Range(0, 3).Select(_ => Made(random, request, [.. Enumerable.Range(0, 1 + random.Next(5)).Select(_ => (random.Next(request.Domains.Count), random.Next(request.Groups.Count)))]))];
        singles = [.. singles.Where((_, k) => k % Math.Max(1, singles.Length / 5) == 0)];
        double[,] ofSingles = plain.Products(singles, single: true), ofSeveral = plain.Products(several, single: false);

        foreach (int threads in (int[])[1, 2, 8])
        {
            OrderedPass.Threads = threads;
            (Request own, _) = sample.Ask(of, "part", where, design: design);
            UnitTotals totals = UnitTotals.Of(own);
            IsSame(RowScores.SumsOfProducts(totals, singles), ofSingles, "products of single estimates");
            IsSame(RowScores.SumsOfProductsOfAll(totals, several), ofSeveral, "products of combinations");
            Assert.That(RowScores.SumsOfSquares(totals, singles), Is.EqualTo(Enumerable.Range(0, singles.Length).Select(k => ofSingles[k, k])), "squares of single estimates");
            Assert.That(RowScores.SumsOfSquaresOfAll(totals, several), Is.EqualTo(Enumerable.Range(0, several.Length).Select(k => ofSeveral[k, k])), "squares of combinations");
        }
    }

    private static RowCombination Made(Random random, Request request, (int Domain, int Group)[] parts)
    {
        var made = new RowCombination(request.Sample.Stages[0].GroupCount);
        foreach ((int domain, int group) in parts)
            made.Parts.Add((new Linearized(domain, group, [.. Enumerable.Range(0, request.Groups[group].SlotCount).Select(_ => random.NextDouble() - 0.5)]), parts.Length == 1 ? 1 : random.NextDouble()));
        for (int h = 0; h < made.Mean.Length; h++)
            made.Mean[h] = random.NextDouble();
        return made;
    }

    private static void IsSame(double[,] actual, double[,] expected, string what) => Assert.That(actual.Cast<double>(), Is.EqualTo(expected.Cast<double>()), what);

    /// <summary>Row by row in a chunk, chunk by chunk, domain by domain.</summary>
    private sealed class Plain(TotalsSample sample, PlainTotals totals, Request request)
    {
        public double[,] Products(RowCombination[] of, bool single)
        {
            double[,] products = new double[of.Length, of.Length];
            for (int k = 0; k < of.Length; k++)
                for (int l = k; l < of.Length; l++)
                    products[k, l] = products[l, k] = Product(of[k], of[l], single);
            return products;
        }

        private double Product(RowCombination first, RowCombination second, bool single)
        {
            if (single && first.Parts[0].Of.Domain != second.Parts[0].Of.Domain)
                return 0;
            Stage stage = request.Sample.Stages[0];
            double[] sums = new double[request.Domains.Count];
            (Dictionary<(int, int), double[]> gradients, Dictionary<(int, int), double[]> others) = (Gradients(first), Gradients(second));
            for (int chunk = 0; chunk < sample.UnitOfRow.Length; chunk += Chunk.Size)
            {
                double[] own = new double[sums.Length];
                for (int row = chunk; row < Math.Min(sample.UnitOfRow.Length, chunk + Chunk.Size); row++)
                    if (totals.DomainOf(row) is >= 0 and int domain && (!single || domain == first.Parts[0].Of.Domain))
                        own[domain] += stage.Factor(sample.UnitOfRow[row]) * Deviation(first, gradients, row) * Deviation(second, others, row);
                for (int domain = 0; domain < sums.Length; domain++)
                    sums[domain] += own[domain];
            }
            return sums.Aggregate(0.0, (sum, own) => sum + own);
        }

        private double Deviation(RowCombination of, Dictionary<(int, int), double[]> gradients, int row)
        {
            double deviation = -of.Mean[sample.UnitOfRow[row]];
            foreach (int group in of.Parts.Select(part => part.Of.Group).Distinct().Order())
            {
                double[] gradient = gradients.GetValueOrDefault((group, totals.DomainOf(row))) ?? new double[1 + request.Groups[group].SlotCount];
                double[] slots = totals.SlotsOf(group, row, totals.WeightOf(row));
                if (totals.IsIndicator(group))
                    deviation += (slots[0] == 0 ? 0 : slots[1] == 0 ? gradient[0] : gradient[2]) * totals.WeightOf(row);
                else
                    for (int j = 0; j < slots.Length; j++)
                        deviation += gradient[j] * slots[j];
            }
            return deviation;
        }

        // of indicators the sum of both is kept, as parts add to it one after the other
        private Dictionary<(int, int), double[]> Gradients(RowCombination of)
        {
            var gradients = new Dictionary<(int, int), double[]>();
            foreach ((Linearized part, double coefficient) in of.Parts)
            {
                double[] own = totals.IsIndicator(part.Group) ? [part.Gradient[0], 0, part.Gradient[0] + part.Gradient[1]] : part.Gradient;
                double[] sum = gradients.TryGetValue((part.Group, part.Domain), out double[]? met) ? met : gradients[(part.Group, part.Domain)] = new double[own.Length];
                for (int j = 0; j < own.Length; j++)
                    sum[j] += coefficient * own[j];
            }
            return gradients;
        }
    }
}
