using static Survey.Monitoring.Tests.Drawn.DrawnCounty;

namespace Survey.Monitoring.Tests.Drawn;

/// <summary>Rules made of the true figures of a county, each with the truth on its line.</summary>
internal sealed class BoundaryRules(DrawnCounty county)
{
    // no sample of a county comes near: four times the rate of last year, 60 points more than now, 5 % at all
    private static readonly Target _fourfold = Target.RisesByPercent(300), _reached = Target.AtLeast(Amount.Percent(5));

    private Target FarAbove => Above(Literacy, 0.60m);

    /// <summary>Each kind of condition alone.</summary>
    public IEnumerable<BoundaryRule> Single =>
    [
        BoundaryRule.Single("literacy rises by c %", Rises(Literacy)), BoundaryRule.Single("smoking falls by c %", Falls(Smoking)),
        BoundaryRule.Single("literacy is at least c", Level(Target.AtLeast, Literacy)), BoundaryRule.Single("smoking is at most c", Level(Target.AtMost, Smoking)),
        BoundaryRule.Single("literacy is above a constant reference", Above(Literacy)), BoundaryRule.Single("smoking is below a constant reference", Below(Smoking)),
        BoundaryRule.Single("literacy rises by d points", Target.RisesByPoints(100 * (After(Literacy) - Before(Literacy)))),
        BoundaryRule.Single("smoking falls by d points", Target.FallsByPoints(100 * (Before(Smoking) - After(Smoking))) with { Indicator = Smoking }),
    ];

    /// <summary>Combinations of two and three conditions.</summary>
    public IEnumerable<BoundaryRule> Combined => [.. AnyOfTwo, .. AllOfTwo, .. OfThree];

    /// <summary>Any of, and all of, eight conditions on four indicators (m = 4), all on the line.</summary>
    public IEnumerable<BoundaryRule> OfEight
    {
        get
        {
            Target[] arms = [Above(Literacy), Rises(Literacy), Below(Smoking), Falls(Smoking), Below(SecondHand), Falls(SecondHand), Above(Exercise), Rises(Exercise)];
            return [BoundaryRule.AnyOf("any of eight on four indicators", "all", arms.Length, arms), BoundaryRule.AllOf("all of eight on four indicators", "all", arms.Length, arms)];
        }
    }

    private BoundaryRule[] AnyOfTwo =>
    [
        BoundaryRule.AnyOf("literacy is above a reference or rises by c %", "above; the rise far away", 1, Above(Literacy), _fourfold),
        BoundaryRule.AnyOf("literacy is above a reference or rises by c %", "rises; the reference far away", 1, FarAbove, Rises(Literacy)),
        BoundaryRule.AnyOf("literacy is above a reference or rises by c %", "both", 2, Above(Literacy), Rises(Literacy)),
        BoundaryRule.AnyOf("smoking is below a reference or falls by c %", "both", 2, Below(Smoking), Falls(Smoking)),
        BoundaryRule.AnyOf("literacy rises or smoking falls by c %", "both", 2, Rises(Literacy), Falls(Smoking)),
    ];

    private BoundaryRule[] AllOfTwo =>
    [
        BoundaryRule.AllOf("literacy is above a reference and at least 5 %", "above; 5 % long reached", 1, Above(Literacy), _reached),
        BoundaryRule.AllOf("literacy rises by c % and is at least 5 %", "rises; 5 % long reached", 1, Rises(Literacy), _reached),
        BoundaryRule.AllOf("literacy is above a reference and rises by c %", "both", 2, Above(Literacy), Rises(Literacy)),
        BoundaryRule.AllOf("smoking is below a reference and falls by c %", "both", 2, Below(Smoking), Falls(Smoking)),
        BoundaryRule.AllOf("literacy rises and smoking falls by c %", "both", 2, Rises(Literacy), Falls(Smoking)),
    ];

    private BoundaryRule[] OfThree =>
    [
        BoundaryRule.AnyOf("any of: literacy above, literacy rises, smoking falls", "smoking falls; the others far away", 1, FarAbove, _fourfold, Falls(Smoking)),
        BoundaryRule.AnyOf("any of: literacy above, literacy rises, smoking falls", "above, rises; smoking far away", 2, Above(Literacy), Rises(Literacy), Target.FallsByPercent(80) with { Indicator = Smoking }),
        BoundaryRule.AnyOf("any of: literacy above, literacy rises, smoking falls", "all three", 3, Above(Literacy), Rises(Literacy), Falls(Smoking)),
        BoundaryRule.AllOf("all of: literacy above, literacy rises, smoking falls", "all three", 3, Above(Literacy), Rises(Literacy), Falls(Smoking)),
        // Yongchuan's form: of two arms each way, so m = 1 at both
        new("literacy is above a reference, or (rises and smoking falls)", "all three", Target.AnyOf(Above(Literacy), Target.AllOf(Rises(Literacy), Falls(Smoking))), 2, 1),
    ];

    private decimal Before(string indicator) => county.Truth(indicator, 0);

    private decimal After(string indicator) => county.Truth(indicator, 1);

    private Target Rises(string indicator) => Target.RisesByPercent(100 * (After(indicator) / Before(indicator) - 1)) with { Indicator = indicator };

    private Target Falls(string indicator) => Target.FallsByPercent(100 * (1 - After(indicator) / Before(indicator))) with { Indicator = indicator };

    private Target Above(string indicator, decimal by = 0) => Target.IsAbove(new Reference("province", After(indicator) + by)) with { Indicator = indicator };

    private Target Below(string indicator) => Target.IsBelow(new Reference("province", After(indicator))) with { Indicator = indicator };

    private Target Level(Func<Amount, Target> than, string indicator) => than(Amount.Percent(100 * After(indicator))) with { Indicator = indicator };
}
