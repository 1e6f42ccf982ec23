using Survey.Files.Columns;

namespace Survey.Files.Csv;

/// <summary>Those who take the fields of a file as texts, row by row.</summary>
internal sealed class FieldTakers
{
    private const int Step = 256;

    private readonly CsvForm _form;
    private readonly IReadOnlyList<FieldTarget?> _targets;
    private readonly FieldTarget[] _takers;
    private readonly FieldCutter _cutter;
    private readonly Field[] _fields;
    private readonly CsvPlace _place;
    private char[] _characters = new char[1 << 8];

    /// <param name="form">Of the file.</param>
    /// <param name="targets">One for each column; null where it is not read.</param>
    public FieldTakers(CsvForm form, IReadOnlyList<FieldTarget?> targets)
    {
        int[] taken = [.. Enumerable.Range(0, targets.Count).Where(column => targets[column] is not null)];
        (_form, _targets, _takers) = (form, targets, [.. taken.Select(column => targets[column]!)]);
        _cutter = new FieldCutter(form, taken);
        _fields = new Field[taken.Length * StepFor(taken.Length)];
        _place = new CsvPlace(form.File);
    }

    /// <summary>Gives each field of a block to its target.</summary>
    /// <exception cref="SurveyDataException">A record is broken; those above it were given.</exception>
    public void Give(CsvBlock block)
    {
        int step = StepFor(_takers.Length);
        if (!block.IsBlank)
            block.Decode();
        for (int first = 0; first < block.Rows; first += step)
        {
            int count = Math.Min(step, block.Rows - first), cut = block.IsBlank ? count : _cutter.Cut(block, first, count, _fields);
            for (int row = 0; row < cut; row++)
                GiveRow(block, first + row, _fields.AsSpan(row), count);
            if (cut < count)
                throw BrokenRecord.Error(block, first + cut, _targets);
        }
    }

    private static int StepFor(int takers) => Math.Clamp((1 << 16) / Math.Max(takers, 1), 1, Step);

    private void GiveRow(CsvBlock block, int row, ReadOnlySpan<Field> fields, int stride)
    {
        bool isBlank = block.IsBlank || (_form.Columns.Count == 1 && block.IsBlankRecord(row));
        for (int k = 0; k < _takers.Length; k++)
            if (isBlank)
                _takers[k].Take([], _place.At(block, row, block.IsBlank ? 0 : block.Record(row).Start));
            else
                _takers[k].Take(TextOf(block, fields[k * stride]), _place.At(block, row, fields[k * stride].Start));
    }

    private ReadOnlySpan<char> TextOf(CsvBlock block, Field field)
    {
        if (field.Length > _characters.Length)
            _characters = new char[Math.Max(field.Length, Math.Min(_characters.Length * 2, CsvLimits.LongestField))];
        int length = block.Form.Cut.GetChars(block.Bytes.AsSpan(field.Start, field.Length), _characters);
        return field.IsText ? _characters.AsSpan(0, length) : _characters.AsSpan(0, length).ToString().Replace("\"\"", "\"", StringComparison.Ordinal);
    }
}
