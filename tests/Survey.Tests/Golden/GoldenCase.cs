using System.Text.Json;

namespace Survey.Tests.Golden;

/// <summary>What R was asked and what it answered; the script that asked is oracle.R beside it.</summary>
public sealed record GoldenCase(string Id, string Design, string Call, JsonElement Result)
{
    /// <summary>Cases of a file as NUnit tests named by their id.</summary>
    public static IEnumerable<TestCaseData> Of(string file, Func<string, bool>? wanted = null) =>
        from json in JsonDocument.Parse(File.ReadAllText(Path(file))).RootElement.EnumerateArray()
        let golden = new GoldenCase(Text(json, "id"), Text(json, "design"), Text(json, "call"), json.GetProperty("result"))
        where wanted is null || wanted(golden.Id)
        select new TestCaseData(golden).SetName(golden.Id);

    public static GoldenCase Named(string file, string id) => (GoldenCase)Of(file, own => own == id).Single().Arguments[0]!;

    /// <summary>A figure or a list of them; nothing is missing in what is compared.</summary>
    public double[] Numbers(string property)
    {
        JsonElement value = Result.GetProperty(property);
        return value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(Number)] : [Number(value)];
    }

    public double[][] Matrix(string property) => [.. Result.GetProperty(property).EnumerateArray().Select(row => row.EnumerateArray().Select(Number).ToArray())];

    public bool Has(string property) => Result.TryGetProperty(property, out _);

    public string[] Names => Has("names") ? [.. Result.GetProperty("names").EnumerateArray().Select(name => name.GetString()!)] : [];

    public override string ToString() => Call;

    public static string Path(string file) => Repository.File("tests", "Survey.Tests", "Golden", file);

    // a null is no number: it throws, and the test fails
    private static double Number(JsonElement value) => value.GetDouble();

    private static string Text(JsonElement json, string property) => json.GetProperty(property).GetString()!;
}
