namespace Survey.Monitoring.Simulating;

/// <summary>The questionnaire of a household that was drawn: what the interviewer and the person wrote.</summary>
internal sealed record Paper
{
    /// <summary>The options of an answer "I do not know".</summary>
    public const uint DontKnow = 1u << 31;

    public required string Id { get; init; }

    public required DrawnHousehold Household { get; init; }

    /// <summary>The day of the interview, or of the last attempt.</summary>
    public required DateOnly Surveyed { get; init; }

    /// <summary>The number of the interviewer.</summary>
    public required string Interviewer { get; init; }

    /// <summary>Null for those who were not interviewed.</summary>
    public DateOnly? Birth { get; init; }

    /// <summary>From 0; null where there is no answer, as in the questions that follow.</summary>
    public int? Education { get; init; }

    /// <summary>0: daily, 1: less than daily, 2: not.</summary>
    public int? Smokes { get; init; }

    /// <summary>0: yes, 1: no.</summary>
    public int? SecondHand { get; init; }

    /// <summary>0: yes, 1: no.</summary>
    public int? Exercises { get; init; }

    /// <summary>Of each item the options chosen, a bit an option; <see cref="DontKnow"/>; or 0 where it is left out.</summary>
    public uint[] Answers { get; init; } = new uint[Items50.All.Count];

    public bool IsInterviewed => Household.Disposition == Disposition.Responded;

    public int? Eligible => Household.IsListed ? Household.Eligible : null;

    public int? Rank => Household.IsListed && Household.Rank > 0 ? Household.Rank : null;

    /// <summary>0: man, 1: woman.</summary>
    public int? Sex => IsInterviewed ? Household.Chosen.IsMan ? 0 : 1 : null;

    public int? Months => IsInterviewed ? Household.Chosen.Months : null;

    /// <summary>The number of the household on the list of its village.</summary>
    public string HouseholdNumber => $"{Household.Household + 1:00000}";
}
