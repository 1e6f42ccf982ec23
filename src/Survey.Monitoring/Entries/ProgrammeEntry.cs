namespace Survey.Monitoring;

/// <summary>A record or a decision that was handed in for a part of a programme.</summary>
/// <param name="Programme">The id of the programme.</param>
/// <param name="Id">The id of the part, or of one of the figures that it needs, such as "51a".</param>
/// <param name="Town">The town that it is of; null where it is of the whole area.</param>
/// <param name="Place">Where it stands, as messages name it.</param>
internal sealed record ProgrammeEntry(string Programme, string Id, string? Town, string Place)
{
    /// <summary>The figure; null of a decision.</summary>
    public AdministrativeFigure? Figure { get; init; }

    /// <summary>The decision; null of a figure.</summary>
    public Review? Review { get; init; }

    /// <summary>What no two entries may share: a figure its part, town and year, a decision its part and town.</summary>
    public (string, string?, int?) Key => (Id, Town, Figure?.Year);

    /// <summary>Whether it is of a part, or of one of the figures that it needs.</summary>
    public bool IsOf(ProgrammePart part) => Id == part.Id || part.Figures.Any(own => own.Id == Id);

    /// <summary>What messages call it: "the figure of 42.1 for 2024".</summary>
    public string What => $"{(Figure is { } figure ? FormattableString.Invariant($"the figure of {Id} for {figure.Year}") : $"the decision on {Id}")}{(Town is null ? "" : $" ({Town})")}";
}
