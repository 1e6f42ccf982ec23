namespace Survey;

/// <summary>A drawn sample for people: one line a stratum of each stage, or one for all where they are many.</summary>
internal sealed class DrawnSampleText(DrawnSample sample)
{
    private const int MostStrata = 60;

    public Display Display()
    {
        var display = new Display();
        for (int stage = 1; stage <= sample.Plan.Stages.Count; stage++)
            AddStage(display, sample.Plan.Stages[stage - 1], [.. sample.Strata.Where(stratum => stratum.Stage == stage)]);
        return display.Add($"{Invariant.Count(sample.Units.RowCount)} of {Invariant.Count(sample.FrameRows)} rows drawn, seed {sample.Plan.Seed}").Add(string.Concat(sample.Notes.Select(note => note + "\n")));
    }

    private static void AddStage(Display display, SamplingStage plan, DrawnStratum[] strata)
    {
        string[] columns = strata.Length is 0 or > MostStrata ? [] : [.. strata[0].Stratum.Select(part => part.Column)];
        var table = new TextTable([.. columns.Select(TextTable.Left), .. Headings(plan)]);
        foreach (DrawnStratum stratum in strata.Length > MostStrata ? [] : strata)
            table.Add([.. stratum.Stratum.Select(part => part.Text), .. Cells(plan, [stratum])]);
        if (strata.Length != 1)
            table.Add([.. columns.Select((_, k) => k == 0 ? "(all)" : ""), .. Cells(plan, strata)]);
        string how = $"{plan.Unit}: {plan.Method.Called()}{(plan.MeasureOfSize is { } size ? $", chance proportional to {size}" : plan.SizeIsRows ? ", chance proportional to the number of rows" : "")}{(strata.Length > MostStrata ? $", {Invariant.Count(strata.Length)} strata" : "")}";
        display.Add(table, how).Add("\n");
    }

    private static IEnumerable<TextTable.Heading> Headings(SamplingStage plan)
    {
        yield return TextTable.Right("units");
        if (plan.HasSizes)
            yield return TextTable.Right("size");
        foreach (string name in (string[])["drawn", "certain", "probability"])
            yield return TextTable.Right(name);
    }

    private static IEnumerable<string> Cells(SamplingStage plan, DrawnStratum[] strata)
    {
        yield return Invariant.Count(strata.Sum(stratum => (long)stratum.Units));
        if (plan.HasSizes)
            yield return Figures.Size(strata.Sum(stratum => stratum.Size));
        yield return Invariant.Count(strata.Sum(stratum => (long)stratum.Drawn));
        yield return Invariant.Count(strata.Sum(stratum => (long)stratum.Certain));
        yield return Range([.. strata.Where(stratum => stratum.Drawn > 0)]);
    }

    private static string Range(DrawnStratum[] strata)
    {
        if (strata.Length == 0)
            return "-";
        string low = Probability(strata.Min(stratum => stratum.LowestProbability)), high = Probability(strata.Max(stratum => stratum.HighestProbability));
        return low == high ? low : $"{low} to {high}";
    }

    private static string Probability(double probability) => probability.ToString(probability < 0.001 ? "0.00e+0" : "0.0000", System.Globalization.CultureInfo.InvariantCulture);
}
