namespace Survey;

/// <summary>A tail area of a distribution with what a quantile search needs besides.</summary>
/// <param name="Area">The area, between 0 and 1.</param>
/// <param name="Log">Its logarithm, which goes on where the area underflows.</param>
/// <param name="Ratio">The area over the density of the point's logarithm (of its odds, for the beta): one over the slope of <paramref name="Log"/>.</param>
internal readonly record struct Tail(double Area, double Log, double Ratio)
{
    /// <summary>Below this an area may have lost digits.</summary>
    private const double Underflow = 1e-290;

    /// <summary>The tail that is height · ratio, the height being given with its logarithm.</summary>
    public static Tail Of(double height, double logHeight, double ratio)
    {
        double area = height * ratio;
        return new(area, area > Underflow ? Math.Log(area) : logHeight + Math.Log(ratio), ratio);
    }

    /// <summary>The tail beyond an area that is known.</summary>
    public static Tail Beyond(double area, double height) => new(1 - area, Math.Log(1 - area), (1 - area) / height);
}
