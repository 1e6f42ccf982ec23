using Survey.Monitoring.Intake;

namespace Survey.Monitoring;

/// <summary>Reads interviews of a wave that were done twice, by the wave's own columns, codes and answers.</summary>
/// <param name="study">With its checks of interviews.</param>
/// <param name="wave">Whose interviews they are.</param>
/// <param name="files">Paths and patterns, relative to the study.</param>
/// <param name="findings">Where everything is said that was met.</param>
internal sealed class RecheckReader(Study study, StudyWave wave, IReadOnlyList<string> files, FindingList findings)
{
    private readonly StudyQuality _quality = study.Quality!;

    /// <summary>The files that were read, their key and items as the wave has them, and where each row comes from; null where no file could be read.</summary>
    /// <exception cref="SurveyDataException">The instrument's items cannot be read.</exception>
    public (IReadOnlyList<(string File, long Rows)> Files, Table Table, RowPlaces Places)? Read()
    {
        StudyWave own = Restricted();
        var labels = new LabelBook(study, findings);
        List<Wanted> wanted = WantedOf(own, labels);
        var reader = new WaveFiles(study, own, wanted, findings);
        reader.Read();
        if (reader.Files.Count == 0)
            return null;
        RowPlaces places = reader.Places;
        var table = new Table([.. wanted.SelectMany(column => column.Reader.Build())]);
        int[] kept = new EmptyRows(own, places, findings).Kept(table);
        (table, places) = (table.Take(kept), places.Take(kept));
        return (reader.Files, new AddedColumns(study with { Lookups = [] }, own, labels, places, findings).To(table), places);
    }

    /// <summary>The wave as if it had no files but those of the re-check, and no columns but those that are compared or that these are made of.</summary>
    private StudyWave Restricted()
    {
        HashSet<string> needed = NeededColumns.Of(wave.Columns, [.. _quality.Key, .. _quality.Items]);
        StudyWave own = wave with
        {
            Id = $"the re-check of {wave.Id}", // messages name the wave by its id
            Files = files,
            Columns = [.. wave.Columns.Where(column => needed.Contains(column.Name))],
            Duplicates = null,
        };
        return _quality.Read is { } read ? own with { Sheets = read.Sheets, HeaderRow = read.HeaderRow, Encoding = read.Encoding, Delimiter = read.Delimiter } : own;
    }

    private List<Wanted> WantedOf(StudyWave own, LabelBook labels)
    {
        var factory = new ReaderFactory(study, labels);
        List<Wanted> wanted = [.. own.Columns.Where(column => column.Derive is null).Select(factory.Column)];
        if (wave is { Answers: { } form, Instrument: { } instrument })
            wanted.AddRange(ItemFile.Read(Path.Combine(study.Folder, instrument.Items)).Where(item => _quality.Items.Contains(item.Name)).Select(item => factory.Answers(item, form)));
        return wanted;
    }
}
