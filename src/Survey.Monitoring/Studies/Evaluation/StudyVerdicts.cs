namespace Survey.Monitoring;

/// <summary>The verdicts of a study's targets.</summary>
/// <param name="Indicators">The figures they rest on.</param>
/// <param name="Verdicts">In the study's order.</param>
public sealed record StudyVerdicts(StudyIndicators Indicators, IReadOnlyList<TargetVerdict> Verdicts)
{
    /// <summary>The verdict of a target.</summary>
    /// <param name="target">Its id.</param>
    /// <exception cref="ArgumentException">The study has no such target.</exception>
    public TargetVerdict this[string target] =>
        Verdicts.FirstOrDefault(own => own.Target.Id == target) ?? throw new ArgumentException($"There is no target '{target}'; the study has {string.Join(", ", Verdicts.Select(own => own.Target.Id))}.", nameof(target));
}

/// <summary>A target and its verdict.</summary>
/// <param name="Target">As the study declares it.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Wave">The wave that was judged.</param>
/// <param name="Verdict">Whether it is met.</param>
public sealed record TargetVerdict(StudyTarget Target, LocalText Name, string Wave, Verdict Verdict);
