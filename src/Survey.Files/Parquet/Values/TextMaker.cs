using Survey.Files.Parquet.Encodings;

namespace Survey.Files.Parquet.Values;

/// <summary>Makes values of the texts of values that are of one size.</summary>
/// <param name="target">Makes a value of a text.</param>
/// <param name="textOf">The text of a value.</param>
/// <param name="open">Opens the values of a page; null where they have no such encoding.</param>
internal sealed class TextMaker<TFrom, TTo>(ValueTarget<TTo> target, Func<TFrom, string> textOf, Func<PageEncoding, PageBytes, FixedValues<TFrom>?> open) : Maker<TTo>
    where TFrom : unmanaged
    where TTo : unmanaged
{
    public override PageDecoder<TTo> Values(PageEncoding encoding, PageBytes bytes) => new Decoder(this, open(encoding, bytes) ?? throw Unknown(encoding));

    public override PageDictionary<TTo> Dictionary(PageBytes bytes, int count)
    {
        var values = new TFrom[count];
        open(PageEncoding.Plain, bytes)!.Read(values);
        return new MadeOnce(this, values);
    }

    private TTo Made(TFrom from, ValuePlace at) => target.Of(textOf(from), at);

    private sealed class Decoder(TextMaker<TFrom, TTo> maker, FixedValues<TFrom> values) : PageDecoder<TTo>
    {
        private readonly TFrom[] _room = new TFrom[ByteRun.Most];

        public override void Make(Span<TTo> to, ValuePlace at)
        {
            for (int first = 0; first < to.Length; first += _room.Length)
            {
                Span<TFrom> from = _room.AsSpan(0, Math.Min(_room.Length, to.Length - first));
                values.Read(from);
                for (int k = 0; k < from.Length; k++)
                    to[first + k] = maker.Made(from[k], at.At(first + k));
            }
        }
    }

    private sealed class MadeOnce(TextMaker<TFrom, TTo> maker, TFrom[] values) : PageDictionary<TTo>(values.Length)
    {
        protected override TTo Make(int place, ValuePlace at) => maker.Made(values[place], at);
    }
}
