namespace Survey;

/// <summary>Totals of the same terms about other centres: Σw(y - c) = Σw(y - b) + (b - c) Σw, and Σw(y - c)² = Σw(y - b)² + 2(b - c) Σw(y - b) + (b - c)² Σw.</summary>
/// <param name="terms">Of the totals.</param>
/// <param name="from">b: the centre of each term.</param>
/// <param name="to">c: the centre that it shall have.</param>
internal sealed class Recentring(IReadOnlyList<Term> terms, double[] from, double[] to)
{
    /// <summary>The totals about the new centres.</summary>
    public double[] Totals(double[] sums)
    {
        double[] moved = [.. sums];
        for (int slot = 1; slot < sums.Length; slot++)
        {
            double shift = Shift(slot);
            moved[slot] += terms[slot - 1].Kind == TermKind.CentredSquare
                ? 2 * shift * sums[slot - 1] + shift * shift * sums[0]
                : shift * sums[PeopleOf(slot)];
        }
        return moved;
    }

    /// <summary>The gradient by the totals about the old centres, of a function whose gradient is by those about the new.</summary>
    public double[] Gradient(double[] gradient)
    {
        double[] moved = [.. gradient];
        for (int slot = 1; slot < gradient.Length; slot++)
        {
            double shift = Shift(slot);
            if (terms[slot - 1].Kind == TermKind.CentredSquare)
            {
                moved[slot - 1] += 2 * shift * gradient[slot];
                moved[0] += shift * shift * gradient[slot];
            }
            else
                moved[PeopleOf(slot)] += shift * gradient[slot];
        }
        return moved;
    }

    // a square has the centre of the term before; what is not centred has none
    private double Shift(int slot) =>
        terms[slot - 1].Kind switch
        {
            TermKind.Centred => from[slot - 1] - to[slot - 1],
            TermKind.CentredSquare => from[slot - 2] - to[slot - 2],
            _ => 0,
        };

    /// <summary>The slot of the weights over which a term was summed.</summary>
    private int PeopleOf(int slot) => terms[slot - 1].Within ? slot - 1 : 0;
}
