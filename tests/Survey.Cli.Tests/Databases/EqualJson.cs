using System.Text.Json;

namespace Survey.Cli.Tests.Databases;

/// <summary>Holds JSON against JSON: everything the same, numbers to the rounding of sums in another order.</summary>
internal static class EqualJson
{
    private const double Rounding = 1e-12;

    public static void Assert(string expected, string actual)
    {
        using JsonDocument first = JsonDocument.Parse(expected), second = JsonDocument.Parse(actual);
        NUnit.Framework.Assert.That(Differences(first.RootElement, second.RootElement, "$"), Is.Empty);
    }

    private static IEnumerable<string> Differences(JsonElement expected, JsonElement actual, string path)
    {
        if (expected.ValueKind != actual.ValueKind)
            return [$"{path} is {actual}, not {expected}"];
        return expected.ValueKind switch
        {
            JsonValueKind.Object => NamesOf(expected).SequenceEqual(NamesOf(actual))
                ? expected.EnumerateObject().SelectMany(own => Differences(own.Value, actual.GetProperty(own.Name), $"{path}.{own.Name}"))
                : [$"{path} has {string.Join(", ", NamesOf(actual))}, not {string.Join(", ", NamesOf(expected))}"],
            JsonValueKind.Array => expected.GetArrayLength() == actual.GetArrayLength()
                ? expected.EnumerateArray().Zip(actual.EnumerateArray()).SelectMany((pair, k) => Differences(pair.First, pair.Second, $"{path}[{k}]"))
                : [$"{path} has {actual.GetArrayLength()} elements, not {expected.GetArrayLength()}"],
            JsonValueKind.Number => AreNear(expected.GetDouble(), actual.GetDouble()) ? [] : [$"{path} is {actual}, not {expected}"],
            _ => expected.ToString() == actual.ToString() ? [] : [$"{path} is {actual}, not {expected}"],
        };
    }

    private static IEnumerable<string> NamesOf(JsonElement element) => element.EnumerateObject().Select(own => own.Name);

    private static bool AreNear(double expected, double actual) => Math.Abs(expected - actual) <= Rounding * Math.Max(Math.Abs(expected), Math.Abs(actual));
}
