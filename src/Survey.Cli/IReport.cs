using System.Text.Json;

namespace Survey.Cli;

/// <summary>Results that are shown to people (<see cref="object.ToString"/>), to programs, and as a table.</summary>
internal interface IReport
{
    void WriteJson(Utf8JsonWriter json);

    Table Table();
}
