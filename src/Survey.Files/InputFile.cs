using System.Text;

namespace Survey.Files;

/// <summary>Opens files for reading; whatever the system has against it becomes one sentence with the name as the user gave it.</summary>
internal static class InputFile
{
    /// <summary>Refuses a call that names no file.</summary>
    public static void CheckNames(IReadOnlyList<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        if (paths.Count == 0)
            throw new ArgumentException("No file is named; name at least one.", nameof(paths));
        foreach (string path in paths)
            ArgumentException.ThrowIfNullOrWhiteSpace(path, nameof(paths));
    }

    public static FileStream Open(string file)
    {
        if (Directory.Exists(file))
            throw new SurveyDataException($"{file} is a folder, not a file; name the file in it.");
        if (Attempt(file, () => LengthOf(file)) == 0)
            throw new SurveyDataException($"{file} is empty, or a pipe or device that gives its content only once; a file has a line of column names and at least one row, so save the content to one.");
        // Excel holds a workbook that is open in it for writing, and to share less than that would refuse to read it;
        // what is written between two passes is noticed as a change.
        FileStream stream = Attempt(file, () => new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan));
        try
        {
            // Two passes are made; a pipe or a device gives its content once, or without end.
            if (!stream.CanSeek)
                throw new SurveyDataException($"{file} is not an ordinary file and cannot be read twice; save its content to a file and read that.");
            return stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>The length of what a file or a link stands for, found without opening it, since the opening of a named pipe waits for somebody to write to it; null where there is none. Pipes and devices have 0, and .NET does not tell them from empty files.</summary>
    private static long? LengthOf(string file)
    {
        var link = new FileInfo(file);
        FileInfo target = link.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? link;
        return target.Exists ? target.Length : null;
    }

    public static SurveyDataException Empty(string file) =>
        new($"{file} is empty; a file has a line of column names and at least one row.");

    /// <summary>Does something with the file, and turns the failures of the system into errors of the data.</summary>
    public static T Attempt<T>(string file, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception failure) when (Explained(file, failure) is { } explained)
        {
            throw explained;
        }
    }

    /// <summary>What a failure of the system means for a file; null where it is none.</summary>
    public static SurveyDataException? Explained(string file, Exception failure) =>
        failure switch
        {
            FileNotFoundException or DirectoryNotFoundException => new($"There is no file {file}; check its name and its folder.", failure),
            UnauthorizedAccessException => new($"{file} cannot be read for lack of permission; ask for permission to read it, or copy it to a folder of yours.", failure),
            OutOfMemoryException => new($"{file} needs more memory than there is; read fewer of its columns, or split it.", failure),
            DecoderFallbackException => Changed(file, failure),
            IOException or NotSupportedException or ArgumentException { ParamName: "path" } => new($"{file} cannot be read; close it in other programs, check the name and the disk, and try again.", failure),
            _ => null,
        };

    public static SurveyDataException Changed(string file, Exception? cause = null)
    {
        string message = $"{file} changed while it was read; read it again when nothing writes to it.";
        return cause is null ? new SurveyDataException(message) : new SurveyDataException(message, cause);
    }
}
