using Survey.Monitoring.Intake;

namespace Survey.Monitoring.Weighting;

/// <summary>Adds to people what the list says of the units that they live in: size, total and how many were drawn.</summary>
/// <param name="study">Whose list it is.</param>
/// <param name="wave">The wave.</param>
/// <param name="stage">The list, its key and its columns.</param>
/// <param name="findings">Where keys are named that the list has not.</param>
internal sealed class FrameJoin(Study study, StudyWave wave, FrameStage stage, FindingList findings)
{
    private const char UnitSeparator = '\u001F';

    private readonly string _path = Path.Combine(study.Folder, stage.Frame);

    /// <exception cref="SurveyDataException">The list cannot be read, or does not say what it should.</exception>
    public (Table People, WeightStage Stage) To(Table people)
    {
        FrameUnits units = new FrameFile(study, wave, stage).Read();
        int[] partner = Partners(people, units.Keys);
        (string size, string total, string drawn) = (Called(stage.Size ?? "1"), Called(stage.Size is null ? "units" : $"total {stage.Size}"), Called(WeightingReader.Number(stage.Drawn) is null ? stage.Drawn : $"drawn {stage.Drawn}"));
        people = people.With(size, Taken(units.Size, partner)).With(total, Taken(units.Total, partner)).With(drawn, Taken(units.Drawn, partner));
        return (people, stage.Size is null ? WeightStage.Equal(stage.Name, drawn, total) : WeightStage.ProportionalToSize(stage.Name, size, total, drawn));
    }

    /// <summary>The name of a column of the list among those of people, none of which is a plain name with a blank.</summary>
    private string Called(string heading) => $"{stage.Name} {heading}";

    private static NumberColumn Taken(double[] ofUnit, int[] partner) => NumberColumn.Owning(Array.ConvertAll(partner, unit => unit < 0 ? double.NaN : ofUnit[unit]));

    /// <summary>The unit of each row, -1 where the list has none.</summary>
    private int[] Partners(Table people, Table units)
    {
        var unitOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int unit = 0; unit < units.RowCount; unit++)
            unitOf.Add(KeyOf(units, units.Columns, unit), unit);
        int[] keys = RowKeys.Of(people, units.Columns), partner = new int[people.RowCount];
        var lacking = new SortedDictionary<string, int>(LevelOrder.Natural);
        for (int row = 0; row < partner.Length; row++)
        {
            string key = KeyOf(people, units.Columns, row);
            partner[row] = keys[row] == RowKeys.Missing ? -1 : unitOf.GetValueOrDefault(key, -1);
            if (partner[row] < 0 && keys[row] != RowKeys.Missing)
                lacking[key] = lacking.GetValueOrDefault(key) + 1;
        }
        SayLacking(lacking, string.Join(", ", units.Columns));
        SayWithoutKey(keys.Count(key => key == RowKeys.Missing), string.Join(", ", units.Columns));
        return partner;
    }

    private static string KeyOf(Table table, IReadOnlyList<string> columns, int row) => string.Join(UnitSeparator, columns.Select(name => table[name].TextAt(row)));

    private void SayLacking(SortedDictionary<string, int> lacking, string keys)
    {
        if (lacking.Count == 0)
            return;
        long rows = lacking.Values.Sum(count => (long)count);
        findings.Add(Severity.Unresolved, wave.Id,
            $"{_path}: {lacking.Count} value{(lacking.Count == 1 ? "" : "s")} of {keys} in {Invariant.Count(rows)} row{(rows == 1 ? "" : "s")} of {wave.Id} {(lacking.Count == 1 ? "is" : "are")} not in this list that the {stage.Name} was drawn from: {Excerpt.List(lacking.Keys.Select(key => key.Replace($"{UnitSeparator}", " / ", StringComparison.Ordinal)))}; complete the list, or correct the values where they come from.",
            _path, column: keys, rows: rows);
    }

    private void SayWithoutKey(int rows, string keys)
    {
        if (rows > 0)
            findings.Add(Severity.Unresolved, wave.Id, $"{Invariant.Count(rows)} row{(rows == 1 ? "" : "s")} of {wave.Id} {(rows == 1 ? "has" : "have")} no {keys}, so that {_path} does not tell the weight of the {stage.Name}; fill it in where the rows come from.", _path, column: keys, rows: rows);
    }
}
