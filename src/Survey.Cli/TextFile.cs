namespace Survey.Cli;

/// <summary>Small texts beside results.</summary>
internal static class TextFile
{
    private const int Longest = 64 << 20;

    /// <summary>A file that an option names.</summary>
    public static string Read(string path, string option)
    {
        try
        {
            return new FileInfo(path).Length <= Longest ? File.ReadAllText(path) : throw new SurveyDataException($"The file {path} of {option} has more than {Longest >> 20} MB, which is none that this program wrote; name the right one.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SurveyDataException($"The file {path} of {option} cannot be read; check its name, its folder and the permission to read it.", failure);
        }
    }

    /// <summary>Writes whole or not at all: beside its place first, then renamed.</summary>
    public static void Write(string path, string text)
    {
        string beside = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllText(beside, text);
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
