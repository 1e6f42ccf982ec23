namespace Survey.Monitoring;

/// <summary>Whether the survey that a phase holds lies in it.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="Wave">The wave of its role; null where the study has none.</param>
/// <param name="Fieldwork">First and last day of interviewing; null where they are not known.</param>
public sealed record PhaseTiming(ProgrammePhase Phase, string? Wave, (DateOnly First, DateOnly Last)? Fieldwork)
{
    /// <summary>Whether all interviews lie in the phase; null where that is not known.</summary>
    public bool? IsInPhase => Fieldwork is var (first, last) ? first >= Phase.First && last <= Phase.Last : null;

    internal static IReadOnlyList<PhaseTiming> Of(Programme programme, Study study) =>
    [
        .. from phase in programme.Calendar
           where phase.Wave is not null
           let wave = study.Waves.FirstOrDefault(own => own.Role == phase.Wave)
           select new PhaseTiming(phase, wave?.Id, wave?.Fieldwork),
    ];

    /// <summary>In a sentence.</summary>
    /// <param name="language">Of the words.</param>
    public string ToText(Language language)
    {
        bool zh = language == Language.Chinese;
        string phase = zh ? $"{Phase.Name.Chinese}（{Phase.First:yyyy-MM}至{Phase.Last:yyyy-MM}）" : $"{Phase.Name.English} ({Phase.First:yyyy-MM} to {Phase.Last:yyyy-MM})", what = Phase.Wave == "baseline" ? zh ? "基线调查" : "the baseline survey" : zh ? "效果评估调查" : "the final survey";
        if (Wave is null)
            return zh ? $"{phase}应开展{what}，本研究没有相应的调查（role: {Phase.Wave}）。" : $"{phase} holds {what}, and the study has no wave of role {Phase.Wave}.";
        if (Fieldwork is not var (first, last))
            return zh ? $"{phase}应开展{what}，{Wave}年的调查时间未说明（fieldwork）。" : $"{phase} holds {what}; when {Wave} was surveyed is not known (fieldwork).";
        string days = $"{first:yyyy-MM-dd}{(zh ? "至" : " to ")}{last:yyyy-MM-dd}";
        return IsInPhase == true
            ? zh ? $"{phase}：{what}于{days}完成，在该阶段内。" : $"{phase}: {what} ({days}) lies in it."
            : zh ? $"{phase}：{what}于{days}完成，不在该阶段内，请在报告中说明。" : $"{phase}: {what} ({days}) does not lie in it; say why in the report.";
    }
}
