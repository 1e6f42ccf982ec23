namespace Survey.Cli;

/// <summary>A presentation standard.</summary>
/// <param name="Name">As it is asked for.</param>
/// <param name="Of">What it says of an estimate.</param>
internal sealed record PresentationStandard(string Name, Func<Estimate, Presentation> Of)
{
    public static readonly PresentationStandard[] All = [new("nchs", PresentationStandards.Nchs)];
}
