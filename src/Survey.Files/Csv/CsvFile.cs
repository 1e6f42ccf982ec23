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

    private CsvFile(string file, FileText text, char delimiter, Header header) : base(file) =>
        (_text, _delimiter, Columns, Notes) = (text, delimiter, header.Columns, text.Note is null ? header.Notes : [text.Note, .. header.Notes]);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes { get; }

    /// <summary>Checks the encoding of the whole file and reads its column names.</summary>
    public static new CsvFile Open(string file, ReadOptions options) =>
        InputFile.Attempt(file, () =>
        {
            using FileStream stream = InputFile.Open(file);
            return WithHeader(stream, file, Encodings.Detect(stream, file, options.Encoding), options.Delimiter);
        });

    /// <summary>The names alone; where they are plain ASCII the rest of the file need not be looked at.</summary>
    public static IReadOnlyList<string> ColumnNames(string file, ReadOptions options) =>
        InputFile.Attempt(file, () =>
        {
            using FileStream stream = InputFile.Open(file);
            bool isMarked = stream.ReadByte() > 127; // as every byte order mark is
            if (options.Encoding is null && !isMarked && WithHeader(stream, file, OneByteOneCharacter, options.Delimiter) is { Notes.Count: 0 } plain && plain.Columns.All(name => Ascii.IsValid(name)))
                return plain.Columns;
            stream.Position = 0;
            return WithHeader(stream, file, Encodings.Detect(stream, file, options.Encoding), options.Delimiter).Columns;
        });

    /// <inheritdoc/>
    public override long Read(IReadOnlyList<FieldTarget?> targets) =>
        InputFile.Attempt(File, () =>
        {
            using FileStream stream = InputFile.Open(File);
            using StreamReader text = TextOf(stream, _text);
            var reader = new CsvReader(text, _delimiter, File);
            if (!Header.Read(reader).Columns.SequenceEqual(Columns, StringComparer.Ordinal))
                throw InputFile.Changed(File);
            return CsvRows.Read(reader, [.. targets], Columns);
        });

    private static CsvFile WithHeader(FileStream stream, string file, FileText form, char? declared)
    {
        char delimiter;
        using (StreamReader text = TextOf(stream, form))
            delimiter = declared ?? Header.DelimiterOf(text);
        using (StreamReader text = TextOf(stream, form))
            return new CsvFile(file, form, delimiter, Header.Read(new CsvReader(text, delimiter, file)));
    }

    private static StreamReader TextOf(FileStream stream, FileText form)
    {
        stream.Position = form.MarkLength;
        return new StreamReader(stream, form.Encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 15, leaveOpen: true);
    }
}
