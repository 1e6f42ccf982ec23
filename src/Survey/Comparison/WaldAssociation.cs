namespace Survey;

/// <summary>The Wald statistic Y'V⁻¹Y of the totals less those expected, Y = T - T_row T_column / T, in all rows and columns but the first.</summary>
internal static class WaldAssociation
{
    /// <exception cref="SurveyDataException">V has no inverse.</exception>
    public static double Statistic(FilledTable table)
    {
        (int I, int J)[] cells = [.. from i in Enumerable.Range(1, table.RowCount - 1) from j in Enumerable.Range(1, table.ColumnCount - 1) select (i, j)];
        double[] rows = [.. Enumerable.Range(0, table.RowCount).Select(i => CompensatedSum.Sum([.. Enumerable.Range(0, table.ColumnCount).Select(j => table.Total(i, j))]))];
        double[] columns = [.. Enumerable.Range(0, table.ColumnCount).Select(j => CompensatedSum.Sum([.. Enumerable.Range(0, table.RowCount).Select(i => table.Total(i, j))]))];
        double all = CompensatedSum.Sum(rows);
        double[] apart = [.. cells.Select(cell => table.Total(cell.I, cell.J) - rows[cell.I] * columns[cell.J] / all)];
        Cholesky factor = Cholesky.Of(table.Errors.Covariance([.. cells.Select(cell => Score(cell.I, cell.J))])) ?? throw Singular(table);
        double[] halved = factor.Halved(apart);
        return CompensatedSum.OfProducts(halved, halved);

        // dY_ij / dT_kl
        Combination Score(int i, int j)
        {
            (int I, int J)[] every = [.. from k in Enumerable.Range(0, table.RowCount) from l in Enumerable.Range(0, table.ColumnCount) select (k, l)];
            return new Combination(
                [.. every.Select(cell => table.IndexOfTotal(cell.I, cell.J))],
                [.. every.Select(cell => (cell == (i, j) ? 1 : 0) - (cell.I == i ? columns[j] / all : 0) - (cell.J == j ? rows[i] / all : 0) + rows[i] / all * (columns[j] / all))]);
        }
    }

    private static SurveyDataException Singular(FilledTable table) =>
        new($"The Wald test of {table.Of.Name} compares {table.Dimension} differences of cells, whose covariance has no inverse: the sample has {Figures.Degrees(table.DegreesOfFreedom)} degrees of freedom, or the design fixes some of them; take RaoScottF, or group levels.");
}
