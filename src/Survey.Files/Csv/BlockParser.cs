using System.Buffers;

namespace Survey.Files.Csv;

/// <summary>Gives the fields of a block to the parsers of their columns, some rows at a time, so that they stay in the cache.</summary>
/// <param name="form">Of the file.</param>
/// <param name="parsers">For each column of the file that is read: its number, rising, and its parser.</param>
internal sealed class BlockParser(CsvForm form, IReadOnlyList<(int Column, FieldParser Parser)> parsers)
{
    private const int MostFields = 1 << 16, MostRows = 1 << 10;

    private readonly FieldCutter _cutter = new(form, [.. parsers.Select(parser => parser.Column)]);

    /// <summary>Parses all rows of a block.</summary>
    /// <param name="block">Of the file.</param>
    /// <param name="row">Where the values of its first row go.</param>
    /// <param name="order">The number of its first row among the rows of all files.</param>
    /// <exception cref="SurveyDataException">The first record that is broken, or the first value that its column cannot have.</exception>
    public void Parse(CsvBlock block, int row, long order)
    {
        if (block.IsBlank)
        {
            foreach ((_, FieldParser parser) in parsers)
                parser.TakeBlanks(row, block.Rows);
            return;
        }
        block.Decode();
        int step = Math.Clamp(MostFields / Math.Max(parsers.Count, 1), 1, MostRows);
        Field[] fields = ArrayPool<Field>.Shared.Rent(step * parsers.Count);
        for (int first = 0; first < block.Rows; first += step)
        {
            int count = Math.Min(step, block.Rows - first), cut = _cutter.Cut(block, first, count, fields);
            Exception? error = cut < count ? BrokenRecord.Error(block, first + cut) : null;
            for (int k = 0; k < parsers.Count; k++)
            {
                int taken = parsers[k].Parser.Take(new FieldRun(block, first, fields.AsSpan(k * count, cut), row + first, order + first), out Exception? wrong);
                if (wrong is not null)
                    (cut, error) = (taken, wrong); // those to the right are asked for the rows above, which come first
            }
            if (error is not null)
                throw error;
        }
        ArrayPool<Field>.Shared.Return(fields);
    }
}
