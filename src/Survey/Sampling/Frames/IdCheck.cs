using System.Runtime.InteropServices;

namespace Survey;

/// <summary>Finds names of units that stand twice, from 64 bits of each: 20 million take 200 MB instead of two gigabytes of texts.</summary>
internal sealed class IdCheck
{
    private const int PartBits = 4, Enough = 1000;

    private readonly BlockList<ulong> _hashes = new();

    public void Add(ulong hash) => _hashes.Add(hash);

    /// <summary>Some of the hashes met more than once; two names of one hash are possible, so the names decide. A sixteenth is sorted at a time, to need little more memory than the list itself.</summary>
    public HashSet<ulong> MetTwice()
    {
        var twice = new HashSet<ulong>();
        ulong[] part = [];
        for (ulong key = 0; key < 1 << PartBits && twice.Count < Enough; key++)
        {
            Span<ulong> own = Part(key, ref part);
            own.Sort();
            for (int k = 1; k < own.Length; k++)
                if (own[k] == own[k - 1])
                    twice.Add(own[k]);
        }
        return twice;
    }

    private Span<ulong> Part(ulong key, ref ulong[] part)
    {
        int count = 0;
        for (int k = 0; k < _hashes.Count; k++)
            count += _hashes[k] >> (64 - PartBits) == key ? 1 : 0;
        if (part.Length < count)
            part = new ulong[count + count / 8];
        count = 0;
        for (int k = 0; k < _hashes.Count; k++)
            if (_hashes[k] >> (64 - PartBits) == key)
                part[count++] = _hashes[k];
        return part.AsSpan(0, count);
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
