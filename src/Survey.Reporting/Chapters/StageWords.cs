using Survey.Reporting.Content;

namespace Survey.Reporting.Chapters;

/// <summary>What steps of weighting are called in a report.</summary>
internal static class StageWords
{
    private static readonly (string English, string Chinese)[] Methods =
    [
        ("proportional to size", "按规模成比例的概率抽取"),
        ("equal probabilities", "等概率抽取"),
        ("probabilities of the draw", "按抽样时的概率"),
        ("one of the eligible members", "在合格家庭成员中随机抽取1人"),
        ("Kish grid", "按Kish表在合格家庭成员中抽取1人"),
    ];

    private static readonly (string English, string Chinese)[] Steps =
    [
        ("given", "给定的权重"), ("nonresponse", "无应答调整"), ("trimming", "极端权重截尾"), ("post-stratification", "事后分层"), ("raking", "多边际迭代校准（耙法）"), ("calibration", "校准"),
    ];

    /// <summary>A method of a stage.</summary>
    public static string Method(Voice voice, string method) => voice.In(Methods.FirstOrDefault(own => own.English == method).Chinese ?? "其他方法", method switch { "proportional to size" => "drawn with probabilities proportional to size", "equal probabilities" => "drawn with equal probabilities", "Kish grid" => "one eligible member of each household, by the Kish grid", "one of the eligible members" => "one of the eligible members of each household", _ => method });

    /// <summary>A step of a log: "village: proportional to size".</summary>
    /// <param name="voice">Of the report.</param>
    /// <param name="what">As the log calls it.</param>
    /// <param name="stageName">What a stage is called.</param>
    public static string Step(Voice voice, string what, Func<string, string> stageName) =>
        what.Split(": ", 2) is [var stage, var method]
            ? voice.In($"{stageName(stage)}：{Method(voice, method)}", $"{stageName(stage)}: {method}")
            : voice.In(Steps.FirstOrDefault(own => own.English == what).Chinese ?? "其他步骤", what);
}
