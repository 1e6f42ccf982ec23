namespace Survey;

/// <summary>How units are drawn from a list.</summary>
public enum SelectionMethod
{
    /// <summary>Every set of n units has the same chance; sizes are not used.</summary>
    SimpleRandom,

    /// <summary>
    /// A random start and then equal steps along the list, in units of size where sizes are given, of 1 each otherwise. Neighbours on the list are never drawn together, so an ordered list is stratified implicitly.
    /// Many pairs of units have a joint probability of 0. Madow (1949), Annals of Mathematical Statistics 20(3), 333-354.
    /// </summary>
    Systematic,

    /// <summary>
    /// Sampford's design: of a fixed number, exactly proportional to size, with positive joint probabilities that have a formula. Sampford (1967), Biometrika 54(3/4), 499-513.
    /// </summary>
    Sampford,

    /// <summary>
    /// Brewer's procedure: of a fixed number, exactly proportional to size, drawn one by one. Its joint probabilities have a formula for two units.
    /// Brewer (1975), Australian Journal of Statistics 17(3), 166-172.
    /// </summary>
    Brewer,

    /// <summary>
    /// The ordered pivotal method: neighbours on the list compete in turn, so an ordered list is stratified implicitly, with less regularity than <see cref="Systematic"/>.
    /// Deville and Tillé (1998), Biometrika 85(1), 89-101.
    /// </summary>
    Pivotal,

    /// <summary>Each unit on its own, by chance alone, so that the number drawn varies.</summary>
    Poisson,
}

/// <summary>What methods are called in texts.</summary>
internal static class SelectionMethodName
{
    public static string Called(this SelectionMethod method) =>
        method switch
        {
            SelectionMethod.SimpleRandom => "simple random",
            SelectionMethod.Systematic => "systematic",
            SelectionMethod.Sampford => "Sampford",
            SelectionMethod.Brewer => "Brewer",
            SelectionMethod.Pivotal => "pivotal",
            SelectionMethod.Poisson => "Poisson",
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "There is no such method of selection."),
        };
}
