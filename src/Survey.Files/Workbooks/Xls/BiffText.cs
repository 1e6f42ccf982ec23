namespace Survey.Files.Workbooks.Xls;

/// <summary>Reads texts from a record that may go on in others: within a text each of those begins with a byte that says anew how wide its characters are.</summary>
/// <param name="records">At the first record.</param>
/// <param name="at">Where in it the texts begin.</param>
internal sealed class BiffText(BiffRecords records, int at)
{
    private const int Wide = 1, Pronounced = 4, Rich = 8;

    private int _at = at;

    /// <summary>Whether nothing is left.</summary>
    public bool IsAtEnd => _at >= records.Length && records.NextId != BiffId.Continue;

    public int UInt16() => Byte() | (Byte() << 8);

    /// <summary>Reads a text with its length, 0 to 65,535, before it; its looks and how it is pronounced are passed over.</summary>
    public string Text() => Text(UInt16());

    /// <summary>Reads a text of a length known.</summary>
    public string Text(int length)
    {
        int form = Byte();
        long rest = (form & Rich) != 0 ? 4L * UInt16() : 0;
        rest += (form & Pronounced) != 0 ? (uint)UInt16() | ((long)UInt16() << 16) : 0;
        string text = Characters(length, (form & Wide) != 0);
        Skip(rest);
        return text;
    }

    private string Characters(int length, bool wide)
    {
        char[] text = new char[length];
        for (int k = 0; k < length; k++)
        {
            if (_at >= records.Length)
            {
                Continue();
                wide = (Byte() & Wide) != 0;
            }
            text[k] = (char)(wide ? UInt16() : Byte());
        }
        return new string(text);
    }

    private void Skip(long bytes)
    {
        while (bytes > 0)
        {
            if (_at >= records.Length)
                Continue();
            int step = (int)Math.Min(bytes, records.Length - _at);
            _at += step;
            bytes -= step;
        }
    }

    private byte Byte()
    {
        if (_at >= records.Length)
            Continue();
        return records.Byte(_at++);
    }

    private void Continue()
    {
        if (records.NextId != BiffId.Continue)
            throw records.Broken("a text is cut");
        records.Read();
        _at = 0;
    }
}
