namespace Survey.Monitoring;

/// <summary>A key under which a study gives evidence: the id of a part, with the programme before it where that is not clear: "25" or "lianyungang-2020:25".</summary>
/// <param name="Programme">The id of the programme; null where none is named.</param>
/// <param name="Id">The id.</param>
internal readonly record struct EntryKey(string? Programme, string Id)
{
    private const char Separator = ':';

    public static EntryKey Of(string text) =>
        text.IndexOf(Separator) is > 0 and var at ? new EntryKey(text[..at].Trim(), text[(at + 1)..].Trim()) : new EntryKey(null, text);

    /// <summary>Whether it is of a programme: named with it, or of a study that uses it without another that has the same id.</summary>
    public bool IsOf(Programme programme, IReadOnlyList<Programme> uses) =>
        Programme is null ? uses.Contains(programme) && Knows(programme, Id) : Programme == programme.Id;

    /// <summary>Whether a programme has that id: of a part, of a figure that one needs, or of an item that its notice lacks.</summary>
    public static bool Knows(Programme programme, string id) =>
        programme[id] is not null || programme.Parts.Any(part => part.Figures.Any(own => own.Id == id)) || programme.Missing.Any(own => own.Number == id);
}
