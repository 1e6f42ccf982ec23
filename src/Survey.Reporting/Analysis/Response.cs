using Survey.Monitoring.Weighting;

namespace Survey.Reporting.Analysis;

/// <summary>What became of those who were drawn.</summary>
internal static class Response
{
    /// <summary>Response rates of everyone and of parts; null where the study does not say what became of each person drawn.</summary>
    /// <param name="study">Whose wave it is.</param>
    /// <param name="by">Columns that split them.</param>
    public static ResponseSummary? Of(ReportStudy study, params string[] by)
    {
        if (study.Study.Response.Disposition is null || study.Wave.Everyone is not { } everyone)
            return null;
        const string disposition = "what became of them";
        return ResponseSummary.Of(everyone.With(disposition, StatusDispositions.Of(study.Study, everyone)), disposition, by);
    }
}
