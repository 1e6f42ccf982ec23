namespace Survey;

/// <summary>Rows that are not read here, as a database sums them.</summary>
internal interface ITotalsSource
{
    /// <summary>A value near those of a variable, other than missing; NaN where it is missing in every row.</summary>
    double ValueNear(Expr of);

    /// <summary>The totals of a request by combination of keys and domain.</summary>
    SummedCells Sum(Request request);

    /// <summary>The totals of a request of weight 1, multiplied with each of some columns of weights.</summary>
    /// <param name="request">With terms of weight 1.</param>
    /// <param name="weights">The columns.</param>
    /// <param name="times">A column by which they are multiplied, or null.</param>
    /// <returns>By column, domain and slot; slot 0 of each domain is left 0.</returns>
    double[] SumUnder(Request request, IReadOnlyList<string> weights, string? times);

    /// <summary>The products X'X of columns of weights over the rows of each domain, or of those that answered each group of it.</summary>
    /// <param name="request">With the domains and groups.</param>
    /// <param name="weights">The columns.</param>
    /// <param name="times">A column by which they are multiplied, or null.</param>
    /// <param name="answered">Whether only rows that answered a group count.</param>
    /// <returns>By domain (and within it by group, where those count), then the lower triangle row by row; null where some of the rows show that the rank is full.</returns>
    double[]?[] ProductsOf(Request request, IReadOnlyList<string> weights, string? times, bool answered);

    /// <summary>Means and covariances of scores by combination of keys and domain.</summary>
    /// <param name="totals">Of the first statement.</param>
    /// <param name="scores">Of the rows.</param>
    /// <param name="pairs">Whose covariances are wanted.</param>
    SummedScores Sum(UnitTotals totals, IReadOnlyList<OwnScores> scores, IReadOnlyList<(int First, int Second)> pairs);
}

/// <summary>Totals by cell: a combination of keys and a domain.</summary>
/// <param name="Keys">The combinations.</param>
/// <param name="KeyOf">Of each cell its combination.</param>
/// <param name="DomainOf">Of each cell its domain, or <see cref="DomainCodes.Outside"/> or <see cref="DomainCodes.Unknown"/>.</param>
/// <param name="Rows">How many rows there are.</param>
/// <param name="WeightedRows">How many of them have a weight other than 0.</param>
/// <param name="Weights">Σw.</param>
/// <param name="Groups">For each group of terms its sums.</param>
internal sealed record SummedCells(KeysMet Keys, int[] KeyOf, int[] DomainOf, double[] Rows, double[] WeightedRows, double[] Weights, IReadOnlyList<SummedGroup> Groups);

/// <summary>Sums of a group of terms over those who answered it, by cell.</summary>
/// <param name="Rows">How many rows answered.</param>
/// <param name="WeightedRows">How many of them have a weight other than 0.</param>
/// <param name="Slots">The sum of weights, then Σw(y - c) of each term.</param>
/// <param name="SquaredWeights">Σw².</param>
/// <param name="Products">Σw of the products of its terms less their centres and shifts, if it has any: 11, or 11, 12 and 22.</param>
internal sealed record SummedGroup(double[] Rows, double[] WeightedRows, double[][] Slots, double[] SquaredWeights, double[][] Products);

/// <summary>Of each cell the number of rows, the mean of each score and the population covariance of each pair.</summary>
internal sealed record SummedScores(KeysMet Keys, int[] KeyOf, int[] DomainOf, double[] Rows, double[][] Means, double[][] Covariances);
