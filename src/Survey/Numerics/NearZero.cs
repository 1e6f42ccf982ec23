namespace Survey;

/// <summary>Functions that are 0 at 0, to full relative accuracy beside it; .NET's LogP1 and ExpM1 take the difference and lose it.</summary>
internal static class NearZero
{
    /// <summary>ln(1 + x).</summary>
    /// <remarks>What rounding 1 + x loses is lost alike in ln u and u − 1 (Kahan), so their ratio keeps its digits.</remarks>
    public static double LogOnePlus(double x)
    {
        double u = 1 + x;
        return u == 1 ? x : double.IsInfinity(u) ? u : Math.Log(u) * (x / (u - 1));
    }

    /// <summary>eˣ − 1.</summary>
    public static double ExpMinusOne(double x)
    {
        double u = Math.Exp(x), difference = u - 1;
        return u == 1 ? x : difference == -1 || double.IsInfinity(u) ? difference : difference * (x / Math.Log(u));
    }
}
