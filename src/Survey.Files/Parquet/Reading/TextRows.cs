using Survey.Files.Columns;
using Survey.Files.Parquet.Values;

namespace Survey.Files.Parquet.Reading;

/// <summary>Gives the rows of a file as texts, for those who read all formats alike.</summary>
internal sealed class TextRows(ParquetFile file, IReadOnlyList<FieldTarget?> targets)
{
    private const int Batch = 1024;

    /// <summary>Reads all rows.</summary>
    /// <returns>How many there are.</returns>
    public long Read()
    {
        using var files = new OpenFiles();
        TextColumn[] columns = [.. targets.Select((target, k) => (target, k)).Where(pair => pair.target is not null).Select(pair => new TextColumn(file, file.Columns[pair.k], pair.target!, files))];
        try
        {
            var place = new ValuePlace(file.File);
            long rows = file.Footer.Rows;
            for (long first = 0; first < rows; first += Batch)
            {
                int count = (int)Math.Min(Batch, rows - first);
                foreach (TextColumn column in columns)
                    column.Next(count);
                place.Begin(first, null);
                for (int row = 0; row < count; row++)
                    foreach (TextColumn column in columns)
                        column.Give(row, place.At(row));
            }
            return rows;
        }
        finally
        {
            foreach (TextColumn column in columns)
                column.Dispose();
        }
    }

    private sealed class TextColumn : IDisposable
    {
        private readonly FieldTarget _target;
        private readonly FileLevels _levels;
        private readonly ValueSource<int> _source;
        private readonly List<string> _texts = [];
        private readonly int[] _codes = new int[Batch];

        public TextColumn(ParquetFile file, string name, FieldTarget target, OpenFiles files)
        {
            var column = new ParquetColumn(name, [file], new ReadOptions { Types = new Dictionary<string, ColumnType> { [name] = ColumnType.Category } });
            _target = target;
            _levels = column.NewLevels();
            _source = column.Codes(files, _levels);
        }

        public void Next(int count)
        {
            _source.Read(_codes.AsSpan(0, count));
            while (_texts.Count < _levels.Count)
                _texts.Add(_levels.Level(_texts.Count));
        }

        public void Give(int row, Place at)
        {
            int code = _codes[row];
            if (code != CategoryColumn.Missing)
                _target.Take(_texts[code], at);
            else if (_target.NeedsEmpty)
                _target.Take("", at);
        }

        public void Dispose() => _source.Dispose();
    }
}
