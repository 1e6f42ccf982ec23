using System.Globalization;

namespace Survey;

/// <summary>A variable of a two-way table: its levels, and the condition of having each.</summary>
/// <param name="Name">Of the variable.</param>
/// <param name="Expression">The variable.</param>
/// <param name="Labels">What readers are shown for each level.</param>
/// <param name="Conditions">That a row has the level; missing where the variable is.</param>
internal sealed record TableMargin(string Name, Expr Expression, IReadOnlyList<string> Labels, IReadOnlyList<Expr> Conditions)
{
    private const int MostLevels = 1_000;

    /// <param name="rows">Where the variable is.</param>
    /// <param name="variable">A category, a flag, dates or numbers.</param>
    /// <exception cref="SurveyDataException">It has no levels, or more than 1,000.</exception>
    public static TableMargin Of(Rows rows, Variable variable)
    {
        var binder = new Binder(rows);
        ColumnType? type = binder.Bind(variable.Of).Type;
        // the conditions name the values met, and would not see others that come after the beginning of a stream
        if (rows.AreStreamed && rows.Settlements == 0 && type is ColumnType.Number or ColumnType.Date)
            throw new ProvisionalFactsException(variable.Name);
        var levels = new LevelCodes(rows, variable, binder);
        return levels.Levels.Count switch
        {
            0 => throw new SurveyDataException($"'{variable}' has no levels: it is missing in every row."),
            > MostLevels => throw new SurveyDataException($"'{variable}' has {Invariant.Count(levels.Levels.Count)} levels, too many to compare (at most {Invariant.Count(MostLevels)}); group them, such as with cut."),
            _ => new TableMargin(variable.Name, variable.Of, levels.Labels, [.. levels.Levels.Select(level => Has(variable.Of, level, type))]),
        };
    }

    private static Expr Has(Expr of, string level, ColumnType? type) =>
        type switch
        {
            ColumnType.Flag => level == "true" ? of : !of,
            ColumnType.Category or ColumnType.Date => of == Expr.Text(level),
            _ => of == double.Parse(level, CultureInfo.InvariantCulture),
        };
}
