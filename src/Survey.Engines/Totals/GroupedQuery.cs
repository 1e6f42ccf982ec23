using System.Globalization;
using System.Text;

namespace Survey.Engines;

/// <summary>Asks for aggregates of all rows of a table, group by group: one statement, or several of at most so many aggregates whose answers are put side by side.</summary>
/// <param name="table">The table.</param>
/// <param name="from">What stands for it in the statement.</param>
internal sealed class GroupedQuery(EngineTable table, string? from = null)
{
    // PostgreSQL holds each aggregate against all before it: 1,200 long ones took it 49 s, of any number of rows, and 188 took 2 s
    private const int MostAggregates = 300;

    /// <param name="keys">What rows are grouped by; the table's shards are told apart beside them, so that each can sum its own.</param>
    /// <param name="aggregates">Doubles.</param>
    /// <param name="parameters">Of all expressions.</param>
    /// <param name="most">Beyond as many the rest of the groups is not wanted.</param>
    public GroupedReply Run(IReadOnlyList<GroupKey> keys, IReadOnlyList<string> aggregates, IReadOnlyList<string> parameters, int? most = null)
    {
        GroupKey[] all = [.. keys, .. table.ShardKeys.Where(shard => !keys.Any(key => key.By == shard.By))];
        // each statement counts the rows too, so that none is of other rows than the rest
        string rows = table.Dialect.ToDouble("count(*)");
        Reply[] replies = [.. aggregates.Chunk(MostAggregates).Select(own => Ask(all, [rows, .. own], parameters, most))];
        int[]?[] orders = [null, .. replies.Skip(1).Select(reply => Aligned(all, replies[0], reply))];
        var columns = new List<double[]>();
        for (int k = 0; k < replies.Length; k++)
            for (int column = all.Length + 1; columns.Count < Math.Min(aggregates.Count, (k + 1) * MostAggregates); column++)
                columns.Add(orders[k] is { } order ? Array.ConvertAll(order, row => replies[k].Numbers(column)[row]) : replies[k].Numbers(column));
        return new GroupedReply(replies[0].RowCount, [.. keys.Select((key, k) => key.Kind == ReplyKind.Number ? (Array)replies[0].Numbers(k) : replies[0].Texts(k))], columns);
    }

    private Reply Ask(GroupKey[] keys, string[] aggregates, IReadOnlyList<string> parameters, int? most)
    {
        // a bare number would be taken for the place of a column
        string[] by = [.. keys.Select(key => key.By).Where(own => own.AsSpan().ContainsAnyExceptInRange('0', '9')).Distinct()];
        string groups = by.Length == 0 ? "" : $" GROUP BY {string.Join(", ", by)}";
        string sql = $"SELECT {string.Join(", ", [.. keys.Select(key => key.Shown), .. aggregates])} FROM {from ?? table.Sql}{groups}{(most is { } limit ? $" LIMIT {limit}" : "")}";
        return table.Ask(new Statement(sql, parameters), [.. keys.Select(key => key.Kind), .. aggregates.Select(_ => ReplyKind.Number)], isSummed: true);
    }

    /// <summary>For each group of one answer its row in another, in which it has as many rows.</summary>
    private int[] Aligned(GroupKey[] keys, Reply first, Reply other)
    {
        var rowOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int row = 0; row < other.RowCount; row++)
            rowOf.Add(NameOf(keys, other, row), row);
        int[] rows = new int[first.RowCount];
        for (int row = 0; row < rows.Length; row++)
            rows[row] = rowOf.TryGetValue(NameOf(keys, first, row), out int found) && first.Numbers(keys.Length)[row] == other.Numbers(keys.Length)[found] ? found : throw table.Changed();
        return first.RowCount == other.RowCount ? rows : throw table.Changed();
    }

    private static string NameOf(GroupKey[] keys, Reply reply, int row)
    {
        var name = new StringBuilder();
        for (int k = 0; k < keys.Length; k++)
            if (keys[k].Kind == ReplyKind.Number)
                name.Append(CultureInfo.InvariantCulture, $"{reply.Numbers(k)[row]:R}|");
            else
                name.Append(CultureInfo.InvariantCulture, $"{reply.Texts(k)[row]?.Length ?? -1}:{reply.Texts(k)[row]}|");
        return name.ToString();
    }
}
