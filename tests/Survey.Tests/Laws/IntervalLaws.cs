using static Survey.Tests.Tolerance;

namespace Survey.Tests.Laws;

/// <summary>Facts of every interval of a proportion.</summary>
public class IntervalLaws
{
    private static readonly IntervalMethod[] Methods = Enum.GetValues<IntervalMethod>();

    private static readonly IntervalMethod[] Bounded = [.. Methods.Where(method => method != IntervalMethod.Wald)];

    [Test]
    public void ContainsItsProportionAndStaysInside([Range(1, 200)] int seed)
    {
        Estimate estimate = AnyProportion(new Random(seed));
        double level = Level(new Random(seed));

        using (Assert.EnterMultipleScope())
            foreach (IntervalMethod method in Methods)
            {
                Interval interval = estimate.Interval(level, method);
                Assert.That(interval.Low, Is.LessThan(estimate.Value), $"{method} of {estimate}");
                Assert.That(interval.High, Is.GreaterThan(estimate.Value), $"{method} of {estimate}");
                Assert.That((interval.Level, interval.Method, interval.Remark), Is.EqualTo((level, method, (string?)null)));
                if (method != IntervalMethod.Wald)
                    Assert.That((interval.Low, interval.High), Is.EqualTo((Math.Max(interval.Low, 0), Math.Min(interval.High, 1))));
            }
    }

    [Test]
    public void TurnsWithTheProportion([Range(1, 100)] int seed)
    {
        Estimate estimate = AnyProportion(new Random(seed));
        if (estimate.Value < 0.5) // so that 1 - p is exact and p its complement
            estimate = estimate with { Value = 1 - estimate.Value };
        Estimate rest = estimate with { Value = 1 - estimate.Value };

        using (Assert.EnterMultipleScope())
            foreach (IntervalMethod method in Methods)
            {
                Interval interval = estimate.Interval(0.9, method), turned = rest.Interval(0.9, method);
                Assert.That(interval.Low, Close(1 - turned.High, ClosedForm, 1), $"{method} of {estimate}");
                Assert.That(interval.High, Close(1 - turned.Low, ClosedForm, 1), $"{method} of {estimate}");
            }
    }

    [Test]
    public void MoreCoverageIsWider([Range(1, 50)] int seed)
    {
        Estimate estimate = AnyProportion(new Random(seed));

        using (Assert.EnterMultipleScope())
            foreach (IntervalMethod method in Methods)
            {
                Interval[] intervals = [.. ((double[])[1e-6, 0.1, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999999, 1 - 1e-12]).Select(level => estimate.Interval(level, method))];
                Assert.That(intervals.Select(interval => interval.Low), Is.Ordered.Descending, $"{method} of {estimate}");
                Assert.That(intervals.Select(interval => interval.High), Is.Ordered.Ascending, $"{method} of {estimate}");
            }
    }

    [Test]
    public void ASmallerErrorIsNarrower([Range(1, 50)] int seed)
    {
        Estimate estimate = AnyProportion(new Random(seed));

        using (Assert.EnterMultipleScope())
            foreach (IntervalMethod method in Methods)
            {
                Interval[] intervals = [.. ((double[])[8, 4, 2, 1, 0.5, 0.1, 1e-3, 1e-6]).Select(factor => estimate with { StandardError = factor * estimate.StandardError }).Select(one => one.Interval(0.95, method))];
                Assert.That(intervals.Select(interval => interval.Low), Is.Ordered.Ascending, $"{method} of {estimate}");
                Assert.That(intervals.Select(interval => interval.High), Is.Ordered.Descending, $"{method} of {estimate}");
            }
    }

    /// <summary>They differ from p ± t se by a part of the order of se, and the binomial ones by 1/n.</summary>
    [Test]
    public void AllAgreeWhereTheErrorIsSmall([ValueSource(nameof(Bounded))] IntervalMethod method, [Values(0.1, 0.5, 0.8)] double p, [Values(1e4, 1e6, 1e8)] double n)
    {
        Estimate estimate = Proportion(p, Math.Sqrt(p * (1 - p) / n), n - 1, (long)n);
        Interval wald = estimate.Interval(0.95, IntervalMethod.Wald), interval = estimate.Interval(0.95, method);
        double margin = p - wald.Low, apart = margin * margin / (p * (1 - p)) + 1 / n;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Math.Abs(interval.Low - wald.Low), Is.LessThan(apart));
            Assert.That(Math.Abs(interval.High - wald.High), Is.LessThan(apart));
        }
    }

    /// <summary>Of p up to a half and limits away from 1 and from p, so that no digits are lost in the test itself.</summary>
    [Test]
    public void TheLikelihoodIntervalSatisfiesItsEquation([Values(1e-6, 0.01, 0.3, 0.5)] double p, [Values(5, 50, 500)] double effective, [Values(0.8, 0.95)] double level)
    {
        Estimate estimate = Proportion(p, Math.Sqrt(p * (1 - p) / effective), 12, 10_000);
        double t = StudentT.UpperQuantile((1 - level) / 2, 12);
        Interval interval = estimate.Interval(level, IntervalMethod.Likelihood);

        using (Assert.EnterMultipleScope())
            foreach (double x in (double[])[interval.Low, interval.High])
                if (x > 0) // the lowest are below the least double
                    Assert.That(2 * effective * (p * Math.Log(p / x) + (1 - p) * Math.Log((1 - p) / (1 - x))), Close(t * t, ClosedForm));
    }

    [Test]
    public void WilsonAndArcsineAreTheirTextbookFormulas([Range(1, 50)] int seed)
    {
        var random = new Random(seed);
        double p = 0.05 + 0.9 * random.NextDouble(), se = 0.05 * random.NextDouble(), df = random.Next(3, 100);
        double t = StudentT.UpperQuantile(0.025, df), n = p * (1 - p) / (se * se);
        double centre = (p + t * t / (2 * n)) / (1 + t * t / n), half = t / (1 + t * t / n) * Math.Sqrt(p * (1 - p) / n + t * t / (4 * n * n));
        double angle = Math.Asin(Math.Sqrt(p)), turn = t / (2 * Math.Sqrt(n));
        Estimate estimate = Proportion(p, se, df, 1_000);
        Interval wilson = estimate.Interval(0.95, IntervalMethod.Wilson), arcsine = estimate.Interval(0.95, IntervalMethod.Arcsine);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(wilson.Low, Close(centre - half, ClosedForm, p));
            Assert.That(wilson.High, Close(centre + half, ClosedForm, p));
            Assert.That(arcsine.Low, Close(angle > turn ? Math.Pow(Math.Sin(angle - turn), 2) : 0, ClosedForm, p));
            Assert.That(arcsine.High, Close(angle + turn < Math.PI / 2 ? Math.Pow(Math.Sin(angle + turn), 2) : 1, ClosedForm, p));
        }
    }

    /// <summary>Of a simple random sample the beta interval is Clopper and Pearson's: at its limits the chance of so many, or so few, is a/2.</summary>
    [TestCase(1, 2)]
    [TestCase(1, 10)]
    [TestCase(5, 10)]
    [TestCase(9, 10)]
    [TestCase(1, 40)]
    [TestCase(39, 40)]
    public void TheBetaIntervalOfASimpleRandomSampleIsExact(int events, int n)
    {
        double p = (double)events / n;
        Estimate estimate = Proportion(p, Math.Sqrt(p * (1 - p) / n), n - 1, n);

        using (Assert.EnterMultipleScope())
            foreach (IntervalMethod method in (IntervalMethod[])[IntervalMethod.Beta, IntervalMethod.KornGraubard])
            {
                Interval interval = estimate.Interval(0.9, method);
                Assert.That(ChanceOfAtMost(n - events, n, 1 - interval.Low), Close(0.05, ClosedForm));
                Assert.That(ChanceOfAtMost(events, n, interval.High), Close(0.05, ClosedForm));
            }
    }

    /// <summary>Nothing is NaN, loops or leaves [0, 1], whatever the figures.</summary>
    [Test]
    public void EveryInputHasAnInterval(
        [Values(1e-13, 1e-6, 0.3, 1 - 1e-6, 1 - 1e-13)] double p,
        [Values(1e-12, 1e-3, 1, 1e3, 1e13)] double relativeError,
        [Values(0.1, 1, 1e9, double.PositiveInfinity)] double df)
    {
        using (Assert.EnterMultipleScope())
            foreach (IntervalMethod method in Bounded)
                foreach (long n in (long[])[2, 30, 1_000_000_000])
                    foreach (double level in (double[])[1e-9, 0.5, 0.95, 1 - 1e-12])
                    {
                        Interval interval = Proportion(p, relativeError * Math.Min(p, 1 - p), df, n).Interval(level, method);
                        Assert.That(interval.Low, Is.InRange(0, p), $"{method}, {n}, {level}");
                        Assert.That(interval.High, Is.InRange(p, 1), $"{method}, {n}, {level}");
                    }
    }

    private static double ChanceOfAtMost(int events, int n, double p)
    {
        double sum = 0, ways = 1;
        for (int k = 0; k <= events; k++)
        {
            sum += ways * Math.Pow(p, k) * Math.Pow(1 - p, n - k);
            ways = ways * (n - k) / (k + 1);
        }
        return sum;
    }

    /// <summary>From nearly nobody to nearly everybody, of 2 to 100,000 respondents, with design effects from 0.3 to 10.</summary>
    private static Estimate AnyProportion(Random random)
    {
        double p = 1 / (1 + Math.Exp(24 * random.NextDouble() - 12));
        long n = (long)(2 * Math.Pow(50_000, random.NextDouble()));
        double effect = 0.3 * Math.Pow(33, random.NextDouble());
        return Proportion(p, Math.Sqrt(effect * p * (1 - p) / n), random.NextInt64(1, n), n);
    }

    private static double Level(Random random) => 0.5 + 0.4999 * random.NextDouble();

    private static Estimate Proportion(double p, double standardError, double df, long n) => new()
    {
        Statistic = "proportion",
        Variable = "y",
        Domain = [],
        Value = p,
        StandardError = standardError,
        DegreesOfFreedom = df,
        Respondents = n,
        Missing = 0,
        SumOfWeights = n,
    };
}
