namespace Survey.Monitoring.Intake;

/// <summary>What a wave's files must have for one column of the table.</summary>
/// <param name="Reader">Makes the column.</param>
/// <param name="Parts">One column of a file, or one for each option; none where the wave did not ask it.</param>
internal sealed record Wanted(ColumnReader Reader, IReadOnlyList<WantedPart> Parts)
{
    /// <summary>Whether it may be read under a heading of personal data, since only a hash is kept.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>Whether the wave did not ask it.</summary>
    public bool IsAbsent => Parts.Count == 0;

    public static Wanted Of(ColumnReader reader, IEnumerable<HeadingPattern> candidates) => new(reader, [new WantedPart(reader, [.. candidates])]);
}

/// <summary>One column of a file that must be there.</summary>
/// <param name="Taker">Takes its fields.</param>
/// <param name="Candidates">Headings it may have, of which a file has exactly one.</param>
internal sealed record WantedPart(ColumnReader Taker, IReadOnlyList<HeadingPattern> Candidates)
{
    /// <summary>The candidates in a sentence.</summary>
    public string Text => string.Join(" or ", Candidates.Select(candidate => $"'{candidate}'"));
}
