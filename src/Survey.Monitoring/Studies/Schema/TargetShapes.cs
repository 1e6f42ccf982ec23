using static Survey.Monitoring.KeyShape;

namespace Survey.Monitoring;

/// <summary>The shapes of targets and of their rules.</summary>
internal static class TargetShapes
{
    private static readonly ScalarShape Direction = Scalars.Words("rising", "falling");

    private static readonly ScalarShape Area = Scalars.Words("province", "city", "nation", "county");

    private static readonly ScalarShape Since = Scalars.Text;

    /// <summary>A rule, or several joined: exactly one key says which kind it is, the others go with it.</summary>
    public static NamedShape Rule { get; } = new("rule", () => Kinds(Rule!, [], [("about", ["tolerance"])]));

    /// <summary>A rule of a programme, which may leave a choice open.</summary>
    public static NamedShape ProgrammeRule { get; } = new("rule", () => Kinds(ProgrammeRule!, [Optional("byChoice", ByChoice(ProgrammeRule!), "another rule for each way in which what a notice leaves open may be chosen")], []));

    private static readonly string[] KindNames =
    [
        "atLeast", "moreThan", "atMost", "lessThan", "about", "fullCoverage", "zeroEvents", "risesByPercent", "fallsByPercent", "risesByPoints", "fallsByPoints",
        "above", "below", "reaches", "notAbove", "noWorseThan", "trend", "topShare", "topPlaces", "inEveryTown", "prerequisite", "reviewed", "allOf", "anyOf", "byAreaType",
    ];

    private static readonly MapShape Target = new(
        Required("id", Scalars.Text, "its number in the notice, in quotes"),
        Optional("zh", Scalars.Text, "what Chinese reports call it; the name of the indicator where it is left out"),
        Optional("en", Scalars.Text, "what English reports call it"),
        Optional("indicator", Scalars.Text, "the indicator that its rule is about"),
        Optional("wave", Scalars.Text, "the wave that is judged; the last one where it is left out"),
        Optional("age", Scalars.AgeRange, "the ages that the target speaks of, where it names any"),
        Optional("figures", Scalars.Words("ours", "confirmed"), "which figure judges as published: the study's own, or the one that a higher office confirmed"),
        Required("rule", Rule, "what must be so"));

    /// <summary>What must be reached.</summary>
    public static ListShape Targets { get; } = new(Target);

    private static MapShape ByChoice(NamedShape rule) => new(
        Optional("sewage", new MapShape(Optional("city", rule, "the rule of a city"), Optional("county", rule, "the rule of a county")), "which threshold of sewage treatment applies"),
        Optional("below", new MapShape(Optional("inclusive", rule, "the rule if 以下 includes the number"), Optional("strict", rule, "the rule if it does not")), "whether 以下 includes the number"),
        Optional("yearly", new MapShape(Optional("on-average", rule, "the rule of the average year"), Optional("every-year", rule, "the rule of every year")), "whether 每年 is every single year"),
        Optional("range", new MapShape(Optional("both-ends", rule, "the rule if both ends bind"), Optional("at-least", rule, "the rule if only the lower end does")), "whether the upper end of a range binds"))
    { ExactlyOne = ["sewage", "below", "yearly", "range"] };

    private static MapShape Kinds(NamedShape rule, KeyShape[] more, (string Key, string[] Others)[] needs) => new(
    [
        Optional("atLeast", Scalars.NumberOrPercent, "at least so much: 达到, 不低于, 以上"),
        Optional("moreThan", Scalars.NumberOrPercent, "more than so much: 超过"),
        Optional("atMost", Scalars.NumberOrPercent, "at most so much: 不高于, 以内"),
        Optional("lessThan", Scalars.NumberOrPercent, "less than so much: 低于"),
        Optional("about", Scalars.NumberOrPercent, "about so much (左右), no further than tolerance"),
        Optional("tolerance", Scalars.Number, "how far from about it may be; of a rate in percentage points"),
        Optional("per", Scalars.Whole(1), "of atLeast and the like: per how many, such as 1000"),
        Optional("unit", Scalars.Text, "its unit, such as m2"),
        Optional("fullCoverage", Scalars.Words("true"), "the numerator is the denominator: 全覆盖, 100 %"),
        Optional("zeroEvents", Scalars.Words("true"), "there is not one"),
        Optional("risesByPercent", Scalars.Number, "rises by so many per cent of its earlier value; 20 is from 25 % to 30 %"),
        Optional("fallsByPercent", Scalars.Number, "falls by so many per cent of its earlier value; 10 is from 22 % to 19.8 %"),
        Optional("risesByPoints", new ChoiceShape(Scalars.Number, new ListShape(Scalars.Number) { Least = 2, Most = 2 }, null), "rises by so many percentage points; 1.5 is from 20 % to 21.5 %; [3, 5] is a range"),
        Optional("fallsByPoints", new ChoiceShape(Scalars.Number, new ListShape(Scalars.Number) { Least = 2, Most = 2 }, null), "falls by so many percentage points, or by a range [3, 5]"),
        Optional("since", Since, "the wave it is compared with: lastYear, start, or the id of a wave"),
        Optional("yearly", Scalars.Words("on-average", "every-year"), "points are those of a year: on average between the two waves, or from every wave to the next"),
        Optional("above", Area, "above the average of an area: 高于"),
        Optional("below", Area, "below the average of an area: 低于"),
        Optional("reaches", Area, "at the average of an area or above it: 达平均水平以上"),
        Optional("notAbove", Area, "at the average of an area or below it"),
        Optional("noWorseThan", Since, "no worse than a wave (不低于去年同期): lastYear, start, or its id"),
        Optional("marginPoints", Scalars.Number, "by how many percentage points it may be worse"),
        Optional("sameSeason", Scalars.Words("true"), "of noWorseThan: both must be known to be of the same season (同期)"),
        Optional("trend", Direction, "rises or falls from every wave to the next: 逐年提高, 逐年下降"),
        Optional("topShare", Scalars.Number, "ranked in the top so many per cent of units"),
        Optional("topPlaces", Scalars.Whole(1), "ranked in the first so many units"),
        Optional("unitName", Scalars.Text, "which of the units that are ranked"),
        Optional("scores", Scalars.Path, "a file of two columns, units and their scores"),
        Optional("rounding", Scalars.Words("down", "nearest", "up"), "how a share of units becomes a number of places"),
        Optional("ties", Scalars.Words("all", "none"), "whether all units that share the last place reach it, or none"),
        Optional("inEveryTown", rule, "the rule holds in every town of the area"),
        Optional("prerequisite", Scalars.Text, "that another target, by its id, is met"),
        Optional("reviewed", Scalars.Words("true"), "a reviewer decides, under reviews"),
        Optional("allOf", new ListShape(rule), "all of these rules"),
        Optional("anyOf", new ListShape(rule), "one of these rules is enough"),
        Optional("byAreaType", new MapShape(
            Optional("city", rule, "the rule for a city"), Optional("county", rule, "the rule for a county"), Optional("district", rule, "the rule for a district"))
        { AtLeastOne = ["city", "county", "district"] }, "another rule for each kind of area"),
        Optional("indicator", Scalars.Text, "the indicator that this rule is about, where it is another than the target's"),
        .. more,
    ])
    {
        ExactlyOne = [.. KindNames, .. more.Select(key => key.Name)],
        Needs =
        [
            .. needs, ("tolerance", ["about"]), ("risesByPercent", ["since"]), ("fallsByPercent", ["since"]), ("risesByPoints", ["since"]), ("fallsByPoints", ["since"]),
            ("topShare", ["unitName", "scores", "rounding", "ties"]), ("topPlaces", ["unitName", "scores", "ties"]),
        ],
    };
}
