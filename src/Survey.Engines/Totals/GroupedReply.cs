namespace Survey.Engines;

/// <summary>The groups of a table's rows, and for each its aggregates.</summary>
/// <param name="Count">How many groups there are.</param>
/// <param name="Keys">For each key double[] or string?[].</param>
/// <param name="Aggregates">For each aggregate its values.</param>
internal sealed record GroupedReply(int Count, IReadOnlyList<Array> Keys, IReadOnlyList<double[]> Aggregates);
