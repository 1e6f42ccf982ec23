using System.Diagnostics;
using System.Globalization;

namespace Survey.Benchmarks.Comparison;

/// <summary>Runs other programs.</summary>
internal static class Programs
{
    /// <summary>Seconds and peak memory of a program that must succeed; what it prints is left unread.</summary>
    public static (double Seconds, double Megabytes) Measure(string program, params string[] words)
    {
        string figures = Path.GetTempFileName();
        try
        {
            Output("/usr/bin/time", ["-o", figures, "-f", "%e %M", program, .. words]);
            string[] parts = File.ReadAllText(figures).Split();
            return (Number(parts[0]), Number(parts[1]) * 1024 / 1e6);
        }
        finally
        {
            File.Delete(figures);
        }
    }

    /// <summary>Seconds of a program by a clock finer than that of time.</summary>
    public static double Seconds(string program, params string[] words)
    {
        long start = Stopwatch.GetTimestamp();
        Output(program, words);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>The tasks of another program's script: name, rows and seconds a line, and its version.</summary>
    public static Rival Tasks(string program, params string[] words)
    {
        string[][] lines = [.. Output(program, words).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))];
        return new Rival(lines.Single(line => line[0] == "version")[1], lines.Where(line => line.Length == 3).ToDictionary(line => line[0], line => Number(line[2]) / Number(line[1]), StringComparer.Ordinal));
    }

    /// <summary>What a program prints; it must succeed.</summary>
    public static string Output(string program, params string[] words)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> messages = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', words)} ended with {process.ExitCode}: {messages.Result}");
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>What another program took.</summary>
/// <param name="Version">Its name and version.</param>
/// <param name="SecondsARow">By the name of the task.</param>
internal sealed record Rival(string Version, IReadOnlyDictionary<string, double> SecondsARow);
