using System.Globalization;

namespace Survey.Engines;

/// <summary>A text as a value: a category of one level.</summary>
internal sealed class TextLevel : SqlCategory
{
    public override SqlCondition Missing => SqlCondition.Always.Not;

    public override string Among(bool[] levels) => levels[0] ? Sql.True : Sql.False;

    public override string Codes(int[] recoded) => recoded[0].ToString(CultureInfo.InvariantCulture);
}
