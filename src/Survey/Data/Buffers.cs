using System.Buffers;

namespace Survey;

/// <summary>Large arrays, kept for the next pass: the collector makes a round for each few of them, and the system may take longer to hand out their memory than a pass takes over its rows.</summary>
internal static class Buffers
{
    // beyond this many elements an array is not kept: 64 MB of doubles
    private const int MostKept = 1 << 23;

    /// <summary>An array of at least that length, with anything in it.</summary>
    public static T[] Rent<T>(int length) => length <= MostKept ? ArrayPool<T>.Shared.Rent(length) : GC.AllocateUninitializedArray<T>(length);

    public static void Return<T>(T[] buffer)
    {
        if (buffer.Length <= MostKept)
            ArrayPool<T>.Shared.Return(buffer);
    }
}
