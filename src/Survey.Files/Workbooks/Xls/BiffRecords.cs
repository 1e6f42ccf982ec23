using System.Buffers.Binary;

namespace Survey.Files.Workbooks.Xls;

/// <summary>Walks the records of an xls workbook ([MS-XLS]), every access within the record.</summary>
/// <param name="bytes">The stream of the workbook.</param>
/// <param name="file">The name as the user gave it.</param>
internal sealed class BiffRecords(byte[] bytes, string file)
{
    private const int HeadSize = 4;

    private int _start;

    /// <summary>What kind of record this is.</summary>
    public int Id { get; private set; }

    /// <summary>The bytes of its content.</summary>
    public int Length { get; private set; }

    /// <summary>Where the record begins in the stream.</summary>
    public int Position => _start - HeadSize;

    /// <summary>The kind of the next record; -1 at the end.</summary>
    public int NextId => _start + Length + HeadSize <= bytes.Length ? BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(_start + Length)) : -1;

    /// <summary>Goes to the record that begins at a position.</summary>
    public void MoveTo(long position)
    {
        if (position < 0 || position + HeadSize > bytes.Length)
            throw Broken("a sheet lies outside of it");
        (_start, Length) = ((int)position, 0);
        Read();
    }

    /// <summary>Goes to the next record; false at the end.</summary>
    public bool Read()
    {
        int at = _start + Length;
        if (at + HeadSize > bytes.Length)
            return false;
        Id = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));
        Length = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at + 2));
        _start = at + HeadSize;
        return Length <= bytes.Length - _start ? true : throw Broken("its last record is cut");
    }

    public byte Byte(int offset) => Content(offset, 1)[0];

    public int UInt16(int offset) => BinaryPrimitives.ReadUInt16LittleEndian(Content(offset, 2));

    public uint UInt32(int offset) => BinaryPrimitives.ReadUInt32LittleEndian(Content(offset, 4));

    public double Double(int offset) => BinaryPrimitives.ReadDoubleLittleEndian(Content(offset, 8));

    public SurveyDataException Broken(string what) => Workbook.Broken(file, what);

    private ReadOnlySpan<byte> Content(int offset, int length) =>
        offset >= 0 && offset <= Length - length ? bytes.AsSpan(_start + offset, length) : throw Broken("a record is too short");
}

/// <summary>Kinds of records.</summary>
internal static class BiffId
{
    public const int Formula = 0x0006, EndOfPart = 0x000A, From1904 = 0x0022, Encrypted = 0x002F, Continue = 0x003C, Sheet = 0x0085, Numbers = 0x00BD, RichLabel = 0x00D6, Style = 0x00E0,
        Merged = 0x00E5, SharedTexts = 0x00FC, SharedText = 0x00FD, Number = 0x0203, Label = 0x0204, FlagOrError = 0x0205, ResultText = 0x0207, ShortNumber = 0x027E, Format = 0x041E, BeginOfPart = 0x0809;
}
