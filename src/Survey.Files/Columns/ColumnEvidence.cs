namespace Survey.Files.Columns;

/// <summary>What a column is, from all its values: the first pass over the files. Keeps counts and first places, no values.</summary>
internal sealed class ColumnEvidence(string name, MissingCodes missing, ColumnType? declared, bool isKey) : FieldTarget
{
    /// <summary>A double holds every whole number of this many digits.</summary>
    public const int SafeDigits = 15;

    private readonly bool _hasCodeName = CodeName.Matches(name);
    private long _values, _numbers, _flags, _dates, _codeLengths;
    private Met? _notNumber, _leadingZero, _long, _destroyed;

    /// <inheritdoc/>
    public override bool NeedsEmpty => false;

    /// <inheritdoc/>
    public override void Take(ReadOnlySpan<char> text, Place at)
    {
        ReadOnlySpan<char> trimmed = Texts.Trimmed(text);
        if (missing.Match(trimmed))
            return;
        _values++;
        bool isNumber = NumberText.TryRead(trimmed, out NumberText number);
        if (isNumber)
            TakeForm(number, text, at);
        if (isNumber && number.IsFinite)
        {
            _numbers++;
            return;
        }
        _notNumber ??= Met.At(at, text);
        if (FlagText.TryRead(trimmed, out _))
            _flags++;
        else if (DateText.TryRead(trimmed, out _))
            _dates++;
    }

    /// <summary>The type declared, or else the one that fits every value.</summary>
    /// <exception cref="SurveyDataException">The column holds a code that Excel has destroyed.</exception>
    public ColumnType Decide()
    {
        bool mayBeCodes = declared is null or ColumnType.Category && (isKey || _hasCodeName || _leadingZero is not null || _long is not null);
        if (mayBeCodes && _destroyed is { } lost)
            throw new SurveyDataException(
                $"{lost.File}, {lost.RowText}, column '{Texts.Name(name)}': '{Shown(lost)}' is a code that Excel has rounded, and its digits are lost; " +
                "format the column as Text before typing or pasting, or export CSV from the survey platform again and do not open it in Excel (a quantity is read when the column is declared a number).");
        return declared ?? Inferred();
    }

    /// <summary>What kept a column with numbers in it from being one of numbers; a clause for "is a category because ...". A column of other texts has nothing to explain.</summary>
    public string? WhyNotNumber() =>
        Decide() != ColumnType.Category ? null
        : _notNumber is { } local && declared is null && NumberText.IsLocal(local.Text)
            ? $"{Place(local)} holds '{Shown(local)}' (a number has a point for its decimals, no thousands separator and no %)"
        : _numbers == 0 ? null
        : declared is not null ? "it was declared one"
        : _notNumber is { } text
            ? $"{Place(text)} holds '{Shown(text)}' ({Invariant.Count(_numbers)} of its {Invariant.Count(_values)} values {(_numbers == 1 ? "is a number" : "are numbers")}; if '{Shown(text)}' means missing, declare it as missing)"
        : WhyCodes();

    private void TakeForm(NumberText number, ReadOnlySpan<char> text, Place at)
    {
        if (number.HasLeadingZero)
            _leadingZero ??= Met.At(at, text);
        if (number.IsWhole && number.WholeDigits > SafeDigits)
            _long ??= Met.At(at, text);
        if (number.IsWhole && !number.IsSigned && number.WholeDigits is 9 or 12)
            _codeLengths++;
        if (number.LooksDestroyed)
            _destroyed ??= Met.At(at, text);
    }

    private ColumnType Inferred() =>
        _numbers == _values ? (WhyCodes() is null ? ColumnType.Number : ColumnType.Category)
        : _flags == _values ? ColumnType.Flag
        : _dates == _values ? ColumnType.Date
        : ColumnType.Category;

    /// <summary>Why values in the form of numbers are codes.</summary>
    private string? WhyCodes() =>
        _leadingZero is { } zero ? $"{Place(zero)} holds '{Shown(zero)}', whose leading zero a number would lose (declare the column a number if it is a quantity)"
        : _long is { } whole ? $"{Place(whole)} holds '{Shown(whole)}', a whole number of more than {SafeDigits} digits, which is a code"
        : _values > 0 && _codeLengths == _values && _hasCodeName ? "its name and its whole numbers of 9 or 12 digits are those of a code (declare the column a number if it is a quantity)"
        : null;

    private string Shown(Met met) => Texts.In(name, met.Text);

    private string Place(Met met) => SeveralFiles ? $"row {met.Row} of {met.File}" : $"row {met.Row}";

    /// <summary>Whether a row number needs the name of its file.</summary>
    public required bool SeveralFiles { get; init; }
}
