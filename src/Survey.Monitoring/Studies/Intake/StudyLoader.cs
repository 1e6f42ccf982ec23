namespace Survey.Monitoring.Intake;

/// <summary>Reads all files of a study.</summary>
internal static class StudyLoader
{
    public static StudyData Load(Study study)
    {
        var findings = new FindingList(study);
        var labels = new LabelBook(study, findings);
        PersonHash? hash = HashOf(study, findings);
        var loaders = study.Waves.Select(wave => wave.Instrument?.Items).Distinct().ToDictionary(file => file ?? "", file => new WaveLoader(study, ItemsOf(study, file, findings), labels, hash, findings));
        WaveData[] waves = [.. study.Waves.Select(wave => Load(wave, loaders[wave.Instrument?.Items ?? ""], study, findings))];
        new SharedPlaces(study, findings).Look(waves);
        SayUnknownPersonalData(study, [.. loaders.Values.SelectMany(loader => loader.DroppedSomewhere)], findings);
        // what was found later may concern waves that were read before
        return new StudyData(study, [.. waves.Select(wave => wave with { IsResolved = wave.IsResolved && !findings.IsUnresolved(wave.Wave.Id) })], findings.All);
    }

    /// <summary>Reads a wave; what could not be foreseen where it was met ends that wave alone.</summary>
    private static WaveData Load(StudyWave wave, WaveLoader loader, Study study, FindingList findings)
    {
        try
        {
            return loader.Load(wave);
        }
        catch (SurveyDataException error)
        {
            findings.Add(Severity.Unresolved, wave.Id, $"{wave.Place}: the wave {wave.Id} cannot be read: {error.Message}", study.File);
            return new WaveData(wave, [], null, null, IsResolved: false);
        }
    }

    private static IReadOnlyList<Item> ItemsOf(Study study, string? file, FindingList findings)
    {
        if (file is null)
            return [];
        string path = Path.Combine(study.Folder, file);
        try
        {
            IReadOnlyList<Item> items = ItemFile.Read(path);
            var taken = NamesOf(study).ToHashSet(StringComparer.Ordinal);
            return items.FirstOrDefault(item => taken.Contains(item.Name)) is { } same
                ? throw new SurveyDataException($"{path} has an item '{same.Name}', which is the name of a column of the study; call one of the two otherwise")
                : items;
        }
        catch (SurveyDataException error)
        {
            findings.Add(Severity.Unresolved, null, $"{error.Message.TrimEnd('.')}; no answers to the instrument are read.", path);
            return [];
        }
    }

    /// <summary>The columns of the tables beside the items.</summary>
    private static IEnumerable<string> NamesOf(Study study) =>
    [
        .. study.Columns.SelectMany(column => column.Options.Select(option => $"{column.Name}.{option.Option}").Prepend(column.Name)),
        .. study.Lookups.SelectMany(lookup => lookup.Columns.Select(column => column.Name)),
        .. study.PersonalData.Pseudonym is { } pseudonym ? [pseudonym.As] : (string[])[],
        StatusColumn.Name, WaveLoader.Unanswered, LookupRows.WaveKey,
    ];

    private static PersonHash? HashOf(Study study, FindingList findings)
    {
        if (study.PersonalData.Pseudonym is not { } pseudonym)
            return null;
        string path = Path.Combine(study.Folder, pseudonym.KeyFile);
        try
        {
            return new PersonHash(path);
        }
        catch (SurveyDataException error)
        {
            findings.Add(Severity.Unresolved, null, $"{error.Message.TrimEnd('.')}; the column {pseudonym.As} is not made.", path, column: pseudonym.As);
            return null;
        }
    }

    /// <summary>A heading in personalData.drop that no file has may be misspelt, and the data it means would be read.</summary>
    private static void SayUnknownPersonalData(Study study, HashSet<string> found, FindingList findings)
    {
        foreach (string heading in study.PersonalData.Drop.Where(heading => !found.Contains(HeadingIndex.WithoutBlanks(heading))))
            findings.Add(Severity.Doubt, null, $"{study.File}: no file has the column '{heading}' of personalData.drop; check how it is written, for a column that is not named there may be read.", study.File, column: heading);
    }
}
