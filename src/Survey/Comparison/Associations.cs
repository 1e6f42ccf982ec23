using System.Collections;

namespace Survey;

/// <summary>Tests of the association of one outcome with several variables, made in one pass over the rows. Their p values are each for itself.</summary>
public sealed class Associations : IReadOnlyList<Association>
{
    private readonly Association[] _all;

    internal Associations(Association[] all) => _all = all;

    /// <inheritdoc/>
    public Association this[int index] => _all[index];

    /// <inheritdoc/>
    public int Count => _all.Length;

    /// <inheritdoc/>
    public IEnumerator<Association> GetEnumerator() => ((IEnumerable<Association>)_all).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>An aligned table of one test a row, and the notes of the sample.</summary>
    public override string ToString() => AssociationText.Table(_all);
}
