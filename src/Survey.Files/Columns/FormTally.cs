namespace Survey.Files.Columns;

/// <summary>Counts the forms of a column's values and keeps the first places of some. Tallies of parts of a file add up to that of all, in whatever order.</summary>
internal sealed class FormTally
{
    private readonly Dictionary<TextForm, (long Order, Met Met)> _first = [];
    private TextForm _met;

    /// <summary>Values that are not missing.</summary>
    public long Values { get; private set; }

    /// <summary>Values that are numbers.</summary>
    public long Numbers { get; private set; }

    /// <summary>Values that are flags.</summary>
    public long Flags { get; private set; }

    /// <summary>Values that are dates.</summary>
    public long Dates { get; private set; }

    /// <summary>Values that are as long as codes of places.</summary>
    public long CodeLengths { get; private set; }

    /// <summary>The first place of a form, or null where it was not met.</summary>
    public Met? First(TextForm form) => _first.TryGetValue(form, out var first) ? first.Met : null;

    /// <summary>Whether a form has not been met among those of which the first place is told.</summary>
    public bool IsNew(TextForm form) => (form & TextForms.Told & ~_met) != 0;

    /// <summary>Counts values of a form.</summary>
    public void Count(TextForm form, long values = 1)
    {
        Values += values;
        Numbers += (form & TextForm.Number) != 0 ? values : 0;
        Flags += (form & TextForm.Flag) != 0 ? values : 0;
        Dates += (form & TextForm.Date) != 0 ? values : 0;
        CodeLengths += (form & TextForm.CodeLength) != 0 ? values : 0;
    }

    /// <summary>Notes the place of a value whose form is new.</summary>
    /// <param name="form">Of the value.</param>
    /// <param name="order">Rises from value to value through all files.</param>
    /// <param name="met">The place.</param>
    public void Meet(TextForm form, long order, Met met)
    {
        for (int bit = 1; bit < 256; bit <<= 1)
            if ((form & TextForms.Told & (TextForm)bit) != 0)
                Keep((TextForm)bit, order, met);
    }

    /// <summary>Adds what was counted elsewhere.</summary>
    public void Add(FormTally other)
    {
        Values += other.Values;
        Numbers += other.Numbers;
        Flags += other.Flags;
        Dates += other.Dates;
        CodeLengths += other.CodeLengths;
        foreach ((TextForm form, (long order, Met met)) in other._first)
            Keep(form, order, met);
    }

    private void Keep(TextForm form, long order, Met met)
    {
        _met |= form;
        if (!_first.TryGetValue(form, out var first) || order < first.Order)
            _first[form] = (order, met);
    }
}
