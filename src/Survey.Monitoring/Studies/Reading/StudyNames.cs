using System.Text.RegularExpressions;

namespace Survey.Monitoring;

/// <summary>The names that a study declares, and whether what its sections name is among them.</summary>
internal sealed partial class StudyNames
{
    private readonly StudyErrors _errors;
    private readonly List<string> _columns = []; // in the order of the file, for messages
    private readonly HashSet<string> _known;
    private readonly string[] _waves;
    private readonly bool _hasInstrument;

    public StudyNames(MapNode root, StudyErrors errors)
    {
        _errors = errors;
        _hasInstrument = root.Has("instrument");
        _waves = [.. root.Maps("waves").Select(wave => wave.Map.Text("id")!)];
        foreach (MapEntry column in root.Map("columns")!.Entries)
            Declare(column.Key, "columns");
        _columns.AddRange(root.Map("columns")!.Entries.Select(entry => entry.Name));
        _known = new HashSet<string>(_columns, StringComparer.Ordinal);
        DeclareOptions(root);
        DeclareAdded(root);
    }

    /// <summary>Whether a name is that of a column or of an item whose column the instrument's file will tell.</summary>
    public bool IsKnown(string name) =>
        _known.Contains(name) || (_hasInstrument && (name == "unanswered" || Item().IsMatch(name)));

    /// <summary>Whether a name may be that of an item of the instrument.</summary>
    public bool IsItem(string name) => _hasInstrument && !_known.Contains(name) && Item().IsMatch(name);

    /// <summary>Whether a name is that of a column that every study makes by itself.</summary>
    /// <param name="name">Of a column.</param>
    /// <param name="hasInstrument">Whether the study has a questionnaire, whose items have columns too.</param>
    public static bool IsMade(string name, bool hasInstrument) => name is "wave" or "status" || (hasInstrument && (name == "unanswered" || Item().IsMatch(name)));

    /// <summary>Checks that texts name columns.</summary>
    /// <param name="names">As written.</param>
    /// <param name="where">Their key.</param>
    /// <param name="besides">A name that stands for something else there.</param>
    public void CheckColumns(IEnumerable<TextNode> names, string where, string? besides = null)
    {
        foreach (TextNode name in names)
            if (!_known.Contains(name.Text) && name.Text != besides)
                Unknown(name.Place, name.Text, where);
    }

    /// <summary>Checks that texts name columns or items of the instrument.</summary>
    /// <param name="names">As written.</param>
    /// <param name="where">Their key.</param>
    public void CheckColumnsAndItems(IEnumerable<TextNode> names, string where)
    {
        foreach (TextNode name in names)
            CheckKnown(name, [name.Text], where, scored: false);
    }

    /// <summary>Checks that an expression names columns.</summary>
    /// <param name="expression">As written.</param>
    /// <param name="where">Its key.</param>
    /// <param name="scored">Whether columns of scores are there too.</param>
    public void CheckExpression(TextNode expression, string where, bool scored = false) => CheckKnown(expression, Expr.Parse(expression.Text).Columns, where, scored);

    /// <summary>Checks that columns or expressions, scored or not, name columns.</summary>
    /// <param name="variables">As written, with or without "as NAME".</param>
    /// <param name="where">Their key.</param>
    public void CheckVariables(IEnumerable<TextNode> variables, string where)
    {
        foreach (TextNode variable in variables)
            CheckKnown(variable, Variable.Parse(variable.Text).Of.Columns, where, scored: true);
    }

    private void CheckKnown(TextNode node, IEnumerable<string> columns, string where, bool scored)
    {
        foreach (string name in columns)
            if (!IsKnown(name) && !(scored && _hasInstrument && Score().IsMatch(name)))
                Unknown(node.Place, name, where);
    }

    /// <summary>Checks that a section's list of waves names waves.</summary>
    public void CheckWaves(MapNode section, string where)
    {
        foreach (TextNode wave in section.TextNodes("waves"))
            if (!_waves.Contains(wave.Text))
                _errors.Add(wave.Place, $"{where}.waves names '{Excerpt.Of(wave.Text)}', which is no wave{Nearest.Hint(wave.Text, _waves, $"; the waves are {Excerpt.List(_waves)}")}");
    }

    private void Unknown(StudyPlace place, string name, string where) =>
        _errors.Add(place, $"{where} names '{Excerpt.Of(name)}', which is no column of the study{Nearest.Hint(name, _columns, $"; its columns are {Excerpt.List(_columns)}")}");

    /// <summary>Each option of a multiple-choice question has a flag, such as channel.A.</summary>
    private void DeclareOptions(MapNode root)
    {
        foreach (MapEntry column in root.Map("columns")!.Entries)
            if (column.Value is MapNode map && map.Text("as") == "multiple")
                foreach (string flag in (map["options"] is ListNode ? map.Texts("options") : map.Pairs("options").Select(pair => pair.Key)).Select(option => $"{column.Name}.{option}"))
                    if (!_known.Add(flag))
                        _errors.Add(column.Key.Place, $"columns.{column.Name} has an option whose flag is '{Excerpt.Of(flag)}', as another column is called; give one of the two another name");
    }

    private void DeclareAdded(MapNode root)
    {
        var waves = new Dictionary<string, List<IReadOnlyList<string>>>(StringComparer.Ordinal);
        foreach ((MapNode lookup, string where) in root.Maps("lookups"))
            foreach (MapEntry added in lookup.Map("columns")!.Entries)
            {
                Declare(added.Key, $"{where}.columns");
                List<IReadOnlyList<string>> others = waves.TryGetValue(added.Name, out var found) ? found : waves[added.Name] = [];
                IReadOnlyList<string> own = lookup.Texts("waves");
                // one file a wave may bring the same column
                if (_known.Contains(added.Name) && (others.Count == 0 || others.Any(other => Overlap(own, other))))
                    Twice(added.Key);
                others.Add(own);
                _known.Add(added.Name);
            }
        if (root.Map("personalData")?.Map("pseudonym")?["as"] is TextNode pseudonym)
        {
            Declare(pseudonym, "personalData.pseudonym.as");
            if (!_known.Add(pseudonym.Text))
                Twice(pseudonym);
        }
        _columns.AddRange(_known.Except(_columns).ToArray());
        if (_hasInstrument)
            _columns.Add("unanswered");
    }

    // no list of waves means all of them
    private static bool Overlap(IReadOnlyList<string> some, IReadOnlyList<string> others) => some.Count == 0 || others.Count == 0 || some.Intersect(others).Any();

    private void Twice(TextNode name) =>
        _errors.Add(name.Place, $"there is another column '{Excerpt.Of(name.Text)}' already; give one of the two another name");

    private void Declare(TextNode name, string where)
    {
        if (!ExprLexer.IsPlainName(name.Text))
            _errors.Add(name.Place, $"'{Excerpt.Of(name.Text)}' in {where} cannot be the name of a column; begin with a letter, go on with letters, digits, _ and ., and take no word of expressions ({string.Join(", ", ExprLexer.Keywords)})");
        else if (IsMade(name.Text, _hasInstrument))
            _errors.Add(name.Place, $"'{name.Text}' in {where} is the name of a column that every study makes by itself; give it another name");
    }

    [GeneratedRegex("^(score|literate)(\\.[A-Za-z]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Score();

    [GeneratedRegex("^Q[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Item();
}
