namespace Survey.Monitoring.Drafting;

/// <summary>Where a column of a draft comes from: a heading of each wave that has it, or a group of headings.</summary>
/// <param name="Name">Of the column.</param>
/// <param name="Known">What its headings say, or null.</param>
internal sealed record DraftSource(string Name, KnownColumn? Known)
{
    /// <summary>Its heading in each wave, by the wave's id.</summary>
    public Dictionary<string, ColumnProfile> Headings { get; } = [];

    /// <summary>Its group in each wave, by the wave's id; empty where it has single headings.</summary>
    public Dictionary<string, OptionGroup> Groups { get; } = [];

    /// <summary>The headings that it may have.</summary>
    public IReadOnlyList<string> From => [.. Headings.Values.Select(column => column.Heading).Distinct()];

    /// <summary>The column as all waves together suggest it.</summary>
    /// <param name="missing">Texts that mean missing everywhere.</param>
    public DraftColumn Column(IReadOnlySet<string> missing) =>
        Groups.Count > 0
            ? Groups.Values.First().Column(Name, missing)
            : new ColumnGuess(Name, From, ColumnProfile.Together([.. Headings.Values]), Known, missing).Column();

    /// <summary>What a wave writes otherwise than the study, as keys; null where nothing.</summary>
    /// <param name="wave">The wave.</param>
    /// <param name="missing">Texts that mean missing everywhere.</param>
    public string? DifferenceIn(WaveProfile wave, IReadOnlySet<string> missing)
    {
        if (Groups.Count > 0)
            return !Groups.TryGetValue(wave.Id, out OptionGroup? group) ? "absent: true"
                : group.Options.SequenceEqual(Groups.Values.First().Options) ? null
                : group.Keys(missing);
        string[] here = [.. From.Where(wave.Has)];
        if (Headings.TryGetValue(wave.Id, out ColumnProfile? own))
            return here.Length > 1 ? $"from: {YamlText.Scalar(own.Heading)}" : null;
        // some of the wave's files have it: reading names those that have not
        return here.Length > 0 ? null : "absent: true";
    }
}
