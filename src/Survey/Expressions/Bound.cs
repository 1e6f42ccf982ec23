namespace Survey;

/// <summary>An expression that has met the columns of its rows: its type is known, and it can be evaluated column by column.</summary>
/// <param name="variety">Its type; null for the bare word <c>missing</c>, which takes any.</param>
/// <param name="evaluate">Its values over a chunk, asking the evaluation for those of its parts.</param>
internal sealed class Bound(Variety? variety, Func<Evaluation, Column> evaluate)
{
    public Variety? Variety { get; } = variety;

    public ColumnType? Type => Variety?.Type;

    /// <summary>The value of a literal, so that comparisons can be prepared; null for all else.</summary>
    public Node? Literal { get; init; }

    /// <summary>Whether it is a column as it stands, so that values of some rows are part of those of all.</summary>
    public bool IsColumn { get; init; }

    public Column Evaluate(Evaluation evaluation) => evaluate(evaluation);
}
