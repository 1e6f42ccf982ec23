using Survey.Monitoring.Intake;

namespace Survey.Monitoring;

/// <summary>Checks the interviews of a wave as its study says.</summary>
/// <param name="data">The study's files.</param>
/// <param name="wave">The wave.</param>
internal sealed class QualityCheck(StudyData data, WaveData wave)
{
    private readonly Study _study = data.Study;
    private readonly FindingList _findings = new(data.Study);

    private string Id => wave.Wave.Id;

    public WaveQuality Check()
    {
        if (_study.Quality is not { } quality)
            return new WaveQuality(Id, null, null, []);
        Recheck? recheck = quality.Rechecks.FirstOrDefault(own => own.Wave == Id).Files is { } files ? Attempt(quality, files) : null;
        InterviewDurations? durations = Durations(quality);
        // what was read was called by the wave it re-checks
        return new WaveQuality(Id, recheck, durations, [.. _findings.All.Select(finding => finding with { Wave = Id })]);
    }

    private Recheck? Attempt(StudyQuality quality, IReadOnlyList<string> files)
    {
        try
        {
            return RecheckOf(quality, files);
        }
        catch (SurveyDataException error)
        {
            _findings.Add(Severity.Unresolved, Id, $"{error.Message.TrimEnd('.')}; the re-check of {Id} is not compared.", _study.File);
            return null;
        }
    }

    private Recheck? RecheckOf(StudyQuality quality, IReadOnlyList<string> files)
    {
        if (wave.Everyone is not { } everyone)
            throw new SurveyDataException($"{quality.Place}: no file of {Id} could be read");
        if (quality.Key.FirstOrDefault(name => !everyone.Columns.Contains(name, StringComparer.Ordinal)) is { } lacking)
            throw new SurveyDataException($"{quality.Place}: the tables of {Id} have no {lacking}, the key of its interviews");
        if (new RecheckReader(_study, wave.Wave, files, _findings).Read() is not var (read, again, places))
            return null;
        var match = new RecheckMatch(quality.Key, everyone, again, places);
        var shown = new ShownKeys(wave.Wave, again, quality.Key);
        int[] partners = match.Partners(shown), matched = [.. Enumerable.Range(0, partners.Length).Where(row => partners[row] >= 0)];
        IReadOnlyList<UnmatchedInterview> unmatched = Unmatched(match, shown, partners, places);
        (Table first, Table second) = (everyone.Take([.. matched.Select(row => partners[row])]), again.Take(matched));
        IReadOnlyList<ItemAgreement> items = [.. quality.Items.Where(item => CanBeCompared(item, everyone, again)).Select(item => ItemAgreement.Of(item, first[item], second[item]))];
        SayWithoutAnswers(first, [.. items.Select(item => item.Item)]);
        return new Recheck([.. read.Select(file => (_findings.Relative(file.File), file.Rows))], wave.Table!.RowCount, again.RowCount, matched.Length, unmatched, items);
    }

    private bool CanBeCompared(string item, Table everyone, Table again)
    {
        string? why = wave.Wave.Columns.Any(column => column.Name == item && column.IsAbsent) ? $"{Id} did not ask it"
            : !everyone.Columns.Contains(item, StringComparer.Ordinal) ? $"the tables of {Id} have no such column"
            : !again.Columns.Contains(item, StringComparer.Ordinal) ? "it could not be made of the files of the re-check" : null;
        if (why is not null)
            _findings.Add(Severity.Doubt, Id, $"{_study.Quality!.Place}: {item} is not compared in the re-check of {Id}, for {why}.", _study.File, column: item);
        return why is null;
    }

    private IReadOnlyList<UnmatchedInterview> Unmatched(RecheckMatch match, ShownKeys shown, int[] partners, RowPlaces places)
    {
        int[] rows = [.. Enumerable.Range(0, partners.Length).Where(row => partners[row] < 0)];
        Say([.. rows.Where(row => match.TextOf(row) is null)], "no key", $"fill in {KeyText}");
        Say([.. rows.Where(row => match.TextOf(row) is not null && !RecheckMatch.IsAmbiguous(partners[row]))], $"no interview of {Id}", "check how the key is written");
        Say([.. rows.Where(row => RecheckMatch.IsAmbiguous(partners[row]))], $"several interviews of {Id}", $"let duplicates of the wave keep one of each {KeyText}");
        return [.. rows.Select(row => new UnmatchedInterview(_findings.Relative(places.Of(row).File), places.Of(row).Row, shown.IsPersonal ? null : match.TextOf(row)))];

        void Say(int[] some, string partner, string wayOut)
        {
            if (some.Length == 0)
                return;
            RowPlace first = places.Of(some[0]);
            string keys = match.TextOf(some[0]) is null ? "" : $" ({Excerpt.List(some.Select(row => string.Join(", ", shown.Columns.Select(name => shown.Of(name, row)))))})";
            _findings.Add(Severity.Doubt, Id, $"{first.Text}: {Invariant.Count(some.Length)} interview{(some.Length == 1 ? "" : "s")} of the re-check{keys} {(some.Length == 1 ? "has" : "have")} {partner}; {wayOut}.", first.File, first.Row, KeyText, some.Length);
        }
    }

    private string KeyText => string.Join(", ", _study.Quality!.Key);

    private void SayWithoutAnswers(Table first, string[] items)
    {
        int without = items.Length == 0 ? 0 : Enumerable.Range(0, first.RowCount).Count(row => Array.TrueForAll(items, item => first[item].IsMissing(row)));
        if (without > 0)
            _findings.Add(Severity.Doubt, Id, $"{Invariant.Count(without)} interview{(without == 1 ? "" : "s")} of the re-check of {Id} {(without == 1 ? "has" : "have")} no answer to any item in {Id}; were these people interviewed at all?", _study.File, rows: without);
    }

    private InterviewDurations? Durations(StudyQuality quality)
    {
        if (wave.Table is not { } table || quality.Duration is not { } name || wave.Wave.Columns.First(column => column.Name == name) is not { IsAbsent: false } column)
            return null;
        if (!table.Columns.Contains(name, StringComparer.Ordinal) || table[name] is not NumberColumn values)
        {
            _findings.Add(Severity.Unresolved, Id, $"{column.Place}: {name} is no number in {Id}, so how long interviews took is not known.", _study.File, column: name);
            return null;
        }
        double perMinute = DurationUnit.PerMinute(column.Unit)!.Value;
        var durations = InterviewDurations.Of([.. values.Values.ToArray().Select(value => value / perMinute)], quality.DurationMinutes);
        if (durations.Below + durations.Above > 0)
            SayOutside(durations, table.RowCount, name);
        return durations;
    }

    private void SayOutside(InterviewDurations durations, int interviews, string name) =>
        _findings.Add(Severity.Doubt, Id,
            $"{Invariant.Count(durations.Below)} of the {Invariant.Count(interviews)} valid interviews of {Id} took less than {Invariant.Text(durations.Range!.Value.Least)} minutes and {Invariant.Count(durations.Above)} more than {Invariant.Text(durations.Range.Value.Most)}; check them, or the range in quality.durationMinutes.",
            _study.File, column: name, rows: durations.Below + durations.Above);
}
