using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Survey.Benchmarks;

/// <summary>The floor of every table: all bytes of the same columns are read once, on all processors, and added up as whole numbers.</summary>
internal static class ColumnStream
{
    private const int Piece = 65_536;

    public static long Sum(Table table, params string[] names)
    {
        Column[] columns = [.. names.Select(name => table[name])];
        long sum = 0;
        Parallel.For(0, (table.RowCount + Piece - 1) / Piece, () => 0L, (piece, _, own) =>
        {
            int first = piece * Piece, rows = Math.Min(Piece, table.RowCount - first);
            foreach (Column column in columns)
                own += Sum(BytesOf(column, first, rows));
            return own;
        }, own => Interlocked.Add(ref sum, own));
        return sum;
    }

    /// <summary>How many bytes a row has in these columns.</summary>
    public static int BytesARow(Table table, params string[] names) => names.Sum(name => BytesOf(table[name], 0, 1).Length);

    private static long Sum(ReadOnlySpan<byte> bytes)
    {
        Vector256<long> sums = Vector256<long>.Zero;
        foreach (Vector256<long> four in MemoryMarshal.Cast<byte, Vector256<long>>(bytes))
            sums += four;
        return Vector256.Sum(sums);
    }

    private static ReadOnlySpan<byte> BytesOf(Column column, int first, int rows) => column switch
    {
        NumberColumn numbers => MemoryMarshal.AsBytes(numbers.Values.Slice(first, rows)),
        CategoryColumn category => MemoryMarshal.AsBytes(category.Codes.Slice(first, rows)),
        FlagColumn flags => flags.Values.Slice(first, rows),
        _ => throw new ArgumentException($"No floor is made for {column.Type}."),
    };
}
