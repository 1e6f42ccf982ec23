namespace Survey.Monitoring.Reproducing;

/// <summary>Writes a folder whole or not at all: beside its place first, then renamed.</summary>
internal static class OutputFolder
{
    /// <param name="folder">That must not be there, or be empty.</param>
    /// <param name="write">Writes the files into the folder that it is given.</param>
    /// <exception cref="SurveyDataException">The folder holds something, or cannot be written.</exception>
    public static void Write(string folder, Action<string> write)
    {
        RefuseFull(folder);
        string place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)), beside = $"{place}.{Guid.NewGuid():N}.tmp";
        try
        {
            Directory.CreateDirectory(beside);
            write(beside);
            if (Directory.Exists(place))
                Directory.Delete(place);
            Directory.Move(beside, place);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new SurveyDataException($"{folder} cannot be written; check that the folder it is in may be written to, that no other program holds it, and that the disk has room.", failure);
        }
        finally
        {
            Remove(beside);
        }
    }

    private static void RefuseFull(string folder)
    {
        if (File.Exists(folder))
            throw new SurveyDataException($"{folder} is a file; name a folder that is not there yet.");
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new SurveyDataException($"{folder} is not empty; name a folder that is not there yet, or empty it.");
    }

    /// <summary>Removes what a failure left; after a success there is nothing.</summary>
    private static void Remove(string beside)
    {
        try
        {
            if (Directory.Exists(beside))
                Directory.Delete(beside, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The failure that matters is already on its way.
        }
    }
}
