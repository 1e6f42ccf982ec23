namespace Survey.Monitoring;

/// <summary>The two one-sided tests of a condition on figures.</summary>
/// <param name="PMet">Of "it is not reached"; NaN where it cannot be assessed.</param>
/// <param name="PNotMet">Of "it is reached".</param>
/// <param name="HasError">Whether a sampling error is in it.</param>
/// <param name="Why">Why it cannot be assessed; or null.</param>
internal sealed record ArmTest(double PMet, double PNotMet, bool HasError, LocalText? Why)
{
    public static ArmTest Of(HalfSpace space, FigureSet figures)
    {
        int[] sampled = [.. space.Figures.Where(index => figures[index].IsSampled)];
        if (sampled.Length == 0)
            return Certain(space, figures);
        if (sampled.Select(index => WhyNot(figures[index])).FirstOrDefault(why => why is not null) is { } reason)
            return new ArmTest(double.NaN, double.NaN, false, reason);
        if (space.Kind is ArmKind.Level or ArmKind.Reference && sampled.Length == 1 && sampled[0] == space.Figures[0])
            return OfLevel(space, figures, sampled[0]);
        if (sampled.FirstOrDefault(index => figures[index] is { IsProportion: true, Value: 0 or 1 }, -1) is >= 0 and var bounded)
            return new ArmTest(double.NaN, double.NaN, false, new($"{figures[bounded].Of}年的率为{(figures[bounded].Value == 0 ? "0" : "100%")}，未显示抽样误差", $"the estimate of {figures[bounded].Of} is {(figures[bounded].Value == 0 ? "0" : "100 %")}, which shows no sampling error"));
        Contrast margin = Arms.MarginOf(space, figures);
        return margin.StandardError > 0 ? new ArmTest(StudentT.UpperTail(margin.TStatistic, margin.DegreesOfFreedom), StudentT.UpperTail(-margin.TStatistic, margin.DegreesOfFreedom), true, null) : Certain(space, figures);
    }

    /// <summary>One sampled figure against a number: that number lies inside the interval of the figure, or outside.</summary>
    private static ArmTest OfLevel(HalfSpace space, FigureSet figures, int index)
    {
        Figure figure = figures[index];
        Rational coefficient = space.Terms.First(term => term.Figure == index).Coefficient;
        Rational bound = -(space.At(k => k == index ? Rational.Of(0m) : figures[k].Exact) / coefficient);
        (double above, double below) = figure.IsProportion ? LevelTests.OfProportion(figure, bound.ToDouble()) : LevelTests.OfNumber(figure, bound.ToDouble());
        return coefficient.Sign > 0 ? new ArmTest(above, below, true, null) : new ArmTest(below, above, true, null);
    }

    private static ArmTest Certain(HalfSpace space, FigureSet figures)
    {
        int sign = space.At(index => figures[index].Exact).Sign;
        return sign > 0 || (sign == 0 && !space.IsStrict) ? new ArmTest(0, 1, false, null) : new ArmTest(1, 0, false, null);
    }

    private static LocalText? WhyNot(Figure figure)
    {
        string zh = figure.Source == FigureSource.Reference ? Areas.Chinese(figure.Of) : $"{figure.Of}年", en = figure.Of;
        return figure is { IsProportion: true, Value: 0 or 1, Respondents: > 0 } ? null
            : double.IsNaN(figure.StandardError) ? new($"{zh}的抽样误差未知", $"the standard error of {en} is not known")
            : !(figure.DegreesOfFreedom > 0) ? new($"{zh}的自由度为0，无法计算区间", $"{en} has no degrees of freedom, so there is no interval")
            : null;
    }
}

/// <summary>Tests of one figure against a number, by the interval that is printed: the number is outside of it exactly where p &lt; α.</summary>
internal static class LevelTests
{
    /// <summary>The p values of "it is not above the bound" and of "it is not below it".</summary>
    public static (double Above, double Below) OfProportion(Figure figure, double bound)
    {
        double p = figure.Value;
        if (bound >= 1)
            return (1, bound > 1 || p < 1 ? 0 : 1); // whoever is below 100 % in the sample is below it in the population
        if (bound <= 0)
            return (bound < 0 || p > 0 ? 0 : 1, 1);
        if (p is 0 or 1)
        {
            // the exact limits 1 - α^(1/n) and α^(1/n)
            double chance = Math.Pow(p == 0 ? 1 - bound : bound, figure.Respondents ?? 0);
            return p == 0 ? (1, chance) : (chance, 1);
        }
        double t = (Math.Log(p / (1 - p)) - Math.Log(bound / (1 - bound))) * p * (1 - p) / figure.StandardError;
        return (StudentT.UpperTail(t, figure.DegreesOfFreedom), StudentT.UpperTail(-t, figure.DegreesOfFreedom));
    }

    public static (double Above, double Below) OfNumber(Figure figure, double bound)
    {
        double t = (figure.Value - bound) / figure.StandardError;
        return (StudentT.UpperTail(t, figure.DegreesOfFreedom), StudentT.UpperTail(-t, figure.DegreesOfFreedom));
    }
}
