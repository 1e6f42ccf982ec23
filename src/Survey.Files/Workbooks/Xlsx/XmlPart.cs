using System.Xml;

namespace Survey.Files.Workbooks.Xlsx;

/// <summary>Reads the XML of a part forward, within bounds.</summary>
/// <remarks>
/// Names are those of the namespace of the part's first element: workbooks differ in their prefixes and, in the strict format, in their namespaces.
/// Extensions use the same names in namespaces of their own, and the workbook's own elements deep inside them, so elements are asked for as children of others.
/// </remarks>
internal sealed class XmlPart : IDisposable
{
    /// <summary>The deepest nesting; the XML of a workbook stays below ten.</summary>
    private const int Deepest = 64;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true };

    private readonly string _file;
    private readonly XmlReader _xml;
    private string? _namespace;
    private char[] _text = new char[1 << 10];

    /// <param name="part">Is closed with this.</param>
    /// <param name="file">The name as the user gave it.</param>
    public XmlPart(Stream part, string file) => (_xml, _file) = (XmlReader.Create(part, Settings), file);

    /// <summary>The name of the element or attribute, without its prefix; "" where it belongs to an extension.</summary>
    public string Name => (_xml.NodeType == XmlNodeType.Attribute ? _xml.Prefix.Length == 0 : _xml.NamespaceURI == _namespace) ? _xml.LocalName : "";

    /// <summary>Elements around this one.</summary>
    public int Depth => _xml.Depth;

    private bool IsStart => _xml.NodeType == XmlNodeType.Element;

    private bool IsEnd => _xml.NodeType == XmlNodeType.EndElement;

    /// <summary>Goes to the next piece; false at the end.</summary>
    public bool Read()
    {
        if (!_xml.Read())
            return false;
        if (_xml.Depth > Deepest)
            throw Workbook.Broken(_file, $"elements stand in one another more than {Deepest} deep");
        if (_namespace is null && IsStart)
            _namespace = _xml.NamespaceURI;
        return true;
    }

    /// <summary>Goes to the next child of the part's first element; false at the end.</summary>
    public bool ReadChild() => ReadChild(0);

    /// <summary>Goes to the next child of an element; false at the end of that.</summary>
    /// <param name="depth">Of the element, which the reader is at or in.</param>
    public bool ReadChild(int depth)
    {
        if (IsStart && _xml.IsEmptyElement && Depth == depth)
            return false;
        while (Read() && !(IsEnd && Depth == depth && depth > 0)) // to the very end of the part, where its checksum is known
            if (IsStart && Depth == depth + 1)
                return true;
        return false;
    }

    /// <summary>An attribute, or null; the reader stays at its element.</summary>
    public string? Attribute(string name)
    {
        string? value = null;
        while (_xml.MoveToNextAttribute())
            if (Name == name)
                value = _xml.Value;
        _xml.MoveToElement();
        return value;
    }

    /// <summary>The id of the part that the element stands for (r:id), or null.</summary>
    public string? PartId()
    {
        string? value = null;
        while (_xml.MoveToNextAttribute())
            if (_xml.LocalName == "id" && _xml.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal))
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

    /// <summary>The error of a part that lists more than any workbook of use has.</summary>
    /// <param name="what">In the plural.</param>
    /// <param name="most">How many there may be.</param>
    public SurveyDataException TooMany(string what, int most) => Workbook.TooMany(_file, what, most);

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
