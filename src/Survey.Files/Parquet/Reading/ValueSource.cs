namespace Survey.Files.Parquet.Reading;

/// <summary>Gives the values of a column, row after row.</summary>
internal abstract class ValueSource<T> : IDisposable
{
    /// <summary>Reads the next rows.</summary>
    public abstract void Read(Span<T> to);

    public virtual void Dispose() => GC.SuppressFinalize(this);
}

/// <summary>A column with one value in all rows.</summary>
internal sealed class ConstantSource<T>(T value) : ValueSource<T>
{
    public override void Read(Span<T> to) => to.Fill(value);
}

/// <summary>The rows of several files.</summary>
/// <param name="parts">How many rows each has, and how it is opened.</param>
internal sealed class JoinedSource<T>(IReadOnlyList<(long Rows, Func<ValueSource<T>> Open)> parts) : ValueSource<T>
{
    private ValueSource<T>? _source;
    private int _next;
    private long _left;

    public override void Read(Span<T> to)
    {
        while (!to.IsEmpty)
        {
            for (; _left == 0; _left = parts[_next++].Rows)
            {
                _source?.Dispose();
                _source = parts[_next].Rows > 0 ? parts[_next].Open() : null;
            }
            int count = (int)Math.Min(_left, to.Length);
            _source!.Read(to[..count]);
            _left -= count;
            to = to[count..];
        }
    }

    public override void Dispose()
    {
        _source?.Dispose();
        base.Dispose();
    }
}
