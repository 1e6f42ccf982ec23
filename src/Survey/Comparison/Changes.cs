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
    public string ToText(double level = 0.95) => new ChangesText([this], level, withWaves: true).ToString();
}
