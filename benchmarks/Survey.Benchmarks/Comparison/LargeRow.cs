namespace Survey.Benchmarks.Comparison;

/// <summary>A line of the table of large files: a task, what it takes here, what it takes at least, what a rival takes, and the target.</summary>
/// <param name="Task">What is done.</param>
/// <param name="Ours">What it takes, in the unit.</param>
/// <param name="Unit">Such as ns a row.</param>
internal sealed record LargeRow(string Task, double Ours, string Unit)
{
    /// <summary>Streaming the same columns, or reading the same bytes, in the same unit.</summary>
    public double? Floor { get; init; }

    /// <summary>Name of the other program, and what the same task takes it in the same unit.</summary>
    public (string Name, double Value)? Rival { get; init; }

    /// <summary>What the target limits, and the limit; null where there is none.</summary>
    public LargeTarget? Target { get; init; }
}

/// <summary>A target of the table.</summary>
/// <param name="Text">As the reader sees it.</param>
/// <param name="Reached">The quantity that it limits.</param>
/// <param name="Limit">At most this, or at least where <paramref name="AtLeast"/>.</param>
/// <param name="AtLeast">Whether more is better.</param>
internal sealed record LargeTarget(string Text, double Reached, double Limit, bool AtLeast = false)
{
    /// <summary>What stands in the way where it is not reached.</summary>
    public string? WhyNot { get; init; }

    public bool IsMet => AtLeast ? Reached >= Limit : Reached <= Limit;
}
