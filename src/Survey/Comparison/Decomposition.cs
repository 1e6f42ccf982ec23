namespace Survey;

/// <summary>A change taken apart: how much of it is due to a change in the groups' shares, and how much happened within them.</summary>
/// <remarks>
/// With W a group's share of the people and p its mean: composition Σ (W2 - W1)(p1 + p2)/2, within groups Σ (p2 - p1)(W1 + W2)/2; they add up to the change.
/// Kitagawa, E. M. (1955), "Components of a difference between two rates", Journal of the American Statistical Association 50, 1168-1194. Standard errors by linearization, covariances between waves included.
/// </remarks>
[TypeFormatterSource(typeof(NotebookFormatters), PreferredMimeTypes = ["text/html"])]
public sealed record Decomposition : IResult
{
    /// <summary>What was taken apart, such as "proportion of smoker".</summary>
    public required string Of { get; init; }

    /// <summary>The variable that makes the groups.</summary>
    public required string Groups { get; init; }

    /// <summary>The earlier wave.</summary>
    public required string From { get; init; }

    /// <summary>The later wave.</summary>
    public required string To { get; init; }

    /// <summary>Rows of the two waves of which the group is unknown; they are in no part.</summary>
    public long UnknownGroup => Sample.UnknownDomain;

    /// <summary>The change among people whose group is known.</summary>
    public required Contrast Change { get; init; }

    /// <summary>The part due to the groups' shares.</summary>
    public required Contrast Composition { get; init; }

    /// <summary>The part that happened within groups.</summary>
    public required Contrast WithinGroups { get; init; }

    /// <summary>Group by group: shares, means, and what it adds to the part within groups.</summary>
    public required IReadOnlyList<GroupChange> ByGroup { get; init; }

    /// <summary>The waves, and what should be said beside the result.</summary>
    public required SampleSummary Sample { get; init; }

    /// <summary>Two aligned tables, with 95 % intervals: the parts, and the groups.</summary>
    public override string ToString() => ToText();

    /// <summary>Two aligned tables: the parts, and the groups.</summary>
    /// <param name="level">Coverage of the intervals.</param>
    public string ToText(double level = 0.95) => Display(level).ToString();

    /// <summary>The parts as rows, "change", "composition" and "within groups", then a row of what each group adds within itself, with its shares and means.</summary>
    public Table ToTable()
    {
        (string Part, GroupChange? Group, Contrast Of)[] all = [("change", null, Change), ("composition", null, Composition), ("within groups", null, WithinGroups), .. ByGroup.Select(group => ("within group", (GroupChange?)group, group.Within))];
        return new ResultTable<(string Part, GroupChange? Group, Contrast Of)>(all)
            .Text("part", row => row.Part).Key(Groups, row => row.Group?.Label)
            .Number("shareBefore", row => row.Group?.ShareBefore ?? double.NaN).Number("shareAfter", row => row.Group?.ShareAfter ?? double.NaN)
            .Number("before", row => row.Group?.Before ?? double.NaN).Number("after", row => row.Group?.After ?? double.NaN)
            .Number("value", row => row.Of.Value).Number("standardError", row => row.Of.StandardError).Number("degreesOfFreedom", row => row.Of.DegreesOfFreedom)
            .Number("low", row => row.Of.Interval().Low).Number("high", row => row.Of.Interval().High)
            .ToTable();
    }

    Display IResult.Display() => Display(0.95);

    private Display Display(double level)
    {
        var groups = new TextTable([
            TextTable.Left(Groups), TextTable.Right("share before"), TextTable.Right("share after"), TextTable.Right("before"), TextTable.Right("after"), TextTable.Right("within groups"), TextTable.Right("std. error")]);
        foreach (GroupChange group in ByGroup)
            groups.Add(
                group.Label, Percent(group.ShareBefore), Percent(group.ShareAfter), Mean(group, group.Before), Mean(group, group.After),
                ContrastFigures.Value(group.Within, group.Within.Value), ContrastFigures.Value(group.Within, group.Within.StandardError));
        string unknown = UnknownGroup == 0 ? "" : $"{Invariant.Count(UnknownGroup)} {(UnknownGroup == 1 ? "row" : "rows")} of unknown {Groups} left out\n";
        return new Display().Add($"change of the {Of} from {From} to {To}, by {Groups}").Add(ContrastFigures.Display([Change, Composition, WithinGroups], level)).Add("\n").Add(groups).Add(unknown);
    }

    private static string Percent(double fraction) => Figures.Fixed(100 * fraction, 2) + " %";

    private static string Mean(GroupChange group, double value) =>
        group.Within.Unit == ContrastUnit.Points ? Percent(value) : ContrastFigures.Value(group.Within, value);
}

/// <summary>A group in two waves.</summary>
/// <param name="Label">Its level.</param>
/// <param name="ShareBefore">Its share of the people then, as a fraction.</param>
/// <param name="ShareAfter">Its share now.</param>
/// <param name="Before">The mean or proportion in it then.</param>
/// <param name="After">The mean or proportion in it now.</param>
/// <param name="Within">What it adds to the part within groups: (p2 - p1)(W1 + W2)/2.</param>
public sealed record GroupChange(string Label, double ShareBefore, double ShareAfter, double Before, double After, Contrast Within);
