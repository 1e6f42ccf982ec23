namespace Survey;

/// <summary>Estimates as an aligned table for people, with remarks under it.</summary>
/// <param name="estimates">Its rows.</param>
/// <param name="intervals">Which they have.</param>
/// <param name="standard">The presentation standard that they are held against, or null.</param>
/// <param name="designEffects">Whether design effects stand beside.</param>
internal sealed class EstimatesText(Estimates estimates, IntervalChoice intervals, Func<Estimate, Presentation>? standard, bool designEffects)
{
    private readonly string[] _names = [.. estimates.Select(NameOf).Distinct()];
    private readonly bool _categories = estimates.Any(estimate => estimate.Category is not null);
    private readonly PresentationNotes? _notes = standard is null ? null : new PresentationNotes([.. estimates], standard);
    private readonly Remarks _remarks = new();

    public Display Display()
    {
        var table = new TextTable([.. Headings()]);
        for (int row = 0; row < estimates.Count; row++)
            table.Add([.. Cells(row, estimates[row])]);
        return new Display().Add(table, _names.Length == 1 ? _names[0] : null).Add(estimates.Sample.ToString()).Add(_remarks.ToString()).Add(string.Concat((_notes?.Lines ?? []).Select(line => line + "\n")));
    }

    private IEnumerable<TextTable.Heading> Headings()
    {
        if (_names.Length > 1)
            yield return TextTable.Left("statistic");
        if (_categories)
            yield return TextTable.Left("category");
        foreach (DomainLevel domain in estimates.Count == 0 ? [] : estimates[0].Domain)
            yield return TextTable.Left(domain.Variable);
        foreach (string name in (string[])["estimate", "std. error", Figures.IntervalHeading(intervals.Level), "df", "respondents", "missing"])
            yield return TextTable.Right(name);
        if (designEffects)
            foreach (string name in (string[])["deff", "eff. n", "Kish deff"])
                yield return TextTable.Right(name);
        if (_notes is not null)
            yield return TextTable.Left("presentation");
    }

    private IEnumerable<string> Cells(int row, Estimate estimate)
    {
        if (_names.Length > 1)
            yield return NameOf(estimate);
        if (_categories)
            yield return estimate.Category ?? "";
        foreach (DomainLevel domain in estimate.Domain)
            yield return domain.Label;
        foreach (string figure in _notes?.Suppresses(row) ?? false ? ["suppressed", "", ""] : (string[])[Figures.Value(estimate), Figures.Error(estimate), IntervalText(estimate)])
            yield return figure;
        yield return Figures.Degrees(estimate.DegreesOfFreedom);
        yield return Figures.Count(estimate.Respondents);
        yield return Figures.Count(estimate.Missing);
        if (designEffects)
            foreach (string figure in (string[])[Figures.Effect(estimate.DesignEffect), Figures.Size(estimate.EffectiveSampleSize), Figures.Effect(estimate.KishDesignEffect)])
                yield return figure;
        if (_notes is not null)
            yield return _notes[row];
    }

    private string IntervalText(Estimate estimate)
    {
        Interval interval = intervals.Of(estimate);
        string text = double.IsNaN(interval.Low) ? "-" : $"{Figures.Limit(estimate, interval.Low)} to {Figures.Limit(estimate, interval.High)}";
        return estimate.Respondents == 0 ? text : _remarks.Mark(text, interval.Remark);
    }

    private static string NameOf(Estimate estimate) => $"{estimate.Statistic} of {estimate.Variable}";
}
