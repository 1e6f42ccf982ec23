namespace Survey;

/// <summary>How the association of two variables is tested.</summary>
public enum AssociationMethod
{
    /// <summary>Rao's and Scott's second-order correction of Pearson's X², compared with an F distribution. The default: it holds its level also with few PSUs and many cells.</summary>
    RaoScottF,

    /// <summary>Rao's and Scott's first-order correction, X² over the mean design effect, compared with a chi-squared distribution: as if the design effects were all equal, and the PSUs many.</summary>
    RaoScottChiSquared,

    /// <summary>The Wald statistic of the cells' totals less those expected, compared with an F distribution. It rejects too often where the PSUs are not many more than the cells.</summary>
    Wald,

    /// <summary>The same made smaller by (ν - k + 1)/ν, for ν degrees of freedom and k = (rows - 1)(columns - 1), as Hotelling's T² is.</summary>
    AdjustedWald,
}

/// <summary>Methods by their usual names.</summary>
internal static class AssociationMethodNames
{
    /// <summary>The name in results.</summary>
    public static string Called(this AssociationMethod method) =>
        method switch
        {
            AssociationMethod.RaoScottF => "Rao-Scott F",
            AssociationMethod.RaoScottChiSquared => "Rao-Scott chi-squared",
            AssociationMethod.Wald => "Wald F",
            AssociationMethod.AdjustedWald => "adjusted Wald F",
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "There is no such method; give one that AssociationMethod names."),
        };

    /// <summary>Whether it takes the totals of the cells beside their shares.</summary>
    public static bool IsWald(this AssociationMethod method) => method is AssociationMethod.Wald or AssociationMethod.AdjustedWald;
}
