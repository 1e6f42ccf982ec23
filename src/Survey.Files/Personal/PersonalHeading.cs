using System.Text.RegularExpressions;

namespace Survey.Files.Personal;

/// <summary>What the heading of a column says of it: "3、您的姓名:" asks for a name.</summary>
internal static partial class PersonalHeading
{
    // the first that fits is taken: an IP address is no address
    private static readonly (PersonalDataKind Kind, string[] Exact, string[] Endings)[] Words =
    [
        (PersonalDataKind.IpAddress, ["ip", "来自ip", "ipaddress"], ["ip地址"]),
        (PersonalDataKind.EmailAddress, ["email", "emailaddress", "mail"], ["邮箱", "邮箱地址", "电子邮件", "电子邮件地址"]),
        (PersonalDataKind.MessengerAccount, ["微信", "wechat", "wechatid", "weixin", "qq"], ["微信号", "qq号", "qq号码"]),
        (PersonalDataKind.IdentityNumber, ["idcard", "idcardnumber", "identitycard", "identitynumber", "nationalid"], ["身份证", "身份证号", "身份证号码", "身份证件号码", "身份号码", "证件号", "证件号码"]),
        (PersonalDataKind.PhoneNumber, ["phone", "phonenumber", "mobile", "mobilephone", "mobilenumber", "telephone", "cellphone", "tel"], ["电话", "电话号码", "手机", "手机号", "手机号码", "联系方式"]),
        (PersonalDataKind.Address, ["address", "homeaddress", "streetaddress"], ["住址", "地址", "门牌号"]),
        (
            PersonalDataKind.Name,
            [
                "名字", "户主", "联系人", "受访者", "受访人", "被访者", "被访人", "被调查者", "被调查人", "调查对象", "填表人", "答题人", "监护人", "家长", "调查员", "访员",
                "name", "fullname", "firstname", "lastname", "surname", "givenname", "respondent", "respondentname", "contact", "contactname", "personname",
            ],
            ["姓名"]),
    ];

    /// <summary>What the heading asks for, or null.</summary>
    public static PersonalDataKind? KindOf(string heading)
    {
        string asked = Asked(heading);
        foreach ((PersonalDataKind kind, string[] exact, string[] endings) in Words)
            if (exact.Contains(asked) || endings.Any(ending => asked.EndsWith(ending, StringComparison.Ordinal)))
                return AsksWhether().IsMatch(asked) ? null : kind;
        return null;
    }

    /// <summary>Whether a value can be what the heading says: "是" under "使用微信" is no account, a code of 1 or 2 under "户主" no name.</summary>
    public static bool Fits(PersonalDataKind kind, string folded) =>
        kind switch
        {
            PersonalDataKind.IdentityNumber or PersonalDataKind.PhoneNumber => folded.Count(char.IsAsciiDigit) >= 7,
            PersonalDataKind.MessengerAccount => folded.Count(char.IsAsciiLetterOrDigit) >= 5,
            PersonalDataKind.EmailAddress => folded.Contains('@', StringComparison.Ordinal),
            PersonalDataKind.IpAddress => folded.AsSpan().IndexOfAny('.', ':') >= 0 && folded.Any(char.IsAsciiLetterOrDigit),
            _ => folded.Any(char.IsLetter),
        };

    /// <summary>The heading without its number, what stands in brackets, the words around what is asked, blanks, _ and -.</summary>
    private static string Asked(string heading)
    {
        string folded = Around().Replace(Folding.Fold(heading).ToLowerInvariant(), "");
        return Blanks().Replace(Courtesy().Replace(Number().Replace(folded, ""), ""), "");
    }

    [GeneratedRegex(@"\([^)]*\)|\[[^\]]*\]|【[^】]*】|[:?.。*!\s]+$")]
    private static partial Regex Around();

    [GeneratedRegex(@"^\s*[a-z]{0,2}[0-9]+(?:[._-][0-9]+)*[.、:)_\s-]*|[0-9]+$")]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s*(?:请(?:填写|输入|留下|问)?)?(?:您|你)?的?")]
    private static partial Regex Courtesy();

    [GeneratedRegex(@"[\s_-]+")]
    private static partial Regex Blanks();

    [GeneratedRegex("^(?:是否|有无|有没有|能否|会不会)")]
    private static partial Regex AsksWhether();
}
