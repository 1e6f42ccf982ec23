using System.Text;
using Survey.Files.Columns;

namespace Survey.Files.Csv;

/// <summary>One CSV file: how to decode it, what stands between its fields, and the names of its columns. Opened anew for each pass.</summary>
internal sealed class CsvFile : RowFile
{
    /// <summary>Shows whether the names are ASCII, which is the same in UTF-8 and GB18030.</summary>
    private static readonly FileText OneByteOneCharacter = new(Encoding.Latin1, 0, null);

    private readonly HeadingRule _rule;

    private CsvFile(CsvForm form, HeadingRule rule, Headings headings) : base(form.File) =>
        (Form, _rule, Notes) = (form, rule, form.Text.Note is null ? headings.Notes : [form.Text.Note, .. headings.Notes]);

    /// <summary>What its bytes are.</summary>
    public CsvForm Form { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns => Form.Columns;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes { get; }

    /// <inheritdoc/>
    public override TextEncoding? FoundEncoding => Form.Text.Note is null ? null : TextEncoding.Gb18030;

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
            using BlockReader reader = OpenRows();
            var takers = new FieldTakers(Form, targets);
            long rows = 0;
            while (reader.Next(Chunk.Size) is { } block)
                using (block)
                {
                    takers.Give(block);
                    rows += block.Rows;
                }
            return rows > 0 ? rows : throw CsvRows.None(File);
        });

    /// <summary>Opens the file at its first row.</summary>
    /// <param name="block">How many bytes are read at a time.</param>
    /// <exception cref="SurveyDataException">The column names have changed.</exception>
    public BlockReader OpenRows(int block = BlockReader.UsualBlock)
    {
        FileStream stream = InputFile.Open(File);
        try
        {
            long line;
            using (StreamReader text = TextOf(stream, Form.Text))
            {
                var reader = new CsvReader(text, Form.Delimiter, File);
                if (!Header.Read(reader, Form.HeaderRow, _rule).Columns.SequenceEqual(Columns, StringComparer.Ordinal))
                    throw InputFile.Changed(File);
                line = reader.NextLine;
            }
            return new BlockReader(Form, new CsvBytes(Form, stream), line, block);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

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
            return new CsvFile(new CsvForm(file, form, delimiter, options.HeaderRow, headings.Columns), rule, headings);
        }
    }

    private static StreamReader TextOf(FileStream stream, FileText form)
    {
        stream.Position = form.MarkLength;
        return new StreamReader(stream, form.Encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 15, leaveOpen: true);
    }
}
