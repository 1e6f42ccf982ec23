using System.Globalization;
using Survey.Files;
using Survey.Monitoring.Intake;

namespace Survey.Monitoring.Drafting;

/// <summary>A line of the columns of a draft.</summary>
/// <param name="Name">Of the column.</param>
/// <param name="Keys">What follows the name, between braces.</param>
/// <param name="Comment">What a person should look at; or null.</param>
/// <param name="IsQuestion">Whether only a person can say it.</param>
internal sealed record DraftColumn(string Name, string Keys, string? Comment, bool IsQuestion)
{
    /// <summary>The most different texts of a question with a list of answers.</summary>
    private const int MostLevels = 25;

    /// <summary>The most options that are found in answers; more are no list.</summary>
    private const int MostOptions = 12;

    private static readonly char[] Separators = [.. "┋,，、;；|"];

    private static readonly string[] Dates = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    /// <summary>The column of a heading, guessed from its values.</summary>
    /// <param name="name">Of the column.</param>
    /// <param name="from">Its headings, as YAML.</param>
    /// <param name="profile">Its values.</param>
    /// <param name="known">What its name says, or null.</param>
    /// <param name="missing">Texts that mean missing everywhere.</param>
    public static DraftColumn Of(string name, string from, ColumnProfile profile, KnownColumn? known, IReadOnlySet<string> missing)
    {
        IReadOnlyList<string> answers = profile.Answers(missing);
        string head = $"from: {from}";
        if (answers.Count == 0)
            return new(name, $"{head}, as: text", "no values were met", false);
        if (known?.Name is "id" or "household")
            return new(name, $"{head}, as: text", null, false);
        if (IsDates(profile, missing, known) is { } formats)
            return new(name, $"{head}, as: date{formats}", null, false);
        if (profile.Share(missing, text => ColumnProfile.IsDigits(text) && text.Length >= 9) > 0.5)
            return OfCodes(name, head, answers);
        if (known?.Codes.Count > 0)
            return OfKnownCodes(name, head, answers, known);
        if (profile.Share(missing, ColumnProfile.IsNumber) > 0.9 && IsQuantity(answers, known))
            return OfNumbers(name, head, answers);
        if (FlagCodes(answers) is { } flags)
            return new(name, $"{head}, as: flag, codes: {{{flags}}}", $"guess: 1 true, 2 false; met: {Met(answers)}", false);
        if (OptionsOf(answers) is { } options)
            return new(name, $"{head}, as: multiple, options: [{string.Join(", ", options.Select(YamlText.Scalar))}]", $"guess: several answers in one; met: {Met(answers)}", false);
        if (answers.Count <= MostLevels && profile.Others == 0)
            return OfLevels(name, head, answers);
        return new(name, $"{head}, as: text", $"{(profile.Others > 0 ? "very many" : answers.Count.ToString(CultureInfo.InvariantCulture))} different texts{(answers.Count(text => text.IndexOfAny(Separators) > 0) * 5 > answers.Count ? "; ? or several answers in one (as: multiple, with options)" : "")}", false);
    }

    private static DraftColumn OfCodes(string name, string head, IReadOnlyList<string> answers)
    {
        int digits = answers.Where(ColumnProfile.IsDigits).GroupBy(text => text.Length).MaxBy(same => same.Count())!.Key;
        return new(name, $"{head}, as: code, digits: {digits}", null, false);
    }

    private static DraftColumn OfKnownCodes(string name, string head, IReadOnlyList<string> answers, KnownColumn known)
    {
        string codes = string.Join(", ", known.Codes.Where(pair => pair.Code != pair.Level).Select(pair => $"{YamlText.Scalar(pair.Code)}: {YamlText.Scalar(pair.Level)}"));
        string[] odd = [.. answers.Where(text => !known.Codes.Any(pair => pair.Code == text || pair.Level == text))];
        return new(name, $"{head}, codes: {{{codes}}}", $"guess: {known.Comment}; met: {Met(answers)}{(odd.Length > 0 ? $"; no meaning is known of {Met(odd)}" : "")}", odd.Length > 0);
    }

    private static DraftColumn OfNumbers(string name, string head, IReadOnlyList<string> answers)
    {
        string[] numbers = [.. answers.Where(ColumnProfile.IsNumber).OrderBy(ColumnProfile.NumberOf)];
        string[] odd = [.. answers.Where(text => !ColumnProfile.IsNumber(text))];
        // 99 or 999 far above all else is a code for "no answer"
        string[] nines = [.. numbers.Where(text => text.Length >= 2 && text.All(c => c == '9'))];
        bool isFar = nines.Length > 0 && numbers.Length > nines.Length && ColumnProfile.NumberOf(numbers[^(nines.Length + 1)]) * 2 < ColumnProfile.NumberOf(nines[0]);
        string[] missing = isFar ? [.. nines, .. odd] : odd;
        string text = missing.Length == 0 ? "" : $", missing: [{string.Join(", ", missing.Take(12).Select(YamlText.Scalar))}]";
        return new(name, $"{head}, as: number{text}", missing.Length == 0 ? null : $"guess: {Met(missing)} mean missing", false);
    }

    private static DraftColumn OfLevels(string name, string head, IReadOnlyList<string> answers)
    {
        string[] missing = answers.Count > 2 && answers.Where(ColumnProfile.IsDigits).All(text => text.Length == 1) && answers.Contains("9") && !answers.Contains("8") ? ["9"] : [];
        string[] levels = [.. answers.Except(missing)];
        string keys = $"{head}, codes: {{{string.Join(", ", levels.Select(text => $"{YamlText.Scalar(text)}: {YamlText.Quoted(text)}"))}}}";
        if (missing.Length > 0)
            keys += ", missing: [9]";
        bool isCoded = levels.Any(ColumnProfile.IsDigits);
        return new(name, keys, isCoded ? $"? what does each code mean{(missing.Length > 0 ? " (guess: 9 means missing)" : "")}" : null, isCoded);
    }

    /// <summary>The codes of a flag where words for true and false were met among codes 1, 2 and 0; else null.</summary>
    private static string? FlagCodes(IReadOnlyList<string> answers)
    {
        string[] yes = ["1", "是", "有", "true", "TRUE", "√"], no = ["2", "0", "否", "无", "没有", "false", "FALSE", "×"];
        return answers.All(text => yes.Contains(text) || no.Contains(text)) && answers.Any(text => !ColumnProfile.IsDigits(text))
            ? string.Join(", ", answers.Select(text => $"{YamlText.Scalar(text)}: {YamlText.Quoted(yes.Contains(text) ? "true" : "false")}"))
            : null;
    }

    /// <summary>The options of answers that join several: letters that stand together or apart, or texts with separators between them; else null.</summary>
    private static List<string>? OptionsOf(IReadOnlyList<string> answers)
    {
        string[] joined = [.. answers.Where(text => text.Length > 1)];
        if (joined.Length * 2 < answers.Count || answers.Count < 4)
            return null;
        bool areLetters = answers.All(text => text.All(c => char.IsAsciiLetter(c) || Separators.Contains(c) || c == ' '));
        string[] tokens = areLetters
            ? [.. answers.SelectMany(text => text.Where(char.IsAsciiLetter)).Select(c => char.ToUpperInvariant(c).ToString()).Distinct()]
            : Tokens(answers, [Separators.MaxBy(separator => answers.Count(text => text.Contains(separator)))]);
        if (tokens.Length > MostOptions)
            tokens = Tokens(answers, Separators);
        bool isJoined = areLetters ? joined.Length > 2 : answers.Count(text => text.IndexOfAny(Separators) >= 0) * 3 > answers.Count;
        return isJoined && tokens.Length is >= 2 and <= MostOptions && tokens.Length < answers.Count ? [.. tokens.Order(LevelOrder.Natural)] : null;
    }

    /// <summary>What stands between separators. One of them does where a file was exported; others may be part of an option's text.</summary>
    private static string[] Tokens(IReadOnlyList<string> answers, char[] separators) =>
        [.. answers.SelectMany(text => text.Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct()];

    /// <summary>Whether numbers are a quantity rather than codes: many of them, or a name that says so.</summary>
    private static bool IsQuantity(IReadOnlyList<string> answers, KnownColumn? known) =>
        known?.Name is "age" or "eligible" or "members" or "months" or "weight" || answers.Count(ColumnProfile.IsNumber) > 15 || answers.Any(text => text.Contains('.'));

    /// <summary>The formats of a column of days, as a key, or null where it is none.</summary>
    private static string? IsDates(ColumnProfile profile, IReadOnlySet<string> missing, KnownColumn? known)
    {
        double usual = profile.Share(missing, text => IsUsual(text));
        bool isKnown = known?.Name is "birth" or "surveyed";
        double months = isKnown ? profile.Share(missing, text => text.Length == 6 && IsDate(text, "yyyyMM")) : 0;
        double excel = isKnown ? profile.Share(missing, text => text.Length == 5 && ColumnProfile.IsDigits(text)) : 0;
        if (usual + months + excel < 0.8)
            return null;
        if (months + excel == 0)
            return "";
        IEnumerable<string> formats = Dates.Where(format => profile.Share(missing, text => IsDate(DateReader.WithoutTime(text), format)) > 0);
        return $", formats: [{string.Join(", ", [.. formats, .. months > 0 ? ["yyyyMM"] : (string[])[], .. excel > 0 ? ["excel"] : (string[])[]])}]";
    }

    private static bool IsUsual(string text) => Array.Exists(Dates, format => IsDate(DateReader.WithoutTime(text), format));

    private static bool IsDate(string text, string format) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) && date.Year is > 1880 and < 2100;

    private static string Met(IReadOnlyList<string> texts) => string.Join(", ", texts.Take(12).Select(text => PersonalData.Hidden(text))) + (texts.Count > 12 ? ", ..." : "");
}
