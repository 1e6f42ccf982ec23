namespace Survey;

/// <summary>For rows that stand for all those like them: what they stand for, one each.</summary>
/// <param name="PlaceOf">What the rows like each are called in messages, such as "row 7", the first of them.</param>
/// <param name="Rows">How many there are, where rows are units; else 1.</param>
/// <param name="WeightedRows">How many of those have a weight above 0; of 1 whether any has.</param>
/// <param name="RowCount">Rows of the whole input.</param>
internal sealed record RowsAlike(Func<long, string> PlaceOf, long[] Rows, long[] WeightedRows, long RowCount);
