using System.Globalization;
using Survey.Files;
using Survey.Files.Workbooks.Writing;

namespace Survey.Monitoring.Simulating;

/// <summary>Writes a simulation into a folder.</summary>
internal sealed class SimulationFiles(County county, Simulation simulation, string folder)
{
    private const int WidestColumn = 30;

    public const string SheetName = "调查数据";

    public void Write()
    {
        Write(simulation.Truth.With("note", new CategoryColumn([.. Enumerable.Repeat(Labels.Simulated, simulation.Truth.RowCount)])), "truth.csv");
        Write(simulation.Villages, "抽样", "村居名册.csv");
        Write(simulation.Visits, "抽样", "入户登记.csv");
        Write(Frames.Households(simulation.Waves), "抽样", "户名册.csv");
        Write(Frames.TownNames(county), "抽样", "乡镇名称.csv");
        Write(Frames.Residents(county), "人口", "常住人口15_69岁.csv");
        foreach (SimulatedWave wave in simulation.Waves)
            Write(Frames.KishTables(wave), "抽样", $"Kish抽样表_{wave.Id}.csv");
        Write(Frames.Items(), "问卷", "题目.csv");
        WriteText(Notice(county.Plan), "模拟数据说明.txt");
        foreach (AnswerShape shape in county.Plan.Shapes)
            WriteShape(shape);
    }

    /// <summary>What a reader of the folder should see first.</summary>
    private static string Notice(SimulationPlan plan) =>
        $"""
        {plan.Title.Chinese}

        本文件夹中的全部数据均为模拟数据，由 survey simulate 按参数生成(随机种子 {plan.Seed})，不对应任何真实的个人、住户、村居或县区。
        Everything in this folder is simulated: made by survey simulate from a plan with the seed {plan.Seed}. No person, household, village or county in it is real.

        """.ReplaceLineEndings("\n");

    private void WriteShape(AnswerShape shape)
    {
        string name = shape.ToString().ToLowerInvariant();
        foreach (SimulatedWave wave in simulation.Waves)
            WriteWave(shape, name, wave);
        WriteText(StudyFileText.Of(county.Plan, shape), name, "study.yaml");
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

    private void WriteTown(Town town, Paper[] papers, string wave, string file)
    {
        IReadOnlyList<PaperColumn> columns = AnswerColumns.Towns;
        string title = $"{county.Plan.AreaName}居民健康素养监测调查表（{town.Name}）{wave} {Labels.Simulated}";
        IEnumerable<SheetRow> rows =
        [
            new SheetRow(SheetCell.Text(title)),
            new SheetRow([.. columns.Select(column => SheetCell.Text(column.Heading, CellStyle.Name))]),
            .. papers.Select(paper => new SheetRow([.. columns.Select(column => CellOf(column.CellOf(paper)))])),
        ];
        OutputFile.WriteWorkbook([new Sheet(SheetName, rows, [.. columns.Select(column => TextRoom.Width([column.Heading, .. papers.Select(paper => column.CellOf(paper) is var cell && cell.Kind == PaperCellKind.Date ? "2023/09/04" : cell.Text)], WidestColumn))])], file);
    }

    private static SheetCell CellOf(PaperCell cell) =>
        cell.Text.Length == 0 ? SheetCell.Blank()
        : cell.Kind == PaperCellKind.Text ? SheetCell.Text(cell.Text)
        : SheetCell.Number(double.Parse(cell.Text, CultureInfo.InvariantCulture), cell.Kind == PaperCellKind.Date ? CellStyle.Day : CellStyle.Plain);

    private static Table TextsOf(IReadOnlyList<PaperColumn> columns, IReadOnlyList<Paper> papers) =>
        Table.FromColumns(columns.Select(column => (column.Heading, (Column)new CategoryColumn([.. papers.Select(paper => column.CellOf(paper).Text is { Length: > 0 } text ? text : null)]))));

    private void WriteText(string text, params string[] path)
    {
        string file = PathOf(path);
        Attempt(file, () => File.WriteAllText(file, text));
    }

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
