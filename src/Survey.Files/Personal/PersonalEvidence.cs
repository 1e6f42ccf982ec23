namespace Survey.Files.Personal;

/// <summary>Decides whether a column is personal data, from its heading and its distinct values given one after another. Keeps counts, no values.</summary>
/// <remarks>
/// <para>ID card numbers: one is enough, in whatever text, as a random number of 18 digits passes once in 13,000 times.</para>
/// <para>
/// Phone numbers: one is enough within a text, with a prefix, or in groups. One that stands alone may be a code, since of random numbers of 11 digits 7 in 100 have the form;
/// a column of codes is taken for phone numbers when half of its distinct values have it, and two at least. In a column that also has texts one is enough, if half of its numbers of 11 digits have the form.
/// </para>
/// <para>
/// Names by their values: 20 distinct ones, 80 in 100 values of the form of a name, fewer than 10 in 100 ending as places do ("王家村"), and at least 30 distinct ones among 100 values, as villages recur and people do not.
/// </para>
/// </remarks>
/// <param name="heading">Of the column.</param>
internal sealed class PersonalEvidence(string heading)
{
    public const int FewestNames = 20;

    private readonly PersonalDataKind? _asked = PersonalHeading.KindOf(heading);
    private bool _fits;
    private int _distinct, _texts, _elevenDigits, _phonesAlone;
    private int _values, _identityRows, _phoneRows, _phoneAloneRows, _nameRows, _placeRows;

    /// <summary>Takes the next distinct value.</summary>
    /// <param name="text">As it stands in the file.</param>
    /// <param name="rows">How many rows have it.</param>
    public void Take(string text, int rows)
    {
        string folded = Folding.Fold(text);
        _distinct++;
        _values += rows;
        _fits |= _asked is { } kind && PersonalHeading.Fits(kind, folded);
        if (folded.Any(c => char.IsWhiteSpace(c) || (c > '\u007F' && char.IsLetter(c))))
            _texts++;
        if (PersonName.Matches(folded))
            _nameRows += rows;
        if (PersonName.EndsAsPlace(folded))
            _placeRows += rows;
        TakeNumbers(text, rows);
    }

    /// <summary>What the column is, all values having been given; null where it is nothing personal.</summary>
    public PersonalDataColumn? Decide() =>
        _identityRows > 0 ? Of(PersonalDataKind.IdentityNumber, _identityRows)
        : _fits && (_asked != PersonalDataKind.Name || _placeRows * 2 < _values) ? Of(_asked!.Value, _values)
        : AreAlonePhones() ? Of(PersonalDataKind.PhoneNumber, _phoneRows + _phoneAloneRows)
        : _phoneRows > 0 ? Of(PersonalDataKind.PhoneNumber, _phoneRows)
        : AreNames() ? Of(PersonalDataKind.Name, _nameRows)
        : null;

    private void TakeNumbers(string text, int rows)
    {
        string folded = Folding.InPlace(text); // where a line break parts two numbers it must not join them
        if (PersonalNumbers.HasElevenDigits(folded))
            _elevenDigits++;
        List<PersonalNumber> numbers = PersonalNumbers.In(text);
        if (numbers.Exists(number => number.Kind == PersonalDataKind.IdentityNumber))
            _identityRows += rows;
        if (!numbers.Exists(number => number.Kind == PersonalDataKind.PhoneNumber))
            return;
        bool mayBeCode = folded.Trim().All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && numbers.TrueForAll(number => folded.AsSpan(number.Start, number.Length).IndexOfAnyExceptInRange('0', '9') < 0);
        if (mayBeCode)
        {
            _phonesAlone++;
            _phoneAloneRows += rows;
        }
        else
            _phoneRows += rows;
    }

    private bool AreAlonePhones() =>
        _texts > 0 ? _phonesAlone >= 1 && _phonesAlone * 2 >= _elevenDigits : _phonesAlone >= 2 && _phonesAlone * 2 >= _distinct;

    private bool AreNames() =>
        _distinct >= FewestNames && _nameRows >= 0.8 * _values && _placeRows < 0.1 * _values && _distinct >= 0.3 * _values;

    private PersonalDataColumn Of(PersonalDataKind kind, int rows) => new(heading, kind, rows, _values);
}
