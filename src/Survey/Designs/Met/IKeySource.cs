namespace Survey;

/// <summary>Rows that are not read here, as a database sums them: it tells what units they have.</summary>
internal interface IKeySource
{
    /// <summary>The combinations of keys that occur among all rows, whose weights and keys are checked.</summary>
    KeysMet Keys(SampleColumns columns);

    /// <summary>What is to be known of columns of weights before they are used.</summary>
    WeightSums WeightsOf(IReadOnlyList<string> columns);

    /// <summary>The products X'X of columns of weights, the lower triangle row by row; null where some of the rows show that the rank is full.</summary>
    /// <param name="weights">The columns.</param>
    /// <param name="times">A column by which they are multiplied, or null.</param>
    double[]? ProductsOf(IReadOnlyList<string> weights, string? times);
}

/// <summary>Each distinct combination of values of the key columns.</summary>
/// <param name="Columns">The key columns, a row for each combination; one row of any number where there is no key column.</param>
/// <param name="Rows">How many rows have each.</param>
/// <param name="WeightedRows">How many of those have a weight above 0.</param>
/// <param name="PlaceOf">What the rows of a combination are called in messages.</param>
internal sealed record KeysMet(IReadOnlyList<(string Name, Column Column)> Columns, long[] Rows, long[] WeightedRows, Func<long, string> PlaceOf);

/// <summary>Of each column of weights its sum and how many are missing, negative, and other than 0.</summary>
internal sealed record WeightSums(long RowCount, double[] Sum, long[] Missing, long[] Negative, long[] Other);
