using System.Runtime.InteropServices;
using Survey.Files.Columns;
using Survey.Files.Parquet.Encodings;

namespace Survey.Files.Parquet.Values;

/// <summary>Makes values of a column whose values are of one size.</summary>
/// <param name="plan">What is known of the column.</param>
/// <param name="converter">Makes a value.</param>
/// <param name="missing">Stands for no value.</param>
/// <param name="expected">What a value is that can be made, for messages.</param>
/// <param name="open">Opens the values of a page; null where they have no such encoding.</param>
internal sealed class FixedMaker<TFrom, TTo, TConverter>(ColumnPlan plan, TConverter converter, TTo missing, string expected, Func<PageEncoding, PageBytes, FixedValues<TFrom>?> open) : Maker<TTo>
    where TFrom : unmanaged
    where TTo : unmanaged
    where TConverter : struct, IConverter<TFrom, TTo>
{
    private const int Step = 1024;

    private readonly TConverter _converter = converter;

    public override PageDecoder<TTo> Values(PageEncoding encoding, PageBytes bytes) => new Decoder(this, open(encoding, bytes) ?? throw Unknown(encoding));

    public override PageDictionary<TTo> Dictionary(PageBytes bytes, int count) => new AllMade(this, open(PageEncoding.Plain, bytes)!, count);

    /// <summary>What becomes of a value that is not of the type: a code for "missing" need not be.</summary>
    private TTo Odd(TFrom from, ValuePlace at) => _converter.TextOf(from) is var text && plan.Missing.Match(text) ? missing : throw plan.Misfit(expected, text, at);

    private sealed class Decoder(FixedMaker<TFrom, TTo, TConverter> maker, FixedValues<TFrom> values) : PageDecoder<TTo>
    {
        private readonly TFrom[] _room = typeof(TFrom) == typeof(TTo) ? [] : new TFrom[Step];

        public override void Make(Span<TTo> to, ValuePlace at)
        {
            for (int first = 0; first < to.Length; first += Step)
            {
                Span<TTo> part = to.Slice(first, Math.Min(Step, to.Length - first));
                Span<TFrom> from = typeof(TFrom) == typeof(TTo) ? MemoryMarshal.Cast<TTo, TFrom>(part) : _room.AsSpan(0, part.Length);
                values.Read(from);
                TConverter converter = maker._converter;
                for (int k = 0; k < part.Length; k++)
                {
                    TFrom value = from[k]; // which may stand where the part does
                    if (!converter.TryConvert(value, out part[k]))
                        part[k] = maker.Odd(value, at.At(first + k));
                }
            }
        }
    }

    /// <summary>Keeps what was read, for messages of what could not be made.</summary>
    private sealed class AllMade : PageDictionary<TTo>
    {
        private readonly FixedMaker<TFrom, TTo, TConverter> _maker;
        private TFrom[] _values;

        public AllMade(FixedMaker<TFrom, TTo, TConverter> maker, FixedValues<TFrom> values, int count) : base(count)
        {
            (_maker, _values) = (maker, Buffers.Rent<TFrom>(count));
            values.Read(_values.AsSpan(0, count));
            Span<TTo> made = Made;
            Span<bool> isMade = IsMade;
            for (int place = 0; place < count; place++)
                isMade[place] = maker._converter.TryConvert(_values[place], out made[place]);
            CountMade();
        }

        public override void Dispose()
        {
            Buffers.Return(_values);
            _values = [];
            base.Dispose();
        }

        protected override TTo Make(int place, ValuePlace at) => _maker.Odd(_values[place], at);
    }
}
