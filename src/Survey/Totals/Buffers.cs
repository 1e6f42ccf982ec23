using System.Buffers;

namespace Survey;

/// <summary>Arrays of a chunk's length, kept for the next pass: the collector counts them among its large objects, so they are dear to make.</summary>
internal static class Buffers
{
    /// <summary>An array for the rows of a chunk, with anything in it.</summary>
    public static T[] Rent<T>() => ArrayPool<T>.Shared.Rent(Chunk.Size);

    public static void Return<T>(T[] buffer) => ArrayPool<T>.Shared.Return(buffer);
}
