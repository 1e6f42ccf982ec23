using System.Globalization;

namespace Survey.Monitoring;

/// <summary>Makes the checks of interviews of their map.</summary>
internal sealed class QualityReader(MapNode root, IReadOnlyList<StudyColumn> columns, IReadOnlyList<StudyWave> waves, StudyNames names, StudyErrors errors)
{
    private const string UsualDuration = "duration";

    public StudyQuality? Quality()
    {
        if (root.Map("quality") is not { } map)
            return null;
        CheckKey(map);
        CheckItems(map);
        return new StudyQuality
        {
            Rechecks = Rechecks(map),
            Key = map.Texts("key"),
            Items = map.Texts("items"),
            Read = map.Map("read") is { } read ? new RecheckReading(read.Texts("sheet"), read.Whole("headerRow") ?? 1, WaveReader.Encoding(read.Text("encoding")), read.Text("delimiter")?[0]) : null,
            Duration = Duration(map),
            DurationMinutes = Minutes(map),
            Place = map.Place,
        };
    }

    private IReadOnlyList<(string, IReadOnlyList<string>)> Rechecks(MapNode map)
    {
        if (map.Map("recheck") is not { } byWave)
            return map.Has("recheck") ? [(waves[^1].Id, map.Texts("recheck"))] : [];
        string[] ids = [.. waves.Select(wave => wave.Id)];
        foreach (MapEntry entry in byWave.Entries)
            if (!ids.Contains(entry.Name))
                errors.Add(entry.Key.Place, $"quality.recheck names '{Excerpt.Of(entry.Name)}', which is no wave{Nearest.Hint(entry.Name, ids, $"; the waves are {Excerpt.List(ids)}")}");
        return [.. byWave.Entries.Select(entry => (entry.Name, byWave.Texts(entry.Name)))];
    }

    private void CheckKey(MapNode map)
    {
        names.CheckColumns(map.TextNodes("key"), "quality.key");
        foreach (TextNode name in map.TextNodes("key"))
            if (names.IsKnown(name.Text) && !columns.Any(column => column.Name == name.Text && column.Derive is null))
                errors.Add(name.Place, $"quality.key names '{Excerpt.Of(name.Text)}', which no file of a re-check has as it stands; name columns that are read from the files, such as the number of the questionnaire");
    }

    /// <summary>What is compared is what people were asked, or made of it.</summary>
    private void CheckItems(MapNode map)
    {
        names.CheckColumnsAndItems(map.TextNodes("items"), "quality.items");
        foreach (TextNode item in map.TextNodes("items").Where(item => names.IsKnown(item.Text)))
            if (waves.SelectMany(wave => NeededColumns.Of(wave.Columns, [item.Text])).FirstOrDefault(IsNotAsked) is { } other)
                errors.Add(item.Place, $"quality.items names '{Excerpt.Of(item.Text)}', which {(other == item.Text ? "nobody is asked" : $"rests on '{Excerpt.Of(other)}', and that nobody is asked")}; name what an interview answers");
    }

    private bool IsNotAsked(string name) => names.IsKnown(name) && columns.All(column => column.Name != name) && !names.IsItem(name);

    private string? Duration(MapNode map)
    {
        string name = map.Text("duration") ?? UsualDuration;
        bool isThere = columns.Any(column => column.Name == name);
        if (map["duration"] is TextNode own && !isThere)
            errors.Add(own.Place, $"quality.duration names '{Excerpt.Of(name)}', which is no column under 'columns'{Nearest.Hint(name, columns.Select(column => column.Name), "; declare it there as a number with its unit")}");
        else if (map.Entry("durationMinutes") is { } range && !isThere)
            errors.Add(range.Key.Place, $"quality has durationMinutes, and there is no column '{UsualDuration}' of how long interviews took; name the column in quality.duration, or remove durationMinutes");
        foreach (StudyColumn column in waves.SelectMany(wave => wave.Columns).Where(column => column.Name == name && !column.IsAbsent).Distinct())
            CheckDuration(column);
        return isThere ? name : null;
    }

    private void CheckDuration(StudyColumn column)
    {
        if (column.As is not (null or StudyColumnType.Number))
            errors.Add(column.Place, $"columns.{Excerpt.Of(column.Name)} is how long interviews took, but is no number; write 'as: number' and its unit, or name another column in quality.duration");
        else if (DurationUnit.PerMinute(column.Unit) is null)
            errors.Add(column.Place, $"columns.{Excerpt.Of(column.Name)} is how long interviews took, and {(column.Unit is { } unit ? $"its unit '{Excerpt.Of(unit)}' is neither minutes nor seconds" : "has no unit")}; write unit: minutes (or 分钟), or unit: seconds (or 秒)");
    }

    private (double, double)? Minutes(MapNode map)
    {
        if (map.Texts("durationMinutes") is not [var first, var last])
            return null;
        (double Least, double Most) range = (double.Parse(first, CultureInfo.InvariantCulture), double.Parse(last, CultureInfo.InvariantCulture));
        if (range.Least < 0 || range.Most < range.Least)
            errors.Add(map["durationMinutes"]!.Place, $"quality.durationMinutes is from {first} to {last}; write the shortest and the longest interview that is believed, in minutes, such as [5, 120]");
        return range;
    }
}
