namespace Survey.Monitoring.Tests.Made;

/// <summary>Something wrong that is planted in a made-up study, and what has to be said of it.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="Shape">The study in which it is planted.</param>
/// <param name="Plant">Alters the study.</param>
public sealed record Fault(string Name, Func<MadeCounty, MadeStudy> Shape, Func<MadeStudy, ExpectedFinding> Plant)
{
    /// <summary>Breaks the file that is named, after it was written; null where nothing is broken.</summary>
    public Action<string>? Break { get; init; }

    /// <summary>Plants the fault and writes the study.</summary>
    /// <returns>The path of the study file, and what has to be found in it.</returns>
    public (string Path, ExpectedFinding Expected) Write(MadeCounty county, string folder)
    {
        MadeStudy study = Shape(county);
        ExpectedFinding expected = Plant(study);
        string path = study.Write(folder);
        Break?.Invoke(System.IO.Path.Combine(folder, expected.File ?? ""));
        return (path, expected);
    }

    public override string ToString() => Name;
}

/// <summary>What must be said of a fault.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="File">The file, or null.</param>
/// <param name="Columns">What its column may be called, in the file or in the study; empty where that is not looked at.</param>
/// <param name="Fragments">What the sentence holds besides its file, row and column.</param>
public sealed record ExpectedFinding(Severity Severity, string? File, string[] Columns, params string[] Fragments)
{
    /// <summary>The row that it concerns; null where it concerns several or none.</summary>
    public int? Row { get; init; }

    /// <summary>How many rows it concerns; null where that is not looked at.</summary>
    public int? Rows { get; init; }

    public string? Wave { get; init; } = "2023";

    /// <summary>What stands in the file and must not be in any sentence; or null.</summary>
    public string? Hidden { get; init; }

    /// <summary>How many of the people drawn are still in the first wave's table; none where its only file cannot be read.</summary>
    public int Kept { get; init; } = 500;

    /// <summary>How many are in the table of a second wave; null where there is none.</summary>
    public int? KeptElsewhere { get; init; }
}
