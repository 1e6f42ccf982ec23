namespace Survey.Files.Parquet.Values;

/// <summary>Makes the values of a page, missing ones left out.</summary>
internal abstract class PageDecoder<T>
{
    /// <summary>Makes the next values.</summary>
    /// <param name="to">As many as there are to make.</param>
    /// <param name="at">Knows where they stand.</param>
    public abstract void Make(Span<T> to, ValuePlace at);
}

/// <summary>Makes decoders of the pages of one column, whatever their encodings.</summary>
internal abstract class Maker<T>
{
    /// <summary>For a page whose values stand in it.</summary>
    /// <param name="encoding">How they stand.</param>
    /// <param name="bytes">The values and nothing else.</param>
    /// <exception cref="InvalidDataException">The encoding is none of such values.</exception>
    public abstract PageDecoder<T> Values(PageEncoding encoding, Encodings.PageBytes bytes);

    /// <summary>For pages whose values are places in a dictionary.</summary>
    /// <param name="bytes">The values of the dictionary.</param>
    /// <param name="count">How many.</param>
    public abstract PageDictionary<T> Dictionary(Encodings.PageBytes bytes, int count);

    protected static InvalidDataException Unknown(PageEncoding encoding) =>
        new(Enum.IsDefined(encoding) ? $"its values are encoded as {encoding}, which values of this type are not" : $"its values are encoded as number {(int)encoding}, which there is not");
}
