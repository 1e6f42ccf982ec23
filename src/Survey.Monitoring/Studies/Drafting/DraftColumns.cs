using Survey.Files;
using Survey.Monitoring.Intake;

namespace Survey.Monitoring.Drafting;

/// <summary>What the headings of all waves become in a draft.</summary>
internal sealed class DraftColumns
{
    private const string AgeOfBirth = "derive: \"age(birth, surveyed)\"";

    private readonly IReadOnlyList<WaveProfile> _waves;
    private readonly IReadOnlySet<string> _missing;
    private readonly IReadOnlySet<string>? _items;
    private readonly DraftNames _names = new();
    private readonly OrderedDictionary<string, DraftSource> _sources = new(StringComparer.Ordinal);
    private readonly List<DraftColumn> _columns = [];
    private readonly OrderedDictionary<string, string> _personal = new(StringComparer.Ordinal);

    private DraftColumns(IReadOnlyList<WaveProfile> waves, IReadOnlySet<string> missing, IReadOnlySet<string>? items) => (_waves, _missing, _items) = (waves, missing, items);

    /// <summary>Columns, those that are derived last.</summary>
    public IReadOnlyList<DraftColumn> Columns => _columns;

    /// <summary>Headings of personal data, and what they hold.</summary>
    public IEnumerable<(string Heading, string Called)> Personal => _personal.Select(pair => (pair.Key, pair.Value));

    /// <summary>The numbered items of each wave; null where it has none.</summary>
    public Dictionary<string, AnswerFamily?> Answers { get; } = [];

    /// <param name="waves">Earliest first.</param>
    /// <param name="missing">Texts that mean missing everywhere.</param>
    /// <param name="items">The numbers of the instrument's items; null where no file lists them.</param>
    /// <exception cref="SurveyDataException">No heading is left that could be a column.</exception>
    public static DraftColumns Of(IReadOnlyList<WaveProfile> waves, IReadOnlySet<string> missing, IReadOnlySet<string>? items)
    {
        var columns = new DraftColumns(waves, missing, items);
        // what is personal in one wave is in all of them
        foreach (WaveProfile wave in waves)
            columns.TakePersonal(wave);
        foreach (WaveProfile wave in waves)
            columns.Take(wave);
        columns._columns.AddRange(columns._sources.Values.Select(source => columns.Column(source)));
        if (columns._columns.TrueForAll(column => column.IsLeftOut))
            throw new SurveyDataException("No heading of the files is left that could be a column of a study: all are numbered items, personal data or free text; check that the files are the exports of a survey, and that the headings stand in one of the first rows.");
        columns.Derive();
        return columns;
    }

    /// <summary>A column that is read or derived, or null.</summary>
    public DraftColumn? this[string name] => _columns.Find(column => column.Name == name && !column.IsLeftOut);

    public bool Has(string name) => this[name] is not null;

    /// <summary>The heading that a column has in a wave, or null.</summary>
    public ColumnProfile? HeadingIn(WaveProfile wave, string name) => _sources.TryGetValue(name, out DraftSource? source) ? source.Headings.GetValueOrDefault(wave.Id) : null;

    /// <summary>What a wave writes otherwise than the study, as keys of its columns.</summary>
    public IEnumerable<(string Name, string Keys)> DifferencesIn(WaveProfile wave)
    {
        foreach (DraftSource source in _sources.Values)
            if (Has(source.Name) && source.DifferenceIn(wave, _missing) is { } keys)
                yield return (source.Name, source.Name == "age" && IsDay(wave, "birth") && IsDay(wave, "surveyed") ? AgeOfBirth : keys);
    }

    /// <summary>Headings that only some files of a wave have, so that the wave's column is not drafted, and how many have them.</summary>
    public IEnumerable<(string Heading, int Files)> PartlyIn(WaveProfile wave) =>
        wave.Headings.Where(heading => heading.Files < wave.Paths.Count && !IsPersonal(heading.Column.Heading)).Select(heading => (HeadingIndex.Shown(heading.Column.Heading), heading.Files));

    private DraftColumn Column(DraftSource source)
    {
        DraftColumn column = source.Column(_missing);
        string[] twice = [.. _waves.Where(wave => wave.Headings.Any(heading => heading.StandsTwice && source.Headings.GetValueOrDefault(wave.Id) == heading.Column)).Select(wave => wave.Id)];
        return twice.Length == 0 ? column : column with { Comment = $"? the heading stands twice in a file of {string.Join(", ", twice)}; give each column its own{(column.Comment is null ? "" : $"; {column.Comment}")}" };
    }

    private void TakePersonal(WaveProfile wave)
    {
        foreach (ColumnProfile column in wave.Headings.Select(heading => heading.Column))
            if (!_personal.ContainsKey(column.Heading) && Called(column) is { } called)
                _personal.Add(column.Heading, called);
    }

    private static string? Called(ColumnProfile column) =>
        PersonalData.KindOf(column.Heading, column.Texts.Select(pair => (pair.Key, pair.Value)))?.Kind.Called() ?? StaffHeading.Called(column.Heading, column.Texts.Keys);

    /// <summary>"姓 名" is 姓名, as it is to those who read the study.</summary>
    private bool IsPersonal(string heading) => _personal.Keys.Any(personal => HeadingIndex.WithoutBlanks(personal) == HeadingIndex.WithoutBlanks(heading));

    private void Take(WaveProfile wave)
    {
        List<ColumnProfile> left = [.. wave.Headings.Where(heading => heading.Files == wave.Paths.Count && !IsPersonal(heading.Column.Heading)).Select(heading => heading.Column)];
        // without a list of items demographics may be numbered as items are, so those that are known go first
        AnswerFamily? family = _items is null ? null : Leave(left, AnswerFamily.Among(left, _items));
        foreach (OptionGroup group in OptionGroup.Among(left, text => _missing.Contains(text) || IsPersonal(text)))
        {
            left.RemoveAll(group.Members.Contains);
            SourceOf(_names.Of($"{group.Stem}(", group.Stem), null).Groups.Add(wave.Id, group);
        }
        foreach (KnownColumn known in KnownColumns.All)
            if (left.Where(heading => known.Fit(heading.Heading) > 0).MaxBy(heading => known.Fit(heading.Heading)) is { } fitting)
            {
                left.Remove(fitting);
                SourceOf(known.Name, known).Headings.Add(wave.Id, fitting);
            }
        // a study needs a column besides its items
        Answers[wave.Id] = family ?? (_sources.Count == 0 && AnswerFamily.Among(left, null)?.Members.Count == left.Count ? null : Leave(left, AnswerFamily.Among(left, null)));
        foreach (ColumnProfile heading in left)
            SourceOf(_names.Of(QuestionOf(heading.Heading), heading.Heading), null).Headings.Add(wave.Id, heading);
    }

    /// <summary>A question whose number alone differs between waves is one, unless a wave asks the same under two numbers.</summary>
    private string QuestionOf(string heading)
    {
        string text = QuestionNumber.Without(heading);
        return _waves.All(wave => wave.Headings.Count(other => QuestionNumber.Without(other.Column.Heading) == text) <= 1) ? text : heading;
    }

    private DraftSource SourceOf(string name, KnownColumn? known)
    {
        if (!_sources.TryGetValue(name, out DraftSource? source))
            _sources.Add(name, source = new DraftSource(name, known));
        return source;
    }

    private static AnswerFamily? Leave(List<ColumnProfile> left, AnswerFamily? family)
    {
        if (family is not null)
            left.RemoveAll(family.Members.Contains);
        return family;
    }

    private void Derive()
    {
        if (this["village"] is { Type: StudyColumnType.Code, Digits: 12 })
            _columns.Add(new DraftColumn("town", "derive: \"left(village, 9)\"", null, "guess: the first 9 digits name the town; labels: a file of two columns names them for readers"));
        if (!Has("age") && this["birth"]?.Type == StudyColumnType.Date && this["surveyed"]?.Type == StudyColumnType.Date)
            _columns.Add(new DraftColumn("age", $"{AgeOfBirth}, unit: completed years", null));
        if (!Has("ageGroup") && this["age"] is { Type: null or StudyColumnType.Number })
            _columns.Add(new DraftColumn("ageGroup", "derive: \"cut(age, 15, 25, 35, 45, 55, 65, 70)\", labels: [15~24岁, 25~34岁, 35~44岁, 45~54岁, 55~64岁, 65~69岁]", null));
    }

    private bool IsDay(WaveProfile wave, string name) => this[name]?.Type == StudyColumnType.Date && HeadingIn(wave, name) is not null;
}
