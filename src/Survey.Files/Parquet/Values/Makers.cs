using Survey.Files.Columns;
using Survey.Files.Parquet.Encodings;
using Survey.Files.Parquet.Metadata;

namespace Survey.Files.Parquet.Values;

/// <summary>How the values of a column of a file become those of a table. Where a text has to be made of a value on the way, all is as in a CSV file that holds the text.</summary>
internal static class Makers
{
    private const string ANumber = "a number that a double can hold", AWholeNumber = "a whole number that a double holds to the last digit", ADate = "a date (yyyy-MM-dd)";

    /// <summary>Numbers.</summary>
    /// <param name="leaf">The column of the file.</param>
    /// <param name="plan">The column of the table.</param>
    /// <param name="decimals">Notes whether decimals are exact.</param>
    public static Maker<double> Numbers(Leaf leaf, ColumnPlan plan, DecimalNumbers decimals) =>
        (leaf.Kind, leaf.Type) switch
        {
            (ValueKind.Number, PhysicalType.Int32) when leaf.IsUnsigned => Fixed<int, double, UnsignedToNumber>(plan, new(leaf), double.NaN, ANumber, Int32s),
            (ValueKind.Number, PhysicalType.Int32) => Fixed<int, double, SignedToNumber>(plan, new(leaf), double.NaN, ANumber, Int32s),
            (ValueKind.Number, PhysicalType.Float) => Fixed<float, double, FloatToNumber>(plan, new(), double.NaN, ANumber, Floats),
            (ValueKind.Number, PhysicalType.Double) => Fixed<double, double, DoubleToNumber>(plan, new(), double.NaN, ANumber, Doubles),
            (ValueKind.Number, _) => new ByteMaker<double>(leaf.Width, (bytes, at) => HalfOf(bytes) is var value && !double.IsInfinity(value) ? value : plan.Missing.Match(Invariant.Text(value)) ? double.NaN : throw plan.Misfit(ANumber, Invariant.Text(value), at)),
            (ValueKind.Whole, _) when leaf.IsUnsigned => Fixed<long, double, UnsignedLongToNumber>(plan, new(leaf), double.NaN, AWholeNumber, Int64s),
            (ValueKind.Whole, _) => Fixed<long, double, LongToNumber>(plan, new(leaf), double.NaN, AWholeNumber, Int64s),
            (ValueKind.Decimal, PhysicalType.Int32) => Fixed<int, double, DecimalToNumber>(plan, new(leaf, decimals), double.NaN, ANumber, Int32s),
            (ValueKind.Decimal, PhysicalType.Int64) => Fixed<long, double, DecimalToNumber>(plan, new(leaf, decimals), double.NaN, ANumber, Int64s),
            (ValueKind.Decimal, _) => new ByteMaker<double>(leaf.Width, (bytes, _) => decimals.Of(bytes)),
            _ => ByText(leaf, new NumberTarget(plan)),
        };

    /// <summary>Truths.</summary>
    public static Maker<byte> Flags(Leaf leaf, ColumnPlan plan) =>
        leaf.Kind == ValueKind.Flag && !plan.Missing.HasAny ? Fixed<byte, byte, FlagToFlag>(plan, new(), FlagColumn.Missing, "", Truths) : ByText(leaf, new FlagTarget(plan));

    /// <summary>Days.</summary>
    public static Maker<int> Dates(Leaf leaf, ColumnPlan plan) =>
        (leaf.Kind, leaf.Type) switch
        {
            _ when plan.Missing.HasAny => ByText(leaf, new DateTarget(plan)),
            (ValueKind.Date, _) => Fixed<int, int, DayToDate>(plan, new(leaf), DateColumn.Missing, ADate, Int32s),
            (ValueKind.Moment, PhysicalType.Int64) => Fixed<long, int, MomentToDate>(plan, new(leaf), DateColumn.Missing, ADate, Int64s),
            (ValueKind.Moment, _) => Fixed<Int96, int, MomentToDate>(plan, new(leaf), DateColumn.Missing, ADate, Int96s),
            _ => ByText(leaf, new DateTarget(plan)),
        };

    /// <summary>Codes of levels.</summary>
    public static Maker<int> Codes(Leaf leaf, ColumnPlan plan, FileLevels levels) =>
        leaf.Kind == ValueKind.Text
            ? new ByteMaker<int>(leaf.Width, (bytes, at) => levels.TryFind(bytes, out int code) ? code : NewLevel(leaf, levels, bytes, at))
            : ByText(leaf, new LevelTarget(plan, levels));

    private static int NewLevel(Leaf leaf, FileLevels levels, ReadOnlySpan<byte> text, ValuePlace at) =>
        System.Text.Unicode.Utf8.IsValid(text)
            ? levels.Of(text, at.File).Code
            : throw NoText(leaf, at);

    private static SurveyDataException NoText(Leaf leaf, ValuePlace at) =>
        new($"{at.Text}, column '{Texts.Name(leaf.Name)}' holds bytes that are no text (UTF-8){(leaf.IsDeclaredText ? "" : ", as binary columns do")}; leave the column out, or write it as text.");

    private static Maker<T> ByText<T>(Leaf leaf, ValueTarget<T> target)
        where T : unmanaged =>
        leaf.Type switch
        {
            PhysicalType.Boolean => ByText<byte, T>(target, value => value != 0 ? "true" : "false", Truths),
            PhysicalType.Int32 => ByText<int, T>(target, value => ValueTexts.Of(leaf, value), Int32s),
            PhysicalType.Int64 => ByText<long, T>(target, value => ValueTexts.Of(leaf, value), Int64s),
            PhysicalType.Int96 => ByText<Int96, T>(target, ValueTexts.Of, Int96s),
            PhysicalType.Float => ByText<float, T>(target, value => float.IsNaN(value) ? "" : ValueTexts.Of(value), Floats),
            PhysicalType.Double => ByText<double, T>(target, value => double.IsNaN(value) ? "" : ValueTexts.Of(value), Doubles),
            _ => new ByteMaker<T>(leaf.Width, (bytes, at) => target.Of(TextOf(leaf, bytes, at), at)),
        };

    private static double HalfOf(ReadOnlySpan<byte> bytes) => (double)System.Buffers.Binary.BinaryPrimitives.ReadHalfLittleEndian(bytes);

    private static string TextOf(Leaf leaf, ReadOnlySpan<byte> bytes, ValuePlace at)
    {
        if (leaf.Kind != ValueKind.Text)
            return ValueTexts.Of(leaf, bytes);
        return System.Text.Unicode.Utf8.IsValid(bytes) ? System.Text.Encoding.UTF8.GetString(bytes) : throw NoText(leaf, at);
    }

    private static TextMaker<TFrom, T> ByText<TFrom, T>(ValueTarget<T> target, Func<TFrom, string> textOf, Func<PageEncoding, PageBytes, FixedValues<TFrom>?> open)
        where TFrom : unmanaged
        where T : unmanaged => new(target, textOf, open);

    private static FixedMaker<TFrom, TTo, TConverter> Fixed<TFrom, TTo, TConverter>(ColumnPlan plan, TConverter converter, TTo missing, string expected, Func<PageEncoding, PageBytes, FixedValues<TFrom>?> open)
        where TFrom : unmanaged
        where TTo : unmanaged
        where TConverter : struct, IConverter<TFrom, TTo> => new(plan, converter, missing, expected, open);

    private static FixedValues<int>? Int32s(PageEncoding encoding, PageBytes bytes) => encoding == PageEncoding.DeltaBinaryPacked ? new DeltaValues<int>(bytes) : Plain<int>(encoding, bytes);

    private static FixedValues<long>? Int64s(PageEncoding encoding, PageBytes bytes) => encoding == PageEncoding.DeltaBinaryPacked ? new DeltaValues<long>(bytes) : Plain<long>(encoding, bytes);

    private static FixedValues<float>? Floats(PageEncoding encoding, PageBytes bytes) => Plain<float>(encoding, bytes);

    private static FixedValues<double>? Doubles(PageEncoding encoding, PageBytes bytes) => Plain<double>(encoding, bytes);

    private static FixedValues<Int96>? Int96s(PageEncoding encoding, PageBytes bytes) => encoding == PageEncoding.Plain ? new PlainValues<Int96>(bytes) : null;

    private static FixedValues<T>? Plain<T>(PageEncoding encoding, PageBytes bytes)
        where T : unmanaged =>
        encoding switch
        {
            PageEncoding.Plain => new PlainValues<T>(bytes),
            PageEncoding.ByteStreamSplit => new SplitValues<T>(bytes),
            _ => null,
        };

    private static FixedValues<byte>? Truths(PageEncoding encoding, PageBytes bytes) =>
        encoding switch
        {
            PageEncoding.Plain => new PlainFlags(bytes),
            PageEncoding.Rle => new RunFlags(bytes),
            _ => null,
        };
}
