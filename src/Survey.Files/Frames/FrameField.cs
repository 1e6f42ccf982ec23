using Survey.Files.Columns;

namespace Survey.Files.Frames;

/// <summary>Gives the fields of one column to a frame; the last of a row ends it.</summary>
internal sealed class FrameField : FieldTarget
{
    private readonly FrameBuilder _frame;
    private readonly int _column;
    private readonly bool _endsRow;
    private Place? _at;

    private FrameField(FrameBuilder frame, int column, bool endsRow)
    {
        (_frame, _column, _endsRow) = (frame, column, endsRow);
        frame.Where = () => _at!.Text;
    }

    public static FieldTarget?[] For(IReadOnlyList<string> columns, FrameBuilder frame)
    {
        string[] wanted = [.. frame.Columns];
        int last = Enumerable.Range(0, columns.Count).Last(k => wanted.Contains(columns[k]));
        return [.. columns.Select((name, k) => Array.IndexOf(wanted, name) is >= 0 and int column ? new FrameField(frame, column, k == last) : null)];
    }

    /// <inheritdoc/>
    public override void Take(ReadOnlySpan<char> text, Place at)
    {
        _at = at;
        _frame.SetField(_column, text);
        if (_endsRow)
            _frame.EndRow();
    }
}
