namespace Survey.Files.Csv;

/// <summary>The fields of one column in consecutive records of a block.</summary>
/// <param name="block">Decoded.</param>
/// <param name="first">The first record, in the block.</param>
/// <param name="fields">One for each record.</param>
/// <param name="row">Where the values of the first record go.</param>
/// <param name="order">The number of the first record among the rows of all files.</param>
internal readonly ref struct FieldRun(CsvBlock block, int first, ReadOnlySpan<Field> fields, int row, long order)
{
    private readonly ReadOnlySpan<Field> _fields = fields;
    private readonly ReadOnlySpan<byte> _bytes = block.Bytes;

    /// <summary>How many fields there are.</summary>
    public int Count => _fields.Length;

    /// <summary>Where the value of the first goes.</summary>
    public int Row => row;

    /// <summary>The name of the file.</summary>
    public string File => block.Form.File;

    /// <summary>The number of a field's row among the rows of all files.</summary>
    public long OrderOf(int k) => order + k;

    /// <summary>The text of a field in UTF-8.</summary>
    public ReadOnlySpan<byte> this[int k] => _fields[k].IsText ? _bytes.Slice(_fields[k].Start, _fields[k].Size) : Rewritten(_fields[k]);

    /// <summary>The place of a field.</summary>
    public CsvPlace PlaceOf(int k) => new CsvPlace(block.Form.File).At(block, first + k, _fields[k].Start);

    /// <summary>The text of a field as characters, in the room given if it is large enough.</summary>
    public static ReadOnlySpan<char> Decoded(ReadOnlySpan<byte> text, Span<char> room)
    {
        Span<char> characters = text.Length <= room.Length ? room : new char[text.Length];
        return characters[..System.Text.Encoding.UTF8.GetChars(text, characters)];
    }

    /// <summary>The text of a field in which quotes are doubled or a byte stands for the delimiter.</summary>
    private byte[] Rewritten(Field field)
    {
        string text = block.Form.Cut.GetString(_bytes.Slice(field.Start, field.Length));
        return System.Text.Encoding.UTF8.GetBytes(text.Replace("\"\"", "\"", StringComparison.Ordinal));
    }
}
