using Survey.Monitoring.Intake;

namespace Survey.Monitoring;

/// <summary>Scores the questionnaire of a study.</summary>
public static class StudyScoring
{
    /// <summary>Adds scores, and who is literate by them, to everyone of each wave.</summary>
    /// <param name="data">What the study's files hold.</param>
    /// <returns>
    /// The same data with the columns of <see cref="Scoring.Score"/>. A wave that cannot be scored (an item without a key, points that do not add up) is unresolved, and the others go on.
    /// Waves of different editions are scored by the items that they have in common where the study says so.
    /// </returns>
    /// <exception cref="SurveyDataException">The study has no questionnaire.</exception>
    public static StudyData Score(this StudyData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        StudyInstrument declared = data.Study.Instrument ?? throw new SurveyDataException($"{data.Study.File} has no instrument; say under instrument which questionnaire is scored, and where its items are.");
        var findings = new FindingList(data.Study);
        Dictionary<string, Instrument> editions = Editions(data, findings);
        RefuseTwoOfOneVersion(data.Study, editions, findings);
        if (declared.ComparesCommonItems)
            editions = Common(data, editions, findings);
        else
            SayDifferent(data.Study, editions, findings);
        WaveData[] waves = [.. data.Waves.Select(wave => Scored(data.Study, wave, editions.GetValueOrDefault(wave.Wave.Id), findings))];
        return data with { Waves = waves, Findings = [.. data.Findings, .. findings.All] };
    }

    /// <summary>The edition of each wave; waves of the same file share one.</summary>
    private static Dictionary<string, Instrument> Editions(StudyData data, FindingList findings)
    {
        var editions = new Dictionary<string, Instrument>(StringComparer.Ordinal);
        foreach (IGrouping<StudyInstrument, StudyWave> same in data.Study.Waves.GroupBy(wave => wave.Instrument!))
            try
            {
                bool isFile = same.Key.Use.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || same.Key.Use.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
                Instrument instrument = Instrument.Read(isFile ? Path.Combine(data.Study.Folder, same.Key.Use) : same.Key.Use, Path.Combine(data.Study.Folder, same.Key.Items), same.Key.Version);
                foreach (StudyWave wave in same)
                    editions[wave.Id] = instrument;
            }
            catch (SurveyDataException error)
            {
                foreach (StudyWave wave in same)
                    findings.Add(Severity.Unresolved, wave.Id, $"{same.Key.Place}: {wave.Id} cannot be scored: {error.Message}", data.Study.File);
            }
        return editions;
    }

    /// <summary>Figures of one version are taken to be comparable, so waves of one version that asked different items are not scored.</summary>
    private static void RefuseTwoOfOneVersion(Study study, Dictionary<string, Instrument> editions, FindingList findings)
    {
        foreach (StudyWave[] same in study.Waves.Where(wave => editions.ContainsKey(wave.Id)).GroupBy(wave => editions[wave.Id].Version).Select(same => same.ToArray()))
            if (same.Select(wave => editions[wave.Id]).Distinct().Skip(1).Any())
                foreach (StudyWave wave in same)
                {
                    string version = editions[wave.Id].Version is { } own ? $"the version {own}" : "no version";
                    findings.Add(Severity.Unresolved, wave.Id, $"{wave.Instrument!.Place}: {wave.Id} cannot be scored: {string.Join(" and ", same.Select(one => one.Id))} have {version}, but not the same items ({string.Join(" and ", same.Select(one => one.Instrument!.Items).Distinct())}), so that their figures would be taken to be comparable; give each edition a version of its own.", study.File);
                    editions.Remove(wave.Id);
                }
    }

    private static void SayDifferent(Study study, Dictionary<string, Instrument> editions, FindingList findings)
    {
        if (editions.Values.Select(own => own.Version).Distinct().Skip(1).Any())
            findings.Add(Severity.Doubt, null, $"{study.Instrument!.Place}: {Listed(study, editions)}, so that their scores are not comparable; write compareOn: common-items to score waves by the items that two editions have in common.", study.File);
    }

    /// <summary>"2023 (edition 2015) and 2024 (edition 2016) were asked different editions".</summary>
    private static string Listed(Study study, Dictionary<string, Instrument> editions) =>
        $"{string.Join(" and ", study.Waves.Where(wave => editions.ContainsKey(wave.Id)).Select(wave => $"{wave.Id} (edition {editions[wave.Id].Version ?? "not said"})"))} were asked different editions";

    /// <summary>Two editions by the items that both have; none where that cannot be.</summary>
    private static Dictionary<string, Instrument> Common(StudyData data, Dictionary<string, Instrument> editions, FindingList findings)
    {
        Instrument[] different = [.. editions.Values.DistinctBy(own => own.Version)];
        if (different.Length < 2)
            return editions;
        StudyPlace place = data.Study.Instrument!.Place;
        try
        {
            (Instrument first, Instrument second) = different.Length == 2
                ? Instrument.Common(different[0], different[1])
                : throw new SurveyDataException($"common items are found for two editions, and the waves have {different.Length}; score them by all items, or judge two waves at a time.");
            findings.Add(Severity.Change, null, $"{place}: {Listed(data.Study, editions)}, and all are scored by {first.Version}, of {first.Total.Points} points, literate from {first.Total.Cut} on{LeftOut(different[0], first)}{LeftOut(different[1], second)}.", data.Study.File);
            return editions.ToDictionary(own => own.Key, own => own.Value.Version == different[0].Version ? first : second);
        }
        catch (SurveyDataException error)
        {
            findings.Add(Severity.Unresolved, null, $"{place}: no wave is scored: {error.Message}", data.Study.File);
            return [];
        }
    }

    private static string LeftOut(Instrument whole, Instrument common) =>
        whole.Items.Select(item => item.Id).Except(common.Items.Select(item => item.Id)).ToArray() is { Length: > 0 } left ? $"; not counted of {whole.Version ?? whole.Id}: {string.Join(", ", left)}" : "";

    private static WaveData Scored(Study study, WaveData wave, Instrument? instrument, FindingList findings)
    {
        if (instrument is null || wave.Everyone is not { } everyone)
            return new WaveData(wave.Wave, wave.Files, wave.Everyone, wave.Response, wave.IsResolved && instrument is not null) { Places = wave.Places };
        var rules = new ScoringRules { DontKnow = study.Instrument!.DontKnow, MostUnanswered = study.Instrument.MostUnanswered };
        try
        {
            Table scored = Scoring.Scored(everyone, instrument, rules, WasAsked(everyone));
            var own = new WaveData(wave.Wave, wave.Files, scored, wave.Response, wave.IsResolved) { Places = wave.Places, Instrument = instrument };
            Say(study, own, instrument, rules, findings);
            return own;
        }
        catch (SurveyDataException error)
        {
            RowPlace? first = error is RowException { Row: var row } ? wave.Places?.Of((int)row) : null;
            string where = first is { } at ? $" (of the rows of everyone drawn; the first is {at.Text})" : "";
            findings.Add(Severity.Unresolved, wave.Wave.Id, $"{study.Instrument.Place}: {wave.Wave.Id} cannot be scored: {error.Message.TrimEnd('.')}{where}.", first?.File ?? study.File, first?.Row);
            return new WaveData(wave.Wave, wave.Files, everyone, wave.Response, false) { Places = wave.Places };
        }
    }

    /// <summary>Whether each row is of somebody who was interviewed: the status of the others is what became of them.</summary>
    private static bool[] WasAsked(Table everyone)
    {
        var status = (CategoryColumn)everyone[StatusColumn.Name];
        bool[] ofLevel = [.. status.Levels.Select(level => !DispositionText.Levels.Contains(level))];
        bool[] asked = new bool[status.Length];
        for (int row = 0; row < asked.Length; row++)
            asked[row] = ofLevel[status.Codes[row]];
        return asked;
    }

    private static void Say(Study study, WaveData wave, Instrument instrument, ScoringRules rules, FindingList findings) =>
        findings.Add(Severity.Change, wave.Wave.Id, $"In {wave.Wave.Id} {Instruments.AnswerCounts.Of(wave.Table!, instrument, rules).Sentence(rules, "valid people")}.", study.File);
}
