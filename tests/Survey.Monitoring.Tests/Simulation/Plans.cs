using Survey.Monitoring.Simulating;
using Survey.Monitoring.Tests.Made;

namespace Survey.Monitoring.Tests.Simulating;

/// <summary>Plans of small counties.</summary>
internal static class Plans
{
    /// <summary>The small plan with changes.</summary>
    public static SimulationPlan Small(params (string Old, string New)[] changes) => PlanReader.Read(MadePlan.With(MadePlan.SmallText, changes), "plan.yaml");
}
