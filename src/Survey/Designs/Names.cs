using System.Runtime.CompilerServices;

namespace Survey;

/// <summary>One or several column names, outermost stage first: <c>"psu"</c> or <c>["psu", "household"]</c>.</summary>
[CollectionBuilder(typeof(Names), nameof(Of))]
public readonly struct Names
{
    private readonly string[]? _names;

    private Names(string[] names) => _names = names;

    /// <summary>How many.</summary>
    public int Count => _names?.Length ?? 0;

    /// <summary>The name of a stage.</summary>
    /// <param name="stage">From 0.</param>
    public string this[int stage] => (_names ?? [])[stage];

    /// <summary>All of them, in order.</summary>
    internal IReadOnlyList<string> All => _names ?? [];

    /// <summary>Several.</summary>
    /// <param name="names">Outermost stage first.</param>
    public static Names Of(ReadOnlySpan<string> names) => new(names.ToArray());

    /// <summary>One, or none.</summary>
    public static implicit operator Names(string? name) => name is null ? default : new([name]);

    /// <summary>Goes through them.</summary>
    public ReadOnlySpan<string>.Enumerator GetEnumerator() => new ReadOnlySpan<string>(_names).GetEnumerator();
}
