namespace Survey.Monitoring;

/// <summary>A questionnaire that is scored: its items with their keys, and the scales that their points are added up to. Never changes.</summary>
public sealed record Instrument
{
    /// <summary>Its name, such as "national-50".</summary>
    public required string Id { get; init; }

    /// <summary>Its edition; figures of two editions are not compared.</summary>
    public string? Version { get; init; }

    /// <summary>What it is called.</summary>
    public required LocalText Title { get; init; }

    /// <summary>The items, in the order of their file.</summary>
    public required IReadOnlyList<InstrumentItem> Items { get; init; }

    /// <summary>The total, then the aspects, then the issues.</summary>
    public required IReadOnlyList<Scale> Scales { get; init; }

    /// <summary>All items together.</summary>
    public Scale Total => Scales[0];

    /// <summary>Reads a questionnaire: a structure and the items that complete it.</summary>
    /// <param name="structure">"national-50", or a YAML file of a structure of your own.</param>
    /// <param name="items">A CSV file or workbook with a row an item: item, type, options, key, aspect, issue, points.</param>
    /// <param name="version">Its edition.</param>
    /// <exception cref="SurveyDataException">A file cannot be read, a key is missing or names an option that is not there, or items and points do not add up to those of the structure.</exception>
    public static Instrument Read(string structure, string items, string? version = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(structure);
        ArgumentException.ThrowIfNullOrWhiteSpace(items);
        return Instruments.InstrumentReader.Read(structure, items, version);
    }

    /// <summary>The items that two editions have in common, each with its own key: by these alone their figures may be compared.</summary>
    /// <param name="first">An edition.</param>
    /// <param name="second">Another.</param>
    /// <returns>Both editions, of the common items only, with cuts of the same share of the points that are left, and one version, such as "46 common items of 2015 and 2016".</returns>
    /// <remarks>
    /// Common are items of the same id, type, number of options, points, aspect and issue, whose options have the same texts, in any order, where both editions say them. Keys are each edition's own, as options may stand in another order.
    /// </remarks>
    /// <exception cref="SurveyDataException">They have no item in common.</exception>
    public static (Instrument First, Instrument Second) Common(Instrument first, Instrument second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        string[] common = [.. first.Items.Where(item => second.Items.Any(item.IsSameAs)).Select(item => item.Id)];
        if (common.Length == 0)
            throw new SurveyDataException($"{first.Id} ({first.Version}) and {second.Id} ({second.Version}) have no item in common: none has the same id, type, options, points, aspect and issue in both.");
        string version = $"{common.Length} common items of {first.Version ?? first.Id} and {second.Version ?? second.Id}";
        return (first.Only(common, version), second.Only(common, version));
    }

    private Instrument Only(string[] ids, string version)
    {
        InstrumentItem[] kept = [.. ids.Select(id => Items.First(item => item.Id == id))];
        IEnumerable<Scale> scales = Scales.Select(scale => scale with { Points = kept.Where(scale.Has).Sum(item => item.Points), ItemCount = kept.Count(scale.Has) });
        return this with { Version = version, Items = new Sequence<InstrumentItem>(kept), Scales = new Sequence<Scale>([.. scales.Where(scale => scale.ItemCount > 0)]) };
    }
}

/// <summary>An item of a questionnaire.</summary>
/// <param name="Id">As its file writes it, such as "1".</param>
/// <param name="Type">How it is answered.</param>
/// <param name="OptionCount">Its options are A, B, C, ...</param>
/// <param name="Key">The letters of the options that are right, in order: "A,C,D".</param>
/// <param name="Points">Of somebody who answers exactly so; everybody else has 0.</param>
/// <param name="Aspect">The id of its aspect; null where the questionnaire has none.</param>
/// <param name="Issue">The id of its issue; null where the questionnaire has none.</param>
public sealed record InstrumentItem(string Id, ItemType Type, int OptionCount, string Key, int Points, string? Aspect, string? Issue)
{
    /// <summary>Its column in tables.</summary>
    public string Column => char.IsAsciiDigit(Id[0]) ? "Q" + Id : Id;

    /// <summary>The texts of its options, A first; empty where its file has only their number.</summary>
    public IReadOnlyList<string> Options { get; init; } = new Sequence<string>();

    internal bool IsSameAs(InstrumentItem other) =>
        (Id, Type, OptionCount, Points, Aspect, Issue) == (other.Id, other.Type, other.OptionCount, other.Points, other.Aspect, other.Issue)
        && (Options.Count == 0 || other.Options.Count == 0 || Options.Order(StringComparer.Ordinal).SequenceEqual(other.Options.Order(StringComparer.Ordinal)));
}

/// <summary>How an item is answered.</summary>
public enum ItemType
{
    /// <summary>Right or wrong.</summary>
    TrueFalse,

    /// <summary>One option of several.</summary>
    OneOption,

    /// <summary>One option or more; only exactly the right ones count.</summary>
    SeveralOptions,
}

/// <summary>What a scale is made of.</summary>
public enum ScaleKind
{
    /// <summary>All items.</summary>
    Total,

    /// <summary>The items of an aspect.</summary>
    Aspect,

    /// <summary>The items of an issue.</summary>
    Issue,
}

/// <summary>Items whose points are added up.</summary>
/// <param name="Id">Of the scale: "total", "knowledge".</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Name">What it is called.</param>
/// <param name="ItemCount">How many items.</param>
/// <param name="Points">All of them.</param>
/// <param name="Percent">Of the points somebody must have to be literate, such as 80.</param>
public sealed record Scale(string Id, ScaleKind Kind, LocalText Name, int ItemCount, int Points, decimal Percent)
{
    /// <summary>The least score of the literate: so many per cent of the points, rounded up, in whole numbers; 53 of 66.</summary>
    public int Cut => (int)Math.Ceiling(Percent * Points / 100);

    /// <summary>The column of scores: "score", "score.knowledge".</summary>
    public string ScoreColumn => Kind == ScaleKind.Total ? "score" : $"score.{Id}";

    /// <summary>The column of who is literate: "literate", "literate.knowledge".</summary>
    public string LiterateColumn => Kind == ScaleKind.Total ? "literate" : $"literate.{Id}";

    /// <summary>Whether an item belongs to it.</summary>
    internal bool Has(InstrumentItem item) => Kind switch { ScaleKind.Total => true, ScaleKind.Aspect => item.Aspect == Id, _ => item.Issue == Id };
}
