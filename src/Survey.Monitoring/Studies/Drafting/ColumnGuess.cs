using System.Globalization;
using System.Text.RegularExpressions;
using Survey.Files;
using Survey.Monitoring.Intake;

namespace Survey.Monitoring.Drafting;

/// <summary>Guesses what a column holds.</summary>
/// <param name="name">Of the column.</param>
/// <param name="headings">That it has in files.</param>
/// <param name="profile">Its values under all of them.</param>
/// <param name="known">What its heading says, or null.</param>
/// <param name="missing">Texts that mean missing everywhere.</param>
internal sealed partial class ColumnGuess(string name, IReadOnlyList<string> headings, ColumnProfile profile, KnownColumn? known, IReadOnlySet<string> missing)
{
    /// <summary>The most different texts of a question with a list of answers.</summary>
    /// <summary>The most options that are found in answers; more are no list.</summary>
    private const int MostOptions = 12;

    private const int MostLevels = 25;

    /// <summary>The fewest different texts that are no list of answers, if they hardly recur.</summary>
    private const int FewestFree = 8;

    /// <summary>A level is shorter: longer texts were written freely.</summary>
    private const int LongestLevel = 60;

    /// <summary>The most digits that a study lets a code have.</summary>
    private const int MostDigits = 50;

    private const int LongCode = 9;

    /// <summary>Words at the end of headings under which people write what they like.</summary>
    private static readonly string[] FreeWords = ["备注", "说明", "注明", "意见", "建议"];

    private readonly IReadOnlyList<string> _answers = profile.Answers(missing);

    public DraftColumn Column()
    {
        if (known?.Codes.Count > 0)
            return KnownCodes();
        if (_answers.Count == 0)
            return Of(StudyColumnType.Text, "", "no values were met");
        if (known?.Kind == KnownKind.Name)
            return Of(StudyColumnType.Text);
        if (IsAskedFreely && _answers.Any(ColumnProfile.IsProse))
            return Flags() ?? Texts();
        return Dates() ?? LongCodes() ?? Numbers() ?? Flags() ?? Options() ?? Levels() ?? Texts();
    }

    private bool IsAskedFreely => known is null && headings.Any(heading => FreeWords.Any(heading.TrimEnd(')', ':', '?', '*').EndsWith));

    private DraftColumn Of(StudyColumnType type, string keys = "", string? comment = null) =>
        new(name, $"from: {YamlText.OneOrList(headings)}{(type == StudyColumnType.Category ? "" : $", as: {type.ToString().ToLowerInvariant()}")}{keys}", type, comment);

    private DraftColumn KnownCodes()
    {
        string codes = YamlText.Map(known!.Codes.Where(pair => pair.Code != pair.Level).Select(pair => (pair.Code, YamlText.Scalar(pair.Level))));
        string[] odd = [.. _answers.Where(text => !known.Codes.Any(pair => pair.Code == text || pair.Level == text))];
        string met = _answers.Count == 0 ? "no values were met" : $"met: {Met(_answers.Except(odd))}";
        return Of(StudyColumnType.Category, $", codes: {codes}", $"guess: {known.Comment}; {met}{(odd.Length > 0 ? $"; ? no meaning is known of {Met(odd)}" : "")}");
    }

    /// <summary>Days in the usual forms and, where the heading says so, months and numbers of days.</summary>
    private DraftColumn? Dates()
    {
        double usual = profile.Share(missing, text => Array.Exists(DateReader.Usual, format => IsDate(DateReader.WithoutTime(text), format)));
        bool isKnown = known?.Kind == KnownKind.Date;
        double months = isKnown ? profile.Share(missing, text => text.Length == 6 && IsDate(text, "yyyyMM")) : 0;
        double excel = isKnown ? profile.Share(missing, text => text.Length == 5 && ColumnProfile.IsDigits(text)) : 0;
        if (usual + months + excel < 0.8)
            return null;
        if (months + excel == 0)
            return Of(StudyColumnType.Date);
        IEnumerable<string> formats = DateReader.Usual.Where(format => profile.Share(missing, text => IsDate(DateReader.WithoutTime(text), format)) > 0);
        return Of(StudyColumnType.Date, $", formats: [{string.Join(", ", [.. formats, .. months > 0 ? ["yyyyMM"] : (string[])[], .. excel > 0 ? ["excel"] : (string[])[]])}]");
    }

    private static bool IsDate(string text, string format) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) && date.Year is > 1880 and < 2100;

    /// <summary>Digits that name a place or a person, of which a spreadsheet may have lost the last.</summary>
    private DraftColumn? LongCodes()
    {
        bool isCode(string text) => (ColumnProfile.IsDigits(text) && (text.Length >= LongCode || known?.Kind == KnownKind.Code)) || ColumnProfile.IsDestroyed(text);
        if (profile.Share(missing, isCode) <= 0.5)
            return null;
        int digits = _answers.Where(isCode).GroupBy(DigitsOf).MaxBy(same => same.Sum(text => profile.Texts[text]))!.Key;
        if (digits > MostDigits)
            return null;
        string? lost = _answers.FirstOrDefault(ColumnProfile.IsDestroyed);
        return Of(StudyColumnType.Code, $", digits: {digits}", lost is null ? null : $"? a spreadsheet has lost digits of these codes, such as {lost}; take the file from where it comes, with the codes as text") with { Digits = digits };
    }

    private static int DigitsOf(string code) =>
        ColumnProfile.IsDigits(code) ? code.Length
        : int.TryParse(code.AsSpan(code.AsSpan().IndexOfAny('e', 'E') + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int exponent) && exponent < MostDigits ? exponent + 1
        : MostDigits + 1;

    private DraftColumn? Numbers()
    {
        string unit = UnitOf();
        string numberOf(string text) => text.EndsWith(unit, StringComparison.Ordinal) ? text[..^unit.Length].TrimEnd(' ') : text;
        bool isNumber(string text) => ColumnProfile.IsNumber(numberOf(text));
        bool isQuantity = known?.Kind == KnownKind.Quantity || unit.Length > 0 || _answers.Count(isNumber) > 15 || _answers.Any(text => text.Contains('.'));
        if (!isQuantity || profile.Share(missing, isNumber) <= 0.9)
            return null;
        string[] odd = [.. _answers.Where(text => !isNumber(text))], codes = [.. Nines([.. _answers.Where(isNumber).Select(numberOf)]), .. odd.Where(text => text.Length <= 6 && (!ColumnProfile.IsProse(text) || profile.Texts[text] > 1))]; // what one row has may be a name
        string keys = $"{(unit.Length > 0 ? $", unit: {YamlText.Scalar(unit)}" : "")}{(codes.Length > 0 ? $", missing: {YamlText.List(codes.Take(12))}" : "")}";
        string? comment = codes.Length > 0 ? $"guess: {Met(codes)} mean missing" : null;
        return Of(StudyColumnType.Number, keys, Together(comment, odd.Length > Math.Min(12, codes.Length) ? "? other texts that are no numbers were met" : null));
    }

    /// <summary>What stands behind nearly all numbers, as in 312秒; empty where nothing does.</summary>
    private string UnitOf()
    {
        string[] units = [.. _answers.Select(text => NumberWithUnit().Match(text)).Where(match => match.Success).Select(match => match.Groups["unit"].Value).Distinct()];
        return units is [var only] && profile.Share(missing, text => NumberWithUnit().IsMatch(text)) > 0.5 ? only : "";
    }

    /// <summary>99 or 999 far above all else is a code for "no answer".</summary>
    private static string[] Nines(string[] texts)
    {
        string[] numbers = [.. texts.OrderBy(ColumnProfile.NumberOf)];
        string[] nines = [.. numbers.Where(text => text.Length >= 2 && text.All(c => c == '9')).Distinct()];
        bool isFar = nines.Length > 0 && numbers.Length > nines.Length && ColumnProfile.NumberOf(numbers[^(nines.Length + 1)]) * 2 < ColumnProfile.NumberOf(nines[0]);
        return isFar ? nines : [];
    }

    /// <summary>Words for true and false, if there are any among codes 1, 2 and 0.</summary>
    private DraftColumn? Flags()
    {
        Dictionary<string, bool> usual = FlagReader.Usual.Append(("2", false)).ToDictionary(pair => pair.Item1, pair => pair.Item2);
        if (!_answers.All(usual.ContainsKey) || _answers.All(ColumnProfile.IsDigits))
            return null;
        return Of(StudyColumnType.Flag, $", codes: {YamlText.Map(_answers.Select(text => (text, usual[text] ? "\"true\"" : "\"false\"")))}", $"guess: 1 true, 2 false; met: {Met(_answers)}");
    }

    /// <summary>Answers that join several options: letters that stand together or apart, or texts with separators between them.</summary>
    private DraftColumn? Options()
    {
        string[] joined = [.. _answers.Where(text => text.Length > 1)];
        if (joined.Length * 2 < _answers.Count || _answers.Count < 4)
            return null;
        bool areLetters = _answers.All(text => text.All(c => char.IsAsciiLetter(c) || IsSeparator(c) || c == ' '));
        string[] tokens = areLetters
            ? [.. _answers.SelectMany(text => text.Where(char.IsAsciiLetter)).Select(c => char.ToUpperInvariant(c).ToString()).Distinct()]
            : Tokens([Separators.MaxBy(separator => _answers.Count(text => text.Contains(separator)))]);
        if (tokens.Length > MostOptions)
            tokens = Tokens([.. Separators]);
        bool isJoined = areLetters ? joined.Length > 2 : _answers.Count(HasSeparator) * 3 > _answers.Count;
        return isJoined && tokens.Length is >= 2 and <= MostOptions && tokens.Length < _answers.Count && !tokens.Any(token => missing.Contains(token) || token.Length > LongestLevel || string.IsNullOrWhiteSpace(token))
            ? Of(StudyColumnType.Multiple, $", options: {YamlText.List(tokens.Order(LevelOrder.Natural))}", $"guess: several answers in one; met: {Met(_answers)}")
            : null;
    }

    /// <summary>What stands between separators. One of them does where a file was exported; others may be part of an option's text.</summary>
    private string[] Tokens(char[] separators) =>
        [.. _answers.SelectMany(text => text.Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct()];

    private DraftColumn? Levels()
    {
        bool isFree = known is null && _answers.Count > FewestFree && _answers.Count * 2 > profile.Values && _answers.Any(ColumnProfile.IsProse);
        if (_answers.Count > MostLevels || profile.Others > 0 || isFree || _answers.Any(text => text.Length > LongestLevel))
            return null;
        bool isNineMissing = _answers.Count > 2 && _answers.Where(ColumnProfile.IsDigits).All(text => text.Length == 1) && _answers.Contains("9") && !_answers.Contains("8");
        string[] levels = [.. _answers.Where(text => !isNineMissing || text != "9")];
        return Of(
            StudyColumnType.Category,
            $", codes: {YamlText.Map(levels.Select(text => (text, YamlText.Quoted(text))))}{(isNineMissing ? ", missing: [9]" : "")}",
            levels.Any(ColumnProfile.IsDigits) ? $"? what does each code mean{(isNineMissing ? " (guess: 9 means missing)" : "")}" : null);
    }

    private DraftColumn Texts()
    {
        string count = profile.Others > 0 ? "very many" : _answers.Count.ToString(CultureInfo.InvariantCulture);
        string? severalInOne = _answers.Count(HasSeparator) * 5 > _answers.Count ? "? or several answers in one (as: multiple, with options)" : null;
        bool isFree = known is null && (IsAskedFreely || profile.Share(missing, ColumnProfile.IsProse) > 0.05);
        return Of(StudyColumnType.Text, "", Together(isFree ? "? free text may name people; take it in only if it is needed" : null, $"{count} different text{(_answers.Count == 1 ? "" : "s")}", severalInOne)) with { IsLeftOut = isFree };
    }

    private static string Separators { get; } = new MultipleForm().Separators;

    private static bool IsSeparator(char c) => Separators.Contains(c);

    private static bool HasSeparator(string text) => text.Any(IsSeparator);

    private static string? Together(params string?[] comments) => comments.Any(comment => comment is not null) ? string.Join("; ", comments.OfType<string>()) : null;

    private static string Met(IEnumerable<string> texts)
    {
        string[] all = [.. texts];
        return string.Join(", ", all.Take(12).Select(text => text.Length > 20 ? "(a long text)" : PersonalData.Hidden(text))) + (all.Length > 12 ? ", ..." : "");
    }

    [GeneratedRegex(@"^[0-9]+(\.[0-9]+)? ?(?<unit>秒|分|分钟|小时|天|月|个月|年|岁|周岁|人|口|元|万元|支|次|cm|kg|厘米|公斤|千克|斤)$")]
    private static partial Regex NumberWithUnit();
}
