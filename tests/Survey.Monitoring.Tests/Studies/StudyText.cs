using System.Runtime.CompilerServices;

namespace Survey.Monitoring.Tests.Studies;

/// <summary>Texts of studies, and what reading them says.</summary>
internal static class StudyText
{
    /// <summary>A small study with most of what a study may have.</summary>
    public const string Small = """
        format: 1
        title: {zh: 示例}
        personalData:
          drop: [姓名, 身份证号]
          pseudonym: {from: 身份证号, as: person, keyFile: 密钥.txt}
        columns:
          id: {from: 编号, as: text}
          village: {from: 村, as: code, digits: 12}
          sex: {from: 性别, codes: {1: 男, 2: 女}, labels: {男: M, 女: F}}
          age: {from: 年龄, as: number, missing: [99]}
          old: {derive: "age >= 60"}
          day: {from: 日期, as: date}
          smokes: {from: 吸烟, as: flag, codes: {1: "true", 2: "false"}}
          channel: {from: E3, as: multiple, options: {A: 电视, B: 报纸}, multiple: {columns: "{item}({option})"}}
          result: {from: 结果, codes: {1: responded, 2: refused}, levels: [responded, refused]}
        missing: ["", -3]
        lookups:
          - {file: 村.csv, key: [wave, village], columns: {drawn: 抽取}}
        instrument: {use: national-50, items: 题目.csv}
        waves:
          - id: "2023"
            fieldwork: [2023-09-04, 2023-10-20]
            files: 数据/*.csv
            answers: {columns: "Q{item}", options: letters}
            duplicates: {key: id, then: last, by: day}
          - id: "2024"
            fieldwork: [2024-08-26, 2024-09-30]
            files: [数据/2024.xlsx]
            read: {sheet: 1, headerRow: 2}
            columns: {age: {from: 周岁}}
            answers: {columns: "{item}、*", options: numbers, multiple: {columns: "{item}({option})", chosen: [1]}}
        response: {disposition: result, by: village}
        eligibility:
          - {keep: "age >= 15", reason: 年龄不足, status: ineligible, waves: "2024"}
        design: {strata: sex, clusters: village, samePlaces: unknown}
        references:
          - {indicator: literacy, of: province, value: 32.10 %, year: 2024, age: 15-69, source: 虚构数据}
        judgement: {confidence: 95 %}

        """;

    /// <summary>A file of docs/.</summary>
    public static string Doc(string name) => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", "docs", name));

    /// <summary>The small study with one change.</summary>
    /// <param name="old">What is changed, the first time it occurs.</param>
    /// <param name="changed">What stands in its place.</param>
    public static string With(string old, string changed)
    {
        int at = Small.IndexOf(old, StringComparison.Ordinal);
        Assert.That(at, Is.Not.Negative, $"'{old}' is not in the study");
        return string.Concat(Small.AsSpan(0, at), changed, Small.AsSpan(at + old.Length));
    }

    public static Study Read(string text) => StudyReader.Read(text, "study.yaml");

    /// <summary>All that is said of a text, a line each, without the name of the file.</summary>
    public static string ErrorOf(string text) =>
        Assert.Catch<SurveyDataException>(() => Read(text))!.Message.ReplaceLineEndings("\n").Replace("study.yaml, ", "", StringComparison.Ordinal);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
