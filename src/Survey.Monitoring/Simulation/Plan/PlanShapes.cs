using System.Globalization;
using static Survey.Monitoring.KeyShape;

namespace Survey.Monitoring.Simulating;

/// <summary>What a plan of a simulation may hold.</summary>
internal static class PlanShapes
{
    private static readonly ScalarShape Effect = Number(-10, 10), Deviation = Number(0, 10);

    private static readonly ScalarShape Digits = new("a code of six digits", text =>
        text.Length == 6 && text.All(char.IsAsciiDigit) ? null : $"'{Excerpt.Of(text)}' is not a code of six digits; write it in quotes, such as \"329901\"")
    { Pattern = "^[0-9]{6}$", Types = ["string", "integer"] };

    private static readonly ScalarShape WaveId = new("an id", text =>
        text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? null : $"'{Excerpt.Of(text)}' is not an id; write letters and digits, such as \"2024\"")
    { Pattern = "^[A-Za-z0-9_-]+$", Types = ["string", "integer"] };

    private static readonly ScalarShape Seed = new("a whole number", text =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? null : $"'{Excerpt.Of(text)}' is not a whole number from 0 to 18446744073709551615; write digits, such as 2023")
    { Pattern = "^[0-9]+$", Types = ["integer", "string"] };

    private static readonly MapShape Area = new(
        Required("name", Scalars.Text, "what the county is called"),
        Required("code", Digits, "its code of six digits, which no county should have"));

    private static readonly ChoiceShape TownsOfKind = new(Scalars.Whole(0, PlaceNames.MostTowns), new ListShape(Scalars.Text) { IsDistinct = true }, null);

    private static readonly MapShape Towns = new(
        Required("urban", TownsOfKind, "the names of the urban ones, or how many there are"),
        Required("rural", TownsOfKind, "the names of the rural ones, or how many there are"));

    private static readonly MapShape Schooling = ByAge(new ListShape(Scalars.Percent) { Least = Education.Count, Most = Education.Count }, "shares of primary school or less, junior, senior and college", AgeGroups.Children + 1);

    private static readonly MapShape Population = new(
        Required("towns", Towns, "its towns, which are the strata"),
        Required("villages", Range(Scalars.Whole(1, PlaceNames.MostVillages)), "the fewest and the most villages of a town; every number between them is as likely"),
        Required("households", Range(Scalars.Whole(1, 100_000)), "the fewest and the most households of a village; their logarithms are spread evenly"),
        Required("householdSizes", new DictionaryShape("a number of members", Scalars.Percent), "shares of households by their number of members"),
        Required("men", Scalars.Percent, "the share of men"),
        Required("ages", ByAge(Scalars.Percent, "its share of all people"), "shares of people by age group"),
        Required("education", new MapShape(Required("urban", Schooling, "in urban towns"), Required("rural", Schooling, "in rural towns")), "shares of levels of education by age group"),
        Required("shortStay", Scalars.Percent, "the share of people who have lived there for 6 months or less"));

    private static readonly MapShape Literacy = new(
        Required("mean", Effect, "the ability of the reference: rural, with all effects 0"),
        Required("urban", Effect, "what living in an urban town adds"),
        Required("ages", ByAge(Effect, "what this age adds", AgeGroups.Children + 1), "what each age group adds"),
        Required("education", new MapShape([.. Education.Names.Select(name => Required(name, Effect, "what this level adds"))]), "what each level of education adds"),
        Required("deviations", new MapShape(
            Required("village", Deviation, "of villages, the same in all waves"),
            Required("villageInWave", Deviation, "of villages in one wave"),
            Required("household", Deviation, "of households"),
            Required("person", Deviation, "of people")), "standard deviations"));

    private static readonly MapShape Items = new(
        Required("discrimination", Number(0.01, 10), "how steeply the chance of a right answer rises with ability"),
        Required("difficulty", ByType(Range(Effect), "the easiest and the hardest item; the others lie evenly between them"), "difficulties on the scale of ability"),
        Required("guessing", ByType(Scalars.Percent, "the chance of a right answer without any ability"), "chances of guessing right"),
        Required("dontKnow", Scalars.Percent, "the share of wrong answers to items with one right option that are 不知道"),
        Required("partial", Scalars.Percent, "the share of wrong answers to items with several right options that are a part of these"));

    private static readonly MapShape Smoking = new(
        Required("men", ByAge(Scalars.Percent, "of men of this age", AgeGroups.Children + 1), "shares of current smokers among men in the first wave"),
        Required("women", ByAge(Scalars.Percent, "of women of this age", AgeGroups.Children + 1), "shares of current smokers among women in the first wave"),
        Required("lessThanDaily", Scalars.Percent, "the share of current smokers who do not smoke daily"),
        Required("village", Deviation, "the standard deviation of villages, in log odds"));

    private static readonly MapShape SecondHand = new(
        Required("withSmoker", Scalars.Percent, "the share of the exposed among those who live with a smoker"),
        Required("withoutSmoker", Scalars.Percent, "the share of the exposed among others"),
        Required("village", Deviation, "the standard deviation of villages, in log odds"));

    private static readonly MapShape Exercise = new(
        Required("urban", Scalars.Percent, "the share who exercise regularly in urban towns"),
        Required("rural", Scalars.Percent, "the share who exercise regularly in rural towns"),
        Required("village", Deviation, "the standard deviation of villages, in log odds"));

    private static readonly MapShape Sample = new(
        Required("villages", new MapShape(
            Required("perTown", Scalars.Whole(1, PlaceNames.MostVillages), "how many are drawn in each town"),
            Required("method", Scalars.Words("systematic", "sampford", "brewer", "pivotal"), "how they are drawn, in proportion to their households")), "the first stage"),
        Required("households", new MapShape(
            Required("perVillage", Scalars.Whole(1, 10_000), "how many are drawn in each village"),
            Required("method", Scalars.Words("srs", "systematic"), "how they are drawn"),
            Required("reserve", Scalars.Whole(0, 1_000), "how many more may be visited in a village in place of households that are not found")), "the second stage"),
        Required("interviewers", Scalars.Whole(1, 99), "how many each town has"));

    private static readonly MapShape Nonresponse = new(
        Required("unknown", Scalars.Percent, "the share of households of which nobody learns who lives there"),
        Required("notFound", Household, "households that nobody opens, however often it is tried"),
        Required("householdRefuses", Household, "households that refuse before their members are listed"),
        Required("personRefuses", new MapShape(
            Required("share", Scalars.Percent, "in rural towns, of women"),
            Required("urban", Effect, "what an urban town adds, in log odds"),
            Required("men", Effect, "what being a man adds, in log odds"),
            Required("ages", ByAge(Effect, "what this age adds, in log odds", AgeGroups.Children + 1, AgeGroups.Old), "what each age group adds")), "people who refuse"),
        Required("questionMissing", Scalars.Percent, "the share of answers left out, of each question but those about the person"),
        Required("itemMissing", Scalars.Percent, "the share of items not known that are left out rather than answered wrongly"),
        Required("manyItemsMissing", Scalars.Percent, "the share of people who leave out more than ten items"));

    private static readonly MapShape Change = new(
        Required("literacy", Effect, "what is added to everyone's ability"),
        Required("quitting", Scalars.Percent, "the share of smokers who have stopped"),
        Required("starting", new MapShape(Required("men", Scalars.Percent, "of men"), Required("women", Scalars.Percent, "of women")), "the share of others who have begun to smoke"),
        Required("secondHand", Effect, "what is added to second-hand smoke, in log odds"),
        Required("exercise", Effect, "what is added to exercise, in log odds"));

    private static readonly MapShape Wave = new(
        Required("id", WaveId, "its name, usually the year in quotes"),
        Required("fieldwork", new ListShape(Scalars.Date) { Least = 2, Most = 2 }, "the first and the last day of interviewing"),
        Optional("villages", new ChoiceShape(Scalars.Words("same", "new"), null, new MapShape(Required("keep", Number(0, 1), "the share of the villages of the wave before that stay"))), "same, new, or {keep: 0.5}: which villages are visited after the first wave"),
        Optional("change", Change, "what has changed since the wave before"));

    /// <summary>The whole file.</summary>
    public static MapShape Root { get; } = new(
        Required("format", Scalars.Words("1"), "the edition of this form: 1"),
        Required("title", new MapShape(Required("zh", Scalars.Text, "in Chinese"), Required("en", Scalars.Text, "in English")), "what the survey is called, in zh and en"),
        Required("area", Area, "the county"),
        Required("seed", Seed, "the same seed gives the same county"),
        Required("population", Population, "who lives there"),
        Required("literacy", Literacy, "what people know"),
        Required("items", Items, "how what they know becomes answers to 50 items"),
        Required("smoking", Smoking, "who smokes"),
        Required("secondHand", SecondHand, "who breathes the smoke of others"),
        Required("exercise", Exercise, "who exercises regularly"),
        Required("sample", Sample, "how the sample is drawn"),
        Required("nonresponse", Nonresponse, "who does not answer, and what is left out"),
        Required("waves", new ListShape(Wave) { Least = 2 }, "the surveys, the earliest first"),
        Required("shapes", new ListShape(Scalars.Words("clean", "towns", "options")) { IsDistinct = true }, "the forms in which the answers are written: clean, towns, options"));

    private static MapShape Household => new(
        Required("share", Scalars.Percent, "in rural towns"),
        Required("urban", Effect, "what an urban town adds, in log odds"));

    private static ListShape Range(ScalarShape of) => new(of) { Least = 2, Most = 2 };

    private static MapShape ByAge(Shape value, string doc, int from = 0, int to = AgeGroups.Count) =>
        new([.. AgeGroups.Names.Take(to).Skip(from).Select(name => Required(name, value, doc))]);

    private static MapShape ByType(Shape value, string doc) => new([.. Items50.Types.Select(type => Required(type, value, doc))]);

    private static ScalarShape Number(double least, double most)
    {
        string what = $"a number from {Invariant.Text(least)} to {Invariant.Text(most)}";
        return new(what, text =>
            Scalars.Number.Wrong(text) is null && double.Parse(text, CultureInfo.InvariantCulture) is { } value && value >= least && value <= most
                ? null
                : $"'{Excerpt.Of(text)}' is not {what}; write digits, with a decimal point if need be")
        { Pattern = Scalars.Number.Pattern, Types = ["number", "string"] };
    }
}
