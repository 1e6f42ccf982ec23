namespace Survey.Monitoring;

/// <summary>What a part of a study file may look like, as data: the checker, the reader's trust and the schema for editors rest on the same shapes.</summary>
internal abstract record Shape
{
    /// <summary>What messages call it, such as "a list of texts".</summary>
    public abstract string What { get; }
}

/// <summary>A map whose keys are known.</summary>
internal sealed record MapShape(params KeyShape[] Keys) : Shape
{
    /// <summary>Keys of which exactly one stands there; empty for no such rule.</summary>
    public string[] ExactlyOne { get; init; } = [];

    /// <summary>Keys of which at least one stands there; empty for no such rule.</summary>
    public string[] AtLeastOne { get; init; } = [];

    /// <summary>What a key needs beside it.</summary>
    public (string Key, string[] Others)[] Needs { get; init; } = [];

    public override string What => Keys.Length <= 3 ? $"a map ({{{string.Join(", ", Keys.Select(key => $"{key.Name}: ..."))}}})" : "a map (key: value, a line each or in { })";

    public KeyShape? this[string name] => Array.Find(Keys, key => key.Name == name);
}

/// <summary>A key of a map.</summary>
/// <param name="Name">As written.</param>
/// <param name="Shape">Of its value.</param>
/// <param name="IsRequired">Whether a map without it is incomplete.</param>
/// <param name="Doc">What it says, for editors and for those who left it out: a phrase in lower case without a full stop.</param>
internal sealed record KeyShape(string Name, Shape Shape, bool IsRequired, string Doc)
{
    public static KeyShape Required(string name, Shape shape, string doc) => new(name, shape, true, doc);

    public static KeyShape Optional(string name, Shape shape, string doc) => new(name, shape, false, doc);
}

/// <summary>A map whose keys are the user's: names, codes, numbers of targets.</summary>
/// <param name="Entry">What a key is, such as "the name of a column".</param>
/// <param name="Value">The shape of every value.</param>
internal sealed record DictionaryShape(string Entry, Shape Value) : Shape
{
    public override string What => $"a map ({{{Entry}: ...}})";
}

/// <summary>A list.</summary>
/// <param name="Item">The shape of every item.</param>
internal sealed record ListShape(Shape Item) : Shape
{
    public int Least { get; init; } = 1;

    public int? Most { get; init; }

    /// <summary>Whether no text may stand in it twice.</summary>
    public bool IsDistinct { get; init; }

    public override string What => $"a list ([{(Item is MapShape ? "{...}" : "...")}, ...])";
}

/// <summary>Several ways to say a thing, told apart by what stands there: a text, a list or a map; at least two.</summary>
internal sealed record ChoiceShape(ScalarShape? Text, ListShape? List, Shape? Map) : Shape
{
    public IEnumerable<Shape> Ways => new[] { Text, List, Map }.OfType<Shape>();

    public override string What => string.Join(" or ", Ways.Select(way => way.What));

    /// <summary>One text, or a list of distinct ones.</summary>
    public static ChoiceShape OneOrList(ScalarShape item) => new(item, new ListShape(item) { IsDistinct = true }, null);
}

/// <summary>A text with a meaning.</summary>
/// <param name="What">What messages call it, such as "a whole number".</param>
/// <param name="Wrong">Why a text is none, as the rest of a sentence that begins with the key, such as "'x' is not a whole number; write digits, such as 12"; null where it is one.</param>
internal sealed record ScalarShape(string What, Func<string, string?> Wrong) : Shape
{
    public override string What { get; } = What;

    /// <summary>What the YAML of editors may take such a text for, in the words of JSON schema.</summary>
    public string[] Types { get; init; } = ["string"];

    /// <summary>A regular expression that every such text matches, or null.</summary>
    public string? Pattern { get; init; }

    /// <summary>All texts there are; empty where they are not listed.</summary>
    public string[] Words { get; init; } = [];

    /// <summary>Whether "" is such a text.</summary>
    public bool MayBeEmpty { get; init; }
}
