using System.Globalization;

namespace Survey.Engines;

/// <summary>The text of a column, and the texts that stand for no value.</summary>
internal sealed record RawColumnText(string Text, IReadOnlyList<string> Blanks);

/// <summary>The levels of a column of texts.</summary>
/// <param name="column">The column.</param>
/// <param name="levels">Its levels, as they are stored.</param>
/// <param name="dialect">Of the server.</param>
/// <param name="text">A text as a value.</param>
internal sealed class ColumnLevels(RawColumnText column, IReadOnlyList<string> levels, Dialect dialect, Func<string, string> text) : SqlCategory
{
    public override SqlCondition Missing => IsBlank(column, dialect, text);

    /// <summary>Whether a column of texts is NULL or one of its blank texts.</summary>
    public static SqlCondition IsBlank(RawColumnText column, Dialect dialect, Func<string, string> text)
    {
        string isNull = $"{column.Text} IS NULL", isThere = $"{column.Text} IS NOT NULL";
        if (column.Blanks.Count == 0)
            return new(isNull, isThere);
        string isBlank = Sql.In(column.Text, column.Blanks.Select(text));
        return new(Sql.Or([isNull, dialect.Sure(isBlank)]), dialect.Sure($"({isThere} AND NOT ({isBlank}))"));
    }

    public override string Among(bool[] among)
    {
        string[] members = [.. levels.Where((_, code) => among[code])], others = [.. levels.Where((_, code) => !among[code])];
        if (members.Length == 0)
            return Sql.False;
        if (others.Length == 0)
            return Missing.False;
        if (members.Length <= others.Length + column.Blanks.Count)
            return dialect.Sure(Sql.In(column.Text, members.Select(text)));
        return dialect.Sure($"({column.Text} IS NOT NULL AND NOT ({Sql.In(column.Text, others.Concat(column.Blanks).Select(text))}))");
    }

    public override string Codes(int[] recoded) =>
        levels.Count == 0
            ? Sql.NoWhole
            : Sql.Case(levels.Index().GroupBy(level => recoded[level.Index], level => text(level.Item)).Select(group => (Sql.In(column.Text, group), group.Key.ToString(CultureInfo.InvariantCulture))));
}
