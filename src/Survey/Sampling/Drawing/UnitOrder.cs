namespace Survey;

/// <summary>Sorts the units of a stratum by the columns that stratify them implicitly.</summary>
internal sealed class UnitOrder(FrameStage stage)
{
    private readonly int[][] _ranks = [.. stage.Order.Select(order => order.Column.Ranks())];

    public void Sort(int[] units)
    {
        if (_ranks.Length > 0)
            Sort(units.AsSpan(), 0, false);
    }

    /// <summary>Sorts by one column, and what it leaves equal by the next; back and forth where that is asked for.</summary>
    private void Sort(Span<int> units, int column, bool backwards)
    {
        int sign = backwards ? -1 : 1;
        units.Sort((a, b) => RankOf(column, a) != RankOf(column, b) ? sign * RankOf(column, a).CompareTo(RankOf(column, b)) : a.CompareTo(b));
        if (column + 1 == _ranks.Length)
            return;
        bool next = false;
        for (int first = 0, end; first < units.Length; first = end)
        {
            end = first + 1;
            while (end < units.Length && RankOf(column, units[end]) == RankOf(column, units[first]))
                end++;
            Sort(units[first..end], column + 1, next);
            next = stage.Plan.Serpentine && !next;
        }
    }

    private int RankOf(int column, int unit) => _ranks[column][stage.Order[column].CodeOf(unit)];
}
