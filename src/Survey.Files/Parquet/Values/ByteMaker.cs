using Survey.Files.Parquet.Encodings;

namespace Survey.Files.Parquet.Values;

/// <summary>Makes a value of bytes.</summary>
internal delegate T OfBytes<T>(ReadOnlySpan<byte> bytes, ValuePlace at);

/// <summary>Makes values of a column whose values are bytes.</summary>
/// <param name="width">Their length, if it is fixed; else 0.</param>
/// <param name="make">Makes a value.</param>
internal sealed class ByteMaker<T>(int width, OfBytes<T> make) : Maker<T>
{
    public override PageDecoder<T> Values(PageEncoding encoding, PageBytes bytes) => new Decoder(Open(encoding, bytes), make);

    public override PageDictionary<T> Dictionary(PageBytes bytes, int count) => new MadeOnce(Open(PageEncoding.Plain, bytes), count, make);

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

    /// <summary>Keeps the bytes, as those of the page go.</summary>
    private sealed class MadeOnce : PageDictionary<T>
    {
        private readonly byte[] _bytes;
        private readonly int[] _ends;
        private readonly OfBytes<T> _make;

        public MadeOnce(ByteValues values, int count, OfBytes<T> make) : base(count)
        {
            _make = make;
            _ends = new int[count];
            var run = new ByteRun();
            var bytes = new MemoryStream();
            for (int first = 0; first < count; first += run.Count)
            {
                values.Read(count - first, run);
                for (int k = 0; k < run.Count; k++)
                {
                    bytes.Write(run[k]);
                    _ends[first + k] = (int)bytes.Length;
                }
            }
            _bytes = bytes.ToArray();
        }

        protected override T Make(int place, ValuePlace at)
        {
            int start = place == 0 ? 0 : _ends[place - 1];
            return _make(_bytes.AsSpan(start, _ends[place] - start), at);
        }
    }
}
