using System.Text;

namespace Survey.Engines;

/// <summary>Texts of the format TabSeparated.</summary>
internal static class TabText
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The text of a field; null where it is no UTF-8, or holds an escape that the format does not have.</summary>
    public static string? Decoded(ReadOnlySpan<byte> field)
    {
        try
        {
            return field.Contains((byte)'\\') ? Unescaped(field) : Strict.GetString(field);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string? Unescaped(ReadOnlySpan<byte> field)
    {
        byte[] bytes = new byte[field.Length];
        int count = 0;
        for (int k = 0; k < field.Length; k++)
        {
            byte next = field[k];
            if (next == '\\')
            {
                if (++k == field.Length || Meant(field[k]) is not { } meant)
                    return null;
                next = meant;
            }
            bytes[count++] = next;
        }
        return Strict.GetString(bytes, 0, count);
    }

    private static byte? Meant(byte escaped) =>
        escaped switch
        {
            (byte)'t' => (byte)'\t',
            (byte)'n' => (byte)'\n',
            (byte)'r' => (byte)'\r',
            (byte)'b' => (byte)'\b',
            (byte)'f' => (byte)'\f',
            (byte)'0' => 0,
            (byte)'\\' or (byte)'\'' => escaped,
            _ => null,
        };
}
