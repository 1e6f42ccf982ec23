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

    /// <summary>What no two entries may share.</summary>
    public (string, string, string?, int?) Key => (Programme, Id, Town, Figure?.Year);
}
