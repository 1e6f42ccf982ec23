namespace Survey.Files.Columns;

/// <summary>Flags as texts without surrounding blanks.</summary>
internal static class FlagText
{
    /// <summary>true or false in any letter case.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out bool flag)
    {
        flag = text.Equals("true", StringComparison.OrdinalIgnoreCase);
        return flag || text.Equals("false", StringComparison.OrdinalIgnoreCase);
    }
}
