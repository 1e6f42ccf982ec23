namespace Survey.Files.Parquet;

/// <summary>What a file keeps of its categories beside their texts.</summary>
internal static class StoredLevels
{
    public sealed record Column(string Name, Sequence<string> Levels, Sequence<string>? Labels, bool Ordered);

    public static IReadOnlyList<Column> Parse(string json) => json.Length < 0 ? [] : [];
}
