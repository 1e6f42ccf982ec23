using static Survey.Monitoring.KeyShape;

namespace Survey.Monitoring;

/// <summary>The shapes of waves.</summary>
internal static class WaveShapes
{
    /// <summary>How files are read.</summary>
    public static MapShape Read { get; } = new(
        Optional("sheet", CommonShapes.Texts, "the name of the sheet of a workbook or its number from 1, or a list of them; * is every visible sheet"),
        Optional("headerRow", Scalars.Whole(1, 1000), "the row of the headings, from 1"),
        Optional("encoding", Scalars.Words("utf-8", "gb18030", "utf-16"), "how the characters of a CSV file are written"),
        Optional("delimiter", Scalars.Character, "the character between the fields of a CSV file"));

    private static readonly ScalarShape Option = Scalars.Words("letters", "numbers", "texts");

    private static readonly MapShape Answers = new(
        Required("columns", Scalars.Text, "the heading of the column of an item, such as \"Q{item}\"; * stands for any text"),
        Required("options", ChoiceShape.OneOrList(Option), "how a chosen option is written: letters, numbers, texts, or a list of these"),
        Optional("multiple", ColumnShapes.Multiple, "how answers with several options are written"));

    private static readonly MapShape Edition = new(
        Required("version", Scalars.Text, "its edition, in quotes"),
        Optional("items", Scalars.Path, "the file of its items, where that is another"));

    private static readonly MapShape Duplicates = new(
        Required("key", CommonShapes.Texts, "the columns that together name a row"),
        Required("then", Scalars.Words("fail", "first", "last"), "what happens with rows of the same key: fail, or keep the first or the last"),
        Optional("by", Scalars.Text, "the column that says which row comes first"));

    private static readonly MapShape Wave = new(
        Required("id", Scalars.Text, "its name, usually the year in quotes"),
        Optional("role", Scalars.Words("baseline", "final", "monitoring"), "what the survey is for"),
        Optional("fieldwork", new ListShape(Scalars.Date) { Least = 2, Most = 2 }, "the first and the last day of interviewing"),
        Required("files", ChoiceShape.OneOrList(Scalars.Path), "its files: paths or patterns such as data/*.xlsx, relative to the study"),
        Optional("read", Read, "how its files are read"),
        Optional("columns", ColumnShapes.InWave, "columns that this wave writes otherwise: only what differs"),
        Optional("instrument", Edition, "the edition of the questionnaire, where it is another than the study's"),
        Optional("answers", Answers, "how the answers to the items of the instrument are written"),
        Optional("duplicates", Duplicates, "what tells rows apart, and what happens where two are alike"));

    /// <summary>All waves.</summary>
    public static ListShape Waves { get; } = new(Wave);
}
