namespace Survey.Monitoring.Simulating;

/// <summary>Words of the files.</summary>
internal static class Labels
{
    /// <summary>What every file says of itself.</summary>
    public const string Simulated = "模拟数据";

    public const string DontKnow = "不知道";

    public static IReadOnlyList<string> Areas { get; } = ["城市", "农村"];

    public static IReadOnlyList<string> Sexes { get; } = ["男", "女"];

    public static string Area(Town town) => Areas[town.IsUrban ? 0 : 1];
}
