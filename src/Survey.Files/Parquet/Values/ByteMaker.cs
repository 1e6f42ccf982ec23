using Survey.Files.Parquet.Encodings;

namespace Survey.Files.Parquet.Values;

/// <summary>Makes a value of bytes.</summary>
internal delegate T OfBytes<T>(ReadOnlySpan<byte> bytes, ValuePlace at);

/// <summary>Makes values of a column whose values are bytes.</summary>
/// <param name="width">Their length, if it is fixed; else 0.</param>
/// <param name="make">Makes a value.</param>
internal sealed class ByteMaker<T>(int width, OfBytes<T> make) : Maker<T>
{
    private readonly OfBytes<T> _make = make;

    public override PageDecoder<T> Values(PageEncoding encoding, PageBytes bytes) => new Decoder(Open(encoding, bytes), _make);

    public override PageDictionary<T> Dictionary(PageBytes bytes, int count) => new MadeOnce(this, bytes, count);

    private ByteValues Open(PageEncoding encoding, PageBytes bytes) =>
        encoding switch
        {
            PageEncoding.Plain => width > 0 ? new FixedTexts(bytes, width) : new PlainTexts(bytes),
            PageEncoding.DeltaLengthByteArray when width == 0 => new LengthTexts(bytes),
            PageEncoding.DeltaByteArray => new PrefixTexts(bytes),
            PageEncoding.ByteStreamSplit when width > 0 => new SplitTexts(bytes, width),
            _ => throw Unknown(encoding),
        };

    private sealed class Decoder(ByteValues values, OfBytes<T> make) : PageDecoder<T>
    {
        private readonly ByteRun _run = new();

        public override void Make(Span<T> to, ValuePlace at)
        {
            for (int first = 0; first < to.Length; first += _run.Count)
            {
                values.Read(to.Length - first, _run);
                for (int k = 0; k < _run.Count; k++)
                    to[first + k] = make(_run[k], at.At(first + k));
            }
        }
    }

    /// <summary>Keeps a copy of the bytes, as those of the page go.</summary>
    private sealed class MadeOnce : PageDictionary<T>
    {
        private readonly OfBytes<T> _make;
        private byte[] _bytes;
        private int[] _starts, _lengths;

        public MadeOnce(ByteMaker<T> maker, PageBytes page, int count) : base(count)
        {
            (_make, _starts, _lengths) = (maker._make, Buffers.Rent<int>(count), Buffers.Rent<int>(count));
            _bytes = Buffers.Rent<byte>(page.Length + PageBytes.Slack);
            page.Span.CopyTo(_bytes);
            ByteValues values = maker.Open(PageEncoding.Plain, new PageBytes(_bytes, 0, page.Length));
            var run = new ByteRun();
            for (int first = 0; first < count; first += run.Count)
            {
                values.Read(count - first, run);
                run.CopyTo(_starts.AsSpan(first), _lengths.AsSpan(first));
            }
        }

        public override void Dispose()
        {
            Buffers.Return(_bytes);
            Buffers.Return(_starts);
            Buffers.Return(_lengths);
            (_bytes, _starts, _lengths) = ([], [], []);
            base.Dispose();
        }

        protected override T Make(int place, ValuePlace at) => _make(_bytes.AsSpan(_starts[place], _lengths[place]), at);
    }
}
