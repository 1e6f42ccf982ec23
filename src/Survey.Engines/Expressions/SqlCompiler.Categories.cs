namespace Survey.Engines;

internal sealed partial class SqlCompiler
{
    private SqlCategory Category(Node node) => Once(_categories, node, Read);

    private string Codes(Node node, int[] recoded) => Sql.Checked(Category(node).Codes(recoded));

    private SqlCategory Read(Node node) =>
        node switch
        {
            Node.Column column => Column(column),
            Node.Text => new TextLevel(),
            Node.Call { Function: Function.Cut } call => new CutLevels(Number(call.Arguments[0]), [.. call.Arguments.Skip(1).Select(value => ((Node.Number)value).Value)], dialect),
            Node.Call { Function: Function.Left } call => Left(call),
            _ when Arms.Of(node, this) is { } arms => new ChosenLevels(arms, value => Recoded(value, LevelsOf(node))),
            _ => new NoLevels(),
        };

    private SqlCategory Left(Node.Call call)
    {
        Node of = call.Arguments[0];
        if (TypeOf(of) is null)
            return new NoLevels();
        int characters = (int)Math.Min(int.MaxValue, ((Node.Number)call.Arguments[1]).Value);
        Dictionary<string, int> codeOf = LevelsOf(call).Index().ToDictionary(level => level.Item, level => level.Index, StringComparer.Ordinal);
        return new RecodedLevels(Category(of), [.. LevelsOf(of).Select(level => codeOf[Binder.Beginning(level, characters)])]);
    }

    /// <summary>A value of a choice, with the choice's codes.</summary>
    private SqlCategory Recoded(Node node, IReadOnlyList<string> levels)
    {
        if (TypeOf(node) is null)
            return new NoLevels();
        Dictionary<string, int> codeOf = levels.Index().ToDictionary(level => level.Item, level => level.Index, StringComparer.Ordinal);
        return new RecodedLevels(Category(node), [.. LevelsOf(node).Select(level => codeOf[level])]);
    }

    private ColumnLevels Column(Node.Column column)
    {
        EngineColumn stored = columnOf(column.Name);
        return new(dialect.TextOf(Quoted(column), stored.ServerType), LevelsOf(column), stored.Blanks, dialect, Text);
    }

    private bool IsText(Node.Column column) => TypeOf(column) == ColumnType.Category && dialect.IsText(columnOf(column.Name).ServerType);

    /// <summary>A choice between categories.</summary>
    private sealed class ChosenLevels(Arms arms, Func<Node, SqlCategory> read) : SqlCategory
    {
        public override SqlCondition Missing => new(arms.Choose(value => read(value).Missing.True, Sql.True), arms.Choose(value => read(value).Missing.False, Sql.False));

        public override string Among(bool[] levels) => arms.Choose(value => read(value).Among(levels), Sql.False);

        public override string Codes(int[] recoded) => arms.Choose(value => read(value).Codes(recoded), Sql.NoWhole);
    }
}
