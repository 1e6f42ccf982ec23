using System.Xml;

namespace Survey.Files.Workbooks.Xlsx;

/// <summary>Reads the XML of a part forward, within bounds. Names are local ones: workbooks differ in their prefixes and, in the strict format, in their namespaces.</summary>
internal sealed class XmlPart : IDisposable
{
    /// <summary>The deepest nesting; the XML of a workbook stays below ten.</summary>
    private const int Deepest = 64;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true };

    private readonly string _file;
    private readonly XmlReader _xml;
    private char[] _text = new char[1 << 10];

    /// <param name="part">Is closed with this.</param>
    /// <param name="file">The name as the user gave it.</param>
    public XmlPart(Stream part, string file) => (_xml, _file) = (XmlReader.Create(part, Settings), file);

    /// <summary>Whether the reader is at the beginning of an element.</summary>
    public bool IsStart => _xml.NodeType == XmlNodeType.Element;

    /// <summary>Whether the reader is at the end of an element.</summary>
    public bool IsEnd => _xml.NodeType == XmlNodeType.EndElement;

    /// <summary>Whether the element has no content and no end of its own.</summary>
    public bool IsEmpty => _xml.IsEmptyElement;

    /// <summary>The name of the element, without its prefix.</summary>
    public string Name => _xml.LocalName;

    /// <summary>Elements around this one.</summary>
    public int Depth => _xml.Depth;

    /// <summary>Goes to the next piece; false at the end.</summary>
    public bool Read() =>
        _xml.Read() && (_xml.Depth <= Deepest ? true : throw Workbook.Broken(_file, $"elements stand in one another more than {Deepest} deep"));

    /// <summary>Goes to the next element of a name; false at the end.</summary>
    public bool ReadTo(string name)
    {
        while (Read())
            if (IsStart && Name == name)
                return true;
        return false;
    }

    /// <summary>An attribute, or null; the reader stays at its element.</summary>
    public string? Attribute(string name)
    {
        string? value = null;
        while (_xml.MoveToNextAttribute())
            if (_xml.LocalName == name && _xml.Prefix != "xmlns")
                value = _xml.Value;
        _xml.MoveToElement();
        return value;
    }

    /// <summary>Goes to the next attribute of the element; false after the last, the reader being at the element again.</summary>
    /// <param name="value">Of the attribute, until anything else is read.</param>
    public bool ReadAttribute(out ReadOnlySpan<char> value)
    {
        bool any = _xml.MoveToNextAttribute();
        if (!any)
            _xml.MoveToElement();
        value = any ? _text.AsSpan(0, Append(0)) : [];
        return any;
    }

    /// <summary>All text inside the element the reader is at, until anything else is read; goes to its end.</summary>
    public ReadOnlySpan<char> ElementText()
    {
        int length = 0, depth = _xml.Depth;
        if (_xml.IsEmptyElement)
            return [];
        while (Read() && !(IsEnd && _xml.Depth == depth))
            if (_xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                length = Append(length);
        return _text.AsSpan(0, length);
    }

    /// <summary>The error of a text that no cell can hold.</summary>
    public SurveyDataException TooLong() =>
        new($"{_file} holds a text of more than {Invariant.Count(CellRow.LongestText)} characters, and Excel allows 32,767 in a cell; shorten it, or export CSV.");

    /// <inheritdoc/>
    public void Dispose() => _xml.Dispose();

    /// <summary>Adds the value the reader is at to the text, and gives the length of all.</summary>
    private int Append(int length)
    {
        while (true)
        {
            if (length == _text.Length)
                Array.Resize(ref _text, length * 2);
            int read = _xml.ReadValueChunk(_text, length, _text.Length - length);
            if (read == 0)
                return length;
            if ((length += read) > CellRow.LongestText)
                throw TooLong();
        }
    }
}
