namespace Survey;

/// <summary>The design effects by which Pearson's X² is too large: the eigenvalues δ of Δ = n (C'D⁻¹C)⁻¹ C'D⁻¹VD⁻¹C, D = diag(p), V the covariance of the shares p.</summary>
/// <remarks>
/// The columns of C are tables whose rows and columns sum to 0; any basis of them gives the same δ. The one here has 1 in a cell and in that of the largest row and column, and -1 in the two cells where these cross, so that
/// the 1/p of a small cell does not stand in all elements. 1/p of an empty cell counts as 0. D is of the observed shares, not of those under independence.
/// </remarks>
internal sealed class RaoScott
{
    // δ of a multinomial sample is 1: what is less than this is the rounding of 0
    private const double Rounding = 1e-12;

    /// <exception cref="SurveyDataException">So many cells are empty that Δ does not exist, or the design leaves the shares no sampling error.</exception>
    public RaoScott(FilledTable table)
    {
        (double[,] inverse, Combination[] scores) = Interactions(table);
        Cholesky factor = Cholesky.Of(inverse)
            ?? throw new SurveyDataException($"Too many cells of the table of {table.Of.Name} are empty for a test: levels of one go with too few of the other; group levels, or leave some out with Where.");
        double[][] effects = factor.Halved(table.Errors.Covariance(scores));
        Trace = table.Respondents * CompensatedSum.Sum([.. effects.Select((row, k) => row[k])]);
        TraceOfSquares = (double)table.Respondents * table.Respondents * CompensatedSum.Sum([.. effects.Select(row => CompensatedSum.OfProducts(row, row))]);
        if (!(Trace > Rounding * table.Dimension))
            throw new SurveyDataException($"The design leaves the table of {table.Of.Name} no sampling error, as a census does, so there is nothing to test: its differences are those of the population.");
    }

    /// <summary>Σδ.</summary>
    public double Trace { get; }

    /// <summary>Σδ².</summary>
    public double TraceOfSquares { get; }

    /// <summary>C'D⁻¹C, and D⁻¹C as combinations of the shares.</summary>
    private static (double[,] Inverse, Combination[] Scores) Interactions(FilledTable table)
    {
        int row = Largest(table.RowCount, table.RowShare), column = Largest(table.ColumnCount, table.ColumnShare);
        (int I, int J)[] cells = [.. from i in Enumerable.Range(0, table.RowCount) from j in Enumerable.Range(0, table.ColumnCount) where i != row && j != column select (i, j)];
        double[,] inverse = new double[cells.Length, cells.Length];
        for (int k = 0; k < cells.Length; k++)
            for (int l = 0; l < cells.Length; l++)
            {
                bool sameRow = cells[k].I == cells[l].I, sameColumn = cells[k].J == cells[l].J;
                inverse[k, l] = Inverse(row, column)
                    + (sameRow ? Inverse(cells[k].I, column) : 0)
                    + (sameColumn ? Inverse(row, cells[k].J) : 0)
                    + (sameRow && sameColumn ? Inverse(cells[k].I, cells[k].J) : 0);
            }
        return (inverse, [.. cells.Select(cell => Scores(cell.I, cell.J))]);

        double Inverse(int i, int j) => table.Share(i, j) == 0 ? 0 : 1 / table.Share(i, j);

        Combination Scores(int i, int j)
        {
            (int I, int J, double Sign)[] corners = [.. ((int I, int J, double Sign)[])[(i, j, 1), (row, column, 1), (i, column, -1), (row, j, -1)]];
            corners = Array.FindAll(corners, corner => table.Share(corner.I, corner.J) != 0);
            return new Combination([.. corners.Select(corner => table.IndexOfShare(corner.I, corner.J))], [.. corners.Select(corner => corner.Sign * Inverse(corner.I, corner.J))]);
        }
    }

    private static int Largest(int count, Func<int, double> share) => Enumerable.Range(0, count).MaxBy(share);
}
