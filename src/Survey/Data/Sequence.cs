using System.Collections;

namespace Survey;

/// <summary>A list that nobody can write to, equal to another with equal items: a record compares an array member by reference.</summary>
internal sealed class Sequence<T>(params ReadOnlySpan<T> items) : IReadOnlyList<T>, IEquatable<Sequence<T>>
    where T : notnull
{
    private readonly T[] _items = items.ToArray();

    public ReadOnlySpan<T> Span => _items;

    public int Count => _items.Length;

    public T this[int index] => _items[index];

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(Sequence<T>? other) => other is not null && _items.AsSpan().SequenceEqual(other._items);

    public override bool Equals(object? obj) => Equals(obj as Sequence<T>);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (T item in _items)
            hash.Add(item);
        return hash.ToHashCode();
    }
}
