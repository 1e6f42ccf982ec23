namespace Survey.Monitoring;

/// <summary>One year's survey: its files and how they are written.</summary>
public sealed record StudyWave
{
    /// <summary>Its name, usually the year.</summary>
    public required string Id { get; init; }

    /// <summary>baseline, final or monitoring; or null.</summary>
    public string? Role { get; init; }

    /// <summary>First and last day of interviewing, or null.</summary>
    public (DateOnly First, DateOnly Last)? Fieldwork { get; init; }

    /// <summary>Paths and patterns (data/*.xlsx), relative to the study.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Names or numbers (from 1) of the sheets that are read; "*" is every visible one, empty the first.</summary>
    public IReadOnlyList<string> Sheets { get; init; } = [];

    /// <summary>The row of the headings, from 1.</summary>
    public int HeaderRow { get; init; } = 1;

    /// <summary>utf-8, gb18030 or utf-16; null finds it.</summary>
    public Survey.Files.TextEncoding? Encoding { get; init; }

    /// <summary>The character between the fields of a CSV file; null finds it.</summary>
    public char? Delimiter { get; init; }

    /// <summary>The study's columns, those that this wave writes otherwise with the wave's own keys in place of the study's.</summary>
    public required IReadOnlyList<StudyColumn> Columns { get; init; }

    /// <summary>How the answers to the instrument's items are written; null where the study has no instrument.</summary>
    public AnswerForm? Answers { get; init; }

    /// <summary>The questionnaire of this wave: the study's, or an edition of its own; null where the study has none.</summary>
    public StudyInstrument? Instrument { get; init; }

    /// <summary>What tells rows apart, and what happens when two are alike; null where nothing does.</summary>
    public DuplicateRule? Duplicates { get; init; }

    /// <summary>Where the study declares it.</summary>
    public required StudyPlace Place { get; init; }
}

/// <summary>How a chosen option is written.</summary>
public enum OptionForm
{
    /// <summary>A, B, C, ...</summary>
    Letters,

    /// <summary>1, 2, 3, ...</summary>
    Numbers,

    /// <summary>The option's text.</summary>
    Texts,
}

/// <summary>How answers to the items of an instrument are written in a wave's files.</summary>
public sealed record AnswerForm
{
    /// <summary>The heading of an item's column, such as "Q{item}" or "{item}、*"; * stands for any text.</summary>
    public required string Columns { get; init; }

    /// <summary>How a chosen option may be written; at least one form.</summary>
    public required IReadOnlyList<OptionForm> Options { get; init; }

    /// <summary>How answers with several options are written.</summary>
    public MultipleForm Multiple { get; init; } = new();
}

/// <summary>What happens with rows that have the same key.</summary>
/// <param name="Key">Columns that together name a row.</param>
/// <param name="Then">What to do.</param>
/// <param name="By">The column, a number or a date, that says which comes first; null for <see cref="DuplicateAction.Fail"/>.</param>
public sealed record DuplicateRule(IReadOnlyList<string> Key, DuplicateAction Then, string? By);

/// <summary>What happens with rows that have the same key.</summary>
public enum DuplicateAction
{
    /// <summary>Each is named, and the wave is not written until the study says more.</summary>
    Fail,

    /// <summary>The one that comes first by a column is kept.</summary>
    First,

    /// <summary>The one that comes last by a column is kept.</summary>
    Last,
}
