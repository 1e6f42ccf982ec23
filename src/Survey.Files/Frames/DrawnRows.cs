using Survey.Files.Columns;

namespace Survey.Files.Frames;

/// <summary>The rows of a frame that were drawn, as texts first and then typed by their values.</summary>
internal sealed class DrawnRows(int[] rows, IReadOnlyList<string> columns, ReadOptions options)
{
    private readonly SharedTexts[] _texts = [.. columns.Select(_ => new SharedTexts())];
    private readonly List<(string File, long Row, long Line)> _places = [];
    private long _rowsBefore;
    private int _files;
    private bool _isDrawn;
    private Func<long, long, string>? _rowTextAt;

    public void Read(RowFile file)
    {
        var targets = new FieldTarget?[file.Columns.Count];
        for (int k = 0; k < columns.Count; k++)
            targets[IndexOf(file, columns[k])] = new Field(this, _texts[k]);
        targets[0] = new FirstField(this, targets[0]);
        _files++;
        _rowsBefore += file.Read(targets);
    }

    public Table Table(IReadOnlyList<string> notes) => new([.. columns.Select((name, k) => (name, ColumnOf(name, _texts[k])))], notes);

    private static int IndexOf(RowFile file, string column)
    {
        int k = 0;
        while (file.Columns[k] != column)
            k++;
        return k;
    }

    private void BeginRow(Place at)
    {
        int next = _places.Count;
        _isDrawn = next < rows.Length && rows[next] == _rowsBefore + at.Row - 1;
        _rowTextAt ??= at.RowTextAt;
        if (_isDrawn)
            _places.Add((at.File, at.Row, at.Line));
    }

    private Column ColumnOf(string name, SharedTexts texts)
    {
        var missing = new MissingCodes([.. options.Missing, .. options.MissingIn.GetValueOrDefault(name, [])]);
        ColumnType? declared = options.Types.TryGetValue(name, out ColumnType type) ? type : null;
        var evidence = new ColumnEvidence(name, missing, declared, options.Keys.Contains(name, StringComparer.Ordinal)) { SeveralFiles = _files > 1 };
        Replay(texts, evidence);
        ColumnBuilder builder = ColumnBuilder.Of(new ColumnPlan(name, evidence.Decide(), declared is not null, missing, evidence.WhyNotNumber()), texts.Count);
        Replay(texts, builder);
        return builder.Build();
    }

    private void Replay(SharedTexts texts, FieldTarget target)
    {
        var place = new FixedPlace(_rowTextAt!);
        for (int row = 0; row < texts.Count; row++)
            target.Take(texts[row], place.At(_places[row]));
    }

    private sealed class Field(DrawnRows rows, SharedTexts texts) : FieldTarget
    {
        public override void Take(ReadOnlySpan<char> text, Place at)
        {
            if (rows._isDrawn)
                texts.Add(text);
        }
    }

    /// <summary>The first field of each row, which tells whether it was drawn.</summary>
    private sealed class FirstField(DrawnRows rows, FieldTarget? field) : FieldTarget
    {
        public override void Take(ReadOnlySpan<char> text, Place at)
        {
            rows.BeginRow(at);
            field?.Take(text, at);
        }
    }

    private sealed class FixedPlace(Func<long, long, string> rowTextAt) : Place
    {
        private (string File, long Row, long Line) _at;

        public override string File => _at.File;

        public override long Row => _at.Row;

        public override long Line => _at.Line;

        public override string RowTextAt(long row, long line) => rowTextAt(row, line);

        public FixedPlace At((string File, long Row, long Line) at)
        {
            _at = at;
            return this;
        }
    }

    /// <summary>Texts row by row, each different one kept once.</summary>
    private sealed class SharedTexts
    {
        private readonly List<string> _texts = [];
        private readonly HashSet<string> _different = new(StringComparer.Ordinal);
        private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

        public SharedTexts() => _lookup = _different.GetAlternateLookup<ReadOnlySpan<char>>();

        public int Count => _texts.Count;

        public string this[int row] => _texts[row];

        public void Add(ReadOnlySpan<char> text)
        {
            if (!_lookup.TryGetValue(text, out string? own))
                _different.Add(own = text.ToString());
            _texts.Add(own);
        }
    }
}
