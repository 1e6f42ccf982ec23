using System.Globalization;
using Survey.Files;

namespace Survey.Monitoring.Intake;

/// <summary>Makes the readers of a wave's columns and answers.</summary>
/// <param name="study">Whose wave is read.</param>
/// <param name="labels">Of levels, and codes that were changed.</param>
internal sealed class ReaderFactory(Study study, LabelBook labels)
{
    private readonly DontKnow _dontKnow = new(study.Instrument?.DontKnow ?? []);
    private readonly MissingTexts _missing = new(study.Missing, asNumbers: true);

    /// <summary>What the files must have for a column that is read.</summary>
    public Wanted Column(StudyColumn column)
    {
        if (column.IsAbsent)
            return new Wanted(ReaderOf(column), []);
        return column.As == StudyColumnType.Multiple && column.Multiple?.Columns is { } pattern
            ? OptionColumns(column, pattern)
            : Wanted.Of(ReaderOf(column), column.From.Select(heading => HeadingPattern.Exact(heading)));
    }

    /// <summary>What the files must have for the answers to an item.</summary>
    /// <exception cref="SurveyDataException">Two options have the same text.</exception>
    public Wanted Answers(Item item, AnswerForm form)
    {
        OptionList options = item.OptionsIn(form.Options);
        if (_dontKnow.Texts.FirstOrDefault(text => options.Of(text) >= 0) is { } both)
            throw new SurveyDataException($"'{both}' is an option of it and means \"I do not know\" too (dontKnow)");
        if (item.Kind == ItemKind.Multiple && form.Multiple.Columns is { } pattern)
        {
            var reader = new OptionColumnsReader(item.Name, options, form.Multiple, _dontKnow, withFlags: false, _missing);
            return new Wanted(reader, [.. reader.Members.Select((member, option) => new WantedPart(member, [.. options.Names[option].Select(name => HeadingPattern.Of(pattern, item.Id, name))]))]);
        }
        ColumnReader single = item.Kind == ItemKind.Multiple
            ? new JoinedOptionsReader(item.Name, options, form.Multiple.Separators, _dontKnow, withFlags: false, _missing)
            : SingleAnswers(item, options);
        return Wanted.Of(single, [HeadingPattern.Of(form.Columns, item.Id, "")]);
    }

    /// <summary>A column without any answers to an item.</summary>
    public static Wanted NoAnswers(Item item) => new(new LevelReader(item.Name, item.Letters, item.Letters, [], new MissingTexts([], asNumbers: false), takesLevels: false, ""), []);

    private LevelReader SingleAnswers(Item item, OptionList options)
    {
        string[] levels = _dontKnow.IsDeclared ? [.. options.Ids, _dontKnow.Level] : [.. options.Ids];
        IEnumerable<(string, string)> names = options.Names.SelectMany((own, option) => own.SelectMany(name => (string[])[name, name.ToLowerInvariant()]).Distinct().Select(name => (name, options.Ids[option])));
        IEnumerable<(string, string)> unsure = _dontKnow.Texts.Select(text => (text, _dontKnow.Level));
        return new LevelReader(item.Name, levels, levels, [.. unsure, .. names], _missing, takesLevels: false,
            $"names no option of {item.Name} ({OptionsColumn.Listed(options)}); mend options of the wave or of the item, or declare the text as missing.");
    }

    private Wanted OptionColumns(StudyColumn column, string pattern)
    {
        OptionList options = OptionsOf(column);
        var reader = new OptionColumnsReader(column.Name, options, column.Multiple!, _dontKnow, withFlags: true, MissingOf(column));
        return new Wanted(reader, [.. reader.Members.Select((member, option) => new WantedPart(member, [.. from heading in column.From from name in options.Names[option] select HeadingPattern.Of(pattern, heading, name)]))]);
    }

    private ColumnReader ReaderOf(StudyColumn column) =>
        column.As switch
        {
            StudyColumnType.Number => new NumberReader(column.Name, column.Unit is { } unit ? Folding.Fold(unit) : null, column.Codes, MissingOf(column)),
            StudyColumnType.Date => new DateReader(column.Name, column.Formats, MissingOf(column)),
            StudyColumnType.Flag => new FlagReader(column.Name, column.Codes, MissingOf(column)),
            StudyColumnType.Text => new OpenLevelReader(column.Name, labels.Of(column), MissingOf(column)),
            StudyColumnType.Code => new CodeReader(column.Name, column.Digits, labels.RecodeOf(column), labels.Of(column), MissingOf(column)),
            StudyColumnType.Multiple => new JoinedOptionsReader(column.Name, OptionsOf(column), (column.Multiple ?? new()).Separators, _dontKnow, withFlags: true, MissingOf(column)),
            _ => Levels(column),
        };

    private LevelReader Levels(StudyColumn column)
    {
        IReadOnlyDictionary<string, string>? shown = labels.Of(column);
        string known = string.Join(", ", column.Codes.Select(pair => pair.Code).Concat(column.Levels).Distinct());
        return new LevelReader(column.Name, column.Levels, shown is null ? column.Levels : [.. column.Levels.Select(level => shown.GetValueOrDefault(level, level))], column.Codes, MissingOf(column), takesLevels: true,
            $"is neither a code nor a level of {column.Name} ({known}); add it to codes (of this wave, if it codes otherwise), or declare it as missing.");
    }

    /// <summary>The options of a column by their names, their texts, their codes and, where nothing else can be meant, their numbers.</summary>
    /// <exception cref="SurveyDataException">Two options have the same name.</exception>
    public static OptionList OptionsOf(StudyColumn column)
    {
        string[] ids = [.. column.Options.Select(option => option.Option)];
        // a list that counts A, B, C, ... or has words only is counted 1, 2, 3, ... too; of one with gaps or numbers a number may be an option that is not there
        string[][] names = [.. column.Options.Select(option => NamesOf(column, option.Option, option.Text))];
        bool isCounted = !names.Any(own => own.Any(name => name.All(char.IsAsciiDigit))) && (ids.Select((id, option) => id == Item.Letter(option)).All(isNext => isNext) || Array.TrueForAll(ids, id => id.Length > 1));
        return new OptionList(ids, [.. names.Select((own, k) => (IReadOnlyList<string>)[.. own, .. isCounted ? [Number(k)] : (string[])[]])]);
    }

    private static string[] NamesOf(StudyColumn column, string option, string? text) =>
    [
        .. column.Codes.Where(pair => pair.Level == option).Select(pair => pair.Code).Prepend(text ?? "").Prepend(option)
            .Select(name => Folding.Fold(name)).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal),
    ];

    private static string Number(int option) => (option + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>9 is 9.0 where numbers are read or stand for levels; in codes and texts 099 is not 99.</summary>
    private MissingTexts MissingOf(StudyColumn column) => new([.. study.Missing, .. column.Missing], column.As is StudyColumnType.Number or StudyColumnType.Category or StudyColumnType.Flag);
}
