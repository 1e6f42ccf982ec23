using System.IO.Enumeration;

namespace Survey.Files;

/// <summary>Paths in which * stands for any characters of a name, ? for one, and a folder ** for folders of any depth.</summary>
internal sealed class FilePattern
{
    private const int MostNamed = 3;
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None };

    private readonly string _pattern;
    private readonly string _folder;
    private readonly string[] _steps;
    private readonly HashSet<string> _found = new(StringComparer.Ordinal);

    private readonly HashSet<(string Path, int Step)> _walked = [];

    private FilePattern(string pattern, string folder)
    {
        (_pattern, _folder) = (pattern, folder);
        string[] steps = pattern.Split('/');
        if (steps[^1] == "**")
            steps = [.. steps, "*"];
        _steps = [.. steps.Where((step, k) => step != "**" || steps[k + 1] != "**")];
    }

    /// <summary>The files that a pattern stands for, in natural order: wave2.xlsx before wave10.xlsx.</summary>
    /// <param name="pattern">A path, such as data/2023/*.xlsx; / stands between folders everywhere.</param>
    /// <param name="folder">Where a relative path begins.</param>
    /// <returns>
    /// Paths written as the pattern is: relative ones stay relative, and <c>Path.Combine(folder, path)</c> opens them. A path without * and ? is returned as it is, whether there is such a file or not.
    /// Names are matched in any letter case; the files that Excel keeps beside open workbooks (~$...) and names that begin with a point are passed over, and links to folders are not followed by **.
    /// </returns>
    /// <exception cref="SurveyDataException">No file matches, or a folder cannot be read.</exception>
    public static IReadOnlyList<string> Expand(string pattern, string folder)
    {
        if (!IsPattern(pattern))
            return [pattern];
        var expansion = new FilePattern(OperatingSystem.IsWindows() ? pattern.Replace('\\', '/') : pattern, folder);
        expansion.Walk("", 0);
        return expansion._found.Count > 0 ? [.. expansion._found.Order(LevelOrder.Natural)] : throw expansion.NoMatch();
    }

    private static bool IsPattern(string text) => text.AsSpan().ContainsAny('*', '?');

    /// <summary>Takes the steps of the pattern from one on, below a path that the steps before it led to.</summary>
    private void Walk(string path, int step)
    {
        bool isNew = _walked.Add((path, step)); // of several ** each can take what the others do
        if (!isNew)
            return;
        string wanted = _steps[step];
        bool isLast = step == _steps.Length - 1;
        if (wanted == "**")
        {
            Walk(path, step + 1);
            foreach (string folder in Names(path, folders: true, "*", followLinks: false))
                Walk($"{path}{folder}/", step);
        }
        else if (!IsPattern(wanted))
        {
            if (!isLast)
                Walk($"{path}{wanted}/", step + 1);
            else if (File.Exists(FullPath(path + wanted)))
                _found.Add(path + wanted);
        }
        else
            foreach (string name in Names(path, folders: !isLast, wanted, followLinks: true))
                if (isLast)
                    _found.Add(path + name);
                else
                    Walk($"{path}{name}/", step + 1);
    }

    private List<string> Names(string path, bool folders, string wanted, bool followLinks)
    {
        var directory = new DirectoryInfo(FullPath(path));
        if (!directory.Exists)
            return [];
        return InputFile.Attempt($"The folder {(path.Length > 0 ? path : _folder)}", () =>
        {
            IEnumerable<FileSystemInfo> entries = folders ? directory.EnumerateDirectories("*", Everything) : directory.EnumerateFiles("*", Everything);
            return entries
                .Where(entry => FileSystemName.MatchesSimpleExpression(wanted, entry.Name, ignoreCase: true) && (followLinks || entry.LinkTarget is null) && !IsPassedOver(entry.Name, wanted))
                .Select(entry => entry.Name)
                .ToList();
        });
    }

    private static bool IsPassedOver(string name, string wanted) =>
        name.StartsWith("~$", StringComparison.Ordinal) || (name[0] == '.' && wanted[0] != '.');

    private string FullPath(string path) => Path.Combine(_folder.Length > 0 ? _folder : ".", path);

    private SurveyDataException NoMatch()
    {
        string path = string.Concat(_steps.TakeWhile(step => !IsPattern(step)).Select(step => step + "/"));
        string where = path.Length == 0 ? _folder : _folder.Length == 0 || Path.IsPathRooted(path) ? path : FullPath(path).TrimEnd('/');
        if (!Directory.Exists(FullPath(path)))
            return new SurveyDataException($"No file matches {_pattern}: there is no folder {where}; check its name.");
        string[] names = [.. Names(path, folders: false, "*", followLinks: true).Order(LevelOrder.Natural)];
        string otherwise = names.Length == 0
            ? "; there are no files in it."
            : $"; its files are {string.Join(", ", names.Take(MostNamed))}{(names.Length > MostNamed ? $", ... ({names.Length} in all)" : "")}.";
        return new SurveyDataException($"No file matches {_pattern} in the folder {(where.Length > 0 ? where : ".")}{Nearest.Hint(_steps[^1], names, otherwise)}");
    }
}
