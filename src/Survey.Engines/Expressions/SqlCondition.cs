namespace Survey.Engines;

/// <summary>
/// A condition with three values as two with two: nothing ever negates what may be missing.
/// Either text may give NULL, which counts as false, where the server's AND and OR are SQL's.
/// </summary>
/// <param name="True">It is surely true.</param>
/// <param name="False">It is surely false; missing is neither.</param>
internal readonly record struct SqlCondition(string True, string False)
{
    public static readonly SqlCondition Always = new(Sql.True, Sql.False);

    public static readonly SqlCondition Missing = new(Sql.False, Sql.False);

    public SqlCondition Not => new(False, True);

    /// <summary>Whether it has no value, which is always known.</summary>
    public SqlCondition IsMissing
    {
        get
        {
            string known = Sql.Or([True, False]);
            return new(Sql.Case([(known, Sql.False)], Sql.True), known);
        }
    }

    public static SqlCondition And(IReadOnlyList<SqlCondition> parts) =>
        new(Sql.And(parts.Select(part => part.True)), Sql.Or(parts.Select(part => part.False)));

    public static SqlCondition Or(IReadOnlyList<SqlCondition> parts) =>
        new(Sql.Or(parts.Select(part => part.True)), Sql.And(parts.Select(part => part.False)));
}
