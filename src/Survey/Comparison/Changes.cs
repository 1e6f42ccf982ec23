using System.Collections;

namespace Survey;

/// <summary>Changes between two waves, with what the waves share.</summary>
public sealed class Changes : IReadOnlyList<Change>
{
    private readonly Change[] _all;

    internal Changes(Change[] all, WaveOverlap overlap, SampleSummary sample) => (_all, Overlap, Sample) = (all, overlap, sample);

    /// <summary>Which PSUs the two waves share.</summary>
    public WaveOverlap Overlap { get; }

    /// <summary>The waves they came from, and what should be said beside the results.</summary>
    public SampleSummary Sample { get; }

    /// <inheritdoc/>
    public Change this[int index] => _all[index];

    /// <inheritdoc/>
    public int Count => _all.Length;

    /// <inheritdoc/>
    public IEnumerator<Change> GetEnumerator() => ((IEnumerable<Change>)_all).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>An aligned table, with 95 % intervals and the notes of the samples.</summary>
    public override string ToString() => ToText() + string.Concat(Sample.Notes.Select(note => $"Note: {note}\n"));

    /// <summary>An aligned table for people: proportions in per cent, their differences in percentage points, relative changes in per cent by Fieller.</summary>
    /// <param name="level">Coverage of the intervals.</param>
    public string ToText(double level = 0.95)
    {
        string[] names = [.. _all.Select(NameOf).Distinct()];
        bool categories = _all.Any(change => change.Before.Category is not null);
        string[] by = _all.Length == 0 ? [] : [.. _all[0].Before.Domain.Select(domain => domain.Variable)];
        string interval = Figures.IntervalHeading(level);
        var table = new TextTable([
            .. names.Length > 1 ? [TextTable.Left("statistic")] : (TextTable.Heading[])[],
            .. categories ? [TextTable.Left("category")] : (TextTable.Heading[])[],
            .. by.Select(TextTable.Left),
            TextTable.Right(Overlap.First), TextTable.Right(Overlap.Second), TextTable.Right("change"), TextTable.Right("std. error"), TextTable.Right(interval),
            TextTable.Right("relative"), TextTable.Right(interval), TextTable.Right("correlation"), TextTable.Right("df")]);
        var remarks = new Remarks();
        foreach (Change change in _all)
        {
            Interval difference = change.Difference.Interval(level);
            RelativeInterval relative = change.RelativeInterval(level);
            bool hasRelative = change.NoRelative(change.Fieller(level)) is null;
            table.Add([
                .. names.Length > 1 ? [NameOf(change)] : (string[])[],
                .. categories ? [change.Before.Category ?? ""] : (string[])[],
                .. change.Before.Domain.Select(domain => domain.Label),
                Figures.Value(change.Before), Figures.Value(change.After),
                ContrastFigures.Value(change.Difference, change.Difference.Value), ContrastFigures.Value(change.Difference, change.Difference.StandardError),
                remarks.Mark(ContrastFigures.Range(change.Difference, difference), difference.Remark ?? (hasRelative ? null : change.Remark)),
                hasRelative ? Figures.Fixed(100 * change.Relative, 2) + " %" : "-",
                remarks.Mark(hasRelative ? $"{Figures.Fixed(100 * relative.Low, 2)} to {Figures.Fixed(100 * relative.High, 2)}" : "-", relative.Remark),
                Figures.Fixed(change.Correlation, 2), Figures.Degrees(change.DegreesOfFreedom)]);
        }
        return $"{(names.Length == 1 ? names[0] + "\n" : "")}{table}{Sample}\n{Overlap}\n{remarks}";
    }

    private static string NameOf(Change change) => $"{change.Before.Statistic} of {change.Before.Variable}";
}
