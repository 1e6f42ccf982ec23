namespace Survey;

/// <summary>A point x of the unit interval with y = 1 − x, each with all the digits that a power with a large exponent asks for.</summary>
internal readonly record struct BetaPoint(Twofold X, Twofold Y)
{
    /// <summary>The same point seen from the other end.</summary>
    public BetaPoint Mirrored => new(Y, X);

    public static BetaPoint At(double x) => new(x, (Twofold)1 - x);

    /// <summary>The point with x : y = up : down.</summary>
    public static BetaPoint WithOdds(Twofold up, Twofold down)
    {
        Twofold sum = up + down;
        return new(up / sum, down / sum);
    }
}
