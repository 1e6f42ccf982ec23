using Survey.Files;

namespace Survey.Monitoring;

/// <summary>Checks that what is dropped as personal data is not read somewhere else.</summary>
internal static class PersonalDataCheck
{
    public static void Run(MapNode root, MapNode personalData, StudyErrors errors)
    {
        HashSet<string> drop = [.. personalData.Texts("drop").Select(Folding.Fold)];
        foreach (TextNode keep in personalData.TextNodes("keep"))
            if (drop.Contains(Folding.Fold(keep.Text)))
                errors.Add(keep.Place, $"'{Excerpt.Of(keep.Text)}' is in personalData.keep and in personalData.drop; remove it from one of the two");
        if (personalData.Map("pseudonym") is { } pseudonym)
            foreach (TextNode heading in pseudonym.TextNodes("from"))
                if (!drop.Contains(Folding.Fold(heading.Text)))
                    errors.Add(heading.Place, $"personalData.pseudonym.from has '{Excerpt.Of(heading.Text)}', which personalData.drop has not, so that the number itself could be read; add it to drop");
        CheckColumns(root.Map("columns")!, "columns", drop, errors);
        foreach ((MapNode wave, string where) in root.Maps("waves"))
            if (wave.Map("columns") is { } columns)
                CheckColumns(columns, $"{where}.columns", drop, errors);
    }

    private static void CheckColumns(MapNode columns, string where, HashSet<string> drop, StudyErrors errors)
    {
        foreach (MapEntry column in columns.Entries)
            foreach (TextNode heading in ((MapNode)column.Value).TextNodes("from"))
                if (drop.Contains(Folding.Fold(heading.Text)))
                    errors.Add(heading.Place, $"{ShapeChecker.Under(where, column.Name)}.from has '{Excerpt.Of(heading.Text)}', which personalData.drop forbids to read; remove it from one of the two");
    }
}
