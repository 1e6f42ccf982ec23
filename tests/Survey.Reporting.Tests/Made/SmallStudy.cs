using System.Globalization;
using System.Text;
using Survey.Monitoring;

namespace Survey.Reporting.Tests.Made;

/// <summary>A small made-up county in a folder of its own, which is removed at the end.</summary>
internal sealed class SmallStudy : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"survey-{Guid.NewGuid():N}");

    public SmallStudy() => Directory.CreateDirectory(_folder);

    /// <summary>How many towns it has, of two villages each.</summary>
    public int Towns { get; init; } = 6;

    /// <summary>People in a village.</summary>
    public int People { get; init; } = 30;

    /// <summary>The years of its surveys.</summary>
    public string[] Waves { get; init; } = ["2023", "2024"];

    /// <summary>Whether nobody is literate.</summary>
    public bool NobodyIsLiterate { get; init; }

    /// <summary>How many people of a wave have the level of education 博士.</summary>
    public int Doctors { get; init; }

    /// <summary>What town k is called.</summary>
    public Func<int, string> TownName { get; init; } = k => $"第{k}镇";

    /// <summary>The title and the area.</summary>
    public string Title { get; init; } = "试点县调查";

    /// <summary>Lines that stand at the end of the study file.</summary>
    public string More { get; init; } = "";

    /// <summary>Lines that stand at the end of its indicators.</summary>
    public string MoreIndicators { get; init; } = "";

    /// <summary>What its column age is called.</summary>
    public string AgeTitle { get; init; } = "年龄";

    /// <summary>The column that makes its strata.</summary>
    public string Strata { get; init; } = "town";

    /// <summary>Whether it has targets of its own.</summary>
    public bool HasTargets { get; init; } = true;

    /// <summary>Changes what a person of a wave answers; of the whole answer line.</summary>
    public Func<string, int, string[], string[]> Edit { get; init; } = (_, _, cells) => cells;

    public string File => Path.Combine(_folder, "study.yaml");

    /// <summary>A file beside the study.</summary>
    public string Add(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    /// <summary>The study, estimated and judged.</summary>
    public StudyVerdicts Judged()
    {
        foreach (string wave in Waves)
            Add($"{wave}.csv", Answers(wave));
        Add("study.yaml", Text());
        return Study.Read(File).Load().Estimate().Judge();
    }

    public FinishedReport Report(Language language, ReportKind? kind = null) => Judged().Report(kind: kind, language: language, date: new DateOnly(2024, 11, 29));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Answers(string wave)
    {
        var text = new StringBuilder("编号,乡镇,村,性别,年龄,文化程度,素养,吸烟\n");
        ulong state = ulong.Parse(wave, CultureInfo.InvariantCulture);
        int person = 0;
        for (int village = 0; village < 2 * Towns; village++)
            for (int k = 0; k < People; k++)
            {
                string[] cells =
                [
                    $"{person + 1}", Quoted(TownName(village / 2 + 1)), $"{village + 1}", Draw(2) == 0 ? "男" : "女", $"{15 + Draw(55)}", person < Doctors ? "博士" : Draw(3) switch { 0 => "小学", 1 => "初中", _ => "高中" },
                    NobodyIsLiterate || Draw(100) >= (wave == "2023" ? 24 : 30) ? "0" : "1", Draw(100) < 22 ? "1" : "0",
                ];
                text.AppendJoin(',', Edit(wave, person, cells)).Append('\n');
                person++;
            }
        return text.ToString();

        int Draw(int below)
        {
            state = (state * 6364136223846793005) + 1442695040888963407;
            return (int)((state >> 33) % (ulong)below);
        }
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private string Text()
    {
        string towns = string.Join(", ", Enumerable.Range(1, Towns).Select(k => Yaml(TownName(k))));
        string waves = string.Concat(Waves.Select((wave, k) => $"  - {{id: \"{wave}\", role: {(k == 0 ? "baseline" : "final")}, files: {wave}.csv}}\n"));
        string targets = !HasTargets ? "" : """
            targets:
              - {id: "1", indicator: literacy, rule: {anyOf: [{above: province}, {risesByPercent: 20, since: lastYear}]}}
              - {id: "2", indicator: smoking-current, rule: {anyOf: [{below: province}, {fallsByPercent: 10, since: lastYear}]}}

            """;
        return $$"""
            format: 1
            title: { zh: {{Yaml(Title)}}, en: {{Yaml(Title)}} }
            area: { name: {{Yaml(Title)}} }
            simulated: true
            columns:
              id: {from: [编号], as: text}
              town: {from: [乡镇], levels: [{{towns}}] }
              village: {from: [村], as: code}
              sex: {from: [性别], levels: [男, 女]}
              age: {from: [年龄], as: number, title: { zh: {{Yaml(AgeTitle)}}, en: Age } }
              ageGroup: {derive: "cut(age, 15, 45, 70)", labels: [15~44岁, 45~69岁]}
              education: {from: [文化程度], levels: [小学, 初中, 高中, 博士]}
              literate: {from: [素养], as: flag, codes: {1: "true", 0: "false"} }
              smokes: {from: [吸烟], as: flag, codes: {1: "true", 0: "false"} }
            eligibility:
              - {keep: "age between 15 and 69", reason: 年龄不符, status: ineligible}
            waves:
            {{waves}}design: {strata: {{Strata}}, clusters: [village], samePlaces: same}
            indicators:
              - {id: literacy, zh: 居民健康素养水平, en: Health literacy, event: literate, age: 15-69, better: higher}
              - {id: smoking-current, zh: 现在吸烟率, en: Current smoking, event: smokes, age: 15-69, better: lower}
            {{MoreIndicators}}references:
              - {indicator: literacy, of: province, value: 29.50 %, year: 2024, age: 15-69, source: 虚构}
              - {indicator: smoking-current, of: province, value: 21.50 %, year: 2024, age: 15-69, source: 虚构}
            {{targets}}{{More}}
            """;
    }

    private static string Yaml(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
