using System.Text.Json;

namespace Survey.Reporting.Tests.Examples;

/// <summary>A notebook file.</summary>
internal sealed class Notebook
{
    private readonly JsonElement _root;

    private Notebook(JsonElement root) => _root = root;

    public static Notebook Read(string path) => new(JsonDocument.Parse(File.ReadAllText(path)).RootElement);

    public int Format => _root.GetProperty("nbformat").GetInt32();

    /// <summary>The name of its kernel.</summary>
    public string Kernel => _root.GetProperty("metadata").GetProperty("kernelspec").GetProperty("name").GetString()!;

    /// <summary>The texts of the cells of a kind, code or markdown.</summary>
    public IReadOnlyList<string> Cells(string kind) =>
        [.. _root.GetProperty("cells").EnumerateArray().Where(cell => cell.GetProperty("cell_type").GetString() == kind).Select(cell => string.Concat(cell.GetProperty("source").EnumerateArray().Select(line => line.GetString())))];

    /// <summary>What is left of earlier runs.</summary>
    public int Outputs => _root.GetProperty("cells").EnumerateArray().Sum(cell => cell.TryGetProperty("outputs", out JsonElement outputs) ? outputs.GetArrayLength() : 0);
}
