using System.Text;

namespace Survey.Files.Workbooks.Xlsx;

/// <summary>The texts that cells of a workbook name by their number, read as far as they are needed.</summary>
internal sealed class SharedTexts : IDisposable
{
    private readonly XmlPart? _xml;
    private readonly List<string> _texts = [];
    private readonly StringBuilder _text = new();

    /// <param name="package">The file.</param>
    /// <param name="path">Their part; null where the workbook has none.</param>
    public SharedTexts(Package package, string? path) =>
        _xml = path is not null && package.Part(path) is { } part ? new XmlPart(part, package.File) : null;

    /// <summary>The text of a number from 0; null where there is none.</summary>
    public string? this[int number]
    {
        get
        {
            while (_texts.Count <= number && _xml is not null && _xml.ReadChild())
                if (_xml.Name == "si")
                    Add(_xml);
            return number < _texts.Count ? _texts[number] : null;
        }
    }

    /// <summary>Reads the rest, so that the checksum of all is known to be right.</summary>
    public void Finish()
    {
        while (_xml is not null && _xml.Read())
        {
        }
    }

    private void Add(XmlPart xml)
    {
        if (_texts.Count == Workbook.MostTexts)
            throw xml.TooMany("texts that its cells share", Workbook.MostTexts);
        _texts.Add(RichText.Read(xml, _text));
    }

    /// <inheritdoc/>
    public void Dispose() => _xml?.Dispose();
}
