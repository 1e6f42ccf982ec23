using System.Runtime.CompilerServices;

namespace Survey.Monitoring.Tests.Drawn;

/// <summary>Verdicts without what stands beside them: the chances of passing take a thousand times as long as the verdict itself, and a simulation asks for tens of thousands of verdicts.</summary>
internal static class QuickJudge
{
    /// <summary>The judge's own two answers and p values.</summary>
    public static Verdict Of(Target rule, Evidence evidence, Judgement judgement)
    {
        var judge = new Judge(evidence, judgement);
        return Judged(judge, Builder(judge).Of(rule)).Verdict;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method)]
    private static extern (Verdict Verdict, bool HasError) Judged(Judge judge, Clause clause);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_builder")]
    private static extern ref ClauseBuilder Builder(Judge judge);
}
