namespace Survey.Tests.Expressions;

/// <summary>Values of expressions over a table, as texts: null where missing.</summary>
internal static class Evaluated
{
    public static string?[] Texts(this Table table, Variable of)
    {
        Column column = table.With("of it", of)["of it"];
        return [.. Enumerable.Range(0, table.RowCount).Select(column.TextAt)];
    }

    public static string?[] Texts(this Table table, string expression) => table.Texts(Expr.Parse(expression));

    /// <summary>The value of an expression that asks no column.</summary>
    public static string? Constant(string expression) => Table.FromColumns([("row", new[] { 1 })]).Texts(expression)[0];

    /// <summary>Why an expression does not fit a table.</summary>
    public static string ErrorOf(this Table table, Variable of) => Assert.Throws<SurveyDataException>(() => table.With("of it", of))!.Message;
}
