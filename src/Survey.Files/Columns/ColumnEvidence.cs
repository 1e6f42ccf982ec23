namespace Survey.Files.Columns;

/// <summary>What a column is, from all its values. Keeps counts and first places, no values.</summary>
internal sealed class ColumnEvidence(string name, MissingCodes missing, ColumnType? declared, bool isKey) : FieldTarget
{
    /// <summary>A double holds every whole number of this many digits.</summary>
    public const int SafeDigits = 15;

    private readonly bool _hasCodeName = CodeName.Matches(name);
    private readonly FormTally _tally = new();

    /// <inheritdoc/>
    public override bool NeedsEmpty => false;

    /// <inheritdoc/>
    public override void Take(ReadOnlySpan<char> text, Place at)
    {
        ReadOnlySpan<char> trimmed = Texts.Trimmed(text);
        if (missing.Match(trimmed))
            return;
        TextForm form = TextForms.Of(trimmed);
        _tally.Count(form);
        if (_tally.IsNew(form))
            _tally.Meet(form, _tally.Values, Met.At(at, text));
    }

    /// <summary>Adds what was counted of a part of the rows.</summary>
    public void Add(FormTally part)
    {
        lock (_tally)
            _tally.Add(part);
    }

    /// <summary>The type declared, or else the one that fits every value.</summary>
    /// <exception cref="SurveyDataException">The column holds a code that Excel has destroyed.</exception>
    public ColumnType Decide()
    {
        bool mayBeCodes = declared is null or ColumnType.Category && (isKey || _hasCodeName || _tally.First(TextForm.LeadingZero) is not null || _tally.First(TextForm.Long) is not null);
        if (mayBeCodes && _tally.First(TextForm.Destroyed) is { } lost)
            throw new SurveyDataException(
                $"{lost.File}, {lost.RowText}, column '{Texts.Name(name)}': '{Shown(lost)}' is a code that Excel has rounded, and its digits are lost; " +
                "format the column as Text before typing or pasting, or export CSV from the survey platform again and do not open it in Excel (a quantity is read when the column is declared a number).");
        return declared ?? Inferred();
    }

    /// <summary>What kept a column with numbers in it from being one of numbers; a clause for "is a category because ...". A column of other texts has nothing to explain.</summary>
    public string? WhyNotNumber() =>
        Decide() != ColumnType.Category ? null
        : _tally.First(TextForm.NotNumber) is { } local && declared is null && NumberText.IsLocal(local.Text)
            ? $"{Place(local)} holds '{Shown(local)}' (a number has a point for its decimals, no thousands separator and no %)"
        : _tally.Numbers == 0 ? null
        : declared is not null ? "it was declared one"
        : _tally.First(TextForm.NotNumber) is { } text
            ? $"{Place(text)} holds '{Shown(text)}' ({Invariant.Count(_tally.Numbers)} of its {Invariant.Count(_tally.Values)} values {(_tally.Numbers == 1 ? "is a number" : "are numbers")}; if '{Shown(text)}' means missing, declare it as missing)"
        : WhyCodes();

    private ColumnType Inferred() =>
        _tally.Numbers == _tally.Values ? (WhyCodes() is null ? ColumnType.Number : ColumnType.Category)
        : _tally.Flags == _tally.Values ? ColumnType.Flag
        : _tally.Dates == _tally.Values ? ColumnType.Date
        : ColumnType.Category;

    /// <summary>Why values in the form of numbers are codes.</summary>
    private string? WhyCodes() =>
        _tally.First(TextForm.LeadingZero) is { } zero ? $"{Place(zero)} holds '{Shown(zero)}', whose leading zero a number would lose (declare the column a number if it is a quantity)"
        : _tally.First(TextForm.Long) is { } whole ? $"{Place(whole)} holds '{Shown(whole)}', a whole number of more than {SafeDigits} digits, which is a code"
        : _tally.Values > 0 && _tally.CodeLengths == _tally.Values && _hasCodeName ? "its name and its whole numbers of 9 or 12 digits are those of a code (declare the column a number if it is a quantity)"
        : null;

    private string Shown(Met met) => Texts.In(name, met.Text);

    private string Place(Met met) => SeveralFiles ? $"row {met.Row} of {met.File}" : $"row {met.Row}";

    /// <summary>Whether a row number needs the name of its file.</summary>
    public required bool SeveralFiles { get; init; }
}
