using System.Globalization;
using System.Text.RegularExpressions;
using Survey.Files;
using Survey.Files.Workbooks;

namespace Survey.Monitoring;

/// <summary>A row of a workbook of entries.</summary>
/// <param name="rows">Standing at the row.</param>
/// <param name="columns">Where each column is.</param>
/// <param name="programme">The id of the programme.</param>
/// <param name="sheet">The file and the sheet, as messages name them.</param>
/// <param name="faults">Where sentences about its cells go.</param>
internal sealed partial class EntryRow(SheetRows rows, Dictionary<EntryColumn, int> columns, string programme, string sheet, List<string> faults)
{
    private const decimal Largest = 1e15m; // of a double that holds whole numbers exactly

    private static readonly EntryColumn[] _ofFigure = [EntryColumn.Value, EntryColumn.Numerator, EntryColumn.Denominator], _ofReview = [EntryColumn.Decision, EntryColumn.GivenPoints, EntryColumn.Role, EntryColumn.Date, EntryColumn.Reason],
        _ofFigureOnly = [EntryColumn.Year, EntryColumn.Source], _beside = [.. _ofFigureOnly, EntryColumn.Evidence];

    /// <summary>What was filled in: a figure, a decision, both or nothing.</summary>
    public IEnumerable<ProgrammeEntry> Entries()
    {
        bool hasFigure = _ofFigure.Any(Has), hasReview = _ofReview.Any(Has);
        if (!hasFigure && !hasReview)
        {
            if (_beside.Where(Has).ToArray() is [var first, ..])
                Fault(first, "the row has no figure and no decision; fill one in, or clear the cell");
            yield break;
        }
        string number = Text(EntryColumn.Number), town = Written(EntryColumn.Town);
        if (number.Length == 0)
        {
            Fault([.. _ofFigure, .. _ofReview], $"the row has no number ({EntryColumn.Number.Heading(Language.Chinese)}); write that of the part");
            yield break;
        }
        if (!hasFigure && _ofFigureOnly.Where(Has).ToArray() is [var stray, ..])
            Fault(stray, "the row has no figure; fill it in, or clear the cell");
        if (hasFigure && FigureOf() is { } figure)
            yield return Entry(number, town, _ofFigure) with { Figure = figure };
        if (hasReview && ReviewOf() is { } review)
            yield return Entry(number, town, _ofReview) with { Review = review };
    }

    private ProgrammeEntry Entry(string number, string town, EntryColumn[] of) => new(programme, number, town.Length == 0 ? null : town, PlaceOf(of.First(Has)));

    private AdministrativeFigure? FigureOf()
    {
        int before = faults.Count;
        bool hasValue = Has(EntryColumn.Value), hasNumerator = Has(EntryColumn.Numerator), hasDenominator = Has(EntryColumn.Denominator);
        if (hasValue && (hasNumerator || hasDenominator))
            Fault(EntryColumn.Value, "the row has a value, and numerator or denominator, which may not agree; keep one of the two");
        else if (hasNumerator != hasDenominator)
            Fault(hasNumerator ? EntryColumn.Numerator : EntryColumn.Denominator, $"there is no {(hasNumerator ? "denominator" : "numerator")} with it; fill in both");
        (decimal Value, bool IsPercent)? value = hasValue ? NumberOf(EntryColumn.Value) : null;
        decimal? numerator = hasNumerator ? PlainOf(EntryColumn.Numerator) : null, denominator = hasDenominator ? PlainOf(EntryColumn.Denominator) : null;
        int? year = YearOf();
        if (!Has(EntryColumn.Source))
            FaultMissing(EntryColumn.Source, "the source is missing; write who gave the figure");
        if (faults.Count > before)
            return null;
        return new AdministrativeFigure(year!.Value, Written(EntryColumn.Source))
        {
            Value = value is var (number, isPercent) ? isPercent ? number / 100 : number : null,
            IsPercent = value?.IsPercent ?? false,
            Unit = Has(EntryColumn.Unit) ? Text(EntryColumn.Unit) : null,
            Ratio = numerator is { } above && denominator is { } below ? (above, below) : null,
            Evidence = Has(EntryColumn.Evidence) ? Written(EntryColumn.Evidence) : null,
        };
    }

    private Review? ReviewOf()
    {
        int before = faults.Count;
        ReviewDecision? decision = Has(EntryColumn.Decision) ? EntryWords.DecisionOf(Text(EntryColumn.Decision)) : null;
        if (!Has(EntryColumn.Decision))
            FaultMissing(EntryColumn.Decision, $"there is no decision; write one of {string.Join(", ", EntryWords.Decisions(Language.Chinese))}");
        else if (decision is null)
            Fault(EntryColumn.Decision, $"'{Excerpt.Of(Text(EntryColumn.Decision))}' is no decision; write one of {string.Join(", ", EntryWords.Decisions(Language.Chinese))} ({string.Join(", ", EntryWords.Decisions(Language.English))})");
        if (!Has(EntryColumn.Reason))
            FaultMissing(EntryColumn.Reason, "a decision needs its reason; write why");
        decimal? points = Has(EntryColumn.GivenPoints) ? PlainOf(EntryColumn.GivenPoints) : null;
        DateOnly? date = Has(EntryColumn.Date) ? DateOf() : null;
        return faults.Count > before ? null : new Review(decision!.Value, Written(EntryColumn.Reason), Has(EntryColumn.Role) ? Written(EntryColumn.Role) : null, date, Has(EntryColumn.Evidence) ? Written(EntryColumn.Evidence) : null) { Points = points };
    }

    /// <summary>A number, and whether it is a rate in per cent: by its sign, or because the cell shows it so.</summary>
    private (decimal Value, bool IsPercent)? NumberOf(EntryColumn column)
    {
        string text = Text(column);
        bool hasSign = text.EndsWith('%'), isShown = rows.Cells.IsPercent(columns[column]);
        string digits = hasSign ? text[..^1].TrimEnd() : text;
        if (Grouped().IsMatch(digits))
            digits = digits.Replace(",", "", StringComparison.Ordinal);
        if (decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out decimal value) && Math.Abs(value) <= Largest)
            return isShown && !hasSign ? (100 * value, true) : (value, hasSign);
        Fault(column, $"'{Excerpt.Of(text)}' is no number; write digits, such as 14.6, and for a rate the percent sign, such as 96 %");
        return null;
    }

    /// <summary>A number that is no rate: how many there are.</summary>
    private decimal? PlainOf(EntryColumn column)
    {
        if (NumberOf(column) is not var (value, isPercent))
            return null;
        if (!isPercent)
            return value;
        Fault(column, $"{Numbers.Plain(value)} % is a rate, and a plain number stands here; write the number without a percent sign");
        return null;
    }

    private int? YearOf()
    {
        if (!Has(EntryColumn.Year))
        {
            FaultMissing(EntryColumn.Year, "the year is missing; write that of the figure, such as 2024");
            return null;
        }
        string text = Text(EntryColumn.Year).TrimEnd('年');
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is >= 1900 and < 2200)
            return year;
        Fault(EntryColumn.Year, $"'{Excerpt.Of(text)}' is no year; write four digits, such as 2024");
        return null;
    }

    private DateOnly? DateOf()
    {
        string text = Text(EntryColumn.Date);
        if (DateOnly.TryParseExact(text, ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日"], CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
            return date;
        Fault(EntryColumn.Date, $"'{Excerpt.Of(text)}' is no date; write it as 2024-10-12");
        return null;
    }

    private bool Has(EntryColumn column) => Text(column).Length > 0;

    private string Text(EntryColumn column) => columns.TryGetValue(column, out int at) ? Folding.Fold(rows.Cells[at].ToString()) : "";

    /// <summary>A text as it was written, in one line: names and reasons keep their punctuation.</summary>
    private string Written(EntryColumn column) => columns.TryGetValue(column, out int at) ? string.Join(' ', rows.Cells[at].ToString().Split((char[])['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) : "";

    private string PlaceOf(EntryColumn column) => columns.TryGetValue(column, out int at) ? $"{sheet}, cell {new CellAddress(rows.Number, at)}" : $"{sheet}, row {rows.Number}";

    private void Fault(EntryColumn column, string what) => faults.Add($"{PlaceOf(column)}: {what}.");

    private void Fault(EntryColumn[] among, string what) => Fault(among.First(Has), what);

    private void FaultMissing(EntryColumn column, string what) => Fault(column, columns.ContainsKey(column) ? what : $"{what} (the column '{column.Heading(Language.Chinese)}' is not there any more)");

    [GeneratedRegex(@"^[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?$")]
    private static partial Regex Grouped();
}
