using System.Text;

namespace Survey.Files.Tests.Parquet.Made;

/// <summary>Pages and files of a few values, as simple as can be.</summary>
internal static class MadeValues
{
    public static byte[] Of(bool value) => [value ? (byte)1 : (byte)0];

    public static byte[] Of(int value) => BitConverter.GetBytes(value);

    public static byte[] Of(long value) => BitConverter.GetBytes(value);

    public static byte[] Of(double value) => BitConverter.GetBytes(value);

    public static byte[] Of(string value) => Encoding.UTF8.GetBytes(value);

    /// <summary>A page of version 1 as most files have it.</summary>
    public static MadePage Page(MadeColumn column, params byte[]?[] values) =>
        MadePage.Of(1, MadeEncoding.Plain, column.IsOptional ? [.. values.Select(value => value is not null)] : null, Encode.Values(MadeEncoding.Plain, column.Type, [.. values.OfType<byte[]>()], new Random(1)), values.Length, new Random(1));

    /// <summary>A dictionary and a page of places in it.</summary>
    public static MadePage[] InDictionary(MadeColumn column, byte[][] dictionary, params byte[]?[] values) =>
    [
        new MadePage(MadePageKind.Dictionary, dictionary.Length, MadeEncoding.Plain, Encode.Values(MadeEncoding.Plain, column.Type, dictionary, new Random(1))),
        MadePage.Of(1, MadeEncoding.Dictionary, column.IsOptional ? [.. values.Select(value => value is not null)] : null, Encode.Values(MadeEncoding.Dictionary, column.Type, [.. values.OfType<byte[]>()], new Random(1), dictionary), values.Length, new Random(1)),
    ];

    /// <summary>A file of one column.</summary>
    public static byte[] FileOf(MadeColumn column, params byte[]?[] values) => MadeFile.Of(column, values.Length, Page(column, values));
}
