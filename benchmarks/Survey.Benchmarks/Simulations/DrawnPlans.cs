using System.Runtime.CompilerServices;
using Survey.Monitoring;
using Survey.Monitoring.Simulating;

namespace Survey.Simulations;

/// <summary>The plan of the demonstration county, and plans that differ from it in what is named here.</summary>
internal static class DrawnPlans
{
    private static readonly string _demo = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", "datasets", "demo-county", "plan.yaml"));

    private static readonly (string, string)[] _fortyVillages =
    [
        ("urban: [城关街道, 城东街道, 文澜街道, 双桥街道, 明湖街道, 金桥街道]", "urban: 4"),
        ("rural: [云溪镇, 北洛镇, 古榆镇, 大泽镇, 松岭镇, 柳浦镇, 清塘镇, 白鹭镇]", "rural: 6"),
        ("villages: [5, 9] ", "villages: [16, 24] "),
        ("perTown: 2", "perTown: 4"),
    ];

    /// <summary>14 towns of 5 to 9 villages, of which 2 are drawn: 28 villages, the same in both waves.</summary>
    public static SimulationPlan Demo { get; } = With();

    /// <summary>10 towns of 16 to 24 villages, of which 4 are drawn: 40 villages, the same in both waves.</summary>
    public static SimulationPlan Forty { get; } = With(_fortyVillages);

    /// <summary>Of 40 villages one in each town is another in the second wave: 10 are replaced.</summary>
    public static SimulationPlan TenReplaced { get; } = With([.. _fortyVillages, ("villages: same ", "villages: {keep: 0.75} ")]);

    /// <summary>A plan in which villages differ more in literacy.</summary>
    /// <param name="plan">The other.</param>
    /// <param name="deviation">In place of 0.2: the standard deviation of what a village adds to its people's ability.</param>
    public static SimulationPlan Unlike(SimulationPlan plan, double deviation) => plan with { Literacy = plan.Literacy with { VillageDeviation = deviation } };

    private static SimulationPlan With(params (string Old, string New)[] changes)
    {
        string text = File.ReadAllText(_demo);
        foreach ((string old, string changed) in changes)
            text = text.Contains(old, StringComparison.Ordinal) ? text.Replace(old, changed, StringComparison.Ordinal) : throw new InvalidOperationException($"'{old}' is not in {_demo}.");
        return PlanReader.Read(text, _demo);
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
