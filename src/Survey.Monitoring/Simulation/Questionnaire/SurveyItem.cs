namespace Survey.Monitoring.Simulating;

/// <summary>An item of the simulated questionnaire.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Kind">How it is answered.</param>
/// <param name="IsScenario">Whether it asks about a situation that is told.</param>
/// <param name="OptionCount">Its options are A, B, C, ...</param>
/// <param name="Key">The options that are right, a bit an option.</param>
/// <param name="Aspect">Of three, from 0.</param>
/// <param name="Issue">Of six, from 0.</param>
/// <param name="Hardness">From 0, the easiest of its kind, to 1, the hardest.</param>
internal sealed record SurveyItem(int Number, SurveyItemKind Kind, bool IsScenario, int OptionCount, uint Key, int Aspect, int Issue, double Hardness)
{
    public bool IsMultiple => Kind == SurveyItemKind.Multiple;

    /// <summary>2 where several options are right, else 1.</summary>
    public int Points => IsMultiple ? 2 : 1;
}

/// <summary>How an item is answered.</summary>
internal enum SurveyItemKind
{
    /// <summary>Right or wrong.</summary>
    TrueFalse,

    /// <summary>One option.</summary>
    Single,

    /// <summary>Several options.</summary>
    Multiple,
}
