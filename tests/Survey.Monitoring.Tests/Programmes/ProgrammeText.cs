namespace Survey.Monitoring.Tests.Programmes;

/// <summary>A small programme, and what reading a changed one says.</summary>
internal static class ProgrammeText
{
    public const string Small = """
        format: 1
        id: small
        zh: 小方案
        en: Small
        notice: {zh: 小方案}
        units:
          health: {zh: 卫, en: Health}
        calendar:
          - {id: start, zh: 启动, en: Start, from: 2023-07, to: 2023-12}
          - {id: main, zh: 推进, en: Main, from: 2024-01, to: 2024-10}
        mainPhase: main
        choices:
          sewage: {zh: 污水, en: Sewage, quote: 城市达95%, for: ["3"]}
        dimensions:
          - {id: "1", zh: 一, en: One}
        items:
          - {no: "1", dimension: "1", zh: 甲, en: A, quote: 甲, phase: start, units: [health], points: 1, source: review, rule: {reviewed: true}}
          - {no: "2", dimension: "1", zh: 乙, en: B, quote: 乙, points: 1, source: records, rule: {allOf: [{prerequisite: "1"}, {atLeast: 3, unit: m2, indicator: a}]}, figures: {a: {zh: 面积, en: Area}}}
          - {no: "3", dimension: "1", zh: 丙, en: C, quote: 丙, points: 1, source: records, rule: {byChoice: {sewage: {city: {atLeast: 95 %}, county: {atLeast: 85 %}}}}}
          - no: "4"
            dimension: "1"
            zh: 丁
            en: D
            quote: 丁
            parts:
              - {zh: 丁一, en: D one, points: 1, source: records, rule: {fullCoverage: true}}
              - {zh: 丁二, en: D two, points: 2, source: records, rule: {zeroEvents: true}}

        """;

    /// <summary>The small programme with one change.</summary>
    /// <param name="old">What is changed, the first time it occurs.</param>
    /// <param name="changed">What stands in its place.</param>
    public static string With(string old, string changed)
    {
        int at = Small.IndexOf(old, StringComparison.Ordinal);
        Assert.That(at, Is.Not.Negative, $"'{old}' is not in the programme");
        return string.Concat(Small.AsSpan(0, at), changed, Small.AsSpan(at + old.Length));
    }

    /// <summary>Reads a text as the file that a user has.</summary>
    public static Programme Read(string text)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            return ProgrammeLibrary.Read(path);
        }
        catch (SurveyDataException error)
        {
            throw new SurveyDataException(error.Message.Replace($"{path}, ", "", StringComparison.Ordinal));
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>All that is said of a text, a line each, without the name of the file.</summary>
    public static string ErrorOf(string text) => Assert.Catch<SurveyDataException>(() => Read(text))!.Message.ReplaceLineEndings("\n");
}
