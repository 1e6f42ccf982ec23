namespace Survey.Monitoring.Tests.Made;

/// <summary>One of the shapes of files that the same people come in.</summary>
/// <param name="Name">For the names of tests.</param>
/// <param name="Of">Makes the study.</param>
public sealed record MadeShape(string Name, Func<MadeCounty, MadeStudy> Of)
{
    public static MadeShape Clean { get; } = new("clean", CleanShape.Of);

    public static MadeShape Towns { get; } = new("towns", TownsShape.Of);

    public static MadeShape Options { get; } = new("options", OptionsShape.Of);

    public static IReadOnlyList<MadeShape> All { get; } = [Clean, Towns, Options];

    public override string ToString() => Name;
}
