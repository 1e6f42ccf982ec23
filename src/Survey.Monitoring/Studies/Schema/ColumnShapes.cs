using static Survey.Monitoring.KeyShape;

namespace Survey.Monitoring;

/// <summary>The shapes of columns, in the study and where a wave writes them otherwise.</summary>
internal static class ColumnShapes
{
    private static readonly ChoiceShape Label = new(Scalars.Text, null, CommonShapes.LocalText);

    private static readonly ChoiceShape Labels = new(
        Scalars.Path,
        new ListShape(Label),
        new DictionaryShape("a level", Label));

    private static readonly ChoiceShape Options = new(
        null,
        CommonShapes.TextList,
        new DictionaryShape("an option", Scalars.Text));

    /// <summary>How answers with several options are written.</summary>
    public static MapShape Multiple { get; } = new(
        Optional("separators", Scalars.Text, "the characters that may stand between options joined in one column"),
        Optional("columns", Scalars.Text, "the heading of the column of an option, such as \"{item}({option})\", where each option has a column"),
        Optional("chosen", CommonShapes.Texts, "what stands in the column of an option that was chosen"),
        Optional("notChosen", CommonShapes.Texts, "what stands in the column of an option that was not chosen"))
    { Needs = [("chosen", ["columns"]), ("notChosen", ["columns"])] };

    private static readonly KeyShape[] Keys =
    [
        Optional("from", CommonShapes.Texts, "the headings it may have in a file"),
        Optional("derive", Scalars.Expression, "the expression it is made of, in place of from"),
        Optional("as", Scalars.Words("category", "text", "code", "number", "date", "flag", "multiple"), "what it holds"),
        Optional("codes", new DictionaryShape("a code or text of the files", Scalars.Text), "what a code or text of the files stands for"),
        Optional("levels", CommonShapes.TextList, "its levels in the order in which they are shown"),
        Optional("labels", Labels, "what readers are shown for its levels: a list in their order, a map, or a file of two columns; a label is a text, or {zh: ..., en: ...}"),
        Optional("missing", CommonShapes.MissingTexts, "texts that mean missing in this column; they add to those of the study"),
        Optional("digits", Scalars.Whole(1, 50), "the number of digits of every code"),
        Optional("recode", Scalars.Path, "a file of two columns, codes as the files write them and what they became"),
        Optional("formats", ChoiceShape.OneOrList(Scalars.DateForm), "how dates are written, such as yyyyMM; excel is a number of days"),
        Optional("options", Options, "the options of a multiple-choice question: a list, or a map with their texts"),
        Optional("multiple", Multiple, "how several options are written"),
        Optional("unit", Scalars.Text, "the unit of a quantity"),
        Optional("title", CommonShapes.LocalText, "what reports call it"),
    ];

    /// <summary>The columns of a study.</summary>
    public static DictionaryShape Columns { get; } = new("the name of a column", new MapShape(Keys) { ExactlyOne = ["from", "derive"] });

    /// <summary>The columns that a wave writes otherwise.</summary>
    public static DictionaryShape InWave { get; } = new(
        "the name of a column",
        new MapShape([.. Keys, Optional("absent", Scalars.Words("true"), "true where this wave did not ask it, so that nobody has a value")]));
}
