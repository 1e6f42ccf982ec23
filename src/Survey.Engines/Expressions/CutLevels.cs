using System.Globalization;

namespace Survey.Engines;

/// <summary>The groups of a number between breaks.</summary>
/// <param name="number">A double or NULL.</param>
/// <param name="breaks">Rising; the last may be infinite.</param>
/// <param name="dialect">Of the server.</param>
internal sealed class CutLevels(string number, double[] breaks, Dialect dialect) : SqlCategory
{
    public override SqlCondition Missing =>
        new(Sql.Or([$"{number} IS NULL", dialect.Sure(Below(0)), .. HasEnd ? [dialect.Sure(From(breaks.Length - 1))] : Array.Empty<string>()]), Range(0, breaks.Length - 1));

    private bool HasEnd => double.IsFinite(breaks[^1]);

    // neighbours are one range
    public override string Among(bool[] levels)
    {
        var ranges = new List<string>();
        for (int first = 0, next; first < levels.Length; first = next)
        {
            next = first + 1;
            while (next < levels.Length && levels[next] == levels[first])
                next++;
            if (levels[first])
                ranges.Add(Range(first, next));
        }
        return Sql.Or(ranges);
    }

    public override string Codes(int[] recoded)
    {
        IEnumerable<(string, string)> arms = recoded.Select((code, k) => (HasEnd || k < recoded.Length - 1 ? Below(k + 1) : From(k), code.ToString(CultureInfo.InvariantCulture)));
        return Sql.Case([(Below(0), Sql.NoWhole), .. arms]);
    }

    private string Range(int first, int next) =>
        Sql.And([dialect.Sure(From(first)), double.IsFinite(breaks[next]) ? dialect.Sure(Below(next)) : Sql.True]);

    private string From(int k) => $"{number} >= {dialect.Number(breaks[k])}";

    private string Below(int k) => $"{number} < {dialect.Number(breaks[k])}";
}
