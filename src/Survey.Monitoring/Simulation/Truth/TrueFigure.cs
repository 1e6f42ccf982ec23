namespace Survey.Monitoring.Simulating;

/// <summary>A figure whose true value is kept.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Name">In the table of true figures.</param>
/// <param name="WithOld">Whether it is of everyone from 15 on, rather than of those from 15 to 69.</param>
/// <param name="Of">What somebody adds to the sum: 1 or 0, or a score.</param>
internal sealed record TrueFigure(int Index, string Name, bool WithOld, Func<ulong, Habits, int> Of)
{
    private static readonly (string Name, bool WithOld, Func<ulong, Habits, int> Of)[] Declared =
    [
        .. TrueScale.All.Select(scale => (scale.Name, false, (Func<ulong, Habits, int>)((right, _) => scale.IsReached(right) ? 1 : 0))),
        ("literacy-score", false, (right, _) => TrueScale.Total.Score(right)),
        ("smoking-current", false, (_, habits) => Has(habits, Habits.Smokes)),
        ("smoking-daily", false, (_, habits) => Has(habits, Habits.Daily)),
        ("smoking-current-15+", true, (_, habits) => Has(habits, Habits.Smokes)),
        ("smoking-daily-15+", true, (_, habits) => Has(habits, Habits.Daily)),
        ("second-hand-smoke", false, (_, habits) => Has(habits, Habits.SecondHand)),
        ("exercise", false, (_, habits) => Has(habits, Habits.Exercises)),
    ];

    public static IReadOnlyList<TrueFigure> All { get; } = [.. Declared.Select((own, index) => new TrueFigure(index, own.Name, own.WithOld, own.Of))];

    private static int Has(Habits habits, Habits one) => (habits & one) != 0 ? 1 : 0;
}
