using Survey.Files;

namespace Survey.Monitoring.Simulating;

/// <summary>Writes a simulation into a folder.</summary>
internal sealed class SimulationFiles(County county, Simulation simulation, string folder)
{
    public const string Sheet = "调查数据";

    public void Write()
    {
        Write(simulation.Truth, "truth.csv");
        Write(simulation.Villages, "抽样", "村居名册.csv");
        Write(simulation.Visits, "抽样", "入户登记.csv");
        Write(Frames.Households(simulation.Waves), "抽样", "户名册.csv");
        Write(Frames.TownNames(county), "抽样", "乡镇名称.csv");
        foreach (SimulatedWave wave in simulation.Waves)
            Write(Frames.KishTables(wave), "抽样", $"Kish抽样表_{wave.Id}.csv");
        Write(Frames.Items(), "问卷", "题目.csv");
        foreach (AnswerShape shape in county.Plan.Shapes)
            WriteShape(shape);
    }

    private void WriteShape(AnswerShape shape)
    {
        string name = shape.ToString().ToLowerInvariant();
        foreach (SimulatedWave wave in simulation.Waves)
            WriteWave(shape, name, wave);
        string study = PathOf(name, "study.yaml");
        Attempt(study, () => File.WriteAllText(study, StudyFileText.Of(county.Plan, shape)));
    }

    private void WriteWave(AnswerShape shape, string name, SimulatedWave wave)
    {
        if (shape == AnswerShape.Clean)
            Write(TextsOf(AnswerColumns.Clean, wave.Papers), name, "数据", $"{wave.Id}.csv");
        else if (shape == AnswerShape.Options)
            Write(TextsOf(AnswerColumns.Options, wave.Papers), TextEncoding.Gb18030, name, "数据", $"{wave.Id}_按选项序号.csv");
        else
            foreach (IGrouping<Town, Paper> town in wave.Papers.GroupBy(paper => paper.Household.Village.Place.Town))
                WriteTown(town.Key, [.. town], wave.Id, PathOf(name, "数据", wave.Id, $"{town.Key.Code}{town.Key.Name}.xlsx"));
    }

    private void WriteTown(Town town, Paper[] papers, string wave, string file) =>
        Attempt(file, () => SimpleWorkbook.Write(
            file,
            Sheet,
            $"{county.Plan.AreaName}居民健康素养监测调查表（{town.Name}）{wave} {Labels.Simulated}",
            [.. AnswerColumns.Towns.Select(column => column.Heading)],
            papers.Select(paper => (IReadOnlyList<SheetCell>)[.. AnswerColumns.Towns.Select(column => column.CellOf(paper))])));

    private static Table TextsOf(IReadOnlyList<PaperColumn> columns, IReadOnlyList<Paper> papers) =>
        Table.FromColumns(columns.Select(column => (column.Heading, (Column)new CategoryColumn([.. papers.Select(paper => column.CellOf(paper).Text is { Length: > 0 } text ? text : null)]))));

    private void Write(Table table, params string[] path) => Write(table, TextEncoding.Utf8, path);

    // nobody is real, and the doors of the list of households would be refused as addresses
    private void Write(Table table, TextEncoding encoding, params string[] path) =>
        table.Write(PathOf(path), new WriteOptions { Encoding = encoding, PersonalDataAllowedIn = [.. table.Columns] });

    private string PathOf(params string[] path)
    {
        string file = Path.Combine([folder, .. path]);
        Attempt(file, () => Directory.CreateDirectory(Path.GetDirectoryName(file)!));
        return file;
    }

    private static void Attempt(string file, Action write)
    {
        try
        {
            write();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new SurveyDataException($"{file} cannot be written; check that its folder may be written to, that no other program holds the file, and that the disk has room.", failure);
        }
    }
}
