namespace Survey;

/// <summary>What a presentation standard says of a figure.</summary>
public enum PresentationStatus
{
    /// <summary>The standard has no rule for it.</summary>
    NotApplicable,

    /// <summary>It may be shown.</summary>
    Show,

    /// <summary>A statistician should look at it before it is shown.</summary>
    Review,

    /// <summary>It is too unreliable to be shown.</summary>
    Suppress,
}

/// <summary>Statuses by name.</summary>
internal static class PresentationStatusNames
{
    /// <summary>The name in results: "show", "not applicable".</summary>
    public static string Called(this PresentationStatus status) => status == PresentationStatus.NotApplicable ? "not applicable" : status.ToString().ToLowerInvariant();
}
