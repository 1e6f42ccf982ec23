using Survey.Monitoring.Intake;

namespace Survey.Monitoring.Weighting;

/// <summary>What became of each person drawn, by the column "status".</summary>
internal static class StatusDispositions
{
    /// <param name="study">With the rules whose reasons are statuses.</param>
    /// <param name="everyone">With their statuses.</param>
    /// <returns>Valid people responded. Who fails a rule of status ineligible is ineligible; a questionnaire that does not count is as good as refused.</returns>
    public static CategoryColumn Of(Study study, Table everyone)
    {
        var status = (CategoryColumn)everyone[StatusColumn.Name];
        HashSet<string> ineligible = [.. study.Eligibility.Where(rule => rule.Status == RuleStatus.Ineligible).Select(rule => rule.Reason)];
        Disposition[] ofLevel = [.. status.Levels.Select(level =>
            level == StatusColumn.Valid ? Disposition.Responded
            : DispositionText.TryRead(level, out Disposition known) ? known
            : ineligible.Contains(level) ? Disposition.Ineligible
            : Disposition.Refused)];
        return new CategoryColumn(Array.ConvertAll(status.Codes.ToArray(), code => (int)ofLevel[code]), DispositionText.Levels);
    }
}
