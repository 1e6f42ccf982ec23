using System.IO.Hashing;

namespace Survey.Files.Tests.Parquet;

/// <summary>A page as it stands in a file.</summary>
/// <param name="Column">The number of its column, from 0.</param>
/// <param name="Group">The number of its row group, from 0.</param>
/// <param name="Type">0 of rows, 2 a dictionary.</param>
/// <param name="Encoding">Of its values.</param>
/// <param name="Values">Rows, or entries of the dictionary.</param>
/// <param name="Bytes">Before compression.</param>
/// <param name="Body">The bytes of the file that hold it, without its header.</param>
internal sealed record WrittenPage(int Column, int Group, long Type, long Encoding, long Values, long Bytes, Range Body)
{
    /// <summary>Walks over all pages of a file from its first byte to its footer, and holds sizes and checksums against what headers and footer say of them.</summary>
    public static List<WrittenPage> In(byte[] file)
    {
        var pages = new List<WrittenPage>();
        long at = 4;
        List<object> groups = (List<object>)ThriftTree.FooterOf(file)[4];
        for (int group = 0; group < groups.Count; group++)
        {
            var fields = (Dictionary<int, object>)groups[group];
            List<object> columns = (List<object>)fields[1];
            Assert.That(fields[5], Is.EqualTo(at), "a group begins where the one before ends");
            for (int column = 0; column < columns.Count; column++)
                at = Walk(file, at, (Dictionary<int, object>)((Dictionary<int, object>)columns[column])[3], group, column, pages);
            Assert.That(fields[2], Is.EqualTo(columns.Sum(column => (long)((Dictionary<int, object>)((Dictionary<int, object>)column)[3])[6])));
        }
        return pages;
    }

    private static long Walk(byte[] file, long at, Dictionary<int, object> meta, int group, int column, List<WrittenPage> pages)
    {
        long start = at, end = at + (long)meta[7], plain = 0, rows = 0;
        Assert.That(meta.GetValueOrDefault(11, meta[9]), Is.EqualTo(start));
        while (at < end)
        {
            var tree = new ThriftTree(file.AsSpan((int)at));
            Dictionary<int, object> header = tree.Struct();
            ReadOnlySpan<byte> bytes = file.AsSpan((int)at + tree.At, (int)(long)header[3]);
            Assert.That((uint)(long)header[4], Is.EqualTo(Crc32.HashToUInt32(bytes)), "the checksum is of the bytes in the file");
            var kind = (Dictionary<int, object>)header[(long)header[1] == 0 ? 5 : 7];
            if ((long)header[1] == 0 && rows == 0)
                Assert.That(meta[9], Is.EqualTo(at), "the first page of rows is where the footer says");
            rows += (long)header[1] == 0 ? (long)kind[1] : 0;
            plain += tree.At + (long)header[2];
            at += tree.At + bytes.Length;
            pages.Add(new WrittenPage(column, group, (long)header[1], (long)kind[2], (long)kind[1], (long)header[2], (int)(at - bytes.Length)..(int)at));
        }
        Assert.That((at, meta[6], meta[5]), Is.EqualTo((end, plain, rows)));
        return at;
    }
}
