namespace Survey.Monitoring.Drafting;

/// <summary>A column that most surveys have: what it is called here, and the words by which its heading is known.</summary>
/// <param name="Name">In the study.</param>
/// <param name="Headings">Words that a heading is, or that the text of a question holds.</param>
/// <param name="NotIn">Words that a heading of something else holds.</param>
/// <param name="Codes">What its codes usually stand for; empty where there is no usual coding.</param>
/// <param name="Comment">Said beside the codes that were guessed.</param>
internal sealed record KnownColumn(string Name, IReadOnlyList<string> Headings, IReadOnlyList<string> NotIn, IReadOnlyList<(string Code, string Level)> Codes, string? Comment = null)
{
    /// <summary>In the order in which they are tried; a study has each at most once.</summary>
    public static readonly IReadOnlyList<KnownColumn> All =
    [
        new("id", ["问卷编号", "问卷编码", "问卷号", "答卷编号", "调查编号", "编号", "序号", "id"], ["户", "村", "镇"], []),
        new("household", ["家庭编码", "家庭编号", "户编号", "户编码", "户号"], [], []),
        new("village", ["村居代码", "村(居)委会代码", "村代码", "村编码", "村居编码", "社区代码", "居委会代码", "village_code"], ["名"], []),
        new("villageName", ["村居名称", "村(居)委会名称", "村名", "社区名称", "村居", "村(居)"], ["码"], []),
        new("townCode", ["乡镇代码", "街道代码", "乡镇街道代码", "乡镇(街道)代码"], [], []),
        new("townName", ["乡镇名称", "街道名称", "乡镇街道", "乡镇(街道)", "乡镇", "街道"], ["码"], []),
        new("area", ["城乡", "城乡类型", "城乡分类", "居住地类型", "家所在地"], [], [("1", "城市"), ("2", "农村"), ("城镇", "城市"), ("乡村", "农村"), ("城市", "城市"), ("农村", "农村")], "1 城市, 2 农村"),
        new("sex", ["性别"], [], [("1", "男"), ("2", "女"), ("男", "男"), ("女", "女"), ("男性", "男"), ("女性", "女")], "1 男, 2 女"),
        new("birth", ["出生日期", "出生年月日", "出生年月", "生日"], [], []),
        new("surveyed", ["调查日期", "调查时间", "访问日期", "填表日期", "填写日期", "提交答卷时间", "提交时间"], ["开始", "结束"], []),
        new("age", ["年龄", "周岁", "实足年龄"], ["组", "年长", "家", "户主", "配偶", "子女", "开始"], []),
        new("education", ["文化程度", "学历", "受教育程度"], [], []),
        new("occupation", ["职业"], ["病"], []),
        new("marital", ["婚姻状况", "婚姻"], [], []),
        new("ethnicity", ["民族"], [], []),
        new("eligible", ["家庭15~69岁人数", "家庭常住15至69岁人口数", "15~69岁", "15-69岁", "15至69岁", "15—69岁"], [], []),
        new("members", ["家庭人口数", "家庭人数", "家庭常住人口"], [], []),
        new("months", ["居住月数", "居住时间", "居住的月数", "居住多少个月"], [], []),
        new("smokeNow", ["现在吸烟", "吸烟情况", "目前吸烟", "是否吸烟"], ["二手", "戒"], []),
        new("secondHand", ["二手烟", "被动吸烟"], [], []),
        new("exercise", ["体育锻炼", "锻炼"], [], []),
        new("hypertension", ["高血压"], [], []),
        new("diabetes", ["糖尿病"], [], []),
        new("channel", ["获取健康知识", "知识的途径", "信息渠道", "信息来源"], [], []),
        new("result", ["入户结果", "调查结果", "访问结果", "应答情况"], [], [("1", "responded"), ("2", "refused"), ("3", "not found"), ("4", "ineligible"), ("5", "unknown"), ("完成", "responded"), ("拒访", "refused"), ("未找到", "not found"), ("不合格", "ineligible"), ("不详", "unknown")], "1 responded, 2 refused, 3 not found, 4 ineligible, 5 unknown"),
        new("weight", ["权重", "weight"], [], []),
    ];

    /// <summary>How well a folded heading fits: 0 not at all, 2 it is one of the words, 1 it holds one.</summary>
    public int Fit(string heading)
    {
        string words = QuestionNumber.Without(heading);
        if (Headings.Contains(words, StringComparer.OrdinalIgnoreCase))
            return 2;
        return Headings.Any(word => word.Length > 1 && words.Contains(word, StringComparison.Ordinal)) && !NotIn.Any(words.Contains) ? 1 : 0;
    }
}

/// <summary>The number before a question: "1、", "12.", "Q3 ", "C1、".</summary>
internal static class QuestionNumber
{
    /// <summary>The heading without it.</summary>
    public static string Without(string heading)
    {
        int k = 0;
        while (k < heading.Length && (char.IsAsciiLetterOrDigit(heading[k]) || heading[k] is '_' or '-'))
            k++;
        int digits = k;
        while (k < heading.Length && heading[k] is '、' or '.' or ',' or ':' or ' ' or ')')
            k++;
        return k > digits && digits > 0 && k < heading.Length ? heading[k..].TrimStart('*', ' ') : heading.TrimStart('*', ' ');
    }
}
