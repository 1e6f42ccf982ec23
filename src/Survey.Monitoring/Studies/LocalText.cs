namespace Survey.Monitoring;

/// <summary>A text in Chinese and English, at least one of which is given.</summary>
/// <param name="Chinese">Or null.</param>
/// <param name="English">Or null.</param>
public sealed record LocalText(string? Chinese, string? English)
{
    /// <summary>The text in a language, else in the other.</summary>
    /// <param name="language">Of the text.</param>
    public string In(Language language) => (language == Language.Chinese ? Chinese ?? English : English ?? Chinese) ?? "";

    /// <summary>The Chinese text, else the English one.</summary>
    public override string ToString() => Chinese ?? English ?? "";
}
