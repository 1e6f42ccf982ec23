namespace Survey;

/// <summary>What became of those drawn in a weighting class, in weights of what was drawn.</summary>
internal sealed record ResponseCell
{
    public required string Name { get; init; }

    /// <summary>The cell's parent: its columns but the last.</summary>
    public int Parent { get; init; }

    /// <summary>The group within which it may be merged.</summary>
    public int Group { get; init; }

    /// <summary>How many responded.</summary>
    public int Respondents { get; init; }

    /// <summary>The weight of those who responded.</summary>
    public double Responded { get; init; }

    /// <summary>The weight of those eligible who did not.</summary>
    public double NotResponded { get; init; }

    public double Ineligible { get; init; }

    /// <summary>The weight of those of whom nobody knows whether they are eligible.</summary>
    public double Unknown { get; init; }

    private double Eligible => Responded + NotResponded;

    /// <summary>The weight of the unknown that is taken as eligible: the share that those known have.</summary>
    public double UnknownEligible => Unknown > 0 ? Unknown * Eligible / (Eligible + Ineligible) : 0;

    public double Factor => (Eligible + UnknownEligible) / Responded;

    /// <summary>Whether somebody is to be stood for and nobody is there to do it.</summary>
    public bool IsForsaken => Respondents == 0 && (NotResponded > 0 || Unknown > 0);

    /// <summary>Whether nobody in it is or may be eligible.</summary>
    public bool IsEmpty => Respondents == 0 && !IsForsaken;

    /// <summary>Several cells as one.</summary>
    public static ResponseCell Merged(IReadOnlyList<ResponseCell> cells) =>
        cells[0] with
        {
            Name = string.Join(" + ", cells.Select(cell => cell.Name)),
            Respondents = cells.Sum(cell => cell.Respondents),
            Responded = cells.Sum(cell => cell.Responded),
            NotResponded = cells.Sum(cell => cell.NotResponded),
            Ineligible = cells.Sum(cell => cell.Ineligible),
            Unknown = cells.Sum(cell => cell.Unknown),
        };

    /// <summary>"3 (4 respondents)".</summary>
    public string WithCount => $"{Name} ({Invariant.Count(Respondents)} respondent{(Respondents == 1 ? "" : "s")})";
}
