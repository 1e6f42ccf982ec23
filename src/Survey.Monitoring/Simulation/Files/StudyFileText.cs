using System.Globalization;
using Survey.Monitoring.Drafting;

namespace Survey.Monitoring.Simulating;

/// <summary>The study file that reads the answers of a shape.</summary>
internal static class StudyFileText
{
    private const string Columns = """
        columns:
          id:        {from: [问卷编号, 序号], as: text}
          town:      {from: [乡镇代码, "51、乡镇代码"], as: code, digits: 9, labels: ../抽样/乡镇名称.csv}
          village:   {from: [村居代码, "52、村(居)委会代码"], as: code, digits: 12}
          area:      {from: [城乡, "53、您家所在地"], codes: {1: 城市, 2: 农村}, levels: [城市, 农村]}
          household: {from: [户号, "54、户号"], as: code, digits: 5}
          replacement: {from: [是否替换户, "55、是否替换户"], as: flag, codes: {1: "true", 2: "false", 是: "true", 否: "false"}, title: {zh: 替换户, en: Visited in place of another}}
          kishTable: {from: [抽样表, "56、抽样表"], levels: [A, B1, B2, C, D, E1, E2, F]}
          eligible:  {from: [家庭15~69岁人数, "57、您家中15~69岁的人数"], as: number, unit: persons}
          rank:      {from: [被抽中者序号, "58、被抽中者的序号"], as: number}
          sex:       {from: [性别, "59、您的性别"], codes: {1: 男, 2: 女}}
          birth:     {from: [出生日期, "60、您的出生日期"], as: date}
          surveyed:  {from: [调查日期, 提交答卷时间], as: date}
          age:       {derive: "age(birth, surveyed)", unit: completed years}
          ageGroup:  {derive: "cut(age, 15, 25, 35, 45, 55, 65, 70)", labels: [15~24岁, 25~34岁, 35~44岁, 45~54岁, 55~64岁, 65~69岁]}
          education: {from: [文化程度, "61、您的文化程度"], codes: {1: 小学及以下, 2: 初中, 3: 高中/中专, 4: 大专及以上}, missing: [9]}
          months:    {from: [居住月数, "62、过去一年在本县居住的月数"], as: number}
          interviewer: {from: [调查员编号, "63、调查员编号"], as: text}
          smokeNow:  {from: [吸烟情况, "64、您现在吸烟吗"], codes: {1: daily, 2: some, 3: none, 每天吸: daily, 不是每天吸: some, 不吸: none}, labels: {daily: 每天吸, some: 不是每天吸, none: 不吸}, missing: [9]}
          secondHand: {from: [二手烟, "65、过去7天内是否接触二手烟"], codes: {1: 接触, 2: 未接触}, missing: [9]}
          exercise:  {from: [体育锻炼, "66、您是否经常参加体育锻炼"], codes: {1: 经常, 2: 不经常}, missing: [9]}
          result:    {from: [入户结果, "67、入户结果"], codes: {1: responded, 2: refused, 3: not found, 4: ineligible, 5: unknown, 完成调查: responded, 拒访: refused, 多次未遇: not found, 无合格对象: ineligible, 情况不明: unknown}}
        missing: ["", -3]

        lookups:
          - {file: ../抽样/入户登记.csv, key: [wave, village], columns: {drawn: 抽取户数, present: 实有户数}}

        instrument:
          use: national-50
          version: "2023"
          items: ../问卷/题目.csv
          unanswered: wrong
          dontKnow: [不知道, 9]

        response:
          disposition: result
          by: [town, village]

        eligibility:
          - {keep: "age between 15 and 69", reason: 年龄不在15~69岁, status: ineligible}
          - {keep: "months > 6", reason: 居住不满6个月, status: ineligible}
          - {keep: "unanswered <= 10", reason: 漏答超过10题, status: invalid}

        """;

    private const string Rest = """
        weighting:
          base:
            - {stage: village, frame: ../抽样/村居名册.csv, key: village, method: pps, size: 户数, within: town, drawn: 抽取村数}
            - {stage: household, drawn: drawn, present: present}
            - {stage: person, kish: eligible, rank: rank}
          nonresponse: {cells: village, minimum: 10, collapse: town}
          trim: {above: 5 medians}
          poststratify: {cells: [area, sex, ageGroup], population: ../人口/常住人口15_69岁.csv, count: 人口数, sameForAllWaves: true}
          check: {deff: [0.7, 6], maximumFactor: 10}

        indicators:
          - use: literacy
          - use: literacy-aspects
          - use: literacy-issues
          - {use: smoking-current, event: "smokeNow in ('daily', 'some')", age: 15-69}
          - {use: smoking-daily, event: "smokeNow = 'daily'", age: 15-69}
          - {id: second-hand-smoke, zh: 二手烟暴露率, en: Exposure to second-hand smoke, event: "secondHand = '接触'", age: 15-69, better: lower}
          - {id: exercise, zh: 经常参加体育锻炼率, en: Regular exercise, event: "exercise = '经常'", age: 15-69, better: higher}

        """;

    public static string Of(SimulationPlan plan, AnswerShape shape) =>
        $"""
        # {YamlText.Comment(plan.AreaName)}: {Labels.Simulated}; nobody in these files is real. Written by survey simulate.
        format: 1
        title: {YamlText.Map([("zh", YamlText.Scalar(Marked(plan.Title.Chinese!))), ("en", YamlText.Scalar(plan.Title.English!))])}
        area: {YamlText.Map([("name", YamlText.Scalar(plan.AreaName)), ("code", YamlText.Quoted(plan.AreaCode)), ("kind", "county")])}
        simulated: true

        {Columns}
        waves:
        {string.Concat(plan.Waves.Select((wave, at) => Wave(wave, shape, at == 0 ? "baseline" : at == plan.Waves.Count - 1 ? "final" : "monitoring")))}
        design:
          strata: town
          clusters: [village]
          samePlaces: {SamePlaces(plan)}

        {Rest}
        {Targets(plan)}

        """.ReplaceLineEndings("\n");

    /// <summary>The two rules that every programme has, and made-up figures of a province; a single wave has no change to judge.</summary>
    private static string Targets(SimulationPlan plan) =>
        plan.Waves.Count < 2 ? "" : $$$"""
            references:
              - {indicator: literacy, of: province, value: 29.50 %, year: {{{plan.Waves[^1].Last.Year}}}, age: 15-69, instrument: "2023", source: 虚构数据}
              - {indicator: smoking-current, of: province, value: 21.50 %, year: {{{plan.Waves[^1].Last.Year}}}, age: 15-69, source: 虚构数据}

            targets:
              - {id: literacy, indicator: literacy, rule: {anyOf: [{above: province}, {risesByPercent: 20, since: {{{YamlText.Quoted(plan.Waves[0].Id)}}}}]}}
              - {id: smoking, zh: 成人吸烟率, en: Adult smoking, indicator: smoking-current, rule: {anyOf: [{below: province}, {fallsByPercent: 10, since: {{{YamlText.Quoted(plan.Waves[0].Id)}}}}]}}
              - {id: exercise, indicator: exercise, rule: {atLeast: 32 %}}
            """;

    /// <summary>One word for all waves; where they differ in it, the analyst is to be asked.</summary>
    private static string SamePlaces(SimulationPlan plan)
    {
        bool[] keeps = [.. plan.Waves.Skip(1).Select(wave => wave.Kept(plan.Sample.VillagesPerTown) > 0).Distinct()];
        return keeps is [var all] ? all ? "same" : "different" : "unknown";
    }

    private static string Wave(WavePlan wave, AnswerShape shape, string role) =>
        $$"""
          - id: {{YamlText.Quoted(wave.Id)}}
            role: {{role}}
            fieldwork: [{{Iso(wave.First)}}, {{Iso(wave.Last)}}]
        {{FilesOf(wave, shape)}}
            duplicates: {key: id, then: fail}

        """;

    private static string FilesOf(WavePlan wave, AnswerShape shape) =>
        shape switch
        {
            AnswerShape.Clean => $$$"""
                    files: 数据/{{{wave.Id}}}.csv
                    answers: {columns: "Q{item}", options: letters, multiple: {separators: ","}}
                """,
            AnswerShape.Towns => $$$"""
                    files: 数据/{{{wave.Id}}}/*.xlsx
                    read: {sheet: {{{SimulationFiles.SheetName}}}, headerRow: 2}
                    answers: {columns: "Q{item}", options: letters, multiple: {separators: ","}}
                """,
            _ => $$$"""
                    files: 数据/{{{wave.Id}}}_按选项序号.csv
                    read: {encoding: gb18030}
                    answers: {columns: "{item}、*", options: numbers, multiple: {columns: "{item}、*({option})", chosen: [1], notChosen: [0]}}
                """,
        };

    private static string Marked(string title) => title.Contains(Labels.Simulated, StringComparison.Ordinal) ? title : $"{title}({Labels.Simulated})";

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
