namespace Survey.Monitoring;

/// <summary>A study file has several errors; the message holds all of them, a line each.</summary>
public sealed class StudyErrorsException : SurveyDataException
{
    /// <summary>Several errors of one file.</summary>
    /// <param name="errors">One sentence each, with its place and the way out, in the order of the file.</param>
    public StudyErrorsException(IReadOnlyList<string> errors)
        : base(string.Join(Environment.NewLine, errors ?? throw new ArgumentNullException(nameof(errors)))) => Errors = errors;

    /// <summary>One sentence each, with its place and the way out, in the order of the file.</summary>
    public IReadOnlyList<string> Errors { get; }
}
