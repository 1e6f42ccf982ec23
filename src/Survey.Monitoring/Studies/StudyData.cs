namespace Survey.Monitoring;

/// <summary>What a study's files hold: a clean table for each wave, who answered, and everything that was changed, dropped or doubted.</summary>
/// <param name="Study">The study that was read.</param>
/// <param name="Waves">In the study's order; a wave whose files could not be read has no tables.</param>
/// <param name="Findings">In the order of waves and files.</param>
[TypeFormatterSource(typeof(NotebookFormatters), PreferredMimeTypes = ["text/html"])]
public sealed record StudyData(Study Study, IReadOnlyList<WaveData> Waves, IReadOnlyList<Finding> Findings) : IResult
{
    /// <summary>The wave of that id.</summary>
    /// <param name="wave">Such as "2023".</param>
    /// <exception cref="ArgumentException">The study has no such wave.</exception>
    public WaveData this[string wave] =>
        Waves.FirstOrDefault(data => data.Wave.Id == wave) ?? throw new ArgumentException($"There is no wave '{wave}'; the study has {string.Join(", ", Waves.Select(data => data.Wave.Id))}.", nameof(wave));

    /// <summary>Checks the interviews of a wave as the study says: against those that were done twice, whose files it reads, and by how long they took.</summary>
    /// <param name="wave">Such as "2023".</param>
    /// <returns>What could be checked; what is wrong in the files is a finding, never an exception. Nothing of a study without the section quality.</returns>
    /// <exception cref="ArgumentException">The study has no such wave.</exception>
    public WaveQuality Quality(string wave) => new QualityCheck(this, this[wave]).Check();

    /// <summary>Files, response and findings of each wave.</summary>
    public override string ToString() => StudyDisplay.Of(this).ToString();

    /// <summary>The findings as rows.</summary>
    public Table ToTable() => StudyDisplay.Findings(Findings);

    Display IResult.Display() => StudyDisplay.Of(this);
}

/// <summary>What a wave's files hold.</summary>
/// <param name="Wave">As declared.</param>
/// <param name="Files">Its files, and the sheets where they are named, with the rows of each, in the order in which they were read.</param>
/// <param name="Everyone">One row for each person drawn, duplicates removed, with a column "status": valid, a reason of a rule, or the disposition; null where no file could be read.</param>
/// <param name="Response">Counts of those drawn, met, refused, not found, ineligible, unknown, completed, invalid by reason and valid; null where no file could be read.</param>
/// <param name="IsResolved">Whether nothing is unresolved, so that the table can be trusted.</param>
public sealed record WaveData(StudyWave Wave, IReadOnlyList<(string File, long Rows)> Files, Table? Everyone, Table? Response, bool IsResolved)
{
    private readonly Lazy<Table?> _valid = new(() => Everyone is null ? null : Valid(Everyone));

    /// <summary>The questionnaire by which it was scored; null before it is.</summary>
    public Instrument? Instrument { get; init; }

    /// <summary>Where each row of everyone comes from; null where no file could be read.</summary>
    internal Intake.RowPlaces? Places { get; init; }

    /// <summary>The valid rows, without "status"; null where no file could be read. It is made when it is first asked for.</summary>
    public Table? Table => _valid.Value;

    /// <summary>The rows of those who count, without the column that says so.</summary>
    internal static Table Valid(Table everyone)
    {
        var status = (CategoryColumn)everyone[Intake.StatusColumn.Name];
        int valid = status.Levels.ToList().IndexOf(Intake.StatusColumn.Valid);
        int[] rows = [.. Enumerable.Range(0, status.Length).Where(row => status.Codes[row] == valid)];
        Table columns = everyone.Select(everyone.Columns.Where(name => name != Intake.StatusColumn.Name));
        return rows.Length == everyone.RowCount ? columns : columns.Take(rows);
    }
}
