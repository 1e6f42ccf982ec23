using System.Buffers;

namespace Survey;

/// <summary>Arrays as long as a chunk, kept for the next pass: the collector counts them among its large objects, so they are dear to make.</summary>
internal static class Buffers
{
    /// <summary>An array of at least that length, with anything in it.</summary>
    public static T[] Rent<T>(int length) => ArrayPool<T>.Shared.Rent(length);

    public static void Return<T>(T[] buffer) => ArrayPool<T>.Shared.Return(buffer);
}
