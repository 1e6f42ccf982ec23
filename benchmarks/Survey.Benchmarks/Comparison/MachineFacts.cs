using System.Globalization;
using System.Runtime.InteropServices;

namespace Survey.Benchmarks.Comparison;

/// <summary>What a reader must know of the machine to judge figures.</summary>
internal static class MachineFacts
{
    public static string Text(IEnumerable<string> rivals) =>
        $"{First("/proc/cpuinfo", "model name")}, {Environment.ProcessorCount} processors, {Memory()} GiB of memory; {RuntimeInformation.OSDescription}; .NET {Environment.Version}; {string.Join("; ", rivals)}";

    private static string Memory() => (double.Parse(First("/proc/meminfo", "MemTotal").Split(' ')[0], CultureInfo.InvariantCulture) / (1 << 20)).ToString("0", CultureInfo.InvariantCulture);

    private static string First(string file, string key) => File.ReadLines(file).First(line => line.StartsWith(key, StringComparison.Ordinal)).Split(':', 2)[1].Trim();
}
