namespace Survey;

/// <summary>What methods are called in results.</summary>
internal static class ReplicateMethodText
{
    public static string Called(this ReplicateMethod method) =>
        method switch
        {
            ReplicateMethod.Brr => "BRR",
            ReplicateMethod.SuccessiveDifferences => "successive differences",
            ReplicateMethod.Bootstrap => "bootstrap",
            ReplicateMethod.CantyDavison => "bootstrap of Canty and Davison",
            ReplicateMethod.Other => "another method",
            _ => method.ToString(),
        };

    /// <summary>As an option or a program names it: "jk1", "canty-davison".</summary>
    public static string Word(this ReplicateMethod method) =>
        method switch { ReplicateMethod.SuccessiveDifferences => "sdr", ReplicateMethod.CantyDavison => "canty-davison", _ => method.ToString().ToLowerInvariant() };
}
