namespace Survey.Monitoring.Simulating;

/// <summary>The age groups in which a plan gives shares, and those of whom the survey speaks.</summary>
internal static class AgeGroups
{
    /// <summary>First ages of the groups.</summary>
    private static readonly int[] Starts = [0, 15, 25, 35, 45, 55, 65, 70];

    /// <summary>The ages that nobody passes in a simulated county.</summary>
    private const int Oldest = 95;

    /// <summary>The group of those too young to be asked anything.</summary>
    public const int Children = 0;

    /// <summary>The group of those too old to be interviewed.</summary>
    public const int Old = 7;

    public const int Count = 8;

    /// <summary>As a plan writes them.</summary>
    public static IReadOnlyList<string> Names { get; } = ["0-14", "15-24", "25-34", "35-44", "45-54", "55-64", "65-69", "70+"];

    /// <summary>As files call them.</summary>
    public static IReadOnlyList<string> Labels { get; } = ["0~14岁", "15~24岁", "25~34岁", "35~44岁", "45~54岁", "55~64岁", "65~69岁", "70岁及以上"];

    public static int Of(int age)
    {
        int group = 0;
        while (group < Old && age >= Starts[group + 1])
            group++;
        return group;
    }

    /// <summary>An age of a group, each with the same chance; of the last group, ages get rarer the higher they are.</summary>
    public static int AgeIn(int group, double uniform) =>
        group == Old ? Starts[Old] + (int)((Oldest - Starts[Old]) * uniform * uniform) : Starts[group] + (int)((Starts[group + 1] - Starts[group]) * uniform);

    /// <summary>Whether somebody of that age may be interviewed.</summary>
    public static bool IsEligible(int age) => age is >= 15 and < 70;
}
