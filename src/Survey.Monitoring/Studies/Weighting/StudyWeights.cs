namespace Survey.Monitoring;

/// <summary>The weights of a study's waves, and what was met while they were made.</summary>
/// <param name="Data">The data that were weighted.</param>
/// <param name="Waves">In the study's order.</param>
/// <param name="Findings">What was met while weights were made; that of the data is in <see cref="StudyData.Findings"/>.</param>
[TypeFormatterSource(typeof(NotebookFormatters), PreferredMimeTypes = ["text/html"])]
public sealed record StudyWeights(StudyData Data, IReadOnlyList<WaveWeights> Waves, IReadOnlyList<Finding> Findings) : IResult
{
    /// <summary>The wave of that id.</summary>
    /// <param name="wave">Such as "2023".</param>
    /// <exception cref="ArgumentException">The study has no such wave.</exception>
    public WaveWeights this[string wave] =>
        Waves.FirstOrDefault(own => own.Wave.Id == wave) ?? throw new ArgumentException($"There is no wave '{wave}'; the study has {string.Join(", ", Waves.Select(own => own.Wave.Id))}.", nameof(wave));

    /// <summary>The steps of each wave, and the findings.</summary>
    public override string ToString() => WeightsDisplay.Of(this).ToString();

    /// <summary>The steps as rows.</summary>
    public Table ToTable() => WeightsDisplay.Rows(this);

    Display IResult.Display() => WeightsDisplay.Of(this);
}

/// <summary>The weights of a wave.</summary>
/// <param name="Wave">As declared.</param>
/// <param name="Result">Everyone drawn, with "status", the columns of weights, and "weight" after all steps, which is 0 of those who did not respond or do not count, replicate weights ("replicate1", ...) where the study asks for them, and how weights were made; null where something of the wave is unresolved.</param>
public sealed record WaveWeights(StudyWave Wave, WeightingResult? Result)
{
    private readonly Lazy<Table?> _valid = new(() => Result is null ? null : WaveData.Valid(Result.Table));
    private SurveyDesign? _design;

    internal Func<SurveyDesign>? DesignOf { get; init; }

    /// <summary>The replicate weights that the study asks for, of everyone drawn, with their scales; null where it asks for none.</summary>
    public ReplicateDesign? Replicates { get; init; }

    /// <summary>Everyone drawn as the study's section design says they were, with weights after all steps, of which variances know: by residuals, for those who did not respond have the weight 0. Null where there are no weights.</summary>
    /// <exception cref="SurveyDataException">The design is not what its columns hold: a stratum of one PSU, a missing cluster.</exception>
    public SurveyDesign? Design => _design ??= DesignOf?.Invoke();

    /// <summary>The valid people with their weights, without "status"; null where there are no weights.</summary>
    public Table? Table => _valid.Value;
}
