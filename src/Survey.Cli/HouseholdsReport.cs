using System.Text.Json;
using Survey.Monitoring.Simulating;

namespace Survey.Cli;

/// <summary>What a file of made-up households holds, in short.</summary>
internal sealed class HouseholdsReport(HouseholdNation nation, string file) : IReport
{
    private readonly (string Name, long Value)[] _figures =
    [
        ("households", nation.Households), ("strata", nation.Strata), ("PSUs", nation.Psus), ("bytes", new FileInfo(file).Length),
    ];

    public override string ToString()
    {
        var table = new TextTable([.. _figures.Select(figure => TextTable.Right(figure.Name))]);
        table.Add([.. _figures.Select(figure => Figures.Count(figure.Value))]);
        return $"{file} (simulated, seed {nation.Seed})\n\n{table}";
    }

    public Table Table() => Survey.Table.FromColumns(
    [
        ("figure", new CategoryColumn([.. _figures.Select(figure => figure.Name)])),
        ("value", (Column)new NumberColumn([.. _figures.Select(figure => (double)figure.Value)])),
    ]);

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("file", file);
        json.WriteBoolean("simulated", true);
        json.WriteNumber("seed", nation.Seed);
        foreach ((string name, long value) in _figures)
            json.WriteNumber(name, value);
        json.WriteEndObject();
    }
}
