using Survey.Monitoring;

namespace Survey.Reporting.Html;

/// <summary>What a page says besides what its report says.</summary>
/// <param name="Tag">Of the language.</param>
/// <param name="Contents">Over the list of chapters.</param>
/// <param name="Skip">The link past it.</param>
/// <param name="Notice">What the bar with the notice is called when it is read out.</param>
internal sealed record HtmlFrame(string Tag, string Contents, string Skip, string Notice)
{
    private static readonly HtmlFrame Chinese = new("zh-CN", "目录", "跳到正文", "声明"), English = new("en", "Contents", "Skip to the report", "Notice");

    public static HtmlFrame In(Language language) => language == Language.Chinese ? Chinese : English;
}
