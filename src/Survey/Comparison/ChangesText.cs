namespace Survey;

/// <summary>Changes as an aligned table for people, with the waves and what they share under it.</summary>
/// <param name="steps">Changes between one pair of waves, or several.</param>
/// <param name="level">Coverage of the intervals.</param>
/// <param name="withWaves">Whether the waves stand under it, each in a line.</param>
internal sealed class ChangesText(IReadOnlyList<Changes> steps, double level, bool withWaves)
{
    private readonly Change[] _all = [.. steps.SelectMany(changes => changes)];
    private readonly Remarks _remarks = new();

    private bool HasSteps => steps.Count > 1;

    private bool HasCategories => _all.Any(change => change.Before.Category is not null);

    private string[] Names => [.. _all.Select(NameOf).Distinct()];

    public Display Display()
    {
        string[] names = Names;
        var table = new TextTable([.. Headings(names.Length > 1)]);
        foreach (Change change in _all)
            table.Add([.. Cells(change, names.Length > 1)]);
        return new Display().Add(table, names.Length == 1 ? $"change of the {names[0]}" : null)
            .Add(string.Concat(Waves().Select(wave => wave + "\n"))).Add(string.Concat(Overlaps().Select(line => line + "\n"))).Add(_remarks.ToString());
    }

    private IEnumerable<TextTable.Heading> Headings(bool named)
    {
        if (named)
            yield return TextTable.Left("statistic");
        if (HasCategories)
            yield return TextTable.Left("category");
        foreach (DomainLevel domain in _all.Length == 0 ? [] : _all[0].Before.Domain)
            yield return TextTable.Left(domain.Variable);
        if (HasSteps)
            foreach (string name in (string[])["from", "to"])
                yield return TextTable.Left(name);
        string[] figures = [
            HasSteps ? "before" : steps[0].Overlap.First, HasSteps ? "after" : steps[0].Overlap.Second,
            Array.TrueForAll(_all, change => change.Difference.Unit == ContrastUnit.Points) ? "change (points)" : "change", "std. error", Figures.IntervalHeading(level),
            "relative (%)", Figures.IntervalHeading(level) + " (Fieller)", "correlation", "df"];
        foreach (string name in figures)
            yield return TextTable.Right(name);
    }

    private IEnumerable<string> Cells(Change change, bool named)
    {
        if (named)
            yield return NameOf(change);
        if (HasCategories)
            yield return change.Before.Category ?? "";
        foreach (DomainLevel domain in change.Before.Domain)
            yield return domain.Label;
        if (HasSteps)
            foreach (string wave in (string[])[change.From, change.To])
                yield return wave;
        foreach (string figure in FiguresOf(change))
            yield return figure;
    }

    private string[] FiguresOf(Change change)
    {
        Interval difference = change.Difference.Interval(level);
        RelativeInterval relative = change.RelativeInterval(level);
        bool hasRelative = change.NoRelative(change.Fieller(level)) is null, hasInterval = !double.IsNaN(relative.Low);
        return [
            Figures.Value(change.Before), Figures.Value(change.After),
            ContrastFigures.Value(change.Difference, change.Difference.Value), ContrastFigures.Value(change.Difference, change.Difference.StandardError),
            _remarks.Mark(ContrastFigures.Range(change.Difference, difference), change.Remark ?? difference.Remark),
            hasRelative ? Percent(change.Relative) : "-",
            _remarks.Mark(hasInterval ? $"{Percent(relative.Low)} to {Percent(relative.High)}" : "-", hasInterval || relative.Remark == change.Remark ? null : relative.Remark),
            Figures.Fixed(change.Correlation, 2), Figures.Degrees(change.DegreesOfFreedom)];
    }

    /// <summary>What each pair of waves shares; in one line where no two of them share anything.</summary>
    private IEnumerable<string> Overlaps()
    {
        WaveOverlap[] overlaps = [.. steps.Select(changes => changes.Overlap)];
        return overlaps.Length < 2 || Array.Exists(overlaps, overlap => !overlap.IsIndependent) ? overlaps.Select(overlap => overlap.ToString())
            : Array.TrueForAll(overlaps, overlap => overlap.EqualIds == 0) ? ["no PSU is in two of the waves compared: they are independent"]
            : ["PSU ids that occur in two of the waves compared were declared different places: the waves are independent"];
    }

    /// <summary>Those that were compared.</summary>
    private IEnumerable<SampleSummary> Waves()
    {
        if (!withWaves)
            return [];
        HashSet<string> compared = [.. steps.SelectMany(changes => (string[])[changes.Overlap.First, changes.Overlap.Second])];
        return steps[0].Sample.Parts.Where(wave => compared.Contains(wave.Name!));
    }

    private static string Percent(double fraction) => Figures.Fixed(100 * fraction, 2);

    private static string NameOf(Change change) => $"{change.Before.Statistic} of {change.Before.Variable}";
}
