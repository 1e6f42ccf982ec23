namespace Survey;

/// <summary>Combines the estimates of data whose missing values were imputed several times.</summary>
public static class MultipleImputation
{
    /// <summary>Rubin's rules: the mean of the estimates, with the variance within imputations plus (1 + 1/m) times that between them.</summary>
    /// <param name="imputed">The same request to each of m completed data sets, at least two.</param>
    /// <returns>The estimates of the first, combined, with their covariance. They have no design effects; respondents are the fewest of any imputation, missing answers the most.</returns>
    /// <exception cref="ArgumentException">There are fewer than two, or they are not of the same statistics and domains.</exception>
    /// <remarks>
    /// T = U + (1 + 1/m) B. Degrees of freedom of Barnard and Rubin (1999), Small-sample degrees of freedom with multiple imputation, Biometrika 86, 948-955: with λ = (1 + 1/m) B/T and ν those of the
    /// complete data, which each estimate has, 1/(λ²/(m - 1) + 1/[(1 - λ) ν (ν + 1)/(ν + 3)]). The same for any combination of estimates, such as a contrast.
    /// R: <c>mitools::MIcombine(df.complete = degf(design))</c>, but for the degrees of freedom, where it (2.4) leaves the factor 1 + 1/m out of 1 - λ; <c>mice::pool</c> has them as here.
    /// </remarks>
    public static Estimates Combine(params IReadOnlyList<Estimates> imputed)
    {
        ArgumentNullException.ThrowIfNull(imputed);
        if (imputed.Count < 2)
            throw new ArgumentException($"Give the estimates of at least two imputations, not of {imputed.Count}; one has no variance between imputations.", nameof(imputed));
        for (int i = 1; i < imputed.Count; i++)
            if (!imputed[i].Select(estimate => estimate.Title).SequenceEqual(imputed[0].Select(estimate => estimate.Title)))
                throw new ArgumentException($"Imputation {i + 1} has other statistics or domains than the first; make the same request to each (a level that one of them lacks is a domain all the same if its column is a category).", nameof(imputed));
        var errors = new ImputedErrors([.. imputed]);
        SampleSummary sample = imputed[0].Sample;
        return new Estimates(
            [.. imputed[0].Select((first, k) => Combined(first, k, imputed, errors))],
            sample with { Notes = new Sequence<string>([.. sample.Notes, $"combined over {imputed.Count} imputations"]) },
            errors);
    }

    private static Estimate Combined(Estimate first, int k, IReadOnlyList<Estimates> imputed, ImputedErrors errors)
    {
        var alone = Combination.Of(k);
        return first with
        {
            Value = imputed.Average(estimates => estimates[k].Value),
            StandardError = Math.Sqrt(errors.Variance(alone)),
            DegreesOfFreedom = errors.DegreesOfFreedom(alone),
            Respondents = imputed.Min(estimates => estimates[k].Respondents),
            Missing = imputed.Max(estimates => estimates[k].Missing),
            SumOfWeights = imputed.Average(estimates => estimates[k].SumOfWeights),
            SumOfSquaredWeights = imputed.Average(estimates => estimates[k].SumOfSquaredWeights),
            DesignEffectWithReplacement = double.NaN,
            DesignEffectInWholeSample = double.NaN,
        };
    }

    /// <summary>Within plus (1 + 1/m) between, of any combinations of the estimates.</summary>
    private sealed class ImputedErrors(Estimates[] imputed) : SamplingErrors
    {
        private double Share => (imputed.Length + 1.0) / imputed.Length;

        public double Variance(Combination of) => Within(of) + Share * Between(of, of);

        public double DegreesOfFreedom(Combination of)
        {
            double complete = imputed.Min(estimates => estimates.Errors.DegreesOfFreedom(of, k => estimates[k].DegreesOfFreedom));
            double between = Share * Between(of, of), lost = between == 0 ? 0 : between / (Within(of) + between);
            if (!(complete > 0))
                return complete;
            double observed = double.IsPositiveInfinity(complete) ? complete : (1 - lost) * complete * (complete + 1) / (complete + 3);
            return 1 / (lost * lost / (imputed.Length - 1) + 1 / observed);
        }

        public override double DegreesOfFreedom(Combination of, Func<int, double> own) => DegreesOfFreedom(of);

        public override double[] Variances(IReadOnlyList<Combination> of) => [.. of.Select(Variance)];

        public override double[,] Covariance(IReadOnlyList<Combination> of)
        {
            double[,] sum = new double[of.Count, of.Count];
            double[][,] within = [.. imputed.Select(estimates => estimates.Errors.Covariance(of))];
            for (int k = 0; k < of.Count; k++)
                for (int l = 0; l <= k; l++)
                    sum[k, l] = sum[l, k] = within.Average(own => own[k, l]) + Share * Between(of[k], of[l]);
            return sum;
        }

        /// <summary>The mean of the variances.</summary>
        private double Within(Combination of) =>
            of is { Estimates: [int only], Coefficients: [1.0] }
                ? imputed.Average(estimates => estimates[only].StandardError * estimates[only].StandardError)
                : imputed.Average(estimates => estimates.Errors.Variances([of])[0]);

        /// <summary>The covariance of the values over the imputations.</summary>
        private double Between(Combination first, Combination second)
        {
            double[] a = Values(first), b = Values(second);
            double meanA = a.Average(), meanB = b.Average();
            return a.Zip(b, (x, y) => (x - meanA) * (y - meanB)).Sum() / (imputed.Length - 1);
        }

        /// <summary>The value in each imputation, less that in the first: equal values then have no variance, not that of the rounding of their mean.</summary>
        private double[] Values(Combination of) => Array.ConvertAll(imputed, estimates => of.Estimates.Select((k, part) => of.Coefficients[part] * (estimates[k].Value - imputed[0][k].Value)).Sum());
    }
}
