using System.Buffers.Binary;
using System.Text;
using Survey.Files.Columns;

namespace Survey.Files.Parquet.Writing;

/// <summary>The different texts of a category in the order in which rows have them, by the codes of its levels, and their bytes as a dictionary page holds them.</summary>
internal sealed class TextTable : IDisposable
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<int> _codes = [];
    private int[] _numbers = []; // of the level of a code, plus 1; 0 is none

    /// <summary>How many texts there are.</summary>
    public int Count => _codes.Count;

    /// <summary>Their codes, in order.</summary>
    public IReadOnlyList<int> Codes => _codes;

    /// <summary>Each after its length.</summary>
    public ByteBuffer Bytes { get; } = new();

    /// <summary>Forgets all, and makes room for the codes of a category.</summary>
    public void Clear(int levels)
    {
        Truncate(0, 0);
        if (_numbers.Length < levels)
            _numbers = new int[levels];
    }

    /// <summary>Forgets the texts met last.</summary>
    public void Truncate(int count, int bytes)
    {
        for (int k = count; k < _codes.Count; k++)
            _numbers[_codes[k]] = 0;
        _codes.RemoveRange(count, _codes.Count - count);
        Bytes.Truncate(bytes);
    }

    /// <summary>Numbers texts, those that are new after those known, unless they come to more bytes than a dictionary may have, or nearly all differ.</summary>
    public bool TryNumber(ReadOnlySpan<int> codes, IReadOnlyList<string> levels, Span<int> numbers)
    {
        int before = Count;
        for (int k = 0; k < codes.Length; k++)
        {
            if (k == DictionaryRule.FirstLook && DictionaryRule.IsHopeless(k, Count - before))
                return false;
            int number = _numbers[codes[k]] - 1;
            if (number < 0)
            {
                number = Add(codes[k], levels);
                if (Bytes.Length > DictionaryRule.MostBytes)
                    return false;
            }
            numbers[k] = number;
        }
        return true;
    }

    /// <summary>Writes a text after its length.</summary>
    public static void Write(string text, ByteBuffer into)
    {
        if (text.Length > ParquetLimits.LongestText || Strict.GetByteCount(text) > ParquetLimits.LongestText)
            throw new SurveyDataException($"The text '{Texts.Short(text)}' has {Invariant.Count(text.Length)} characters, and of a Parquet file texts of up to {Invariant.Count(ParquetLimits.LongestText)} bytes are read; shorten it.");
        int length = Strict.GetByteCount(text);
        Span<byte> room = into.Room(sizeof(int) + length);
        BinaryPrimitives.WriteInt32LittleEndian(room, length);
        Strict.GetBytes(text, room[sizeof(int)..]);
        into.Advance(sizeof(int) + length);
    }

    public void Dispose() => Bytes.Dispose();

    private int Add(int code, IReadOnlyList<string> levels)
    {
        Write(levels[code], Bytes);
        _codes.Add(code);
        return (_numbers[code] = _codes.Count) - 1;
    }
}
