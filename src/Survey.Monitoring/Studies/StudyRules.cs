namespace Survey.Monitoring;

/// <summary>A condition that a row must meet to be counted.</summary>
/// <param name="Keep">The condition, an expression; where it is false or missing the row is left out.</param>
/// <param name="Reason">Why, in the words of the response table.</param>
/// <param name="Status">What a row that fails it is.</param>
/// <param name="Waves">The waves it holds in; empty for all.</param>
/// <param name="Place">Where the study declares it.</param>
public sealed record EligibilityRule(string Keep, string Reason, RuleStatus Status, IReadOnlyList<string> Waves, StudyPlace Place);

/// <summary>What a row that fails a rule is.</summary>
public enum RuleStatus
{
    /// <summary>A questionnaire that does not count.</summary>
    Invalid,

    /// <summary>A person who should not have been asked.</summary>
    Ineligible,
}

/// <summary>How the response table is made.</summary>
/// <param name="Disposition">The column that says what became of each person drawn, with levels among responded, refused, not found, ineligible and unknown; null where only the questionnaires that were filled in are in the files.</param>
/// <param name="By">The columns it is split by, such as town and village.</param>
/// <param name="Drawn">A column of counts, from a lookup by village, of those who were drawn; null where each person drawn has a row.</param>
public sealed record ResponseRule(string? Disposition, IReadOnlyList<string> By, string? Drawn);

/// <summary>A file of which columns are added to the rows of a study by a key.</summary>
/// <param name="File">Relative to the study.</param>
/// <param name="Key">Columns of the study; "wave" is the wave's id. Their headings in the file are their names, or those they may have in the data.</param>
/// <param name="Columns">Names of the new columns, and the heading each has in the file.</param>
/// <param name="Waves">The waves it is joined to; empty for all.</param>
/// <param name="Place">Where the study declares it.</param>
public sealed record StudyLookup(string File, IReadOnlyList<string> Key, IReadOnlyList<(string Name, string Heading)> Columns, IReadOnlyList<string> Waves, StudyPlace Place)
{
    /// <summary>Name or number (from 1) of the sheet of a workbook; null takes the first.</summary>
    public string? Sheet { get; init; }

    /// <summary>The row of the headings, from 1.</summary>
    public int HeaderRow { get; init; } = 1;
}

/// <summary>What is done about personal data.</summary>
/// <param name="Drop">Headings whose columns are never read into a table.</param>
/// <param name="Keep">Columns that look like personal data, are none, and may be written.</param>
/// <param name="Pseudonym">Or null.</param>
public sealed record PersonalDataRule(IReadOnlyList<string> Drop, IReadOnlyList<string> Keep, Pseudonym? Pseudonym)
{
    /// <summary>Columns that may be written whatever they look like: those of <see cref="Keep"/>, and the pseudonyms, whose digits may look like anything.</summary>
    public IReadOnlyList<string> Harmless => Pseudonym is null ? Keep : [.. Keep, Pseudonym.As];
}

/// <summary>A keyed hash in the place of a personal number, by which persons are matched over waves.</summary>
/// <param name="From">Headings the number may have in a file.</param>
/// <param name="As">Name of the column of hashes.</param>
/// <param name="KeyFile">A file of at least 16 bytes that nobody else has, relative to the study.</param>
/// <param name="Place">Where the study declares it.</param>
public sealed record Pseudonym(IReadOnlyList<string> From, string As, string KeyFile, StudyPlace Place);

/// <summary>The questionnaire that is scored.</summary>
/// <param name="Use">Its name.</param>
/// <param name="Version">Its edition.</param>
/// <param name="Items">A CSV file or workbook of its items, relative to the study: item, type, options, and what scoring needs.</param>
/// <param name="DontKnow">Answers that mean "I do not know".</param>
/// <param name="Place">Where the study declares it.</param>
public sealed record StudyInstrument(string Use, string? Version, string Items, IReadOnlyList<string> DontKnow, StudyPlace Place)
{
    /// <summary>The most items that may be left unanswered by somebody who is scored; null counts every item without an answer as wrong.</summary>
    public int? MostUnanswered { get; init; }

    /// <summary>Whether waves of different editions are scored by the items that both have, so that they can be compared.</summary>
    public bool ComparesCommonItems { get; init; }
}

/// <summary>How the sample was drawn.</summary>
/// <param name="Strata">Columns; empty for none.</param>
/// <param name="Clusters">Columns, the first stage first; empty for none.</param>
/// <param name="SamePlaces">Whether waves went to the same places; null where the study does not know.</param>
/// <param name="Crosswalk">A file of two columns, the id of an earlier wave and what the last one calls it; or null.</param>
public sealed record StudyDesign(IReadOnlyList<string> Strata, IReadOnlyList<string> Clusters, bool? SamePlaces, string? Crosswalk)
{
    /// <summary>What a stratum with one cluster adds to variances.</summary>
    public LonelyPsu LonelyPsu { get; init; } = LonelyPsu.Fail;

    /// <summary>How degrees of freedom are counted.</summary>
    public DegreesOfFreedomRule DegreesOfFreedom { get; init; } = DegreesOfFreedomRule.Domain;
}
