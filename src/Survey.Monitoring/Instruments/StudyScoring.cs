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
        if (declared.ComparesCommonItems)
            editions = Common(data, editions, findings);
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

    /// <summary>All editions by the items that every one of them has.</summary>
    private static Dictionary<string, Instrument> Common(StudyData data, Dictionary<string, Instrument> editions, FindingList findings)
    {
        Instrument[] different = [.. editions.Values.DistinctBy(own => own.Version)];
        if (different.Length != 2)
        {
            if (different.Length > 2)
                findings.Add(Severity.Unresolved, null, $"{data.Study.Instrument!.Place}: common items are found for two editions, and the waves have {different.Length}; score them by all items, or judge two waves at a time.", data.Study.File);
            return editions;
        }
        (Instrument first, Instrument second) = Instrument.Common(different[0], different[1]);
        findings.Add(Severity.Change, null, $"{data.Study.File}: all waves are scored by {first.Version}, of {first.Total.Points} points, literate from {first.Total.Cut} on.", data.Study.File);
        return editions.ToDictionary(own => own.Key, own => own.Value.Version == different[0].Version ? first : second);
    }

    private static WaveData Scored(Study study, WaveData wave, Instrument? instrument, FindingList findings)
    {
        if (instrument is null || wave.Everyone is not { } everyone)
            return new WaveData(wave.Wave, wave.Files, wave.Everyone, wave.Response, wave.IsResolved && instrument is not null) { Places = wave.Places };
        var rules = new ScoringRules { DontKnow = study.Instrument!.DontKnow, MostUnanswered = study.Instrument.MostUnanswered };
        try
        {
            Table scored = everyone.Score(instrument, rules);
            var own = new WaveData(wave.Wave, wave.Files, scored, wave.Response, wave.IsResolved) { Places = wave.Places, Instrument = instrument };
            Say(study, own, instrument, rules, findings);
            return own;
        }
        catch (SurveyDataException error)
        {
            findings.Add(Severity.Unresolved, wave.Wave.Id, $"{study.Instrument.Place}: {wave.Wave.Id} cannot be scored: {error.Message}", study.File);
            return new WaveData(wave.Wave, wave.Files, everyone, wave.Response, false) { Places = wave.Places };
        }
    }

    /// <summary>How many answers were none, and what became of them.</summary>
    private static void Say(Study study, WaveData wave, Instrument instrument, ScoringRules rules, FindingList findings)
    {
        Table people = wave.Table!;
        long unanswered = 0, unsure = 0, excluded = 0;
        foreach (CategoryColumn column in instrument.Items.Select(item => (CategoryColumn)people[item.Column]))
        {
            bool[] isUnsure = [.. column.Levels.Select(level => rules.DontKnow.Contains(level, StringComparer.Ordinal))];
            foreach (int code in column.Codes)
                if (code == CategoryColumn.Missing)
                    unanswered++;
                else if (isUnsure[code])
                    unsure++;
        }
        foreach (double score in ((NumberColumn)people[instrument.Total.ScoreColumn]).Values)
            excluded += double.IsNaN(score) ? 1 : 0;
        string left = rules.MostUnanswered is { } most ? $"; {Invariant.Count(excluded)} people left out more than {most} and have no score" : "";
        findings.Add(Severity.Change, wave.Wave.Id, $"In {wave.Wave.Id} {Invariant.Count(unanswered)} items were left unanswered and {Invariant.Count(unsure)} answered with \"I do not know\" by {Invariant.Count(people.RowCount)} valid people; they count as wrong{left}.", study.File);
    }
}
