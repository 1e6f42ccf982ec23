using System.Text;
using Survey.Files.Personal;

namespace Survey.Files;

/// <summary>Recognises columns that hold personal data, so that they are neither shown nor handed on by oversight.</summary>
/// <remarks>
/// ID card numbers and mobile phone numbers are known by their form, also within longer texts and in full-width digits; names by common surnames, if they are 20 and recur little;
/// names, addresses, telephone numbers, e-mail and IP addresses, WeChat and QQ accounts by what the heading says, where a value can be such.
/// It is a net, no proof: what none of this catches may still be personal, and a code of 11 digits may look like a phone number.
/// </remarks>
public static class PersonalData
{
    internal const string HiddenNumber = "(number not shown)";

    private const double LeastPhone = 13_000_000_000;

    /// <summary>The columns of a table that look like personal data, in its order.</summary>
    /// <param name="table">Any table; only values that rows have count.</param>
    public static IReadOnlyList<PersonalDataColumn> Find(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return [.. table.Columns.Select(name => KindOf(name, ValuesOf(name, table[name]))).OfType<PersonalDataColumn>()];
    }

    /// <summary>What a column is, by its heading and its distinct values; null where it is nothing personal.</summary>
    /// <param name="heading">Of the column.</param>
    /// <param name="values">Each distinct text once, with the number of rows that have it.</param>
    internal static PersonalDataColumn? KindOf(string heading, IEnumerable<(string Text, int Rows)> values)
    {
        var evidence = new PersonalEvidence(heading);
        foreach ((string text, int rows) in values)
            evidence.Take(text, rows);
        return evidence.Decide();
    }

    /// <summary>A text fit for messages: without mobile phone numbers, ID card numbers and what may be one mistyped.</summary>
    internal static string Hidden(string text)
    {
        IEnumerable<(int Start, int Length)> numbers = PersonalNumbers.In(text).Concat(PersonalNumbers.LongRuns(text)).Select(number => (number.Start, number.Length)).Order();
        var shown = new StringBuilder();
        int at = 0;
        foreach ((int start, int length) in numbers)
        {
            if (start >= at)
                shown.Append(text, at, start - at).Append(HiddenNumber);
            at = Math.Max(at, start + length);
        }
        return shown.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>Refuses to hand personal data on.</summary>
    /// <param name="table">Whose rows are about to be written.</param>
    /// <param name="allowedIn">Columns that may be written all the same.</param>
    /// <exception cref="SurveyDataException">Another column looks like personal data, or there is no such column.</exception>
    internal static void Refuse(Table table, IReadOnlyList<string> allowedIn)
    {
        foreach (string name in allowedIn)
            table.Require(name);
        Refuse(Find(table.Select(table.Columns.Except(allowedIn, StringComparer.Ordinal))), "with Select");
    }

    /// <summary>Refuses to hand personal data on.</summary>
    /// <param name="personal">Columns that look like it.</param>
    /// <param name="leftOut">How columns are left out.</param>
    /// <exception cref="SurveyDataException">There are such columns.</exception>
    internal static void Refuse(IReadOnlyList<PersonalDataColumn> personal, string leftOut)
    {
        if (personal.Count > 0)
            throw new SurveyDataException(
                $"Nothing is written, as {string.Join(" and ", personal)}; leave {(personal.Count == 1 ? "it" : "them")} out {leftOut}, or name in PersonalDataAllowedIn what may be handed on.");
    }

    /// <summary>Whether numbers of a column may be personal, so that each different one must be looked at.</summary>
    internal static bool MayBePersonal(string name, ReadOnlySpan<double> numbers)
    {
        bool hasLong = false;
        foreach (double value in numbers)
            hasLong |= value >= LeastPhone;
        return hasLong || PersonalHeading.KindOf(name) is not null;
    }

    /// <summary>Counts the rows of each different number.</summary>
    internal static void Count(ReadOnlySpan<double> numbers, Dictionary<double, int> rows)
    {
        foreach (double value in numbers)
            if (!double.IsNaN(value))
                rows[value] = rows.GetValueOrDefault(value) + 1;
    }

    /// <summary>Numbers with the rows that have them, as texts.</summary>
    internal static IEnumerable<(string Text, int Rows)> TextsOf(Dictionary<double, int> rows) => rows.Select(value => (Invariant.Text(value.Key), value.Value));

    private static IEnumerable<(string Text, int Rows)> ValuesOf(string name, Column column) =>
        column switch
        {
            CategoryColumn category => LevelsOf(category),
            NumberColumn numbers => NumbersOf(name, numbers),
            _ => [],
        };

    private static IEnumerable<(string Text, int Rows)> LevelsOf(CategoryColumn column)
    {
        int[] rows = new int[column.Levels.Count];
        foreach (int code in column.Codes)
            if (code != CategoryColumn.Missing)
                rows[code]++;
        return column.Levels.Zip(rows).Where(level => level.Second > 0);
    }

    /// <summary>The distinct numbers of a column that may be personal; to save time, none of one that cannot.</summary>
    private static IEnumerable<(string Text, int Rows)> NumbersOf(string name, NumberColumn column)
    {
        if (!MayBePersonal(name, column.Values))
            return [];
        var rows = new Dictionary<double, int>();
        Count(column.Values, rows);
        return TextsOf(rows);
    }
}
