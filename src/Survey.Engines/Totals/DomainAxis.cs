namespace Survey.Engines;

/// <summary>A variable that splits rows, as SQL.</summary>
/// <param name="Value">What its levels are told by.</param>
/// <param name="Kind">How that is read.</param>
/// <param name="Literal">The value of a level, by its code.</param>
/// <param name="Codes">The level of each value that is a text; null where values are numbers.</param>
/// <param name="Numbers">Those of the levels, in order, where they are not codes.</param>
internal sealed record DomainAxis(string Value, ReplyKind Kind, Func<int, string> Literal, Dictionary<string, int>? Codes, double[]? Numbers)
{
    public static DomainAxis Of(LevelCodes axis, EngineTable table, SqlCompiler compiler)
    {
        if (axis.Numbers is { } numbers)
            return new(compiler.IsDate(axis.Of) ? compiler.Day(axis.Of) : compiler.Number(axis.Of), ReplyKind.Number, code => table.Dialect.Number(numbers[code]), null, numbers);
        // a column of texts is grouped by as it stands: a choice among thousands of levels would be made for each row
        if (axis.Of.Node is Node.Column column && table.Column(column.Name) is { Type: ColumnType.Category } own)
        {
            var codes = axis.Levels.Index().ToDictionary(level => level.Item, level => level.Index, StringComparer.Ordinal);
            return new(table.Dialect.TextOf(table.Dialect.Quote(own.Name), own.ServerType), ReplyKind.Text, code => compiler.Text(axis.Levels[code]), codes, null);
        }
        return new(compiler.Code(axis.Of), ReplyKind.Number, code => table.Dialect.Number(code), null, null);
    }

    /// <summary>How rows are grouped by it; of rows that are not meant the levels do not matter, and would make groups of their own.</summary>
    public GroupKey Key(string? meant, Dialect dialect)
    {
        string value = meant is null ? Value : $"CASE WHEN {meant} THEN {Value} END";
        return new GroupKey(value, Kind == ReplyKind.Text ? value : dialect.ToDouble(value), Kind);
    }

    /// <summary>The condition that a row has one of some levels.</summary>
    public string Has(int[] codes, Dialect dialect)
    {
        // a set of ClickHouse has 0 and not -0, which a sum with 0 never is
        string value = Numbers is { } numbers && codes.Any(code => numbers[code] == 0) ? $"({Value} + {dialect.Number(0)})" : Value;
        return codes is [int only] ? $"{value} = {Literal(only)}" : Sql.In(value, codes.Select(Literal));
    }

    /// <summary>The level of a group of an answer.</summary>
    public int CodeOf(Array key, int group, EngineTable table)
    {
        if (Codes is not null)
            return ((string?[])key)[group] is not { } text || string.IsNullOrWhiteSpace(text) ? DomainCodes.Unknown : Codes.TryGetValue(text, out int code) ? code : throw table.Changed();
        double value = ((double[])key)[group];
        if (double.IsNaN(value) || Numbers is null)
            return double.IsNaN(value) ? DomainCodes.Unknown : (int)value;
        int found = Array.BinarySearch(Numbers, value);
        return found >= 0 ? found : throw table.Changed();
    }
}
