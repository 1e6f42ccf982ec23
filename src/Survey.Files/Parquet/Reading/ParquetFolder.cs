namespace Survey.Files.Parquet.Reading;

/// <summary>The Parquet files of a folder, which are one table in parts, as Spark and others write them.</summary>
internal static class ParquetFolder
{
    /// <summary>How Hive and Spark name the folder of rows without a value.</summary>
    private const string Missing = "__HIVE_DEFAULT_PARTITION__";

    /// <summary>Opens all files whose names end in .parquet, in the order of their names; what begins with _ or . is passed over, and so are links to folders, and folders such as year=2020 are a column.</summary>
    /// <exception cref="SurveyDataException">There is none.</exception>
    public static IReadOnlyList<ParquetFile> Open(string folder, ReadOptions options)
    {
        var files = new List<ParquetFile>();
        InputFile.Attempt(folder, () =>
        {
            Walk(folder, [], options, files);
            return files;
        });
        return files.Count > 0 ? files : throw new SurveyDataException($"{folder} is a folder without Parquet files (*.parquet); name the file in it.");
    }

    private static void Walk(string folder, IReadOnlyList<(string, string?)> columns, ReadOptions options, List<ParquetFile> files)
    {
        foreach (string path in Directory.EnumerateFileSystemEntries(folder).Order(LevelOrder.Natural))
        {
            string name = Path.GetFileName(path);
            if (name[0] is '_' or '.')
                continue;
            if (Directory.Exists(path) && new DirectoryInfo(path).LinkTarget is not null)
                continue; // it may lead back here
            if (Directory.Exists(path))
                Walk(path, [.. columns, .. ColumnOf(name)], options, files);
            else if (name.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase))
                files.Add((RowFile.Open(path, options) as ParquetFile ?? throw NotParquet(path)).In(columns));
        }
    }

    private static SurveyDataException NotParquet(string path) => new($"{path} is called .parquet and is no Parquet file; take it out of its folder, or write it anew.");

    private static IEnumerable<(string, string?)> ColumnOf(string folder)
    {
        int equals = folder.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
            return [];
        string value = Uri.UnescapeDataString(folder[(equals + 1)..]);
        return [(Uri.UnescapeDataString(folder[..equals]), value == Missing ? null : value)];
    }
}
