using System.Security.Cryptography;
using System.Text;
using Survey.Files;

namespace Survey.Monitoring;

/// <summary>Turns a person's number into a pseudonym, by which waves can be matched and nobody can be found without the key.</summary>
/// <remarks>
/// HMAC-SHA256 over the number in UTF-8, its first 16 bytes in lower-case hexadecimal. The number is first written in one way: full-width characters as half-width ones, no blanks, x as X.
/// A hash without a key would hide nothing, as all numbers of a county can be tried in seconds. The key is every byte of a file, a line break at its end included.
/// </remarks>
internal sealed class PersonHash
{
    private const int ShortestKey = 16, LongestKey = 1 << 16, BytesKept = 16;

    private readonly byte[] _key;

    /// <param name="keyFile">A file of 16 bytes to 64 KiB that are not all the same.</param>
    /// <exception cref="SurveyDataException">The file cannot be read, or is no such key; the message tells nothing of the key.</exception>
    public PersonHash(string keyFile)
    {
        if (Directory.Exists(keyFile))
            throw new SurveyDataException($"{keyFile} is a folder, not a file; name the key file in it.");
        _key = InputFile.Attempt(keyFile, () => Read(keyFile));
        string wayOut = $"write at least {ShortestKey} random bytes into it, once for all waves, such as with openssl rand -out {keyFile} 32";
        if (_key.Length is < ShortestKey or > LongestKey)
            throw new SurveyDataException($"{keyFile} is no key, as it has {(_key.Length > LongestKey ? $"more than {Invariant.Count(LongestKey)}" : _key.Length)} bytes and a key has {ShortestKey} to {Invariant.Count(LongestKey)}; {wayOut}.");
        if (_key.AsSpan().IndexOfAnyExcept(_key[0]) < 0)
            throw new SurveyDataException($"{keyFile} is no key, as its {Invariant.Count(_key.Length)} bytes are all the same; {wayOut}.");
    }

    /// <summary>The pseudonym of a number: 32 hexadecimal digits; null where there is no number.</summary>
    /// <param name="number">As it stands in the file.</param>
    public string? Of(string? number)
    {
        string written = Written(number ?? "");
        return written.Length == 0 ? null : Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(written)).AsSpan(0, BytesKept));
    }

    private static string Written(string number)
    {
        string folded = Folding.Fold(number).Replace('x', 'X');
        return folded.Any(char.IsWhiteSpace) ? string.Concat(folded.Where(c => !char.IsWhiteSpace(c))) : folded;
    }

    /// <summary>The bytes of a file, but no more than show that it has too many.</summary>
    private static byte[] Read(string keyFile)
    {
        using FileStream stream = File.OpenRead(keyFile);
        byte[] bytes = new byte[LongestKey + 1];
        return bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }
}
