using System.Collections;

namespace Survey;

/// <summary>Changes between two waves, with what the waves share.</summary>
[TypeFormatterSource(typeof(NotebookFormatters), PreferredMimeTypes = ["text/html"])]
public sealed class Changes : IReadOnlyList<Change>, IResult
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
    public override string ToString() => Display().ToString();

    /// <summary>An aligned table for people: proportions in per cent, their differences in percentage points, relative changes in per cent by Fieller.</summary>
    /// <param name="level">Coverage of the intervals.</param>
    public string ToText(double level = 0.95) => new ChangesText([this], level, withWaves: true).Display().ToString();

    /// <summary>The changes as rows: both waves, the difference and the relative change, by Fieller and as a log ratio. A split variable called as a figure has a _ after its name.</summary>
    /// <param name="level">Coverage of the intervals.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not between 0 and 1.</exception>
    public Table ToTable(double level = 0.95) => ChangesTable.Of([this], new IntervalChoice(level));

    Table IResult.ToTable() => ToTable();

    Display IResult.Display() => Display();

    private Display Display() => new ChangesText([this], 0.95, withWaves: true).Display().AddNotes(Sample);
}
