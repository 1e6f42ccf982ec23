namespace Survey.Monitoring.Intake;

/// <summary>Says how many places (first-stage clusters) each wave shares with the one before it, and holds that against what the study declares.</summary>
/// <param name="study">With its design.</param>
/// <param name="findings">Where it is said.</param>
internal sealed class SharedPlaces(Study study, FindingList findings)
{
    public void Look(IReadOnlyList<WaveData> waves)
    {
        if (study.Design is not { Clusters: [var cluster, ..] } design)
            return;
        (string Wave, HashSet<string> Places)[] places = [.. waves.Where(wave => wave.Table is { } table && table.Columns.Contains(cluster, StringComparer.Ordinal)).Select(wave => (wave.Wave.Id, PlacesOf(wave.Table![cluster])))];
        if (places.Length < 2)
            return;
        Dictionary<string, string> crosswalk = design.Crosswalk is null ? [] : CrosswalkOf(design.Crosswalk, places);
        // the places of all waves as the last one calls them
        HashSet<string>[] called = [.. places.Select((wave, k) => k == places.Length - 1 ? wave.Places : [.. wave.Places.Select(place => crosswalk.GetValueOrDefault(place, place))])];
        for (int k = 1; k < places.Length; k++)
        {
            (string before, string after) = (places[k - 1].Wave, places[k].Wave);
            int shared = called[k].Count(called[k - 1].Contains);
            string counts = $"{shared} of {places[k].Places.Count} values of {cluster} in {after} occur in {before}, which has {places[k - 1].Places.Count}";
            (Severity severity, string end) = (design.SamePlaces, shared) switch
            {
                (true, 0) => (Severity.Doubt, ", though the study says that the places are the same: are their codes written in two ways, or were they changed?"),
                (false, > 0) => (Severity.Doubt, ", though the study says that the places are different: do codes begin anew in each wave?"),
                (null, > 0) => (Severity.Doubt, "; say in design.samePlaces whether these are the same places, for changes are judged by it."),
                _ => (Severity.Change, "."),
            };
            findings.Add(severity, after, counts + end, study.File, column: cluster, rows: shared);
        }
    }

    private Dictionary<string, string> CrosswalkOf(string file, (string Wave, HashSet<string> Places)[] places)
    {
        string path = Path.Combine(study.Folder, file);
        try
        {
            Dictionary<string, string> crosswalk = LabelFile.Read(path);
            Say([.. crosswalk.Keys.Where(key => !places[..^1].Any(wave => wave.Places.Contains(key)))], "no wave but the last has");
            Say([.. crosswalk.Values.Where(value => !places[^1].Places.Contains(value))], $"{places[^1].Wave} has not");
            return crosswalk;

            void Say(IReadOnlyList<string> keys, string what)
            {
                if (keys.Count > 0)
                    findings.Add(Severity.Doubt, null, $"{path} names {keys.Count} place{(keys.Count == 1 ? "" : "s")} that {what}: {Excerpt.List(keys)}.", path);
            }
        }
        catch (SurveyDataException error)
        {
            findings.Add(Severity.Unresolved, null, $"{error.Message.TrimEnd('.')}; the places of the waves cannot be matched.", path);
            return [];
        }
    }

    private static HashSet<string> PlacesOf(Column column) =>
        [.. Enumerable.Range(0, column.Length).Select(column.TextAt).OfType<string>().Distinct(StringComparer.Ordinal)];
}
