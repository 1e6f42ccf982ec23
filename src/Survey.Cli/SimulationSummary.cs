using System.Text;
using System.Text.Json;
using Survey.Monitoring;

namespace Survey.Cli;

/// <summary>What a simulation made, in short: the population, who was visited and answered, and the true figures of everyone.</summary>
internal static class SimulationSummary
{
    private static readonly string[] Dispositions = ["responded", "refused", "not found", "ineligible", "unknown"];

    public static string Text(Simulation simulation)
    {
        var text = new StringBuilder($"{simulation.Plan.Title} (simulated)\n\n");
        (string Name, double Value)[] population = Population(simulation);
        var people = new TextTable([.. population.Select(figure => TextTable.Right(figure.Name))]);
        people.Add([.. population.Select(figure => Figures.Count((long)figure.Value))]);
        text.Append(people).Append('\n');
        string[] names = [.. Sample(simulation.Waves[0]).Select(figure => figure.Name)];
        var samples = new TextTable([TextTable.Left("wave"), .. names.Select(TextTable.Right)]);
        foreach (SimulatedWave wave in simulation.Waves)
            samples.Add([wave.Id, .. Sample(wave).Select(figure => Shown(figure.Name, figure.Value))]);
        text.Append(samples).Append("RR1: responded of those visited and eligible or not known to be ineligible, before the rules of a study\n\n");
        return text.Append(Truth(simulation)).ToString();
    }

    /// <summary>A figure a row.</summary>
    public static Table Table(Simulation simulation)
    {
        (string? Wave, string Figure, double Value)[] rows =
        [
            .. Population(simulation).Select(figure => ((string?)null, figure.Name, figure.Value)),
            .. simulation.Waves.SelectMany(wave => Sample(wave).Select(figure => ((string?)wave.Id, figure.Name, figure.Value))),
            .. TrueFigures(simulation).Select(figure => ((string?)figure.Wave, figure.Indicator, figure.Value)),
        ];
        return Survey.Table.FromColumns(
        [
            ("wave", new CategoryColumn([.. rows.Select(row => row.Wave)])),
            ("figure", new CategoryColumn([.. rows.Select(row => row.Figure)])),
            ("value", (Column)new NumberColumn([.. rows.Select(row => row.Value)])),
        ]);
    }

    public static void WriteJson(Utf8JsonWriter json, Simulation simulation)
    {
        json.WriteStartObject();
        json.WriteString("survey", simulation.Plan.Title.ToString());
        json.WriteBoolean("simulated", true);
        WriteFigures(json, "population", Population(simulation));
        json.WriteStartArray("waves");
        foreach (SimulatedWave wave in simulation.Waves)
        {
            json.WriteStartObject();
            json.WriteString("wave", wave.Id);
            WriteFigures(json, "sample", Sample(wave));
            WriteFigures(json, "truth", TrueFigures(simulation).Where(figure => figure.Wave == wave.Id).Select(figure => (figure.Indicator, figure.Value)));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFigures(Utf8JsonWriter json, string name, IEnumerable<(string Name, double Value)> figures)
    {
        json.WriteStartObject(name);
        foreach ((string figure, double value) in figures)
            json.WriteFinite(figure, value);
        json.WriteEndObject();
    }

    private static (string Name, double Value)[] Population(Simulation simulation) =>
    [
        ("towns", simulation.Population.RowCount),
        ("villages", Sum(simulation.Population, "villages")),
        ("households", Sum(simulation.Population, "households")),
        ("people", Sum(simulation.Population, "people")),
        ("residents of 15-69", Sum(simulation.Population, "residents")),
    ];

    private static (string Name, double Value)[] Sample(SimulatedWave wave)
    {
        Table households = wave.Households;
        string?[] results = [.. Enumerable.Range(0, households.RowCount).Select(households["result"].TextAt)];
        int[] counts = [.. Dispositions.Select(disposition => results.Count(result => result == disposition))];
        return
        [
            ("villages", ((CategoryColumn)households["village"]).Levels.Count),
            ("visited", households.RowCount),
            ("replacements", ((FlagColumn)households["replacement"]).Values.Count((byte)1)),
            .. Dispositions.Select((disposition, k) => (disposition, (double)counts[k])),
            ("RR1", (double)counts[0] / (households.RowCount - counts[3])),
        ];
    }

    private static IEnumerable<(string Wave, string Indicator, double Value)> TrueFigures(Simulation simulation)
    {
        Table truth = simulation.Truth;
        for (int row = 0; row < truth.RowCount; row++)
            if (truth["variable"].IsMissing(row))
                yield return (truth["wave"].TextAt(row)!, truth["indicator"].TextAt(row)!, ((NumberColumn)truth["value"]).Values[row]);
    }

    private static TextTable Truth(Simulation simulation)
    {
        ILookup<string, double> values = TrueFigures(simulation).ToLookup(figure => figure.Indicator, figure => figure.Value);
        var table = new TextTable([TextTable.Left("truth"), .. simulation.Waves.Select(wave => TextTable.Right(wave.Id))]);
        foreach (IGrouping<string, double> indicator in values)
            table.Add([indicator.Key, .. indicator.Select(value => value > 1 ? Figures.Number(value, 2) : Percent(value))]);
        return table;
    }

    private static string Shown(string name, double value) => name == "RR1" ? Percent(value) : Figures.Count((long)value);

    private static string Percent(double value) => $"{Figures.Number(100 * value, 2)} %";

    private static double Sum(Table table, string name)
    {
        double sum = 0;
        foreach (double value in ((NumberColumn)table[name]).Values)
            sum += value;
        return sum;
    }
}
