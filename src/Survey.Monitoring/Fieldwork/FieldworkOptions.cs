namespace Survey.Monitoring;

/// <summary>What columns of a table of drawn units mean to those who supervise fieldwork, and where they want to be told.</summary>
public sealed record FieldworkOptions
{
    /// <summary>The column of places, such as villages.</summary>
    public required string By { get; init; }

    /// <summary>The column of what became of each unit: responded, refused, not found, ineligible or unknown; where it is missing, unknown. Null where each row is an interview.</summary>
    public string? Disposition { get; init; }

    /// <summary>How many interviews are wanted in each place; null where <see cref="TargetColumn"/> says it, or nobody does.</summary>
    public double? Target { get; init; }

    /// <summary>A column of how many interviews are wanted in the place; one number a place.</summary>
    public string? TargetColumn { get; init; }

    /// <summary>The column of interviewers; null where they are not known.</summary>
    public string? Interviewer { get; init; }

    /// <summary>True of a unit that took the place of one drawn before; null where there are none.</summary>
    public Expr? Replacement { get; init; }

    /// <summary>Answers, as numbers or flags, by which interviewers are compared.</summary>
    public IReadOnlyList<Variable> Items { get; init; } = [];

    /// <summary>A place whose response rate (RR3) is below this is flagged.</summary>
    public double LowestResponse { get; init; } = 0.80;

    /// <summary>A place with a larger share of replacements among its interviews is flagged.</summary>
    public double MostReplacements { get; init; } = 0.10;

    /// <summary>An interviewer whose z score is farther from 0 is flagged.</summary>
    public double LargestDeviation { get; init; } = 3;

    /// <summary>From how many answers on an interviewer is flagged.</summary>
    public int FewestInterviews { get; init; } = 10;

    internal void Check()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(By);
        if (Target is not null && TargetColumn is not null)
            throw new ArgumentException("The target is given as a number and as a column; leave one out.", nameof(Target));
        if (Target is { } target && !(target >= 0 && double.IsFinite(target)))
            throw new ArgumentOutOfRangeException(nameof(Target), target, "A target is a number of interviews, at least 0.");
        if (Items.Count > 0 && Interviewer is null)
            throw new ArgumentException("Items compare interviewers, and no column of interviewers is named; name it, or leave the items out.", nameof(Items));
        if (!(LowestResponse is >= 0 and <= 1) || !(MostReplacements is >= 0 and <= 1))
            throw new ArgumentException($"Limits of rates are between 0 and 1, and these are {LowestResponse} and {MostReplacements}.", nameof(LowestResponse));
        if (!(LargestDeviation > 0) || FewestInterviews < 1)
            throw new ArgumentException("The limit of z scores is above 0, and the fewest interviews are at least 1.", nameof(LargestDeviation));
    }
}
