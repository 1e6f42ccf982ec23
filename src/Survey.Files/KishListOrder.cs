namespace Survey.Files;

/// <summary>The order in which the eligible members of a household are listed before the Kish grid is used; schemes differ.</summary>
public enum KishListOrder
{
    /// <summary>The men first, then the women, each from the oldest to the youngest (先男后女，各按年龄从大到小).</summary>
    MenThenWomen,

    /// <summary>From the oldest to the youngest, whatever their sex.</summary>
    OldestFirst,

    /// <summary>From the youngest to the oldest, whatever their sex.</summary>
    YoungestFirst,
}
