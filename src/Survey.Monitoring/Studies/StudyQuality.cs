using Survey.Files;

namespace Survey.Monitoring;

/// <summary>How the quality of a study's interviews is checked.</summary>
public sealed record StudyQuality
{
    /// <summary>The files of interviews that were done twice, by the wave they re-check: paths and patterns, relative to the study. A file that is given without a wave is of the last one.</summary>
    public IReadOnlyList<(string Wave, IReadOnlyList<string> Files)> Rechecks { get; init; } = [];

    /// <summary>The columns that name an interview, in the wave and in its re-check.</summary>
    public IReadOnlyList<string> Key { get; init; } = [];

    /// <summary>The columns and items of the instrument that are compared.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>How the files of re-checks are read; null as the wave's own are.</summary>
    public RecheckReading? Read { get; init; }

    /// <summary>The column of how long an interview took, in minutes or seconds by its unit; null where the study has none.</summary>
    public string? Duration { get; init; }

    /// <summary>The shortest and the longest interview that is believed, in minutes; or null.</summary>
    public (double Least, double Most)? DurationMinutes { get; init; }

    /// <summary>Where the study declares it.</summary>
    public required StudyPlace Place { get; init; }
}

/// <summary>How the files of re-checks are read.</summary>
/// <param name="Sheets">Names or numbers (from 1) of the sheets that are read; "*" is every visible one, empty the first.</param>
/// <param name="HeaderRow">The row of the headings, from 1.</param>
/// <param name="Encoding">utf-8, gb18030 or utf-16; null finds it.</param>
/// <param name="Delimiter">The character between the fields of a CSV file; null finds it.</param>
public sealed record RecheckReading(IReadOnlyList<string> Sheets, int HeaderRow, TextEncoding? Encoding, char? Delimiter);
