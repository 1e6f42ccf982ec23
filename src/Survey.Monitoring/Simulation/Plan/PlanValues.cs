using System.Globalization;

namespace Survey.Monitoring.Simulating;

/// <summary>Numbers and shares of a plan that fits its shape.</summary>
internal static class PlanValues
{
    public static double Number(this MapNode map, string key) => double.Parse(map.Text(key)!, CultureInfo.InvariantCulture);

    /// <summary>A rate as a fraction.</summary>
    public static double Share(this MapNode map, string key) => Share((TextNode)map[key]!);

    public static double Share(this TextNode rate) => (double)(decimal.Parse(rate.Text.TrimEnd('%', ' '), NumberStyles.Float, CultureInfo.InvariantCulture) / 100);

    public static (double From, double To) NumberRange(this MapNode map, string key) =>
        map.Texts(key) is [var from, var to] ? (double.Parse(from, CultureInfo.InvariantCulture), double.Parse(to, CultureInfo.InvariantCulture)) : throw new InvalidOperationException(key);

    public static (int From, int To) WholeRange(this MapNode map, string key) => map.NumberRange(key) is var (from, to) ? ((int)from, (int)to) : default;

    /// <summary>Values by age group; 0 for groups that the plan does not give.</summary>
    public static double[] ByAge(this MapNode map, string key, Func<MapNode, string, double> value) =>
        [.. AgeGroups.Names.Select(name => map.Map(key) is { } ages && ages.Has(name) ? value(ages, name) : 0)];
}
