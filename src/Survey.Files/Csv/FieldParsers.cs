using Survey.Files.Columns;

namespace Survey.Files.Csv;

/// <summary>Tells what the values of a column look like.</summary>
internal sealed class EvidenceParser(ColumnPlan plan, FormTally tally) : FieldParser(plan, tally)
{
    protected override void TakeAll(FieldRun run)
    {
        Span<char> room = stackalloc char[UsualText];
        int numbers = 0, codeLengths = 0, words = 0;
        for (int k = 0; k < run.Count; k++)
        {
            ReadOnlySpan<byte> text = run[k];
            if (IsWord(text) && !Plan.Missing.HasAny && !Tally!.IsNew(TextForm.NotNumber))
                words++;
            else if (PlainNumber.TryRead(text, out _, out bool isCodeLength) && !Plan.Missing.MatchDigits(text))
            {
                numbers++;
                codeLengths += isCodeLength ? 1 : 0;
            }
            else if (!text.IsEmpty)
                Close(run, k, FieldRun.Decoded(text, room));
        }
        Tally!.Count(TextForm.NotNumber, words);
        Tally.Count(TextForm.Number, numbers - codeLengths);
        Tally.Count(TextForm.Number | TextForm.CodeLength, codeLengths);
    }

    /// <summary>Whether a text is seen at its ends to be no number, flag or date, and to have no blanks around it.</summary>
    private static bool IsWord(ReadOnlySpan<byte> text) =>
        !text.IsEmpty && (text[0] | 0x20) is >= 'a' and <= 'z' and not ('t' or 'f') && text[^1] is > (byte)' ' and < 127;
}

internal sealed class NumberParser(ColumnPlan plan, FormTally? tally, Memory<double> values) : FieldParser(plan, tally)
{
    public override void TakeBlanks(int row, int count) => values.Span.Slice(row, count).Fill(double.NaN);

    protected override void TakeAll(FieldRun run)
    {
        Span<double> room = values.Span.Slice(run.Row, run.Count);
        int numbers = 0, codeLengths = 0;
        for (int k = 0; k < room.Length; k++)
        {
            ReadOnlySpan<byte> text = run[k];
            if (PlainNumber.TryRead(text, out double value, out bool isCodeLength) && !Plan.Missing.MatchDigits(text))
            {
                numbers++;
                codeLengths += isCodeLength ? 1 : 0;
                room[k] = Plan.Missing.Match(value) ? double.NaN : value;
            }
            else
                room[k] = text.IsEmpty ? double.NaN : Value(run, k, text);
        }
        Tally?.Count(TextForm.Number, numbers - codeLengths);
        Tally?.Count(TextForm.Number | TextForm.CodeLength, codeLengths);
    }

    private double Value(FieldRun run, int k, ReadOnlySpan<byte> bytes)
    {
        Span<char> room = stackalloc char[UsualText];
        ReadOnlySpan<char> text = FieldRun.Decoded(bytes, room), trimmed = Close(run, k, text);
        return trimmed.IsEmpty ? double.NaN : ColumnValues.Number(Plan, text, trimmed, run.PlaceOf(k));
    }
}

internal sealed class FlagParser(ColumnPlan plan, FormTally? tally, Memory<byte> values) : FieldParser(plan, tally)
{
    public override void TakeBlanks(int row, int count) => values.Span.Slice(row, count).Fill(FlagColumn.Missing);

    protected override void TakeAll(FieldRun run)
    {
        Span<byte> flags = values.Span.Slice(run.Row, run.Count);
        Span<char> room = stackalloc char[UsualText];
        for (int k = 0; k < flags.Length; k++)
        {
            ReadOnlySpan<char> text = FieldRun.Decoded(run[k], room), trimmed = Close(run, k, text);
            flags[k] = trimmed.IsEmpty ? FlagColumn.Missing : ColumnValues.Flag(Plan, text, trimmed, run.PlaceOf(k));
        }
    }
}

internal sealed class DateParser(ColumnPlan plan, FormTally? tally, Memory<int> values) : FieldParser(plan, tally)
{
    public override void TakeBlanks(int row, int count) => values.Span.Slice(row, count).Fill(DateColumn.Missing);

    protected override void TakeAll(FieldRun run)
    {
        Span<int> days = values.Span.Slice(run.Row, run.Count);
        Span<char> room = stackalloc char[UsualText];
        for (int k = 0; k < days.Length; k++)
        {
            ReadOnlySpan<char> text = FieldRun.Decoded(run[k], room), trimmed = Close(run, k, text);
            days[k] = trimmed.IsEmpty ? DateColumn.Missing : ColumnValues.Date(Plan, text, trimmed, run.PlaceOf(k));
        }
    }
}

/// <summary>Codes texts as they are met.</summary>
internal sealed class CategoryParser(ColumnPlan plan, FormTally? tally, Memory<int> values, FileLevels levels) : FieldParser(plan, tally)
{
    /// <summary>The highest code, -1 where all values are missing.</summary>
    public int Highest { get; private set; } = CategoryColumn.Missing;

    public override void TakeBlanks(int row, int count) => values.Span.Slice(row, count).Fill(CategoryColumn.Missing);

    protected override void TakeAll(FieldRun run)
    {
        Span<int> codes = values.Span.Slice(run.Row, run.Count);
        Span<int> forms = stackalloc int[256];
        forms.Clear();
        int highest = Highest;
        for (int k = 0; k < codes.Length; k++)
        {
            ReadOnlySpan<byte> text = run[k];
            TextCodes.Coded coded = text.IsEmpty ? new(CategoryColumn.Missing, TextForm.None) : levels.Of(text, run.File);
            codes[k] = coded.Code;
            highest = Math.Max(highest, coded.Code);
            forms[(int)coded.Form]++;
            if (Tally is not null && Tally.IsNew(coded.Form))
                Tally.Meet(coded.Form, run.OrderOf(k), Met.At(run.PlaceOf(k), System.Text.Encoding.UTF8.GetString(text)));
        }
        Highest = highest;
        for (int form = 1; form < forms.Length && Tally is not null; form++)
            if (forms[form] > 0)
                Tally.Count((TextForm)form, forms[form]);
    }
}
