using Survey.Files;
using Survey.Files.Columns;

namespace Survey.Monitoring.Intake;

/// <summary>Makes a column of a study's table of the fields of several files, one after another.</summary>
/// <remarks>
/// Each different text is folded and understood once. A text without a meaning is counted with its first place, file by file, and is missing in the table.
/// </remarks>
/// <param name="name">The column's name in the table.</param>
internal abstract class ColumnReader(string name) : FieldTarget
{
    /// <summary>The column's name in the table.</summary>
    public string Name { get; } = name;

    /// <summary>Its heading in the file that is being read, for messages.</summary>
    public string Heading { get; set; } = "";

    /// <summary>The column as messages name it.</summary>
    protected string ColumnText => Heading == Name ? $"column '{Name}'" : $"column '{HeadingIndex.Shown(Folding.Fold(Heading))}' ({Name})";

    /// <summary>Rows given so far.</summary>
    public abstract int RowCount { get; }

    /// <summary>Forgets the rows after the first ones: those of a file that broke off.</summary>
    public abstract void Truncate(int rows);

    /// <summary>Adds rows without a value: those of a file that lacks the column.</summary>
    public abstract void AddMissing(int rows);

    /// <summary>The columns, all rows having been given. Once only.</summary>
    public abstract IReadOnlyList<(string Name, Column Column)> Build();

    /// <summary>Says at the end of a file which of its texts have no meaning.</summary>
    public abstract void ReportFile(FindingList findings, string wave);

    /// <summary>Says at the end of a wave what can only be said of all its files.</summary>
    public virtual void ReportWave(FindingList findings, string wave)
    {
    }

    /// <summary>How many texts were folded, of each column of the files.</summary>
    public abstract IEnumerable<FoldTally> Folded { get; }
}

/// <summary>A reader that keeps one value of type <typeparamref name="T"/> a row.</summary>
/// <param name="name">The column's name in the table.</param>
/// <param name="missing">Its missing value.</param>
/// <param name="codes">Texts that mean missing.</param>
internal abstract class ColumnReader<T>(string name, T missing, MissingTexts codes) : ColumnReader(name)
{
    private readonly GrowingColumn<T> _values = new();
    private readonly OutcomeMemory<T> _memory = new();
    private readonly FaultTally _faults = new();
    private readonly FoldTally _folded = new(name);

    /// <inheritdoc/>
    public override int RowCount => _values.Count;

    /// <summary>The values of all rows, which the reader then forgets.</summary>
    protected T[] ReleaseValues() => _values.Release();

    /// <inheritdoc/>
    public override void Take(ReadOnlySpan<char> text, Place at)
    {
        if (text.IsEmpty)
        {
            Keep(missing);
            return;
        }
        Outcome<T> outcome = OutcomeOf(text);
        if (outcome.Fault is { } fault)
            _faults.Add(Texts.In(Heading, text), fault, at, ShowsTexts);
        if (outcome.IsFolded)
            _folded.Add(at);
        Keep(outcome.Value);
    }

    /// <inheritdoc/>
    public override void Truncate(int rows)
    {
        _values.Truncate(rows);
        _faults.Clear();
        _folded.Clear();
    }

    /// <inheritdoc/>
    public override void AddMissing(int rows)
    {
        for (int k = 0; k < rows; k++)
            _values.Add(missing);
    }

    /// <inheritdoc/>
    public override void ReportFile(FindingList findings, string wave)
    {
        _faults.Report(findings, wave, Name, ColumnText);
        _folded.Keep();
    }

    /// <inheritdoc/>
    public override IEnumerable<FoldTally> Folded => [_folded];

    /// <summary>Whether messages may show the texts of the files.</summary>
    protected virtual bool ShowsTexts => true;

    /// <summary>Takes the value of the next row.</summary>
    protected virtual void Keep(T value) => _values.Add(value);

    /// <summary>What a folded text that is neither empty nor "missing" means.</summary>
    protected abstract Outcome<T> Understand(string text);

    private Outcome<T> OutcomeOf(ReadOnlySpan<char> text)
    {
        if (_memory.TryGet(text, out Outcome<T> outcome))
            return outcome;
        string folded = Folding.Fold(text);
        outcome = (codes.Match(folded) ? new Outcome<T>(missing) : Understand(folded)) with { IsFolded = folded.Length > 0 && !text.SequenceEqual(folded) };
        _memory.Add(text, outcome);
        return outcome;
    }
}
