using System.Text;
using Survey.Files.Columns;

namespace Survey.Files.Csv;

/// <summary>One CSV file: how to decode it, what stands between its fields, and the names of its columns. Opened anew for each pass.</summary>
internal sealed class CsvFile : RowFile
{
    /// <summary>Shows whether the names are ASCII, which is the same in UTF-8 and GB18030.</summary>
    private static readonly FileText OneByteOneCharacter = new(Encoding.Latin1, 0, null);

    private readonly FileText _text;
    private readonly char _delimiter;
    private readonly int _headerRow;
    private readonly HeadingRule _rule;

    private CsvFile(string file, FileText text, char delimiter, int headerRow, HeadingRule rule, Headings headings) : base(file) =>
        (_text, _delimiter, _headerRow, _rule, Columns, Notes) = (text, delimiter, headerRow, rule, headings.Columns, text.Note is null ? headings.Notes : [text.Note, .. headings.Notes]);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes { get; }

    /// <inheritdoc/>
    public override TextEncoding? FoundEncoding => _text.Note is null ? null : TextEncoding.Gb18030;

    /// <summary>Checks the encoding of the whole file and reads its column names.</summary>
    public static CsvFile Open(FileStream stream, string file, ReadOptions options, HeadingRule rule) =>
        WithHeader(stream, file, Encodings.Detect(stream, file, options.Encoding), options, rule);

    /// <summary>Reads the column names and leaves the encoding to be checked by whoever reads the rows.</summary>
    public static CsvFile OpenUnchecked(FileStream stream, string file, ReadOptions options, HeadingRule rule) =>
        WithHeader(stream, file, Encodings.Presume(stream, file, options.Encoding), options, rule);

    /// <summary>The names alone; where they are plain ASCII the rest of the file need not be looked at.</summary>
    public static IReadOnlyList<string> ColumnNames(FileStream stream, string file, ReadOptions options)
    {
        bool isMarked = stream.ReadByte() > 127; // as every byte order mark is
        if (options.Encoding is null && !isMarked && WithHeader(stream, file, OneByteOneCharacter, options, HeadingRule.Distinct) is { Notes.Count: 0 } plain && plain.Columns.All(name => Ascii.IsValid(name)))
            return plain.Columns;
        stream.Position = 0;
        return Open(stream, file, options, HeadingRule.Distinct).Columns;
    }

    /// <inheritdoc/>
    public override long Read(IReadOnlyList<FieldTarget?> targets) =>
        InputFile.Attempt(File, () =>
        {
            using FileStream stream = InputFile.Open(File);
            using StreamReader text = TextOf(stream, _text);
            var reader = new CsvReader(text, _delimiter, File);
            if (!Header.Read(reader, _headerRow, _rule).Columns.SequenceEqual(Columns, StringComparer.Ordinal))
                throw InputFile.Changed(File);
            return CsvRows.Read(reader, [.. targets], Columns, _headerRow);
        });

    private static CsvFile WithHeader(FileStream stream, string file, FileText form, ReadOptions options, HeadingRule rule)
    {
        if (options.Sheet is { } sheet)
            throw new SurveyDataException($"{file} is a CSV file and has no sheet '{Texts.Name(sheet)}'; leave Sheet out, or name a workbook.");
        char delimiter;
        using (StreamReader text = TextOf(stream, form))
            delimiter = options.Delimiter ?? Header.DelimiterOf(text, options.HeaderRow);
        using (StreamReader text = TextOf(stream, form))
        {
            var reader = new CsvReader(text, delimiter, file);
            Headings headings = Header.Read(reader, options.HeaderRow, rule);
            if (options.HeaderRow == 1 && headings.HasOneName && headings.Columns.Count > 1)
                headings.RefuseTitle(Header.ValuesBelow(reader), file);
            return new CsvFile(file, form, delimiter, options.HeaderRow, rule, headings);
        }
    }

    private static StreamReader TextOf(FileStream stream, FileText form)
    {
        stream.Position = form.MarkLength;
        return new StreamReader(stream, form.Encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 15, leaveOpen: true);
    }
}
