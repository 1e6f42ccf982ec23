namespace Survey.Monitoring.Simulating;

/// <summary>Levels of education, by their place from 0.</summary>
internal static class Education
{
    public const int Count = 4;

    /// <summary>As a plan writes them.</summary>
    public static IReadOnlyList<string> Names { get; } = ["primary", "junior", "senior", "college"];

    /// <summary>As files call them.</summary>
    public static IReadOnlyList<string> Labels { get; } = ["小学及以下", "初中", "高中/中专", "大专及以上"];
}
