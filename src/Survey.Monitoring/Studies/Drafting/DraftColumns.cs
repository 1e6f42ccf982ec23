using Survey.Files;

namespace Survey.Monitoring.Drafting;

/// <summary>What the headings of all waves become in a draft.</summary>
internal sealed class DraftColumns
{
    private readonly IReadOnlySet<string> _missing;
    private readonly Dictionary<string, (List<ColumnProfile> Headings, KnownColumn? Known)> _named = new(StringComparer.Ordinal);
    private readonly List<DraftColumn> _columns = [], _derived = [];
    private readonly List<(string Heading, string Called)> _personal = [];

    private readonly IReadOnlySet<string>? _items;

    private DraftColumns(IReadOnlySet<string> missing, IReadOnlySet<string>? items) => (_missing, _items) = (missing, items);

    /// <summary>Columns that are read.</summary>
    public IReadOnlyList<DraftColumn> Columns => _columns;

    /// <summary>Columns that are derived.</summary>
    public IReadOnlyList<DraftColumn> Derived => _derived;

    /// <summary>Headings of personal data, and what they hold.</summary>
    public IReadOnlyList<(string Heading, string Called)> Personal => _personal;

    /// <summary>The numbered items of each wave; null where it has none.</summary>
    public Dictionary<string, AnswerFamily?> Answers { get; } = [];

    /// <summary>Headings of a column that one wave writes otherwise, by wave.</summary>
    public Dictionary<string, List<(string Name, string Heading)>> Overrides { get; } = [];

    /// <param name="waves">Earliest first.</param>
    /// <param name="missing">Texts that mean missing everywhere.</param>
    /// <param name="items">The numbers of the instrument's items; null where no file lists them.</param>
    public static DraftColumns Of(IReadOnlyList<WaveProfile> waves, IReadOnlySet<string> missing, IReadOnlySet<string>? items)
    {
        var columns = new DraftColumns(missing, items);
        foreach (WaveProfile wave in waves)
            columns.Take(wave);
        foreach ((string name, (List<ColumnProfile> headings, KnownColumn? known)) in columns._named)
            columns._columns.Add(DraftColumn.Of(name, YamlText.OneOrList([.. headings.Select(heading => heading.Heading).Distinct()]), headings[0], known, missing));
        columns.Derive();
        return columns;
    }

    public bool Has(string name) => _named.ContainsKey(name) || _derived.Exists(column => column.Name == name);

    /// <summary>The headings that a column has, one for each wave.</summary>
    public IReadOnlyList<ColumnProfile> Headings(string name) => _named.TryGetValue(name, out var own) ? own.Headings : [];

    private void Take(WaveProfile wave)
    {
        Overrides[wave.Id] = [];
        ColumnProfile[] headings = [.. wave.Columns.Where(pair => pair.Files == wave.Paths.Count).Select(pair => pair.Column)];
        headings = [.. headings.Where(heading => !IsPersonal(heading))];
        var left = new List<ColumnProfile>(headings);
        // without a list of items demographics may be numbered as items are, so those that are known go first
        AnswerFamily? family = _items is null ? null : Leave(left, AnswerFamily.Among(left, _items));
        foreach (OptionGroup group in OptionGroup.Among(left))
        {
            left.RemoveAll(group.Members.Contains);
            if (_columns.TrueForAll(column => column.Name != NameOf(group.Stem)))
                _columns.Add(new DraftColumn(NameOf(group.Stem), group.Keys, "guess: one column an option", false));
        }
        foreach (KnownColumn known in KnownColumn.All)
            if (left.Where(heading => known.Fit(heading.Heading) > 0).MaxBy(heading => known.Fit(heading.Heading)) is { } fitting)
            {
                left.Remove(fitting);
                Name(known.Name, fitting, known);
            }
        Answers[wave.Id] = family ?? Leave(left, AnswerFamily.Among(left, null));
        foreach (ColumnProfile heading in left)
            Name(NameOf(heading.Heading), heading, null);
    }

    private static AnswerFamily? Leave(List<ColumnProfile> left, AnswerFamily? family)
    {
        if (family is not null)
            left.RemoveAll(family.Members.Contains);
        return family;
    }

    private bool IsPersonal(ColumnProfile heading)
    {
        if (PersonalData.KindOf(heading.Heading, heading.Texts.Select(pair => (pair.Key, pair.Value))) is not { } found)
            return false;
        if (!_personal.Exists(pair => pair.Heading == heading.Heading))
            _personal.Add((heading.Heading, found.Kind.Called()));
        return true;
    }

    private void Name(string name, ColumnProfile heading, KnownColumn? known)
    {
        if (_named.TryGetValue(name, out var own))
            own.Headings.Add(heading);
        else
            _named.Add(name, ([heading], known));
    }

    /// <summary>A name that expressions can use plainly, made of a heading.</summary>
    private string NameOf(string heading)
    {
        string words = new([.. QuestionNumber.Without(heading).Where(c => char.IsLetterOrDigit(c) || c == '_').Take(16)]);
        string name = words.Length == 0 || char.IsAsciiDigit(words[0]) ? "c" + words : words;
        string free = name;
        for (int k = 2; _named.TryGetValue(free, out var taken) && taken.Headings[0].Heading != heading; k++)
            free = $"{name}_{k}";
        return free;
    }

    private void Derive()
    {
        DraftColumn? village = _columns.Find(column => column.Name == "village");
        if (village is not null && village.Keys.Contains("digits: 12", StringComparison.Ordinal) && !Has("town"))
            _derived.Add(new DraftColumn("town", "derive: \"left(village, 9)\"", "guess: the first 9 digits name the town; labels: a file of two columns names them for readers", false));
        if (!Has("age") && IsDate("birth") && IsDate("surveyed"))
            _derived.Add(new DraftColumn("age", "derive: \"age(birth, surveyed)\", unit: completed years", null, false));
        if (Has("age"))
            _derived.Add(new DraftColumn("ageGroup", "derive: \"cut(age, 15, 25, 35, 45, 55, 65, 70)\", labels: [15~24岁, 25~34岁, 35~44岁, 45~54岁, 55~64岁, 65~69岁]", null, false));
    }

    private bool IsDate(string name) => _columns.Exists(column => column.Name == name && column.Keys.Contains("as: date", StringComparison.Ordinal));
}
