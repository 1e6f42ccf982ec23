namespace Survey;

/// <summary>The equations X'DX b = c of a weighted regression. Indicators of one set of cells, if X begins with such, are eliminated exactly, so that many cells need no matrix; the rest is factored by Cholesky.</summary>
/// <remarks>A column that others make up has coefficient 0. Solutions are refined once, so that they have about the digits of a QR factorization of sqrt(D) X for columns that are centred and of like size.</remarks>
internal sealed class NormalEquations
{
    // of the length of a column, what others must leave over for it to count
    private const double Tolerance = 1e-5;

    private readonly int _cells, _rest;
    private readonly double[] _diagonal;
    private readonly double[][] _border, _corner, _factor;
    private readonly bool[] _counts;

    /// <param name="rows">X.</param>
    /// <param name="weights">D.</param>
    /// <param name="cells">How many of its first columns are indicators of which each row has one at the most.</param>
    public NormalEquations(SparseRows rows, ReadOnlySpan<double> weights, int cells)
    {
        (_cells, _rest) = (cells, rows.ColumnCount - cells);
        _diagonal = new double[cells];
        _border = [.. Enumerable.Range(0, _rest).Select(_ => new double[cells])];
        _corner = [.. Enumerable.Range(0, _rest).Select(k => new double[k + 1])];
        for (int row = 0; row < weights.Length; row++)
            Add(rows.Columns(row), rows.Values(row), weights[row]);
        (_factor, _counts) = Factored(Reduced());
    }

    /// <summary>b of c.</summary>
    public double[] Solve(double[] right)
    {
        double[] solution = Once(right), left = Times(solution);
        for (int k = 0; k < left.Length; k++)
            left[k] = right[k] - left[k];
        double[] correction = Once(left);
        for (int k = 0; k < solution.Length; k++)
            solution[k] += correction[k];
        return solution;
    }

    private void Add(ReadOnlySpan<int> columns, ReadOnlySpan<double> values, double weight)
    {
        for (int a = 0; a < columns.Length; a++)
        {
            double product = weight * values[a];
            if (columns[a] < _cells)
                _diagonal[columns[a]] += product * values[a];
            else
                for (int b = 0; b <= a; b++)
                    if (columns[b] < _cells)
                        _border[columns[a] - _cells][columns[b]] += product * values[b];
                    else
                        _corner[columns[a] - _cells][columns[b] - _cells] += product * values[b];
        }
    }

    /// <summary>What the cells leave over of the other columns.</summary>
    private double[][] Reduced()
    {
        double[][] reduced = [.. _corner.Select(row => row.ToArray())];
        for (int k = 0; k < _rest; k++)
            for (int l = 0; l <= k; l++)
            {
                var sum = new CompensatedSum();
                for (int cell = 0; cell < _cells; cell++)
                    if (_diagonal[cell] != 0)
                        sum.Add(_border[k][cell] * _border[l][cell] / _diagonal[cell]);
                reduced[k][l] -= sum.Value;
            }
        return reduced;
    }

    private (double[][] Factor, bool[] Counts) Factored(double[][] reduced)
    {
        bool[] counts = new bool[_rest];
        for (int k = 0; k < _rest; k++)
        {
            double[] row = reduced[k];
            for (int j = 0; j < k; j++)
            {
                if (!counts[j])
                    continue;
                for (int i = 0; i < j; i++)
                    if (counts[i])
                        row[j] -= row[i] * reduced[j][i];
                row[j] /= reduced[j][j];
                row[k] -= row[j] * row[j];
            }
            counts[k] = row[k] > Tolerance * Tolerance * _corner[k][k];
            row[k] = counts[k] ? Math.Sqrt(row[k]) : 0;
        }
        return (reduced, counts);
    }

    private double[] Once(double[] right)
    {
        double[] solution = new double[right.Length];
        Span<double> rest = solution.AsSpan(_cells);
        for (int k = 0; k < _rest; k++)
        {
            rest[k] = right[_cells + k];
            for (int cell = 0; cell < _cells; cell++)
                if (_diagonal[cell] != 0)
                    rest[k] -= _border[k][cell] * right[cell] / _diagonal[cell];
        }
        Substitute(rest);
        for (int cell = 0; cell < _cells; cell++)
        {
            double left = right[cell];
            for (int k = 0; k < _rest; k++)
                left -= _border[k][cell] * rest[k];
            solution[cell] = _diagonal[cell] == 0 ? 0 : left / _diagonal[cell];
        }
        return solution;
    }

    private void Substitute(Span<double> right)
    {
        for (int k = 0; k < _rest; k++)
        {
            for (int j = 0; j < k; j++)
                right[k] -= _factor[k][j] * right[j] * (_counts[j] ? 1 : 0);
            right[k] = _counts[k] ? right[k] / _factor[k][k] : 0;
        }
        for (int k = _rest - 1; k >= 0; k--)
        {
            if (!_counts[k])
                continue;
            right[k] /= _factor[k][k];
            for (int j = 0; j < k; j++)
                right[j] -= _factor[k][j] * right[k] * (_counts[j] ? 1 : 0);
        }
    }

    private double[] Times(double[] vector)
    {
        double[] product = new double[vector.Length];
        for (int cell = 0; cell < _cells; cell++)
            product[cell] = _diagonal[cell] * vector[cell];
        for (int k = 0; k < _rest; k++)
        {
            for (int cell = 0; cell < _cells; cell++)
            {
                product[cell] += _border[k][cell] * vector[_cells + k];
                product[_cells + k] += _border[k][cell] * vector[cell];
            }
            for (int l = 0; l < k; l++)
            {
                product[_cells + k] += _corner[k][l] * vector[_cells + l];
                product[_cells + l] += _corner[k][l] * vector[_cells + k];
            }
            product[_cells + k] += _corner[k][k] * vector[_cells + k];
        }
        return product;
    }
}
