using System.Numerics;

namespace Survey.Monitoring.Simulating;

/// <summary>Items whose points are added up: all, those of an aspect or those of an issue.</summary>
/// <param name="Name">Of the figure that it gives.</param>
/// <param name="Items">A bit an item.</param>
internal sealed record TrueScale(string Name, ulong Items)
{
    private static readonly ulong Multiple = Mask(item => item.IsMultiple);

    private static readonly string[] AspectNames = ["literacy-knowledge", "literacy-behaviour", "literacy-skills"];

    private static readonly string[] IssueNames = ["literacy-scientific-view", "literacy-infectious-disease", "literacy-chronic-disease", "literacy-safety", "literacy-medical-care", "literacy-information"];

    /// <summary>The whole questionnaire, the three aspects, the six issues.</summary>
    public static IReadOnlyList<TrueScale> All { get; } =
    [
        new("literacy", Mask(_ => true)),
        .. AspectNames.Select((name, aspect) => new TrueScale(name, Mask(item => item.Aspect == aspect))),
        .. IssueNames.Select((name, issue) => new TrueScale(name, Mask(item => item.Issue == issue))),
    ];

    /// <summary>The whole questionnaire.</summary>
    public static TrueScale Total => All[0];

    public int Points { get; } = BitOperations.PopCount(Items) + BitOperations.PopCount(Items & Multiple);

    /// <summary>80 % of the points, rounded up: 53 of 66.</summary>
    public int Cut => ((4 * Points) + 4) / 5;

    /// <summary>The points of somebody who answers these items rightly.</summary>
    public int Score(ulong right) => BitOperations.PopCount(right & Items) + BitOperations.PopCount(right & Items & Multiple);

    public bool IsReached(ulong right) => Score(right) >= Cut;

    private static ulong Mask(Func<SurveyItem, bool> condition) =>
        Items50.All.Where(condition).Aggregate(0UL, (mask, item) => mask | (1UL << (item.Number - 1)));
}
