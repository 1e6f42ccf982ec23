using System.Globalization;

namespace Survey.Engines;

/// <summary>The levels of a column.</summary>
/// <param name="column">Its text.</param>
/// <param name="levels">Its levels, as they are stored.</param>
/// <param name="blanks">Texts that stand for no value, as NULL does.</param>
/// <param name="dialect">Of the server.</param>
/// <param name="text">A text as a value.</param>
internal sealed class ColumnLevels(string column, IReadOnlyList<string> levels, IReadOnlyList<string> blanks, Dialect dialect, Func<string, string> text) : SqlCategory
{
    public override SqlCondition Missing =>
        blanks.Count == 0
            ? new($"{column} IS NULL", $"{column} IS NOT NULL")
            : new(Sql.Or([$"{column} IS NULL", Is(blanks)]), IsNot(blanks));

    // the fewer texts, and a full set names none
    public override string Among(bool[] among)
    {
        string[] members = [.. levels.Where((_, code) => among[code])], others = [.. levels.Where((_, code) => !among[code])];
        if (members.Length == 0)
            return Sql.False;
        if (others.Length == 0)
            return Missing.False;
        return members.Length <= others.Length + blanks.Count ? Is(members) : IsNot([.. others, .. blanks]);
    }

    public override string Codes(int[] recoded) =>
        levels.Count == 0
            ? Sql.NoWhole
            : Sql.Case(levels.Index().GroupBy(level => recoded[level.Index], level => level.Item).Select(group => (Is([.. group]), group.Key.ToString(CultureInfo.InvariantCulture))));

    private string Is(IReadOnlyList<string> texts) => dialect.Sure(Sql.In(column, texts.Select(text)));

    private string IsNot(IReadOnlyList<string> texts) => dialect.Sure($"({column} IS NOT NULL AND NOT ({Sql.In(column, texts.Select(text))}))");
}
