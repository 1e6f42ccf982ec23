namespace Survey.Cli;

/// <summary>Where results are written.</summary>
internal static class OutputPath
{
    /// <summary>Refuses to write over a file that is read, by whatever name or link.</summary>
    /// <param name="output">To be written.</param>
    /// <param name="inputs">That are read.</param>
    public static void RefuseInput(string output, IEnumerable<string> inputs)
    {
        string place = PlaceOf(output);
        if (inputs.FirstOrDefault(input => PlaceOf(input) == place) is { } same)
            throw new ArgumentException($"The result would be written over {same}, which is read; name another place with --out.");
    }

    /// <summary>The file that a path leads to, through links of the file and of its folders.</summary>
    private static string PlaceOf(string path)
    {
        string full = Path.GetFullPath(path);
        try
        {
            for (int links = 0; links < 40; links++)
                if (File.ResolveLinkTarget(full, returnFinalTarget: true) is { } target)
                    full = target.FullName;
                else if (Path.GetDirectoryName(full) is { } folder && Directory.Exists(folder) && Directory.ResolveLinkTarget(folder, returnFinalTarget: true) is { } real)
                    full = Path.Combine(real.FullName, Path.GetFileName(full));
                else
                    break;
        }
        catch (IOException)
        {
            // a link in a circle leads nowhere; opening it says so
        }
        return full;
    }
}
