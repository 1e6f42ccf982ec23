namespace Survey.Monitoring;

/// <summary>How a figure is held against another. Which words mean which is a property of the rule: 以上 and 不低于 include the number, 超过 and 高于 exclude it.</summary>
public enum TargetComparison
{
    /// <summary>x ≥ c: 达到, 不低于, 以上.</summary>
    AtLeast,

    /// <summary>x &gt; c: 超过, 高于.</summary>
    MoreThan,

    /// <summary>x ≤ c: 不高于, 以内.</summary>
    AtMost,

    /// <summary>x &lt; c: 低于.</summary>
    LessThan,
}

/// <summary>Which way a figure goes.</summary>
public enum ChangeDirection
{
    /// <summary>It becomes larger.</summary>
    Rise,

    /// <summary>It becomes smaller.</summary>
    Fall,
}

internal static class Comparisons
{
    /// <summary>Whether larger figures are the ones that reach it.</summary>
    public static bool IsUpward(this TargetComparison comparison) => comparison is TargetComparison.AtLeast or TargetComparison.MoreThan;

    /// <summary>Whether the number itself does not reach it.</summary>
    public static bool IsStrict(this TargetComparison comparison) => comparison is TargetComparison.MoreThan or TargetComparison.LessThan;
}
