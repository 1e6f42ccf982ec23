namespace Survey.Monitoring.Intake;

/// <summary>Reads answers with several options that are joined in one column.</summary>
/// <param name="name">Of the column.</param>
/// <param name="options">Of the question.</param>
/// <param name="separators">Characters that may stand between options.</param>
/// <param name="dontKnow">Texts that mean "I do not know".</param>
/// <param name="withFlags">Whether each option becomes a flag column too.</param>
/// <param name="missing">Texts that mean missing.</param>
internal sealed class JoinedOptionsReader(string name, OptionList options, string separators, DontKnow dontKnow, bool withFlags, MissingTexts missing) : ColumnReader<ulong>(name, OptionsColumn.Missing, missing)
{
    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, Column Column)> Build() => OptionsColumn.Of(Name, options, ReleaseValues(), dontKnow, withFlags);

    /// <inheritdoc/>
    protected override Outcome<ulong> Understand(string text) =>
        // what means "I do not know" in a questionnaire, such as 9, may be the ninth option of a column of the study
        dontKnow.Match(text) && !(withFlags && options.Of(text) >= 0) ? new(OptionsColumn.DontKnow)
        : options.Joined(text, separators) is { } chosen ? new(chosen)
        : new(OptionsColumn.Missing, $"is not made of the options {OptionsColumn.Listed(options)}{(options.NeedsSeparators ? " with separators between them" : "")}, each once; mend options or separators in the study, or declare the text as missing.");
}
