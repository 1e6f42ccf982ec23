namespace Survey.Reporting.Content;

/// <summary>What a figure draws: numbers and names, no pixels.</summary>
/// <param name="Description">What somebody who cannot see it is told: what is compared, and what it shows.</param>
internal abstract record Chart(string Description);

/// <summary>Values by category, with intervals; several series share the categories.</summary>
/// <param name="Description">For those who cannot see it.</param>
/// <param name="Form">How they are drawn.</param>
/// <param name="Unit">Of the axis of values: "率（%）".</param>
/// <param name="Categories">Names, in order.</param>
/// <param name="Series">At least one; each has a point, or null, a category.</param>
internal sealed record SeriesChart(string Description, ChartForm Form, string Unit, IReadOnlyList<string> Categories, IReadOnlyList<ChartSeries> Series) : Chart(Description)
{
    /// <summary>Lines across the chart at a value: the county as a whole, the province.</summary>
    public IReadOnlyList<ReferenceLine> References { get; init; } = [];

    /// <summary>What the categories are: "年龄组"; empty where names say it.</summary>
    public string CategoryTitle { get; init; } = "";
}

/// <summary>A series.</summary>
/// <param name="Name">For the legend.</param>
/// <param name="Points">One a category; null where there is none.</param>
internal sealed record ChartSeries(string Name, IReadOnlyList<ChartPoint?> Points)
{
    /// <summary>Whether it is another area's, drawn lighter and dashed.</summary>
    public bool IsReference { get; init; }
}

/// <summary>A value and its interval.</summary>
/// <param name="Value">A suppressed one is marked and not drawn.</param>
/// <param name="Low">Or null where it has no interval.</param>
/// <param name="High">Or null.</param>
internal sealed record ChartPoint(ReportNumber Value, ReportNumber? Low, ReportNumber? High);

/// <summary>A line at a value.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">Where it is.</param>
internal sealed record ReferenceLine(string Name, ReportNumber Value);

/// <summary>Changes with their intervals, each against what is asked of it; 0 is no change.</summary>
/// <param name="Description">For those who cannot see it.</param>
/// <param name="Unit">Of the axis: "相对变化（%）".</param>
/// <param name="Rows">One a condition.</param>
internal sealed record ChangeChart(string Description, string Unit, IReadOnlyList<ChangeRow> Rows) : Chart(Description);

/// <summary>A change.</summary>
/// <param name="Name">What changed.</param>
/// <param name="Change">By how much.</param>
/// <param name="Target">What is asked; the side that reaches it is shaded.</param>
/// <param name="IsUpward">Whether larger changes reach it.</param>
/// <param name="Label">The verdict, in words.</param>
internal sealed record ChangeRow(string Name, ChartPoint Change, ReportNumber Target, bool IsUpward, string Label);

/// <summary>What became of the parts of a programme: a strip of cells a chapter.</summary>
/// <param name="Description">For those who cannot see it.</param>
/// <param name="Rows">One a chapter.</param>
internal sealed record StripChart(string Description, IReadOnlyList<StripRow> Rows) : Chart(Description);

/// <summary>A chapter.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Cells">Its parts in order.</param>
internal sealed record StripRow(string Name, IReadOnlyList<StripCell> Cells);

/// <summary>A part.</summary>
/// <param name="Id">Its number.</param>
/// <param name="State">What became of it.</param>
/// <param name="Points">What it can give.</param>
internal sealed record StripCell(string Id, PartState State, ReportNumber Points);

/// <summary>What became of a part.</summary>
internal enum PartState
{
    /// <summary>Met, and confirmed.</summary>
    Confirmed,

    /// <summary>Met, not confirmed.</summary>
    NotConfirmed,

    /// <summary>Waits for evidence.</summary>
    Awaiting,

    /// <summary>Not met.</summary>
    NotMet,
}
