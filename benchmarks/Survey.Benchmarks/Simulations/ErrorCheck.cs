namespace Survey.Simulations;

/// <summary>Estimates of many samples and the standard errors they came with, against how much the estimates really vary from sample to sample.</summary>
internal sealed record ErrorCheck
{
    /// <param name="results">Of each sample.</param>
    public ErrorCheck(IReadOnlyList<(double Value, double StandardError)> results)
    {
        double n = results.Count;
        Mean = results.Average(own => own.Value);
        double variance = results.Sum(own => Square(own.Value - Mean)) / (n - 1);
        Deviation = Math.Sqrt(variance);
        MeanError = results.Average(own => own.StandardError);
        RootMeanSquareError = Math.Sqrt(results.Average(own => Square(own.StandardError)));
        Ratio = MeanError / Deviation;
        // how much each sample moves the ratio: a standard deviation of n values is itself uncertain by about 1/√(2n)
        RatioError = Math.Sqrt(results.Sum(own => Square(
            (own.StandardError - MeanError) / Deviation - Ratio * (Square(own.Value - Mean) - variance) / (2 * variance)))) / n;
    }

    /// <summary>Mean of the estimates.</summary>
    public double Mean { get; }

    /// <summary>Their standard deviation: what a standard error estimates.</summary>
    public double Deviation { get; }

    /// <summary>Mean of the standard errors.</summary>
    public double MeanError { get; }

    /// <summary>Square root of the mean of the variances.</summary>
    public double RootMeanSquareError { get; }

    /// <summary>Mean standard error / standard deviation.</summary>
    public double Ratio { get; }

    /// <summary>The standard error of that ratio, as there are only so many samples.</summary>
    public double RatioError { get; }

    private static double Square(double x) => x * x;
}
