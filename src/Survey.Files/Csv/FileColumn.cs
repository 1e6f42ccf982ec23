using Survey.Files.Columns;

namespace Survey.Files.Csv;

/// <summary>What is known of a column of streamed files.</summary>
internal sealed class FileColumn
{
    private readonly ReadOptions _options;
    private readonly bool _severalFiles;
    private ColumnEvidence _evidence;
    private ColumnType _type;

    /// <param name="name">Of the column.</param>
    /// <param name="options">What the user said of the files.</param>
    /// <param name="severalFiles">Whether there are several.</param>
    public FileColumn(string name, ReadOptions options, bool severalFiles)
    {
        (Name, _options, _severalFiles) = (name, options, severalFiles);
        Missing = FilesTable.MissingIn(name, options);
        _evidence = NewEvidence();
        MayBeCategory = Declared == ColumnType.Category;
    }

    public string Name { get; }

    /// <summary>Its texts for "missing".</summary>
    public MissingCodes Missing { get; }

    /// <summary>Whether its levels are collected when its values are looked at, as it may be a category.</summary>
    public bool MayBeCategory { get; set; }

    /// <summary>Whether all its values bear the type out.</summary>
    public bool IsFinal { get; private set; }

    /// <summary>The levels told, in their natural order; none where it is no category.</summary>
    public Sequence<string> Known { get; private set; } = new();

    /// <summary>Codes of the levels told and of those met since.</summary>
    public FileLevels? Levels { get; private set; }

    /// <summary>Whether forms of its values say anything about it that is not known.</summary>
    public bool NeedsEvidence => !IsFinal && Declared is null or ColumnType.Category;

    /// <summary>How its values are made.</summary>
    public ColumnPlan Plan => new(Name, _type, Declared is not null, Missing, null) { IsProvisional = !IsFinal };

    /// <summary>What is told of it.</summary>
    public Variety Variety =>
        _type switch
        {
            ColumnType.Number => Variety.Number,
            ColumnType.Flag => Variety.Flag,
            ColumnType.Date => Variety.Date,
            _ => new Variety(ColumnType.Category, Known, Known, false, _evidence.WhyNotNumber()),
        };

    private ColumnType? Declared => FilesTable.TypeOf(Name, _options);

    /// <summary>Evidence of no value yet.</summary>
    public ColumnEvidence NewEvidence() => FilesTable.EvidenceOf(Name, Missing, _options, _severalFiles);

    /// <summary>Takes what values show.</summary>
    /// <param name="evidence">Of the values.</param>
    /// <param name="levels">Those of a category.</param>
    /// <param name="isFinal">Whether these were all values.</param>
    public void Learn(ColumnEvidence evidence, FileLevels? levels, bool isFinal)
    {
        (_evidence, _type, IsFinal) = (evidence, evidence.Decide(), isFinal);
        Known = levels is null ? new() : new(levels.InOrder().Levels);
        Levels = levels is null ? null : new FileLevels(Name, Missing, Known);
    }

    /// <summary>Holds the evidence of all values against what was told.</summary>
    /// <exception cref="ProvisionalFactsException">The column is of another type.</exception>
    public void Confirm(ColumnEvidence evidence)
    {
        if (evidence.Decide() != _type)
            throw Doubted();
        (_evidence, IsFinal) = (evidence, true);
    }

    /// <summary>Something is not as it was told.</summary>
    public ProvisionalFactsException Doubted()
    {
        MayBeCategory = true;
        return new ProvisionalFactsException(Name);
    }
}
