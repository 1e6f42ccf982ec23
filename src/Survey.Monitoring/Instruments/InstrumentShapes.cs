using static Survey.Monitoring.KeyShape;

namespace Survey.Monitoring.Instruments;

/// <summary>The shape of the structure of a questionnaire.</summary>
internal static class InstrumentShapes
{
    private static MapShape ByType(string what, ScalarShape number) => new(
        Optional("true-false", number, $"{what} of items of right or wrong"),
        Optional("single", number, $"{what} of items of one option"),
        Optional("multiple", number, $"{what} of items of several options"));

    private static readonly MapShape Total = new(
        Optional("items", Scalars.Whole(1), "how many items"),
        Optional("points", Scalars.Whole(1), "all points"),
        Optional("cut", Scalars.Whole(1), "the least score of the literate"));

    private static readonly MapShape Part = new(
        [
            Required("id", Scalars.Text, "its name in columns: letters only"),
            Optional("zh", Scalars.Text, "what it is called in Chinese"),
            Optional("en", Scalars.Text, "what it is called in English"),
            .. Total.Keys,
        ]);

    public static MapShape Root { get; } = new(
        Required("format", Scalars.Words("1"), "the edition of this form: 1"),
        Required("id", Scalars.Text, "the name of the questionnaire"),
        Required("title", CommonShapes.LocalText, "what it is called"),
        Optional("literate", Scalars.Percent, "the share of the points of a scale from which somebody is literate; 80 % where it is left out"),
        Required("points", ByType("the points", Scalars.Whole(1, KeyFile.MostPoints)), "the points of an item by its type"),
        Optional("items", ByType("the number", Scalars.Whole(0)), "how many items of each type there are"),
        Optional("total", Total, "what all items add up to"),
        Optional("aspects", new ListShape(Part), "parts into which each item falls once"),
        Optional("issues", new ListShape(Part), "other parts into which each item falls once"));
}
