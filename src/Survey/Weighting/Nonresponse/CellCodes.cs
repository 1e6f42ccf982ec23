namespace Survey;

/// <summary>The weighting class of each row, numbered in the order of the columns' values, the first column first.</summary>
/// <param name="OfRow">The class of each row.</param>
/// <param name="Names">What each is called: "town 1 / village 3".</param>
/// <param name="Parents">Of each: the class by all columns but the last.</param>
internal sealed record CellCodes(int[] OfRow, string[] Names, int[] Parents)
{
    public int Count => Names.Length;

    /// <param name="table">Of everyone drawn.</param>
    /// <param name="columns">At least one.</param>
    /// <param name="responded">Who responded.</param>
    /// <exception cref="SurveyDataException">A column is missing in a row.</exception>
    public static CellCodes Of(Table table, IReadOnlyList<string> columns, Func<int, bool> responded)
    {
        var codes = new CellCodes(new int[table.RowCount], [""], [0]);
        foreach (string name in columns)
        {
            RefuseMissing(table, name, responded);
            KeyCodes keys = KeyCodes.Of(name, "cells", [table[name]]);
            Nesting nested = Nesting.Of(codes.OfRow, codes.Count, keys.Codes, keys.Count);
            string[] outer = codes.Names;
            codes = new CellCodes(nested.OfRow, [.. nested.ParentOf.Zip(nested.KeyOf, (parent, key) => outer[parent].Length == 0 ? keys.Texts[key] : $"{outer[parent]} / {keys.Texts[key]}")], nested.ParentOf);
        }
        return codes;
    }

    /// <summary>The value that a column has in all rows of each class.</summary>
    /// <param name="of">The value of a row.</param>
    /// <param name="called">What the column is, for messages.</param>
    /// <exception cref="SurveyDataException">Rows of a class differ.</exception>
    public T[] Constant<T>(Func<int, T> of, string called) where T : struct, IEquatable<T>
    {
        var value = new T?[Count];
        for (int row = 0; row < OfRow.Length; row++)
        {
            T own = of(row);
            if (value[OfRow[row]] is { } first && !first.Equals(own))
                throw new RowException($"{called} differs within the cell '{Names[OfRow[row]]}', as row {row + 1} shows; it has one value in all rows of a cell, so add its column to the cells or take another.", row);
            value[OfRow[row]] = own;
        }
        return [.. value.Select(one => one!.Value)];
    }

    private static void RefuseMissing(Table table, string name, Func<int, bool> responded)
    {
        Column column = table[name];
        RowList unmet = new(), others = new();
        for (int row = 0; row < column.Length; row++)
            if (column.IsMissing(row))
                (responded(row) ? others : unmet).Add(row);
        if (unmet.Count > 0)
            throw new RowException($"The cell column '{name}' is missing of people who did not respond, in {unmet}; cells are made of what is known of everyone drawn, such as the village.", unmet.First);
        if (others.Count > 0)
            throw new RowException($"The cell column '{name}' is missing in {others}; fill it in, or take a column that is known of everyone drawn, such as the village.", others.First);
    }
}
