namespace Survey;

/// <summary>The values of one variable, row by row. Never changes.</summary>
public abstract class Column
{
    private protected Column()
    {
    }

    /// <summary>What the values are.</summary>
    public abstract ColumnType Type { get; }

    /// <summary>Number of rows, missing ones included.</summary>
    public abstract int Length { get; }

    /// <summary>Whether a row has no value.</summary>
    /// <param name="row">From 0.</param>
    public abstract bool IsMissing(int row);

    /// <summary>The value as text, written invariantly, or null where it is missing.</summary>
    /// <param name="row">From 0.</param>
    public abstract string? TextAt(int row);

    /// <summary>How many rows have no value.</summary>
    public int CountMissing()
    {
        int missing = 0;
        for (int row = 0; row < Length; row++)
            if (IsMissing(row))
                missing++;
        return missing;
    }

    /// <summary>What an expression must know of the column before it sees a row.</summary>
    internal abstract Variety Variety { get; }

    /// <summary>Rows [start, start + length) without a copy.</summary>
    internal abstract Column Slice(int start, int length);

    /// <summary>The rows named, in that order; -1 asks for a missing value.</summary>
    internal abstract Column Take(ReadOnlySpan<int> rows);

    /// <summary>The values as an array of their own type.</summary>
    internal abstract Array ToArray();

    /// <summary>The rows of several columns of this type, one after another.</summary>
    internal abstract Column Append(IReadOnlyList<Column> others);

    /// <summary>The values of several columns, one after another.</summary>
    internal static T[] Joined<T>(IReadOnlyList<Column> parts, ValuesOf<T> values)
    {
        T[] joined = new T[parts.Sum(part => part.Length)];
        int at = 0;
        foreach (Column part in parts)
        {
            values(part).CopyTo(joined.AsSpan(at));
            at += part.Length;
        }
        return joined;
    }

    /// <summary>The values of a column of a type that is known.</summary>
    internal delegate ReadOnlySpan<T> ValuesOf<T>(Column column);

    private protected static T[] Taken<T>(ReadOnlySpan<T> values, ReadOnlySpan<int> rows, T missing)
    {
        T[] taken = new T[rows.Length];
        for (int k = 0; k < taken.Length; k++)
            taken[k] = rows[k] < 0 ? missing : values[rows[k]];
        return taken;
    }
}
