namespace Survey.Cli;

/// <summary>Where results are written.</summary>
internal static class OutputPath
{
    private const int MostLinks = 40; // as many as Linux follows

    // where systems do not tell PEOPLE.csv from people.csv by default
    private static readonly StringComparison Spelling = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>Refuses to write over a file that is read, by whatever name or link, and into a folder that is.</summary>
    /// <param name="output">To be written.</param>
    /// <param name="inputs">That are read.</param>
    /// <param name="wayOut">How another place is named.</param>
    public static void RefuseInput(string output, IEnumerable<string> inputs, string wayOut = "name another place with --out")
    {
        string place = PlaceOf(output, MostLinks);
        if (inputs.FirstOrDefault(input => PlaceOf(input, MostLinks).Equals(place, Spelling)) is { } same)
            throw new ArgumentException($"The result would be written over {same}, which is read; {wayOut}.");
        if (inputs.FirstOrDefault(input => Directory.Exists(input) && place.StartsWith(PlaceOf(input, MostLinks).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, Spelling)) is { } folder)
            throw new ArgumentException($"The result would be written into the folder {folder}, all of which is read; {wayOut}.");
    }

    /// <summary>The file that a path leads to, through links of the file and of all folders above it.</summary>
    private static string PlaceOf(string path, int links)
    {
        string full = Path.GetFullPath(path), place = Path.GetPathRoot(full)!;
        string[] parts = full[place.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        for (int at = 0; at < parts.Length; at++)
        {
            place = Path.Combine(place, parts[at]);
            if (links > 0 && TargetOf(place) is { } target)
                return PlaceOf(Path.Combine([target, .. parts[(at + 1)..]]), links - 1);
        }
        return place;
    }

    /// <summary>What a link leads to; null of what is no link, or is not there yet.</summary>
    private static string? TargetOf(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: false)?.FullName;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
