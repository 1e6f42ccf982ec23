using static Survey.Monitoring.KeyShape;

namespace Survey.Monitoring;

/// <summary>What a programme file may hold.</summary>
internal static class ProgrammeShapes
{
    private static readonly KeyShape[] _names = [Required("zh", Scalars.Text, "its short name in Chinese"), Required("en", Scalars.Text, "its short name in English")];

    private static readonly KeyShape _quote = Required("quote", Scalars.Text, "the clause, word for word");

    private static readonly ListShape _units = new(Scalars.Text) { IsDistinct = true };

    private static readonly MapShape _name = new(_names);

    private static readonly KeyShape[] _scored =
    [
        Optional("points", Scalars.Number, "its points, where the notice gives them"),
        Optional("source", Scalars.Words("survey", "records", "measurement", "review"), "where its evidence comes from"),
        Optional("indicator", Scalars.Text, "the indicator of the survey that it is about"),
        Optional("age", Scalars.Text, "adults or elderly, where that is a choice, or the ages that the notice states"),
        Optional("rule", TargetShapes.ProgrammeRule, "what must be so"),
        Optional("figures", new DictionaryShape("a letter", _name), "the records that it needs, where it needs several"),
        Optional("units", _units, "who answers for it"),
        Optional("by", Scalars.Month, "the last month of a date of its own"),
        Optional("note", _name, "what an evaluator must know"),
    ];

    private static readonly MapShape _part = new([.. _names, Optional("quote", Scalars.Text, "the clause, where it is another than the item's"), .. _scored]) { ExactlyOne = ["rule"], Needs = [("rule", ["source"])] };

    private static readonly MapShape _item = new(
    [
        Required("no", Scalars.Text, "its number in the notice, in quotes"),
        Required("dimension", Scalars.Text, "the id of its chapter"),
        .. _names,
        _quote,
        Optional("phase", Scalars.Text, "the id of the phase in which it is due, where that is not the main one"),
        .. _scored,
        Optional("parts", new ListShape(_part) { Least = 2 }, "its parts, where points are split"),
    ])
    { ExactlyOne = ["rule", "parts"], Needs = [("rule", ["source"])] };

    private static readonly MapShape _phase = new(
        Required("id", Scalars.Text, "its id"), _names[0], _names[1],
        Required("from", Scalars.Month, "its first month"),
        Required("to", Scalars.Month, "its last month"),
        Optional("quote", Scalars.Text, "what the notice says of it"),
        Optional("wave", Scalars.Words("baseline", "final"), "the survey that it holds"));

    private static readonly MapShape _duty = new([.. _names, Required("when", _name, "by when, or how often"), Optional("units", _units, "who owes it"), _quote]);

    private static readonly MapShape _choice = new([.. _names, _quote, Required("for", CommonShapes.TextList, "the ids of the parts that rest on it")]);

    private static readonly MapShape _dimension = new([Required("id", Scalars.Text, "its number"), .. _names, Optional("points", Scalars.Number, "the points that the notice states")]);

    private static readonly MapShape _missing = new([Required("no", Scalars.Text, "its number"), Required("dimension", Scalars.Text, "the id of its chapter"), .. _names]);

    private static readonly MapShape _ranking = new(
    [
        .. _names,
        Required("outOf", Scalars.Number, "the most points there are"),
        Required("topShare", Scalars.Number, "the share, in per cent, that gets the grade"),
        _quote,
        Optional("note", _name, "what an evaluator must know"),
    ]);

    /// <summary>The whole file.</summary>
    public static MapShape Root { get; } = new(
    [
        Required("format", Scalars.Words("1"), "the edition of this form: 1"),
        Required("id", Scalars.Text, "the name by which a study uses it"),
        .. _names,
        Required("notice", new MapShape(
            Required("zh", Scalars.Text, "the title of the scheme"),
            Optional("number", Scalars.Text, "the number of the notice"),
            Optional("date", Scalars.Date, "its date")), "the notice that it follows"),
        Optional("referenceYear", Scalars.Words("same", "latest-published"), "of which year an average is, where the notice says so"),
        Optional("units", new DictionaryShape("the id of a department", _name), "the departments, never people"),
        Required("calendar", new ListShape(_phase), "the phases, the earliest first"),
        Required("mainPhase", Scalars.Text, "the phase of items that say no other"),
        Optional("duties", new ListShape(_duty), "what is owed at set times beside the items"),
        Optional("choices", new MapShape([.. ProgrammeChoices.Shapes.Select(own => Optional(own.Name, _choice, own.Doc))]), "what the notice leaves open"),
        Required("dimensions", new ListShape(_dimension), "the chapters"),
        Required("items", new ListShape(_item), "the items, in the notice's order"),
        Optional("missing", new ListShape(_missing), "numbers that the notice's own table lacks"),
        Optional("ranking", _ranking, "a ranking of departments by scores"),
    ]);
}
