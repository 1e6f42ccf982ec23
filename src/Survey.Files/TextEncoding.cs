namespace Survey.Files;

/// <summary>How the characters of a text file are written as bytes.</summary>
public enum TextEncoding
{
    /// <summary>UTF-8, with or without a byte order mark.</summary>
    Utf8,

    /// <summary>GB18030, the Chinese national standard; it includes GBK and GB2312, which Excel in Chinese writes.</summary>
    Gb18030,

    /// <summary>UTF-16 in the byte order of its mark, little-endian without one. Excel calls it "Unicode text".</summary>
    Utf16,
}
