namespace Survey.Engines;

/// <summary>A category as SQL: conditions on its levels, which are numbered as the binder numbers them.</summary>
internal abstract class SqlCategory
{
    /// <summary>Whether it has no value; always one or the other.</summary>
    public abstract SqlCondition Missing { get; }

    /// <summary>The condition that it surely is one of some levels.</summary>
    /// <param name="levels">For each level whether it is.</param>
    public abstract string Among(bool[] levels);

    /// <summary>A whole number for each level, NULL where it is missing.</summary>
    /// <param name="recoded">The number of each level.</param>
    public abstract string Codes(int[] recoded);
}
