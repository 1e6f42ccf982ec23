namespace Survey.Monitoring;

/// <summary>A study as its file declares it: which files hold the answers, what their columns mean, and who counts. Never changes.</summary>
public sealed record Study
{
    /// <summary>The study file, as the user gave it.</summary>
    public required string File { get; init; }

    /// <summary>The folder that its paths are relative to; empty where that is the current one.</summary>
    public required string Folder { get; init; }

    /// <summary>What the study is called.</summary>
    public required LocalText Title { get; init; }

    /// <summary>The area that is studied.</summary>
    public StudyArea Area { get; init; } = StudyArea.Unknown;

    /// <summary>The programmes by which the area is judged.</summary>
    public StudyProgramme Programme { get; init; } = StudyProgramme.None;

    /// <summary>Whether its people are made up, which every page then says.</summary>
    public bool Simulated { get; init; }

    /// <summary>The waves, earliest first.</summary>
    public required IReadOnlyList<StudyWave> Waves { get; init; }

    /// <summary>The columns, as waves that say nothing else write them; derived ones included.</summary>
    public required IReadOnlyList<StudyColumn> Columns { get; init; }

    /// <summary>Texts that mean missing in every column; an empty cell always does.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Files joined by key.</summary>
    public IReadOnlyList<StudyLookup> Lookups { get; init; } = [];

    /// <summary>What is done about personal data.</summary>
    public PersonalDataRule PersonalData { get; init; } = new([], [], null);

    /// <summary>The questionnaire that is scored, or null.</summary>
    public StudyInstrument? Instrument { get; init; }

    /// <summary>Who counts, in the order in which the rules are applied.</summary>
    public IReadOnlyList<EligibilityRule> Eligibility { get; init; } = [];

    /// <summary>How the response table is made.</summary>
    public ResponseRule Response { get; init; } = new(null, [], null);

    /// <summary>How the sample was drawn, or null.</summary>
    public StudyDesign? Design { get; init; }

    /// <summary>How weights are made, or null.</summary>
    public StudyWeighting? Weighting { get; init; }

    /// <summary>What is estimated, and what it is judged by.</summary>
    public StudyEvaluation Evaluation { get; init; } = new();

    /// <summary>How the quality of the interviews is checked, or null.</summary>
    public StudyQuality? Quality { get; init; }

    /// <summary>What its report holds.</summary>
    public StudyReport Report { get; init; } = new();

    /// <summary>Reads all files of the study.</summary>
    /// <returns>A clean table for each wave, the response table, and everything that was found; what cannot be read or understood is a finding, and the rest goes on.</returns>
    public StudyData Load() => Intake.StudyLoader.Load(this);

    /// <summary>The towns of the area, as listed or as the file of towns names them; empty where the study says nothing of them.</summary>
    /// <exception cref="SurveyDataException">The file of towns cannot be read.</exception>
    public IReadOnlyList<string> Towns() => Area.TownsFile is { } file ? [.. Intake.LabelFile.Read(Path.Combine(Folder, file)).Values] : Area.Towns;

    /// <summary>A path relative to the folder of the study, with slashes, so that it is the same from wherever the study is read.</summary>
    internal string Relative(string file) => Path.GetRelativePath(Folder.Length == 0 ? "." : Folder, file).Replace('\\', '/');

    /// <summary>What a level of a column is called in a language.</summary>
    /// <param name="column">Its name; one that is none of the study's has no labels in other languages.</param>
    /// <param name="shown">The label that tables show for it, or where they show none the level.</param>
    /// <param name="language">Of the label.</param>
    /// <returns>The label; <paramref name="shown"/> where the study gives none in that language.</returns>
    public string LabelIn(string column, string shown, Language language) =>
        Columns.FirstOrDefault(own => own.Name == column)?.Labels?.Local.FirstOrDefault(text => text.ToString() == shown)?.In(language) ?? shown;

    /// <summary>The facts about the area, as the file that the report names has them; null where it names none.</summary>
    /// <exception cref="SurveyDataException">The file cannot be read, or a row does not say what it must.</exception>
    public StudyOverview? Overview() => Report.Overview is { } file ? OverviewFile.Read(file) : null;

    /// <summary>The file as it was read and checked; null for a study that no file declares.</summary>
    internal MapNode? Tree { get; init; }

    /// <summary>The JSON schema (draft 07) of a study file, by which editors complete and check it while it is written; also in docs/study.schema.json.</summary>
    public static string JsonSchema => JsonSchemaWriter.Write(StudySchema.Root, "A study");

    /// <summary>Reads a study file (YAML in UTF-8) and checks all of it, but opens none of the files it names.</summary>
    /// <param name="path">The study file; messages call it as it is given here.</param>
    /// <exception cref="SurveyDataException">The file cannot be read, is no YAML, or has an error; one sentence with its line and column.</exception>
    /// <exception cref="StudyErrorsException">It has several errors, all of which are in the message. What rests on other keys is checked once every key is right in itself.</exception>
    public static Study Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return StudyReader.Read(path);
    }
}
