using System.Runtime.InteropServices;

namespace Survey;

/// <summary>Finds names of units that stand twice, from 64 bits of each: 20 million take 200 MB instead of two gigabytes of texts.</summary>
internal sealed class IdCheck
{
    private const int BucketBits = 12;

    private readonly ulong[][] _buckets = new ulong[1 << BucketBits][];
    private readonly int[] _counts = new int[1 << BucketBits];

    public void Add(ulong hash)
    {
        int bucket = (int)(hash >> (64 - BucketBits));
        ulong[] own = _buckets[bucket] ??= new ulong[16];
        if (_counts[bucket] == own.Length)
        {
            Array.Resize(ref own, own.Length + own.Length / 4);
            _buckets[bucket] = own;
        }
        own[_counts[bucket]++] = hash;
    }

    /// <summary>Some of the hashes met more than once; two names of one hash are possible, so the names decide.</summary>
    public HashSet<ulong> MetTwice()
    {
        const int enough = 1000;
        var twice = new HashSet<ulong>();
        for (int bucket = 0; bucket < _buckets.Length && twice.Count < enough; bucket++)
        {
            Span<ulong> own = _buckets[bucket].AsSpan(0, _counts[bucket]);
            own.Sort();
            for (int k = 1; k < own.Length; k++)
                if (own[k] == own[k - 1])
                    twice.Add(own[k]);
        }
        return twice;
    }

    /// <summary>64 bits of a name.</summary>
    public static ulong HashOf(ReadOnlySpan<char> name)
    {
        ulong hash = (ulong)name.Length;
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<char, ulong>(name);
        foreach (ulong word in words)
            hash = Mixed(hash ^ word);
        foreach (char character in name[(words.Length * 4)..])
            hash = Mixed(hash ^ character);
        return hash;
    }

    /// <summary>64 bits of a name within its stratum.</summary>
    public static ulong Within(int stratum, ulong hash) => Mixed(hash ^ Mixed((ulong)stratum));

    // MurmurHash3's finalizer: every bit of the input reaches every bit of the result
    private static ulong Mixed(ulong hash)
    {
        hash += 0x9E3779B97F4A7C15;
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCD;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53;
        return hash ^ (hash >> 33);
    }
}
