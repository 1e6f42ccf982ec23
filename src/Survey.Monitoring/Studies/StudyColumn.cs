namespace Survey.Monitoring;

/// <summary>What a column of a study holds.</summary>
public enum StudyColumnType
{
    /// <summary>One of a list of levels, which codes and texts of the files stand for.</summary>
    Category,

    /// <summary>Free text.</summary>
    Text,

    /// <summary>Digits that name something, such as a village: never a quantity.</summary>
    Code,

    /// <summary>A quantity.</summary>
    Number,

    /// <summary>A day.</summary>
    Date,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>Any number of options chosen from a list.</summary>
    Multiple,
}

/// <summary>A column of a study's tables: where its values come from, and what they mean.</summary>
public sealed record StudyColumn
{
    /// <summary>Its name from here on.</summary>
    public required string Name { get; init; }

    /// <summary>What it holds; null for a derived column, whose expression tells.</summary>
    public StudyColumnType? As { get; init; }

    /// <summary>Headings it may have in a file, of which each file has exactly one; empty for a derived column.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>The expression it is made of, or null where it is read.</summary>
    public string? Derive { get; init; }

    /// <summary>What a code or text of the files stands for: a level, an option, a flag ("true", "false") or a number. Keys are as written in the study.</summary>
    public IReadOnlyList<(string Code, string Level)> Codes { get; init; } = [];

    /// <summary>The levels in the order in which they are shown; a category that declares none has those of <see cref="Codes"/> in their order, a wave's column those of the study's. Empty where the data tell.</summary>
    public IReadOnlyList<string> Levels { get; init; } = [];

    /// <summary>What readers are shown for each level.</summary>
    public LevelLabels? Labels { get; init; }

    /// <summary>Texts that mean missing in this column; they add to the study's.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The number of digits of every code, or null.</summary>
    public int? Digits { get; init; }

    /// <summary>A file of two columns, codes as files write them and what they became, relative to the study; or null. Codes that it does not name stay.</summary>
    public string? Recode { get; init; }

    /// <summary>How dates are written, such as yyyyMM; "excel" is a number of days. Empty takes the usual forms that cannot be confused.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>The options of a multiple-choice question, in order, with the text of each, if it has one.</summary>
    public IReadOnlyList<(string Option, string? Text)> Options { get; init; } = [];

    /// <summary>How a multiple-choice answer is written.</summary>
    public MultipleForm? Multiple { get; init; }

    /// <summary>Whether a wave did not ask it: nobody has a value, and no file has the heading.</summary>
    public bool IsAbsent { get; init; }

    /// <summary>The unit of a quantity, which may stand behind a number in the files: 312秒.</summary>
    public string? Unit { get; init; }

    /// <summary>What the column is called in reports.</summary>
    public LocalText? Title { get; init; }

    /// <summary>Where the study declares it.</summary>
    public required StudyPlace Place { get; init; }
}

/// <summary>What readers are shown for levels: in the order of the levels, by level, or from a file of two columns.</summary>
/// <param name="InOrder">One label for each level; or null.</param>
/// <param name="ByLevel">Or null.</param>
/// <param name="File">Relative to the study; or null.</param>
public sealed record LevelLabels(IReadOnlyList<string>? InOrder, IReadOnlyList<(string Level, string Label)>? ByLevel, string? File)
{
    /// <summary>The labels in the languages in which they are given; tables have the Chinese one, else the English one. Empty for a file.</summary>
    public IReadOnlyList<LocalText> Local { get; init; } = [];
}

/// <summary>How a multiple-choice answer is written: its options joined in one column, or one column an option.</summary>
public sealed record MultipleForm
{
    /// <summary>Characters that may stand between options joined in one column; blanks are always allowed. Options of one character may also stand together without any.</summary>
    public string Separators { get; init; } = ",，、;；┋|";

    /// <summary>The heading of an option's column, such as "{item}({option})", where {item} is the item or the column's own heading; null where options are joined in one column.</summary>
    public string? Columns { get; init; }

    /// <summary>What stands in the column of an option that was chosen; its letter, number and text always do.</summary>
    public IReadOnlyList<string> Chosen { get; init; } = ["1", "选中", "是", "√"];

    /// <summary>What stands in the column of an option that was not chosen; an empty cell always does.</summary>
    public IReadOnlyList<string> NotChosen { get; init; } = ["0", "未选中", "否", "×"];
}

/// <summary>A place in a study file.</summary>
/// <param name="File">As the user gave it.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
public sealed record StudyPlace(string File, int Line, int Column)
{
    /// <summary>"study.yaml, line 5, column 3".</summary>
    public override string ToString() => $"{File}, line {Line}, column {Column}";
}
