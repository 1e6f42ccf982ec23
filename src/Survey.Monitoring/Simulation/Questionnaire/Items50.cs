namespace Survey.Monitoring.Simulating;

/// <summary>Fifty items of 66 points, shared out over aspects and issues as in the national questionnaire; their wording means nothing.</summary>
internal static class Items50
{
    private const int TrueFalse = 8, Single = 23, Multiple = 15, ScenarioSingle = 3;

    // items of one point and of two; 22 items of 28 points, 16 of 22, 12 of 16
    private static readonly (string Name, int OnePoint, int TwoPoints)[] AspectParts =
        [("基本知识和理念", 16, 6), ("健康生活方式与行为", 10, 6), ("基本技能", 8, 4)];

    // 8 items of 11 points, 6 of 7, 9 of 12, 10 of 14, 11 of 14, 6 of 8
    private static readonly (string Name, int OnePoint, int TwoPoints)[] IssueParts =
        [("科学健康观", 5, 3), ("传染病防治", 5, 1), ("慢性病防治", 6, 3), ("安全与急救", 6, 4), ("基本医疗", 8, 3), ("健康信息", 4, 2)];

    // by number modulo six: four options, then five
    private static readonly uint[] MultipleKeys = [0b0111, 0b10111, 0b1011, 0b01101, 0b1110, 0b11011];

    private static readonly int OnePoints = AspectParts.Sum(part => part.OnePoint), TwoPoints = AspectParts.Sum(part => part.TwoPoints);

    /// <summary>Kinds of items as a plan and the file of items call them.</summary>
    public static IReadOnlyList<string> Types { get; } = ["true-false", "single", "multiple"];

    public static IReadOnlyList<string> Aspects { get; } = [.. AspectParts.Select(part => part.Name)];

    public static IReadOnlyList<string> Issues { get; } = [.. IssueParts.Select(part => part.Name)];

    public static IReadOnlyList<SurveyItem> All { get; } = [.. Enumerable.Range(1, 50).Select(Make)];

    private static SurveyItem Make(int number)
    {
        bool isScenario = number > TrueFalse + Single + Multiple;
        SurveyItemKind kind = number <= TrueFalse ? SurveyItemKind.TrueFalse
            : number <= TrueFalse + Single || (isScenario && number <= TrueFalse + Single + Multiple + ScenarioSingle) ? SurveyItemKind.Single
            : SurveyItemKind.Multiple;
        bool isMultiple = kind == SurveyItemKind.Multiple;
        int options = kind == SurveyItemKind.TrueFalse ? 2 : kind == SurveyItemKind.Single ? 4 : 4 + (number % 2);
        uint key = isMultiple ? MultipleKeys[number % MultipleKeys.Length] : 1u << (number * 7 / 3 % options);
        int at = PlaceAmongEqualPoints(number, isMultiple);
        // aspects follow one another, issues are spread over them
        int spread = isMultiple ? at * 7 % TwoPoints : at * 13 % OnePoints;
        return new SurveyItem(number, kind, isScenario, options, key, PartOf(AspectParts, at, isMultiple), PartOf(IssueParts, spread, isMultiple), HardnessOf(number, kind));
    }

    /// <summary>The place from 0 among the items of as many points.</summary>
    private static int PlaceAmongEqualPoints(int number, bool isMultiple) =>
        isMultiple ? (number == 50 ? Multiple : number - TrueFalse - Single - 1)
        : number <= TrueFalse + Single ? number - 1
        : number - Multiple - 1;

    private static int PartOf((string Name, int OnePoint, int TwoPoints)[] parts, int at, bool isMultiple)
    {
        int part = 0;
        while ((at -= isMultiple ? parts[part].TwoPoints : parts[part].OnePoint) >= 0)
            part++;
        return part;
    }

    /// <summary>Even steps in an order that mixes hard and easy items.</summary>
    private static double HardnessOf(int number, SurveyItemKind kind)
    {
        (int at, int count, int stride) = kind switch
        {
            SurveyItemKind.TrueFalse => (number - 1, TrueFalse, 3),
            SurveyItemKind.Single => (PlaceAmongEqualPoints(number, false) - TrueFalse, Single + ScenarioSingle, 7),
            _ => (PlaceAmongEqualPoints(number, true), Multiple + 1, 5),
        };
        return at * stride % count / (count - 1.0);
    }
}
