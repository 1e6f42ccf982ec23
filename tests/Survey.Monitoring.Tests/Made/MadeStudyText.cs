namespace Survey.Monitoring.Tests.Made;

/// <summary>What the study files of all shapes have in common, and the waves of each.</summary>
public static class MadeStudyText
{
    public const string Common =
        """
        format: 1
        title: {zh: 云澜县居民健康素养与吸烟调查(模拟数据), en: A survey of a made-up county}
        area: {name: 云澜县, code: "329901", kind: county}
        simulated: true

        personalData:
          drop: [姓名, 身份证号, 联系电话, 详细住址, 来自IP]
          pseudonym: {from: 身份证号, as: person, keyFile: 密钥.txt}

        columns:
          id:        {from: [问卷编号, 序号], as: text}
          village:   {from: [村居代码, "51、村(居)委会代码"], as: code, digits: 12}
          town:      {derive: "left(village, 9)", labels: 抽样/乡镇名称.csv}
          area:      {from: [城乡, "52、您家所在地"], codes: {1: 城市, 2: 农村}, levels: [城市, 农村]}
          sex:       {from: [性别, "53、您的性别"], codes: {1: 男, 2: 女}}
          birth:     {from: [出生日期, "54、您的出生日期"], as: date, formats: [yyyy-MM-dd, yyyyMMdd, yyyy年M月d日, excel]}
          surveyed:  {from: [调查日期, 提交答卷时间], as: date}
          age:       {derive: "age(birth, surveyed)", unit: completed years}
          ageGroup:  {derive: "cut(age, 15, 25, 35, 45, 55, 65, 70)", labels: [15~24岁, 25~34岁, 35~44岁, 45~54岁, 55~64岁, 65~69岁]}
          education: {from: [文化程度, "55、您的文化程度"], codes: {1: 小学及以下, 2: 小学及以下, 3: 初中, 4: 高中/中专, 5: 大专及以上, 6: 大专及以上}, missing: [9]}
          occupation: {from: [职业, "56、您的职业"], codes: {1: 农民, 2: 工人, 3: 教师、医生, 4: 学生, 5: 其他}}
          eligible:  {from: [家庭15~69岁人数, "57、您家中15~69岁的人数"], as: number, missing: [99], unit: persons}
          oldest:    {from: [家中最年长者年龄, "58、您家中最年长者的年龄"], as: number}
          months:    {from: [居住月数, "59、过去一年在本县居住的月数"], as: number}
          smokeNow:  {from: [C1, "60、您现在吸烟吗"], codes: {1: daily, 2: some, 3: none, 每天吸: daily, 不是每天吸: some, 不吸: none}, labels: {daily: 每天吸, some: 不是每天吸, none: 不吸}, missing: [9]}
          secondHand: {from: [C7, "61、过去7天内是否接触二手烟"], codes: {1: 接触, 2: 未接触}, missing: [9]}
          hypertension: {from: [D1_1, "62、医生是否说过您有高血压"], as: flag, codes: {1: "true", 2: "false", 是: "true", 否: "false", TRUE: "true", FALSE: "false", "true": "true", "false": "false"}, title: {zh: 自报高血压, en: Told to have hypertension}}
          channel:   {from: E3, as: multiple, options: {A: 电视, B: 报纸、杂志, C: 网络, D: 医生, E: 其他}, multiple: {separators: "┋,，、;；"}, title: {zh: 获取健康知识的途径}}
          services:  {from: E4, as: multiple, options: {A: 体检, B: 健康讲座, C: 用药指导, D: 慢性病随访}, multiple: {separators: "┋,，、;；"}}
          result:    {from: [入户结果, "65、入户结果"], codes: {1: responded, 2: refused, 3: not found, 4: ineligible, 5: unknown}}
        missing: ["", 跳过, (空), -3]

        lookups:
          - {file: 抽样/入户登记.csv, key: [wave, village], columns: {drawn: 抽取户数, present: 实有户数}}

        instrument:
          use: national-50
          version: "2023"
          items: 问卷/题目.csv
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

    public const string CleanWave =
        """
          - id: "2023"
            role: baseline
            fieldwork: [2023-09-04, 2023-10-20]
            files: 数据/2023.csv
            answers: {columns: "Q{item}", options: letters, multiple: {separators: ","}}
            duplicates: {key: id, then: fail}

        """;

    public const string TownsWave =
        """
          - id: "2023"
            role: baseline
            fieldwork: [2023-09-04, 2023-10-20]
            files: 数据/2023/*.xlsx
            read: {sheet: 调查数据, headerRow: 2}
            answers: {columns: "Q{item}", options: [letters, texts], multiple: {separators: ",，、;┋"}}
            duplicates: {key: id, then: last, by: surveyed}

        """;

    public const string OptionsWave =
        """
          - id: "2023"
            role: baseline
            fieldwork: [2023-09-04, 2023-10-20]
            files: [数据/2023_按选项序号.csv]
            read: {encoding: gb18030}
            columns:
              channel: {multiple: {columns: "63、您通过哪些途径获取健康知识({option})", chosen: [选中]}}
              services: {multiple: {columns: "64、您希望得到哪些健康服务({option})"}}
            answers: {columns: "{item}、*", options: numbers, multiple: {columns: "{item}、*({option})", chosen: [1], notChosen: [0]}}
            duplicates: {key: id, then: last, by: surveyed}

        """;
}
