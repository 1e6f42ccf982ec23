using System.Collections.Concurrent;
using Survey.Files.Csv;

namespace Survey.Files.Parquet.Reading;

/// <summary>One pass over the rows of files: chunks whose columns are made where they are asked for. The chunks of a column are made in order, by whoever needs the last of them, and different columns by different threads.</summary>
internal sealed class ParquetPass : IDisposable
{
    private const int Patience = 50;

    private readonly long _rows, _bytes;
    private readonly ReadWatch _watch;
    private readonly OpenFiles _open = new();
    private readonly OrderedColumn[] _columns;
    private readonly ConcurrentDictionary<long, ParquetChunk> _chunks = new();

    public ParquetPass(IReadOnlyList<StreamedColumn> columns, long rows, ReadWatch watch, long bytes)
    {
        (_rows, _watch, _bytes) = (rows, watch, bytes);
        _columns = [.. columns.Select((column, k) => new OrderedColumn(this, k, column, _open))];
    }

    /// <summary>How many columns there are.</summary>
    public int Columns => _columns.Length;

    /// <summary>The chunks in order.</summary>
    public IEnumerable<Chunk> Chunks()
    {
        for (long number = 0; number * Chunk.Size < _rows; number++)
        {
            long first = number * Chunk.Size;
            _watch.Look((long)(_bytes * (first / (double)_rows)), first);
            var chunk = new ParquetChunk(this, number, (int)Math.Min(Chunk.Size, _rows - first));
            _chunks[number] = chunk;
            yield return chunk;
        }
        foreach (ParquetChunk left in _chunks.Values.OrderBy(chunk => chunk.FirstRow))
            Make(left); // the files are closed with the pass; who has the chunk may be leaving it meanwhile
        _watch.Look(_bytes, _rows);
    }

    /// <summary>Makes the columns of a chunk. One whose turn has come is made at once; where another thread is busy with all that are left, or they still lack earlier rows, it is waited for a little, and then the earlier rows are made for whoever needs them.</summary>
    public void Make(ParquetChunk chunk)
    {
        var wait = new SpinWait(); // to be woken takes longer than most columns of a chunk
        int left = _columns.Length;
        Span<bool> isMade = left <= 256 ? stackalloc bool[left] : new bool[left];
        isMade.Clear();
        while (left > 0)
        {
            int before = left;
            for (int k = 0; k < _columns.Length; k++)
                if (!isMade[k] && _columns[k].TryMakeTo(chunk.Number, alsoEarlier: wait.Count > Patience))
                {
                    isMade[k] = true;
                    left--;
                }
            if (left == before)
                wait.SpinOnce(sleep1Threshold: -1);
            else
                wait.Reset();
        }
    }

    /// <summary>A chunk whose columns nobody will ask for any more.</summary>
    public void Leave(ParquetChunk chunk) => _chunks.TryRemove(chunk.Number, out _);

    public void Dispose()
    {
        foreach (OrderedColumn column in _columns)
            column.Dispose();
        _open.Dispose();
    }

    private int RowsOf(long number) => (int)Math.Min(Chunk.Size, _rows - number * Chunk.Size);

    /// <summary>One column, made chunk after chunk.</summary>
    private sealed class OrderedColumn(ParquetPass pass, int index, StreamedColumn column, OpenFiles open) : IDisposable
    {
        private readonly Lock _one = new();
        private ChunkSource? _source;
        private long _next;
        private Exception? _error;

        /// <summary>Makes the column for a chunk.</summary>
        /// <param name="number">Of the chunk.</param>
        /// <param name="alsoEarlier">Whether for earlier chunks too, if need be.</param>
        /// <returns>Whether it is made.</returns>
        public bool TryMakeTo(long number, bool alsoEarlier)
        {
            if (Volatile.Read(ref _next) > number)
                return true;
            if (!_one.TryEnter())
                return false;
            try
            {
                if (_next < number && !alsoEarlier && _error is null)
                    return false;
                MakeNext(number);
                return true;
            }
            finally
            {
                _one.Exit();
            }
        }

        public void Dispose()
        {
            lock (_one)
                _source?.Dispose();
        }

        private void MakeNext(long number)
        {
            while (_next <= number)
            {
                if (_error is not null)
                    System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(_error);
                Column made = Made(pass.RowsOf(_next), out Action giveBack);
                if (!pass._chunks.TryGetValue(_next, out ParquetChunk? chunk) || !chunk.TryTake(index, made, giveBack))
                    giveBack();
                Volatile.Write(ref _next, _next + 1);
            }
        }

        private Column Made(int rows, out Action giveBack)
        {
            try
            {
                _source ??= column.Open(open);
                return _source.Next(rows, out giveBack);
            }
            catch (ProvisionalFactsException)
            {
                throw _error = column.Facts.Doubted();
            }
            catch (Exception error)
            {
                _error = error;
                throw;
            }
        }
    }
}

/// <summary>Rows of files, whose columns are made by the thread that first asks for them, or by one that asks for later rows.</summary>
internal sealed class ParquetChunk(ParquetPass pass, long number, int rows) : Chunk(number * Size, rows, null)
{
    private readonly Column?[] _made = new Column?[pass.Columns];
    private readonly List<Action> _giveBack = [];
    private volatile bool _isMade;
    private bool _isLeft;

    /// <summary>From 0.</summary>
    public long Number => number;

    /// <inheritdoc/>
    public override IReadOnlyList<Column> Columns
    {
        get
        {
            if (!_isMade)
                pass.Make(this);
            lock (_made)
            {
                _isMade = true;
                return _isLeft ? throw new ObjectDisposedException(nameof(Chunk)) : (IReadOnlyList<Column>)_made!;
            }
        }
    }

    /// <summary>Takes a column, unless nobody will ask for it.</summary>
    public bool TryTake(int index, Column column, Action giveBack)
    {
        lock (_made)
        {
            if (_isLeft)
                return false;
            _made[index] = column;
            _giveBack.Add(giveBack);
            return true;
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        lock (_made)
        {
            _isLeft = true;
            pass.Leave(this);
            foreach (Action giveBack in _giveBack)
                giveBack();
            _giveBack.Clear();
        }
        base.Dispose();
    }
}
