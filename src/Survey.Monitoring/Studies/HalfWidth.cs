namespace Survey.Monitoring;

/// <summary>Full-width forms, which Chinese input methods write for letters, digits and signs.</summary>
internal static class HalfWidth
{
    private const char First = '！', Last = '～', Blank = '\u3000';

    /// <summary>The text with half-width letters, digits and signs, and without surrounding blanks: what two texts that look alike have in common.</summary>
    public static string Of(string text)
    {
        string folded = text.AsSpan().IndexOfAnyInRange(First, Last) < 0 && !text.Contains(Blank)
            ? text
            : string.Create(text.Length, text, (folded, text) =>
            {
                for (int at = 0; at < text.Length; at++)
                    folded[at] = text[at] switch
                    {
                        >= First and <= Last => (char)(text[at] - First + '!'),
                        Blank => ' ',
                        char other => other,
                    };
            });
        return folded.Trim();
    }
}
