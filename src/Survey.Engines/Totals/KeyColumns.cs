namespace Survey.Engines;

/// <summary>The columns that tell units apart: how they are grouped by, and what combinations of their values came back.</summary>
internal sealed class KeyColumns
{
    private readonly SampleColumns? _sample;
    private readonly EngineColumn[] _columns;

    /// <param name="table">Whose columns they are.</param>
    /// <param name="sample">That names them; null where the rows are one unit.</param>
    /// <param name="compiler">Of the statement.</param>
    public KeyColumns(EngineTable table, SampleColumns? sample, SqlCompiler compiler)
    {
        _sample = sample;
        _columns = [.. (sample?.Keys ?? []).Select(table.Column)];
        Keys = [.. _columns.Select(column => KeyOf(column, table.Dialect, compiler))];
    }

    public IReadOnlyList<GroupKey> Keys { get; }

    /// <summary>The combination of keys of each group of an answer, and the combinations.</summary>
    /// <param name="reply">Whose first keys these are.</param>
    /// <param name="rows">How many rows a group has.</param>
    /// <param name="weighted">How many of them have a weight above 0.</param>
    /// <exception cref="SurveyDataException">A key that names units is missing.</exception>
    public (int[] KeyOf, KeysMet Met) Read(GroupedReply reply, double[] rows, double[] weighted)
    {
        RefuseMissing(reply, rows);
        Array[] keys = [.. _columns.Select((column, k) => column.Type == ColumnType.Number && reply.Keys[k] is string?[] texts ? Array.ConvertAll(texts, WideNumbers.Canonical) : reply.Keys[k])];
        int[] keyOf = new int[reply.Count];
        foreach (Array key in keys)
            Pair(keyOf, CodesOf(key));
        int count = reply.Count == 0 ? 0 : keyOf.Max() + 1;
        long[] all = new long[count], own = new long[count];
        int[] first = new int[count];
        for (int group = keyOf.Length - 1; group >= 0; group--)
        {
            all[keyOf[group]] += (long)rows[group];
            own[keyOf[group]] += (long)weighted[group];
            first[keyOf[group]] = group;
        }
        // without a key column there is one unit, and still a row must stand for it
        (string, Column)[] columns = _columns.Length == 0
            ? [("row", NumberColumn.Owning([0]))]
            : [.. _columns.Select((column, k) => (column.Name, ColumnOf(column, keys[k], first)))];
        return (keyOf, new KeysMet(columns, all, own, row => PlaceOf(columns, row)));
    }

    private static GroupKey KeyOf(EngineColumn column, Dialect dialect, SqlCompiler compiler)
    {
        string quoted = dialect.Quote(column.Name);
        return column.Type switch
        {
            ColumnType.Number when dialect.IsWide(column.ServerType) => new(quoted, dialect.TextOf(quoted, column.ServerType), ReplyKind.Text),
            ColumnType.Number when dialect.FiniteOnly(quoted, column.ServerType) is null => new(quoted, dialect.ToDouble(quoted), ReplyKind.Number),
            ColumnType.Number => new(dialect.NumberOf(quoted, column.ServerType), dialect.NumberOf(quoted, column.ServerType), ReplyKind.Number),
            ColumnType.Flag => new(quoted, dialect.ToDouble(compiler.Code(Expr.Col(column.Name))), ReplyKind.Number),
            ColumnType.Date => new(compiler.Day(Expr.Col(column.Name)), dialect.ToDouble(compiler.Day(Expr.Col(column.Name))), ReplyKind.Number),
            _ => new(quoted, dialect.TextOf(quoted, column.ServerType), ReplyKind.Text),
        };
    }

    private void RefuseMissing(GroupedReply reply, double[] rows)
    {
        for (int k = 0; k < _columns.Length; k++)
        {
            double missing = 0;
            for (int group = 0; group < reply.Count; group++)
                missing += IsMissing(reply.Keys[k], group) ? rows[group] : 0;
            if (missing > 0 && _sample!.IsKey(_columns[k].Name))
                throw KeyCodes.Missing(_columns[k].Name, _sample.RoleOf(_columns[k].Name), $"{Invariant.Count((long)missing)} rows");
        }
    }

    private static bool IsMissing(Array key, int group) => key is double[] numbers ? double.IsNaN(numbers[group]) : string.IsNullOrWhiteSpace(((string?[])key)[group]);

    private static int[] CodesOf(Array key) => key is double[] numbers ? Coded(numbers) : Coded(Array.ConvertAll((string?[])key, text => text ?? ""));

    private static int[] Coded<T>(T[] values)
        where T : notnull
    {
        var codes = new Dictionary<T, int>();
        return Array.ConvertAll(values, value =>
        {
            if (!codes.TryGetValue(value, out int code))
                codes.Add(value, code = codes.Count);
            return code;
        });
    }

    /// <summary>Numbers pairs of what was told apart before and a key.</summary>
    private static void Pair(int[] before, int[] codes)
    {
        int[] pairs = Coded(before.Zip(codes).ToArray());
        pairs.CopyTo(before, 0);
    }

    private static Column ColumnOf(EngineColumn column, Array key, int[] groups) =>
        column.Type switch
        {
            ColumnType.Flag => FlagColumn.Owning([.. Picked((double[])key, groups).Select(flag => double.IsNaN(flag) ? FlagColumn.Missing : (byte)flag)]),
            ColumnType.Date => DateColumn.Owning([.. Picked((double[])key, groups).Select(day => double.IsNaN(day) ? DateColumn.Missing : (int)day)]),
            ColumnType.Number when key is double[] numbers => NumberColumn.Owning(Picked(numbers, groups)),
            ColumnType.Number => WideNumbers.Of(Picked((string?[])key, groups)),
            _ => new CategoryColumn(Picked((string?[])key, groups)),
        };

    private static T[] Picked<T>(T[] values, int[] groups) => Array.ConvertAll(groups, group => values[group]);

    private static string PlaceOf((string Name, Column Column)[] columns, long row) =>
        $"the rows with {string.Join(" and ", columns.Select(column => $"{column.Name} = '{column.Column.TextAt((int)row)}'"))}";
}
