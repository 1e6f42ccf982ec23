namespace Survey.Monitoring.Tests.Drawn;

/// <summary>A rule on whose line the truth of a county lies, so that it is at once the last that reaches the rule and the first that does not: whatever is confirmed of it is confirmed falsely.</summary>
/// <param name="Name">What it asks.</param>
/// <param name="OnLine">Which of its arms the truth is on the line of.</param>
/// <param name="Rule">The rule itself.</param>
/// <param name="MetBound">How many times α it may be "confirmed met": an arm by α/m, arms on the line together by as many times that, all-of by what one arm alone may.</param>
/// <param name="NotMetBound">How many times α it may be "confirmed not met".</param>
internal sealed record BoundaryRule(string Name, string OnLine, Target Rule, double MetBound, double NotMetBound)
{
    /// <summary>One condition.</summary>
    public static BoundaryRule Single(string name, Target rule) => new(name, "the condition", rule, 1, 1);

    /// <summary>Any of several conditions, of which some are on the line and the others far from being reached.</summary>
    /// <param name="name">What it asks.</param>
    /// <param name="onLine">Which conditions are on the line.</param>
    /// <param name="count">How many are.</param>
    /// <param name="arms">All of them.</param>
    public static BoundaryRule AnyOf(string name, string onLine, int count, params Target[] arms) => new(name, onLine, Target.AnyOf(arms), count / Multiplicity(arms.Length), 1);

    /// <summary>All of several conditions, of which some are on the line and the others reached by far.</summary>
    /// <param name="name">What it asks.</param>
    /// <param name="onLine">Which conditions are on the line.</param>
    /// <param name="count">How many are.</param>
    /// <param name="arms">All of them.</param>
    public static BoundaryRule AllOf(string name, string onLine, int count, params Target[] arms) => new(name, onLine, Target.AllOf(arms), 1, count / Multiplicity(arms.Length));

    // m as it is published: written out here, so that another m in the library is found
    private static double Multiplicity(int arms) => arms <= 2 ? 1 : arms / 2.0;
}
