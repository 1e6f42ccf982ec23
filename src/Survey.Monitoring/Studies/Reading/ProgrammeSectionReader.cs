namespace Survey.Monitoring;

/// <summary>Reads the area of a study and the programmes by which it is judged.</summary>
internal sealed class ProgrammeSectionReader(MapNode root, StudyErrors errors)
{
    public StudyArea Area()
    {
        if (root.Map("area") is not { } map)
            return StudyArea.Unknown;
        bool isFile = map["towns"] is TextNode;
        return new StudyArea(map.Text("name"), map.Text("code"), map.Text("kind"), isFile ? [] : map.Texts("towns"), isFile ? map.Text("towns") : null);
    }

    public StudyProgramme Programme()
    {
        if (root.Map("programme") is not { } map)
            return StudyProgramme.None;
        var uses = new List<Programme>();
        foreach (TextNode use in map.TextNodes("use"))
            if (Monitoring.Programme.Library.All.FirstOrDefault(own => own.Id == use.Text) is { } known)
                uses.Add(known);
            else
                errors.Add(use.Place, $"programme.use names '{Excerpt.Of(use.Text)}', which is no programme that is known{Nearest.Hint(use.Text, Monitoring.Programme.Library.All.Select(own => own.Id), $"; those are {Excerpt.List(Monitoring.Programme.Library.All.Select(own => own.Id))}")}");
        if (map.Map("choices")?["tolerance"] is TextNode tolerance && tolerance.Text.StartsWith('-'))
            errors.Add(tolerance.Place, $"programme.choices.tolerance is {tolerance.Text}; write how many percentage points 左右 may be apart, 0 or more");
        return new StudyProgramme(uses, new ProgrammeChoices(map.Pairs("choices")), map.Text("scores"));
    }
}
