namespace Survey;

/// <summary>An unfinished choice between values: <c>When(a, 1).When(b, 2).Else(3)</c>. Without an Else the rest is missing.</summary>
public sealed class Choice
{
    private readonly (Expr Condition, Expr Then)[] _arms;

    internal Choice(Expr condition, Expr then, Choice? before) => _arms = [.. before?._arms ?? [], (condition, then)];

    /// <summary>The next arm, for rows in which no condition before it was true or missing.</summary>
    /// <param name="condition">True, false or missing.</param>
    /// <param name="then">Where it is true.</param>
    public Choice When(Expr condition, Expr then) => new(condition, then, this);

    /// <summary>The value where no arm holds. Where a condition that had to be asked is missing, the choice is missing.</summary>
    /// <param name="otherwise">A value.</param>
    public Expr Else(Expr otherwise) => _arms.Reverse().Aggregate(otherwise, (rest, arm) => Expr.When(arm.Condition, arm.Then, rest));

    /// <summary>Ends the choice; the rest is missing.</summary>
    public static implicit operator Expr(Choice choice) => choice.Else(Expr.Missing);
}
