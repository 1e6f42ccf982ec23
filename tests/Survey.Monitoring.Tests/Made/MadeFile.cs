using System.Text;

namespace Survey.Monitoring.Tests.Made;

/// <summary>A column of a made-up file.</summary>
/// <param name="Name">What tests call it, whatever its heading: the heading of the clean file.</param>
/// <param name="CellOf">What stands in it for a person.</param>
public sealed record MadeColumn(string Name, Func<MadePerson, Cell> CellOf)
{
    /// <summary>As it stands in the file.</summary>
    public string Heading { get; init; } = Name;
}

/// <summary>A made-up file in memory, a CSV file or a workbook by its name, which tests may alter before it is written.</summary>
public sealed class MadeFile
{
    /// <summary>Relative to the study, with slashes.</summary>
    public required string Path { get; set; }

    /// <summary>What tests call the columns.</summary>
    public required List<string> Names { get; init; }

    /// <summary>What the file calls them; empty where it has no row of headings.</summary>
    public required List<string> Headings { get; init; }

    public required List<List<Cell>> Rows { get; init; }

    /// <summary>The sheet of a workbook that holds the rows; another stands before it.</summary>
    public string Sheet { get; set; } = "调查数据";

    /// <summary>What stands above the headings of a workbook.</summary>
    public string Title { get; init; } = "";

    /// <summary>Of a CSV file.</summary>
    public Encoding Encoding { get; init; } = new UTF8Encoding(false);

    /// <summary>A cell.</summary>
    /// <param name="row">From 1, the headings not counted, as findings count.</param>
    /// <param name="name">What tests call the column.</param>
    public Cell this[int row, string name]
    {
        get => Rows[row - 1][Names.IndexOf(name)];
        set => Rows[row - 1][Names.IndexOf(name)] = value;
    }

    public static MadeFile Of(string path, IReadOnlyList<MadeColumn> columns, IEnumerable<MadePerson> people, string title = "", Encoding? encoding = null) =>
        new()
        {
            Path = path,
            Names = [.. columns.Select(column => column.Name)],
            Headings = [.. columns.Select(column => column.Heading)],
            Rows = [.. people.Select(person => columns.Select(column => column.CellOf(person)).ToList())],
            Title = title,
            Encoding = encoding ?? new UTF8Encoding(false),
        };

    /// <summary>A CSV file of texts.</summary>
    public static MadeFile Of(string path, string[] headings, IEnumerable<string[]> rows) =>
        new() { Path = path, Names = [.. headings], Headings = [.. headings], Rows = [.. rows.Select(row => row.Select(Cell.Of).ToList())] };

    /// <summary>A copy that shares nothing, under another name.</summary>
    public MadeFile CopyTo(string path) =>
        new() { Path = path, Names = [.. Names], Headings = [.. Headings], Rows = [.. Rows.Select(row => row.ToList())], Sheet = Sheet, Title = Title, Encoding = Encoding };

    /// <summary>The first row whose cell is so, from 1.</summary>
    public int FirstRow(string name, Func<string, bool> condition, int after = 0) =>
        after + 1 + Rows.Skip(after).Index().First(row => condition(row.Item[Names.IndexOf(name)].Text)).Index;

    /// <summary>Adds a column behind the others.</summary>
    public void AddColumn(string name, Func<List<Cell>, Cell> cellOf)
    {
        Names.Add(name);
        Headings.Add(name);
        Rows.ForEach(row => row.Add(cellOf(row)));
    }

    public void RemoveColumn(string name)
    {
        int column = Names.IndexOf(name);
        Names.RemoveAt(column);
        Headings.RemoveAt(column);
        Rows.ForEach(row => row.RemoveAt(column));
    }

    /// <summary>Gives a column another heading.</summary>
    public void Rename(string name, string heading) => Headings[Names.IndexOf(name)] = heading;

    /// <summary>What the file calls a column.</summary>
    public string HeadingOf(string name) => Headings[Names.IndexOf(name)];

    public void Write(string folder)
    {
        string path = System.IO.Path.Combine(folder, Path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        if (Path.EndsWith(".xlsx", StringComparison.Ordinal))
            WriteWorkbook(path, Sheet, Title, Headings, Rows);
        else
            WriteCsv(path, Encoding, Headings, Rows);
    }

    /// <summary>A workbook of a page of explanations and a sheet of rows under a title and headings.</summary>
    public static void WriteWorkbook(string path, string sheet, string title, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<Cell>> rows)
    {
        IReadOnlyList<Cell>[] top = headings.Count == 0 ? [[Cell.Of(title)]] : [[Cell.Of(title)], [.. headings.Select(Cell.Of)]];
        Workbook.Write(path, ("说明", [[Cell.Of("本表数据均为模拟")]]), (sheet, top.Concat(rows)));
    }

    /// <summary>A CSV file, row by row.</summary>
    public static void WriteCsv(string path, Encoding encoding, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<Cell>> rows)
    {
        using var writer = new StreamWriter(path, append: false, encoding, bufferSize: 1 << 16);
        writer.Write(string.Join(',', headings.Select(Field)) + "\r\n");
        foreach (IReadOnlyList<Cell> row in rows)
            writer.Write(string.Join(',', row.Select(cell => Field(cell.Text))) + "\r\n");
    }

    private static string Field(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
