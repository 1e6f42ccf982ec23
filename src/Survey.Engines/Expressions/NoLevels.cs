namespace Survey.Engines;

/// <summary>A category that is always missing.</summary>
internal sealed class NoLevels : SqlCategory
{
    public override SqlCondition Missing => SqlCondition.Always;

    public override string Among(bool[] levels) => Sql.False;

    public override string Codes(int[] recoded) => Sql.NoWhole;
}
