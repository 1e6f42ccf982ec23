using System.Collections;

namespace Survey;

/// <summary>Contrasts of the same estimates, with their covariance.</summary>
[TypeFormatterSource(typeof(NotebookFormatters), PreferredMimeTypes = ["text/html"])]
public sealed class Contrasts : IReadOnlyList<Contrast>, IResult
{
    private readonly Contrast[] _all;
    private readonly Func<int, int, double> _covariance;

    internal Contrasts(Contrast[] all, Func<int, int, double> covariance) => (_all, _covariance) = (all, covariance);

    /// <inheritdoc/>
    public Contrast this[int index] => _all[index];

    /// <inheritdoc/>
    public int Count => _all.Length;

    /// <summary>The estimated covariance of two of them.</summary>
    /// <param name="first">Its index.</param>
    /// <param name="second">Its index.</param>
    /// <remarks>Worked out when asked for; where rows are PSUs that is a pass over the rows.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">There is no such contrast.</exception>
    public double Covariance(int first, int second)
    {
        foreach (int index in (ReadOnlySpan<int>)[first, second])
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        }
        return _covariance(first, second);
    }

    /// <inheritdoc/>
    public IEnumerator<Contrast> GetEnumerator() => ((IEnumerable<Contrast>)_all).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>An aligned table, with 95 % intervals.</summary>
    public override string ToString() => ToText();

    /// <summary>An aligned table for people: sums and differences of proportions in percentage points.</summary>
    /// <param name="level">Coverage of the intervals.</param>
    public string ToText(double level = 0.95) => ContrastFigures.Display(_all, level).ToString();

    /// <summary>The contrasts as rows. A split variable called as a figure has a _ after its name.</summary>
    /// <param name="level">Coverage of the intervals.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not between 0 and 1.</exception>
    public Table ToTable(double level = 0.95) => ContrastFigures.Rows(_all, level);

    Table IResult.ToTable() => ToTable();

    Display IResult.Display() => ContrastFigures.Display(_all, 0.95);
}
