using Survey.Files.Columns;
using Survey.Monitoring.Intake;

namespace Survey.Monitoring.Weighting;

/// <summary>Reads the list that the units of a stage were drawn from.</summary>
/// <param name="study">Whose list it is.</param>
/// <param name="wave">The wave, of which alone rows are taken where the key holds it.</param>
/// <param name="stage">The list, its key and its columns.</param>
internal sealed class FrameFile(Study study, StudyWave wave, FrameStage stage)
{
    // columns of a study are called otherwise, for these are no plain names
    private const string Size = "size of the unit", Drawn = "number drawn";

    private readonly string _path = Path.Combine(study.Folder, stage.Frame);

    /// <exception cref="SurveyDataException">The list cannot be read, lacks a column, has a key twice, or a number that cannot be.</exception>
    public FrameUnits Read()
    {
        LookupRows keys = RowsWith([]);
        Table table = WithDerived(RowsWith(ColumnsIn(LookupFile.Read(_path), keys)).Read());
        int[] parts = RowKeys.Of(table, stage.Within);
        RefuseAt(unit => parts[unit] == RowKeys.Missing, string.Join(", ", stage.Within), "is empty", parts.Length);
        double[] size = stage.Size is null ? [.. parts.Select(_ => 1.0)] : Sizes(table);
        double[] totals = new double[parts.Append(0).Max() + 1];
        for (int unit = 0; unit < parts.Length; unit++)
            totals[parts[unit]] += size[unit];
        return new FrameUnits(table.Select(keys.Keys), size, [.. parts.Select(part => totals[part])], DrawnOf(table, parts));
    }

    private LookupRows RowsWith(IReadOnlyList<(string, string)> columns) => new(study, wave, new StudyLookup(stage.Frame, stage.Key, columns, [], stage.Place));

    private List<(string, string)> ColumnsIn(LookupFile file, LookupRows keys)
    {
        var columns = new List<(string, string)>();
        if (stage.Size is { } size)
            columns.Add((Size, size));
        if (WeightingReader.Number(stage.Drawn) is null)
            columns.Add((Drawn, stage.Drawn));
        foreach (string within in stage.Within.Except(keys.Keys))
            if (file.Has(keys.CandidatesOf(within)) || !IsDerivedOfKeys(within, keys.Keys))
                columns.Add((within, file.Heading(keys.CandidatesOf(within))));
        return columns;
    }

    private bool IsDerivedOfKeys(string name, IReadOnlyList<string> keys) => Derivation(name) is { } of && of.Of.Columns.All(keys.Contains);

    private Variable? Derivation(string name) => wave.Columns.FirstOrDefault(column => column.Name == name)?.Derive is { } derive ? Variable.Parse(derive) : (Variable?)null;

    /// <summary>Adds the parts that can be derived of the key, such as the town of a village.</summary>
    private Table WithDerived(Table table)
    {
        foreach (string within in stage.Within.Where(name => !table.Columns.Contains(name, StringComparer.Ordinal)))
            table = table.With(within, Derivation(within)!.Value);
        return table;
    }

    /// <summary>Sizes; one of 0 adds nothing, for such a unit cannot be drawn.</summary>
    private double[] Sizes(Table table)
    {
        double[] sizes = Numbers(table, Size, stage.Size!);
        RefuseAt(unit => !(sizes[unit] >= 0), stage.Size!, "is missing or negative", sizes.Length);
        return sizes;
    }

    private double[] DrawnOf(Table table, int[] parts)
    {
        if (WeightingReader.Number(stage.Drawn) is { } number)
            return [.. parts.Select(_ => number)];
        double[] drawn = Numbers(table, Drawn, stage.Drawn);
        RefuseAt(unit => double.IsNaN(drawn[unit]), stage.Drawn, "is missing", drawn.Length);
        var first = new Dictionary<int, int>();
        RefuseAt(unit => !first.TryAdd(parts[unit], unit) && drawn[first[parts[unit]]] != drawn[unit], stage.Drawn, $"differs from that of another unit {(stage.Within.Count == 0 ? "of the list" : $"of the same {string.Join(", ", stage.Within)}")}", drawn.Length);
        return drawn;
    }

    private double[] Numbers(Table table, string name, string heading)
    {
        Column column = table[name];
        RefuseAt(unit => column.TextAt(unit) is { } text && !NumberText.TryRead(text, out _), heading, "is no number", column.Length);
        return table.NumbersOf(name, $"{heading} in {_path}").Values.ToArray();
    }

    private void RefuseAt(Func<int, bool> isWrong, string heading, string what, int count)
    {
        var rows = new RowList();
        for (int unit = 0; unit < count; unit++)
            if (isWrong(unit))
                rows.Add(unit);
        if (rows.Count > 0)
            throw new SurveyDataException($"{_path}: the column '{heading}' {what} in {rows}; correct the file");
    }
}
