using Survey.Monitoring.Tests.Drawn;

namespace Survey.Simulations;

/// <summary>Whether verdicts keep their promises: draws many pairs of waves from the plan of the demonstration county and prints tables in Markdown.</summary>
internal static class VerdictSimulation
{
    private const int ExampleSamples = 100_000;

    // in place of the 0.2 of the plan
    private const double UnlikeDeviation = 0.3;

    private static readonly string[] _both = [DrawnCounty.Literacy, DrawnCounty.Smoking];

    /// <param name="samples">Pairs of waves of each county.</param>
    /// <param name="to">Where the tables go.</param>
    public static void Run(int samples, TextWriter to)
    {
        DrawnCounty demo = new(DrawnPlans.Demo), replaced = new(DrawnPlans.TenReplaced);
        to.WriteLine("## Estimates\n");
        EstimateTable.Write(to, [("28 villages", demo), ("28 villages, base weights alone", new(DrawnPlans.Demo, weighsResponse: false)), ("40 villages, 10 replaced", replaced)], samples);
        to.WriteLine("\n## False verdicts: 28 villages, the same in both waves\n");
        FalseVerdicts.Write(to, demo, samples);
        to.WriteLine("\n## False verdicts: the single conditions in ten times as many samples\n");
        FalseVerdicts.WriteSingle(to, demo, 10 * samples);
        to.WriteLine("\n## False verdicts: 40 villages, 10 of them replaced\n");
        FalseVerdicts.Write(to, replaced, samples);
        to.WriteLine("\n## Intervals of a change\n");
        SharedVillages.Write(to, [("28 villages, all the same", demo, _both), ("40 villages, all the same", new(DrawnPlans.Forty), _both), ("40 villages, 10 replaced", replaced, _both), .. Unlike], samples);
        to.WriteLine("\n## Passing as published where nothing changed\n");
        PassRates.Write(to, new(DrawnPlans.Demo, isUnchanged: true), samples);
        to.WriteLine("\n## The same with base weights alone\n");
        PassRates.Write(to, new(DrawnPlans.Demo, isUnchanged: true, weighsResponse: false), samples);
        to.WriteLine("\n## The same of 640 interviews a year, design effect 1.5, independent years\n");
        PassRates.WriteExample(to, ExampleSamples);
    }

    private static (string Name, DrawnCounty County, string[] Indicators)[] Unlike =>
    [
        (FormattableString.Invariant($"28 villages, village deviation {UnlikeDeviation}"), new(DrawnPlans.Unlike(DrawnPlans.Demo, UnlikeDeviation)), [DrawnCounty.Literacy]),
        (FormattableString.Invariant($"40 villages, 10 replaced, village deviation {UnlikeDeviation}"), new(DrawnPlans.Unlike(DrawnPlans.TenReplaced, UnlikeDeviation)), [DrawnCounty.Literacy]),
    ];
}
