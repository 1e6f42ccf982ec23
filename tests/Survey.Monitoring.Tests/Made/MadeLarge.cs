namespace Survey.Monitoring.Tests.Made;

/// <summary>Made-up studies large enough to be timed, written row by row.</summary>
public static class MadeLarge
{
    private const int Seed = 2024;

    /// <summary>A study of one workbook a town.</summary>
    /// <param name="folder">An empty one.</param>
    /// <param name="rows">Of each workbook.</param>
    /// <param name="columns">Of each workbook; those beyond the study's are numbers that it does not read.</param>
    /// <returns>The path of the study file.</returns>
    public static string WriteWorkbooks(string folder, int rows = 1_000, int columns = 120)
    {
        string path = TownsShape.Of(new MadeCounty(0)).Write(folder);
        foreach (IGrouping<MadeTown, MadePerson> people in MadeCounty.Draw(rows * MadeCounty.Towns.Count, Seed).GroupBy(person => person.Town))
        {
            MadeTown town = people.Key;
            IReadOnlyList<MadeColumn> own = new TownHand(town).Columns();
            MadeColumn[] all = [.. own, .. Enumerable.Range(1, columns - own.Count).Select(k => new MadeColumn($"附加{k}", person => Cell.Of((person.Number + k) % 10)))];
            MadeFile.WriteWorkbook(Path.Combine(folder, "数据", "2023", $"{town.Name}.xlsx"), "调查数据", TownsShape.TitleOf(town), Headings(all), people.Select(person => Row(all, person)));
        }
        return path;
    }

    /// <summary>A study of one CSV file with one column an option.</summary>
    /// <param name="folder">An empty one.</param>
    /// <param name="people">490,000 make about 200 MB.</param>
    /// <returns>The path of the study file.</returns>
    public static string WriteCsv(string folder, int people = 490_000)
    {
        MadeStudy study = OptionsShape.Of(new MadeCounty(0));
        string path = study.Write(folder);
        MadeFile.WriteCsv(Path.Combine(folder, study.File.Path), OptionsShape.Gb18030, Headings(OptionsShape.Columns), MadeCounty.Draw(people, Seed).Select(person => Row(OptionsShape.Columns, person)));
        return path;
    }

    private static string[] Headings(IEnumerable<MadeColumn> columns) => [.. columns.Select(column => column.Heading)];

    private static Cell[] Row(IEnumerable<MadeColumn> columns, MadePerson person) => [.. columns.Select(column => column.CellOf(person))];
}
