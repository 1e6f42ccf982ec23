namespace Survey.Monitoring.Tests.Made;

/// <summary>A question of which one of a few answers is given.</summary>
/// <param name="Column">The study's name for it.</param>
/// <param name="Heading">What it is called in a table of a county.</param>
/// <param name="LongHeading">What it is called in the export of a survey platform, which begins with its number.</param>
/// <param name="Answers">Code 1, 2, ...: the text of the answer and the study's level for it.</param>
/// <param name="MissingCode">A code that means that no answer was given; or null.</param>
public sealed record MadeQuestion(string Column, string Heading, string LongHeading, IReadOnlyList<(string Text, string Level)> Answers, int? MissingCode = null)
{
    /// <summary>All of them; a person's <see cref="MadePerson.Codes"/> are in this order.</summary>
    public static IReadOnlyList<MadeQuestion> All { get; } =
    [
        new("area", "城乡", "52、您家所在地", [("城市", "城市"), ("农村", "农村")]),
        new("sex", "性别", "53、您的性别", [("男", "男"), ("女", "女")]),
        new("education", "文化程度", "55、您的文化程度", [("小学及以下", "小学及以下"), ("小学及以下", "小学及以下"), ("初中", "初中"), ("高中/中专", "高中/中专"), ("大专及以上", "大专及以上"), ("大专及以上", "大专及以上")], 9),
        new("occupation", "职业", "56、您的职业", [("农民", "农民"), ("工人", "工人"), ("教师、医生", "教师、医生"), ("学生", "学生"), ("其他", "其他")]),
        new("smokeNow", "C1", "60、您现在吸烟吗", [("每天吸", "daily"), ("不是每天吸", "some"), ("不吸", "none")], 9),
        new("secondHand", "C7", "61、过去7天内是否接触二手烟", [("接触", "接触"), ("未接触", "未接触")], 9),
        new("hypertension", "D1_1", "62、医生是否说过您有高血压", [("是", "true"), ("否", "false")]),
        new("result", "入户结果", "65、入户结果", [("responded", "responded"), ("refused", "refused"), ("not found", "not found"), ("ineligible", "ineligible"), ("unknown", "unknown")]),
    ];

    /// <summary>The place of a question among all.</summary>
    public static int IndexOf(string column) => All.Index().First(question => question.Item.Column == column).Index;

    /// <summary>The text of a person's answer, or null.</summary>
    public string? TextOf(MadePerson person) => AnswerOf(person)?.Text;

    /// <summary>The study's level for a person's answer, or null.</summary>
    public string? LevelOf(MadePerson person) => AnswerOf(person)?.Level;

    /// <summary>The code of a person's answer, or null.</summary>
    public int? CodeOf(MadePerson person) => person.Codes[IndexOf(Column)];

    private (string Text, string Level)? AnswerOf(MadePerson person) => CodeOf(person) is { } code ? Answers[code - 1] : null;
}

/// <summary>A question of which any number of answers may be chosen.</summary>
/// <param name="Column">The study's name for it.</param>
/// <param name="Heading">What it is called in a table of a county.</param>
/// <param name="LongHeading">What it is called in the export of a survey platform.</param>
/// <param name="Options">The texts of options A, B, ...; one holds a character that may also separate options.</param>
public sealed record MadeChoice(string Column, string Heading, string LongHeading, IReadOnlyList<string> Options)
{
    public static MadeChoice Channel { get; } = new("channel", "E3", "63、您通过哪些途径获取健康知识", ["电视", "报纸、杂志", "网络", "医生", "其他"]);

    public static MadeChoice Services { get; } = new("services", "E4", "64、您希望得到哪些健康服务", ["体检", "健康讲座", "用药指导", "慢性病随访"]);
}
