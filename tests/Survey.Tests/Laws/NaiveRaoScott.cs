namespace Survey.Tests.Laws;

/// <summary>Σδ and Σδ² as they are written down: Δ = n (C'D⁻¹C)⁻¹ C'D⁻¹VD⁻¹C, the columns of C the tables of a 1 less the means of its row, its column and all. Nothing of the library is used.</summary>
internal static class NaiveRaoScott
{
    public static (double Trace, double TraceOfSquares) Of(int rows, int columns, double[] p, double[,] v, double n)
    {
        int cells = rows * columns, k = (rows - 1) * (columns - 1);
        double[,] c = new double[cells, k], weighted = new double[cells, k];
        for (int a = 0; a < cells; a++)
            for (int m = 0; m < k; m++)
            {
                (int i, int j) = (1 + m / (columns - 1), 1 + m % (columns - 1));
                c[a, m] = ((a / columns == i ? 1 : 0) - 1.0 / rows) * ((a % columns == j ? 1 : 0) - 1.0 / columns);
                weighted[a, m] = p[a] == 0 ? 0 : c[a, m] / p[a];
            }
        double[,] delta = Solved(Product(Turned(c), weighted), Product(Turned(weighted), Product(v, weighted)));
        double trace = 0, squares = 0;
        for (int a = 0; a < k; a++)
        {
            trace += n * delta[a, a];
            for (int b = 0; b < k; b++)
                squares += n * n * delta[a, b] * delta[b, a];
        }
        return (trace, squares);
    }

    private static double[,] Turned(double[,] a)
    {
        double[,] turned = new double[a.GetLength(1), a.GetLength(0)];
        for (int i = 0; i < a.GetLength(0); i++)
            for (int j = 0; j < a.GetLength(1); j++)
                turned[j, i] = a[i, j];
        return turned;
    }

    private static double[,] Product(double[,] a, double[,] b)
    {
        double[,] product = new double[a.GetLength(0), b.GetLength(1)];
        for (int i = 0; i < a.GetLength(0); i++)
            for (int j = 0; j < b.GetLength(1); j++)
                for (int k = 0; k < b.GetLength(0); k++)
                    product[i, j] += a[i, k] * b[k, j];
        return product;
    }

    // Gauss and Jordan, with the largest element of a column first
    private static double[,] Solved(double[,] a, double[,] b)
    {
        int size = a.GetLength(0);
        for (int k = 0; k < size; k++)
        {
            int pivot = Enumerable.Range(k, size - k).MaxBy(i => Math.Abs(a[i, k]));
            for (int j = 0; j < size; j++)
                (a[k, j], a[pivot, j], b[k, j], b[pivot, j]) = (a[pivot, j], a[k, j], b[pivot, j], b[k, j]);
            for (int i = 0; i < size; i++)
            {
                double factor = i == k ? 0 : a[i, k] / a[k, k];
                for (int j = 0; j < size && factor != 0; j++)
                    (a[i, j], b[i, j]) = (a[i, j] - factor * a[k, j], b[i, j] - factor * b[k, j]);
            }
        }
        for (int i = 0; i < size; i++)
            for (int j = 0; j < size; j++)
                b[i, j] /= a[i, i];
        return b;
    }
}
