namespace Survey.Tests.Streamed;

/// <summary>The rows of a table as if they came from a file: categories are coded as they are met, and what columns are is told by their first rows until it is settled.</summary>
internal sealed class StreamedTable(Table table, int beginning = Chunk.Size) : Rows
{
    private readonly Dictionary<string, MetLevels> _levels = [];
    private bool _isSettled;

    /// <summary>How often a chunk was read.</summary>
    public int Chunks { get; private set; }

    public override IReadOnlyList<string> Columns => table.Columns;

    public override IReadOnlyList<string> Notes => table.Notes;

    internal override bool AreStreamed => true;

    internal override Variety VarietyOf(string column)
    {
        Require(column);
        return table[column] is CategoryColumn category ? Variety.Category([.. LevelsOf(column, category).Told]) with { WhyNotNumber = category.WhyNotNumber } : table[column].Variety;
    }

    internal override IEnumerable<Chunk> Read(IReadOnlyList<string> columns)
    {
        foreach (Chunk chunk in table.Read(columns))
        {
            Chunks++;
            yield return new LazyChunk(chunk, () => [.. chunk.Columns.Select((column, k) => column is CategoryColumn category ? Coded(columns[k], category) : column)]);
        }
    }

    private protected override void Settle()
    {
        _isSettled = true;
        _levels.Clear();
    }

    private MetLevels LevelsOf(string name, CategoryColumn category)
    {
        lock (_levels)
        {
            if (!_levels.TryGetValue(name, out MetLevels? met))
                _levels.Add(name, met = new MetLevels(category, _isSettled ? table.RowCount : Math.Min(beginning, table.RowCount)));
            return met;
        }
    }

    private CategoryColumn Coded(string name, CategoryColumn chunk)
    {
        MetLevels met = LevelsOf(name, (CategoryColumn)table[name]);
        lock (met)
            return met.Coded(chunk);
    }

    /// <summary>Its columns are made when somebody asks, as those of a file are.</summary>
    private sealed class LazyChunk(Chunk of, Func<IReadOnlyList<Column>> make) : Chunk(of.FirstRow, of.RowCount, null)
    {
        private IReadOnlyList<Column>? _columns;

        public override IReadOnlyList<Column> Columns => _columns ??= make();

        // whoever reads on after this reads what another chunk has overwritten
        public override void Dispose()
        {
            _columns = [];
            base.Dispose();
        }
    }

    private sealed class MetLevels
    {
        private readonly Dictionary<string, int> _codes = [];
        private readonly List<string> _met = [];

        public MetLevels(CategoryColumn category, int rows)
        {
            HashSet<string> seen = [.. Enumerable.Range(0, rows).Select(category.TextAt).OfType<string>()];
            Told = [.. category.Levels.Where(seen.Contains)];
            foreach (string level in Told)
                CodeOf(level);
        }

        public string[] Told { get; }

        public CategoryColumn Coded(CategoryColumn chunk)
        {
            int[] codes = [.. Enumerable.Range(0, chunk.Length).Select(row => chunk.TextAt(row) is { } text ? CodeOf(text) : CategoryColumn.Missing)];
            int needed = Math.Max(Told.Length, codes.DefaultIfEmpty().Max() + 1);
            return new CategoryColumn(codes, [.. _met.Take(needed)]);
        }

        private int CodeOf(string level)
        {
            if (_codes.TryAdd(level, _met.Count))
                _met.Add(level);
            return _codes[level];
        }
    }
}
