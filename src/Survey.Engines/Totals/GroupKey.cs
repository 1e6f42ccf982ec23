namespace Survey.Engines;

/// <summary>What the rows of a table are grouped by.</summary>
/// <param name="By">The expression that stands in GROUP BY.</param>
/// <param name="Shown">How its value is given back.</param>
/// <param name="Kind">How that is read.</param>
internal sealed record GroupKey(string By, string Shown, ReplyKind Kind);
