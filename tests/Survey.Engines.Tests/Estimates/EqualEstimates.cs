namespace Survey.Engines.Tests;

/// <summary>Holds the estimates of a database to those of the same rows in memory.</summary>
internal static class EqualEstimates
{
    /// <summary>Sums in another order.</summary>
    public const double Clustered = 1e-12;

    /// <summary>Squares of rows, which are summed by servers about centres of their own.</summary>
    public const double Unclustered = 1e-10;

    // squares about a mean, of sums about another
    private const double DesignEffect = 1e-8;

    // a mean of 100,000 in a replicate is known to 1e-11, and how replicates differ no better
    private const double Rounding = 1e-7;

    // 2^-52: a sum of n rows in a row is known to √n of it, and replicates by weights of rows, which are such sums, differ no better
    private const double Epsilon = 2.220446049250313e-16;

    /// <summary>Asks both, of which both may refuse, in the same words.</summary>
    public static void Assert(EstimateCase question, Table memory, Rows database)
    {
        (Estimates? expected, string? refusal) = Answer(question, memory);
        (Estimates? actual, string? other) = Answer(question, database);
        NUnit.Framework.Assert.That(other, Is.EqualTo(refusal));
        if (expected is not null)
            Assert(expected, actual!, question.RowsAreUnits ? Unclustered : Clustered);
    }

    private static (Estimates?, string?) Answer(EstimateCase question, Rows rows)
    {
        try
        {
            return (question.Ask(rows), null);
        }
        catch (SurveyDataException refusal)
        {
            return (null, refusal.Message);
        }
    }

    private static void Assert(Estimates expected, Estimates actual, double tolerance)
    {
        NUnit.Framework.Assert.That(actual, Has.Count.EqualTo(expected.Count));
        NUnit.Framework.Assert.That(actual.Sample with { Notes = [] }, Is.EqualTo(expected.Sample with { Notes = [] }));
        NUnit.Framework.Assert.That(actual.Sample.Notes, Is.EquivalentTo(expected.Sample.Notes));
        using (NUnit.Framework.Assert.EnterMultipleScope())
            for (int k = 0; k < expected.Count; k++)
                Assert(expected[k], actual[k], tolerance, Blur(expected, k));
        AssertCovariances(expected, actual, tolerance);
    }

    /// <summary>How far a standard error may be off by rounding alone, whatever its size.</summary>
    private static double Blur(Estimates of, int k) => of.Sample.Replicates is null ? 0 : Epsilon * Math.Sqrt(of[k].Respondents) * Math.Abs(of[k].Value);

    private static void Assert(Estimate expected, Estimate actual, double tolerance, double blur)
    {
        string title = expected.Title;
        NUnit.Framework.Assert.That(actual.Title, Is.EqualTo(title));
        NUnit.Framework.Assert.That((actual.Respondents, actual.Missing, actual.DegreesOfFreedom), Is.EqualTo((expected.Respondents, expected.Missing, expected.DegreesOfFreedom)), title);
        Near(expected.Value, actual.Value, tolerance, title + ": value");
        Near(expected.StandardError, actual.StandardError, tolerance, title + ": standard error", Math.Max(blur / tolerance, Rounding * Math.Abs(expected.Value)));
        Near(expected.SumOfWeights, actual.SumOfWeights, tolerance, title + ": sum of weights");
        Near(expected.SumOfSquaredWeights, actual.SumOfSquaredWeights, tolerance, title + ": sum of squared weights");
        Near(expected.DesignEffectWithReplacement, actual.DesignEffectWithReplacement, DesignEffect, title + ": design effect");
        Near(expected.DesignEffectInWholeSample, actual.DesignEffectInWholeSample, DesignEffect, title + ": design effect in the whole sample");
    }

    /// <summary>Of the first estimates: products of what standard errors are the roots of, and so twice as far off.</summary>
    private static void AssertCovariances(Estimates expected, Estimates actual, double tolerance)
    {
        int[] some = [.. Enumerable.Range(0, expected.Count).Where(k => expected[k].StandardError > 0).Take(3)];
        foreach (int first in some)
            foreach (int second in some)
                Near(expected.Covariance(first, second), actual.Covariance(first, second), 2 * tolerance, $"covariance of {first} and {second}", Math.Max(expected[first].StandardError * expected[second].StandardError, Rounding * Rounding * Math.Abs(expected[first].Value * expected[second].Value)));
    }

    private static void Near(double expected, double actual, double tolerance, string what, double scale = 0)
    {
        if (double.IsNaN(expected))
            NUnit.Framework.Assert.That(actual, Is.NaN, what);
        else if (actual != expected)
            NUnit.Framework.Assert.That(Math.Abs(actual - expected) / Math.Max(Math.Abs(expected), scale), Is.LessThanOrEqualTo(tolerance), $"{what}: {actual:R} where {expected:R} is expected");
    }
}
