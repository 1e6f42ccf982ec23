namespace Survey.Monitoring;

/// <summary>How good the interviews of a wave are, as far as its study can tell.</summary>
/// <param name="Wave">Its id.</param>
/// <param name="Recheck">How answers agree with those of interviews that were done twice; null where the study names no such file for the wave, or none could be used, which a finding says.</param>
/// <param name="Durations">How long interviews took; null where the study has no such column, or the wave did not note it.</param>
/// <param name="Findings">What was met while the files of the re-check were read, and what is doubtful; none of it is among the findings of <see cref="StudyData"/>.</param>
public sealed record WaveQuality(string Wave, Recheck? Recheck, InterviewDurations? Durations, IReadOnlyList<Finding> Findings);

/// <summary>Interviews that were done twice.</summary>
/// <param name="Files">The files that were read, and the rows of each.</param>
/// <param name="Interviews">How many interviews of the wave are valid, of which some were re-checked.</param>
/// <param name="Rows">Interviews in the files, without empty lines; <paramref name="Matched"/> and <paramref name="Unmatched"/> together.</param>
/// <param name="Matched">Those that the wave has too.</param>
/// <param name="Unmatched">Those of which the wave has no interview, or several, or that have no key.</param>
/// <param name="Items">In the order of the study, those that could be compared.</param>
public sealed record Recheck(IReadOnlyList<(string File, long Rows)> Files, long Interviews, long Rows, long Matched, IReadOnlyList<UnmatchedInterview> Unmatched, IReadOnlyList<ItemAgreement> Items);

/// <summary>An interview of a re-check that finds no single partner.</summary>
/// <param name="File">Relative to the study.</param>
/// <param name="Row">Number of the data row in the file, from 1.</param>
/// <param name="Key">Its key, parts with a comma between them; null where one is missing, or looks like personal data.</param>
public sealed record UnmatchedInterview(string File, long Row, string? Key);
