namespace Survey.Engines;

/// <summary>Asks for the units of a sample alone.</summary>
internal sealed class KeyQuery(EngineTable table, SampleColumns columns)
{
    public KeysMet Run()
    {
        var keys = new KeyColumns(table, columns, table.Compiler([]));
        var list = new SelectList();
        int rows = list.Add(table.Dialect.ToDouble("count(*)")), weighted = rows, sound = rows;
        if (columns.Weights is { } weights)
        {
            var sql = new WeightSql(table);
            weighted = list.Add(table.Dialect.CountWhere(table.Dialect.Sure($"{sql.Of(weights)} <> {table.Dialect.Number(0)}")));
            sound = list.Add(table.Dialect.CountWhere(sql.IsSound(weights)));
        }
        GroupedReply reply = new GroupedQuery(table).Run(keys.Keys, list.Aggregates, []);
        double all = reply.Aggregates[rows].Sum();
        if (all == 0)
            throw SampleBuilder.Empty();
        if (columns.Weights is { } column && (reply.Aggregates[sound].Sum() < all || reply.Aggregates[weighted].Sum() == 0))
            throw new WeightSql(table).FaultOf(column);
        return keys.Read(reply, reply.Aggregates[rows], reply.Aggregates[weighted]).Met;
    }
}
