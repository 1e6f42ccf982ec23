namespace Survey;

/// <summary>The rank of the member that the Kish grid chose in each household, by a column of ranks or of tables; the two are checked against each other.</summary>
internal sealed class KishRanks
{
    private readonly StageRows _rows;
    private readonly Func<int, double> _eligible;
    private readonly Func<int, double>? _rank;
    private readonly Func<int, KishTable?>? _table;

    /// <param name="rows">That need a weight.</param>
    /// <param name="eligible">Members of each household.</param>
    /// <param name="rank">The column of ranks, or null.</param>
    /// <param name="table">The column of tables, or null.</param>
    public KishRanks(StageRows rows, Func<int, double> eligible, string? rank, string? table)
    {
        (_rows, _eligible) = (rows, eligible);
        if (rank is not null)
            _rank = CheckedRanks(rank);
        if (table is not null)
            _table = CheckedTables(table);
        CheckAgreement();
    }

    /// <summary>Null where neither is known.</summary>
    public int? Of(int row) => Given(row) ?? FromTable(row);

    private int? Given(int row) => _rank?.Invoke(row) is { } rank && !double.IsNaN(rank) ? (int)rank : null;

    private int? FromTable(int row) => _table?.Invoke(row) is { } table ? KishGrid.Rank(table, (int)_eligible(row)) : null;

    private Func<int, double> CheckedRanks(string column)
    {
        Func<int, double> rank = _rows.Numbers(column, "rank");
        _rows.Refuse(row => rank(row) < 1 || rank(row) != Math.Floor(rank(row)) && !double.IsNaN(rank(row)), column, "rank", "none of 1, 2, 3, ...", "write the place of the person interviewed on the household's list");
        if (_rows.First(row => rank(row) > _eligible(row)) is >= 0 and int beyond)
            throw _rows.Wrong(beyond, $"row {beyond + 1} has the rank {Invariant.Text(rank(beyond))} of {Invariant.Text(_eligible(beyond))} eligible members; correct one of the two");
        _rows.Refuse(row => rank(row) > KishGrid.MostMembers, column, "rank", $"above {KishGrid.MostMembers}", "the grid never chooses such a member, so look at how the person was chosen");
        return rank;
    }

    private Func<int, KishTable?> CheckedTables(string column)
    {
        Func<int, string?> text = _rows.Texts(column);
        Dictionary<string, KishTable> tables = KishGrid.Tables.ToDictionary(table => table.ToString(), StringComparer.Ordinal);
        _rows.Refuse(row => text(row) is { } own && !tables.ContainsKey(own), column, "table", $"none of {string.Join(", ", tables.Keys)}", "write one of these");
        return row => text(row) is { } own ? tables[own] : null;
    }

    private void CheckAgreement()
    {
        if (_rows.First(row => Given(row) is { } given && FromTable(row) is { } chosen && given != chosen) is >= 0 and int odd)
            throw _rows.Wrong(odd, $"row {odd + 1} has the rank {Given(odd)}, but of {Invariant.Text(_eligible(odd))} eligible members table {_table!(odd)} chooses the one of rank {FromTable(odd)}; correct the rank, the table or the number of members");
    }
}
