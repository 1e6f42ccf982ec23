using Survey.Files.Columns;

namespace Survey.Files.Csv;

/// <summary>Says what is wrong with a record that could not be cut.</summary>
internal static class BrokenRecord
{
    /// <summary>The error of a record.</summary>
    /// <param name="block">Decoded.</param>
    /// <param name="row">Of the block.</param>
    /// <param name="targets">Are given the fields before the error.</param>
    public static SurveyDataException Error(CsvBlock block, int row, IReadOnlyList<FieldTarget?>? targets = null)
    {
        if (block.IsBlankRecord(row))
        {
            int next = row + 1;
            while (block.IsBlankRecord(next)) // the last of a block is not blank
                next++;
            return Blank(block, next, block.FirstRow + row, block.LineOf(row, block.Record(row).Start));
        }
        try
        {
            CsvRows.ReadRow(ReaderAt(block, row), block.Form, targets);
        }
        catch (SurveyDataException error)
        {
            return error;
        }
        throw new InvalidOperationException($"Row {row} of the block could be read.");
    }

    /// <summary>The error of a blank line, which is known for one when the record behind it begins; unless that begins with another.</summary>
    /// <param name="block">Decoded.</param>
    /// <param name="next">The record behind it.</param>
    /// <param name="row">The number of the blank line in the file.</param>
    /// <param name="line">Its physical line.</param>
    public static SurveyDataException Blank(CsvBlock block, int next, long row, long line)
    {
        try
        {
            ReaderAt(block, next).ReadField();
            return CsvRows.Blank(block.Form.File, row, line);
        }
        catch (SurveyDataException error)
        {
            return error;
        }
    }

    private static CsvReader ReaderAt(CsvBlock block, int row)
    {
        (int start, int end) = block.Record(row);
        var text = new StreamReader(new MemoryStream(block.Bytes, start, end - start, writable: false), block.Form.Cut, detectEncodingFromByteOrderMarks: false);
        return new CsvReader(text, block.Form.Delimiter, block.Form.File, block.FirstRow + row, block.LineOf(row, start));
    }
}
