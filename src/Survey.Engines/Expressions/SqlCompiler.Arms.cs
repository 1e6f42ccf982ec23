namespace Survey.Engines;

internal sealed partial class SqlCompiler
{
    /// <summary>A choice between values: the first whose condition is surely true.</summary>
    /// <param name="Values">Conditions and values.</param>
    /// <param name="Otherwise">Where no condition is true; null means missing.</param>
    private sealed record Arms(IReadOnlyList<(string When, Node Then)> Values, Node? Otherwise)
    {
        /// <summary>Those of a choice; null of any other node.</summary>
        public static Arms? Of(Node node, SqlCompiler compiler) =>
            node switch
            {
                Node.Case choice => new([.. choice.Conditions.Zip(choice.Thens, (condition, then) => (compiler.Condition(condition).True, then))], choice.Otherwise),
                Node.If choice => new([(compiler.Condition(choice.Condition).True, choice.Then), (compiler.Condition(choice.Condition).False, choice.Otherwise)], null),
                Node.Call { Function: Function.Coalesce } call => new([.. call.Arguments.SkipLast(1).Select(value => (compiler.Missing(value).False, value))], call.Arguments[^1]),
                _ => null,
            };

        /// <summary>The choice of what the values are written as.</summary>
        /// <param name="write">A value as SQL.</param>
        /// <param name="missing">What a missing one is written as.</param>
        public string Choose(Func<Node, string> write, string missing) =>
            Sql.Case(Values.Where(arm => arm.When != Sql.False).Select(arm => (arm.When, write(arm.Then))), Otherwise is null ? missing : write(Otherwise));
    }
}
