namespace Survey.Engines;

internal sealed partial class SqlCompiler
{
    private SqlCondition Condition(Node node) => Once(_conditions, node, Written);

    private SqlCondition Written(Node node)
    {
        SqlCondition condition = node switch
        {
            Node.Column column => Leaf(Flag(column, true), Flag(column, false)),
            Node.Flag flag => flag.Value ? SqlCondition.Always : SqlCondition.Always.Not,
            Node.Missing => SqlCondition.Missing,
            Node.Compare compare => Compare(compare),
            Node.Between between => SqlCondition.And([Compare(new(Comparison.GreaterOrEqual, between.Of, between.Low)), Compare(new(Comparison.LessOrEqual, between.Of, between.High))]),
            Node.And and => SqlCondition.And([.. and.Parts.Select(Condition)]),
            Node.Or or => SqlCondition.Or([.. or.Parts.Select(Condition)]),
            Node.Not not => Condition(not.Of).Not,
            Node.IsMissing missing => Missing(missing.Of),
            Node.OneOf oneOf => OneOf(oneOf),
            _ when Arms.Of(node, this) is { } arms => new(arms.Choose(value => Condition(value).True, Sql.False), arms.Choose(value => Condition(value).False, Sql.False)),
            _ => throw new ArgumentOutOfRangeException(nameof(node)),
        };
        return new(Sql.Checked(condition.True), Sql.Checked(condition.False));
    }

    private string Flag(Node.Column column, bool value) => dialect.FlagIs(value, Quoted(column), columnOf(column.Name).ServerType);

    private SqlCondition Leaf(string isTrue, string isFalse) => new(dialect.Sure(isTrue), dialect.Sure(isFalse));

    /// <summary>A value for true and one for false.</summary>
    private static string OneOrZero(SqlCondition condition, string one, string zero, string missing) =>
        condition == SqlCondition.Missing ? missing : Sql.Case([(condition.True, one), (condition.False, zero)]);
}
