using Survey.Files;

namespace Survey.Monitoring.Drafting;

/// <summary>Headings of those who did the interviews, and of what tells where a household lives, which are dropped as personal data by what they say.</summary>
internal static class StaffHeading
{
    private static readonly string[] Staff =
    [
        "调查员", "调查人员", "调查人", "调查者", "访问员", "访员", "访谈员", "询问人", "审核员", "审核人", "审核人员", "复核员", "复核人", "质控员", "质控人员", "质控人", "质控", "督导员", "督导", "督导人",
        "录入员", "录入人", "录入人员", "填报人", "填表人", "填写人", "负责人", "陪同人员", "带路人", "联系人", "签名", "签字", "提交者", "用户名", "账号", "昵称",
    ];

    private static readonly string[] Positions = ["经度", "纬度", "经纬度", "gps", "gps定位", "gps坐标", "定位", "地理位置", "坐标"];

    /// <summary>What a heading's values are called where they tell of people; null where they do not, as codes of interviewers do.</summary>
    public static string? Called(string heading, IEnumerable<string> values)
    {
        string text = QuestionNumber.Without(heading).TrimEnd(':', '?', '*').Replace(" ", "", StringComparison.Ordinal);
        int bracket = text.IndexOf('(');
        string asked = (bracket > 0 ? text[..bracket] : text).TrimEnd('1', '2', '3').ToLowerInvariant();
        return Staff.Any(word => asked.EndsWith(word, StringComparison.Ordinal)) && values.Any(value => value.Any(char.IsLetter)) ? PersonalDataKind.Name.Called()
            : Positions.Contains(asked) && values.Any(value => value.Any(char.IsAsciiDigit)) ? PersonalDataKind.Address.Called()
            : null;
    }
}
