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
}
