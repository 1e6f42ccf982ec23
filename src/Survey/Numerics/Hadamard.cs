namespace Survey;

/// <summary>Hadamard matrices: square, of +1 and -1, with orthogonal rows. Their first row and first column are +1.</summary>
/// <remarks>
/// Built by Sylvester's doubling and by Paley's two constructions over the integers modulo a prime: of order q + 1 for q = 3 modulo 4 and of order 2(q + 1) for q = 1 modulo 4, doubled as often as wanted.
/// Paley (1933), "On orthogonal matrices", Journal of Mathematics and Physics 12, 311-320. Orders that need other constructions, such as 92, are passed over.
/// </remarks>
internal static class Hadamard
{
    /// <summary>The matrix of the smallest order of at least that many that can be built.</summary>
    public static sbyte[][] OfOrderAtLeast(int least)
    {
        int order = least <= 1 ? 1 : least <= 2 ? 2 : (least + 3) / 4 * 4;
        while (!CanBuild(order))
            order += 4;
        return Normalized(Build(order));
    }

    /// <summary>Whether a matrix of that order can be built.</summary>
    public static bool CanBuild(int order) =>
        order is 1 or 2 || order % 4 == 0 && (order % 8 == 0 && CanBuild(order / 2) || order == 4 || IsPrime(order - 1) || order / 2 % 4 == 2 && IsPrime(order / 2 - 1));

    private static sbyte[][] Build(int order) =>
        order == 1 ? [[1]]
        : order % 4 == 0 && IsPrime(order - 1) && order > 4 ? First(order - 1)
        : order % 4 == 0 && order / 2 % 4 == 2 && order > 4 ? Second(order / 2 - 1)
        : Doubled(Build(order / 2));

    private static sbyte[][] Doubled(sbyte[][] half)
    {
        int n = half.Length;
        sbyte[][] whole = Square(2 * n);
        for (int i = 0; i < 2 * n; i++)
            for (int j = 0; j < 2 * n; j++)
                whole[i][j] = (sbyte)(i >= n && j >= n ? -half[i - n][j - n] : half[i % n][j % n]);
        return whole;
    }

    /// <summary>Of order q + 1, q = 3 modulo 4: I + S with S skew-symmetric.</summary>
    private static sbyte[][] First(int q)
    {
        int[] character = Characters(q);
        sbyte[][] matrix = Square(q + 1);
        for (int i = 0; i <= q; i++)
            for (int j = 0; j <= q; j++)
                matrix[i][j] = (sbyte)(i == j ? 1 : i == 0 ? 1 : j == 0 ? -1 : character[(i - j + q) % q]);
        return matrix;
    }

    /// <summary>Of order 2(q + 1), q = 1 modulo 4: each entry of a symmetric conference matrix becomes a block of two by two.</summary>
    private static sbyte[][] Second(int q)
    {
        int[] character = Characters(q);
        sbyte[][] matrix = Square(2 * (q + 1));
        for (int i = 0; i <= q; i++)
            for (int j = 0; j <= q; j++)
            {
                int entry = i == j ? 0 : i == 0 || j == 0 ? 1 : character[(i - j + q) % q];
                (int a, int b, int c, int d) = entry == 0 ? (1, -1, -1, -1) : (entry, entry, entry, -entry);
                (matrix[2 * i][2 * j], matrix[2 * i][2 * j + 1], matrix[2 * i + 1][2 * j], matrix[2 * i + 1][2 * j + 1]) = ((sbyte)a, (sbyte)b, (sbyte)c, (sbyte)d);
            }
        return matrix;
    }

    /// <summary>1 of squares modulo q, -1 of others, 0 of 0.</summary>
    private static int[] Characters(int q)
    {
        int[] characters = [.. Enumerable.Repeat(-1, q)];
        for (long k = 1; k < q; k++)
            characters[k * k % q] = 1;
        characters[0] = 0;
        return characters;
    }

    /// <summary>Turns the signs of rows and columns so that the first of both are +1.</summary>
    private static sbyte[][] Normalized(sbyte[][] matrix)
    {
        int n = matrix.Length;
        sbyte[] top = [.. matrix[0]];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                matrix[i][j] *= top[j];
        foreach (sbyte[] row in matrix)
        {
            sbyte left = row[0];
            for (int j = 0; j < n; j++)
                row[j] *= left;
        }
        return matrix;
    }

    private static bool IsPrime(int number)
    {
        if (number < 2)
            return false;
        for (int divisor = 2; divisor * divisor <= number; divisor++)
            if (number % divisor == 0)
                return false;
        return true;
    }

    private static sbyte[][] Square(int order) => [.. Enumerable.Range(0, order).Select(_ => new sbyte[order])];
}
