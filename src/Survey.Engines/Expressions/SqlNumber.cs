namespace Survey.Engines;

/// <summary>A number as SQL: a double or NULL.</summary>
/// <param name="Text">In parentheses where it needs them.</param>
/// <param name="MayOverflow">Whether it may yet be infinite or NaN. Sums and products of such are such again, so that only what comes of them all is checked.</param>
internal readonly record struct SqlNumber(string Text, bool MayOverflow = false);
