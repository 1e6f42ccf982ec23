namespace Survey.Monitoring.Evaluating;

/// <summary>What a reader of a scorecard must know beside its verdicts: what was handed in and changed nothing, or is of another time.</summary>
internal sealed class ScorecardNotes(Study study, Programme programme, IReadOnlyList<ProgrammeEntry> entries, IReadOnlyList<(string Part, Waiver Waiver)> waivers)
{
    public IEnumerable<LocalText> Of(PartVerdict[] parts) => [.. UnusedWaivers(parts), .. OtherYears(parts), .. OtherWorkbooks(), .. OfMissing()];

    private IEnumerable<LocalText> UnusedWaivers(PartVerdict[] parts) =>
        from own in waivers
        let part = parts.FirstOrDefault(other => other.Part.Id == own.Part)
        where part is { IsAwaiting: false } && part.Verdict.Waived.All(waived => waived.Waiver != own.Waiver)
        select new LocalText($"{own.Part}登记的差异（{own.Waiver.Difference.ToString().ToLowerInvariant()}）没有用到：数据在这方面并无不同。", $"The waiver of {own.Waiver.Difference.ToString().ToLowerInvariant()} for {own.Part} changed nothing: the figures do not differ in that.");

    /// <summary>What is of other years than the programme asks about: it is judged all the same, and a reader must know.</summary>
    private IEnumerable<LocalText> OtherYears(PartVerdict[] parts)
    {
        int last = programme.Calendar.Max(phase => phase.Last.Year);
        StudyWave judged = study.Waves[^1];
        if ((EvaluationReader.YearOf(judged.Id) ?? judged.Fieldwork?.Last.Year) is not { } surveyed)
            yield break;
        int first = programme.Calendar.Min(phase => phase.First.Year), asked = Math.Min(surveyed, last);
        if (surveyed > last || surveyed < first)
            yield return new LocalText($"{judged.Id}年的调查不在方案期间（{first}～{last}年）内。", $"The survey of {judged.Id} is outside of the programme's years ({first} to {last}).");
        string[] other = [.. from own in parts
                             let years = entries.Where(entry => entry.Figure is not null && entry.IsOf(own.Part)).GroupBy(entry => (entry.Id, entry.Town)).Select(same => same.Max(entry => entry.Figure!.Year)).Where(year => year != asked).Distinct().Order().ToArray()
                             where years.Length > 0
                             select $"{own.Part.Id} ({string.Join(", ", years)})"];
        if (other.Length > 0)
            yield return new LocalText($"所依据的数据不是{asked}年的：{string.Join("、", other)}。", $"Judged by records that are not of {asked}: {string.Join(", ", other)}.");
    }

    /// <summary>Decisions on items that the notice lacks give nothing.</summary>
    private IEnumerable<LocalText> OfMissing() =>
        from entry in entries
        where programme.Missing.Any(own => own.Number == entry.Id)
        let evidence = PartEvidence.Of(entry)
        select new LocalText($"第{entry.Id}项原文缺失，不计分；收到的意见——{evidence.What.Chinese}。", $"Item {entry.Id} is missing from the notice and gives nothing; what was handed in: {evidence.What.English}.");

    /// <summary>A workbook that no programme of the study takes.</summary>
    private IEnumerable<LocalText> OtherWorkbooks() =>
        from file in study.Evaluation.Entries
        let of = EntriesReader.ProgrammeOf(Path.Combine(study.Folder, file))
        where of != programme.Id && study.Programme.Uses.All(own => own.Id != of)
        select new LocalText($"{file}是{of}的填报表，本研究没有采用该方案，其中数据未用。", $"{file} is of {of}, which the study does not use, so nothing in it was used.");
}
