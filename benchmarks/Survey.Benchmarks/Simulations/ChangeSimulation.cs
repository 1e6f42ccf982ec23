using static Survey.Simulations.MarkdownTable;

namespace Survey.Simulations;

/// <summary>Whether the standard error of a change between two waves is right, whatever share of the villages was replaced: draws many pairs of waves and prints tables in Markdown.</summary>
internal static class ChangeSimulation
{
    private static readonly (string Towns, TwoWaves Population)[] _populations = [("alike", new(townSpread: 0)), ("unlike", new(townSpread: 1))];

    private static readonly int[] _replaced = [0, 2, 4, 8];

    /// <param name="samples">For each population and number of villages replaced.</param>
    /// <param name="to">Where the tables go.</param>
    public static void Run(int samples, TextWriter to)
    {
        (string[] Row, ChangeResult[] Results, IReadOnlyList<double> Truth)[] all = [
            .. from own in _populations
               from replaced in _replaced
               select ((string[])[own.Towns, FormattableString.Invariant($"{replaced} of {8}")], Draw(own.Population, replaced, samples), own.Population.Truth)];
        Write(
            to,
            texts: 2,
            ["towns", "villages replaced", "true change", "mean change", "SD of changes", "mean SE", "root mean square SE", "mean SE / SD", "the same of the log ratio", "coverage, difference", "coverage, relative (Fieller)", "correlation", "df"],
            all.Select(own => (string[])[.. own.Row, .. OfChange(own.Results, own.Truth)]));
        to.WriteLine();
        Write(
            to,
            texts: 2,
            ["towns", "villages replaced", "mean SE / SD", "coverage", "taken as independent: mean SE / SD", "coverage", "stacked as one design: mean SE / SD", "coverage"],
            all.Select(own => (string[])[
                .. own.Row, .. Columns(result => result.Change.Difference, own.Results, own.Truth), .. Columns(result => result.Independent, own.Results, own.Truth), .. Columns(result => result.Stacked, own.Results, own.Truth)]));
    }

    // one seed a sample and results in the order of the samples, so that the tables are the same for any number of threads
    private static ChangeResult[] Draw(TwoWaves population, int replaced, int samples) =>
        [.. ParallelEnumerable.Range(0, samples).AsOrdered().Select(sample => ChangeResult.Of(population.Draw(replaced, sample), anyShared: replaced < 8))];

    private static string[] OfChange(ChangeResult[] results, IReadOnlyList<double> truth)
    {
        ErrorCheck difference = Check(results, own => own.Change.Difference), log = Check(results, own => own.Change.LogRatio);
        return [
            Points(truth[1] - truth[0]), Points(difference.Mean), Points(difference.Deviation), Points(difference.MeanError), Points(difference.RootMeanSquareError), Ratio(difference), Ratio(log),
            Coverage(results, own => Covers(own.Change.Difference.Interval(), truth[1] - truth[0])),
            Coverage(results, own => Covers(own.Change.RelativeInterval(), truth[1] / truth[0] - 1)),
            FormattableString.Invariant($"{results.Average(own => own.Change.Correlation):0.000}"), FormattableString.Invariant($"{results.Average(own => own.Change.DegreesOfFreedom):0.#}")];
    }

    private static string[] Columns(Func<ChangeResult, Contrast> contrast, ChangeResult[] results, IReadOnlyList<double> truth) =>
        [Ratio(Check(results, contrast)), Coverage(results, own => Covers(contrast(own).Interval(), truth[1] - truth[0]))];

    private static ErrorCheck Check(ChangeResult[] results, Func<ChangeResult, Contrast> contrast) =>
        new([.. results.Select(contrast).Select(own => (own.Value, own.StandardError))]);

    private static string Coverage(ChangeResult[] results, Func<ChangeResult, bool> covers) => Percent(results.Average(own => covers(own) ? 1.0 : 0));

    private static bool Covers(Interval interval, double truth) => interval.Low <= truth && truth <= interval.High;

    private static bool Covers(RelativeInterval interval, double truth) => interval.Low <= truth && truth <= interval.High;
}
