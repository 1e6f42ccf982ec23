using System.Diagnostics;
using System.Globalization;

namespace Survey.Engines.Benchmarks;

/// <summary>What processors were given to this process and to the servers it started.</summary>
internal static class Processors
{
    private const double TicksASecond = 100; // of /proc, on every Linux that .NET runs on

    private const int Parent = 1, FirstTime = 11, Times = 4;

    /// <summary>Seconds so far, of servers with the processes that they started and that have ended.</summary>
    public static double Seconds()
    {
        Dictionary<int, string[]> all = [];
        foreach (string folder in Directory.EnumerateDirectories("/proc"))
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out int id) && StatOf(folder) is { } stat)
                all[id] = stat;
        using var own = Process.GetCurrentProcess();
        return own.TotalProcessorTime.TotalSeconds + all.Keys.Where(id => IsBelow(id, own.Id, all)).Sum(id => all[id].Skip(FirstTime).Take(Times).Sum(Number)) / TicksASecond;
    }

    /// <summary>The fields behind the name of the program, which may have blanks and brackets in it; null where the process has ended.</summary>
    private static string[]? StatOf(string folder)
    {
        try
        {
            string text = File.ReadAllText(Path.Combine(folder, "stat"));
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsBelow(int id, int ancestor, Dictionary<int, string[]> all)
    {
        while (all.TryGetValue(id, out string[]? stat))
        {
            id = (int)Number(stat[Parent]);
            if (id == ancestor)
                return true;
        }
        return false;
    }

    private static double Number(string field) => double.Parse(field, CultureInfo.InvariantCulture);
}
