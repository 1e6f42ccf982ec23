namespace Survey.Engines;

/// <summary>A category whose levels have other codes, several of them perhaps the same.</summary>
/// <param name="of">The category.</param>
/// <param name="codes">For each of its levels the new code.</param>
internal sealed class RecodedLevels(SqlCategory of, int[] codes) : SqlCategory
{
    public override SqlCondition Missing => of.Missing;

    public override string Among(bool[] levels) => of.Among([.. codes.Select(code => levels[code])]);

    public override string Codes(int[] recoded) => of.Codes([.. codes.Select(code => recoded[code])]);
}
