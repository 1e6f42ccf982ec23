namespace Survey.Monitoring;

/// <summary>The verdicts of a study's targets.</summary>
/// <param name="Indicators">The figures they rest on.</param>
/// <param name="Verdicts">In the study's order.</param>
[TypeFormatterSource(typeof(NotebookFormatters), PreferredMimeTypes = ["text/html"])]
public sealed record StudyVerdicts(StudyIndicators Indicators, IReadOnlyList<TargetVerdict> Verdicts) : IResult
{
    /// <summary>The verdict of a target.</summary>
    /// <param name="target">Its id.</param>
    /// <exception cref="ArgumentException">The study has no such target.</exception>
    public TargetVerdict this[string target] =>
        Verdicts.FirstOrDefault(own => own.Target.Id == target) ?? throw new ArgumentException($"There is no target '{target}'; the study has {string.Join(", ", Verdicts.Select(own => own.Target.Id))}.", nameof(target));

    /// <summary>The verdicts as a table and in words, in the language of the study's title.</summary>
    public override string ToString() => ToText(OwnLanguage);

    /// <summary>The verdicts as a table and in words, and what is doubtful.</summary>
    /// <param name="language">Of the words.</param>
    public string ToText(Language language) => EvaluationDisplay.Of(this, language).ToString();

    /// <summary>The verdicts as rows, one a target, in both languages.</summary>
    public Table ToTable() => EvaluationTables.Of(this);

    Display IResult.Display() => EvaluationDisplay.Of(this, OwnLanguage);

    /// <summary>Chinese where the study has a Chinese title.</summary>
    internal Language OwnLanguage => Indicators.Data.Study.Title.Chinese is null ? Language.English : Language.Chinese;
}

/// <summary>A target and its verdict.</summary>
/// <param name="Target">As the study declares it.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Wave">The wave that was judged.</param>
/// <param name="Verdict">Whether it is met.</param>
public sealed record TargetVerdict(StudyTarget Target, LocalText Name, string Wave, Verdict Verdict);
