using System.Runtime.CompilerServices;

namespace Survey.Monitoring.Tests.Made;

/// <summary>Texts of plans of simulations: that of the demonstration county, and a smaller one made of it.</summary>
public static class MadePlan
{
    public static string DemoFolder { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", "datasets", "demo-county"));

    public static string DemoText { get; } = File.ReadAllText(Path.Combine(DemoFolder, "plan.yaml"));

    /// <summary>Four towns of a few small villages, with all that the large one has.</summary>
    public static string SmallText { get; } = With(DemoText,
        ("urban: [城关街道, 城东街道, 文澜街道, 双桥街道, 明湖街道, 金桥街道]", "urban: [城关街道]"),
        ("rural: [云溪镇, 北洛镇, 古榆镇, 大泽镇, 松岭镇, 柳浦镇, 清塘镇, 白鹭镇]", "rural: 3"),
        ("villages: [5, 9] ", "villages: [6, 8] "),
        ("households: [500, 1500]", "households: [70, 120]"));

    /// <summary>A text with changes, each of which must be possible.</summary>
    public static string With(string text, params (string Old, string New)[] changes)
    {
        foreach ((string old, string changed) in changes)
        {
            int at = text.IndexOf(old, StringComparison.Ordinal);
            Assert.That(at, Is.Not.Negative, $"'{old}' is not in the plan");
            text = string.Concat(text.AsSpan(0, at), changed, text.AsSpan(at + old.Length));
        }
        return text;
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
