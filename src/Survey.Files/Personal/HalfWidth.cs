namespace Survey.Files.Personal;

/// <summary>Full-width forms, which Chinese input methods write, as the ASCII characters they mean; each stays one character.</summary>
internal static class HalfWidth
{
    public static string Of(string text) =>
        text.AsSpan().ContainsAnyInRange('\u3000', '\uFF5E')
            ? string.Create(text.Length, text, static (folded, text) =>
            {
                for (int k = 0; k < folded.Length; k++)
                    folded[k] = Of(text[k]);
            })
            : text;

    private static char Of(char c) =>
        c switch
        {
            '\u3000' => ' ',
            >= '\uFF01' and <= '\uFF5E' => (char)(c - '\uFF01' + '!'),
            _ => c,
        };
}
