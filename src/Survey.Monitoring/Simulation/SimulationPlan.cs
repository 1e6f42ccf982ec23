using Survey.Monitoring.Simulating;

namespace Survey.Monitoring;

/// <summary>A county that is to be made up, and how it is surveyed: every parameter of a simulation. Never changes.</summary>
public sealed record SimulationPlan
{
    internal SimulationPlan()
    {
    }

    /// <summary>The plan's file, as the user gave it.</summary>
    public required string File { get; init; }

    /// <summary>What the survey is called.</summary>
    public required LocalText Title { get; init; }

    /// <summary>What the county is called.</summary>
    public required string AreaName { get; init; }

    /// <summary>Its code of six digits.</summary>
    public required string AreaCode { get; init; }

    /// <summary>The same seed gives the same county, the same sample and the same answers.</summary>
    public required ulong Seed { get; init; }

    internal PopulationPlan Population { get; init; } = null!;

    internal LiteracyPlan Literacy { get; init; } = null!;

    internal ItemsPlan Items { get; init; } = null!;

    internal SmokingPlan Smoking { get; init; } = null!;

    /// <summary>First those who live with a smoker, then others.</summary>
    internal HabitPlan SecondHand { get; init; } = null!;

    /// <summary>First in urban towns, then in rural ones.</summary>
    internal HabitPlan Exercise { get; init; } = null!;

    internal SamplePlan Sample { get; init; } = null!;

    internal NonresponsePlan Nonresponse { get; init; } = null!;

    internal IReadOnlyList<WavePlan> Waves { get; init; } = null!;

    internal IReadOnlyList<AnswerShape> Shapes { get; init; } = null!;

    /// <summary>Reads a plan (YAML in UTF-8) and checks all of it.</summary>
    /// <param name="path">The file; messages call it as it is given here.</param>
    /// <exception cref="SurveyDataException">The file cannot be read, is no YAML, or has an error; one sentence with its line and column.</exception>
    /// <exception cref="StudyErrorsException">It has several errors, all of which are in the message.</exception>
    public static SimulationPlan Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return PlanReader.Read(YamlFile.Text(path), path);
    }
}
