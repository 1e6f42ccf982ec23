namespace Survey.Monitoring;

/// <summary>How far fieldwork has come in each place, and whether interviewers bring what others bring from the same places.</summary>
/// <remarks>Interviewers are compared over interviews only. Whatever is missing is counted: <see cref="WithoutDisposition"/>, <see cref="WithoutInterviewer"/>, and in the results of places and items.</remarks>
[TypeFormatterSource(typeof(NotebookFormatters), PreferredMimeTypes = ["text/html"])]
public sealed class FieldworkSummary : IResult
{
    internal FieldworkSummary(FieldworkOptions options, FieldworkPlace all, IReadOnlyList<FieldworkPlace> places, IReadOnlyList<FieldworkInterviewer> interviewers, IReadOnlyList<InterviewerVariation> items) =>
        (Options, All, Places, Interviewers, Items) = (options, all, places, interviewers, items);

    /// <summary>What was asked for.</summary>
    public FieldworkOptions Options { get; }

    /// <summary>All places together; its target is the sum of theirs, NaN where one has none, and it has no flags.</summary>
    public FieldworkPlace All { get; }

    /// <summary>The places in the order of their levels; rows without one come last.</summary>
    public IReadOnlyList<FieldworkPlace> Places { get; }

    /// <summary>The interviewers in the order of their levels; empty where no column names them.</summary>
    public IReadOnlyList<FieldworkInterviewer> Interviewers { get; }

    /// <summary>How interviewers vary, an item each.</summary>
    public IReadOnlyList<InterviewerVariation> Items { get; }

    /// <summary>Rows without a disposition, which count as unknown.</summary>
    public int WithoutDisposition { get; internal init; }

    /// <summary>Interviews without an interviewer, which are in no comparison.</summary>
    public int WithoutInterviewer { get; internal init; }

    /// <summary>Summarizes fieldwork from a table with a row for each unit drawn, or for each interview.</summary>
    /// <param name="units">The table.</param>
    /// <param name="options">What its columns mean, and the limits.</param>
    /// <exception cref="SurveyDataException">There is no such column; a disposition is none of the five; a place has several targets; the replacement is no flag; or an item is neither number nor flag.</exception>
    /// <exception cref="ArgumentException">The options contradict themselves.</exception>
    public static FieldworkSummary Of(Table units, FieldworkOptions options)
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        return new FieldworkReader(units, options).Read();
    }

    /// <summary>Summarizes the fieldwork of a wave of a study, from everyone drawn; where the study has no disposition, from its valid interviews.</summary>
    /// <param name="data">The study's data; they need not be resolved yet.</param>
    /// <param name="wave">The id of the wave.</param>
    /// <param name="options">What columns mean, and the limits; the disposition is the study's own, after its rules: who fails one is ineligible, or, with a questionnaire that does not count, counts with the refusals.</param>
    /// <exception cref="SurveyDataException">As for a table; or no file of the wave could be read.</exception>
    /// <exception cref="ArgumentException">There is no such wave, the options name a disposition, or they contradict themselves.</exception>
    public static FieldworkSummary Of(StudyData data, string wave, FieldworkOptions options)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Disposition is not null)
            throw new ArgumentException("The study says which column is the disposition (response.disposition); leave it out here.", nameof(options));
        (Table units, string? disposition) = StudyFieldwork.UnitsOf(data.Study, data[wave]);
        return Of(units, options with { Disposition = disposition });
    }

    /// <summary>The places as a table: a row for all of them, in which the place is missing, then one each. Flags are joined by semicolons. A column of places called as a figure has a _ after its name.</summary>
    public Table ToTable() => FieldworkTable.Of(this);

    /// <summary>The places, the interviewers and the items as text.</summary>
    public override string ToString() => FieldworkDisplay.Of(this).ToString();

    Display IResult.Display() => FieldworkDisplay.Of(this);
}
