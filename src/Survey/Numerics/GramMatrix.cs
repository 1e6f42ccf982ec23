namespace Survey;

/// <summary>Products of columns, summed over rows that are given one by one: X'X.</summary>
/// <param name="columns">How many there are.</param>
internal sealed class GramMatrix(int columns)
{
    private readonly double[][] _rows = [.. Enumerable.Range(0, columns).Select(k => new double[k + 1])];

    /// <summary>Adds a row of X.</summary>
    public void Add(ReadOnlySpan<double> row)
    {
        for (int k = 0; k < columns; k++)
            if (row[k] != 0)
                Multiples.Add(row[..(k + 1)], row[k], _rows[k]);
    }

    /// <summary>How many columns are no combination of those before them, within a tolerance: one counts while its part that others leave over is longer than <paramref name="tolerance"/> times itself. R: <c>qr(x, tol)$rank</c>.</summary>
    public int Rank(double tolerance)
    {
        double[][] factor = [.. _rows.Select(row => row.ToArray())];
        var kept = new List<int>();
        for (int k = 0; k < columns; k++)
        {
            foreach (int j in kept)
            {
                factor[k][j] /= factor[j][j];
                foreach (int i in kept)
                    if (i > j)
                        factor[k][i] -= factor[k][j] * factor[i][j];
                factor[k][k] -= factor[k][j] * factor[k][j];
            }
            if (!(factor[k][k] > tolerance * tolerance * _rows[k][k]))
                continue;
            factor[k][k] = Math.Sqrt(factor[k][k]);
            kept.Add(k);
        }
        return kept.Count;
    }

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        foreach (double[] row in _rows)
            Array.Clear(row);
    }

    /// <summary>Adds products of other rows: the lower triangle of X'X, row by row.</summary>
    public void AddTriangle(ReadOnlySpan<double> products)
    {
        foreach (double[] row in _rows)
        {
            Multiples.Add(products[..row.Length], 1, row);
            products = products[row.Length..];
        }
    }

    /// <summary>Adds the products of other rows.</summary>
    public void Add(GramMatrix other)
    {
        for (int k = 0; k < columns; k++)
            Multiples.Add(other._rows[k], 1, _rows[k]);
    }
}
