using Survey.Monitoring;
using Survey.Reporting.Content;

namespace Survey.Reporting.Word;

/// <summary>The few words that the document has beside those of the report.</summary>
internal sealed record Labels
{
    private Labels()
    {
    }

    /// <summary>Over the table of contents.</summary>
    public required string Contents { get; init; }

    /// <summary>What stands before, between and after the number of the page and that of all pages.</summary>
    public required (string Before, string Between, string After) Pages { get; init; }

    /// <summary>The sheet of a chart's numbers.</summary>
    public required string DataSheet { get; init; }

    /// <summary>Over the names in the sheet of a chart's numbers.</summary>
    public required string Category { get; init; }

    /// <summary>Over the values of a chart of one series without a name.</summary>
    public required string Value { get; init; }

    /// <summary>Over the places of the points of a chart.</summary>
    public required string Place { get; init; }

    /// <summary>What follows the name of a series over how far its intervals reach down and up.</summary>
    public required (string Down, string Up) Reach { get; init; }

    /// <summary>What was asked of a change.</summary>
    public required string Target { get; init; }

    /// <summary>A change.</summary>
    public required string Change { get; init; }

    /// <summary>The axis of the points of a programme.</summary>
    public required string Points { get; init; }

    /// <summary>What stands between a title and what it is of.</summary>
    public required string Colon { get; init; }

    /// <summary>What became of a part of a programme.</summary>
    public required IReadOnlyDictionary<PartState, string> States { get; init; }

    /// <summary>By the language of the report.</summary>
    public static Labels Of(Language language) => language == Language.Chinese ? Chinese : English;

    private static readonly Labels Chinese = new()
    {
        Contents = "目录",
        Pages = ("第 ", " 页 共 ", " 页"),
        DataSheet = "数据",
        Category = "类别",
        Value = "数值",
        Place = "位置",
        Reach = ("：距区间下限", "：距区间上限"),
        Target = "目标",
        Change = "变化",
        Points = "分值（分）",
        Colon = "：",
        States = new Dictionary<PartState, string>
        {
            [PartState.Confirmed] = "达标（把握充分）",
            [PartState.NotConfirmed] = "达标（把握有限）",
            [PartState.Awaiting] = "待补佐证",
            [PartState.NotMet] = "未达标",
        },
    };

    private static readonly Labels English = new()
    {
        Contents = "Contents",
        Pages = ("Page ", " of ", ""),
        DataSheet = "Data",
        Category = "category",
        Value = "value",
        Place = "place",
        Reach = (": down to the limit", ": up to the limit"),
        Target = "target",
        Change = "change",
        Points = "points",
        Colon = ": ",
        States = new Dictionary<PartState, string>
        {
            [PartState.Confirmed] = "met, confirmed",
            [PartState.NotConfirmed] = "met, not confirmed",
            [PartState.Awaiting] = "awaiting evidence",
            [PartState.NotMet] = "not met",
        },
    };
}
