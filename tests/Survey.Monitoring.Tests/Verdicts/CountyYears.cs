namespace Survey.Monitoring.Verdicts;

/// <summary>Two surveys of a county as WORDING describes them: 960 people a year, design effect 1.5, the same villages with a correlation of 0.4, 22 degrees of freedom.</summary>
internal static class CountyYears
{
    public static readonly LocalText LiteracyName = new("居民健康素养水平", "Health literacy"), SmokingName = new("现在吸烟率", "Current smoking");

    private static readonly AgeRange _ages = new(15, 69);

    public static Evidence Literacy(double before, double after) => Of("literacy", LiteracyName, before, after) with { References = [Province("literacy", 0.3210m)] };

    public static Evidence Smoking(double before, double after) => Of("smoking", SmokingName, before, after) with { References = [Province("smoking", 0.2150m)] };

    public static Reference Province(string indicator, decimal value) => new("province", value) { Indicator = indicator, Basis = BasisOf(2024) };

    public static Evidence Of(string indicator, LocalText? name, double before, double after, double n = 960, double deff = 1.5, double correlation = 0.4, double df = 22)
    {
        var set = new FigureSet();
        Figure figure(string wave, double p) => new()
        {
            Indicator = indicator,
            Of = wave,
            Source = FigureSource.Survey,
            Value = p,
            StandardError = Math.Sqrt(deff * p * (1 - p) / n),
            DegreesOfFreedom = df,
            Respondents = (long)n,
            Basis = BasisOf(int.Parse(wave)),
        };
        int first = set.Add(figure("2023", before)), second = set.Add(figure("2024", after));
        set.Relate(first, second, correlation * set[first].StandardError * set[second].StandardError, share: correlation != 0);
        return new Evidence(set) { Indicator = indicator, Name = name, Wave = "2024", Waves = ["2023", "2024"], LastYear = "2023", Start = "2023" };
    }

    private static Basis BasisOf(int year) => new() { Ages = _ages, Year = year, Instrument = "2023" };
}
