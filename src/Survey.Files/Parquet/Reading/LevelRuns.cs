using System.Runtime.InteropServices;
using Survey.Files.Parquet.Encodings;

namespace Survey.Files.Parquet.Reading;

/// <summary>Which rows of a page have a value.</summary>
internal sealed class LevelRuns
{
    private readonly HybridRuns _runs;

    private LevelRuns(HybridRuns runs) => _runs = runs;

    /// <summary>Levels of a page of version 2.</summary>
    public static LevelRuns Of(PageBytes levels) => new(new HybridRuns(levels, 1));

    /// <summary>Levels at the beginning of a page of version 1.</summary>
    /// <param name="encoding">How they stand.</param>
    /// <param name="page">The page.</param>
    /// <param name="rows">How many rows it has.</param>
    /// <param name="length">How many bytes they take.</param>
    public static LevelRuns Of(PageEncoding encoding, PageBytes page, int rows, out int length)
    {
        if (encoding == PageEncoding.BitPacked)
        {
            length = (int)((rows + 7L) / 8);
            return Of(Turned(page.Part(0, length).Span));
        }
        if (encoding != PageEncoding.Rle)
            throw new InvalidDataException($"its levels are encoded as number {(int)encoding}, which levels are not");
        int bytes = MemoryMarshal.Read<int>(page.Part(0, 4).Span);
        length = 4 + page.Part(4, bytes).Length;
        return Of(page.Part(4, bytes));
    }

    /// <summary>How many of the next rows have a value.</summary>
    /// <param name="rows">Gets 1 for each that has and 0 for others, unless all are alike.</param>
    public int Next(Span<int> rows)
    {
        int alike = _runs.TakeRun(rows.Length, out int value);
        if (alike == rows.Length)
            return value * alike;
        rows[..alike].Fill(value);
        _runs.Read(rows[alike..]);
        int present = 0;
        foreach (int level in rows)
            present += level;
        return present;
    }

    /// <summary>The encoding that was given up in 2013: one run of bits, the highest first.</summary>
    private static PageBytes Turned(ReadOnlySpan<byte> bits)
    {
        byte[] run = new byte[bits.Length + 5 + PageBytes.Slack];
        int at = 0;
        for (uint head = ((uint)bits.Length << 1) | 1; at == 0 || head > 0; head >>= 7)
            run[at++] = (byte)((head & 127) | (head > 127 ? 128u : 0));
        foreach (byte eight in bits)
        {
            int turned = 0;
            for (int bit = 0; bit < 8; bit++)
                turned |= ((eight >> bit) & 1) << (7 - bit);
            run[at++] = (byte)turned;
        }
        return new PageBytes(run, 0, at);
    }
}
