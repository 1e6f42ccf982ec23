namespace Survey.Monitoring.Tests.Made;

/// <summary>A made-up person who was drawn, and what that person answered.</summary>
public sealed record MadePerson
{
    /// <summary>From 1 over the whole county.</summary>
    public required int Number { get; init; }

    public required MadeTown Town { get; init; }

    /// <summary>Twelve digits.</summary>
    public required string Village { get; init; }

    public required MadeIdentity Identity { get; init; }

    /// <summary>Answers to <see cref="MadeQuestion.All"/>, from 1; null where there is none.</summary>
    public required IReadOnlyList<int?> Codes { get; init; }

    public required DateOnly? Birth { get; init; }

    /// <summary>The day of the interview, or of the last attempt.</summary>
    public required DateOnly Surveyed { get; init; }

    /// <summary>Members of the household aged 15 to 69.</summary>
    public required int? Eligible { get; init; }

    /// <summary>The age of the oldest member of the household; 99 is one.</summary>
    public required int? Oldest { get; init; }

    /// <summary>Of residence within the last twelve.</summary>
    public required int? Months { get; init; }

    /// <summary>Letters of the options chosen, such as AC; null where there is no answer.</summary>
    public required string? Channel { get; init; }

    /// <summary>Letters of the options chosen.</summary>
    public required string? Services { get; init; }

    /// <summary>Answers to <see cref="MadeItem.All"/>: letters, <see cref="DontKnow"/>, or null.</summary>
    public required IReadOnlyList<string?> Answers { get; init; }

    public const string DontKnow = "不知道";

    /// <summary>The key of the person's row.</summary>
    public string Id => $"2023{Number:000000}";

    public bool Responded => MadeQuestion.All[MadeQuestion.IndexOf("result")].CodeOf(this) == 1;

    /// <summary>In completed years on the day of the interview, or null.</summary>
    public int? Age => Birth is { } birth ? Surveyed.Year - birth.Year - (Surveyed < birth.AddYears(Surveyed.Year - birth.Year) ? 1 : 0) : null;

    public int Unanswered => Answers.Count(answer => answer is null);

    /// <summary>Whether the person counts by all rules of the made-up study.</summary>
    public bool IsValid => Responded && Age is >= 15 and <= 69 && Months > 6 && Unanswered <= 10;
}

/// <summary>What no table, message or report may ever show; empty texts where it is not known.</summary>
/// <param name="Name">Family and given name.</param>
/// <param name="IdNumber">Eighteen characters, the last one a check digit.</param>
/// <param name="Phone">Eleven digits.</param>
/// <param name="Address">Down to the door.</param>
/// <param name="Internet">The address of the device.</param>
public sealed record MadeIdentity(string Name, string IdNumber, string Phone, string Address, string Internet)
{
    /// <summary>The headings of these five.</summary>
    public static IReadOnlyList<string> Headings { get; } = ["姓名", "身份证号", "联系电话", "详细住址", "来自IP"];

    /// <summary>In the order of <see cref="Headings"/>.</summary>
    public IReadOnlyList<string> Texts => [Name, IdNumber, Phone, Address, Internet];
}
