using static Survey.Monitoring.KeyShape;

namespace Survey.Monitoring;

/// <summary>The shapes of what is done with the rows of all waves.</summary>
internal static class DataShapes
{
    private static readonly MapShape Pseudonym = new(
        Required("from", CommonShapes.Texts, "the headings that the personal number may have in a file"),
        Required("as", Scalars.Text, "the name of the column of hashes"),
        Required("keyFile", Scalars.Path, "a file of at least 16 bytes that nobody else has"));

    /// <summary>Personal data.</summary>
    public static MapShape PersonalData { get; } = new(
        Optional("drop", CommonShapes.TextList with { Least = 0 }, "headings whose columns are never read into a table"),
        Optional("keep", CommonShapes.TextList with { Least = 0 }, "columns that look like personal data and are none"),
        Optional("pseudonym", Pseudonym, "a keyed hash in the place of a personal number, only if waves are matched by person"));

    private static readonly MapShape Sheet = new(
        Optional("sheet", Scalars.Text, "the name of the sheet of a workbook, or its number from 1"),
        Optional("headerRow", Scalars.Whole(1, 1000), "the row of the headings, from 1"));

    private static readonly MapShape Lookup = new(
        Required("file", Scalars.Path, "the file, relative to the study"),
        Required("key", CommonShapes.Texts, "the columns by which rows are joined; wave is the id of the wave"),
        Required("columns", new DictionaryShape("the name of a new column", Scalars.Text), "the names of the new columns, and the heading each has in the file"),
        Optional("read", Sheet, "how the file is read"),
        Optional("waves", CommonShapes.Texts, "the waves it is joined to; all where it is left out"));

    /// <summary>Files joined by key.</summary>
    public static ListShape Lookups { get; } = new(Lookup);

    /// <summary>The questionnaire.</summary>
    public static MapShape Instrument { get; } = new(
        Required("use", Scalars.Text, "the name of the questionnaire"),
        Optional("version", Scalars.Text, "its edition, in quotes"),
        Required("items", Scalars.Path, "a CSV file or workbook of its items: item, type, options, key, aspect, issue"),
        Optional("unanswered", Scalars.Words("wrong", "exclude"), "what an item without an answer counts as; exclude leaves out who has more of them than mostUnanswered"),
        Optional("mostUnanswered", Scalars.Whole(0), "the most items that may be left unanswered by somebody who is scored"),
        Optional("compareOn", Scalars.Words("all-items", "common-items"), "whether waves of different editions are scored by all their items or by those that they have in common"),
        Optional("dontKnow", CommonShapes.Texts, "answers that mean \"I do not know\""))
    { Needs = [("mostUnanswered", ["unanswered"])] };

    /// <summary>The response table.</summary>
    public static MapShape Response { get; } = new(
        Optional("disposition", Scalars.Text, "the column of what became of each person drawn: responded, refused, not found, ineligible or unknown"),
        Optional("by", CommonShapes.Texts, "the columns it is split by"),
        Optional("drawn", Scalars.Text, "the column of how many were drawn, where those who were drawn have no rows of their own"));

    private static readonly MapShape Rule = new(
        Required("keep", Scalars.Expression, "the condition that a row must meet"),
        Required("reason", Scalars.Text, "why other rows are left out, in the words of the response table"),
        Required("status", Scalars.Words("ineligible", "invalid"), "what a row that fails is: a person who should not have been asked, or a questionnaire that does not count"),
        Optional("waves", CommonShapes.Texts, "the waves it holds in; all where it is left out"));

    /// <summary>Who counts.</summary>
    public static ListShape Eligibility { get; } = new(Rule);

    private static readonly ChoiceShape Recheck = new(
        Scalars.Path,
        new ListShape(Scalars.Path) { IsDistinct = true },
        new DictionaryShape("the id of a wave", ChoiceShape.OneOrList(Scalars.Path)));

    /// <summary>Checks of the interviews.</summary>
    public static MapShape Quality { get; } = new(
        Optional("recheck", Recheck, "a file of interviews of the last wave that were done twice, or such files by the id of their wave"),
        Optional("read", WaveShapes.Read, "how those files are read, where it is otherwise than the wave's own"),
        Optional("key", CommonShapes.Texts, "the columns that name an interview in both"),
        Optional("items", CommonShapes.TextList, "the columns and items that are compared"),
        Optional("duration", Scalars.Text, "the column of how long interviews took, in its unit (minutes or seconds); duration where it is left out"),
        Optional("durationMinutes", CommonShapes.Range, "the shortest and the longest interview that is believed"))
    { Needs = [("recheck", ["key", "items"]), ("read", ["recheck"]), ("key", ["recheck"]), ("items", ["recheck"])] };
}
