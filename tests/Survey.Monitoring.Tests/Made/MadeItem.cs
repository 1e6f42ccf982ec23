namespace Survey.Monitoring.Tests.Made;

/// <summary>An item of the made-up questionnaire.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Type">true-false, single or multiple.</param>
/// <param name="Options">Their texts, in the order A, B, ...</param>
/// <param name="Key">The letters of the right answer, such as ACD.</param>
/// <param name="Aspect">One of three.</param>
/// <param name="Issue">One of six.</param>
public sealed record MadeItem(int Number, string Type, IReadOnlyList<string> Options, string Key, string Aspect, string Issue)
{
    private static readonly string[] Statements =
        ["勤洗手", "多喝水", "不吸烟", "少吃盐", "多吃蔬菜、水果", "每天运动", "按时服药", "定期体检", "早睡早起", "保持心情舒畅", "开窗通风"];

    private static readonly (string Name, int OnePoint, int TwoPoints)[] Aspects =
        [("基本知识和理念", 16, 6), ("健康生活方式与行为", 10, 6), ("基本技能", 8, 4)];

    private static readonly (string Name, int OnePoint, int TwoPoints)[] Issues =
        [("科学健康观", 5, 3), ("传染病防治", 5, 1), ("慢性病防治", 6, 3), ("安全与急救", 6, 4), ("基本医疗", 8, 3), ("健康信息", 4, 2)];

    /// <summary>Fifty items of 66 points, shared out over aspects and issues as in the national questionnaire; the texts mean nothing.</summary>
    public static IReadOnlyList<MadeItem> All { get; } = [.. Enumerable.Range(1, 50).Select(Make)];

    public bool IsMultiple => Type == "multiple";

    /// <summary>The heading in the export of a survey platform.</summary>
    public string LongHeading => $"{Number}、{(IsMultiple ? "以下说法正确的是" : Type == "single" ? "以下哪种做法正确" : "判断对错")}";

    private static MadeItem Make(int number)
    {
        string type = number <= 8 ? "true-false" : number is > 31 and not (47 or 48 or 49) ? "multiple" : "single";
        int options = type == "true-false" ? 2 : type == "single" ? 4 : 4 + (number % 2);
        string[] texts = type == "true-false" ? ["对", "错"] : [.. Enumerable.Range(0, options).Select(k => Statements[(number + (3 * k)) % Statements.Length])];
        string key = type == "multiple" ? string.Concat("ABCDE".Take(options).Where((_, k) => k != number % options)) : "ABCD"[number % options].ToString();
        return new MadeItem(number, type, texts, key, PlaceIn(Aspects, number), PlaceIn(Issues, number));
    }

    private static string PlaceIn((string Name, int OnePoint, int TwoPoints)[] parts, int number)
    {
        bool two = number is > 31 and not (47 or 48 or 49);
        int before = two ? (number == 50 ? 15 : number - 32) : (number <= 31 ? number - 1 : number - 16);
        foreach ((string name, int onePoint, int twoPoints) in parts)
            if ((before -= two ? twoPoints : onePoint) < 0)
                return name;
        throw new InvalidOperationException($"Item {number} is beyond the last part.");
    }
}
