namespace Survey.Monitoring;

/// <summary>A piece of a study file: a map, a list or a text.</summary>
/// <param name="place">Where it begins.</param>
internal abstract class StudyNode(StudyPlace place)
{
    public StudyPlace Place { get; } = place;

    /// <summary>What messages call it.</summary>
    public abstract string What { get; }
}

/// <summary>A text, whatever it looks like: 1, true and 2023-09-04 are texts too, and what they mean is for the reader of the key to say.</summary>
internal sealed class TextNode(string text, bool isPlain, StudyPlace place) : StudyNode(place)
{
    public string Text { get; } = text;

    /// <summary>Whether nothing at all stands behind the key; "" is a text.</summary>
    public bool IsNothing => isPlain && Text.Length == 0;

    public override string What => IsNothing ? "empty" : $"the text '{Excerpt.Of(Text)}'";
}

/// <summary>A list, in one line or one item a line.</summary>
internal sealed class ListNode(IReadOnlyList<StudyNode> items, StudyPlace place) : StudyNode(place)
{
    public IReadOnlyList<StudyNode> Items { get; } = items;

    public override string What => "a list";
}

/// <summary>Keys with values, in the order of the file; no key stands twice.</summary>
internal sealed class MapNode(IReadOnlyList<MapEntry> entries, StudyPlace place) : StudyNode(place)
{
    public IReadOnlyList<MapEntry> Entries { get; } = entries;

    public override string What => "a map";

    /// <summary>The value of a key, or null.</summary>
    public StudyNode? this[string key] => Entry(key)?.Value;

    /// <summary>A key with its value, or null.</summary>
    public MapEntry? Entry(string key) => Entries.FirstOrDefault(entry => entry.Name == key);

    public bool Has(string key) => Entry(key) is not null;
}

/// <summary>A key and its value.</summary>
internal sealed record MapEntry(TextNode Key, StudyNode Value)
{
    public string Name => Key.Text;
}
