using static Survey.Expr;

namespace Survey.Tests.Totals;

/// <summary>The kernels against plain totals, bit for bit, for any number of threads.</summary>
[NonParallelizable]
public class UnitTotalsTests
{
    private static readonly int _usual = OrderedPass.Threads;

    [TearDown]
    public void Restore() => OrderedPass.Threads = _usual;

    [Test]
    public void AreThePlainOnes(
        [Values(1, 7, 1_000, Chunk.Size + 1, 200_000)] int rows,
        [Values(1, 3, 1_000)] int domains,
        [Values] bool sorted,
        [Values("flag", "one", "indicators", "mean", "alike", "all")] string of)
    {
        var sample = new TotalsSample(rows + domains, rows, units: 1 + rows / 40, domains, sorted);
        Same(sample, of, domains == 1 ? null : "full");
        Same(sample, of, "part");
        Same(sample, of, "part", Col("whole") > 6);
    }

    [Test]
    public void AreThePlainOnesInLanes([Values("flag", "all")] string of, [Values(1, 2, 4)] int lanes)
    {
        var sample = new TotalsSample(5, (lanes == 1 ? 6 : 20) * Chunk.Size + 777, units: lanes switch { 1 => 300_000, 2 => 6_000, _ => 300 }, domains: 10, sorted: lanes == 4);
        PlainTotals plain = Same(sample, of, "full");
        Assert.That(plain.Lanes, Is.EqualTo(lanes));
    }

    [Test]
    public void RespondentsMayDifferFromALaterChunkOn([Values("alike", "all")] string of, [Values] bool sparse)
    {
        var sample = new TotalsSample(6, (9 * Chunk.Size) + 777, units: sparse ? 4_000 : 300, domains: sparse ? 1_000 : 10, sorted: false, complete: 6 * Chunk.Size);
        Same(sample, of, "full");
    }

    [Test]
    public void CodesOfUnitsDoNotShow([Values("flag", "all")] string of, [Values(3, 1_000)] int domains, [Values(1, 8)] int threads)
    {
        OrderedPass.Threads = threads;
        var sample = new TotalsSample(9, 18 * Chunk.Size, units: 4_000, domains, sorted: false);
        var met = new UnitsAsMet(sample.UnitOfRow);
        (Request numbered, _) = sample.Ask(of, "part");
        (Request coded, _) = sample.Ask(of, "part", units: met);

        UnitTotals expected = UnitTotals.Of(numbered), actual = UnitTotals.Of(coded);

        Assert.That(met.UnitOfCode.SequenceEqual(met.UnitOfCode.Order()), Is.False);
        Assert.That(Bits(actual).SequenceEqual(Bits(expected)), Is.True);
    }

    [Test]
    public void OfNoRowsAreNone()
    {
        var sample = new TotalsSample(1, 3, 2, 3, sorted: false);
        (Request request, _) = sample.Ask("all", "full", Col("whole") > 100);
        UnitTotals totals = UnitTotals.Of(request);

        Assert.That(totals.Tally.IsEmpty, Is.True);
        Assert.That(Bits(totals), Is.All.EqualTo(0));
    }

    /// <summary>Estimates let go of the totals of their units, so that covariances that are asked for later rest on totals summed again, and on contributions of which not all are kept.</summary>
    [Test]
    public void ErrorsOfManyEstimatesAreThoseOfEach([Values] bool calibrated, [Values(1, 8)] int threads)
    {
        OrderedPass.Threads = threads;
        var sample = new TotalsSample(8, 90_000, units: 1_500, domains: 200, sorted: false);
        Table table = sample.Table.With("sex", new CategoryColumn([.. Enumerable.Range(0, 90_000).Select(row => row % 3 == 0 ? "m" : "f")]));
        SurveyDesign design = new(table, "w", clusters: "unit", lonelyPsu: LonelyPsu.Certainty);
        if (calibrated)
            design = design.PostStratify(Margin.Counts("sex", ("f", 300_000), ("m", 200_000)));
        Estimates many = design.By("full").Mean("whole");

        double[,] covariance = many.CovarianceMatrix();
        Contrast[] contrasts = [.. Enumerable.Range(1, 40).Select(k => many.Contrast([.. Enumerable.Range(0, many.Count).Select(j => j == k ? 1.0 : j == 0 ? -1.0 : 0)]))];

        for (int k = 0; k < many.Count; k++)
            Assert.That(covariance[k, k], Is.EqualTo(many[k].StandardError * many[k].StandardError).Within(1e-12).Percent);
        for (int k = 1; k <= contrasts.Length; k++)
            Assert.That(contrasts[k - 1].StandardError, Is.EqualTo(Math.Sqrt(covariance[0, 0] + covariance[k, k] - 2 * covariance[0, k])).Within(1e-8).Percent);
    }

    [Test]
    public void ThoseLetGoAreSummedAgain()
    {
        var sample = new TotalsSample(3, 150_000, units: 400, domains: 500, sorted: false);
        (Request request, _) = sample.Ask("all", "full");
        UnitTotals totals = UnitTotals.Of(request);
        Assert.That((long)totals.Units * request.Domains.Count * request.SlotCount, Is.GreaterThan(1 << 17), "few would be kept");
        long[] before = Bits(totals);

        totals.LetGo();
        double[] used = Buffers.Rent<double>(totals.Units * request.Domains.Count * request.SlotCount);
        Array.Fill(used, double.NaN); // by the next request: what was let go is no more
        Buffers.Return(used);

        Assert.That(Bits(totals).AsSpan().SequenceEqual(before));
    }

    private static PlainTotals Same(TotalsSample sample, string of, string? by, Expr? where = null)
    {
        (Request request, Term[][] terms) = sample.Ask(of, by, where);
        PlainTotals plain = PlainTotals.Of(sample, request, terms);
        foreach (int threads in (int[])[1, 2, 8])
        {
            OrderedPass.Threads = threads;
            (Request own, _) = sample.Ask(of, by, where);
            Same(UnitTotals.Of(own), plain, $"{of} by {by} where {where}, {threads} threads");
        }
        return plain;
    }

    private static void Same(UnitTotals totals, PlainTotals plain, string what)
    {
        var left = new Dictionary<(int, int), double[]>(plain.Slots);
        for (int domain = 0; domain < totals.Request.Domains.Count; domain++)
        {
            ReadOnlySpan<int> units = totals.UnitsOf(domain);
            for (int k = 0; k < units.Length; k++)
            {
                double[] slots = [.. Enumerable.Range(0, totals.Request.SlotCount).Select(slot => totals.Of(domain, slot)[k])];
                if (left.Remove((units[k], domain), out double[]? expected) ? !Bits(slots).SequenceEqual(Bits(expected)) : slots.Any(slot => slot != 0))
                    Assert.Fail($"{what}: of unit {units[k]} and domain {domain} [{string.Join(", ", slots)}] instead of [{string.Join(", ", expected ?? [])}]");
            }
            for (int g = 0; g < totals.Request.Groups.Count; g++)
            {
                if ((totals.Tally.Respondents(domain, g), totals.Tally.Missing(domain, g)) != plain.Counts[g][domain])
                    Assert.Fail($"{what}: counts of group {g} in domain {domain}");
                if (BitConverter.DoubleToInt64Bits(totals.Moments.SquaredWeights(domain, g)) != BitConverter.DoubleToInt64Bits(plain.Moments[g][domain][0]))
                    Assert.Fail($"{what}: squared weights of group {g} in domain {domain}");
                int products = totals.Request.Groups[g].ProductCount;
                if (!Bits(totals.Moments.Products(domain, g)).SequenceEqual(Bits(plain.Moments[g][domain].AsSpan(1))))
                    Assert.Fail($"{what}: the {products} products of group {g} in domain {domain}");
            }
        }
        Assert.That(left, Is.Empty, what);
    }

    private static long[] Bits(ReadOnlySpan<double> numbers) => [.. numbers.ToArray().Select(BitConverter.DoubleToInt64Bits)];

    private static long[] Bits(UnitTotals totals)
    {
        var numbers = new List<double>();
        for (int domain = 0; domain < totals.Request.Domains.Count; domain++)
        {
            for (int slot = 0; slot < totals.Request.SlotCount; slot++)
                numbers.AddRange([totals.Total(domain, slot), .. totals.Slot(domain, slot)]);
            for (int g = 0; g < totals.Request.Groups.Count; g++)
                numbers.AddRange([totals.Moments.SquaredWeights(domain, g), totals.Tally.Respondents(domain, g), totals.Tally.Missing(domain, g), .. totals.Moments.Products(domain, g)]);
        }
        return Bits(numbers.ToArray());
    }

    /// <summary>Codes given as rows come, in whatever order threads ask.</summary>
    private sealed class UnitsAsMet(int[] unitOfRow) : UnitCodes
    {
        private readonly Dictionary<int, int> _codes = [];

        public override int Count
        {
            get
            {
                lock (_codes)
                    return _codes.Count;
            }
        }

        public override int[]? Complete() => UnitOfCode;

        public int[] UnitOfCode => [.. _codes.OrderBy(own => own.Value).Select(own => own.Key)];

        public override ReadOnlySpan<int> Of(Chunk chunk, Span<int> buffer)
        {
            lock (_codes)
                for (int i = 0; i < chunk.RowCount; i++)
                {
                    int unit = unitOfRow[chunk.FirstRow + i];
                    if (!_codes.TryGetValue(unit, out int code))
                        _codes.Add(unit, code = _codes.Count);
                    buffer[i] = code;
                }
            return buffer[..chunk.RowCount];
        }
    }
}
